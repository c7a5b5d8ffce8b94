"""ResidualBowl shows how troughs turn and add up, and that one place is lowest."""

import numpy as np
import pytest

from core.fits.line import fit_line
from scenes.visuals.writing.screen import TOP_EDGE
from tests.scenes.on_screen import values
from tests.scenes.residual_bowl_seen import (
    DATA,
    FIT,
    WATCHED,
    first_points,
    frames,
    height,
    in_space,
    shown,
    total,
)

pytestmark = pytest.mark.xdist_group(WATCHED.name)

BEST = FIT.slope, FIT.intercept


@pytest.fixture(scope="module")
def stage():
    return WATCHED.film.stage


def test_the_error_is_the_sum_of_the_squares_that_stand_there(stage):
    told = [frame for frame in WATCHED.frames if shown(frame, stage.error)]
    assert {frame.step for frame in told} == {frame.step for frame in WATCHED.frames} - {"map"}
    for frame in told:
        there = height(frame, stage, *frame.line, frame.own) * frame.level / stage.space.top
        second = total(stage, *frame.line, 2, frame.own) - total(stage, *frame.line, 1)
        assert frame.error == pytest.approx(there + frame.lifted * second, abs=0.051)
    for frame in frames("third", "fourth", "all", "roll"):
        if shown(frame, stage.cloud) and frame.added < len(DATA.x):
            assert not shown(frame, stage.error) or frame.time - frames("third")[0].time < 1.1


def test_bars_that_are_laid_on_bars_reach_the_sum(stage):
    first, level, top = stage.troughs.with_second(0.0), stage.troughs.level, stage.space.top
    one, both = (first.heights(count, level, top) for count in (1, 2))
    places = stacked_places(stage)
    assert len(places) == 2, "one section"
    laid = [f for f in frames("second") if shown(f, stage.stacks) and f.added > 1]
    lower, upper = (part.reshape(len(places), -1, 3)[..., 1] for part in laid[-1].stacks[:2])
    for place, low, high in zip(places, lower, upper, strict=True):
        foot = laid[-1].view.project([(*place, 0.0)])[0, 1]
        tops = laid[-1].view.project([(*place, one.at(*place)), (*place, both.at(*place))])[:, 1]
        assert (low.min(), low.max()) == pytest.approx((foot, tops[0]), abs=1e-3)
        assert (high.min(), high.max()) == pytest.approx(tops, abs=1e-3)


def stacked_places(stage):
    """Return the feet of the bars, from where they stand in space."""
    frame = next(f for f in frames("second") if shown(f, stage.stacks))
    rings = frame.stacks[0].reshape(-1, 16, 3)
    feet = np.stack([rings[..., 0].mean(axis=1), rings[..., 1].min(axis=1)], axis=-1)
    # The floor on the screen is an affine picture of the map.
    corners = np.array([(0.0, 0.0, 0.0), (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)])
    origin, across, up = frame.view.project(corners)[:, :2]
    basis = np.column_stack([across - origin, up - origin])
    return np.linalg.solve(basis, (feet - origin).T).T


def test_b_falls_x_times_as_fast_as_a_grows(stage):
    told = [f for f in frames("point") if shown(f, stage.step_down)]
    assert told
    x, y = (values[0] for values in first_points(stage, 1))
    for frame in told:
        left, right = values(stage.chart, frame.reach[[0, -1]])[0]
        assert (left, right) == pytest.approx((0, x), abs=1e-3)
        corners = np.concatenate([part[[0, -1]] for part in frame.legs])[[0, 1, 3]]
        a, b = values(stage.space.map, corners)
        assert a[1] == pytest.approx(a[0], abs=1e-6)
        assert b[2] == pytest.approx(b[1], abs=1e-6)
        assert a[2] - a[1] == pytest.approx(0.1), "it says so"
        assert b[1] - b[0] == pytest.approx(-x * 0.1, abs=1e-6)
        assert float(frame.fall) == pytest.approx(-x * 0.1, abs=0.0051)
        # So many ticks there are, and one at its foot.
        assert len(frame.ticks) // 4 == int(x + 1e-9) + 1
        # They end on the line of the point.
        assert b[[0, 2]] == pytest.approx(y - a[[0, 2]] * x, abs=1e-3)


