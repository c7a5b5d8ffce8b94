from functools import reduce
from operator import add

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.fits.line import LineFit, fit_line
from core.fits.moments import Moments
from tests.core.oracle import digits

NAMES = (
    "slope",
    "intercept",
    "rss",
    "residual_sd",
    "r_squared",
    "slope_stderr",
    "intercept_stderr",
)

numbers = st.floats(allow_nan=False, allow_infinity=False)
chunk = st.lists(st.tuples(numbers, numbers), min_size=1, max_size=6)


def moments(pairs):
    return Moments.of(*zip(*pairs, strict=True))


@given(chunk, chunk)
def test_few_points_add_to_the_moments_of_all(first, second):
    assert moments(first) + moments(second) == moments(first + second)


@given(chunk, chunk, chunk)
def test_addition_has_no_order(a, b, c):
    a, b, c = moments(a), moments(b), moments(c)
    assert (a + b) + c == (c + b) + a


@pytest.mark.parametrize("shift", [0.0, 1e8])
@pytest.mark.parametrize("order", ["random", "sorted"])
@pytest.mark.parametrize("size", [100, 1000, 20_000])
def test_chunks_give_the_answer_of_one_array(size, order, shift):
    random = np.random.default_rng(3)
    x = random.normal(size=60_000)
    x, y = x + shift, 2 * x + 1 + random.normal(size=60_000)
    if order == "sorted":
        x, y = x[np.argsort(x)], y[np.argsort(x)]
    parts = [Moments.of(x[i : i + size], y[i : i + size]) for i in range(0, len(x), size)]
    chunked, whole = LineFit(reduce(add, parts)), fit_line(x, y, exact=True)
    for name in NAMES:
        assert digits(getattr(chunked, name), getattr(whole, name)) >= 14.5, name


def test_weights_add_too():
    x, y, w = np.arange(9.0), np.arange(9.0) ** 2, np.arange(1.0, 10.0) / 7
    parts = [Moments.of(x[i : i + 3], y[i : i + 3], weights=w[i : i + 3]) for i in (0, 3, 6)]
    assert reduce(add, parts) == Moments.of(x, y, weights=w)


def test_the_size_of_moments_does_not_grow_with_the_data():
    one = Moments.of(np.linspace(1e-3, 1e3, 1000), np.linspace(-5, 1e6, 1000))
    many = reduce(add, [one] * 1000)
    assert many.A.numerator.bit_length() <= one.A.numerator.bit_length() + 10
    assert many.A.denominator == one.A.denominator


def test_a_chunk_of_one_point_is_a_chunk():
    parts = [Moments.of([x], [y]) for x, y in ((1, 2), (2, 4), (3, 7))]
    assert LineFit(reduce(add, parts)).slope == 2.5


@pytest.mark.parametrize("size", [40, 400])
def test_a_chunk_may_be_empty_or_weigh_nothing(size):
    x = np.arange(float(size))
    whole = Moments.of(x, x**2, weights=x)
    for nothing in (Moments.of([], []), Moments.of(x, x, weights=0 * x)):
        assert nothing.n == 0
        assert nothing + whole == whole + nothing == whole


def test_sum_adds_moments():
    parts = [Moments.of([x], [x * x]) for x in range(5)]
    assert sum(parts) == reduce(add, parts)
    with pytest.raises(TypeError):
        1 + parts[0]


def test_what_is_read_off_them_is_what_the_letters_say():
    m = Moments.of([1, 2, 4], [3, 5, 10], weights=[1, 2, 1])
    letters = {name: float(getattr(m, name)) for name in "NABCDE"}
    assert letters == {"N": 4, "A": 25, "B": 9, "C": 63, "D": 23, "E": 159}
    assert float(m.x_mean) == 9 / 4
    assert float(m.Sxx) == 25 - 81 / 4
    assert float(m.Sxy) == 63 - 9 * 23 / 4
    assert float(m.Syy) == 159 - 23**2 / 4
    assert float(m.rss) == pytest.approx(159 - 23**2 / 4 - (63 - 9 * 23 / 4) ** 2 / (25 - 81 / 4))


def test_moments_of_nothing_make_no_line():
    with pytest.raises(ValueError, match="there are no points"):
        LineFit(Moments.of([], []))


def test_moments_of_one_point_make_no_line():
    with pytest.raises(ValueError, match="1 point is too few"):
        LineFit(Moments.of([1], [2]))
