"""Where both beams are level all arms cancel, and corners are what epsilon rises by."""

from itertools import pairwise

import numpy as np
import pytest

from core.palette import theme
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.squares.pair import MOVE, SIDE, Pair, one_of_each
from scenes.visuals.normal_equations.steps.beside import MovedLines, added
from scenes.visuals.normal_equations.steps.corners import growth_of
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BAND, RIGHT_EDGE
from tests.scenes.normal_equations_seen import BEST, DATA, WATCHED

PEN = Pen(theme("dark"))

pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def stage():
    return WATCHED.film.stage


@pytest.fixture(params=[1.0, 2.0], ids=["shift", "both"])
def growth(stage, request):
    return growth_of(PEN, stage).set(come=1.0, moved=request.param)


def test_squares_arms_and_corners_are_the_squares_of_the_moved_line(growth):
    """Arms that are lost count as less than nothing."""
    unit = growth.slots.unit**2
    lost, gained = (sum(areas(part.points).sum() for part in side) for side in sides_of(growth))
    corners = areas(growth.corners.points)
    before = sum(float(areas(one.points)[0]) for one in growth.squares)
    assert before / unit == pytest.approx(BEST.rss)
    moved = np.sum((growth.misses - growth.now) ** 2)
    assert (before + gained - lost + corners.sum()) / unit == pytest.approx(moved)
    np.testing.assert_allclose(np.sort(corners / unit), np.sort(growth.now**2))


def test_the_arms_cancel_at_the_best_line_and_epsilon_rises_by_the_corners(growth, stage):
    for arms in growth.arms:
        lost, gained = (areas(part.points).sum() for part in (arms.lost, arms.gained))
        assert lost == pytest.approx(gained)
    a = growth.now @ (DATA.x - DATA.x.mean()) / BEST.x_sum_of_squares
    b = growth.now.mean() - a * DATA.x.mean()
    rise = stage.epsilon.of(BEST.slope + a, BEST.intercept + b) - BEST.rss
    assert areas(growth.corners.points).sum() / growth.slots.unit**2 == pytest.approx(rise)
    assert areas(growth.added.points).sum() / growth.slots.unit**2 == pytest.approx(rise)


def test_laid_end_to_end_lost_and_gained_arms_are_equally_long_and_use_each_other_up(growth):
    for arms in growth.set(moved=2.0).arms:
        before = [areas(part.points).sum() for part in (arms.lost, arms.gained)]
        arms.set(gathered=1.0)
        strips = [np.ptp(part.points, axis=0)[:2] for part in (arms.lost, arms.gained)]
        np.testing.assert_allclose(strips[0], strips[1])
        assert strips[0][0] <= layout.ROWS.width + 1e-9
        after = [areas(part.points).sum() for part in (arms.lost, arms.gained)]
        np.testing.assert_allclose(after, before)
        assert edge_of(np.max, arms.gained) < edge_of(np.min, arms.lost)
        assert edge_of(np.min, arms.lost) - edge_of(np.max, arms.gained) < 0.1, "edge to edge"
        arms.set(met=0.5)
        halves = [areas(part.points).sum() for part in (arms.lost, arms.gained)]
        np.testing.assert_allclose(halves, np.asarray(before) / 2)
        arms.set(met=1.0)
        assert areas(arms.lost.points).sum() == pytest.approx(0)


def test_a_line_that_is_shifted_and_turned_has_the_arms_of_both_side_by_side(stage):
    both = growth_of(PEN, stage).set(come=1.0, moved=2.0)
    kinds = [PEN.theme.intercept, PEN.theme.slope]
    assert [arms.gained.get_fill_color().to_hex() for arms in both.arms] == kinds
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


def test_the_moved_lines_in_the_chart_are_those_of_the_rows(stage):
    """One is shifted, and the other is that one turned; how many times as far is noted."""
    growth = growth_of(PEN, stage)
    orange, blue = growth.arms
    chart, large = stage.chart, stage.chart.area
    chart.set_area(layout.BESIDE_ROWS)
    lines = MovedLines.of(PEN, stage, growth)
    wide = growth.slots.unit / (chart.box.height / chart.y_scale.span)
    assert lines.times == pytest.approx(wide, abs=0.5), "about as wide as the arms"
    (note,) = lines.note
    assert f"times {lines.times:.0f}" in note.typst_code
    chart.set_area(large)
    for moved, gone in ((0.5, (0.5, 0)), (1.0, (1, 0)), (2.0, (1, 1))):
        lines.set_moved(growth.set(moved=moved))
        for line, turned in ((lines.shifted, 0), (lines.turned, gone[1])):
            risen = (line.a - BEST.slope) * DATA.x + line.b - BEST.intercept
            moves = gone[0] * orange.moves + turned * blue.moves
            np.testing.assert_allclose(risen, lines.times * moves, atol=1e-9)


def test_a_moved_line_is_seen_apart_from_the_best_one(stage):
    growth = growth_of(PEN, stage).set(moved=2.0)
    assert growth.slots.unit * np.abs(growth.arms[0].moves).min() > 0.15


