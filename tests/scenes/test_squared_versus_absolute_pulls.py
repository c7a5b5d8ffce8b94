"""How points pull at the lines of SquaredVersusAbsolute, and where these go when let go."""

from itertools import pairwise

import numpy as np
import pytest

from core.fits.least_absolute import fit_least_absolute
from core.fits.line import fit_line
from scenes.visuals.squared_versus_absolute.tipping import TIPS, left_by, pivot
from tests.scenes.squared_versus_absolute_seen import (
    HEIGHTS,
    MANY,
    WATCHED,
    best,
    dragged,
    frames,
    shown,
)

pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def film():
    return WATCHED.film


def pulling(which, *steps):
    """Return the looks at one of the two charts while all of its arrows are there."""
    seen = [f.balances[which] for f in frames(*steps) if shown(f, pulls_of(which))]
    return [one for one in seen if one.grown == 1 and len(one.pulls[0]) > 3]


def left_x():
    """Return x of the point that the line leaves when it tips: its arrow grows then."""
    drag = WATCHED.film.drag
    return MANY.x[left_by(drag.stray, HEIGHTS, drag.balances[1].chart.y_scale.span)]


def pulls_of(which):
    return WATCHED.film.drag.balances[which].pulls


def test_squares_pull_as_far_as_they_miss():
    for one in pulling(0, "pull"):
        x, y = dragged(one.height)
        at, foot, reach = one.pulls
        misses = np.interp(at, x, y) - foot
        np.testing.assert_allclose(foot, np.polyval(one.line, at), atol=1e-6)
        np.testing.assert_allclose(reach, misses, atol=1e-6)


def test_lengths_pull_alike_near_or_far_and_towards_their_point():
    looks = pulling(1, "pull", "balance", "cross")
    assert np.ptp([one.height for one in looks]) > 5
    for one in looks:
        x, y = dragged(one.height)
        at, _, reach = one.pulls
        assert np.ptp(np.abs(reach[~np.isclose(at, left_x())])) < 1e-6
        misses = np.interp(at, x, y) - np.polyval(one.line, at)
        np.testing.assert_array_equal(np.sign(reach), np.sign(misses))


def test_held_a_line_stays_and_let_go_it_turns_until_the_pulls_hold_each_other():
    looks = pulling(0, "pull")
    assert looks[0].line == best(fit_line, HEIGHTS.home), "held while the point went astray"
    assert looks[0].height == pytest.approx(HEIGHTS.far)
    free = [one for one in looks if one.line == best(fit_line, one.height)]
    assert len(free) > 2
    for one in free:
        assert one.pulls[2].sum() == pytest.approx(0, abs=1e-6)


def test_both_lines_are_let_go_at_once_the_one_turns_and_the_other_one_stays(film):
    both = film.drag.balances
    stacked = [f for f in frames("pull") if f.gathered == 1]
    assert all(shown(f, film.drag.columns) for f in stacked)
    for f in stacked:
        assert shown(f, both[0].clamps) == shown(f, both[1].clamps)
    held = [f for f in stacked if shown(f, both[0].clamps)]
    assert held[0].columns[1] > 1.5 * held[0].columns[0], "more pulls down"
    assert {f.stacked for f in stacked} == {(3, 3)}
    turned = [f.balances[0].line for f in stacked]
    assert abs(turned[-1][0] - turned[0][0]) > 0.3
    lines = np.array([f.balances[1].line for f in stacked])
    np.testing.assert_allclose(lines, lines[:1] * np.ones((len(lines), 1)), atol=1e-6)
    assert stacked[-1].balances[1].line == best(fit_least_absolute, HEIGHTS.far)
    assert stacked[-1].balances[0].line == best(fit_line, HEIGHTS.far)


def test_while_green_is_let_go_the_pull_of_the_stray_point_stands_out_from_all_others(film):
    drag = film.drag
    falling = [
        f for f in frames("pull") if f.gathered == 1 and not shown(f, drag.balances[0].clamps)
    ]
    turning = [f for f in falling if f.balances[0].line != best(fit_line, HEIGHTS.far)]
    assert len(turning) > 4
    for f in turning:
        assert shown(f, drag.far_pull)
        assert f.dimmed < 0.7
        _, foot, reach = f.far
        line = f.balances[0].line
        assert foot == pytest.approx(np.polyval(line, MANY.x[-1]))
        assert foot + reach == pytest.approx(HEIGHTS.far)
    assert falling[-1].dimmed == 1, "that both stacks are equally high is seen"


def test_the_pull_at_the_end_of_the_line_that_stays_is_what_it_was_before(film):
    drag, lengths = film.drag, film.drag.balances[1]
    said = next(one for one in film.sentences if "no longer than before" in one.text)
    looks = [f for f in frames("pull") if said.start + 1.4 < f.time < said.end]
    assert looks
    for f in looks:
        assert shown(f, drag.end_pull)
        assert shown(f, drag.before)
        assert f.bright[0] < 0.7, "it stands out"
        assert f.before == pytest.approx(HEIGHTS.home)
        assert f.stacked == lengths.pulling(HEIGHTS.home) == (3, 3)
        np.testing.assert_allclose(f.end[2], -abs(lengths.one_step.step))
        home = np.polyval(f.balances[1].line, MANY.x[-1]) - HEIGHTS.home
        assert home > 0, "it pulled down then, too"
        tip = min(drag.end_pull.points[:, 1])
        assert tip > max(drag.before.dot.points[:, 1]), "its head is clear of the dot"
    assert not any(shown(f, drag.before) for f in frames("cross"))


