"""Exact arithmetic with ordinary integers.

A float64 is an integer divided by a power of two. Brought to one denominator, data become
integers, and sums of their products have no rounding at all. Only the last step rounds: Python
divides two integers of any size to the nearest float64.

>>> whole, power = integers([0.5, 3.0, 0.75])
>>> [n / power for n in whole]
[0.5, 3.0, 0.75]
>>> third = Ratio(1) / Ratio(3)
>>> float(third + third), (third + third).sqrt()
(0.6666666666666666, 0.816496580927726)
"""

from collections.abc import Iterable
from math import frexp, inf, isqrt

_TWO_53 = 2.0**53


class Ratio:
    """An exact quotient of integers, never reduced; the denominator is positive.

    What ``fractions.Fraction`` does, ten times as fast: the search for common factors would take
    longer than everything else in the fit of a line.
    """

    __slots__ = ("denominator", "numerator")

    def __init__(self, numerator: int, denominator: int = 1) -> None:
        self.numerator = numerator
        self.denominator = denominator

    @staticmethod
    def of(value: float) -> "Ratio":
        """Return a float64 as it is; OverflowError for infinity, ValueError for NaN."""
        return Ratio(*value.as_integer_ratio())

    def __repr__(self) -> str:
        """Show both integers."""
        return f"Ratio({self.numerator}, {self.denominator})"

    def __add__(self, other: "Ratio") -> "Ratio":
        """Return the sum; one denominator serves both where it is a multiple of the other."""
        a, b = self.denominator, other.denominator
        if a == b:
            return Ratio(self.numerator + other.numerator, a)
        if a > b and not a % b:
            return Ratio(self.numerator + other.numerator * (a // b), a)
        if b > a and not b % a:
            return Ratio(self.numerator * (b // a) + other.numerator, b)
        return Ratio(self.numerator * b + other.numerator * a, a * b)

    def __neg__(self) -> "Ratio":
        """Return the opposite."""
        return Ratio(-self.numerator, self.denominator)

    def __sub__(self, other: "Ratio") -> "Ratio":
        """Return the difference."""
        return self + Ratio(-other.numerator, other.denominator)

    def __mul__(self, other: "Ratio") -> "Ratio":
        """Return the product."""
        return Ratio(self.numerator * other.numerator, self.denominator * other.denominator)

    def __truediv__(self, other: "Ratio") -> "Ratio":
        """Return the quotient; ZeroDivisionError when ``other`` is 0."""
        if other.numerator > 0:
            return Ratio(self.numerator * other.denominator, self.denominator * other.numerator)
        if not other.numerator:
            raise ZeroDivisionError("division of a Ratio by 0")
        return -self / -other

    def __eq__(self, other: object) -> bool:
        """Compare the values, however they are written."""
        if not isinstance(other, Ratio):
            return NotImplemented
        return self.numerator * other.denominator == other.numerator * self.denominator

    def __lt__(self, other: "Ratio") -> bool:
        """Compare the values."""
        return self.numerator * other.denominator < other.numerator * self.denominator

    def __hash__(self) -> int:
        """Return one number for equal values."""
        return hash(float(self))

    def __bool__(self) -> bool:
        """Tell whether the value differs from 0."""
        return bool(self.numerator)

    def __float__(self) -> float:
        """Return the nearest float64, infinite beyond 1.8e308."""
        return ratio(self.numerator, self.denominator)

    def sqrt(self) -> float:
        """Return the float64 nearest to the square root, whatever the size of both integers.

        The quotient is shifted by an even number of bits until its integer square root has at
        least 70 bits, so the one rounding that counts is the last.
        """
        shift = 140 + self.denominator.bit_length() - self.numerator.bit_length()
        shift += shift % 2
        if shift >= 0:
            root = isqrt((self.numerator << shift) // self.denominator)
            return ratio(root, 1 << shift // 2)
        return ratio(isqrt(self.numerator // (self.denominator << -shift)) << -shift // 2, 1)


def integers(values: Iterable[float]) -> tuple[list[int], int]:
    """Return integers and one power of two, so that value = integer / power exactly.

    Raises OverflowError for infinity and ValueError for NaN, as ``int`` does.
    """
    parts = list(map(frexp, values))
    least = min([exponent for _, exponent in parts], default=0)
    whole = [int(m * _TWO_53) << exponent - least for m, exponent in parts]
    if least <= 53:
        return whole, 1 << 53 - least
    return [n << least - 53 for n in whole], 1


def ratio(numerator: int, denominator: int) -> float:
    """Return the float64 nearest to numerator / denominator, infinite beyond 1.8e308.

    ``denominator`` is positive.
    """
    try:
        return numerator / denominator
    except OverflowError:
        return inf if numerator > 0 else -inf
