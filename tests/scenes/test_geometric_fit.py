"""What GeometricFit shows is what the orthogonal fit says, in the plane and in space."""

from types import SimpleNamespace

import numpy as np
import pytest

from core.fits.line import fit_line
from core.fits.orthogonal import fit_orthogonal
from core.tables.dataset import read_dataset
from scenes.visuals.geometric_fit.cloud import Cloud
from scenes.visuals.geometric_fit.own_table import LEANING
from scenes.visuals.geometric_fit.page import MIDDLE, RADIUS, chord
from scenes.visuals.geometric_fit.space import Shot, turned
from scenes.visuals.geometric_fit.stage import LARGEST_OFFSET
from scenes.visuals.geometric_fit.turns import turns_for
from scenes.visuals.space.points import LINE_IN_SPACE, read_points
from tests.scenes.rehearsal import Watched

DATA = read_dataset(LEANING)
POINTS = np.stack([DATA.x, DATA.y], axis=1)
FIT = fit_orthogonal(POINTS)
CLOUD = Cloud.of(POINTS)
UNIT = CLOUD.scale
TURNS = turns_for(CLOUD)


def look(film):
    """For each frame: step, points, ways and lines on the screen, tanks, how the page lies."""
    stage = film.stage
    way = stage.ways.points.reshape(-1, 4, 3)
    there = film.get_mobject_family_members()
    return SimpleNamespace(
        step=film.steps[-1][0],
        dots=stage.dots.points.reshape(len(POINTS), -1, 3).mean(axis=1)[:, :2],
        starts=way[:, 0, :2],
        feet=way[:, -1, :2],
        line=ends(stage.line),
        tried=[ends(line) for line in stage.tried if line in there],
        level=float(np.ptp(stage.tank.content.points[:, 1])),
        sides=np.diff(stage.balance.bars.points.reshape(2, -1, 3)[:, [0, -1], 1]).ravel(),
        swung=stage.corner in there,
        up=ends(stage.up[0].points[:4]) if stage.up in there else None,
        grey=float(stage.upright_level.points[0, 1]),
        mark=stage.tank.marked,
        rule=ends(stage.paper.rules.points[:4]),
        pouring=any(part in there for part in (stage.squares, stage.pouring)),
        arms=stage.dial.arms.points[::4][:, :2].copy(),
        swept=len(stage.dial.rim.points) > 0,
        dial=stage.dial in there,
        upright=ends(stage.upright) if stage.upright in there else None,
        measured=stage.ways in there,
    )


def squares(frame):
    return ((frame.feet - frame.starts) ** 2).sum()


def ends(line):
    points = getattr(line, "points", line)
    return points[[0, -1], :2].copy()


WATCHED = Watched("GeometricFit", look)
pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def seen():
    film = WATCHED.film
    return SimpleNamespace(stage=film.stage, frames=WATCHED.frames, film=film)


def frames_of(seen, *steps):
    return [frame for frame in seen.frames if frame.step in steps]


def direction(line):
    along = np.diff(line, axis=0)[0]
    return along / np.linalg.norm(along)


def angle_between(one, other):
    """Return the angle in degrees from one line to another, -90 to 90."""
    (x, y), (u, v) = direction(one), direction(other)
    return float(np.rad2deg(np.arctan2(x * v - y * u, x * u + y * v) + np.pi / 2) % 180 - 90)


def fitted_upright(turn):
    """Return the angle on the page, in degrees, of the line fitted while it is turned."""
    cos, sin = np.cos(turn), np.sin(turn)
    x, y = np.array([[cos, -sin], [sin, cos]]) @ (POINTS - POINTS.mean(axis=0)).T
    return float(np.rad2deg(np.arctan(fit_line(x, y).slope) - turn))


def test_the_lines_differ_enough_to_be_seen():
    best = np.rad2deg(CLOUD.best_angle)
    angles = sorted([*(fitted_upright(turn) for turn in TURNS), best])
    assert np.diff(angles).min() > 7
    assert best - fitted_upright(0.0) > 15


