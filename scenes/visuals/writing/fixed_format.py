"""Numbers that change in their place: how many digits they have, and their common power of ten."""

import math
from dataclasses import dataclass

from scenes.visuals.writing.numerals import DIGIT_BLANK

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
