"""What is said of counts, and of what turns a line, is true of them, whatever they are."""

import numpy as np
import pytest

from scenes.visuals.squared_versus_absolute.told import (
    caught_at,
    counted,
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


@pytest.mark.parametrize("left", [-5.0, 5.0])
def test_a_pull_is_said_to_decide_only_where_it_turns_more_than_the_rest_leave_of_each_other(left):
    nearly, not_nearly, more = ([6.0, 5.0, other] for other in (-13.0, -15.0, -16.0))
    assert pulled_back(left, np.array(nearly)) == "The rest nearly balances: its pull decides."
    assert pulled_back(left, np.array(not_nearly)) == "Its pull decides. The sum grows."
    assert pulled_back(left, np.array(more)) == "It pulls back. The sum grows."


def test_a_pull_is_said_to_be_as_before_only_if_it_was_there():
    assert "no longer than before" in end_pull(as_before=True)
    assert "before" not in end_pull(as_before=False)
