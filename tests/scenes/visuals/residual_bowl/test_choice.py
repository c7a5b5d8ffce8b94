"""The three points to begin with: two that cross on the map, one beside it."""

import numpy as np
import pytest

from scenes.visuals.residual_bowl.bowl.choice import fitting_levels, three
from scenes.visuals.residual_bowl.bowl.heights import Heights

SIZE = 8.0, 5.0


def gaps(slopes, starts):
    """Return gaps that are 0 along v = slope u + start."""
    slopes, starts = np.asarray(slopes, dtype=float), np.asarray(starts, dtype=float)
    return np.column_stack([slopes, -np.ones_like(slopes), starts])


def level_of(two):
    return float(fitting_levels(two[None], SIZE)[0][0])


def test_the_bowl_of_two_fills_the_map_at_its_level():
    two = gaps([-0.5, 0.7], [0.3, -0.2])
    level = level_of(two)
    rim = Heights(two.T @ two, SIZE, level).ellipse(level)
    filled = np.abs(rim).max(axis=0) / (np.array(SIZE) / 2)
    assert 0.9 < filled.max() <= 1


@pytest.mark.parametrize("two", [gaps([1, 1], [0, 1]), gaps([0, 1], [0, 9])])
def test_lines_that_do_not_cross_on_the_map_have_no_level(two):
    assert level_of(two) == 0


def test_the_steepest_comes_first_and_the_third_lifts_the_bowl():
    slopes = -np.linspace(0, 1, 9)
    some = gaps(slopes, 0.5 * np.cos(7 * slopes))
    first, second, third = three(some, SIZE)
    assert abs(slopes[first]) > abs(slopes[second])
    level = level_of(some[[first, second]])
    assert level > 0
    chosen = some[[first, second, third]]
    lifted = Heights(chosen.T @ chosen, SIZE, level).least / level
    assert 0.1 < lifted < 0.6


@pytest.mark.parametrize(
    ("some", "count"),
    [
        (gaps([0, 1], [0, 0.5]), 2),
        (gaps([1, 1, 1], [0, 1, 2]), 3),
        (gaps([0, 0.5, 1], [0, 0, 0]), 3),
    ],
)
def test_of_few_points_and_of_parallel_lines_some_are_chosen(some, count):
    chosen = three(some, SIZE)
    assert len(set(chosen)) == len(chosen) == count


def test_where_no_lines_cross_on_the_map_the_first_two_are_not_parallel():
    some = gaps([1.0, 1.0, 1.0, 0.9], [0, 1, 2, 9])
    first, second, _ = three(some, SIZE)
    assert some[first, 0] != some[second, 0]
