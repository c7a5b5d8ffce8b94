"""The numbers beside a film: a, b and epsilon_rel, each in its colour and in its place."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import ORIGIN, RIGHT, VGroup

from core import palette
from scenes.visuals.writing.numerals import DIGIT_BLANK, Number
from scenes.visuals.writing.typeset import formula

LABEL_SIZE = 46
NUMBER_SIZE = 44
GAP = 0.2
LARGEST_PLAIN = 1e4
SMALLEST_PLAIN = 1e-2
# Two such numbers and a third fit side by side.
MOST_DIGITS = 10


@dataclass(frozen=True)
class FixedFormat:
    """Write numbers so that their width never changes: digits for a step, a common power of ten."""

    decimals: int
    exponent: int
    integer_digits: int
    signed: bool = True  # keep room for a sign that comes and goes

    @classmethod
    def for_range(
        cls, low: float, high: float, *, finest: float | None = None, steps: int = 1000
    ) -> "FixedFormat":
        """Hold the range, and tell ``steps`` parts of it, or of a ``finest`` span, apart."""
        largest = max(abs(low), abs(high)) or 1.0
        plain = SMALLEST_PLAIN <= largest < LARGEST_PLAIN
        exponent = 0 if plain else math.floor(math.log10(largest))
        step = (finest or high - low or largest) / steps
        decimals = max(0, exponent - math.floor(math.log10(step)) - 1)
        integer_digits = max(1, math.floor(math.log10(largest) - exponent) + 1)
        return cls(min(decimals, MOST_DIGITS - integer_digits), exponent, integer_digits, low < 0)

    def write(self, value: float) -> str:
        """Return ``value`` with a blank where a sign or a leading digit is missing."""
        scaled = round(value / 10.0**self.exponent, self.decimals) + 0.0
        width = self.integer_digits + (self.decimals + 1 if self.decimals else 0)
        if abs(scaled) >= LARGEST_PLAIN and len(str(int(abs(scaled)))) > self.integer_digits:
            # Far outside the range, as a bad line's residual is: no longer than the others.
            mantissa, power = f"{value:.{self.decimals}e}".split("e")
            return f"{'' if value < 0 else ' '}{mantissa}×10^{int(power)}"
        sign = "-" if scaled < 0 else " " * self.signed
        digits = f"{abs(scaled):.{self.decimals}f}"
        factor = f"×10^{self.exponent}" if self.exponent else ""
        return DIGIT_BLANK * (width - len(digits)) + sign + digits + factor


class Readout(VGroup):
    """A label and a number that changes in place."""

    def __init__(self, label: str, layout: FixedFormat, value: float, colour: str) -> None:
        super().__init__()
        self.layout, self.value = layout, value
        self.prefix = formula(f"{label} =", colour=colour, size=LABEL_SIZE)
        # Laid out with its sign, which may come and go later.
        with_sign = "-" + layout.write(value)[1:]
        self.number = Number(with_sign, ORIGIN, colour=colour, size=NUMBER_SIZE)
        self.number.next_to(self.prefix, RIGHT, buff=GAP)
        self.add(self.prefix, self.number)

    def settle(self, height: float) -> Self:
        """Put label and number on one line at ``height``; from now on the number stays there."""
        # Labels hang by their equals sign, so that a subscript does not lift one of them.
        self.prefix.shift((0.0, height - float(self.prefix[-1].get_center()[1]), 0.0))
        self.number.anchor = np.array([float(self.prefix.get_right()[0]) + GAP, height, 0.0])
        return self.set_value(self.value)

    def set_value(self, value: float) -> Self:
        """Show ``value``."""
        self.number.set_text(self.layout.write(value))
        return self

    def follow(self, source: Callable[[], float]) -> None:
        """Show what ``source`` returns, in every frame."""
        self.number.add_updater(lambda m: m.set_text(self.layout.write(source())))


def slope_readout(layout: FixedFormat, value: float) -> Readout:
    """Return the read-out of a, in blue."""
    return Readout("a", layout, value, palette.SLOPE)


def intercept_readout(layout: FixedFormat, value: float) -> Readout:
    """Return the read-out of b, in orange."""
    return Readout("b", layout, value, palette.INTERCEPT)
