"""What is said of counts is true of them, whatever they are."""

import pytest

from scenes.visuals.squared_versus_absolute.told import (
    caught_at,
    counted,
    either_way,
    end_pull,
    pulled_back,
)


@pytest.mark.parametrize("counts", [(3, 3), (4, 2), (2, 4)])
def test_only_what_is_true_of_the_counts_is_said(counts):
    up, down = counts
    assert counted(counts) == f"{up} up, {down} down"
    for point in (None, 6):
        assert ("3 up, 3 down" in caught_at(point, counts)) == (up == down)


def test_a_point_is_spoken_of_only_where_one_catches_the_line():
    assert caught_at(6, (4, 3)) == "… until this point holds it."
    assert caught_at(None, (4, 3)) == "… until it is least."


def test_counts_are_the_reason_only_where_more_pull_back_than_on():
    assert pulled_back((4, 3)) == "4 against 3: pulled back. The sum grows."
    assert either_way((4, 3), (4, 3)) == "Either way 4 against 3: the line stays."
    for counts in ((3, 3), (3, 4)):
        assert pulled_back(counts) == "It is pulled back. The sum grows."
        assert either_way(counts, counts) == "Either way it is pulled back: the line stays."
    assert "against" not in either_way((4, 3), (5, 2))


def test_a_pull_is_said_to_be_as_before_only_if_it_was_there():
    assert "no longer than before" in end_pull(as_before=True)
    assert "before" not in end_pull(as_before=False)