def test_on_the_floor_that_turns_b_falls_by_x_times_the_step(stage):
    told = [f for f in frames("turn") if shown(f, stage.step_down)]
    falls = []
    for frame in told:
        x, y = (values[1] for values in first_points(stage, 2, frame.own))
        down, right = (part[[0, -1]] for part in frame.legs)
        start, corner, end = down[0], down[1], right[1]
        # On the map seen from the side, steps in a and in b are two ways on the screen.
        zero, along_a, along_b = (
            in_space(frame, stage, *line, 0.0)[:2] for line in ((0, 0), (1, 0), (0, 1))
        )
        basis = np.column_stack([along_a - zero, along_b - zero])
        (a, b), low, (c, d) = (np.linalg.solve(basis, at[:2] - zero) for at in (start, corner, end))
        assert (c - a, d - b) == pytest.approx((0.1, -0.1 * x), abs=1e-6)
        assert low == pytest.approx((a, d), abs=1e-6)
        assert (b, d) == pytest.approx((y - a * x, y - c * x), abs=1e-6), "on its floor"
        assert float(frame.fall) == pytest.approx(-0.1 * x, abs=0.0051)
        falls.append(-0.1 * x)
    assert (falls[0], falls[-1]) == pytest.approx((-0.97, -0.189))
    assert np.all(np.diff(falls) >= 0)


def test_x_of_the_second_point_shrinks_as_it_moves(stage):
    slid = []
    for frame in (f for f in frames("turn") if shown(f, stage.reach)):
        x = first_points(stage, 2, frame.own)[0][1]
        left, right = values(stage.chart, frame.reach[[0, -1]])[0]
        assert (left, right) == pytest.approx((0, x), abs=1e-3)
        slid.append(x)
    assert max(slid) > 4 * min(slid)


def test_the_second_point_rests_clear_of_the_dot_on_the_axis(stage):
    resting = frames("turn")[-1]
    pivot = stage.chart.place(*resting.pivot)
    assert np.linalg.norm(resting.point - pivot) > 0.4


def test_the_ball_lies_where_two_lines_cross_and_rolls_to_where_three_are_least(stage):
    resting, rolled = frames("turn")[-1], frames("third")[-1]
    assert total(stage, *resting.line, 2) == pytest.approx(0, abs=1e-6)
    lifted = [f for f in frames("third") if f.added == 3]
    assert lifted[0].line == pytest.approx(resting.line, abs=0.3)
    least = fit_line(*first_points(stage, 3))
    assert rolled.line == pytest.approx((least.slope, least.intercept))
    assert 0.1 < total(stage, *rolled.line, 3) < total(stage, *resting.line, 3)


def test_the_scale_of_heights_changes_once_while_no_bowl_is_seen(stage):
    levels = [frame.level for frame in WATCHED.frames]
    first, last = stage.troughs.level, stage.last_level
    assert (levels[0], levels[-1]) == pytest.approx((first, last))
    assert last == pytest.approx(4 * FIT.rss)
    assert set(levels) == {first, last}, "it is never seen to become flat"
    changed = levels.index(last)
    after = WATCHED.frames[changed]
    assert (after.step, after.added) == ("all", 4)
    assert not shown(after, stage.far)
    scaled = [f for f in frames("all") if shown(f, stage.height_scale)]
    assert all(
        shown(f, stage.height_scale)
        for f in frames("all")
        if f.level == last and shown(f, stage.far)
    )
    for frame in scaled:
        foot, top = np.sort(frame.scale[[0, -1], 1])
        unit = (top - foot) / (1.3 * frame.level)
        assert frame.named == pytest.approx((80, foot + 80 * unit))
        feet = frame.marks.reshape(-1, 4, 3)[:, 0, 1]
        assert np.diff(feet) == pytest.approx(np.full(len(feet) - 1, 5 * unit)), "at equal errors"


