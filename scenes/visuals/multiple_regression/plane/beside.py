"""The flats on both sides of a plane, in the colours of their distances."""

from typing import Self

import numpy as np
from manim import ManimColor, VGroup, interpolate_color

from core.palette import Theme
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shades import Shades
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.space import DOT, SHOWN
from scenes.visuals.multiple_regression.views import facing
from scenes.visuals.space.wireframe import Discs, Strokes
from scenes.visuals.writing.screen import BOLD


class FlatsBeside(VGroup):
    """The flats on one side of a plane, before it or behind it, with their residuals.

    What lies behind is drawn before the sheet, so that the sheet covers it.
    """

    def __init__(self, flats: Flats, theme: Theme, *, before: bool) -> None:
        self.flats, self.theme, self.before = flats, theme, before
        self.shades = Shades(theme)
        self.kinds = flats.space.nearest(flats.values[:, 1])
        self.residuals = Strokes(theme.residual, BOLD)
        self.dots = [Discs(theme.point, DOT, ring=theme.background) for _ in SHOWN]
        super().__init__(self.residuals, *self.dots)

    def set_shot(self, shot: Shot) -> Self:
        """Draw the flats, and the share of each residual that is drawn, from its flat."""
        flats = self.flats.moved(shot.moved, shot.ahead)
        missed = flats.missed(shot.plane)
        before = missed * facing(shot.plane, shot.view, flats.space) >= 0
        chosen = before if self.before else ~before
        feet = flats.values.copy()
        feet[:, 2] -= shot.drawn * missed
        ends = self.flats.space.in_box(np.stack([flats.values, feet], axis=1))
        self.residuals.set_corners(ends[chosen], shot.view).set_stroke(self._hue(shot))
        for k, dots in enumerate(self.dots):
            dots.set_points_in_space(ends[chosen & (self.kinds == k), 0], shot.view)
            dots.set_fill(self.shades.of_flat(k, shot, self.theme.point))
        return self

    def _hue(self, shot: Shot) -> ManimColor:
        red, faint = ManimColor(self.theme.residual), ManimColor(self.theme.faint)
        return interpolate_color(red, faint, shot.outer)
