"""What SquaredVersusAbsolute shows is what core computes."""

import numpy as np
import pytest

from core.fits.least_absolute import fit_least_absolute
from core.fits.line import fit_line
from core.landscape.absolute import absolute_residual
from core.landscape.residual import residual
from scenes.visuals.squared_versus_absolute.pulls import SQUARE_PULL
from tests.scenes.rehearsal import RATE
from tests.scenes.squared_versus_absolute_seen import BEST, HEIGHTS, MANY, WATCHED, best, dragged

pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def film():
    return WATCHED.film


def frames(*steps):
    return [frame for frame in WATCHED.frames if frame.step in steps]


def shown(frame, part):
    return id(part) in frame.shown


def test_both_lines_of_the_drag_are_the_best_lines_of_core_in_every_frame(film):
    heights = set()
    for frame in frames("torn", "sums", "answer"):
        if shown(frame, film.drag.squared):
            assert frame.squared == best(fit_line, frame.pulled)
        if shown(frame, film.drag.absolute):
            assert frame.absolute == best(fit_least_absolute, frame.pulled)
        heights.add(round(frame.pulled, 1))
    assert min(heights) == round(HEIGHTS.farthest, 1)
    assert max(heights) == round(HEIGHTS.beyond, 1)


def test_the_lines_agree_at_first_and_are_far_apart_when_the_point_is_astray():
    first, far = frames("torn")[0], min(frames("torn"), key=lambda frame: frame.pulled)
    end = MANY.x.max()
    apart = [
        abs(np.polyval(frame.squared, end) - np.polyval(frame.absolute, end))
        for frame in (first, far)
    ]
    span = HEIGHTS.high - HEIGHTS.low
    assert 0.01 < apart[0] / span < 0.05, "both are seen"
    assert apart[1] / span > 0.2


def test_all_points_are_there_whenever_their_line_is(film):
    for frame in frames("torn", "sums", "answer"):
        if shown(frame, film.drag.absolute) and shown(frame, film.drag.chart):
            assert frame.points == MANY.x.size - 1, frame.step


def totals(film):
    return film.trial.squared, film.trial.absolute


def test_levels_in_the_tanks_are_the_sums_of_the_line_on_trial(film):
    trial, points = film.trial, dragged(HEIGHTS.far)
    for k, (total, sum_of) in enumerate(
        zip(totals(film), (residual, absolute_residual), strict=True)
    ):
        levels = [
            (frame.levels[k], total.tank.top_of(float(sum_of(*points, *frame.tried))))
            for frame in frames("sums")
            if shown(frame, total.layers) and shown(frame, trial.line)
        ]
        assert len(levels) > 20
        np.testing.assert_allclose(*zip(*levels, strict=True), atol=1e-6)


@pytest.mark.parametrize("which", [0, 1])
def test_the_line_on_trial_stops_where_its_sum_is_least_and_its_own_line_appears(film, which):
    total, line = totals(film)[which], (film.drag.squared, film.drag.absolute)[which]
    looks = [f for f in frames("sums") if shown(f, total.layers)]
    tried = [f for f in looks if shown(f, film.trial.line)]
    first = next(k for k, f in enumerate(tried) if shown(f, line))
    assert tried[first - 1].tried == best(BEST[which], HEIGHTS.far)
    assert min(f.levels[which] for f in looks) == pytest.approx(tried[first - 1].levels[which])
    assert total.tank.mark.points[0, 1] == pytest.approx(tried[first - 1].levels[which])


def test_the_line_on_trial_starts_badly_and_both_sums_fall_until_the_squares_are_least(film):
    both = [f for f in frames("sums") if all(shown(f, one.layers) for one in totals(film))]
    least = next(k for k, f in enumerate(both) if f.tried == best(fit_line, HEIGHTS.far))
    falling = np.array([f.levels for f in both[: least + 1]])
    assert np.all(np.diff(falling, axis=0) <= 1e-6)
    bottom = totals(film)[0].tank.box.bottom
    assert np.all(falling[0] - bottom > np.array([1.5, 1.1]) * (falling[-1] - bottom))


