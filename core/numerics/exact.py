"""Exact arithmetic with ordinary integers.

A float64 is an integer divided by a power of two. Brought to one denominator, data become
integers, and sums of their products have no rounding at all. Only the last step rounds: Python
divides two integers of any size to the nearest float64.

>>> whole, power = integers([0.5, 3.0, 0.75])
>>> [n / power for n in whole]
[0.5, 3.0, 0.75]
>>> ratio(1, 3)
0.3333333333333333
>>> root_ratio(2, 1)
1.4142135623730951
"""

from collections.abc import Iterable
from math import frexp, inf, isqrt

_TWO_53 = 2.0**53


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


def root_ratio(numerator: int, denominator: int) -> float:
    """Return sqrt(numerator / denominator) as float64; both in full, whatever their size.

    The quotient is shifted by an even number of bits until its integer square root has at least
    70 bits, so the one rounding that counts is the last.
    """
    shift = 140 + denominator.bit_length() - numerator.bit_length()
    shift += shift % 2
    if shift >= 0:
        return ratio(isqrt((numerator << shift) // denominator), 1 << shift // 2)
    return ratio(isqrt(numerator // (denominator << -shift)) << -shift // 2, 1)
