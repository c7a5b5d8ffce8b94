"""The centroid of points and their scatter: the sums of products about it.

Read in blocks that fit the cache, once about the centroid of a sample; what that misses of the
true one is corrected, or where it is much, the points are read again.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from core.numerics.validation import FloatArray

_ROWS = 2048
_SAMPLE = 1000


class Scatter(NamedTuple):
    """The centroid c, shape (d,), and sum (p - c)(p - c)' over the points p, shape (d, d)."""

    centroid: FloatArray
    matrix: FloatArray


def scatter(p: FloatArray) -> Scatter:
    """Return the scatter of points of shape (n, d), whose squares do not overflow."""
    some = p[:: -(-len(p) // _SAMPLE)]
    pivot = some[0] + (some - some[0]).mean(axis=0)  # exact where all share a coordinate
    found = _scatter(p, pivot)
    miss = found.centroid - pivot
    if len(p) * (miss @ miss) > np.trace(found.matrix):
        return _scatter(p, found.centroid)
    return found


def _scatter(p: FloatArray, pivot: FloatArray) -> Scatter:
    sums, products = np.zeros(len(pivot)), np.zeros((len(pivot), len(pivot)))
    for block in blocks(p):
        q = block - pivot
        sums += q.sum(axis=0)
        products += q.T @ q
    return Scatter(pivot + sums / len(p), products - np.outer(sums, sums) / len(p))


def blocks(p: FloatArray) -> Iterator[FloatArray]:
    """Yield the points some thousand at a time."""
    for k in range(0, len(p), _ROWS):
        yield p[k : k + _ROWS]
