"""GeometricFit's best line: through the mean, in the direction that has the least, and why."""

import numpy as np
import pytest

from scenes.visuals.geometric_fit.page import MIDDLE, RADIUS
from scenes.visuals.geometric_fit.turns import offset_above
from tests.scenes.geometric_fit_seen import (
    CLOUD,
    FIT,
    POINTS,
    TURNS,
    UNIT,
    WATCHED,
    angle_between,
    direction,
    during,
    fitted_upright,
    height_in_tank,
    squares,
    stage,
)

pytestmark = pytest.mark.xdist_group(WATCHED.name)


def test_the_tank_holds_the_squares_of_the_ways_on_screen():
    frames = during("middle", "dial", "spread", "again")
    assert len(frames) > 100
    for frame in frames:
        assert frame.level == pytest.approx(float(height_in_tank(squares(frame))), abs=1e-9)
    unseen = [frame for frame in frames if not frame.measured]
    assert unseen, "one point has the sheet for itself for a while"
    assert all(frame.triangle for frame in unseen)


def test_the_two_sides_hold_their_ways_and_are_level_where_the_sum_is_least():
    unit = stage().balance.unit
    frames = during("middle")
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
    assert max(uneven) > 1, "out of balance, one sees it"
    for offset in np.linspace(-1.2, 1.2, 9):
        above, below = CLOUD.on_either_side(0.6, offset)
        assert above - below == pytest.approx(-len(POINTS) * offset, abs=1e-9)


def area(part):
    """Return the area inside what ``part`` draws, by Gauss."""
    x, y = np.vstack([part.points[::4], part.points[-1:]])[:, :2].T
    return abs((x[:-1] * y[1:] - x[1:] * y[:-1]).sum()) / 2


def test_the_line_starts_off_the_mean_with_points_on_both_sides():
    first = during("middle")[0]
    assert first.level == pytest.approx(max(frame.level for frame in during("middle")))
    for angle in np.deg2rad([-20, 0, 20]):
        assert CLOUD.heights(angle).max() > offset_above(CLOUD, angle) > 0
    came = [frame.middle for frame in during("middle")]
    assert not came[0]
    assert came == sorted(came), "the mean is named once the line is there"
    there = next(frame for frame in during("middle") if frame.middle)
    assert there.level == pytest.approx(min(frame.level for frame in during("middle")))


def test_the_sum_rises_again_beyond_the_balance():
    sides = [frame.sides.sum() for frame in during("middle")]
    least = min(frame.level for frame in during("middle"))
    assert min(sides) < -1e-3
    assert max(sides) > 1e-3
    beyond = [f.level for f, side in zip(during("middle"), sides, strict=True) if side > 1e-3]
    assert min(beyond) > least


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


def test_the_dial_is_as_far_out_as_the_sum_is_large():
    dial = stage().dial
    angles = np.linspace(0, 2 * np.pi, 17)
    out = np.linalg.norm(dial.place(angles) - MIDDLE, axis=1)
    np.testing.assert_allclose(
        out / out.max(), CLOUD.sum_of_squares(angles) / CLOUD.sum_of_squares(angles).max()
    )


def test_the_arms_lie_on_the_line_and_each_is_as_long_as_the_tank_is_high():
    frames = [frame for frame in during("dial") if frame.dial and frame.swept]
    assert len(frames) > 20
    for frame in frames:
        assert angle_between(frame.arms[:2], frame.line) == pytest.approx(0, abs=1e-7)
        for tip in frame.arms:
            assert np.linalg.norm(tip - MIDDLE[:2]) == pytest.approx(frame.level)
        assert frame.level <= RADIUS, "the dial lies on the sheet"


def test_the_line_is_laid_on_each_of_the_three_and_each_has_more():
    tank = stage().tank
    compared = [frame for frame in during("dial") if len(frame.tried) == len(TURNS)]
    angles = [angle_between(frame.rule, frame.line) for frame in compared]
    for turn, mark in zip(TURNS, stage().tried_levels, strict=True):
        there = int(np.abs(np.array(angles) - fitted_upright(turn)).argmin())
        assert angles[there] == pytest.approx(fitted_upright(turn))
        top = tank.box.bottom + compared[there].level
        np.testing.assert_allclose(mark.points[:, 1], top)
        assert top > tank.top_of(tank.marked)


