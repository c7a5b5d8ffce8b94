"""The sum of absolute residuals: its kinks, its flat bottom, its level curves."""

import numpy as np
import pytest

from core.landscape.absolute import absolute_residual, equally_good_lines, kinks, level_curve
from core.tables.dataset import read_dataset

PAIRS = read_dataset("data/measured_twice.csv")
TURN = np.linspace(0, 2 * np.pi, 37)


def test_sum_is_that_of_the_definition_for_every_line_of_a_grid():
    a, b = np.linspace(-1, 2, 4)[:, None], np.linspace(-3, 5, 5)
    expected = [[sum(abs(PAIRS.y - (p * PAIRS.x + q))) for q in b] for p in a[:, 0]]
    np.testing.assert_allclose(absolute_residual(PAIRS.x, PAIRS.y, a, b), expected, rtol=1e-14)


def test_between_kinks_the_sum_is_straight_with_the_slope_below_minus_above():
    a = 0.5
    b = kinks(PAIRS.x, PAIRS.y, a)
    heights = absolute_residual(PAIRS.x, PAIRS.y, a, b)
    n = b.size
    np.testing.assert_allclose(np.diff(heights) / np.diff(b), 2 * np.arange(1, n) - n, atol=1e-12)


def test_between_the_middle_two_kinks_of_an_even_number_of_points_the_sum_is_flat():
    low, high = kinks(PAIRS.x, PAIRS.y, 0.5)[2:4]
    heights = absolute_residual(PAIRS.x, PAIRS.y, 0.5, np.linspace(low, high, 9))
    assert high > low
    assert np.ptp(heights) < 1e-12


def test_best_lines_of_repeated_measurements_are_all_that_pass_between_the_pairs():
    a, b = equally_good_lines(PAIRS.x, PAIRS.y)
    gaps = sum(abs(PAIRS.y[1::2] - PAIRS.y[::2]))
    weights = np.random.default_rng(3).dirichlet(np.ones(a.size), size=200)
    inside = absolute_residual(PAIRS.x, PAIRS.y, weights @ a, weights @ b)
    np.testing.assert_allclose(inside, gaps, rtol=1e-13)


def test_no_line_beats_the_best_lines():
    a, b = equally_good_lines(PAIRS.x, PAIRS.y)
    least = absolute_residual(PAIRS.x, PAIRS.y, a[0], b[0])
    rng = np.random.default_rng(5)
    others = absolute_residual(PAIRS.x, PAIRS.y, rng.normal(0.5, 2, 9999), rng.normal(1, 5, 9999))
    assert others.min() >= least * (1 - 1e-13)


def test_corners_go_round_a_convex_polygon():
    a, b = equally_good_lines(PAIRS.x, PAIRS.y)
    da, db = np.roll(a, -1) - a, np.roll(b, -1) - b
    turns = da * np.roll(db, -1) - db * np.roll(da, -1)
    assert (turns > 0).all()


def test_unique_optimum_has_one_corner():
    x, y = np.arange(5.0), np.array([0.0, 1.0, 2.0, 3.0, 40.0])
    a, b = equally_good_lines(x, y)
    np.testing.assert_allclose((a, b), ([1.0], [0.0]), atol=1e-15)


def test_equal_x_are_refused():
    with pytest.raises(ValueError, match="all x are equal"):
        equally_good_lines([2, 2, 2], [1, 2, 3])


def test_level_curve_lies_at_its_level():
    a, b = level_curve(PAIRS.x, PAIRS.y, 11.0, TURN)
    np.testing.assert_allclose(absolute_residual(PAIRS.x, PAIRS.y, a, b), 11.0, rtol=1e-12)


def test_level_below_the_optimum_is_refused():
    with pytest.raises(ValueError, match="too low"):
        level_curve(PAIRS.x, PAIRS.y, 7.0, TURN)
