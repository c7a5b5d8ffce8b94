from fractions import Fraction
from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.numerics.error_free import two_difference, two_product, two_sums
from core.numerics.exact import integers, ratio, root_ratio

finite = st.floats(allow_nan=False, allow_infinity=False)
moderate = st.floats(-1e100, 1e100).filter(lambda v: v == 0 or abs(v) > 1e-100)
whole = st.integers(1, 10**400)


@given(st.lists(finite, max_size=8))
def test_integers_are_the_numbers_themselves(values):
    numerators, denominator = integers(values)
    assert [Fraction(n, denominator) for n in numerators] == [Fraction(v) for v in values]


@pytest.mark.parametrize(("value", "error"), [(inf, OverflowError), (float("nan"), ValueError)])
def test_what_is_no_number_has_no_integer(value, error):
    with pytest.raises(error):
        integers([1.0, value])


@given(whole, whole)
def test_a_root_is_the_nearest_number(n, d):
    root = root_ratio(n, d)
    if 1e-300 < root < 1e300:
        below, above = (
            Fraction(float(v)) for v in (np.nextafter(root, 0), np.nextafter(root, inf))
        )
        middle = Fraction(root)
        assert ((below + middle) / 2) ** 2 <= Fraction(n, d) <= ((middle + above) / 2) ** 2


def test_ratios_beyond_the_range():
    assert ratio(10**400, 1) == inf
    assert ratio(-(10**400), 1) == -inf
    assert ratio(1, 10**400) == 0
    assert root_ratio(10**400, 1) == 1e200
    assert root_ratio(0, 5) == 0


@given(moderate, moderate)
def test_nothing_is_lost(a, b):
    x, y = np.float64(a), np.float64(b)
    difference, error = two_difference(x, y)
    assert Fraction(float(difference)) + Fraction(float(error)) == Fraction(a) - Fraction(b)
    product, error = two_product(x, y)
    assert Fraction(float(product)) + Fraction(float(error)) == Fraction(a) * Fraction(b)


@given(st.lists(st.floats(-1e10, 1e10), min_size=1, max_size=50))
def test_a_sum_and_its_remainder(values):
    total, remainder = two_sums(np.array([values]))
    exact = sum(map(Fraction, values))
    error = abs(Fraction(float(total[0])) + Fraction(float(remainder[0])) - exact)
    assert error <= Fraction(max(map(abs, values))) / 10**28
