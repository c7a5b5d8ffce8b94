"""The numbers of the line on screen: a, b and epsilon, one below the other."""

from dataclasses import replace
from typing import Self

import numpy as np
from manim import VMobject
from numpy.typing import NDArray

from scenes.visuals.linear_regression_2d.layout import NUMBER_WIDTH, VALUE_ROW
from scenes.visuals.linear_regression_2d.lines.shown_data import ShownData
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.numerals import number_width
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.value import Value

Corner = tuple[float, float, float]

# How many parts of a sweep its number tells apart.
PARTS = 400
ALL_ROUND = np.linspace(0, 2 * np.pi, 73)
PARTS_OF_EPSILON = 1000
SIZE = 50


class LineValues:
    """Values of a, b and epsilon for lines up to ``height`` on the landscape."""

    def __init__(
        self,
        pen: Pen,
        shown: ShownData,
        letter: str,
        height: float,
        place: tuple[float, float, float],
    ) -> None:
        self._shown = shown
        fit, theme = shown.landscape, pen.theme
        a, b = fit.at(np.sqrt(height), ALL_ROUND)
        a_step, b_step = fit.slope_reach(height), fit.intercept_reach(height)
        most = shown.epsilon_at(height)
        layouts = (
            _layout(a, 2 * a_step / PARTS),
            _layout(b, 2 * b_step / PARTS),
            _layout(np.array([0.0, most]), most / PARTS_OF_EPSILON),
        )
        labels = ("a", letter, "epsilon")
        colours = (theme.slope, theme.intercept, theme.residual)
        starts = (fit.slope, fit.intercept, shown.epsilon_at(0.0))
        self.a, self.b, self.epsilon = (
            Value(pen, label, layout, value, np.zeros(3), colour=colour, size=SIZE)
            for label, layout, value, colour in zip(labels, layouts, starts, colours, strict=True)
        )
        self.put(place)

    def put(self, place: Corner) -> Self:
        """Put the uppermost number at ``place``, the others below."""
        for row, value in enumerate((self.a, self.b, self.epsilon)):
            value.put(np.array(place) - np.array([0.0, row * VALUE_ROW, 0.0]))
        self.place = place
        return self

    @property
    def numbers(self) -> tuple[VMobject, ...]:
        """What changes with the line."""
        return self.a.number, self.b.number, self.epsilon.number

    def set_line(self, a: float, b: float) -> Self:
        """Show the numbers of y = a x + b."""
        self.a.set_value(a)
        self.b.set_value(b)
        self.epsilon.set_value(float(self._shown.epsilon(a, b)))
        return self


def _layout(values: NDArray[np.float64], step: float) -> FixedFormat:
    low, high = float(values.min()), float(values.max())
    # Signs and digits take their room when they come: a number stands right behind its "=".
    fixed = FixedFormat.for_range(low, high, finest=step, steps=1)
    layout = replace(fixed, signed=False, integer_digits=1)
    while layout.decimals > 0 and _width(layout, low, high, SIZE) > NUMBER_WIDTH:
        layout = replace(layout, decimals=layout.decimals - 1)
    return layout


def _width(layout: FixedFormat, low: float, high: float, size: float) -> float:
    return max(number_width(layout.write(value), size) for value in (low, high))
