"""Why the line of area alone is flat: two ways lead from small flats to large ones."""

from typing import Self

import numpy as np
from manim import LEFT, RIGHT, UP, VGroup

from scenes.visuals.multiple_regression.arrow import arrow
from scenes.visuals.multiple_regression.centres import LARGE
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.plot.regression import RADIUS
from scenes.visuals.space.projection import Points
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

# From the turn to the names of the ways, and from the mean to where the arrow ends.
LARGER, FARTHER, BEFORE = 0.5 * LEFT, 0.3 * RIGHT, LARGE * RADIUS * UP


class TwoWays(VGroup):
    """From the front: up as the fitted plane climbs with area, then down to what rents are there.

    They lead from the mean of the smallest flats to that of the largest.
    """

    def __init__(self, pen: Pen, flats: Flats, start: Points, end: Points) -> None:
        theme, rise = pen.theme, flats.by_both.per_area * (end[0] - start[0])
        top = np.array([end[0], start[1], start[2] + rise])
        self.corners = FRONT.project(flats.space.in_box(np.stack([start, top, end])))
        self.larger, self.farther = Strokes(theme.slope, BOLD + 1), Strokes(theme.far, BOLD + 1)
        turn = self.corners[1]
        self.corners[2] += BEFORE
        self.names = (
            Placed(pen.words("more area", theme.slope, SMALLEST), turn + LARGER, RIGHT),
            Placed(pen.words("farther out", theme.far, SMALLEST), turn + FARTHER, LEFT),
        )
        super().__init__(self.larger, self.farther)

    def set_gone(self, share: float) -> Self:
        """Draw the first half of the way while ``share`` is below 1/2, then the second."""
        start, top, end = self.corners
        self.larger.points = arrow(start, top, min(1.0, 2 * share))
        self.farther.points = arrow(top, end, max(0.0, 2 * share - 1))
        return self