def test_each_line_is_fitted_upright_as_the_sheet_lies_and_stays_on_it(seen):
    frame = frames_of(seen, "page")[-1]
    drawn = [angle_between(frame.rule, line) for line in frame.tried]
    np.testing.assert_allclose(drawn, [fitted_upright(turn) for turn in TURNS], atol=1e-6)
    for frame in frames_of(seen, "page"):
        for line, turn in zip(frame.tried, TURNS, strict=False):
            assert angle_between(frame.rule, line) == pytest.approx(fitted_upright(turn))


def test_the_sheet_is_turned_to_both_sides(seen):
    level = [[0.0, 0.0], [1.0, 0.0]]
    for step in ("page", "shortest", "again"):
        turns = [angle_between(level, frame.rule) for frame in frames_of(seen, step)]
        assert min(turns) == pytest.approx(np.rad2deg(min(TURNS)))
        assert max(turns) == pytest.approx(np.rad2deg(max(TURNS)))


def test_upright_ways_go_straight_up_to_the_line_and_fill_the_tank(seen):
    tank = seen.stage.tank
    for frame in (f for f in frames_of(seen, "page") if f.measured and not f.pouring):
        np.testing.assert_allclose(frame.starts[:, 0], frame.feet[:, 0], atol=1e-9)
        along = direction(frame.line)
        on_line = frame.feet - frame.line[0]
        np.testing.assert_allclose(on_line @ [-along[1], along[0]], 0, atol=1e-9)
    still = [f for f in frames_of(seen, "page") if f.measured and f.level > 0 and not f.pouring]
    levels = [tank.box.height * tank.levels.share(squares(f)) for f in still]
    np.testing.assert_allclose([f.level for f in still], levels, atol=1e-9)
    assert np.ptp(levels) > 1, "while the sheet turns, the sum changes"


def test_at_last_the_upright_fit_leaves_the_line_that_stays(seen):
    frames = [frame for frame in frames_of(seen, "again") if frame.upright is not None]
    apart = []
    for frame in frames:
        slope = fit_line(*frame.dots.T).slope
        along = direction(frame.upright)
        assert along[1] / along[0] == pytest.approx(slope, abs=1e-9)
        apart.append(angle_between(frame.upright, frame.line))
    assert np.ptp(apart) > 20
    assert apart[-1] > 30, "the film ends where one sees the difference"


def test_shortest_ways_meet_the_line_at_right_angles(seen):
    swung = [frame for frame in frames_of(seen, "shortest") if frame.swung]
    assert len(swung) > 10
    for frame in [*swung, *frames_of(seen, "middle", "again")]:
        along = direction(frame.line)
        np.testing.assert_allclose((frame.feet - frame.starts) @ along, 0, atol=1e-9)


def test_however_the_sheet_is_turned_lengths_and_sum_stay(seen):
    frames = frames_of(seen, "again")
    assert len({tuple(f.rule.ravel().round(3)) for f in frames}) > 5
    for frame in frames:
        length = np.linalg.norm(frame.feet - frame.starts, axis=1)
        np.testing.assert_allclose(length / UNIT, FIT.distances(POINTS), atol=1e-9)
    turned = [frame for frame in frames_of(seen, "shortest") if frame.swung]
    assert np.ptp([frame.level for frame in turned]) < 1e-9


def test_the_tank_holds_the_squares_of_the_ways_on_screen(seen):
    tank = seen.stage.tank
    frames = frames_of(seen, "middle")
    assert len(frames) > 20
    for frame in frames:
        expected = tank.box.height * tank.levels.share(squares(frame))
        assert frame.level == pytest.approx(float(expected), abs=1e-9)


