from fractions import Fraction
from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.numerics.error_free import two_difference, two_product, two_sum
from core.numerics.exact import Ratio, integers, ratio

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


ratios = st.tuples(st.integers(-(10**30), 10**30), st.integers(1, 10**20))


@given(ratios, ratios)
def test_ratios_calculate_as_fractions_do(one, other):
    a, b, f, g = Ratio(*one), Ratio(*other), Fraction(*one), Fraction(*other)
    results = [(a + b, f + g), (a - b, f - g), (a * b, f * g), (-a, -f)]
    if g:
        results.append((a / b, f / g))
    for ours, truth in results:
        assert Fraction(ours.numerator, ours.denominator) == truth
        assert ours.denominator > 0
        assert float(ours) == float(truth)
        assert bool(ours) == bool(truth)
    assert (a < b, a == b) == (f < g, f == g)


def test_a_ratio_is_its_value_however_it_is_written():
    assert Ratio(2, 4) == Ratio(1, 2)
    assert hash(Ratio(2, 4)) == hash(Ratio(1, 2))
    assert Ratio(1) != 1
    with pytest.raises(ZeroDivisionError):
        Ratio(1) / Ratio(0)


def test_powers_of_two_do_not_pile_up():
    """Sums of a million numbers have the denominator of the smallest, not the product of all."""
    total = sum((Ratio.of(2.0**-k) for k in range(60)), start=Ratio(0))
    assert total.denominator == 2**59


@given(whole, whole)
def test_a_root_is_the_nearest_number(n, d):
    root = Ratio(n, d).sqrt()
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
    assert Ratio(10**400).sqrt() == 1e200
    assert Ratio(0, 5).sqrt() == 0


@given(moderate, moderate)
def test_nothing_is_lost(a, b):
    x, y = np.float64(a), np.float64(b)
    difference, error = two_difference(x, y)
    assert Fraction(float(difference)) + Fraction(float(error)) == Fraction(a) - Fraction(b)
    total, error = two_sum(x, y)
    assert Fraction(float(total)) + Fraction(float(error)) == Fraction(a) + Fraction(b)
    product, error = two_product(x, y)
    assert Fraction(float(product)) + Fraction(float(error)) == Fraction(a) * Fraction(b)
