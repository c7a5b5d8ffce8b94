"""How the sheets turn at last."""

import numpy as np
import pytest

from scenes.visuals.geometric_fit.turns import (
    EVENLY,
    evenly,
    level_before,
    onwards,
    round_to_upright,
)


def test_an_even_turn_begins_and_ends_at_rest_and_is_nowhere_faster_than_it_says() -> None:
    times = np.linspace(0, 1, 401)
    way = np.array([evenly(time) for time in times])
    speed = np.diff(way) / np.diff(times)
    assert (way[0], way[-1]) == (0, pytest.approx(1))
    assert speed.min() > 0
    assert max(speed[0], speed[-1]) < 0.05
    assert speed.max() == pytest.approx(1 / EVENLY)


@pytest.mark.parametrize("line", [0.2, 1.1, 1.6, 2.9])
def test_the_longer_way_round_sets_the_line_upright_and_level_before_that(line: float) -> None:
    turn = round_to_upright(line)
    assert np.cos(line + turn) == pytest.approx(0, abs=1e-12)
    assert abs(turn) > np.pi / 2
    level = level_before(turn)
    assert np.sin(line + level) == pytest.approx(0, abs=1e-12)
    assert 0 < level / turn < 1, "on the way"
    assert abs(onwards(turn)) > abs(turn)
