"""GeometricFit's best line: through the mean, in the direction that has the least, and why."""

import numpy as np
import pytest

from scenes.visuals.geometric_fit.page import MIDDLE, RADIUS
from scenes.visuals.geometric_fit.stage import TANK
from scenes.visuals.plot.tank import OVERHANG
from tests.scenes.geometric_fit_seen import (
    CLOUD,
    FIT,
    POINTS,
    UNIT,
    WATCHED,
    angle_between,
    direction,
    during,
    height_in_tank,
    saying,
    squares,
    stage,
)
from tests.scenes.rehearsal import RATE

pytestmark = pytest.mark.xdist_group(WATCHED.name)


def test_the_tank_holds_the_squares_of_the_ways_on_screen():
    said, *_ = (s for s in WATCHED.film.sentences if "Each point has" in s.text)
    frames = [f for f in during("shadows", "again") if f.measured and f.time > said.end]
    assert len(frames) > 100
    for frame in frames:
        assert frame.level == pytest.approx(float(height_in_tank(squares(frame))), abs=1e-9)


def test_the_sum_of_squares_is_least_for_the_line_of_the_fit():
    assert CLOUD.sum_of_squares(CLOUD.best_angle) == pytest.approx(UNIT**2 * FIT.rss)
    angles = np.linspace(0, np.pi, 181)
    assert CLOUD.sum_of_squares(angles).min() >= UNIT**2 * FIT.rss
    np.testing.assert_allclose(
        CLOUD.sum_of_squares(angles), CLOUD.sum_of_squares(angles + np.pi), rtol=1e-12
    )


def test_shortest_ways_meet_the_line_at_right_angles():
    swung = [frame for frame in during("shortest") if frame.swung]
    assert len(swung) > 10
    for frame in [*swung, *during("shadows", "again")]:
        along = direction(frame.line)
        np.testing.assert_allclose((frame.feet - frame.starts) @ along, 0, atol=1e-9)


def test_the_second_line_is_left_where_the_swing_ends_with_as_much_in_its_bar():
    left = next(frame for frame in saying("Which line has") if frame.second)
    assert angle_between(left.line, left.second.line) == pytest.approx(0, abs=1e-6)
    assert left.second.level == pytest.approx(left.level)


def test_the_mark_of_the_least_sum_does_not_run_across_the_bar_of_the_second_line():
    second = stage().second
    assert second.bar.z_index > stage().tank.mark.z_index
    hidden = np.concatenate([second.ground.points, second.beyond.points])[:, 0]
    assert hidden.min() == pytest.approx(TANK.middle[0])
    assert hidden.max() > TANK.right + OVERHANG


def test_why_it_is_this_line_is_asked_where_it_rests_at_the_mark():
    asked = saying("But why")
    assert asked[-1].time - asked[0].time > 1
    for frame in asked:
        assert angle_between(frame.rule, frame.line) == pytest.approx(np.rad2deg(CLOUD.best_angle))
        assert frame.mark == pytest.approx(UNIT**2 * FIT.rss)
        assert frame.level == pytest.approx(height_in_tank(frame.mark))
        assert frame.least == pytest.approx(TANK.bottom + frame.level, abs=0.1)


def test_the_line_rests_at_the_fit_and_closes_the_film():
    for frame in [during("shadows")[-1], during("again")[-1]]:
        on_page = angle_between(frame.rule, frame.line)
        assert on_page == pytest.approx(np.rad2deg(CLOUD.best_angle))
        assert frame.level == pytest.approx(height_in_tank(frame.mark))
        assert frame.full > 0.5 or frame.shares, "the sum is seen"


def test_all_points_share_one_bar_whatever_the_line_is():
    whole = float((CLOUD.points**2).sum())
    frames = [f for f in during("shadows") if f.measured and not f.triangle and f.shares]
    assert len(frames) > 20
    lengths = []
    for frame in frames:
        (low, border), (same, top), total = frame.shares
        assert low == pytest.approx(TANK.bottom)
        assert border == pytest.approx(same)
        assert border - low == pytest.approx(frame.level), "across, as it is measured"
        assert total == (pytest.approx(low), pytest.approx(top))
        assert top == pytest.approx(TANK.bottom + height_in_tank(whole)), "the whole stays"
        along = ((frame.feet - MIDDLE[:2]) ** 2).sum()
        assert along + squares(frame) == pytest.approx(whole)
        lengths.append(along)
    assert lengths[-1] == pytest.approx(max(lengths)), "at the least across"
    assert max(lengths) > 3 * min(lengths)


def test_no_bar_of_a_point_changes_its_height_while_the_line_turns():
    turned = saying("every bar stays as high")
    n = len(POINTS)
    tops = np.array([[top for _, top in frame.row[n:]] for frame in turned])
    np.testing.assert_allclose(tops, np.broadcast_to(tops[0], tops.shape))
    far = (CLOUD.points**2).sum(axis=1)
    whole = height_in_tank(far.sum())
    np.testing.assert_allclose(np.sort(tops[0] - TANK.bottom), whole * np.sort(far) / far.max())
    borders = np.array([[top for _, top in frame.row[:n]] for frame in turned])
    assert np.ptp(borders, axis=0).max() > 1, "red and blue trade"


def test_the_bars_of_single_points_stack_to_that_of_all():
    said, *_ = (s for s in WATCHED.film.sentences if "stack red on red" in s.text)
    seen = [f for f in during("shadows") if f.time <= said.end and f.row is not None]
    highest = [max(top for _, top in frame.row) for frame in seen]
    whole = height_in_tank((CLOUD.points**2).sum())
    assert highest[-1] == pytest.approx(TANK.bottom + whole)
    n = len(POINTS)
    across, along = seen[-1].row[:n], seen[-1].row[n:]
    split = next(f for f in during("shadows") if f.time > said.start and f.shares)
    assert across[-1][1] == pytest.approx(along[0][0]) == pytest.approx(split.shares[0][1])


