"""How much larger the one flat is than the other: a span on the axis of area, below the two."""

from typing import Self

import numpy as np
from manim import DOWN, UP, VGroup, VMobject

from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.two_flats.twins import RING, written_size
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, THIN

ABOVE_AXIS, NAME = 0.18 * UP, 0.34 * UP
FALLING = 0.45  # of the time: then the span grows


class MoreArea(VGroup):
    """From the front: a stroke falls from either flat to the axis, and between them grows a span.

    ``size`` stands above the middle of the span, and comes with its end.
    """

    def __init__(self, pen: Pen, flats: Flats) -> None:
        pair = flats.values[list(flats.twins)]
        floor = pair.copy()
        floor[:, 2] = flats.space.rent.low
        self._from = FRONT.project(flats.space.in_box(pair)) + RING * DOWN
        self._to = FRONT.project(flats.space.in_box(floor))
        self.falls = VMobject(stroke_color=pen.theme.muted, stroke_width=THIN)
        self.span = VMobject(stroke_color=pen.theme.ink, stroke_width=BOLD)
        size = written_size(pen, float(np.ptp(pair[:, 0])))
        self.size = Placed(size, self._to.mean(axis=0) + ABOVE_AXIS + NAME)
        super().__init__(self.falls, self.span, self.size)
        self.set_drawn(1.0)

    def set_drawn(self, share: float) -> Self:
        """Draw the first ``share`` of it."""
        fallen = min(1.0, share / FALLING)
        grown = max(0.0, (share - FALLING) / (1 - FALLING))
        ends = (1 - fallen) * self._from + fallen * self._to
        self.falls.points = polylines(np.stack([self._from, ends], axis=1))
        start, end = self._to + ABOVE_AXIS
        self.span.points = polylines(np.array([[start, start + grown * (end - start)]]))
        self.size.set_opacity(max(0.0, 2 * grown - 1))
        return self
