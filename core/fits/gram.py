"""The sums of the normal equations of several variables, without rounding.

The matrix of all sums of products of two columns (Gram's matrix) squares the condition of the
problem, which costs all digits when it is rounded and none when it is not. So it is returned in
integers. `add_exactly` multiplies Python's own. `add_in_blocks` does the same at the speed of
BLAS: each value is cut into digits so short that float64 adds thousands of their products without
rounding (K. Ozaki, T. Ogita, S. Oishi & S. M. Rump, Numerical Algorithms 59 (2012)).

>>> gram = add_in_blocks(np.array([[0.5, 0.25], [0.5, 0.75]]), None)
>>> gram.sums / 2**gram.exponent
array([[0.5, 0.5],
       [0.5, 0.625]], dtype=object)
"""

from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.numerics.error_free import two_product
from core.numerics.exact import integers
from core.numerics.validation import FloatArray

Integers: TypeAlias = NDArray[np.object_]

_BITS = 20
"""A digit is a whole number of at most 2^20, the sum of two twice as large, and _BLOCK products
of such sums stay within 2^53. Each digit stands 21 bits below the one before: it was rounded."""
_BLOCK = 2048
_SPAN = 512 * _BLOCK
"""So many rows add up to at most 2^62."""
_MOST_DIGITS = 10
_MANY, _DIGITS_OF_MANY = 10_000, 4
"""Many values are cut 83 bits below 1, many products with weights 104: enough for all digits of
the fit up to a condition of 1e8, and to lose one more for each further power of ten."""
_TILE_ROWS, _TILE_WIDTH = 256, 32
"""Products of matrices of this size are too small for BLAS to start threads, which on a busy
machine wait for each other ten times as long as they compute."""


class Gram(NamedTuple):
    """Sums of w x_i x_j, integers over ``2**exponent``, shape (p, p)."""

    sums: Integers
    exponent: int


def add_exactly(table: FloatArray, weights: FloatArray | None) -> Gram:
    """Return the sums over the rows of ``table``, shape (n, p), to the last bit; slow."""
    whole, power = integers(table.ravel().tolist())
    x = np.array(whole, dtype=object).reshape(table.shape)
    w, w_power = (1, 1) if weights is None else integers(weights.tolist())
    sums = (x.T * np.array(w, dtype=object)) @ x
    return Gram(sums, (power * power * w_power).bit_length() - 1)


def add_in_blocks(table: FloatArray, weights: FloatArray | None) -> Gram:
    """Return the sums over the rows of ``table``, shape (n, p), of numbers below 1 in size.

    Weights, below 1 too, are those whose roots float64 has, which shifts the fit by 1e-16 standard
    errors. What lies below 2^-209 in a value does not count, nor below 2^-83 in one of many.
    """
    p = table.shape[1]
    total = np.full((p, p), 0, dtype=object)
    for first in range(0, len(table), _SPAN):
        rows = slice(first, first + _SPAN)
        roots = None if weights is None else np.sqrt(weights[rows, np.newaxis])
        span = _add_span(table[rows], roots, many=len(table) > _MANY)
        for s, t in np.argwhere(span.any(axis=(1, 3))).tolist():
            total += span[s, :, t].astype(object) << (_BITS + 1) * (2 * (_MOST_DIGITS - 1) - s - t)
    return Gram(total, 2 * _BITS + 2 * (_BITS + 1) * (_MOST_DIGITS - 1))


def _add_span(table: FloatArray, roots: FloatArray | None, *, many: bool) -> NDArray[np.int64]:
    """Return the sums of products of digits, shape (digits, p, digits, p)."""
    p = table.shape[1]
    most = _DIGITS_OF_MANY if many else _MOST_DIGITS
    sums = np.zeros((_MOST_DIGITS * p, _MOST_DIGITS * p), dtype=np.int64)
    for first in range(0, len(table), _BLOCK):
        x = table[first : first + _BLOCK]
        if roots is None:
            digits = _digits(x, most)
        else:
            root = np.broadcast_to(roots[first : first + _BLOCK], x.shape)
            product, error = two_product(x, root)
            digits = _sum(_digits(product, most + many), _digits(error, most + many))
        k = digits.shape[1]
        sums[:k, :k] += _products(digits).astype(np.int64)
    return sums.reshape(_MOST_DIGITS, p, _MOST_DIGITS, p)


def _digits(values: FloatArray, most: int) -> FloatArray:
    """Return at most so many digits of values, shape (n, p), side by side, as whole numbers."""
    digits, rest = [], values * 2.0**_BITS
    for _ in range(most):
        digit = np.rint(rest)
        digits.append(digit)
        rest = rest - digit
        if not rest.any():
            break
        rest *= 2.0 ** (_BITS + 1)
    return np.concatenate(digits, axis=1)


def _sum(a: FloatArray, b: FloatArray) -> FloatArray:
    """Return a + b, where one has fewer columns than the other."""
    total = np.zeros((len(a), max(a.shape[1], b.shape[1])))
    total[:, : a.shape[1]] += a
    total[:, : b.shape[1]] += b
    return total


def _products(digits: FloatArray) -> FloatArray:
    """Return digits' digits for at most _BLOCK rows, tile by tile."""
    n, k = digits.shape
    rows, tiles = min(n, _TILE_ROWS), -(-k // _TILE_WIDTH)
    groups, width = -(-n // rows), -(-k // tiles)
    padded = np.zeros((groups * rows, tiles * width))
    padded[:n, :k] = digits
    right = padded.reshape(groups, rows, tiles, width).transpose(2, 0, 1, 3)
    left = right.transpose(0, 1, 3, 2)
    sums = np.zeros((tiles, width, tiles, width))
    for t in range(tiles):  # what stands before is the same, mirrored
        sums[t, :, t:] = (left[t] @ right[t:]).sum(axis=1).transpose(1, 0, 2)
    upper = np.triu(sums.reshape(tiles * width, tiles * width)[:k, :k])
    return upper + np.triu(upper, 1).T
