"""GeometricFit's best line: through the mean, in the direction that has the least, and why."""

import numpy as np
import pytest

from scenes.visuals.geometric_fit.sheet.page import MOVED, RADIUS
from scenes.visuals.geometric_fit.stage import TANK, WIDE
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

MIDDLE = np.array(MOVED.middle)
pytestmark = pytest.mark.xdist_group(WATCHED.name)


def test_the_tank_holds_the_squares_of_the_ways_on_screen():
    said, *_ = (s for s in WATCHED.film.sentences if "each point gets its bar" in s.text)
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
    for frame in [*swung, *(f for f in during("shadows", "again") if f.measured)]:
        along = direction(frame.line)
        np.testing.assert_allclose((frame.feet - frame.starts) @ along, 0, atol=1e-9)


def test_the_line_is_turned_through_all_directions_before_its_sum_is_called_least():
    turned = saying("Turn the line all the way")
    angles = np.array([angle_between(f.rule, f.line) for f in turned])
    assert np.ptp(np.unwrap(angles, period=180)) > 170
    assert max(frame.level for frame in turned) > 3 * turned[-1].level
    named = [frame for frame in turned if frame.least is not None]
    assert {frame.level for frame in named} == {turned[-1].level}, "at rest, once it has come back"


def test_the_second_line_has_a_tank_of_its_own_as_wide_as_the_first():
    compared = [frame for frame in during("shortest") if frame.second]
    assert len(compared) > RATE
    for frame in compared:
        assert frame.second.left > TANK.right
        assert frame.second.width == pytest.approx(TANK.width)
        assert frame.second.name[0, 1] > TANK.top
        assert frame.second.name.mean(axis=0)[0] == pytest.approx(
            frame.second.left + TANK.width / 2, abs=0.1
        )


def test_why_it_is_this_line_is_asked_where_it_rests_at_the_mark():
    asked = saying("but why")[RATE:]
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
    frames = [f for f in during("shadows") if f.measured and f.shares]
    assert len(frames) > 20
    lengths = []
    for frame in frames:
        (low, border), (same, top), total = frame.shares
        assert low == pytest.approx(TANK.bottom)
        assert border == pytest.approx(same)
        assert border - low == pytest.approx(frame.level), "across, as it is measured"
        assert total == (pytest.approx(low), pytest.approx(top))
        assert top == pytest.approx(TANK.bottom + height_in_tank(whole)), "the whole stays"
        along = ((frame.feet - MIDDLE) ** 2).sum()
        assert along + squares(frame) == pytest.approx(whole)
        lengths.append(along)
    assert lengths[-1] == pytest.approx(max(lengths)), "at the least across"
    assert max(lengths) > 3 * min(lengths)


def test_once_all_have_joined_no_bar_changes_its_size_until_it_is_part_of_the_tank():
    n, far = len(POINTS), (CLOUD.points**2).sum(axis=1)
    (_, _), (_, top), _ = [f for f in saying("Turn: by Pythagoras") if f.single][-1].single
    rows = [frame.row for frame in during("shadows") if frame.row is not None]
    for row in rows:
        np.testing.assert_allclose(row[1, :, 3], np.full(n, top), atol=1e-9)
    stood = [frame.row for frame in saying("in each bar, red")]
    for row in stood:
        first = row[0, stage().row.one]
        assert first[2] - first[0] == pytest.approx(WIDE.width * far[chosen()] / far.sum())
    for row in stood:
        widths = row[0, :, 2] - row[0, :, 0]
        np.testing.assert_allclose(np.sort(widths), WIDE.width * np.sort(far) / far.sum())
        np.testing.assert_allclose(row[1, :, 3], np.full(n, top), atol=1e-9)
    borders = np.array([row[0, :, 3] for row in stood])
    assert np.ptp(borders, axis=0).max() > 1, "red and blue trade"
    np.testing.assert_allclose(rows[-1][0, :, 3], rows[-1][0, 0, 3]), "level, once without walls"
    split = next(f for f in during("shadows") if f.shares)
    assert rows[-1][0, 0, 3] == pytest.approx(split.shares[0][1])
    assert rows[-1][0, 0, 0] == pytest.approx(WIDE.left)
    assert rows[-1][0, -1, 2] == pytest.approx(WIDE.right)


