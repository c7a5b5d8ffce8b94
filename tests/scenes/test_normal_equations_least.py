"""Where both beams are level all arms cancel, and corners are what epsilon rises by."""

from itertools import pairwise

import numpy as np
import pytest

from core.palette import theme
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.squares.pair import MOVE, SIDE, Pair
from scenes.visuals.normal_equations.steps.beside import Beside
from scenes.visuals.normal_equations.steps.corners import growths
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BAND, RIGHT_EDGE
from tests.scenes.normal_equations_seen import BEST, DATA, WATCHED

PEN = Pen(theme("dark"))

pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def stage():
    return WATCHED.film.stage


@pytest.fixture(params=[0, 1, 2], ids=["shift", "turn", "both"])
def growth(stage, request):
    one = growths(PEN, stage)[request.param]
    return one.set(come=1.0, moved=1.0)


def test_squares_arms_and_corners_are_the_squares_of_the_moved_line(growth):
    """Arms that are lost count as less than nothing."""
    unit = growth.slots.unit**2
    lost, gained = (sum(areas(part.points).sum() for part in side) for side in sides_of(growth))
    corners = areas(growth.corners.points)
    before = sum(float(areas(one.points)[0]) for one in growth.squares)
    assert before / unit == pytest.approx(BEST.rss)
    moved = np.sum((growth.misses - growth.moves) ** 2)
    assert (before + gained - lost + corners.sum()) / unit == pytest.approx(moved)
    np.testing.assert_allclose(np.sort(corners / unit), np.sort(growth.moves**2))


def test_the_arms_cancel_at_the_best_line_and_epsilon_rises_by_the_corners(growth, stage):
    for arms in growth.arms:
        lost, gained = (areas(part.points).sum() for part in (arms.lost, arms.gained))
        assert lost == pytest.approx(gained)
    a = growth.moves @ (DATA.x - DATA.x.mean()) / BEST.x_sum_of_squares
    b = growth.moves.mean() - a * DATA.x.mean()
    rise = stage.epsilon.of(BEST.slope + a, BEST.intercept + b) - BEST.rss
    assert areas(growth.corners.points).sum() / growth.slots.unit**2 == pytest.approx(rise)
    assert areas(growth.added.points).sum() / growth.slots.unit**2 == pytest.approx(rise)


def test_laid_end_to_end_lost_and_gained_arms_are_equally_long(growth):
    for arms in growth.arms:
        before = [areas(part.points).sum() for part in (arms.lost, arms.gained)]
        arms.set(gathered=1.0)
        strips = [np.ptp(part.points, axis=0)[:2] for part in (arms.lost, arms.gained)]
        np.testing.assert_allclose(strips[0], strips[1])
        assert strips[0][0] <= layout.ROWS.width + 1e-9
        after = [areas(part.points).sum() for part in (arms.lost, arms.gained)]
        np.testing.assert_allclose(after, before)
        assert edge_of(np.max, arms.gained) < edge_of(np.min, arms.lost)
        arms.set(met=1.0)
        for edge in (np.min, np.max):
            assert edge_of(edge, arms.lost) == pytest.approx(edge_of(edge, arms.gained))


def test_a_line_that_is_shifted_and_turned_has_the_arms_of_both_side_by_side(stage):
    shift, turn, both = (one.set(come=1.0, moved=1.0) for one in growths(PEN, stage))
    kinds = [growth.arms[0].gained.get_fill_color() for growth in (shift, turn)]
    assert [arms.gained.get_fill_color() for arms in both.arms] == kinds
    orange, blue = both.arms
    np.testing.assert_allclose(orange.moves + blue.moves, both.moves)
    np.testing.assert_allclose(orange.moves, orange.moves[0])
    np.testing.assert_allclose(blue.moves / DATA.x, blue.moves[0] / DATA.x[0])


