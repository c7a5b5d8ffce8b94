from math import inf, log10, sqrt

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats
from scipy.integrate import quad
from scipy.special import beta

from core.fits.correlation import density_by_chance, pearson_test
from core.fits.line import fit_line
from core.fits.student import log10_two_sided_p

X, Y = np.random.default_rng(8).normal(size=(2, 25))


def test_agrees_with_an_independent_program():
    test, other = pearson_test(X, X + Y), stats.pearsonr(X, X + Y)
    assert test.r == pytest.approx(other.statistic, rel=1e-12)
    assert test.p_value == pytest.approx(other.pvalue, rel=1e-9)
    assert test.log10_p == pytest.approx(log10(other.pvalue), rel=1e-9)
    assert test.confidence_interval(0.9) == pytest.approx(tuple(other.confidence_interval(0.9)))


def test_is_the_test_of_the_slope():
    assert pearson_test(X, Y).p_value == fit_line(X, Y).slope_p_value


@given(st.lists(st.tuples(*[st.floats(-1e9, 1e9)] * 2), min_size=2, max_size=9))
def test_symmetric_and_within_bounds(pairs):
    x, y = zip(*pairs, strict=True)
    assume(len(set(x)) > 1 < len(set(y)))
    test = pearson_test(x, y)
    assert test.r == pearson_test(y, x).r == -pearson_test(x, [-v for v in y]).r
    assert -1 <= test.r <= 1
    low, high = test.confidence_interval()
    assert -1 <= low <= test.r <= high <= 1


def test_two_points_always_lie_on_a_line_and_prove_nothing():
    test = pearson_test([1, 2], [5, 3])
    assert (test.r, test.p_value, test.log10_p) == (-1.0, 1.0, 0.0)
    assert test.confidence_interval() == (-1.0, 1.0)


@pytest.mark.parametrize("sign", [1, -1])
def test_a_perfect_relation(sign):
    test = pearson_test([1, 2, 3, 4], sign * np.arange(4))
    assert (test.r, test.t, test.p_value, test.log10_p) == (sign, sign * inf, 0.0, -inf)
    assert test.confidence_interval() == (sign, sign)


@pytest.mark.parametrize("place", ["x", "y"])
def test_constant_data_have_no_correlation(place):
    x, y = ([1, 1, 1], [1, 2, 3]) if place == "x" else ([1, 2, 3], [1, 1, 1])
    with pytest.raises(ValueError, match=f"all {place} are equal"):
        pearson_test(x, y)


def test_unrelated_data_have_p_one():
    test = pearson_test([-1, 0, 1], [1, 0, 1])
    assert (test.r, test.t, test.p_value, test.log10_p) == (0.0, 0.0, 1.0, 0.0)


def test_p_values_below_the_smallest_number():
    x = np.arange(2000.0)
    test = pearson_test(x, x + np.sin(x))
    assert test.p_value == 0
    assert -6000 < test.log10_p < -5000


@pytest.mark.parametrize("t", [1e151, 1e200, 1e290])
def test_the_far_tail_of_two_degrees_of_freedom_in_closed_form(t):
    """P(|T| > t) = 1 - t / sqrt(2 + t^2), which is 1 / t^2 far out."""
    assert log10_two_sided_p(t, 2) == pytest.approx(-2 * log10(t), rel=1e-14)


@pytest.mark.parametrize("dof", [4, 30, 1000, 10**6])
def test_the_logarithm_continues_the_p_value(dof):
    """The exact tail integral, summed by Gauss-Legendre in u = log t, far from its underflow."""
    t = sqrt(dof) * (10 ** (600 / (dof + 1)) if dof < 700 else sqrt(np.expm1(1600 / dof)))
    u, weights = np.polynomial.legendre.leggauss(200)
    span = 30 * (1 / dof + 1 / t**2)
    log_t = np.log(t) + span * (u + 1)
    density = stats.t.logpdf(np.exp(log_t), dof) + log_t
    top = density.max()
    log_p = np.log(2) + top + np.log((np.exp(density - top) * weights * span).sum())
    assert log_p / np.log(10) < -308
    assert log10_two_sided_p(t, dof) == pytest.approx(log_p / np.log(10), rel=1e-9)


@pytest.mark.parametrize("y", [[1, 3, 2, 5, 4, 7], [3, 1, 2, 2, 1, 3], [9, 7, 8, 4, 5, 1]])
def test_the_p_value_is_the_area_beyond_r_under_fishers_density(y):
    """(1 - r^2)^((n - 4) / 2) / B(1/2, (n - 2) / 2): Fisher, Biometrika 10 (1915), 507-521."""
    test = pearson_test(np.arange(6), y)
    tail = quad(lambda r: (1 - r * r) / beta(0.5, 2), abs(test.r), 1)[0]
    assert 2 * tail == pytest.approx(test.p_value)


@pytest.mark.parametrize("n", [4, 5, 11, 25])
def test_the_tails_of_the_density_by_chance_are_the_p_value(n):
    x, y = X[:n], (X + 2 * Y)[:n]
    test = pearson_test(x, y)
    tail, _ = quad(density_by_chance, abs(test.r), 1, args=(n,))
    whole, _ = quad(density_by_chance, -1, 1, args=(n,))
    assert 2 * tail == pytest.approx(test.p_value, rel=1e-7)
    assert whole == pytest.approx(1.0)


def test_the_density_by_chance_of_three_points_grows_to_both_ends():
    assert density_by_chance([-1, 0, 1], 3).tolist() == pytest.approx([inf, 1 / np.pi, inf])
    with pytest.raises(ValueError, match="at least 3"):
        density_by_chance(0.0, 2)
