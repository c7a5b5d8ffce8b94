"""What moves on the bowl: one line as a point, the path of a sweep, two tangents."""

from typing import Self

import numpy as np
from manim import VGroup

from core import palette
from core.palette import Theme
from scenes.visuals.plot.sweep_plot import Parameter
from scenes.visuals.residual_bowl.bowl import RIM, BowlSpace, Sight
from scenes.visuals.space.wireframe import Discs, Strokes

SWEEP_STEPS = 61
TANGENT = 0.42


class LineMark(VGroup):
    """One line as a point on the surface, with the drop to its place (a, b)."""

    def __init__(self, space: BowlSpace, theme: Theme) -> None:
        self.space = space
        self.drop = Strokes(palette.BEST_LINE, 2.5, 0.8)
        self.disc = Discs(palette.BEST_LINE, 0.12, ring=theme.ink)
        super().__init__(self.drop, self.disc)

    def set_place(self, a: float, b: float, sight: Sight) -> Self:
        """Move to the line (a, b)."""
        top = self.space.points([a], [b], sight.tilt)
        foot = top * [1, 1, 0]
        self.drop.set_corners(np.stack([foot, top], axis=1), sight.view)
        self.disc.set_points_in_space(top, sight.view)
        return self


class SweepPath(Strokes):
    """The path over the whole bowl when one of a and b goes ``reach`` away from its best value."""

    def __init__(self, space: BowlSpace, parameter: Parameter, reach: float) -> None:
        super().__init__(parameter.colour, 6)
        self.space, self.parameter, self.reach = space, parameter, reach

    def set_sight(self, sight: Sight) -> Self:
        """Draw the whole path."""
        optimum = self.parameter.optimum
        return self.set_swept(optimum - self.reach, optimum + self.reach, sight)

    def set_swept(self, low: float, high: float, sight: Sight) -> Self:
        """Draw the path from ``low`` to ``high``."""
        swept = np.linspace(low, high, SWEEP_STEPS)
        fit = self.space.landscape
        a, b = (swept, fit.intercept) if self.parameter.letter == "a" else (fit.slope, swept)
        self.set_corners(self.space.points(a, b, 1.0)[None], sight.view)
        return self


class Tangents(VGroup):
    """The two tangents of the surface along a and along b; their slopes are the gradient."""

    def __init__(self, space: BowlSpace) -> None:
        self.space = space
        self.along_a, self.along_b = Strokes(palette.SLOPE, 7), Strokes(palette.INTERCEPT, 7)
        super().__init__(self.along_a, self.along_b)

    def set_place(self, a: float, b: float, sight: Sight) -> Self:
        """Touch the whole bowl at (a, b); both tangents are as long wherever they touch."""
        slopes = self.space.landscape.gradient(a, b)
        middle = self.space.points(a, b, 1.0)
        per_unit = RIM / self.space.height
        for k, part in enumerate((self.along_a, self.along_b)):
            along = np.zeros(3)
            along[k], along[2] = 1.0, slopes[k] * self.space.spans[k] * per_unit
            half = TANGENT * along / np.linalg.norm(along)
            part.set_corners(np.stack([middle - half, middle + half])[None], sight.view)
        return self