def test_squares_of_a_row_leave_each_other_room(growth):
    for part in (growth.squares, growth.corners):
        points = part.points if len(part.points) else np.concatenate([p.points for p in part])
        assert np.abs(points[:, 0]).max() <= RIGHT_EDGE
        assert points[:, 1].min() > BAND.top
    for side in (growth.misses > 0, growth.misses <= 0):
        ends = [one.points[:, 0] for one, there in zip(growth.squares, side, strict=True) if there]
        most = growth.slots.unit * growth.largest[side][:-1]
        assert all(
            b.min() > a.max() + move for (a, b), move in zip(pairwise(ends), most, strict=True)
        )


def test_the_moved_line_in_the_chart_is_that_of_the_rows(growth, stage):
    beside = Beside.of(PEN, stage)
    beside.set_moved(growth)
    moved = beside.after.a * DATA.x + beside.after.b
    np.testing.assert_allclose(moved - (BEST.slope * DATA.x + BEST.intercept), growth.moves)
    assert (beside.before.a, beside.before.b) == pytest.approx((BEST.slope, BEST.intercept))


def test_all_three_moves_are_told_of_the_same_rows(stage):
    shift, turn, both = growths(PEN, stage)
    for one in (shift, turn):
        np.testing.assert_allclose(one.set(come=1.0).rows, both.set(come=1.0).rows)


def test_two_large_squares_become_those_of_the_moved_line(stage):
    """One gains two arms and a corner; one loses two arms, and a corner is added."""
    pair = Pair(PEN, stage.squares).set(come=1.0, moved=1.0)
    for sign, added in ((1, pair.gained), (-1, pair.lost)):
        one, two, corner = (areas(part.points)[0] for part in added)
        assert SIDE**2 + sign * (one + two) + corner == pytest.approx((SIDE + sign * MOVE) ** 2)
    for arm in range(2):
        pair.set_away(arm, 1.0)
    assert areas(pair.squares[0].points)[0] == pytest.approx((SIDE - MOVE) ** 2)
    lying, upright, corner = pair.lost
    low, left = pair.squares[0].points[:, 1].min(), pair.squares[0].points[:, 0].max()
    assert lying.points[:, 1].max() < low
    assert upright.points[:, 0].min() > left
    assert corner.points[:, 0].min() == pytest.approx(upright.points[:, 0].min()), "completes it"
    assert pair.line.points[:, 1].min() == pytest.approx(low), "the square of the moved line"


def test_level_is_said_beside_beams_that_are_seen_to_be_level():
    said = [one for one in WATCHED.film.sentences if "level, " in one.text]
    shown = [frame for frame in WATCHED.frames if frame.step == "least"]
    for one in said[-2:]:
        during = [frame for frame in shown if one.start + 1.2 <= frame.time <= one.end]
        assert during
        assert all(frame.miss_beam for frame in during), one.text


def test_corners_are_shown_last_and_the_line_is_the_best_one_all_the_time():
    shown = [frame for frame in WATCHED.frames if frame.step == "least"]
    assert len(shown) > 60
    for frame in shown:
        assert frame.now == pytest.approx((BEST.slope, BEST.intercept))
    story = [one.text for one in WATCHED.film.sentences]
    corner = next(k for k, text in enumerate(story) if "corners remain" in text)
    assert "completes the second" in " ".join(story[:corner])
    assert "make any line" in " ".join(story[corner:])


def sides_of(growth):
    """Return the parts that hold what is lost, and those that hold what is gained."""
    return [one.lost for one in growth.arms], [one.gained for one in growth.arms]


def edge_of(edge, part):
    """Return the least or the largest height of a part."""
    return edge(part.points[:, 1])


def areas(points):
    """Return the areas (n,) of n closed rectangles, whichever way they lie."""
    rings = points.reshape(-1, 16, 3)[:, ::4]
    one, other = rings[:, 1] - rings[:, 0], rings[:, 2] - rings[:, 1]
    return np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
