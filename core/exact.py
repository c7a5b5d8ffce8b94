"""Exact arithmetic with ordinary integers.

A float64 is an integer divided by a power of two. Brought to one denominator, data become
integers, and sums of their products have no rounding at all. Only the last step rounds: Python
divides two integers of any size to the nearest float64.

>>> integers([0.5, 3.0, 0.75])
([2, 12, 3], 4)
>>> ratio(1, 3)
0.3333333333333333
>>> root_ratio(2, 1)
1.4142135623730951
"""

from collections.abc import Sequence
from math import inf, isqrt


def integers(values: Sequence[float]) -> tuple[list[int], int]:
    """Return integers and one power of two, so that value = integer / power exactly."""
    ratios = [value.as_integer_ratio() for value in values]
    denominator = max([d for _, d in ratios], default=1)
    return [n * (denominator // d) for n, d in ratios], denominator


def ratio(numerator: int, denominator: int) -> float:
    """Return the float64 nearest to numerator / denominator, infinite beyond 1.8e308.

    ``denominator`` is positive.
    """
    try:
        return numerator / denominator
    except OverflowError:
        return inf if numerator > 0 else -inf


def root_ratio(numerator: int, denominator: int) -> float:
    """Return sqrt(numerator / denominator) as float64; both in full, whatever their size.

    The quotient is shifted by an even number of bits until its integer square root has at least
    100 bits, so the one rounding that counts is the last.
    """
    shift = 200 + denominator.bit_length() - numerator.bit_length()
    shift += shift % 2
    if shift >= 0:
        return ratio(isqrt((numerator << shift) // denominator), 1 << shift // 2)
    return ratio(isqrt(numerator // (denominator << -shift)) << -shift // 2, 1)
