"""What ResidualBowl shows is what core computes."""

import numpy as np
import pytest

from core.landscape.residual import residual
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


def test_the_ball_stands_over_its_place_as_high_as_its_squares(stage):
    for frame in WATCHED.frames:
        if shown(frame, stage.different.map) or not shown(frame, stage.ball):
            continue
        at = height(frame, stage, *frame.line)
        # The second square stands on the first surface before the second trough is added.
        second = total(stage, *frame.line, 2, frame.own) - total(stage, *frame.line, 1)
        at += frame.lifted * second * stage.space.top / frame.level
        at *= frame.risen
        assert frame.ball == pytest.approx(in_space(frame, stage, *frame.line, at), abs=1e-3)
    assert all(frame.risen == 0 for frame in frames("map", "point"))
    assert all(
        frame.risen == 1 for frame in frames("second", "third", "fourth", "all", "roll", "answer")
    )
    assert all(frame.risen == frame.followed for frame in frames("turn") if frame.own == 1)
    turning = [frame for frame in frames("turn") if 0 < frame.own < 1]
    assert all(frame.risen == 0 and shown(frame, stage.ball) for frame in turning), "on the map"


def test_squares_that_are_drawn_are_those_in_the_surface(stage):
    for frame in frames("third", "fourth", "all", "roll", "answer"):
        if shown(frame, stage.different.map):
            continue
        assert shown(frame, stage.squares)
        assert frame.squared == pytest.approx(frame.added)
        if frame.away == 0:
            assert frame.square == pytest.approx(0.32, abs=1e-3)
    assert WATCHED.frames[-1].added == len(DATA.x)


def test_of_one_point_only_its_disc_and_its_square_are_there(stage):
    alone = [frame for frame in frames("point", "trough") if not shown(frame, stage.cloud)]
    assert len(alone) > 60
    assert all(frame.shown_points == frame.added == 1 for frame in alone)
    assert len({frame.discs for frame in alone}) == 1


def test_on_the_map_the_ball_lies_at_the_a_and_b_of_its_line(stage):
    on_map = [f for f in WATCHED.frames if shown(f, stage.space.map) and f.view.elevation > 1.57]
    assert {frame.step for frame in on_map} == {"map", "point", "trough"}
    for frame in on_map:
        a, b = values(stage.space.map, frame.ball[None])
        assert (a[0], b[0]) == pytest.approx(frame.line, abs=1e-4)


def test_the_way_of_lines_through_the_point_is_straight_and_without_error(stage):
    through = [f for f in frames("point") if total(stage, *f.line, 1) < 1e-6]
    assert len(through) > 16
    slopes = [frame.line[0] for frame in through]
    assert max(slopes) - min(slopes) > 0.5
    way = np.array([frame.ball[:2] for frame in through])
    away = way - way.mean(axis=0)
    assert np.linalg.svd(away, compute_uv=False)[1] < 1e-3


def test_lines_through_the_point_at_equal_steps_have_dots_at_equal_steps(stage):
    frame = frames("point")[-1]
    dots = frame.dots.reshape(len(stage.fan.lines), -1, 3).mean(axis=1)
    steps = np.diff(dots, axis=0)
    assert steps == pytest.approx(np.broadcast_to(steps[0], steps.shape), abs=1e-6)
    for line in stage.fan.lines:
        assert total(stage, line.a, line.b, 1) == pytest.approx(0, abs=1e-9)


def test_straight_up_the_map_a_place_misses_the_line_by_the_gap_of_the_point(stage):
    missing = [f for f in frames("trough") if shown(f, stage.miss) and f.view.elevation > 1.57]
    assert len(missing) > 6
    for frame in missing:
        across, up = values(stage.space.map, frame.miss[[0, -1]])
        assert np.ptp(across) == pytest.approx(0, abs=1e-6)
        gap = np.sqrt(total(stage, *frame.line, 1))
        assert np.ptp(up) == pytest.approx(gap, abs=1e-4)


def test_each_line_on_the_map_is_that_of_its_point(stage):
    drawn = [f for f in frames("all", "roll") if shown(f, stage.first_lines)]
    assert len(stage.first_lines.ends) + len(stage.other_lines.ends) == len(DATA.x)
    for frame in (drawn[0], drawn[-1]):
        ends = frame.lines.reshape(-1, 4, 3)[:, [0, -1]]
        assert len(ends) == 4
        for pair, k in zip(ends, stage.troughs.order, strict=False):
            # b = y - a x there.
            a = np.array([-2.0, 4.0])
            start, end = in_space(frame, stage, a, DATA.y[k] - a * DATA.x[k], 0.0)
            way = (end - start) / np.linalg.norm(end - start)
            assert np.cross(way, pair - start)[:, 2] == pytest.approx([0, 0], abs=1e-3)


