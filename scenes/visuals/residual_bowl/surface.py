"""The bowl: poles whose tops are on it, its wall in bands, its level lines."""

from typing import Self

import numpy as np
from manim import RIGHT, VGroup, VMobject
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.residual_bowl.space import FULL_TURN, BowlSpace
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points, View
from scenes.visuals.space.wireframe import Discs, Strokes
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.screen import SMALLEST, THIN

BANDS = 9
# Of the lowest and of the highest band, as of glass; and of the lines between them.
OPACITIES, STROKE = (0.1, 0.42), 0.75
POLE_RINGS, POLE_SPOKES = 6, 20
# How many poles grow at the same time, as a share of all.
GROWING = 0.3
DOT = 0.06
NAME_GAP = 0.12


class Poles(VGroup):
    """Poles as high as the sums of the lines on which they stand, each with a dot on its top."""

    def __init__(self, space: BowlSpace, theme: Theme) -> None:
        roots = np.sqrt(space.rim) * np.linspace(0, 1, POLE_RINGS + 1)[1:]
        angles = np.linspace(0, 2 * np.pi, POLE_SPOKES, endpoint=False)
        # Every other ring is turned by half a step, so that no two poles hide each other.
        twist = np.where(np.arange(POLE_RINGS) % 2, np.pi / POLE_SPOKES, 0.0)
        self.tops = space.polar(roots[:, None], angles + twist[:, None], 1.0).reshape(-1, 3)
        self.poles = Strokes(theme.residual, THIN, 0.8)
        self.dots = Discs(theme.ink, DOT)
        super().__init__(self.poles, self.dots)

    def set_grown(self, share: float, view: View) -> Self:
        """Show the poles after ``share`` of their growth, from the lowest to the highest."""
        n = len(self.tops)
        grown = np.clip((share * (1 + GROWING) - np.arange(n) / n) / GROWING, 0, 1)
        eased = grown * grown * (3 - 2 * grown)
        feet = self.tops * [1, 1, 0]
        tops = feet + eased[:, None] * (self.tops - feet)
        shown = grown > 0
        self.poles.set_corners(np.stack([feet, tops], axis=1)[shown], view)
        self.dots.set_points_in_space(tops, view, np.minimum(1, 4 * grown))
        return self


class Wall(VGroup):
    """The surface in bands, the more intense the higher; as of glass."""

    def __init__(self, space: BowlSpace, theme: Theme) -> None:
        self.space = space
        self.roots = np.sqrt(space.rim * np.linspace(0, 1, BANDS + 1))
        super().__init__(
            *(
                VMobject(
                    stroke_color=theme.residual,
                    stroke_width=THIN,
                    stroke_opacity=STROKE,
                    fill_color=theme.residual,
                    fill_opacity=opacity,
                )
                for opacity in np.linspace(*OPACITIES, BANDS)
            )
        )

    def set_view(self, lift: float, view: View) -> Self:
        """Draw the bands between their lower and their upper rings."""
        rings = view.project(self.space.polar(self.roots[:, None], FULL_TURN, lift))
        for part, low, high in zip(self.submobjects, rings[:-1], rings[1:], strict=True):
            part.points = np.concatenate([polylines(high[None]), polylines(low[None, ::-1])])
        return self


class Rings(Strokes):
    """Lines of equal epsilon_rel on the bowl."""

    def __init__(self, space: BowlSpace, levels: NDArray[np.float64], theme: Theme) -> None:
        super().__init__(theme.ink, THIN)
        self.space, self._roots = space, np.sqrt(levels)

    def places(self, lift: float) -> Points:
        """Return the rings (n, k, 3) in space."""
        return self.space.polar(self._roots[:, None], FULL_TURN, lift)

    def set_view(self, lift: float, view: View) -> Self:
        """Draw the rings."""
        return self.set_corners(self.places(lift), view)


class Levels(VGroup):
    """Rings, each named where it reaches farthest right."""

    def __init__(self, space: BowlSpace, levels: NDArray[np.float64], theme: Theme) -> None:
        self.rings = Rings(space, levels, theme)
        self.names = [
            Number(f"{level:g}", np.zeros(3), colour=theme.ink, size=SMALLEST) for level in levels
        ]
        super().__init__(self.rings, *self.names)

    def set_view(self, lift: float, view: View) -> Self:
        """Draw the rings, and put their names beside them."""
        self.rings.set_view(lift, view)
        for name, ring in zip(self.names, view.project(self.rings.places(lift)), strict=True):
            name.anchor = ring[int(np.argmax(ring[:, 0]))] + NAME_GAP * RIGHT
            name.set_text(name.text)
        return self
