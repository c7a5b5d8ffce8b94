"""The sum of many float64 numbers without any rounding, at some passes over the numbers.

>>> exact_sum(np.array([1e300, 1.0, -1e300]))
Fraction(1, 1)
"""

from fractions import Fraction

import numpy as np

from core.numerics.validation import FloatArray

_BITS = 32
"""Whole numbers of this size are added as int64 up to 2^31 of them."""


def exact_sum(values: FloatArray) -> Fraction:
    """Return the sum of finite values, shape (n,).

    The leading bits of all are cut at one place, added as integers, and what is left comes next.
    """
    total, rest = Fraction(0), values
    while rest.any():
        cut = int(np.frexp(np.abs(rest).max())[1]) - _BITS
        leading = np.trunc(np.ldexp(rest, -cut))
        total += int(leading.astype(np.int64).sum()) * Fraction(2) ** cut
        rest = rest - np.ldexp(leading, cut)
    return total