def test_while_it_is_crossed_the_line_is_pinned_at_both_points_and_turns_once_one_pin_is_out(film):
    resting = best(fit_least_absolute, HEIGHTS.far)
    looks = frames("cross")
    for before, f in pairwise(looks):
        if before.pulled != f.pulled:
            assert shown(f, film.drag.other_pin)
        if f.balances[1].line != resting:
            assert not shown(f, film.drag.other_pin)
    assert not any(shown(f, film.drag.balances[1].clamps) for f in looks)


def test_the_line_is_pinned_at_one_of_its_two_points_which_alone_would_not_hold_it(film):
    x, y = dragged(HEIGHTS.far)
    kept = pivot(film.drag.stray, HEIGHTS)
    pinned = [f for f in frames("balance") if shown(f, film.drag.pin.head)]
    assert all(f.pin == pytest.approx((x[kept], y[kept])) for f in pinned)
    turned = [f.balances[1].line for f in pinned + frames("cross")]
    for line in turned:
        assert np.polyval(line, x[kept]) == pytest.approx(y[kept], abs=1e-6), "about the pin"
    assert all(shown(f, film.drag.pin) for f in frames("cross"))
    left = pinned[-1].ringed
    misses = np.round(y - fit_least_absolute(x, y).predict(x), 6)
    assert misses[left] == 0
    # What turns it about the pin, each pull as far as it is away: without the other point, down.
    turning = float(np.sum(np.sign(misses) * (x - x[kept])))
    assert 0 < abs(turning) < abs(x[left] - x[kept])


def test_the_point_in_the_ring_pulls_the_tipped_line_back_either_way(film):
    x, y = dragged(HEIGHTS.far)
    kept = pivot(film.drag.stray, HEIGHTS)
    resting = fit_least_absolute(x, y)
    looks = [f for f in frames("balance") if shown(f, film.drag.ringed)]
    ways = set()
    for f in looks:
        line = f.balances[1].line
        assert np.polyval(line, x[kept]) == pytest.approx(y[kept], abs=1e-6)
        assert f.ringed != kept
        tip = np.polyval(line, x[f.ringed]) - resting.predict(x[f.ringed])
        pull = y[f.ringed] - np.polyval(line, x[f.ringed])
        assert tip == pytest.approx(-pull, abs=1e-6)
        ways.add(np.sign(round(float(tip), 6)))
        if abs(tip) < TIPS[0] * film.drag.balances[1].chart.y_scale.span / 2:
            assert not len(f.marked[2]), "it has not left the point yet"
    assert ways == {-1, 0, 1}
    assert any(len(f.marked[2]) for f in looks)


def test_whoever_counts_the_arrows_at_the_line_finds_them_in_the_stacks(film):
    resting = [
        (before, f)
        for before, f in pairwise(frames("balance", "cross", "answer"))
        if before.balances[1].line == f.balances[1].line
        and before.pulled == f.pulled
        and shown(f, film.drag.tally)
        and f.balances[1].grown == 1
    ]
    assert len(resting) > 50
    for _, f in resting:
        _, _, reach = f.balances[1].pulls
        assert f.stacked == (np.sum(reach > 0), np.sum(reach < 0))


@pytest.mark.parametrize("which", [0, 1])
def test_wherever_the_point_is_it_and_its_arrow_are_in_the_frame(film, which):
    scale = film.drag.balances[which].chart.y_scale
    for one in pulling(which, "pull", "cross"):
        assert scale.low <= one.height <= scale.high
        _, foot, reach = one.pulls
        rounding = 1e-6 * scale.span
        assert np.all(foot + reach >= scale.low - rounding)
        assert np.all(foot + reach <= scale.high + rounding)


def test_a_full_arrow_is_as_long_as_the_step_it_comes_from(film):
    balance = film.drag.balances[1]
    full, newest = abs(balance.one_step.step), []
    for one in pulling(1, "pull", "balance", "cross"):
        at, _, reach = one.pulls
        left = np.isclose(at, left_x())
        np.testing.assert_allclose(np.abs(reach[~left]), full)
        newest += [*np.abs(reach[left])]
    newest = np.array(newest)
    assert np.all(newest < full + 1e-6)
    assert np.count_nonzero(newest > full - 1e-6) > newest.size / 2, "whole wherever it rests"


def test_it_moves_only_once_the_point_has_crossed_it_and_is_let_go():
    looks = [f.balances[1] for f in frames("cross")]
    crossed = [np.polyval(one.line, MANY.x[-1]) < one.height for one in looks]
    first = crossed.index(True)
    assert first > 0
    resting = best(fit_least_absolute, HEIGHTS.far)
    held = [one.line for one in looks if one.height < HEIGHTS.beyond - 1e-6]
    assert held
    assert all(line == resting for line in held)
    assert looks[-1].line == best(fit_least_absolute, HEIGHTS.beyond)
    assert abs(looks[-1].line[0] - looks[first].line[0]) > 0.1
