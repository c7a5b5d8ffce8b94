"""What moves on the bowl: one line as a ball, the cuts along a and b, the sheet that touches."""

from typing import Self

import numpy as np
from manim import VGroup

from core.palette import Theme
from scenes.visuals.residual_bowl.space import BowlSpace
from scenes.visuals.space.projection import View
from scenes.visuals.space.wireframe import Discs, Sheet, Strokes
from scenes.visuals.writing.screen import BOLD, THIN

BALL = 0.19
CUT_STEPS = 61
# Half the side of the sheet, in units of the screen.
SHEET = 0.95
CORNERS = ((-1, -1), (1, -1), (1, 1), (-1, 1))


class Ball(VGroup):
    """One line as a ball on the bowl, on a pole as high as its sum of squares."""

    def __init__(self, space: BowlSpace, theme: Theme) -> None:
        self.space = space
        self.pole = Strokes(theme.residual, BOLD + 2)
        self.disc = Discs(theme.ink, BALL, ring=theme.background)
        super().__init__(self.pole, self.disc)

    def set_place(self, a: float, b: float, lift: float, view: View) -> Self:
        """Move to the line (a, b)."""
        top = self.space.on_surface([a], [b], lift)
        self.pole.set_corners(np.stack([top * [1, 1, 0], top], axis=1), view)
        self.disc.set_points_in_space(top, view)
        return self


class Cut(Strokes):
    """The paths on the bowl when only one number changes: ``along`` is 0 for a and 1 for b."""

    def __init__(self, space: BowlSpace, along: int, theme: Theme) -> None:
        super().__init__((theme.slope, theme.intercept)[along], BOLD + 1)
        self.space, self.along = space, along

    def reach(self, a: float, b: float) -> tuple[float, float]:
        """Return how far the number can change from the line (a, b) down and up to the rim."""
        fit = self.space.landscape
        curvature = (fit.slope_curvature, fit.intercept_curvature)[self.along]
        # The height along the path is curvature t^2 + steepness t + height.
        half = fit.gradient(a, b)[self.along] / (2 * curvature)
        below = max(0.0, self.space.rim - float(fit.height(a, b))) / curvature
        root = float(np.sqrt(half * half + below))
        return -half - root, -half + root

    def set_swept(self, line: tuple[float, float], low: float, high: float, view: View) -> Self:
        """Draw the path from ``low`` to ``high``, seen from the line (a, b)."""
        a, b = line
        change = np.linspace(low, high, CUT_STEPS)
        path = (a + change, b) if self.along == 0 else (a, b + change)
        return self.set_corners(self.space.on_surface(*path)[None], view)

    def set_place(self, a: float, b: float, view: View) -> Self:
        """Draw the whole path through the line (a, b)."""
        return self.set_swept((a, b), *self.reach(a, b), view)


class TangentSheet(VGroup):
    """A flat sheet that touches the bowl, with its slopes along a and along b."""

    def __init__(self, space: BowlSpace, theme: Theme) -> None:
        self.space = space
        self.sheet = Sheet(theme.ink, 0.22).set_stroke(theme.ink, THIN)
        self.along_a = Strokes(theme.slope, BOLD + 2)
        self.along_b = Strokes(theme.intercept, BOLD + 2)
        super().__init__(self.sheet, self.along_a, self.along_b)

    def set_place(self, a: float, b: float, view: View) -> Self:
        """Touch the bowl at (a, b); the sheet is as large wherever it touches."""
        space = self.space
        middle = space.on_surface(a, b)
        per_place = np.array([space.map.x_scale.span, space.map.y_scale.span])
        per_place /= [space.map.box.width, space.map.box.height]
        rise = space.unit(0.0) * np.array(space.landscape.gradient(a, b)) * per_place
        along = np.column_stack([np.eye(2), rise])
        # Steep sheets are as large as flat ones: each half side has one length.
        along *= SHEET / np.linalg.norm(along, axis=1, keepdims=True)
        corners = np.array([middle + s * along[0] + t * along[1] for s, t in CORNERS])
        self.sheet.set_corners(corners, view)
        for part, half in zip((self.along_a, self.along_b), along, strict=True):
            part.set_corners(np.stack([middle - half, middle + half])[None], view)
        return self
