"""What is said of counts is true of them, whatever they are."""

import pytest

from scenes.visuals.squared_versus_absolute.told import caught_at, counted


@pytest.mark.parametrize("counts", [(3, 3), (4, 2), (2, 4)])
def test_only_what_is_true_of_the_counts_is_said(counts):
    up, down = counts
    assert counted(counts) == f"{up} up, {down} down"
    for point in (None, 6):
        assert ("3 up, 3 down" in caught_at(point, counts)) == (up == down)


def test_a_point_is_spoken_of_only_where_one_catches_the_line():
    assert caught_at(6, (4, 3)) == "… until this point holds it."
    assert caught_at(None, (4, 3)) == "… until it is least."