def test_whose_the_first_bars_are_is_marked_at_their_points_and_at_their_feet():
    row, triangle = stage().row, stage().triangle
    frames = saying("Each point has such a bar")
    assert {len(frame.marked_points) for frame in frames} == {1, 2, 3}
    most = max(frames, key=lambda frame: len(frame.marked_points))
    for number, (home, _) in zip((0, *row.lit), most.marked_points, strict=True):
        np.testing.assert_allclose(home, MIDDLE[:2] + row.measured[number], atol=1e-6)
    turned = saying("every bar stays as high")
    for frame in turned:
        ((home, foot),) = frame.marked_points
        np.testing.assert_allclose(home, MIDDLE[:2] + triangle.point, atol=1e-6)
        assert foot[0] == pytest.approx(row.foot(0)[0], abs=1e-6)
        assert foot[1] < TANK.bottom


def test_the_principal_axis_is_named_at_its_end_once_the_red_is_least():
    frames = [frame for frame in during("shadows") if frame.axis is not None]
    assert len(frames) > RATE
    for frame in frames:
        assert frame.level == pytest.approx(height_in_tank(frame.mark))
        corner = np.array([frame.axis[0, 0], frame.axis.mean(axis=0)[1]])
        assert np.linalg.norm(frame.line - corner, axis=1).min() < 0.6
        assert np.linalg.norm(frame.axis - MIDDLE[:2], axis=1).min() > RADIUS


def test_shadows_fall_to_where_the_ways_end_and_are_lit_where_they_crowd_most():
    frames = [frame for frame in during("shadows") if frame.shadows is not None]
    falling = [frame for frame in frames if frame.glow == 0]
    np.testing.assert_allclose(falling[0].shadows, falling[0].starts, atol=0.1)
    to_go = [np.abs(frame.shadows - frame.feet).max() for frame in falling]
    assert to_go == sorted(to_go, reverse=True)
    for frame in frames[len(falling) :]:
        np.testing.assert_allclose(frame.shadows, frame.feet, atol=1e-2)
    lit = [frame for frame in frames if frame.glow > 0]
    worst = np.rad2deg(CLOUD.best_angle) + 90
    for frame in lit[:RATE]:
        assert np.sin(np.deg2rad(angle_between(frame.rule, frame.line) - worst)) == pytest.approx(0)
    assert spread(lit[-1].shadows) > 1.9 * spread(lit[0].shadows)
    left = [frame for frame in lit if frame.crowd is not None]
    assert len(left) > RATE
    for frame in left:
        assert spread(frame.crowd) == pytest.approx(spread(lit[0].shadows), abs=1e-2)


def spread(places):
    """Return the standard deviation of places (n, 2) on a line."""
    return float(np.sqrt(((places - places.mean(axis=0)) ** 2).sum(axis=1).mean()))


def test_one_point_shares_its_squared_distance_between_along_and_across():
    top_of_all = TANK.bottom + height_in_tank(float((CLOUD.points**2).sum()))
    frames = [frame for frame in saying("Turn: by Pythagoras") if frame.step == "point"]
    assert all(frame.triangle and frame.shares for frame in frames)
    assert len(frames) > 8
    for frame in frames:
        way, along, across = (np.linalg.norm(np.diff(side, axis=0)) for side in frame.triangle)
        assert along**2 + across**2 == pytest.approx(way**2)
        assert angle_between(frame.line, frame.triangle[1]) == pytest.approx(0, abs=1e-6)
        assert min(along, across) > way / 5, "both legs are seen"
        np.testing.assert_allclose(frame.triangle[0], frames[0].triangle[0], atol=1e-9)
        (low, border), (_, top), _ = frame.shares
        assert (border - low) / (top - low) == pytest.approx((across / way) ** 2)
        assert top == pytest.approx(top_of_all), "as high as that of all points"
    first, last = (np.linalg.norm(np.diff(f.triangle[2], axis=0)) for f in (frames[0], frames[-1]))
    assert last > 1.5 * first


def area(part):
    """Return the area inside what ``part`` draws, by Gauss."""
    x, y = np.vstack([part.points[::4], part.points[-1:]])[:, :2].T
    return abs((x[:-1] * y[1:] - x[1:] * y[:-1]).sum()) / 2


def test_the_squares_on_its_sides_lie_on_the_sheet_and_beside_the_triangle():
    triangle = stage().triangle
    whole, along, across = triangle.sides
    for angle in np.linspace(triangle.leant, CLOUD.best_angle, 9):
        triangle.set_angle(angle)
        foot = along.points[-1, :2]
        point = MIDDLE[:2] + triangle.point
        third = (MIDDLE[:2] + point + foot) / 3
        squares_on = (*triangle.fixed, *triangle.squares)
        for square, side in zip(squares_on, (whole, across, along), strict=True):
            way = (side.points[-1] - side.points[0])[:2]
            assert area(square) == pytest.approx(way @ way)
            corners = square.points[::4, :2]
            assert np.linalg.norm(corners - MIDDLE[:2], axis=1).max() < RADIUS
            beside = np.array([[0, -1], [1, 0]]) @ way
            on_side = side.points[0, :2]
            assert ((corners.mean(axis=0) - on_side) @ beside) * ((third - on_side) @ beside) < 0
        fixed, *legs = map(area, squares_on)
        assert sum(legs) == pytest.approx(fixed)
