"""A few numbers on the sheet, beside the way along which one number of the line changes."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from scenes.visuals.linear_regression_2d.curves.valley import Valley
from scenes.visuals.linear_regression_2d.lines.shown_data import Values
from scenes.visuals.linear_regression_2d.surface.space import Space
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import number_width
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

# Of a sweep: where numbers are to stand, as nearly as there are round ones, and how far apart.
WANTED = 0.5, 0.85
NEAREST, FARTHEST = 0.3, 0.88
APART = 0.32
MOST = 9
TICK, AWAY = 0.09, 0.4
WIDEST = 0.9  # of two numbers


class SheetNumbers(VGroup):
    """Ticks across the way of ``valley`` at low round values, where its name is, with numbers.

    On the other side there is no room between the ways and the curves, and none for powers of ten.
    """

    def __init__(self, pen: Pen, valley: Valley, colour: str) -> None:
        ticks = Scale(*valley.ends).ticks(MOST)
        along = (ticks.positions - valley.optimum) / valley.reach
        widest = max((number_width(label, SMALLEST) for label in ticks.labels), default=0.0)
        most = 0 if ticks.factor else 2 if widest <= WIDEST else 1
        kept = _chosen(-along)[:most]
        self.along, self.values = along[kept], ticks.positions[kept]
        self.marks = VMobject(stroke_color=colour, stroke_width=BOLD)
        self.labels = [
            Placed(pen.words(ticks.labels[k], colour, SMALLEST), np.zeros(3)) for k in kept
        ]
        super().__init__(self.marks, *self.labels)

    def put(self, space: Space, angle: float, other: float) -> Self:
        """Stand along the way at ``angle``, away from the way at the angle ``other``."""
        side = np.copysign(1.0, np.cos(angle - space.yaw) * np.cos(other - space.yaw))
        strokes = []
        for along, label in zip(self.along, self.labels, strict=True):
            place = space.places(along, angle, 0.0)[0]
            beside = space.places(side * along, other, 0.0)[0]
            direction = place - space.middle
            across = np.array([-direction[1], direction[0], 0.0]) / np.linalg.norm(direction)
            across *= np.copysign(1.0, np.dot(across, place - beside))
            strokes.append([place - TICK * across, place + TICK * across])
            label.put(place + AWAY * across)
        self.marks.points = polylines(np.array(strokes)) if strokes else np.zeros((0, 3))
        return self


def _chosen(along: Values) -> list[int]:
    """Return which places are nearest to the wanted ones, if they are near enough and apart."""
    chosen: list[int] = []
    for wanted in WANTED:
        fits = (along >= NEAREST) & (along <= FARTHEST)
        for k in chosen:
            fits &= np.abs(along - along[k]) >= APART
        if fits.any():
            chosen.append(int(np.argmin(np.where(fits, np.abs(along - wanted), np.inf))))
    return chosen