def test_the_line_rests_at_the_fit_and_closes_the_film():
    for frame in [during("dial")[-1], during("spread")[-1], during("again")[-1]]:
        on_page = angle_between(frame.rule, frame.line)
        assert on_page == pytest.approx(np.rad2deg(CLOUD.best_angle))
    assert abs(direction(during("dial")[-1].line) @ FIT.direction) == pytest.approx(1)


def test_what_the_line_loses_across_it_gains_along():
    tank = stage().tank
    whole = float((CLOUD.points**2).sum())
    frames = [frame for frame in during("spread") if frame.explained]
    lengths = []
    for frame in frames:
        assert frame.content.min() == pytest.approx(tank.box.bottom + frame.level)
        assert frame.content.max() == pytest.approx(tank.top_of(whole)), "the whole stays"
        np.testing.assert_allclose(frame.shadows, frame.feet, atol=1e-2)
        along = ((frame.feet - MIDDLE[:2]) ** 2).sum()
        assert along + squares(frame) == pytest.approx(whole)
        lengths.append(along)
    assert np.ptp(lengths) > whole / 4
    assert lengths[-1] == pytest.approx(max(lengths)), "at the least across"
    assert tank.top_of(whole) < tank.box.top


def test_the_bar_on_the_line_is_as_long_as_the_points_spread_along_it():
    frames = [frame for frame in during("spread") if frame.extent is not None]
    assert len(frames) > 8
    spread, long = (
        np.array([np.sqrt(((f.feet - MIDDLE[:2]) ** 2).sum()) for f in frames]),
        np.array([np.linalg.norm(np.diff(f.extent, axis=0)) for f in frames]),
    )
    np.testing.assert_allclose(long / spread, long[-1] / spread[-1])
    assert long[-1] == pytest.approx(long.max())
    assert long.min() < 0.8 * long.max(), "one sees it become wider"
    for frame in frames:
        assert angle_between(frame.line, frame.extent) == pytest.approx(0, abs=1e-6)
        np.testing.assert_allclose(frame.extent.mean(axis=0), MIDDLE[:2], atol=1e-9)
        assert np.linalg.norm(frame.extent - MIDDLE[:2], axis=1).max() < RADIUS


def test_one_point_shows_the_triangle_of_pythagoras():
    shown = [frame for frame in during("spread") if frame.pythagoras]
    assert len(shown) > 8
    for frame in shown:
        whole, along, across = (np.linalg.norm(np.diff(side, axis=0)) for side in frame.triangle)
        assert along**2 + across**2 == pytest.approx(whole**2)
        on_line = angle_between(frame.line, frame.triangle[1])
        assert on_line == pytest.approx(0, abs=1e-6)
        assert min(along, across) > whole / 5, "both legs are seen"
        np.testing.assert_allclose(frame.triangle[0], shown[0].triangle[0], atol=1e-9)
    first, last = (np.linalg.norm(np.diff(f.triangle[2], axis=0)) for f in (shown[0], shown[-1]))
    assert (first > last, shown[0].level > shown[-1].level) == (True, True), "as of all points"


def test_the_squares_on_its_sides_lie_on_the_sheet_and_beside_the_triangle():
    spread = stage().spread
    whole, along, across = spread.triangle.sides
    for angle in np.linspace(spread.leant, CLOUD.best_angle, 9):
        triangle = spread.set_angle(angle).triangle
        foot = along.points[-1, :2]
        point = MIDDLE[:2] + triangle.point
        third = (MIDDLE[:2] + point + foot) / 3
        squares_on = (*triangle.fixed, *triangle.squares)
        for square, side in zip(squares_on, (whole, along, across), strict=True):
            way = (side.points[-1] - side.points[0])[:2]
            assert area(square) == pytest.approx(way @ way)
            corners = square.points[::4, :2]
            assert np.linalg.norm(corners - MIDDLE[:2], axis=1).max() < RADIUS
            beside = np.array([[0, -1], [1, 0]]) @ way
            on_side = side.points[0, :2]
            assert ((corners.mean(axis=0) - on_side) @ beside) * ((third - on_side) @ beside) < 0
        fixed, *legs = map(area, squares_on)
        assert sum(legs) == pytest.approx(fixed)


def test_no_upright_sum_falls_below_the_mark_of_the_least():
    tank = stage().tank
    levels = [tank.box.bottom + frame.level for frame in during("again")]
    assert min(levels) >= tank.top_of(tank.marked) - 1e-9
    assert np.ptp(levels) > 1, "most of them lie far above it"
