"""Sums in blocks against the sums themselves, in rational arithmetic."""

from fractions import Fraction

import numpy as np
import pytest

from core.numerics.block_sums import power_sums
from tests.core.oracle import digits, fractions

RANDOM = np.random.default_rng(12)
X, NOISE = RANDOM.normal(size=(2, 3000))
CAUCHY = RANDOM.standard_cauchy(3000)

CASES = {
    "a cloud": (X, NOISE, None),
    "a line": (X, 2 * X + 1 + NOISE, None),
    "a close line": (X, 2 * X + 1 + 1e-9 * NOISE, None),
    "a line but for rounding": (X, X / 3, None),
    "far from zero": (X + 1e9, X + NOISE + 1e12, None),
    "the pivot far off": (np.where(np.arange(3000) == 1500, 1e12, X), NOISE, None),
    "far points": (CAUCHY**3, CAUCHY**3 + NOISE, None),
    "weights": (X + 1e6, X + NOISE, 10.0 ** RANDOM.uniform(-6, 6, 3000)),
    "one weight above all": (X, 2 * X + NOISE, np.where(np.arange(3000) == 7, 1e25, 1.0)),
    "two weights above all": (X, 2 * X + NOISE, np.where(np.arange(3000) < 2, 1e25, 1.0)),
}


def spreads(sums):
    """Sums about the mean and the residual sum of squares, in which cancellation would show."""
    w, xx, x, xy, y, yy = sums
    sxx, sxy, syy = xx - x * x / w, xy - x * y / w, yy - y * y / w
    return sxx, sxy, syy - sxy**2 / sxx


@pytest.mark.parametrize(("x", "y", "weights"), CASES.values(), ids=CASES)
def test_no_digits_are_lost(x, y, weights):
    found = [Fraction(s.numerator, s.denominator) for s in power_sums(x, y, weights)]
    ws = [Fraction(1)] * len(x) if weights is None else fractions(weights)
    points = list(zip(ws, fractions(x), fractions(y), strict=True))
    truth = [
        sum(ws),
        sum(w * u * u for w, u, _ in points),
        sum(w * u for w, u, _ in points),
        sum(w * u * v for w, u, v in points),
        sum(w * v for w, _, v in points),
        sum(w * v * v for w, _, v in points),
    ]
    for ours, right in zip(spreads(found), spreads(truth), strict=True):
        assert digits(ours, right) >= 12.5


@pytest.mark.parametrize("top", [10, 10**5])
def test_whole_numbers_are_summed_exactly(top):
    x, y = RANDOM.integers(-top, top, (2, 50_000))
    w, xx, x1, xy, y1, yy = power_sums(x, y, None)
    assert [float(s) for s in (w, x1, y1)] == [50_000, x.sum(), y.sum()]
    assert [float(s) for s in (xx, xy, yy)] == [x @ x, x @ y, y @ y]
    assert all(s.denominator == 1 for s in (w, xx, x1, xy, y1, yy))


@pytest.mark.parametrize("bad", [np.nan, np.inf, 1e160, 1e-160])
@pytest.mark.parametrize("place", ["x", "y"])
def test_what_float64_cannot_square_is_left_to_integers(bad, place):
    factor = np.where(np.arange(3000) == 99, bad, 1.0) if not 0 < bad < 1e200 else bad
    x, y = (X * factor, NOISE) if place == "x" else (X, NOISE * factor)
    assert power_sums(x, y, None) is None


@pytest.mark.parametrize("n", [1025, 8192, 8193, 20_000])
def test_every_point_is_counted_once(n):
    x = np.arange(float(n))
    w, _, x1, *_ = power_sums(x, x % 7, None)
    assert (float(w), float(x1)) == (n, n * (n - 1) / 2)
