"""Leverage, Cook's distance and outliers against the definition: fit again without the point."""

import numpy as np
import pytest
from scipy import stats

from core.diagnosis import influence
from core.diagnosis.influence import most_influential
from core.fits.line import fit_line

RNG = np.random.default_rng(7)
X = RNG.uniform(0, 10, 12)
Y = 2 * X + 1 + RNG.normal(0, 1, 12)
FIT = fit_line(X, Y)


WEIGHTS = RNG.uniform(0.2, 5, 12)
WEIGHTED = fit_line(X, Y, weights=WEIGHTS)


def cook_by_definition(k: int, fit=FIT, w=np.ones(12)) -> float:  # noqa: B008  never changed
    """The summed squared shift of all fitted values when point k is left out, over 2 s^2."""
    rest = fit_line(np.delete(X, k), np.delete(Y, k), weights=np.delete(w, k))
    shift = fit.predict(X) - rest.predict(X)
    return float(w @ shift**2) / (2 * fit.residual_sd**2)


def t_by_definition(k: int) -> float:
    """The distance from the line of the others, over its standard error as a new point."""
    rest = fit_line(np.delete(X, k), np.delete(Y, k))
    low, high = rest.prediction_band(X[k], 0.5)
    error = float(high - low) / 2 / stats.t.ppf(0.75, rest.dof)
    return float(abs(Y[k] - rest.predict(X[k]))) / error


def test_the_largest_are_found():
    points = most_influential(X, Y, FIT)
    cook = [cook_by_definition(k) for k in range(12)]
    t = [t_by_definition(k) for k in range(12)]
    assert points["cook"].index == np.argmax(cook)
    assert points["cook"].cook == pytest.approx(max(cook))
    assert points["residual"].index == np.argmax(t)
    assert points["leverage"].index == np.argmax(np.abs(X - X.mean()))


def test_weights_count():
    points = most_influential(X, Y, WEIGHTED, WEIGHTS)
    cook = [cook_by_definition(k, WEIGHTED, WEIGHTS) for k in range(12)]
    assert points["cook"].index == np.argmax(cook)
    assert points["cook"].cook == pytest.approx(max(cook))
    design = np.sqrt(WEIGHTS)[:, None] * np.column_stack([X, np.ones(12)])
    leverage = np.diag(design @ np.linalg.pinv(design))
    assert points["leverage"].index == np.argmax(leverage)
    assert points["leverage"].leverage == pytest.approx(leverage.max())


def test_far_from_zero_nothing_changes():
    """About 1e13, where x has nine bits left below 1; these x have seven."""
    x = np.round(128 * X) / 128
    near, far = (most_influential(v, Y, fit_line(v, Y)) for v in (x, x + 2.0**43))
    for name, point in near.items():
        assert far[name].index == point.index
        assert far[name].cook == pytest.approx(point.cook, rel=1e-9)
        assert far[name].leverage == pytest.approx(point.leverage, rel=1e-12)


def test_the_outlier_test_is_the_t_test_against_the_others():
    point = most_influential(X, Y, FIT)["residual"]
    expected = 12 * 2 * stats.t.sf(t_by_definition(point.index), 9)
    assert point.outlier_p_value(12) == pytest.approx(min(1, expected))


def test_blocks_do_not_matter(monkeypatch):
    whole = most_influential(X, Y, FIT)
    monkeypatch.setattr(influence, "BLOCK", 5)
    assert most_influential(X, Y, FIT) == whole


def test_a_point_that_alone_sets_the_slope_has_leverage_one():
    x, y = np.array([8.0, 8, 8, 8, 19]), np.array([1.0, 2, 3, 5, 9])
    point = most_influential(x, y, fit_line(x, y))["leverage"]
    assert (point.index, point.leverage, point.cook) == (4, 1.0, np.inf)
    assert point.outlier_p_value(5) == 1


def test_a_point_off_a_perfect_line_is_an_outlier_beyond_doubt():
    x = np.arange(10.0)
    y = 2 * x
    y[6] += 5
    point = most_influential(x, y, fit_line(x, y))["residual"]
    assert point.index == 6
    assert point.outlier_p_value(10) == 0
