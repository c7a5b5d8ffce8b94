"""Frames about the numbers of the line: which of them changes just now."""

from typing import Self

import numpy as np
from manim import VMobject

from scenes.visuals.linear_regression_2d.layout import VALUE_ROW
from scenes.visuals.linear_regression_2d.lines.line_values import LineValues
from scenes.visuals.linear_regression_2d.lines.shown_data import Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import number_width
from scenes.visuals.writing.screen import BOLD
from scenes.visuals.writing.value import Value

AWAY = 0.16  # to the side of a number
HEIGHT = 0.92  # of a row
TINT = 0.22
QUICK = 6.0  # a frame is all there after one part in so many of the time, and gone as quickly


class Lit:
    """A frame about a and one about the second number, each in its colour."""

    def __init__(self, values: LineValues) -> None:
        self._values = values.a, values.b
        self.frames = tuple(_frame(value.number.get_color().to_hex()) for value in self._values)
        self.light((), 0.0)

    def light(self, which: tuple[int, ...], share: float) -> Self:
        """Light the frames of ``which`` numbers (0, 1) after a ``share`` of their change."""
        seen = min(1.0, QUICK * share, QUICK * (1 - share))
        for k, (frame, value) in enumerate(zip(self.frames, self._values, strict=True)):
            frame.points = _around(value)
            on = seen if k in which else 0.0
            frame.set_stroke(opacity=on).set_fill(opacity=on * TINT)
        return self


def _frame(colour: str) -> VMobject:
    frame = VMobject(stroke_color=colour, stroke_width=BOLD, fill_color=colour)
    return frame.set_z_index(2)


def _around(value: Value) -> Values:
    # As wide for every number: the one on screen may still be that of the last line.
    number = value.number
    left = value.label.get_left()[0] - AWAY
    right = number.anchor[0] + number_width(number.text, number.size) + AWAY
    middle, half = number.anchor[1], HEIGHT * VALUE_ROW / 2
    ring = [(left, -half), (right, -half), (right, half), (left, half), (left, -half)]
    return polylines(np.array([[(u, middle + v, 0.0) for u, v in ring]]))
