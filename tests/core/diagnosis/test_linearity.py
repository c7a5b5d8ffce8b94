"""Curvature and unequal scatter against polynomial fits and regressions done in full."""

import numpy as np
import pytest
from scipy import stats

from core.diagnosis import linearity
from core.diagnosis.linearity import breusch_pagan, curvature
from core.fits.line import fit_line

RNG = np.random.default_rng(11)
X = RNG.uniform(-3, 7, 40)
Y = 0.3 * X**2 + X + RNG.normal(0, 1, 40) * (1 + 0.2 * (X + 3))
FIT = fit_line(X, Y)


def rss(degree: int) -> float:
    return float(np.polynomial.Polynomial.fit(X, Y, degree, full=True)[1][0][0])


@pytest.mark.parametrize("degree", [2, 3])
def test_curvature_is_the_f_test_of_the_higher_powers(degree):
    found = curvature(X, Y, FIT)[degree - 2]
    terms, dof = degree - 1, 40 - degree - 1
    F = (rss(1) - rss(degree)) / terms / (rss(degree) / dof)
    assert found.degree == degree
    assert found.share == pytest.approx(1 - rss(degree) / rss(1))
    assert found.p_value == pytest.approx(stats.f.sf(F, terms, dof), rel=1e-6)


def test_weights_count():
    w = RNG.uniform(0.2, 5, 40)
    fit = fit_line(X, Y, weights=w)
    parabola = np.polynomial.Polynomial.fit(X, Y, 2, w=np.sqrt(w))
    left = float(w @ (Y - parabola(X)) ** 2)
    assert curvature(X, Y, fit, w)[0].share == pytest.approx(1 - left / fit.rss)
    squared = w * (Y - fit.predict(X)) ** 2
    lagrange = 40 * np.corrcoef(squared, X)[0, 1] ** 2
    assert breusch_pagan(X, Y, fit, w).p_value == pytest.approx(stats.chi2.sf(lagrange, 1))


@pytest.mark.parametrize(("shift", "scale"), [(1e9, 1), (0, 1e-9), (0, 1e9)])
def test_units_and_origin_of_x_do_not_matter(shift, scale):
    x = X * scale + shift
    moved = curvature(x, Y, fit_line(x, Y))
    for a, b in zip(moved, curvature(X, Y, FIT), strict=True):
        assert a.share == pytest.approx(b.share, rel=1e-5)


def test_too_few_different_x_show_no_curvature():
    y = np.array([1.0, 2, 4, 3, 5, 7])
    for x, tried in [([0, 0, 0, 1, 1, 1], 0), ([0, 0, 1, 1, 2, 2], 1), ([0, 1, 2, 3, 4, 5], 2)]:
        xs = np.array(x, dtype=float)
        assert len(curvature(xs, y, fit_line(xs, y))) == tried


def test_three_points_cannot_tell_a_curve_from_scatter():
    x, y = np.array([0.0, 1, 2]), np.array([0.0, 1, 4])
    assert curvature(x, y, fit_line(x, y)) == ()


def test_breusch_pagan_is_a_regression_of_the_squared_residuals():
    squared = (Y - FIT.predict(X)) ** 2
    expected = 40 * np.corrcoef(squared, X)[0, 1] ** 2
    found = breusch_pagan(X, Y, FIT)
    assert found.p_value == pytest.approx(stats.chi2.sf(expected, 1))
    upper = X - X.mean() >= 0
    assert found.ratio**2 == pytest.approx(squared[upper].mean() / squared[~upper].mean())


def test_blocks_do_not_matter(monkeypatch):
    whole = [*curvature(X, Y, FIT), breusch_pagan(X, Y, FIT)]
    monkeypatch.setattr(linearity, "BLOCK", 7)
    for a, b in zip([*curvature(X, Y, FIT), breusch_pagan(X, Y, FIT)], whole, strict=True):
        assert a.p_value == pytest.approx(b.p_value)