def test_the_squares_that_pour_fill_the_tank_as_high_as_their_sum(seen):
    pouring = seen.stage.pouring
    ring = pouring.set_share(0.0).submobjects[0].points[::4]
    sides = np.linalg.norm(np.diff(ring, axis=0), axis=1)
    np.testing.assert_allclose(sides, sides[0])
    pouring.set_share(1.0)
    top = max(part.points[:, 1].max() for part in pouring.submobjects)
    total = CLOUD.sum_of_upright_squares(np.deg2rad(fitted_upright(0.0)), 0.0)
    assert top == pytest.approx(seen.stage.tank.top_of(total))


def test_the_two_sides_hold_their_ways_and_are_level_where_the_sum_is_least(seen):
    unit = seen.stage.balance.unit
    frames = frames_of(seen, "middle")
    for frame in frames:
        along = direction(frame.line)
        up = np.array([-along[1], along[0]]) * np.sign(along[0])
        lengths = (frame.starts - frame.feet) @ up
        totals = np.array([lengths[lengths > 0].sum(), lengths[lengths < 0].sum()])
        np.testing.assert_allclose(frame.sides, unit * totals, atol=1e-9)
    uneven = [abs(frame.sides.sum()) for frame in frames]
    lowest = min(frame.level for frame in frames)
    for frame, difference in zip(frames, uneven, strict=True):
        assert (difference < 1e-9) == (frame.level < lowest + 1e-9)
    assert max(uneven) > 1.5, "out of balance, one sees it"
    for offset in np.linspace(-LARGEST_OFFSET, LARGEST_OFFSET, 9):
        above, below = CLOUD.on_either_side(0.6, offset)
        assert above - below == pytest.approx(-len(POINTS) * offset, abs=1e-9)


def test_the_sum_of_squares_is_least_for_the_line_of_the_fit():
    assert CLOUD.sum_of_squares(CLOUD.best_angle) == pytest.approx(UNIT**2 * FIT.rss)
    angles = np.linspace(0, np.pi, 181)
    assert CLOUD.sum_of_squares(angles).min() >= UNIT**2 * FIT.rss
    np.testing.assert_allclose(
        CLOUD.sum_of_squares(angles), CLOUD.sum_of_squares(angles + np.pi), rtol=1e-12
    )
    for offset in (-1.0, 0.3, 2.0):
        beside = CLOUD.points - offset * np.array([-FIT.direction[1], FIT.direction[0]])
        across = beside - np.outer(beside @ FIT.direction, FIT.direction)
        expected = (across**2).sum()
        assert CLOUD.sum_of_squares(CLOUD.best_angle, offset) == pytest.approx(expected)


def test_the_line_stops_at_the_fit_and_closes_the_film(seen):
    for frame in [frames_of(seen, "dial")[-1], *frames_of(seen, "again")]:
        on_page = angle_between(frame.rule, frame.line)
        assert on_page == pytest.approx(np.rad2deg(CLOUD.best_angle))
    assert abs(direction(frames_of(seen, "dial")[-1].line) @ FIT.direction) == pytest.approx(1)
    assert len(frames_of(seen, "dial")[-1].tried) == len(TURNS), "none of the three was it"


def test_the_dial_is_as_far_out_as_the_sum_is_large(seen):
    dial = seen.stage.dial
    angles = np.linspace(0, 2 * np.pi, 17)
    out = np.linalg.norm(dial.place(angles) - MIDDLE, axis=1)
    np.testing.assert_allclose(
        out / out.max(), CLOUD.sum_of_squares(angles) / CLOUD.sum_of_squares(angles).max()
    )


def test_the_arms_lie_on_the_line_and_each_is_as_long_as_the_tank_is_high(seen):
    frames = [frame for frame in frames_of(seen, "dial") if frame.dial and frame.swept]
    assert len(frames) > 20
    for frame in frames:
        assert angle_between(frame.arms[:2], frame.line) == pytest.approx(0, abs=1e-7)
        for tip in frame.arms:
            assert np.linalg.norm(tip - MIDDLE[:2]) == pytest.approx(frame.level)
        assert frame.level <= RADIUS, "the dial lies on the sheet"