def test_as_further_troughs_come_the_bowl_only_rises_and_bends_more_over_its_lowest_place(stage):
    coming = [f for f in frames("all") if f.added > 4]
    assert len(coming) > 8
    rims, bends = [], []
    for frame in coming:
        heights = stage.cut.shown(stage.troughs, frame.added, frame.level, stage.space.top)
        rims.append(heights.top)
        bends.append(np.linalg.eigvalsh(heights.form[:2, :2]))
        assert frame.line == pytest.approx(stage.space.line(*heights.lowest), abs=1e-6)
    assert np.all(np.diff(rims) >= -1e-9)
    assert np.all(np.diff(bends, axis=0) >= -1e-9)
    sums = [height(frame, stage, *frame.line) for frame in coming if frame.added < len(DATA.x)]
    assert np.all(np.diff(sums) >= 0), "the sum only grows"
    pace = np.diff([frame.added for frame in coming if frame.added < stage.troughs.steps])
    assert pace == pytest.approx(pace[0] + 0 * pace), "one comes as fast as the other"
    assert all(shown(f, stage.ball) for f in frames("all", "roll") if shown(f, stage.far))


def test_the_way_that_is_lifted_out_bends_more_by_the_fourth_trough_and_along_its_floor_as_much(
    stage,
):
    flat = [f for f in frames("fourth") if f.away == 1]
    assert {(f.added, round(f.heading, 6)) for f in flat} >= {(4, 0), (4, 1.570796), (4, 6.283185)}
    assert all(shown(frame, stage.walk) and shown(frame, stage.lit) for frame in flat)
    hidden = stage.ribs, stage.first_lines, stage.stick
    assert not any(shown(frame, part) for frame in flat for part in hidden)
    told = [shown(frame, stage.ball) for frame in flat]
    assert told == sorted(told), "it comes once and stays"
    alone = [f for f in flat if f.added == 3]
    for frame in alone:
        assert bend(frame.profile[1]) == pytest.approx(bend(frame.profile[0]), rel=1e-3)
    bent = {}
    for frame in flat:
        if frame.added == 4:
            before, after = map(bend, frame.profile)
            bent[round(frame.heading, 3)] = after / before
    assert min(bent.values()) > 0.999, "another trough never bends it less"
    assert bent[0.0] > 1.5, "it is seen to bend more"
    assert bent[1.571] == pytest.approx(1, abs=1e-3)


def test_between_two_places_equally_high_a_third_ball_falls_to_a_lower_one_and_stays(stage):
    seen = [f for f in frames("fourth") if shown(f, stage.profile.pair)]
    held = [f for f in seen if f.pair == pytest.approx(seen[-1].pair)]
    assert held[-1].time - held[0].time > 3
    fallen = []
    for frame in seen:
        curve = np.polynomial.Polynomial.fit(*frame.profile[1][:, :2].T, 2)
        balls = frame.pair.reshape(2, -1, 3)[..., :2].mean(axis=1)
        assert balls[0, 1] == pytest.approx(balls[1, 1], abs=1e-3), "equally high"
        assert curve(balls[:, 0]) == pytest.approx(balls[:, 1], abs=1e-2), "on the curve"
        assert np.ptp(frame.chord[:, 1]) == pytest.approx(0, abs=1e-6), "their chord is level"
        across, up = frame.third[:, :2].mean(axis=0)
        assert across == pytest.approx(balls[:, 0].mean(), abs=1e-3), "between them"
        fallen.append(float(balls[0, 1] - up))
        small = frame.small_pair.reshape(2, -1, 3).mean(axis=1)
        walk = frame.view.project(
            stage.troughs.heights(4, frame.level, stage.space.top).over(
                np.array(stage.troughs.hub)
                + np.linspace(-9, 9, 4001)[:, None] * stage.troughs.way(frame.heading)
            )
        )
        far = np.linalg.norm(small[:, None] - walk[None], axis=-1).min(axis=1)
        assert far.max() < 0.05, "and so they are in the bowl"
    assert fallen[0] == pytest.approx(0, abs=1e-3)
    assert np.all(np.diff(fallen) >= -1e-6)
    assert up == pytest.approx(curve(across), abs=1e-2)
    assert up == pytest.approx(frame.profile[1][:, 1].min(), abs=1e-2), "nothing is lower"
    left = [f for f in frames("fourth") if shown(f, stage.profile.third) and f.time > seen[-1].time]
    assert left
    least = fit_line(*first_points(stage, 4))
    for frame in left:
        assert shown(frame, stage.ball)
        assert frame.line == pytest.approx((least.slope, least.intercept), abs=1e-6)