def chosen():
    """Return the number of the point that is looked at."""
    return int(np.linalg.norm(CLOUD.points - stage().triangle.point, axis=1).argmin())


def test_the_bar_of_one_point_is_about_as_wide_as_high_and_narrows_to_make_room():
    single = stage().single.box
    assert 0.6 < single.width / single.height < 1.4
    joined = saying("gets its bar")[-1].time
    frames = [f for f in during("shadows") if f.row is not None and f.time <= joined]
    first = np.array([f.row[0, stage().row.one, 2] - f.row[0, stage().row.one, 0] for f in frames])
    assert first[0] > 0.9 * single.width
    assert (np.diff(first) <= 1e-9).all()
    assert first[-1] < first[0] / 5


def test_a_larger_square_becomes_a_wider_bar_of_the_same_area_and_height():
    frames = [f for f in saying("A larger square") if f.other is not None]
    last = frames[-1]
    sides = np.linalg.norm(np.diff(last.other.square, axis=0), axis=1)
    np.testing.assert_allclose(sides, sides[0])
    (left, bottom), (right, top) = last.other.bar
    assert (right - left) * (top - bottom) == pytest.approx(sides[0] ** 2)
    one = last.row[:, stage().row.one]
    assert left == pytest.approx(one[0, 2]), "beside the first"
    assert (bottom, top) == (pytest.approx(one[0, 1]), pytest.approx(one[1, 3]))
    assert right - left > 1.3 * (one[0, 2] - one[0, 0])
    assert sides[0] > np.linalg.norm(stage().triangle.point)


def test_both_points_are_ringed_and_their_bars_framed_until_the_walls_go():
    both = [f for f in [*saying("gets its bar"), *saying("in each bar, red")] if f.row is not None]
    number = stage().row.one
    for frame in both[:-1]:
        ringed = np.linalg.norm(frame.dots - frame.other.rings[:, None], axis=-1).min(axis=1)
        np.testing.assert_allclose(ringed, 0, atol=0.05)
        assert frame.other.framed == 1
        for ring, bar in zip(frame.other.frames, frame.row[0, [number, -1]], strict=True):
            np.testing.assert_allclose([ring[:, 0].min(), ring[:, 0].max()], bar[[0, 2]])


def test_each_of_the_two_widths_is_named_and_squares_leave_before_the_others_join():
    held = [f for f in saying("A larger square") if f.other is not None and f.other.squared]
    strokes, *names = held[-1].other.widths
    assert len(names) == 2
    ends = [name.get_right()[0] for name in names], [name.get_left()[0] for name in names]
    assert ends[0][0] < ends[1][1], "side by side"
    for name in names:
        assert name.get_top()[1] < strokes.get_top()[1]
    for frame in saying("gets its bar"):
        widths = frame.row[0, :, 2] - frame.row[0, :, 0]
        assert not frame.other.squared or (widths > 1e-6).sum() <= 2, "the others come after"


def test_the_principal_axis_is_named_at_its_end_once_the_red_is_least():
    frames = [frame for frame in during("shadows") if frame.axis is not None]
    assert len(frames) > RATE
    for frame in frames:
        assert frame.level == pytest.approx(height_in_tank(frame.mark))
        corner = np.array([frame.axis[0, 0], frame.axis.mean(axis=0)[1]])
        assert np.linalg.norm(frame.line - corner, axis=1).min() < 0.6
        assert np.linalg.norm(frame.axis - MIDDLE, axis=1).min() > RADIUS