def test_from_there_on_the_squares_grow_while_the_lengths_still_shrink(film):
    turning = [
        f.levels
        for f in frames("sums")
        if shown(f, film.drag.squared)
        and shown(f, film.trial.line)
        and shown(f, film.trial.squared.layers)
        and not shown(f, film.drag.absolute)
    ]
    sums = np.array([lengths for _, lengths in turning])
    lowest = int(np.argmax(sums < sums.min() + 1e-6))
    assert sums[lowest:].max() > sums[lowest] + 0.02, "beyond, they grow again"
    squares, lengths = np.diff(turning[: lowest + 1], axis=0).T
    assert lowest > 4
    assert np.all(squares >= -1e-6)
    assert np.all(lengths <= 1e-6)


@pytest.mark.parametrize("which", [0, 1])
def test_from_the_first_fall_on_a_mark_stays_at_the_lowest_level_so_far(film, which):
    total = totals(film)[which]
    seen = [f for f in frames("sums") if shown(f, total.layers)]
    first = next(k for k, f in enumerate(seen) if f.levels[which] < seen[0].levels[which] - 1e-6)
    for k, frame in enumerate(seen[first:], first):
        assert shown(frame, total.tank.mark)
        # Between two looks the level may have been lower by a little, never higher.
        lowest = min(one.levels[which] for one in seen[: k + 1])
        assert lowest - 0.05 < frame.marks[which] <= lowest + 1e-6
    above = [f.levels[which] - f.marks[which] for f in seen[first:]]
    assert max(above) > 0.02, "both rise again"
    assert (above[-1] > 0.02) == (which == 0), "the lengths are least last"


def pulling(which, *steps):
    """Return the looks at one of the two charts while all of its arrows are there."""
    seen = [f.balances[which] for f in frames(*steps) if shown(f, pulls_of(which))]
    return [one for one in seen if one.grown == 1 and len(one.pulls[0]) > 3]


def pulls_of(which):
    return WATCHED.film.drag.balances[which].pulls


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
    looks = pulling(1, "pull", "held", "votes")
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


def test_without_the_points_in_rings_the_line_would_tip_and_they_pull_it_back(film):
    resting = best(fit_least_absolute, HEIGHTS.far)
    looks = [f for f in frames("held") if shown(f, film.drag.pegs)]
    tilts = [frame.balances[1].line[0] - resting.expected[0] for frame in looks]
    tipped = int(np.argmax(np.abs(tilts)))
    # The stray point pulls down at the far end, and so does the line go.
    assert tilts[tipped] < -0.1
    assert not shown(looks[tipped], film.drag.holding.submobjects[0])
    assert looks[-1].balances[1].line == resting
    assert len(looks[-1].pulls) == 2
    assert shown(looks[-1], film.drag.holding.submobjects[0])


def test_a_pushed_line_is_pulled_back_by_the_points_that_hold_it(film):
    sides = set()
    for frame in frames("held"):
        line = frame.balances[1].line
        x, y = dragged(frame.balances[1].height)
        on_it = np.isclose(x[:, None], frame.pegs, atol=1e-4).any(axis=1)
        off = (y - np.polyval(line, x))[on_it]
        if shown(frame, film.drag.holding.submobjects[0]) and np.abs(off).min() > 0.1:
            if np.ptp(off) > 1e-6:
                continue  # tipped, not pushed
            np.testing.assert_array_equal(np.sign(frame.pulls[:, 1]), np.sign(off))
            if np.allclose(np.abs(frame.pulls[:, 1]), 1):
                sides.add(float(np.sign(off[0])))
            resting = best(fit_least_absolute, HEIGHTS.far).expected
            now, before = (np.sign(y - np.polyval(at, x))[~on_it] for at in (line, resting))
            np.testing.assert_array_equal(now, before)
    assert sides == {1.0, -1.0}


