"""Points on a line hold it as long as none of them has to pull by more than a full arrow."""

import numpy as np
import pytest

from core.fits.least_absolute import fit_least_absolute
from scenes.visuals.squared_versus_absolute.holding import holding

X = np.array([0.0, 1.0, 2.0, 3.0, 4.0])
LEVEL = (0.0, 0.0)


def test_known_answer():
    # Three points above at 1, 2, 3: the two at the ends pull down by one and a half each.
    on_it, pulls = holding(X, np.array([0.0, 1.0, 1.0, 1.0, 0.0]), LEVEL, 1e-9)
    np.testing.assert_array_equal(on_it, [True, False, False, False, True])
    np.testing.assert_allclose(pulls, [-1.5, -1.5])


def test_what_pulls_far_out_has_to_be_held_by_more():
    # One point above at 4, held at 0 and 1: the lever.
    _, pulls = holding(X[[0, 1, 4]], np.array([0.0, 0.0, 1.0]), LEVEL, 1e-9)
    np.testing.assert_allclose(pulls, [3.0, -4.0])


@pytest.mark.parametrize("unit", [1e-9, 1.0, 1e9])
@pytest.mark.parametrize("seed", range(8))
def test_a_best_line_is_held_and_no_other_one_through_two_points_is(seed, unit):
    rng = np.random.default_rng(seed)
    x, y = unit * rng.uniform(0, 10, 9), unit * rng.uniform(0, 10, 9)
    fit = fit_least_absolute(x, y)
    assert fit.unique
    for i in range(9):
        for j in range(i):
            a = (y[i] - y[j]) / (x[i] - x[j])
            line = a, y[i] - a * x[i]
            on_it, pulls = holding(x, y, line, 1e-8 * unit)
            assert on_it[[i, j]].all()
            is_best = np.allclose([a, line[1] / unit], [fit.slope, fit.intercept / unit])
            assert (np.abs(pulls).max() <= 1) == is_best


@pytest.mark.parametrize("y", [np.ones(5), np.array([0.0, 1.0, 1.0, 1.0, 1.0])])
def test_fewer_than_two_cannot_hold_it(y):
    on_it, pulls = holding(X, y, LEVEL, 1e-9)
    assert np.isnan(pulls).all()
    assert pulls.size == on_it.sum()
