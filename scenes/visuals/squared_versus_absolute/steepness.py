"""How steep the valley of the lengths is: every point below counts +1, every one above -1."""

from typing import Self

import numpy as np
from manim import RIGHT, VGroup, VMobject

from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import THIN, WORDS, Box

ROWS = ("above", "below", "steepness")


class Steepness(VGroup):
    """An addition in ``box``: what the points above and those below add to the steepness."""

    def __init__(self, pen: Pen, box: Box, counts: tuple[int, int], colour: str) -> None:
        heights = box.top - box.height * np.array([0.15, 0.48, 0.88])
        self.numbers = [
            Number("0", np.array([box.right, height, 0.0]), colour=colour, size=WORDS, edge=RIGHT)
            for height in heights
        ]
        names = [pen.words(name, colour) for name in ROWS]
        for name, number in zip(names, self.numbers, strict=True):
            # Their first letters stand on the line; what comes after may reach below it.
            below = number.get_bottom()[1] - name.submobjects[0].get_bottom()[1]
            name.shift(np.array([box.left - name.get_left()[0], below, 0.0]))
        rule = VMobject(stroke_color=colour, stroke_width=THIN)
        y = float(heights[1:].mean())
        rule.points = polylines(np.array([[(box.left, y, 0.0), (box.right, y, 0.0)]]))
        super().__init__(*names, *self.numbers, rule)
        self.set_counts(*counts)

    def set_counts(self, above: int, below: int) -> Self:
        """Show what so many points above and below add, and their sum."""
        self.counts = above, below
        for number, value in zip(self.numbers, (-above, below, below - above), strict=True):
            number.set_text(f"{value:+d}" if value else "0")
        return self
