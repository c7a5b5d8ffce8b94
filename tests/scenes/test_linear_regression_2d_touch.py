"""Why each mix is level at the best line: from very near it is steps along a and along b."""

import numpy as np
import pytest

from scenes.visuals.linear_regression_2d.surface.mixes import WAYS, passed
from tests.scenes.linear_regression_2d_seen import WATCHED, of_step

# What is as high as that looks so far aside, in sweeps: no more than a stroke is thick.
LEVEL = 0.02
pytestmark = pytest.mark.xdist_group(WATCHED.name)


def _touching():
    return [frame.cross for frame in of_step("touch") if frame.cross is not None]


def _nearest():
    near = max(cross.near for cross in _touching())
    return [cross for cross in _touching() if cross.near == near]


def _bent(stroke):
    (across, up), off = (stroke[-1] - stroke[0])[:2], (stroke - stroke[0])[:, :2].T
    return np.abs(across * off[1] - up * off[0]).max() / np.hypot(across, up)


def _aside(steps, angles):
    """Return how far ``steps`` (n, 2) on the sheet leave that of the ways which they follow."""
    return min(float(np.abs(steps @ [-np.sin(way), np.cos(way)]).max()) for way in angles)


def test_what_mixes_do_near_the_best_line_is_asked_before_it_is_told():
    asked = [f.cross for f in of_step("sweep both", "touch") if f.cross and f.cross.asked]
    assert len(asked) > 2
    for cross in asked:
        inner = np.linalg.norm(cross.mixes[:, 0], axis=1)
        assert inner.min() > 0.1, "only the wings are seen"
        assert np.ptp(inner) > 0.1, "nor does their hole tell where they are lowest"
    last = _touching()[-1]
    assert last.mixes[:, 0] == pytest.approx(np.zeros((2 * WAYS, 3)), abs=1e-6)
    assert np.linalg.norm(last.mixes[:, -1], axis=1).min() > 0.5, "in the end they are whole"


def test_until_the_steps_are_walked_nothing_is_seen_of_mixes_from_near():
    walked = [k for k, cross in enumerate(_nearest()) if cross.stairs is not None]
    before = _nearest()[: walked[-1] - 4]
    assert len(before) > 8
    for cross in before:
        assert np.abs(np.diff(cross.mixes, axis=1)).max() < 1e-6


def test_from_very_near_both_parabolas_and_a_net_beside_them_are_straight():
    sheet = WATCHED.film.stage.crosswise.sheet
    near = [cross.near for cross in _touching()]
    assert near[0] == 1
    assert max(near) > 8
    assert np.all(np.diff(near) >= 0), "one comes nearer, and stays there"
    assert max(_touching()[0].bent) > 0.5, "from afar one sees that they are bent"
    for cross in _nearest():
        assert max(cross.bent) < 0.06, "no more than a stroke is thick"
        assert len(cross.net) > 10
        apart = [_aside(line - line[0], sheet.angles) for line in cross.net]
        assert max(apart) < LEVEL, "each line of the net is straight and lies on the sheet"


def test_a_mix_is_walked_along_a_and_along_b_in_turn_and_never_leaves_the_sheet():
    sheet, ways = WATCHED.film.stage.crosswise.sheet, []
    walked = [cross.stairs for cross in _nearest() if cross.stairs is not None]
    for stairs in walked:
        for treads, angle in zip((stairs.first, stairs.second), sheet.angles, strict=True):
            if len(treads):
                assert _aside(np.diff(treads, axis=1)[:, 0], (angle,)) < LEVEL
            ways.append(len(treads))
    whole = walked[-1]
    assert max(ways) == len(whole.first) == len(whole.second) > 3, "in turn"
    assert np.all(np.diff(ways[::2]) >= 0), "once"
    end = walked[-1].here
    off = np.abs(whole.second[:, 1] @ [-end[1], end[0]]) / np.linalg.norm(end)
    assert off.max() < LEVEL, "a little of both is on the way of the mix"
    angle = np.arctan2(end[1], end[0])
    drawn = WATCHED.film.stage.crosswise.diagonal.angle + passed()
    apart = (drawn - angle + np.pi / 2) % np.pi - np.pi / 2
    assert np.abs(apart).min() < 0.03, "one of those that are drawn then"


def test_each_mix_is_then_drawn_on_the_sheet_as_straight_as_the_steps():
    last = _touching()[-1]
    assert max(map(_bent, last.mixes)) < 0.06


def test_from_afar_again_all_mixes_bend_upward_to_a_bowl_that_stands_on_the_sheet():
    back = [f.cross for f in of_step("bowl") if f.cross.mixes is not None and f.cross.opened == 1]
    near = [cross.near for cross in back]
    assert np.all(np.diff(near) <= 1e-9)
    assert near[-1] == pytest.approx(1)
    assert back[-1].rings
    for cross in back:
        assert cross.mixes[:, 0] == pytest.approx(np.zeros((2 * WAYS, 3)), abs=1e-6)
    assert all(np.diff(stroke[:, 1])[-1] > 0 for stroke in back[-1].mixes), "each climbs"
