"""How points pull at the lines of SquaredVersusAbsolute, and where these go when let go."""

import numpy as np
import pytest

from core.fits.least_absolute import fit_least_absolute
from core.fits.line import fit_line
from scenes.visuals.squared_versus_absolute.pulls import SQUARE_PULL
from scenes.visuals.squared_versus_absolute.tally import DOWN_STACK, UP
from tests.scenes.rehearsal import RATE
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


def pulls_of(which):
    return WATCHED.film.drag.balances[which].pulls


def edge_of(which):
    return WATCHED.film.drag.balances[which].edge


def test_squares_pull_as_far_as_they_miss():
    for one in pulling(0, "pull"):
        x, y = dragged(one.height)
        at, foot, reach = one.pulls
        misses = np.interp(at, x, y) - foot
        np.testing.assert_allclose(foot, np.polyval(one.line, at), atol=1e-6)
        # The arrow towards a point far out of the frame is cut at its edge.
        whole = foot + SQUARE_PULL * misses
        low = WATCHED.film.drag.balances[0].chart.y_scale.low
        np.testing.assert_allclose(foot + reach, np.maximum(whole, low), atol=1e-6)


def test_lengths_pull_alike_near_or_far_and_towards_their_point():
    looks = pulling(1, "pull", "balance", "cross")
    assert np.ptp([one.height for one in looks]) > 5
    for one in looks:
        x, y = dragged(one.height)
        at, _, reach = one.pulls
        assert np.ptp(np.abs(reach)) < 1e-6
        misses = np.interp(at, x, y) - np.polyval(one.line, at)
        np.testing.assert_array_equal(np.sign(reach), np.sign(misses))


def test_held_a_line_stays_and_let_go_it_turns_until_the_pulls_hold_each_other():
    looks = pulling(0, "pull")
    assert looks[0].line == best(fit_line, HEIGHTS.home), "held while the point went astray"
    assert looks[0].height == pytest.approx(HEIGHTS.far)
    free = [one for one in looks if one.line == best(fit_line, one.height)]
    assert {round(one.height, 3) for one in free} > {
        round(HEIGHTS.far, 3),
        round(HEIGHTS.away, 3),
    }, "it follows wherever the point is dragged"
    seen = [one for one in free if one.height > HEIGHTS.farthest]
    assert seen
    for one in seen:
        assert one.pulls[2].sum() == pytest.approx(0, abs=1e-6)


def test_the_line_of_least_lengths_stays_when_it_is_let_go_and_the_point_dragged_on():
    looks = pulling(1, "pull")
    lines = [one.line for one in looks]
    assert lines[0] == best(fit_least_absolute, HEIGHTS.home)
    np.testing.assert_allclose(lines, lines[0] * np.ones((len(lines), 1)), atol=1e-6)
    assert looks[-1].height == pytest.approx(HEIGHTS.away)
    heights = [one.height for one in looks]
    assert np.ptp(heights) > 0.5 * (HEIGHTS.high - HEIGHTS.low)
    assert np.all(np.diff(heights) <= 1e-6), "it only falls"
    assert lines[-1] == best(fit_least_absolute, HEIGHTS.away)


def test_out_of_the_frame_the_point_is_not_seen_and_still_pulls(film):
    low = film.drag.balances[1].chart.y_scale.low
    looks = [one for one in pulling(1, "pull") if one.height < low]
    assert looks[-1].faint == 0
    for one in looks:
        assert np.isclose(one.pulls[0], film.drag.stray.x).any()


@pytest.mark.parametrize("which", [0, 1])
def test_a_wedge_at_the_edge_says_where_the_point_went_that_is_out_of_sight(film, which):
    looks = [f.balances[which] for f in frames("pull") if shown(f, edge_of(which))]
    assert looks[0].edge == 0, "in sight"
    assert looks[-1].edge == 1
    for one in looks:
        assert one.edge == pytest.approx(1 - one.faint)
    x, y = looks[-1].edge_at
    assert (x.min() + x.max()) / 2 == pytest.approx(film.drag.stray.x)
    assert y.min() == pytest.approx(film.drag.balances[which].chart.y_scale.low)
    assert x[np.argmin(y)] == pytest.approx(film.drag.stray.x), "it points down"


def test_a_full_arrow_is_as_long_as_the_step_it_comes_from(film):
    balance = film.drag.balances[1]
    for one in pulling(1, "pull", "balance", "cross"):
        np.testing.assert_allclose(np.abs(one.pulls[2]), abs(balance.one_step.step))


def stacked(film):
    """Return the looks at rest, all arrows stacked, and how many arrows point up and down."""
    found = []
    for frame in frames("balance", "cross"):
        tails, tips = frame.stacked[:, 0], frame.stacked[:, 1]
        stand = np.isin(tails[:, 0].round(6), [UP, DOWN_STACK])
        if shown(frame, film.drag.tally) and len(tails) and stand.all():
            np.testing.assert_array_equal(tails[:, 0].round(6) == UP, tips[:, 1] > tails[:, 1])
            up = int(np.sum(tips[:, 1] > tails[:, 1]))
            found.append((frame, up, len(tails) - up))
    return found


def test_a_point_above_the_line_has_an_arrow_in_one_stack_and_one_below_it_in_the_other(film):
    looks = stacked(film)
    assert len(looks) > 6 * RATE
    for frame, up, down in looks:
        x, y = dragged(frame.balances[1].height)
        misses = y - np.polyval(frame.balances[1].line, x)
        assert (up, down) == (np.sum(misses > 1e-6), np.sum(misses < -1e-6))


def test_both_stacks_are_equally_high_except_while_the_held_line_is_crossed(film):
    first, *_, last = looks = stacked(film)
    assert first[1:] == last[1:] == (3, 3)
    resting = best(fit_least_absolute, HEIGHTS.far)
    uneven = [frame for frame, up, down in looks if up != down]
    assert uneven
    for frame in uneven:
        assert frame.step == "cross"
        assert frame.balances[1].height > np.polyval(resting.expected, MANY.x[-1])
    for frame, up, down in looks:
        tops = [
            frame.stacked[frame.stacked[:, 0, 0].round(6) == at][..., 1].max()
            for at in (UP, DOWN_STACK)
        ]
        assert np.sign(np.diff(tops).round(6)) == np.sign(down - up)


def test_the_points_in_rings_are_those_on_the_line_and_it_turns_about_one_of_them(film):
    ringed = [f for f in frames("cross") if shown(f, film.drag.pegs)]
    counts = set()
    for frame in ringed:
        x, y = dragged(frame.balances[1].height)
        on_it = np.abs(y - np.polyval(frame.balances[1].line, x)) < 1e-6
        np.testing.assert_allclose(frame.pegs, x[on_it], atol=1e-6)
        counts.add(int(on_it.sum()))
    assert counts >= {1, 2}
    assert len(ringed[0].pegs) == len(ringed[-1].pegs) == 2
    assert sum(np.isclose(ringed[0].pegs, ringed[-1].pegs)) == 1, "another one holds it now"


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
