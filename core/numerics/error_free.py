"""Sums and products of float64 together with their rounding errors.

T. J. Dekker, A floating-point technique for extending the available precision, Numerische
Mathematik 18 (1971); D. E. Knuth, The Art of Computer Programming 2, section 4.2.2.

>>> two_difference(np.float64(1.0), np.float64(1e-17))
(np.float64(1.0), np.float64(-1e-17))
>>> two_product(np.float64(0.1), np.float64(10.0))
(np.float64(1.0), np.float64(5.551115123125783e-17))
"""

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Value = TypeVar("Value", float, np.float64, NDArray[np.float64])

_SPLITTER = 2.0**27 + 1


def two_sum(a: Value, b: Value | float) -> tuple[Value, Value]:
    """Return s and its error, so that a + b = s + error exactly."""
    s = a + b
    z = s - a
    return s, (a - (s - z)) + (b - z)


def two_difference(a: Value, b: Value) -> tuple[Value, Value]:
    """Return d and its error, so that a - b = d + error exactly."""
    return two_sum(a, -b)


def two_product(a: Value, b: Value | float) -> tuple[Value, Value]:
    """Return p and its error, so that a b = p + error exactly, below 1e300."""
    p = a * b
    a_high, a_low = _split(a)
    b_high, b_low = _split(b)
    return p, ((a_high * b_high - p) + a_high * b_low + a_low * b_high) + a_low * b_low


def _split(a: Any) -> tuple[Any, Any]:
    c = _SPLITTER * a
    high = c - (c - a)
    return high, a - high