def test_the_lines_and_the_beam_in_use_stay_beside_the_rows_while_their_arms_cancel():
    chart, beam = layout.BESIDE_ROWS, layout.ROWS_BEAM
    assert max(chart.right, beam.right) < layout.ROWS.left
    assert beam.top <= chart.bottom
    assert chart.top < layout.ROWS_EPSILON[1]
    said = [one for one in WATCHED.film.sentences if "arms cancel" in one.text]
    for beam, one in enumerate(said):
        frames = [f for f in WATCHED.frames if one.start + 0.8 <= f.time < one.end]
        assert all(frame.line and frame.points for frame in frames)
        assert all(beams_in(frame) == [beam] for frame in frames)


def test_a_shift_comes_first_and_then_a_turn(stage):
    growth = growth_of(PEN, stage)
    orange, blue = growth.arms
    for moved, gone in ((0.5, (0.5, 0)), (1.0, (1, 0)), (1.5, (1, 0.5)), (2.0, (1, 1))):
        growth.set(moved=moved)
        assert (orange.moved, blue.moved) == pytest.approx(gone)
        np.testing.assert_allclose(growth.now, gone[0] * orange.moves + gone[1] * blue.moves)


def test_squares_above_the_line_shrink_as_the_large_one_does_and_are_whole_again(growth):
    """Two arms have left the square of the moved line; the corner stands below the second one."""
    whole = [areas(one.points)[0] for one in growth.squares]
    growth.set(apart=1.0, moved=2.0)
    unit = growth.slots.unit**2
    for miss, move, square in zip(growth.misses, growth.moves, growth.squares, strict=True):
        rest = (miss - move) ** 2 if miss > 0 else miss**2
        assert areas(square.points)[0] == pytest.approx(unit * rest)
    last = int(growth.misses.argmax())
    left, right = growth.slots.left[last], growth.slots.right[last]
    corner = growth.corners.points.reshape(-1, 16, 3)[last]
    assert corner[:, 0].min() == pytest.approx(right), "beside the whole square"
    below = [arms.lost.points.reshape(-1, 16, 3) for arms in growth.arms]
    lying = [ring for arms in below for ring in arms if ring[:, 0].min() == pytest.approx(left)]
    assert lying
    assert all(ring[:, 1].max() <= growth.slots.floors[last] + 1e-9 for ring in lying)
    growth.set(healed=1.0)
    assert [areas(one.points)[0] for one in growth.squares] == pytest.approx(whole)


def test_epsilon_is_written_as_what_the_corners_add_up_to(stage):
    both = added(PEN, stage)
    assert 'sum (intercept("shift") + x dot slope("turn"))^2' in both.typst_code
    assert both.get_right()[0] <= RIGHT_EDGE


def test_two_large_squares_become_those_of_the_moved_line(stage):
    """One gains two arms and a corner; one loses two arms, and a corner is added.

    The line cuts the first of these off while it rises.
    """
    half = Pair(PEN, stage.squares).set(come=1.0, moved=0.5)
    cut, lying, gained = (one.points for one in (half.squares[0], half.lost[0], half.gained[0]))
    assert areas(cut)[0] + areas(lying)[0] == pytest.approx(SIDE**2)
    assert areas(lying)[0] == pytest.approx(areas(gained)[0])
    pair = Pair(PEN, stage.squares).set(come=1.0, moved=1.0)
    for sign, parts in ((1, pair.gained), (-1, pair.lost)):
        one, two, corner = (areas(part.points)[0] for part in parts)
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


def test_one_square_of_each_kind_is_shown_where_there_are_both(stage):
    high, low = one_of_each(stage.squares.set_line(BEST.slope, BEST.intercept))
    misses = DATA.y - (BEST.slope * DATA.x + BEST.intercept)
    assert misses[low] < 0 < misses[high]
    assert one_of_each(stage.squares.set_line(BEST.slope, BEST.intercept + 9)) == ()
    assert one_of_each(stage.squares.set_line(BEST.slope, BEST.intercept - 9)) == ()
    stage.squares.set_line(BEST.slope, BEST.intercept)


def test_level_is_said_beside_beams_that_are_seen_to_be_level():
    said = [one for one in WATCHED.film.sentences if "level: these arms cancel" in one.text]
    assert [one.text.split()[0] for one in said] == ["Orange", "Blue"]
    during = [f for f in WATCHED.frames if said[0].start <= f.time < said[1].end]
    for frame in during:
        assert [frame.misses[beam] for beam in beams_in(frame)] == pytest.approx(
            [0] * len(beams_in(frame))
        )
    assert {beam for frame in during for beam in beams_in(frame)} == {0, 1}


def test_corners_are_shown_last_and_the_line_is_the_best_one_all_the_time():
    shown = [frame for frame in WATCHED.frames if frame.step == "least"]
    assert len(shown) > 60
    for frame in shown:
        assert frame.now == pytest.approx((BEST.slope, BEST.intercept))
    story = [one.text for one in WATCHED.film.sentences]
    corner = next(k for k, text in enumerate(story) if "Only corners" in text)
    assert "completes the second" in " ".join(story[:corner])
    assert "any other line" in " ".join(story[:corner])
    assert "no line has less" in " ".join(story[corner:])


def beams_in(frame):
    """Return which beams are on screen."""
    return [k for k, tilted in enumerate(frame.misses) if tilted is not None]


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
