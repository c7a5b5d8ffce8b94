"""Where both beams are level all arms cancel, and corners are what epsilon rises by."""

from itertools import pairwise

import numpy as np
import pytest

from core.palette import theme
from scenes.visuals.normal_equations.steps.corners import Small, growths
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
    unit = growth.unit**2
    lost, gained = (areas(part.points) for part in (growth.lost, growth.gained))
    corners = areas(growth.corners.points)
    before = sum(float(areas(one.points)[0]) for one in growth.squares)
    assert before / unit == pytest.approx(BEST.rss)
    moved = np.sum((growth.misses - growth.moves) ** 2)
    assert (before + gained.sum() - lost.sum() + corners.sum()) / unit == pytest.approx(moved)
    np.testing.assert_allclose(np.sort(corners / unit), np.sort(growth.moves**2))


def test_the_arms_cancel_at_the_best_line_and_epsilon_rises_by_the_corners(growth, stage):
    lost, gained = (areas(part.points).sum() for part in (growth.lost, growth.gained))
    assert lost == pytest.approx(gained)
    a = growth.moves @ (DATA.x - DATA.x.mean()) / BEST.x_sum_of_squares
    b = growth.moves.mean() - a * DATA.x.mean()
    rise = stage.epsilon.of(BEST.slope + a, BEST.intercept + b) - BEST.rss
    assert areas(growth.corners.points).sum() / growth.unit**2 == pytest.approx(rise)
    assert areas(growth.added.points).sum() / growth.unit**2 == pytest.approx(rise)


def test_laid_end_to_end_lost_and_gained_arms_are_equally_long(growth):
    before = [areas(part.points).sum() for part in (growth.lost, growth.gained)]
    growth.set(gathered=1.0)
    strips = [np.ptp(part.points, axis=0)[:2] for part in (growth.lost, growth.gained)]
    np.testing.assert_allclose(strips[0], strips[1])
    after = [areas(part.points).sum() for part in (growth.lost, growth.gained)]
    np.testing.assert_allclose(after, before)
    low, high = (edge(growth.gained.points[:, 1]) for edge in (np.min, np.max))
    assert high < growth.lost.points[:, 1].min()
    growth.set(met=1.0)
    np.testing.assert_allclose(
        [edge(growth.lost.points[:, 1]) for edge in (np.min, np.max)],
        [edge(growth.gained.points[:, 1]) for edge in (np.min, np.max)],
    )
    assert low < high


def test_squares_of_a_row_leave_each_other_room(growth):
    for part in (growth.squares, growth.corners):
        points = part.points if len(part.points) else np.concatenate([p.points for p in part])
        assert np.abs(points[:, 0]).max() <= RIGHT_EDGE
        assert points[:, 1].min() > BAND.top
    for side in (growth.misses > 0, growth.misses <= 0):
        ends = [one.points[:, 0] for one, there in zip(growth.squares, side, strict=True) if there]
        most = growth.unit * growth.most
        assert all(b.min() > a.max() + most for a, b in pairwise(ends))


def test_the_moved_line_in_the_chart_is_that_of_the_rows(growth, stage):
    small = Small.of(PEN, stage)
    small.set_moved(growth)
    moved = small.after.a * DATA.x + small.after.b
    np.testing.assert_allclose(moved - (BEST.slope * DATA.x + BEST.intercept), growth.moves)
    assert (small.before.a, small.before.b) == pytest.approx((BEST.slope, BEST.intercept))


def test_any_other_line_moves_up_here_and_down_there(stage):
    shift, turn, both = growths(PEN, stage)
    assert both.moves.min() < 0 < both.moves.max()
    for one in (shift, turn):
        np.testing.assert_allclose(one.set(come=1.0).rows, both.set(come=1.0).rows)


def test_corners_are_shown_last_and_the_line_is_the_best_one_all_the_time():
    shown = [frame for frame in WATCHED.frames if frame.step == "least"]
    assert len(shown) > 60
    for frame in shown:
        assert frame.now == pytest.approx((BEST.slope, BEST.intercept))
    story = [one.text for one in WATCHED.film.sentences]
    corner = next(k for k, text in enumerate(story) if "corners remain" in text)
    assert "corners come last" in " ".join(story[:corner])
    assert "shift and turn" in " ".join(story[corner:])


def areas(points):
    """Return the areas (n,) of n closed rectangles, whichever way they lie."""
    rings = points.reshape(-1, 16, 3)[:, ::4]
    one, other = rings[:, 1] - rings[:, 0], rings[:, 2] - rings[:, 1]
    return np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
