"""The sum of absolute residuals: its definition, its straight pieces."""

import numpy as np

from core.landscape.absolute import absolute_residual

X = np.array([1.0, 1.0, 4.0, 4.0, 7.0, 7.0])
Y = np.array([3.0, 5.5, 5.0, 6.4, 5.5, 9.2])


def test_sum_is_that_of_the_definition_for_every_line_of_a_grid():
    a, b = np.linspace(-1, 2, 4)[:, None], np.linspace(-3, 5, 5)
    expected = [[sum(abs(Y - (p * X + q))) for q in b] for p in a[:, 0]]
    np.testing.assert_allclose(absolute_residual(X, Y, a, b), expected, rtol=1e-14)


def test_between_points_the_sum_is_straight_with_the_slope_below_minus_above():
    a = 0.5
    b = np.sort(Y - a * X)
    heights = absolute_residual(X, Y, a, b)
    n = b.size
    np.testing.assert_allclose(np.diff(heights) / np.diff(b), 2 * np.arange(1, n) - n, atol=1e-12)


def test_between_the_middle_two_of_an_even_number_of_points_the_sum_is_flat():
    a = 0.5
    low, high = np.sort(Y - a * X)[2:4]
    heights = absolute_residual(X, Y, a, np.linspace(low, high, 9))
    assert high > low
    assert np.ptp(heights) < 1e-12