def test_the_floor_that_is_spoken_of_is_lit_all_along(stage):
    for step, k in (("third", 2), ("fourth", 3)):
        lit = [frame for frame in frames(step) if shown(frame, stage.lit)]
        assert lit
        x, y = (values[k] for values in first_points(stage, 4))
        for frame in lit:
            a, _ = stage.space.line(*stage.first_lines.ends[k].T)
            ends = in_space(frame, stage, a, y - a * x, 0.0)
            assert frame.lit == pytest.approx(ends, abs=1e-4)


def test_the_square_stands_up_as_a_bar_as_high_as_the_trough(stage):
    stood = [f for f in frames("trough") if shown(f, stage.bar) and f.risen == 1]
    assert len(stood) > 12
    for frame in stood:
        foot = in_space(frame, stage, *frame.line, 0.0)
        assert frame.bar[:, 1].min() == pytest.approx(foot[1], abs=1e-3)
        assert frame.bar[:, 1].max() == pytest.approx(frame.ball[1], abs=1e-3)


def test_the_second_square_stands_on_the_first_as_high_as_both_and_so_does_their_sum(stage):
    stood = [f for f in frames("second") if shown(f, stage.on_top) and f.lifted == 1]
    assert stood
    for frame in stood:
        squares = [total(stage, *frame.line, count, 0.0) for count in (1, 2)]
        low, high = (
            in_space(frame, stage, *frame.line, one * stage.space.top / frame.level)[1]
            for one in squares
        )
        assert 0.2 * squares[1] < squares[0] < 0.9 * squares[1]
        reach = frame.on_top[:, 1].min(), frame.on_top[:, 1].max()
        assert reach == pytest.approx((low, high), abs=1e-3)
    at = stood[-1].line
    summed = [f for f in frames("second") if f.added == 2 and f.line == pytest.approx(at)]
    assert summed[0].ball == pytest.approx(stood[-1].ball, abs=1e-3)


def test_the_stick_reaches_from_the_map_to_the_ball(stage):
    for frame in frames("second", "turn", "third", "fourth", "all", "roll"):
        if not shown(frame, stage.stick):
            continue
        foot = in_space(frame, stage, *frame.line, 0.0)
        reach = np.concatenate(frame.stick)
        assert reach[:, 1].min() == pytest.approx(foot[1], abs=1e-3)
        assert reach[:, 1].max() == pytest.approx(max(foot[1], frame.ball[1]), abs=0.15)


def test_lines_along_the_floor_of_parallel_troughs_are_equally_good(stage):
    along = [f for f in frames("second") if shown(f, stage.many)]
    assert len(along) > 12
    errors = [total(stage, *frame.line, 2, 0.0) for frame in along]
    assert errors == pytest.approx(np.full(len(errors), errors[0]))
    slopes = [frame.line[0] for frame in along]
    assert np.ptp(slopes) > 0.5
    x, y = first_points(stage, 2, 0.0)
    assert x[0] == x[1]
    for a, b in (frame.line for frame in along):
        assert a * x[0] + b == pytest.approx(y.mean()), "they all go through one spot"
    a, b = along[0].line
    for step in (-0.2, 0.2):
        assert total(stage, a, b + step, 2, 0.0) > errors[0], "it is the floor"


def test_the_second_point_moves_to_its_own_x_and_its_line_turns(stage):
    turning = [f for f in frames("turn") if f.own < 1]
    assert len(turning) > 8
    assert np.all(np.diff([frame.own for frame in turning]) >= 0)
    assert all(frame.followed == 0 for frame in turning), "its floor turns alone"
    assert all(frame.painted == 0 and not shown(frame, stage.error) for frame in turning[4:])
    followed = [f for f in frames("turn", "third", "fourth", "roll") if f.followed == 1]
    assert all(frame.painted == 1 for frame in followed)
    assert not any(shown(frame, stage.ribs) for frame in frames("turn"))
    for frame in turning:
        x, y = first_points(stage, 2, frame.own)
        seen = values(stage.chart, frame.point[None])
        assert (seen[0][0], seen[1][0]) == pytest.approx((x[1], y[1]), abs=1e-4)
        # The lines of both are seen from the side as straight as b = y - a x.
        ends, a = frame.lines.reshape(-1, 4, 3)[1, [0, -1]], np.array([-2.0, 4.0])
        start, end = in_space(frame, stage, a, y[1] - a * x[1], 0.0)
        way = (end - start) / np.linalg.norm(end - start)
        assert np.cross(way, ends - start)[:, 2] == pytest.approx([0, 0], abs=1e-3)
    assert all(frame.own == 1 for frame in frames("third", "all", "roll", "answer"))


