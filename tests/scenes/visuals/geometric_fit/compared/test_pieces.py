"""What upright ways gain and lose when their feet move."""

import numpy as np

from scenes.visuals.geometric_fit.compared.pieces import gained, lost

POINTS = np.array([[0.0, 3.0], [1.0, 3.0], [2.0, 0.5], [3.0, -1.0]])
BEFORE = POINTS * [1, 0]
AFTER = np.array([[0.0, 1.0], [1.0, -1.0], [2.0, 2.0], [3.0, 1.0]])  # the third on the other side


def test_what_grows_is_drawn_from_the_old_foot_to_the_new_one() -> None:
    starts, ends = gained(POINTS, BEFORE, AFTER)
    np.testing.assert_array_equal(starts, [BEFORE[1], POINTS[2], BEFORE[3]])
    np.testing.assert_array_equal(ends, AFTER[1:])


def test_what_shrinks_is_drawn_from_the_new_foot_to_the_old_one() -> None:
    starts, ends = lost(POINTS, BEFORE, AFTER)
    np.testing.assert_array_equal(starts, [AFTER[0], POINTS[2]])
    np.testing.assert_array_equal(ends, BEFORE[[0, 2]])


def test_both_together_are_as_long_as_the_feet_have_moved() -> None:
    pieces = (gained(POINTS, BEFORE, AFTER), lost(POINTS, BEFORE, AFTER))
    length = sum(np.abs(ends - starts).sum() for starts, ends in pieces)
    assert length == np.abs(AFTER - BEFORE).sum()