def bend(curve):
    """Return how much a flat curve bends."""
    return np.polyfit(curve[:, 0], curve[:, 1], 2)[0]


def test_height_lies_on_height_over_the_way_that_is_lifted_out(stage):
    frame = next(f for f in frames("fourth") if f.added == 4 and f.heading == 0)
    hub, unit = stage.troughs.hub, frame.level
    foot, high = frame.base[0, 1], max(part[:, 1].max() for part in frame.profile)
    sums = [h.at(*hub) for h in surfaces(stage, unit)]
    assert sums[1] == pytest.approx(sums[0]), "ways turn over the floor of the fourth"
    before, after = (
        np.polynomial.Polynomial.fit(part[:, 0], part[:, 1], 2).convert() for part in frame.profile
    )
    meet = (before - after).roots()
    assert abs(meet[0] - meet[1]) < 0.3, "there it adds nothing"
    at = before(meet[0].real) - foot
    assert at / (high - foot) == pytest.approx(sums[0] / unit, rel=0.03)


def surfaces(stage, level):
    """Return the sums of three and of four squares, in their own units."""
    return [stage.troughs.heights(count, level, level) for count in (3, 4)]


def test_bars_of_the_fourth_drop_from_above_onto_those_of_the_others(stage):
    flat = [f for f in frames("fourth") if f.away == 1 and shown(f, stage.profile.fourth)]
    hovering = []
    for frame in flat:
        low, high = (part.reshape(17, -1, 3)[..., :2] for part in frame.bars)
        assert high[..., 0] == pytest.approx(low[..., 0], abs=1e-6), "each over its own"
        assert max(low[..., 1].max(), high[..., 1].max()) < TOP_EDGE
        # A bar goes round from its left foot over its right one to its tops.
        feet, tops = high[:, 0, 1], low[:, -5, 1]
        hovering.append(float((feet - tops).max()))
        if frame.added == 4:
            curve = np.polynomial.Polynomial.fit(*frame.profile[1][:, :2].T, 2)
            assert np.all(high[..., 1] <= curve(high[..., 0]) + 0.05), "none beyond the curve"
    assert hovering[0] > 0.3
    assert np.all(np.diff(hovering) <= 1e-6), "they only come down"
    assert hovering[-1] == pytest.approx(0, abs=1e-6)


def test_balls_from_all_around_the_rim_meet_at_the_best_line(stage):
    rolled = [f for f in frames("roll") if shown(f, stage.runners)]
    best = in_space(rolled[-1], stage, *BEST, height(rolled[-1], stage, *BEST))
    balls = [f.runners.reshape(-1, 32, 3).mean(axis=1) for f in (rolled[0], rolled[-1])]
    assert len(balls[0]) == 5
    away = balls[0] - best
    assert np.linalg.norm(away[:, :2], axis=1).min() > 0.7
    assert away[:, 0].min() < -1 < 1 < away[:, 0].max(), "from both sides"
    assert balls[1] == pytest.approx(np.broadcast_to(best, balls[1].shape), abs=1e-2)