def holding_frames(film):
    """Return the frames in which the arrows of the points in rings are whole, by what they do."""
    seen = [f for f in frames("votes") if shown(f, film.drag.holding.submobjects[0])]
    return [f for f in seen if len(f.pegs) == 2 and film.drag.holding.grown == 1]


def test_what_holds_the_line_makes_up_for_all_other_pulls_so_it_neither_moves_nor_turns(film):
    looks = [f for f in holding_frames(film) if len(f.pulls) == 2]
    balanced = 0
    for frame in looks:
        x, y = dragged(frame.balances[1].height)
        misses = y - np.polyval(frame.balances[1].line, x)
        others = np.where(np.abs(misses) > 1e-6, np.sign(misses), 0.0)
        need = frame.pulls.copy()
        for at, more in frame.missing:
            need[np.isclose(need[:, 0], at), 1] += more
        balance = [others.sum() + need[:, 1].sum(), others @ x + need[:, 1] @ need[:, 0]]
        if np.allclose(balance, 0, atol=1e-6):
            balanced += 1
            best_one = np.abs(need[:, 1]).max() <= 1
            assert best_one == (len(frame.missing) == 0)
            assert best_one == (frame.balances[1].line == best(BEST[1], frame.balances[1].height))
    assert balanced == len(looks)
    assert any(len(f.missing) for f in looks)
    assert not len(looks[-1].missing)
    assert np.ptp([f.pulls[0, 1] for f in looks[-RATE:]]) == pytest.approx(0)


def test_no_point_pulls_by_more_than_a_full_arrow_which_the_bars_bound(film):
    looks = holding_frames(film)
    assert looks
    for frame in looks:
        assert np.all(np.abs(frame.pulls[:, 1]) <= 1 + 1e-6)
        assert sorted(np.round(frame.limits[:, 1], 6)) == [-1, -1, 1, 1]
        np.testing.assert_allclose(np.unique(frame.limits[:, 0].round(6)), frame.pegs, atol=1e-5)


def test_a_full_arrow_is_as_long_as_the_step_it_comes_from(film):
    balance = film.drag.balances[1]
    for one in pulling(1, "pull", "held", "votes"):
        np.testing.assert_allclose(np.abs(one.pulls[2]), abs(balance.one_step.step))


def test_the_points_in_rings_are_those_on_the_line_and_it_turns_about_one_of_them(film):
    ringed = [f for f in frames("votes") if shown(f, film.drag.pegs)]
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
    looks = [f.balances[1] for f in frames("votes")]
    crossed = [np.polyval(one.line, MANY.x[-1]) < one.height for one in looks]
    first = crossed.index(True)
    assert first > 0
    resting = best(fit_least_absolute, HEIGHTS.far)
    held = [one.line for one in looks if one.height < HEIGHTS.beyond - 1e-6]
    assert held
    assert all(line == resting for line in held)
    assert looks[-1].line == best(fit_least_absolute, HEIGHTS.beyond)
    assert abs(looks[-1].line[0] - looks[first].line[0]) > 0.1


def test_in_the_end_one_pull_of_the_stray_point_grows_and_the_other_stays(film):
    closing = [f for f in frames("answer") if shown(f, film.drag.own_pulls[0])]
    squares, lengths = (np.concatenate([f.own[k][2] for f in closing]) for k in (0, 1))
    assert np.ptp(np.abs(squares)) > 3
    assert np.ptp(np.abs(lengths)) < 1e-6
    assert set(np.sign(lengths)) == {1, -1}, "on the way it crosses the line"
    for frame in closing:
        side = np.sign(frame.pulled - np.polyval(frame.absolute, MANY.x[-1]))
        np.testing.assert_array_equal(np.sign(frame.own[1][2]), side)


def test_the_last_words_are_the_answer_and_the_point_still_moves():
    closing = frames("answer")
    last_seconds = [frame.pulled for frame in closing[-4 * RATE :]]
    assert max(last_seconds) - min(last_seconds) > 1
    assert closing[-1].pulled == pytest.approx(HEIGHTS.farthest)
