"""Arrows go into their stacks one after the other, and none passes over a stack."""

import numpy as np
import pytest

from scenes.visuals.squared_versus_absolute.stacks.gathering import on_their_way, ways

FIRST = np.array([False, True, False, True])


def test_those_of_the_farther_stack_have_all_gone_before_the_last_ones_leave():
    order = [k for share in np.linspace(0, 1, 500) for k in np.flatnonzero(ways(share, FIRST) == 1)]
    assert [*dict.fromkeys(order)] == [1, 3, 0, 2]
    np.testing.assert_array_equal(ways(0.0, FIRST), 0)
    np.testing.assert_array_equal(ways(1.0, FIRST), 1)


@pytest.mark.parametrize("share", np.linspace(0, 1, 7))
def test_never_more_than_two_are_on_their_way(share):
    way = ways(share, FIRST)
    assert np.count_nonzero((way > 0) & (way < 1)) <= 2


def test_each_goes_upright_first_then_across():
    start, end = np.array([[4.0, -2.0, 0.0]]), np.array([[0.0, 2.0, 0.0]])
    x, y, _ = np.array([on_their_way(start, end, np.array([w]))[0] for w in (0, 0.4, 0.6, 1)]).T
    assert x[0] == x[1] > x[2] > x[3]
    assert y[0] < y[1] < y[2] == y[3]


def test_one_that_goes_straight_is_always_between_its_start_and_its_end():
    start, end = np.array([[4.0, -2.0, 0.0]]), np.array([[0.0, 2.0, 0.0]])
    for way in (0.0, 0.3, 0.8, 1.0):
        (x, y, _) = on_their_way(start, end, np.array([way]), straight=True)[0]
        assert x == pytest.approx(2.0 - y)
