"""What SquaredVersusAbsolute shows is what core computes."""

import numpy as np
import pytest

from core.fits.least_absolute import fit_least_absolute
from core.fits.line import fit_line
from core.landscape.absolute import absolute_residual
from core.landscape.residual import residual
from scenes.visuals.squared_versus_absolute.balance import BESIDE
from scenes.visuals.squared_versus_absolute.pulls import LENGTH_PULL, SQUARE_PULL, beside
from scenes.visuals.writing.screen import SMALLEST
from tests.scenes.on_screen import values
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
    for frame in frames("torn", "squares", "lengths", "answer"):
        if shown(frame, film.drag.squared):
            assert frame.squared == best(fit_line, frame.pulled)
        if shown(frame, film.drag.absolute):
            assert frame.absolute == best(fit_least_absolute, frame.pulled)
        heights.add(round(frame.pulled, 1))
    assert min(heights) == round(HEIGHTS.far, 1)
    assert max(heights) == round(HEIGHTS.beyond, 1)


def test_the_lines_agree_at_first_and_are_far_apart_when_the_point_is_astray():
    first, far = frames("torn")[0], min(frames("torn"), key=lambda frame: frame.pulled)
    end = MANY.x.max()
    apart = [
        abs(np.polyval(frame.squared, end) - np.polyval(frame.absolute, end))
        for frame in (first, far)
    ]
    assert apart[0] < 0.1
    assert apart[1] > 3


def test_all_points_are_there_whenever_their_line_is(film):
    for frame in frames("torn", "squares", "lengths", "answer"):
        if shown(frame, film.drag.absolute) and shown(frame, film.drag.chart):
            assert frame.points == MANY.x.size - 1, frame.step


def test_levels_in_the_tanks_are_the_sums_of_the_line_on_trial(film):
    trial, points = film.trial, dragged(HEIGHTS.far)
    for k, (total, sum_of) in enumerate(
        ((trial.squared, residual), (trial.absolute, absolute_residual))
    ):
        levels = [
            (frame.levels[k], total.tank.top_of(float(sum_of(*points, *frame.tried))))
            for frame in frames("squares", "lengths")
            if shown(frame, total.layers) and shown(frame, trial.line)
        ]
        assert len(levels) > 20
        np.testing.assert_allclose(*zip(*levels, strict=True), atol=1e-6)


@pytest.mark.parametrize("which", [0, 1])
def test_the_line_on_trial_rests_where_its_sum_is_least_and_is_marked(film, which):
    step, fit = ("squares", "lengths")[which], BEST[which]
    total = (film.trial.squared, film.trial.absolute)[which]
    marked = [frame for frame in frames(step) if shown(frame, total.tank.mark)]
    assert marked
    assert marked[-1].tried == best(fit, HEIGHTS.far)
    turning = [f.levels[which] for f in frames(step) if shown(f, total.layers)]
    assert min(turning) == pytest.approx(marked[-1].levels[which]), "no other line has less"
    assert total.tank.mark.points[0, 1] == pytest.approx(marked[-1].levels[which])


@pytest.mark.parametrize("which", [0, 1])
def test_from_the_first_fall_on_a_mark_stays_at_the_lowest_level_so_far(film, which):
    step = ("squares", "lengths")[which]
    total = (film.trial.squared, film.trial.absolute)[which]
    seen = [f for f in frames(step) if shown(f, total.layers)]
    first = next(k for k, f in enumerate(seen) if f.levels[which] < seen[0].levels[which] - 1e-6)
    for k, frame in enumerate(seen[first:], first):
        assert shown(frame, total.tank.mark)
        # Between two looks the level may have been lower by a little, never higher.
        lowest = min(one.levels[which] for one in seen[: k + 1])
        assert lowest - 0.05 < frame.marks[which] <= lowest + 1e-6
    above = [f.levels[which] - f.marks[which] for f in seen[first:]]
    assert max(above) > 0.02, "and rises again"


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
        np.testing.assert_allclose(reach / misses, SQUARE_PULL, rtol=1e-6)


def test_lengths_pull_alike_near_or_far_and_towards_their_point():
    looks = pulling(1, "pull", "sides")
    assert np.ptp([one.height for one in looks]) > 5
    for one in looks:
        x, y = dragged(one.height)
        at, _, reach = one.pulls
        assert np.ptp(np.abs(reach)) < 1e-6
        misses = np.interp(at, x, y) - np.polyval(one.line, at)
        np.testing.assert_array_equal(np.sign(reach), np.sign(misses))


