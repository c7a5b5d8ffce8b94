"""Two ways lead from small flats to large ones: up to their area, and down to their distance."""

from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup

from scenes.visuals.multiple_regression.arrow import arrow
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.space.projection import Points
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

# To the names: from a place on the first way, and from the beginning of the second.
NAMED = 0.8
LARGER, FARTHER = 0.2 * LEFT + 0.25 * UP, 0.25 * RIGHT + 0.02 * DOWN


class TwoWays(VGroup):
    """From the front: up as the fitted plane climbs with area, then down to ``end``.

    The second way ends ``above`` the middle of what is there. ``names`` come by themselves.
    """

    def __init__(
        self,
        pen: Pen,
        flats: Flats,
        start: Points,
        end: Points,
        *,
        names: tuple[str, str],
        above: float,
    ) -> None:
        theme, rise = pen.theme, flats.by_both.per_area * (end[0] - start[0])
        top = np.array([end[0], start[1], start[2] + rise])
        self.corners = FRONT.project(flats.space.in_box(np.stack([start, top, end])))
        self.larger, self.farther = Strokes(theme.slope, BOLD + 1), Strokes(theme.far, BOLD + 1)
        turn = self.corners[1]
        self.corners[2] += above * UP
        larger, farther = names
        self.names = (
            Placed(
                pen.words(larger, theme.slope, SMALLEST),
                NAMED * turn + (1 - NAMED) * self.corners[0] + LARGER,
                RIGHT,
            ),
            Placed(
                pen.words(farther, theme.far, SMALLEST),
                turn + FARTHER,
                LEFT,
            ),
        )
        super().__init__(self.larger, self.farther)

    def set_gone(self, share: float) -> Self:
        """Draw the first half of the way while ``share`` is below 1/2, then the second."""
        start, top, end = self.corners
        self.larger.points = arrow(start, top, min(1.0, 2 * share))
        farther = max(0.0, 2 * share - 1)
        self.farther.points = arrow(top, end, farther)
        return self
