"""How the sheets turn at last."""

import numpy as np
import pytest

from scenes.visuals.geometric_fit.sheet.cloud import Cloud
from scenes.visuals.geometric_fit.sheet.turns import (
    APART,
    EVENLY,
    SEEN,
    apart_after,
    evenly,
    quarter_after,
    to_upright,
)


def test_an_even_turn_begins_and_ends_at_rest_and_is_nowhere_faster_than_it_says() -> None:
    times = np.linspace(0, 1, 401)
    way = np.array([evenly(time) for time in times])
    speed = np.diff(way) / np.diff(times)
    assert (way[0], way[-1]) == (0, pytest.approx(1))
    assert speed.min() > 0
    assert max(speed[0], speed[-1]) < 0.05
    assert speed.max() == pytest.approx(1 / EVENLY)


@pytest.mark.parametrize("line", [0.2, 1.1, 1.5, 1.6, 2.9])
def test_the_shorter_way_that_is_seen_sets_the_line_upright(line: float) -> None:
    turn = to_upright(line)
    assert np.cos(line + turn) == pytest.approx(0, abs=1e-12)
    assert SEEN <= abs(turn) < np.pi
    assert abs(turn) <= np.pi / 2 or abs(np.pi / 2 - line) < SEEN


@pytest.mark.parametrize("spread", [(3.0, 1.0), (1.2, 1.0), (9.0, 1.0)])
@pytest.mark.parametrize("turn", [0.6, -0.9])
def test_a_right_angle_farther_both_lines_agree_and_then_they_lie_apart(
    spread: tuple[float, float], turn: float
) -> None:
    flat = np.random.default_rng(2).normal(size=(60, 2)) * spread
    cloud = Cloud.of(flat @ [[np.sin(turn), np.cos(turn)], [-np.cos(turn), np.sin(turn)]])
    end = to_upright(cloud.best_angle)
    level = quarter_after(end)
    assert abs(level - end) == pytest.approx(np.pi / 2)
    assert np.sin(cloud.upright_angle(level) - cloud.best_angle) == pytest.approx(0, abs=1e-9)
    last = apart_after(cloud, level)
    assert 0 < abs(last - level) <= np.pi / 2
    assert np.sign(last - level) == np.sign(level - end) == np.sign(end)
    between = (cloud.best_angle - cloud.upright_angle(last)) % np.pi
    assert min(between, np.pi - between) >= APART - 1e-9
