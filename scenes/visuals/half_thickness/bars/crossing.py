"""Where a curve over the tops of the bars comes down to one half."""

from typing import Self

import numpy as np
from manim import Circle

from scenes.visuals.half_thickness.viewed import Viewed
from scenes.visuals.half_thickness.views import FEW, HALF, Values, Views
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN

RADIUS = 0.09


class Crossing(Viewed):
    """A disc there, and ``shown`` of the way from it straight down to the axis."""

    def __init__(self, views: Views, x: Values, rate: Values, colour: str) -> None:
        """Build it for the bars (x, rate), between which logarithms go straight."""
        super().__init__(
            views, FEW, stroke_color=colour, stroke_width=THIN, fill_color=colour, fill_opacity=1
        )
        self.x = float(np.interp(-np.log(HALF), -np.log(rate), x))
        self.found = bool(rate.min() < HALF)
        self._disc = Circle(RADIUS).points

    def draw(self) -> Self:
        """Draw it from its state; there is none where the last bar is higher."""
        if not self.found or self.shown == 0:
            self.points = np.zeros((0, 3))
            return self
        top, foot = self.views.places(self.x, [HALF, 0.0], self.view)
        way = polylines(np.array([[top, top + self.shown * (foot - top)]]))
        self.points = np.concatenate([top + min(1.0, 3 * self.shown) * self._disc, way])
        return self
