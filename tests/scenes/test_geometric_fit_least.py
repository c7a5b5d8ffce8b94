"""GeometricFit's best line: through the mean, in the direction that has the least, and why."""

import numpy as np
import pytest

from scenes.visuals.geometric_fit.page import MIDDLE, RADIUS
from scenes.visuals.geometric_fit.stage import TANK
from scenes.visuals.geometric_fit.turns import offset_above
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
    sentence,
    squares,
    stage,
)
from tests.scenes.rehearsal import RATE

pytestmark = pytest.mark.xdist_group(WATCHED.name)


def test_the_tank_holds_the_squares_of_the_ways_on_screen():
    frames = [f for f in during("middle", "direction", "shadows", "again") if f.measured]
    assert len(frames) > 100
    for frame in frames:
        assert frame.level == pytest.approx(float(height_in_tank(squares(frame))), abs=1e-9)


def test_off_the_mean_the_sum_is_larger_to_either_side():
    frames = sentence(8)
    crossing = MIDDLE[:2]
    offsets = []
    for frame in frames:
        x, y = direction(frame.line)
        off = float((frame.line[0] - crossing) @ [-y, x]) * np.sign(x)
        through = CLOUD.sum_of_squares(stage().another)
        expected = height_in_tank(float(through) + len(POINTS) * off**2)
        assert frame.level == pytest.approx(float(expected), abs=1e-9)
        offsets.append(off)
    assert max(offsets) > 0.8
    assert min(offsets) < -0.6, "to both sides"
    assert offsets[-1] == pytest.approx(0, abs=1e-9), "and back"
    assert all(frame.middle for frame in frames[1:]), "the mean is seen as it is named"
    for angle in np.deg2rad([-20, 0, 20]):
        assert CLOUD.heights(angle).max() > offset_above(CLOUD, angle) > 0


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


def test_the_line_turns_to_the_largest_sum_and_on_to_the_least_which_is_marked():
    sums = CLOUD.sum_of_squares(CLOUD.best_angle + np.array([np.pi / 2, 0.0]))
    rising, falling = (np.array([f.level for f in sentence(k)]) for k in (9, 10))
    assert (np.diff(rising) >= -1e-9).all()
    assert (np.diff(falling) <= 1e-9).all()
    np.testing.assert_allclose([rising[-1], falling[-1]], height_in_tank(sums))
    assert during("direction")[-1].mark == pytest.approx(float(sums[1]))
    named = during("direction")[-1].least
    assert named.get_y() == pytest.approx(TANK.bottom + falling[-1], abs=0.1)


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


def test_the_bars_of_single_points_stack_to_that_of_all():
    said, *_ = (s for s in WATCHED.film.sentences if s.text.startswith("Stack the bars"))
    seen = [f for f in during("shadows") if f.time <= said.end and f.stack is not None]
    highest = [max(top for _, top in frame.stack) for frame in seen]
    whole = height_in_tank((CLOUD.points**2).sum())
    assert highest[-1] == pytest.approx(TANK.bottom + whole)
    n, box = len(POINTS), TANK
    assert min(frame.stack[n][1] for frame in seen) < box.bottom + 0.2 * box.height, "one slice"
    across, along = seen[-1].stack[:n], seen[-1].stack[n:]
    split = next(frame for frame in WATCHED.frames if frame.time > said.end and frame.shares)
    assert across[-1][1] == pytest.approx(along[0][0]) == pytest.approx(split.shares[0][1])


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
    frames = [frame for frame in sentence(13) if frame.step == "point"]
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
