"""What area alone said of the larger flat, kept to compare once all are at one distance."""

from typing import Self

import numpy as np
from manim import RIGHT, VGroup, VMobject

from scenes.visuals.multiple_regression.arrow import arrow
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.misses import OldLine
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

BEFORE = np.array([-0.25, 0.0, 0.0])  # from the arrow to its amount
HALF = 0.5


class SaidAlone(VGroup):
    """From the front, above the flat line: up at the area of the smaller flat, then along.

    The other side of the line is left to what the larger one is worth at one distance. ``line``
    and ``amount`` come and go by themselves.
    """

    def __init__(self, pen: Pen, flats: Flats) -> None:
        muted, areas = pen.theme.muted, flats.values[list(flats.twins), 0]
        low, high = flats.by_area.rent(areas, 0.0)
        corners = np.array([[areas[0], 0, low], [areas[0], 0, high], [areas[1], 0, high]])
        self.corners = FRONT.project(flats.space.in_box(corners))
        self.line = OldLine(flats, muted, FRONT).set_stroke(width=THIN + 1)
        self.rise = Strokes(muted, BOLD)
        self.level = VMobject(stroke_color=muted, stroke_width=THIN)
        start, turn, _ = self.corners
        written = pen.words(f"+{high - low:.0f} EUR", muted, SMALLEST)
        self.amount = Placed(written, (start + turn) / 2 + BEFORE, RIGHT)
        super().__init__(self.rise, self.level)
        self.set_gone(0.0)

    def set_gone(self, share: float) -> Self:
        """Draw the way up while ``share`` is below 1/2, then the way along."""
        start, turn, end = self.corners
        self.rise.points = arrow(start, turn, min(1.0, share / HALF))
        along = max(0.0, share / HALF - 1)
        self.level.points = polylines(np.array([[turn, turn + along * (end - turn)]]))
        return self
