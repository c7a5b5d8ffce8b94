"""The smallest flats and the largest before all others, with what a plane misses of them."""

from typing import Self

import numpy as np
from manim import VGroup

from core.palette import Theme
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shades import Shades
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.space import DOT, SHOWN
from scenes.visuals.space.wireframe import Discs, Strokes
from scenes.visuals.writing.screen import BOLD


class Outer(VGroup):
    """Once more those that stay bright while others are idle: none of those hides a residual."""

    def __init__(self, flats: Flats, theme: Theme) -> None:
        self._flats, self._shades, self._theme = flats, Shades(theme), theme
        self._rows = np.concatenate(flats.outer)
        self._kinds = flats.space.nearest(flats.values[self._rows, 1])
        self.residuals = Strokes(theme.residual, BOLD + 2)
        self.dots = [Discs(theme.point, DOT, ring=theme.background) for _ in SHOWN]
        super().__init__(self.residuals, *self.dots)

    def set_shot(self, shot: Shot) -> Self:
        """Draw them where and as long as ``shot`` has others idle."""
        values = self._flats.values[self._rows]
        feet = values.copy()
        feet[:, 2] -= shot.drawn * self._flats.missed(shot.plane)[self._rows]
        ends = self._flats.space.in_box(np.stack([values, feet], axis=1))
        chosen = np.full(len(self._rows), shot.outer > 0)
        self.residuals.set_corners(ends[chosen], shot.view)
        for k, dots in enumerate(self.dots):
            dots.set_points_in_space(ends[chosen & (self._kinds == k), 0], shot.view)
            dots.set_fill(self._shades.in_shot(k, shot, self._theme.point))
        return self