def test_a_line_that_is_held_stays_and_let_go_it_turns_about_one_spot(film):
    looks = pulling(0, "pull")
    assert looks[0].line == best(fit_line, HEIGHTS.home), "held while the point went astray"
    assert looks[-1].line == best(fit_line, HEIGHTS.far)
    spot = film.drag.turning.x
    at_spot = [np.polyval(one.line, spot) for one in looks]
    assert np.ptp(at_spot) < 1e-6
    for height in np.linspace(HEIGHTS.far, HEIGHTS.beyond, 7):
        fit = fit_line(*dragged(height))
        assert fit.slope * spot + fit.intercept == pytest.approx(at_spot[0])
    reach = looks[-1].pulls[2]
    assert reach.sum() == pytest.approx(0, abs=1e-6), "the pulls hold each other"


def test_the_line_of_least_lengths_stays_when_it_is_let_go():
    lines = [one.line for one in pulling(1, "pull")]
    assert lines[0] == best(fit_least_absolute, HEIGHTS.home)
    np.testing.assert_allclose(lines, lines[0] * np.ones((len(lines), 1)), atol=1e-6)


@pytest.mark.parametrize("which", [0, 1])
def test_where_it_rests_the_line_of_least_lengths_goes_through_the_points_in_frames(film, which):
    height = (HEIGHTS.far, HEIGHTS.beyond)[which]
    x, y = dragged(height)
    line = fit_least_absolute(x, y)
    on_it = np.abs(y - (line.slope * x + line.intercept)) < 1e-9
    frames_seen = film.drag.reach[which].points.reshape(2, -1, 3)
    low, high = (values(film.drag.chart, f(frames_seen, axis=1)) for f in (np.min, np.max))
    assert np.all((low[0] < x[on_it]) & (x[on_it] < high[0]))
    # The pull stands beside its point, and as far up and down from the line as a pull can.
    pull = x[on_it] + beside(film.drag.chart, BESIDE)
    assert np.all((low[0] < pull) & (pull < x[on_it]))
    np.testing.assert_allclose((low[1] + high[1]) / 2, line.slope * pull + line.intercept)
    np.testing.assert_allclose(high[1] - low[1], 2 * LENGTH_PULL * film.drag.chart.y_scale.span)


