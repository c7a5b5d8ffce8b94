"""What a formula says p is, and what counting says: beside bricks, and large over them."""

import numpy as np
from manim import LEFT, VGroup

from core.fits.correlation import pearson_test
from scenes.visuals.correlation.deals import Deals
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import PICTURE, Box

COLUMN, NUMBERS = 2.4, 4.6  # beside bricks: where words begin, and numbers
ROWS = 0.86, 0.55, 0.24  # how high these stand, as shares of the area of the bricks
OVER = -5.8, -1.3, 2.45  # over bricks: where the name begins, and either column
WORD_ROW, NUMBER_ROW = PICTURE.top - 0.3, PICTURE.top - 1.22
SIZE, LARGE, LARGEST = 54, 72, 110


def heading(points: str, area: Box, pen: Pen) -> Placed:
    """Return the name of some points beside their bricks."""
    return _written(points, COLUMN, area.bottom + ROWS[0] * area.height, pen)


def beside(deals: Deals, area: Box, pen: Pen) -> VGroup:
    """Return p by the formula and p as counted, beside the bricks in an area."""
    answers = ("formula", by_formula(deals)), ("counted", deals.share)
    rows = VGroup()
    for share, (word, number) in zip(ROWS[1:], answers, strict=True):
        height = area.bottom + share * area.height
        rows.add(
            _written(word, COLUMN, height, pen, colour=pen.theme.muted),
            _written(number, NUMBERS, height, pen, LARGE),
        )
    return rows


class Large(VGroup):
    """The name of some points, p by the formula and p as counted, as large as there is room."""

    def __init__(self, deals: Deals, points: str, pen: Pen) -> None:
        name_at, formula_at, counted_at = OVER
        counted = f"counted: {int(deals.beyond.sum())} of {deals.r.size}"
        self.counted = _written(deals.share, counted_at, NUMBER_ROW, pen, LARGEST)
        super().__init__(
            _written(points, name_at, WORD_ROW, pen),
            _written("formula:", formula_at, WORD_ROW, pen, colour=pen.theme.muted),
            _written(by_formula(deals), formula_at, NUMBER_ROW, pen, LARGEST),
            _written(counted, counted_at, WORD_ROW, pen, colour=pen.theme.muted),
            self.counted,
        )


def by_formula(deals: Deals) -> str:
    """Write p of the points themselves."""
    return f"{pearson_test(deals.x, deals.y).p_value:.3f}"


def _written(
    text: str, x: float, y: float, pen: Pen, size: float = SIZE, *, colour: str | None = None
) -> Placed:
    return Placed(pen.sentence(text, colour, size), np.array([x, y, 0.0]), LEFT)