def test_a_chord_ends_on_the_rim():
    ends = chord(0.4, 1.2)
    np.testing.assert_allclose(np.linalg.norm(ends, axis=1), RADIUS)
    np.testing.assert_allclose(ends @ [-np.sin(0.4), np.cos(0.4)], 1.2)


def test_up_stays_up_while_the_sheet_turns(seen):
    arrows = [f for f in frames_of(seen, "page", "shortest") if f.up is not None]
    assert np.ptp([angle_between([[0, 0], [1, 0]], f.rule) for f in arrows]) > 40
    for frame in arrows:
        np.testing.assert_allclose(direction(frame.up), [0, 1], atol=1e-9)
    assert not any(frame.swung for frame in arrows), "shortest ways need no up"


def test_the_line_that_is_measured_anew_is_none_of_those_before(seen):
    known = [*(CLOUD.upright_angle(turn) for turn in TURNS), CLOUD.best_angle]
    apart = [np.abs(np.sin(seen.stage.another - angle)) for angle in known]
    assert min(apart) > np.sin(np.deg2rad(20))


def test_the_marks_of_the_grey_lines_lie_above_the_one_of_their_own(seen):
    tank = seen.stage.tank
    fits = [float(CLOUD.sum_of_squares(CLOUD.upright_angle(turn))) for turn in TURNS]
    heights = seen.stage.tried_levels.points[::4, 1]
    np.testing.assert_allclose(heights, [tank.top_of(total) for total in fits])
    marks = [frame.grey for frame in frames_of(seen, "again")]
    assert min(marks) > tank.top_of(tank.marked)
    assert np.ptp(marks) > 0.3, "the grey line slides over the points"


def in_space():
    points = read_points(LINE_IN_SPACE, ("x", "y", "z"))
    np.testing.assert_array_equal(points[:, :2], POINTS)
    return points


def test_the_sheet_becomes_space_and_comes_back_without_a_jump(seen):
    space = seen.stage.space
    space.set_shot(space.flat)
    flat = space.dots.points.reshape(len(POINTS), -1, 3).mean(axis=1)
    np.testing.assert_allclose(flat, CLOUD.points @ np.eye(2, 3) + MIDDLE, atol=1e-2)
    line = CLOUD.best_angle
    on_screen = space.line.points[[0, -1], :2]
    np.testing.assert_allclose(on_screen, chord(line) + MIDDLE[:2])
    assert seen.stage.tank.level == pytest.approx(CLOUD.sum_of_squares(line))


def test_in_space_points_rise_straight_up(seen):
    space = seen.stage.space
    space.set_shot(space.risen)
    stilts = space.stilts.points.reshape(-1, 4, 3)[:, [0, -1]]
    np.testing.assert_allclose(stilts[:, 0, 0], stilts[:, 1, 0], atol=1e-9)
    assert (stilts[:, 0, 1] > stilts[:, 1, 1]).all()


def test_in_space_the_ways_are_seen_whole_and_no_line_has_less_than_the_best(seen):
    space, tank = seen.stage.space, seen.stage.tank
    fit = fit_orthogonal(in_space())
    best = float(UNIT**2 * fit.rss)
    assert abs(space.best @ fit.direction) == pytest.approx(1)
    for along in (space.on_the_sheet, turned(space.on_the_sheet, space.best, 0.4), space.other):
        shot = Shot.looking(along)
        space.set_shot(shot)
        assert np.ptp(space.line.points, axis=0).max() < 1e-9, "the line is a dot"
        way = space.ways.points.reshape(-1, 4, 3)
        seen_on_screen = float(((way[:, -1] - way[:, 0]) ** 2).sum() / shot.view.scale**2)
        assert tank.level == pytest.approx(seen_on_screen)
        assert tank.level > 1.3 * best
        assert tank.top_of(tank.level) < tank.box.top
    space.set_shot(Shot.looking(space.best))
    assert tank.level == pytest.approx(best)