def test_dots_on_the_floor_ride_on_the_surface_and_none_hangs_above_its_rim(stage):
    turning = [f for f in frames("turn") if shown(f, stage.many) and f.own < 1]
    assert {len(frame.many) // 32 for frame in turning} == {7}
    for frame in (turning[0], frames("turn")[-1]):
        assert on_the_floor(frame, stage, frame.followed) == pytest.approx(dots(frame), abs=1e-2)
    assert len(dots(frame)) < 7


def dots(frame):
    return frame.many.reshape(-1, 32, 3).mean(axis=1)


def on_the_floor(frame, stage, own):
    """Return where dots of the old floor are on the sum with the second point so far."""
    heights = stage.troughs.with_second(own).heights(2, frame.level, stage.space.top)
    over = heights.over(np.linspace(*stage.flat, 7))
    return frame.view.project(over[over[:, 2] <= heights.top])


def test_columns_lift_the_old_floor_to_the_sum_dot_by_dot(stage):
    climbing = [f for f in frames("turn") if shown(f, stage.stacks.upper) and f.followed == 0]
    held = climbing[-1]
    assert len([f for f in climbing if np.array_equal(f.many, held.many)]) > 3, "it can be seen"
    ends = on_the_floor(held, stage, 1.0)
    assert dots(held) == pytest.approx(ends, abs=1e-3)
    first = stage.troughs.heights(1, held.level, stage.space.top)
    started = []
    for frame in climbing:
        lower, upper = (part.reshape(len(ends), -1, 3)[..., :2] for part in frame.stacks[:2])
        assert upper[..., 1].min(axis=1) == pytest.approx(lower[..., 1].max(axis=1)), "on it"
        assert upper[..., 1].max(axis=1) == pytest.approx(dots(frame)[-len(ends) :, 1])
        feet = np.linspace(*stage.flat, 7)[-len(ends) :]
        over = frame.view.project(first.over(feet))
        assert lower[..., 1].max(axis=1) == pytest.approx(over[:, 1]), "as high as the first"
        started.append(np.abs(dots(frame)[-len(ends) :] - dots(climbing[0])[-len(ends) :]) > 1e-3)
    begun = np.argmax(np.array(started)[..., 1], axis=0)
    assert np.all(np.diff(begun) >= 0) & (begun[0] < begun[-1]), "one after the other"


def test_the_bowl_of_all_points_is_the_residual(stage):
    last = frames("roll")[0]
    for a, b in zip(*stage.landscape.at(1.2, np.linspace(0, 6, 9)), strict=True):
        expected = float(residual(DATA.x, DATA.y, a, b)) * stage.space.top / (4 * FIT.rss)
        assert height(last, stage, a, b) == pytest.approx(expected)


def test_lines_through_the_point_are_spoken_of_as_such_while_they_have_no_error(stage):
    (said,) = (
        s for s in WATCHED.film.sentences if s.text == "Lines through the point have no error."
    )
    spoken = [frame for frame in WATCHED.frames if said.start < frame.time <= said.end]
    assert len(spoken) > 6
    for frame in spoken:
        assert total(stage, *frame.line, 1) == pytest.approx(0, abs=1e-2)


def test_the_old_floor_climbs_and_stays_while_no_path_is_said_to_be_flat(stage):
    told = {one.text: one for one in WATCHED.film.sentences}
    for text in (
        "Add its turned trough: the old floor climbs.",
        "Now no path stays flat: it is a bowl.",
    ):
        said = told[text]
        spoken = [frame for frame in WATCHED.frames if said.start < frame.time <= said.end]
        assert spoken
        for frame in spoken:
            assert frame.own == 1
            assert all(shown(frame, part) for part in (stage.many, stage.old_floor, stage.turned))
            if frame.followed == 0:
                continue
            way = frame.old_floor.reshape(-1, 4, 3)[:, [0, -1]].reshape(-1, 3)
            ends = np.linspace(*stage.flat, 401)
            surface = stage.troughs.heights(2, frame.level, stage.space.top)
            over = frame.view.project(surface.over(ends))
            far = np.linalg.norm(way[:, None] - over[None], axis=-1).min(axis=1)
            assert far.max() < 0.05, "it lies on the bowl"
            assert np.ptp(way[:, 1]) > 1, "it climbs"


def test_read_outs_show_the_line():
    for frame in WATCHED.frames:
        assert frame.values == pytest.approx(frame.line, abs=0.051)


def test_a_dot_lies_on_the_line_where_x_is_0_as_high_as_its_b(stage):
    for frame in WATCHED.frames:
        if shown(frame, stage.different.map) or frame.away > 0:
            continue
        assert shown(frame, stage.pivot)
        assert shown(frame, stage.line)
        assert frame.pivot == pytest.approx((0, frame.line[1]), abs=1e-4)


def test_the_axes_say_where_0_is_and_y_starts_at_x_0(stage):
    assert stage.chart.x_scale.low == 0
    assert [label.text for label in (*stage.chart.x_labels, *stage.chart.y_labels)] == ["0", "0"]
    for frame in WATCHED.frames:
        (across, _), (_, up) = frame.zeros
        assert (across, up) == pytest.approx((0, 0), abs=1e-9)
