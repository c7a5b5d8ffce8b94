"""The sum of absolute residuals: its kinks, its flat bottom."""

import numpy as np

from core.landscape.absolute import absolute_residual, kinks
from core.tables.dataset import read_dataset

PAIRS = read_dataset("data/measured_twice.csv")


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
