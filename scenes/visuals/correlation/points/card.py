"""The numbers of the set on screen, in one row above the pictures, and p in the next one."""

import math
from typing import Self

import numpy as np
from manim import LEFT, VGroup

from scenes.visuals.correlation.points.cell import Numbers
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Place, Placed
from scenes.visuals.writing.screen import PICTURE
from scenes.visuals.writing.value import Value

ROW = PICTURE.top - 0.28
N, A, B, R = (np.array([x, ROW, 0.0]) for x in (-6.1, -3.75, -0.8, 2.2))
TWO_DECIMALS = FixedFormat(decimals=2, exponent=0, integer_digits=1, signed=False)
THREE_DECIMALS = FixedFormat(decimals=3, exponent=0, integer_digits=1, signed=False)
BELOW = np.array([0.0, -0.62, 0.0])  # to the second row: from what is counted to its share
MOST_DECIMALS = 7  # of p


def word(whose: str) -> str:
    """Return what stands before a p, in Typst: by what it was found."""
    return f'#text(0.84em, muted("{whose}"))'


class PValue(Value):
    """p by the formula, in three decimals, or as many more as its first digit needs."""

    def __init__(self, pen: Pen, p: float, place: Place) -> None:
        super().__init__(pen, f"{word('formula')} p", THREE_DECIMALS, p, place)

    @property
    def text(self) -> str:
        """Return what can be read."""
        return self.number.text

    def set_value(self, value: float) -> Self:
        """Show ``value``."""
        self.value = value
        self.number.set_text(write_p(value))
        return self


def write_p(p: float) -> str:
    """Write p in three decimals, or in as many more as its first digit needs."""
    rounded = float(f"{max(p, 10.0**-MOST_DECIMALS):.0e}")
    decimals = max(THREE_DECIMALS.decimals, -math.floor(math.log10(rounded)))
    return f"{p:.{decimals}f}"


class Card:
    """How many points there are; slope, intercept, r and p."""

    def __init__(self, count: int, numbers: Numbers, pen: Pen) -> None:
        self.n = Placed(pen.formula(f"n = {count}"), N, LEFT)
        self.a = Value(pen, "a", TWO_DECIMALS, numbers.slope, A, colour=pen.theme.slope)
        self.b = Value(pen, "b", TWO_DECIMALS, numbers.intercept, B, colour=pen.theme.intercept)
        self.r = Value(pen, "r", TWO_DECIMALS, numbers.r, R)
        self.p = PValue(pen, numbers.p, R + BELOW)

    @property
    def of_the_line(self) -> tuple[Value, Value, Value]:
        """Return what describes the line and how near to it the points are."""
        return self.a, self.b, self.r

    @property
    def all(self) -> tuple[VGroup, ...]:
        """Return everything on the card."""
        return self.n, self.a, self.b, self.r, self.p

    def show(self, numbers: Numbers) -> None:
        """Show other numbers."""
        self.a.set_value(numbers.slope)
        self.b.set_value(numbers.intercept)
        self.r.set_value(numbers.r)
        self.p.set_value(numbers.p)
