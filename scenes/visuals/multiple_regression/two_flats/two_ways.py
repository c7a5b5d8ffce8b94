"""Two ways lead from one flat to another: up to its area, and down to its distance."""

from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup

from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.two_flats.arrow import arrow
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

# To the names: from a place on the first way, and from the beginning of the second.
NAMED = 0.8
LARGER, FARTHER = 0.2 * LEFT + 0.25 * UP, 0.25 * RIGHT + 0.02 * DOWN


# From the larger flat to the parts of what is left.
FROM_RING, LEVEL_ENDS = 0.28 * RIGHT, 0.95 * RIGHT
GAP_AT, AMOUNT_AT = 0.8 * RIGHT, 1.1 * RIGHT


class TwoWays(VGroup):
    """From the front: up as the fitted plane climbs with area, then down to ``end``.

    The second way ends ``before`` the middle of what is there, above it or beside it; beside it,
    a stroke leads over from the first. ``names`` come by themselves.
    """

    def __init__(
        self,
        pen: Pen,
        flats: Flats,
        start: Points,
        end: Points,
        *,
        names: tuple[str, str],
        before: Points,
    ) -> None:
        theme, rise = pen.theme, flats.by_both.per_area * (end[0] - start[0])
        top = np.array([end[0], start[1], start[2] + rise])
        self.corners = FRONT.project(flats.space.in_box(np.stack([start, top, end])))
        self.larger, self.farther = Strokes(theme.slope, BOLD + 1), Strokes(theme.far, BOLD + 1)
        turn = self.corners[1]
        self.corners[2] += before
        self._over = turn + before[0] * RIGHT
        larger, farther = names
        self.names = (
            Placed(
                pen.words(larger, theme.slope, SMALLEST),
                NAMED * turn + (1 - NAMED) * self.corners[0] + LARGER,
                RIGHT,
            ),
            Placed(
                pen.words(farther, theme.far, SMALLEST),
                self._over + FARTHER,
                LEFT,
            ),
        )
        super().__init__(self.larger, self.farther)

    def set_gone(self, share: float) -> Self:
        """Draw the first half of the way while ``share`` is below 1/2, then the second."""
        start, top, end = self.corners
        self.larger.points = arrow(start, top, min(1.0, 2 * share))
        farther = max(0.0, 2 * share - 1)
        over = polylines(np.array([[top, self._over]])) if farther else np.zeros((0, 3))
        self.farther.points = np.concatenate([over, arrow(self._over, end, farther)])
        return self


class Left(VGroup):
    """Beside the larger of the two: from its rent to where the two ways end, with the amount."""

    def __init__(self, pen: Pen, flats: Flats, end: float) -> None:
        large = flats.values[flats.twins[1]]
        foot, tip = FRONT.project(flats.space.in_box([large, [*large[:2], end]]))
        self.level = Strokes(pen.theme.ink, THIN)
        self.level.points = polylines(np.array([[foot + FROM_RING, foot + LEVEL_ENDS]]))
        self.gap = Strokes(pen.theme.residual, BOLD + 1)
        self.gap.points = polylines(np.array([[foot + GAP_AT, tip + GAP_AT]]))
        amount = pen.words(f"{abs(end - large[2]):.0f} EUR", pen.theme.residual, SMALLEST)
        super().__init__(self.level, self.gap, Placed(amount, foot + AMOUNT_AT, LEFT))