def test_free_at_rest_all_pulls_on_the_line_of_least_lengths_hold_each_other(film):
    chart, unit = film.drag.chart, film.drag.chart.y_scale.span / film.drag.chart.box.height
    free = [
        frame
        for frame in frames("pull")
        if shown(frame, film.drag.needed) and not shown(frame, film.drag.balances[1].clamps)
    ]
    resting = free[len(free) // 2 :]
    assert resting
    x, y = dragged(HEIGHTS.far)
    line = fit_least_absolute(x, y)
    on_it = x[np.abs(y - (line.slope * x + line.intercept)) < 1e-9]
    for frame in resting:
        at, _, reach = frame.balances[1].pulls
        at, reach = np.append(at, on_it), np.append(reach, unit * frame.holding)
        assert reach.sum() == pytest.approx(0, abs=1e-6), "nothing lifts it"
        assert at @ reach == pytest.approx(0, abs=1e-6 * chart.x_scale.span), "nothing turns it"


def test_no_point_pulls_more_than_a_full_pull_and_what_is_missing_is_hollow(film):
    excess, full = film.drag.excess, LENGTH_PULL * film.drag.chart.box.height
    looks = [f for f in frames("sides") if shown(f, film.drag.needed) and f.holding.size]
    over = [bool(np.abs(f.demand).max(initial=0) > 1 + 1e-9) for f in looks]
    crossed = [f.balances[1].height > np.polyval(f.balances[1].line, MANY.x[-1]) for f in looks]
    assert {True, False} == set(crossed)
    for frame, more, beyond in zip(looks, over, crossed, strict=True):
        assert more == (beyond and frame.balances[1].line == best(fit_least_absolute, HEIGHTS.far))
        assert np.abs(frame.holding).max() <= full + 1e-6
        # While it turns the line goes through one of them only.
        if frame.demand.size:
            pulls = np.clip(frame.demand, -1, 1)
            np.testing.assert_allclose(frame.holding / full, pulls, atol=1e-6)
    assert max(np.abs(f.demand).max(initial=0) for f in looks) > 1.5
    hollow = [f for f in looks if shown(f, excess) and f.excess.size]
    assert hollow
    for frame in hollow:
        missing = np.abs(frame.demand[np.abs(frame.demand) > 1]) - 1
        np.testing.assert_allclose(np.ptp(frame.excess, axis=1) / full, missing, rtol=1e-6)
        edges = frame.label.frames[:, 1]
        assert np.abs(edges[:, None] - frame.excess[0]).min() < 1e-6, "from the frame on"
    assert excess.get_fill_opacity() == 0
    assert excess.get_stroke_width() < film.drag.needed.get_stroke_width() / 2
    assert np.abs(looks[-1].holding).max() < full, "the next two hold it again"


def test_what_no_point_can_pull_appears_with_the_sentence_that_says_so(film):
    (said,) = [one for one in film.sentences if "more than a full pull" in one.text]
    (after,) = [
        one for one in film.sentences if one.text.startswith("Let go: it turns until the p")
    ]
    seen = [f.time for f in WATCHED.frames if shown(f, film.drag.excess)]
    assert said.start <= min(seen) < said.start + 1
    assert said.end - 0.5 < max(seen) < after.start + 1, "and goes with the clamps"


def test_one_frame_says_full_pull_from_when_it_appears_and_its_words_are_clear_of_all(film):
    pen = film.pen
    words = pen.words("full pull", size=SMALLEST)
    labelled = [frame for frame in frames("sides") if frame.label]
    looks = [frame for frame in frames("sides") if shown(frame, film.drag.rested)]
    assert looks
    assert all(frame.label for frame in looks)
    places = set()
    for frame in labelled:
        low, high = frame.label.low[:2], frame.label.high[:2]
        np.testing.assert_allclose(high - low, (words.width, words.height), atol=1e-6)
        assert frame.label.ink.lower() == pen.theme.muted.lower()
        places.add((round(float(low[0]), 2), round(float(low[1]), 2)))
        parts = np.concatenate([frame.near_label, frame.label.frames]).reshape(-1, 4, 3)
        shares = np.linspace(0, 1, 30)[:, None, None]
        drawn = ((1 - shares) * parts[:, 0] + shares * parts[:, 3])[..., :2].reshape(-1, 2)
        assert not np.any(np.all((low - 0.05 < drawn) & (drawn < high + 0.05), axis=1))
        corners = frame.label.frames[:, :2]
        gaps = np.maximum(low - corners, corners - high).max(axis=1)
        assert gaps.min() < 0.3, "beside its frame"
    assert len(places) > 1, "it goes along to the next frame"


def test_turned_a_little_the_line_is_pulled_back_by_the_points_it_rested_on():
    x, y = dragged(HEIGHTS.far)
    rest = fit_least_absolute(x, y)
    held = np.abs(y - (rest.slope * x + rest.intercept)) < 1e-9
    turned = [
        one
        for one in pulling(1, "sides")
        if one.height == pytest.approx(HEIGHTS.far) and abs(one.line[0] - rest.slope) > 1e-3
    ]
    assert {one.line[0] > rest.slope for one in turned} == {True, False}
    for one in turned:
        at, _, reach = one.pulls
        back = {float(u): float(r) for u, r in zip(at.round(6), reach, strict=True)}
        left, right = (back[float(u)] for u in x[held])
        steeper = one.line[0] > rest.slope
        assert (left > 0 > right) if steeper else (left < 0 < right)
        least = absolute_residual(x, y, rest.slope, rest.intercept)
        assert absolute_residual(x, y, *one.line) > least


def test_it_moves_only_once_the_point_has_crossed_it():
    looks = [f.balances[1] for f in frames("sides")]
    crossed = [np.polyval(one.line, MANY.x[-1]) < one.height for one in looks]
    first = crossed.index(True)
    assert first > 0
    resting = best(fit_least_absolute, HEIGHTS.far)
    held = [one.line for one in looks[first:] if one.height < HEIGHTS.beyond - 1e-6]
    assert held
    assert all(line == resting for line in held), "by hand"
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
    assert closing[-1].pulled == pytest.approx(HEIGHTS.far)
