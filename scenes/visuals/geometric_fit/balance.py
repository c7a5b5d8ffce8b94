"""The distances on the two sides of a line, laid end to end: up for those above it, down below."""

from typing import Self

import numpy as np
from manim import LEFT, VGroup, VMobject

from scenes.visuals.geometric_fit.page import ASIDE, MIDDLE
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, PICTURE, SMALLEST

LONGEST = 1.9  # bar
ACROSS = 0.36  # half the stroke that both bars start from
BAR = 3 * BOLD
ORIGIN = np.array([ASIDE, MIDDLE[1], 0.0])


class Balance(VGroup):
    """Two bars from one level; ``most`` is the sum of distances of the longest bar."""

    def __init__(self, pen: Pen, most: float) -> None:
        self.unit = LONGEST / most
        self.bars = VMobject(stroke_color=pen.theme.residual, stroke_width=BAR)
        level = VMobject(stroke_color=pen.theme.ink, stroke_width=BOLD)
        level.points = polylines(ORIGIN + ACROSS * np.array([[[-1.0, 0, 0], [1.0, 0, 0]]]))
        names = (
            Placed(
                pen.words(text, size=SMALLEST),
                np.array([PICTURE.left, ORIGIN[1] + up, 0.0]),
                LEFT,
            )
            for text, up in (("distances", 2.8), ("above", 2.3), ("below", -2.3))
        )
        super().__init__(self.bars, level, *names)

    def set_totals(self, above: float, below: float) -> Self:
        """Draw the bars for the sums of distances above and below."""
        ends = ORIGIN + self.unit * np.array([[0, above, 0], [0, -below, 0]])
        self.bars.points = polylines(np.stack([np.stack([ORIGIN] * 2), ends], axis=1))
        return self
