"""On a way between two sets with the same numbers, all points have them."""

import numpy as np
import pytest

from core.fits.correlation import pearson_test
from core.fits.line import fit_line
from scenes.visuals.correlation.points.way import Form, Trade, Way

N = 11
SOME = np.random.default_rng(3).normal(size=(4, N))


def numbers(x, y):
    fit = fit_line(x, y)
    return x.mean(), x.std(), fit.slope, fit.intercept, pearson_test(x, y).r, y.std()


def two_sets():
    """Return two sets of random points that share all numbers."""
    x, y, u, v = SOME
    one, other = Form.of((x, 2 * x + y)), Form.of((u, v - u))
    return one.places, Form(one.numbers, other.across, other.off).places


@pytest.mark.parametrize("share", np.linspace(0, 1, 9))
def test_every_number_stands_still_on_the_way(share):
    start, end = two_sets()
    assert numbers(*end) == pytest.approx(numbers(*start))
    assert numbers(*Way(start, end).at(share)) == pytest.approx(numbers(*start))


def test_a_way_begins_and_ends_with_the_points_it_was_given():
    start, end = two_sets()
    way = Way(start, end)
    for share, places in ((0.0, start), (1.0, end)):
        np.testing.assert_array_equal(way.at(share), places)
    np.testing.assert_allclose(way.at(1e-9), start, atol=1e-6)
    np.testing.assert_allclose(way.at(1 - 1e-9), end, atol=1e-6)
    assert np.abs(np.array(way.at(0.5)) - start).min() > 0


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_every_number_stands_still_while_two_points_at_one_x_trade_heights(share):
    x, y = SOME[0].copy(), SOME[1]
    x[4] = x[7]
    trade = Trade((x, y), (4, 7), aside=0.5)
    assert numbers(*trade.at(share)) == pytest.approx(numbers(x, y))
    for end, heights in ((0.0, y[[4, 7]]), (1.0, y[[7, 4]])):
        across, up = trade.at(end)
        np.testing.assert_array_equal(across, x)
        np.testing.assert_array_equal(up[[4, 7]], heights)
        np.testing.assert_array_equal(np.delete(up, [4, 7]), np.delete(y, [4, 7]))
    np.testing.assert_allclose(trade.at(1e-9), (x, y), atol=1e-6)


@pytest.mark.parametrize("turn", [0.0, 0.1, 0.77])
def test_a_ring_has_the_numbers_of_its_points_however_it_is_turned(turn):
    start, _ = two_sets()
    assert numbers(*Form.of(start).ring(turn).places) == pytest.approx(numbers(*start))