def test_shadows_fall_to_where_the_ways_end_and_have_their_own_ways_from_the_mean():
    frames = [frame for frame in during("shadows") if frame.shadows is not None]
    falling = [f for f in frames if np.abs(f.shadows - f.feet).max() > 1e-2]
    np.testing.assert_allclose(falling[0].shadows, falling[0].starts, atol=0.3)
    to_go = [np.abs(frame.shadows - frame.feet).max() for frame in falling]
    assert to_go == sorted(to_go, reverse=True)
    turned = saying("the shadows spread")
    for frame in turned:
        np.testing.assert_allclose(frame.shadows, frame.feet, atol=1e-2)
        np.testing.assert_allclose(
            np.array(frame.along)[:, 0], np.broadcast_to(MIDDLE, (len(POINTS), 2))
        )
        np.testing.assert_allclose(np.array(frame.along)[:, 1], frame.feet, atol=1e-9)
    worst = np.rad2deg(CLOUD.best_angle) + 90
    before = saying("Blue sums")[-1]
    first = angle_between(before.rule, before.line)
    assert np.sin(np.deg2rad(first - worst)) == pytest.approx(0, abs=1e-9)
    assert spread(turned[-1].shadows) > 1.9 * spread(turned[0].shadows)


def test_as_red_falls_to_the_mark_of_before_the_shadows_spread():
    turned = saying("the shadows spread")
    levels = np.array([frame.level for frame in turned])
    assert (np.diff(levels) <= 1e-9).all()
    assert levels[-1] == pytest.approx(height_in_tank(UNIT**2 * FIT.rss))
    assert levels[0] > 3 * levels[-1]
    assert (np.diff([spread(frame.shadows) for frame in turned]) >= -1e-9).all()
    assert all(frame.axis is None for frame in turned[:-1])


def test_the_least_sum_of_before_is_marked_from_where_the_walls_are_gone():
    marked = [f for f in during("shadows") if f.shares]
    for frame in marked:
        assert frame.mark == pytest.approx(UNIT**2 * FIT.rss)
        assert frame.marked == 1
        assert frame.least == pytest.approx(TANK.bottom + height_in_tank(frame.mark), abs=0.1)


def test_where_the_shadows_crowded_stays_grey_until_they_are_widest():
    turned = saying("the shadows spread")
    traced = [frame.trace for frame in [*turned, *saying("widest spread")]]
    for trace in traced:
        np.testing.assert_allclose(trace, turned[0].shadows, atol=0.35)
        np.testing.assert_allclose(trace, traced[0])


def spread(places):
    """Return the standard deviation of places (n, 2) on a line."""
    return float(np.sqrt(((places - places.mean(axis=0)) ** 2).sum(axis=1).mean()))


def test_one_point_shares_its_squared_distance_between_along_and_across():
    top_of_all = TANK.bottom + height_in_tank(float((CLOUD.points**2).sum()))
    frames = [frame for frame in saying("Turn: by Pythagoras") if frame.step == "point"]
    assert all(frame.triangle and frame.single for frame in frames)
    assert len(frames) > 8
    for frame in frames:
        way, along, across = (np.linalg.norm(np.diff(side, axis=0)) for side in frame.triangle)
        assert along**2 + across**2 == pytest.approx(way**2)
        assert angle_between(frame.line, frame.triangle[1]) == pytest.approx(0, abs=1e-6)
        assert min(along, across) > way / 5, "both legs are seen"
        np.testing.assert_allclose(frame.triangle[0], frames[0].triangle[0], atol=1e-9)
        (low, border), (_, top), _ = frame.single
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
        point = MIDDLE + triangle.point
        third = (MIDDLE + point + foot) / 3
        squares_on = (*triangle.fixed, *triangle.squares)
        for square, side in zip(squares_on, (whole, across, along), strict=True):
            way = (side.points[-1] - side.points[0])[:2]
            assert area(square) == pytest.approx(way @ way)
            corners = square.points[::4, :2]
            assert np.linalg.norm(corners - MIDDLE, axis=1).max() < RADIUS
            beside = np.array([[0, -1], [1, 0]]) @ way
            on_side = side.points[0, :2]
            assert ((corners.mean(axis=0) - on_side) @ beside) * ((third - on_side) @ beside) < 0
        fixed, *legs = map(area, squares_on)
        assert sum(legs) == pytest.approx(fixed)
