"""Where both beams are level all arms cancel, and corners are what epsilon rises by."""

from itertools import pairwise

import numpy as np
import pytest

from core.palette import theme
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.formulas.epsilon import Epsilon
from scenes.visuals.normal_equations.leaning import SHIFTED, TURNED
from scenes.visuals.normal_equations.squares.pair import MOVE, SIDE, Pair, one_of_each
from scenes.visuals.normal_equations.steps.beside import MovedLines, counted, line_of, total
from scenes.visuals.normal_equations.steps.corners import KINDS, growth_of
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BAND, RIGHT_EDGE, SMALLEST
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
    """Arms that are lost count as less than nothing; those of squares that are drawn are seen."""
    unit, drawn = growth.slots.unit**2, growth.drawn
    lost, gained = (sum(areas(part.points).sum() for part in side) for side in sides_of(growth))
    corners = areas(growth.corners.points)
    before = np.array([float(areas(one.points)[0]) for one in growth.squares])
    np.testing.assert_allclose(before / unit, growth.misses**2 * drawn, atol=1e-12)
    moved = np.sum((growth.misses - growth.now)[drawn] ** 2)
    assert (before.sum() + gained - lost + corners.sum()) / unit == pytest.approx(moved)
    np.testing.assert_allclose(corners / unit, growth.now**2 * drawn, atol=1e-12)


def test_four_squares_of_each_row_are_drawn_and_none_is_smaller_than_its_corner(growth):
    for side in (growth.misses > 0, growth.misses <= 0):
        assert growth.drawn[side].sum() == 4
    assert np.all(np.abs(growth.misses) > growth.largest, where=growth.drawn)


def test_the_arms_cancel_at_the_best_line_and_epsilon_rises_by_the_corners(growth, stage):
    """All points count, also those whose squares are not drawn."""
    for arms in growth.arms:
        arms.set(gathered=1.0)
        lost, gained = (areas(part.points).sum() for part in (arms.lost, arms.gained))
        assert lost == pytest.approx(gained)
    rise = stage.epsilon.of(*line_of(stage, growth)) - BEST.rss
    assert np.sum(growth.now**2) == pytest.approx(rise)
    packed = areas(growth.set(packed=1.0).added.points)
    np.testing.assert_allclose(packed / packed.max(), growth.now**2 / np.max(growth.now**2))


def test_the_corners_beside_epsilon_shrink_to_nothing_as_the_line_goes_back(stage):
    growth = growth_of(PEN, stage).set(come=1.0, packed=1.0)
    row = counted(PEN, least(stage), KINDS)
    growth.packed_at = float(row.select("arms0").get_left()[0])
    growth.set(moved=2.0)
    whole = total(PEN, stage, growth)
    assert whole.value == pytest.approx(BEST.rss + np.sum(growth.moves**2))
    assert whole.get_right()[0] <= RIGHT_EDGE
    before = np.inf
    for moved in (2.0, 1.5, 1.0, 0.5, 0.0):
        corners = areas(growth.set(moved=moved).added.points).sum()
        assert corners < before
        before = corners
    assert before == pytest.approx(0)
    assert whole.set_line(*line_of(stage, growth)).value == pytest.approx(BEST.rss)


def test_laid_end_to_end_lost_and_gained_arms_are_equally_long_and_use_each_other_up(growth):
    for arms in growth.set(moved=2.0).arms:
        all_arms = 2 * growth.slots.unit**2 * np.abs(arms.misses * arms.moves)
        before = [all_arms[those].sum() for those in (~arms.gains, arms.gains)]
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
        row = side & growth.drawn
        ends = [one.points[:, 0] for one, there in zip(growth.squares, row, strict=True) if there]
        most = growth.slots.unit * growth.largest[row][:-1]
        assert all(
            b.min() > a.max() + move for (a, b), move in zip(pairwise(ends), most, strict=True)
        )


def test_the_moved_lines_in_the_chart_are_those_of_the_rows(stage):
    """One is shifted, and the other is that one turned, as far as they are."""
    growth = growth_of(PEN, stage)
    orange, blue = growth.arms
    chart, large = stage.chart, stage.chart.area
    chart.set_area(layout.BESIDE_ROWS)
    lines = MovedLines.of(PEN, stage, growth)
    assert lines.times == 1
    (note,) = lines.note
    assert f"{growth.drawn.sum()} of {len(DATA.x)} squares" in note.typst_code
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


def test_the_lines_stay_beside_the_rows_while_their_arms_cancel():
    chart = layout.BESIDE_ROWS
    assert chart.right < layout.ROWS.left
    assert chart.top < layout.ROWS_EPSILON[1]
    for one in (one for one in WATCHED.film.sentences if "arms cancel" in one.text):
        frames = [f for f in WATCHED.frames if one.start + 0.8 <= f.time < one.end]
        assert all(frame.line and frame.points for frame in frames)


def test_once_the_arms_of_the_shift_are_gone_those_of_the_turn_are_at_their_squares(stage):
    blue = growth_of(PEN, stage).set(come=1.0, moved=2.0).arms[1].set(gone_before=0.0)
    floors = blue.rows.floors[~blue.gains]
    lying = blue.lost.points.reshape(2, -1, 16, 3)[0]
    np.testing.assert_allclose(lying[:, :, 1].min(axis=1), floors, atol=1e-9)


def test_a_shift_comes_first_and_then_a_turn(stage):
    growth = growth_of(PEN, stage)
    orange, blue = growth.arms
    for moved, gone in ((0.5, (0.5, 0)), (1.0, (1, 0)), (1.5, (1, 0.5)), (2.0, (1, 1))):
        growth.set(moved=moved)
        assert (orange.moved, blue.moved) == pytest.approx(gone)
        np.testing.assert_allclose(growth.now, gone[0] * orange.moves + gone[1] * blue.moves)


def test_squares_stay_whole_and_what_is_lost_lies_on_them_beside_their_corner(growth):
    """What is drawn is what is written: the least sum, arms more and less, and corners."""
    last, slots = int(growth.misses.argmax()), growth.slots
    for moved in (0.0, 0.5, 1.0, 1.5, 2.0):
        growth.set(moved=moved)
        rows = growth.misses, growth.squares, slots.units**2
        for miss, square, unit in zip(*rows, strict=True):
            assert areas(square.points)[0] == pytest.approx(unit * miss**2)
        corners = growth.corners.points.reshape(-1, 16, 3)
        np.testing.assert_allclose(corners[:, :, 0].min(axis=1), slots.right, atol=1e-9)
    inside = slots.left[last], slots.right[last], slots.low[last], slots.high[last]
    for arms in growth.arms:
        rings = arms.lost.points.reshape(-1, 16, 3)
        on_it = [
            ring
            for ring in rings
            if inside[0] - 1e-9 <= ring[:, 0].min() <= ring[:, 0].max() <= inside[1] + 1e-9
        ]
        assert len(on_it) == 2
        assert all(ring[:, 1].min() >= inside[2] - 1e-9 for ring in on_it)
        assert all(ring[:, 1].max() <= inside[3] + 1e-9 for ring in on_it)


def test_what_a_move_adds_stands_behind_the_least_epsilon(stage):
    epsilon = least(stage)
    row = counted(PEN, epsilon, KINDS)
    ends = [epsilon, *(row.select(name) for name in ("arms0", "arms1", "plus", "corners"))]
    assert all(one.get_right()[0] < other.get_left()[0] for one, other in pairwise(ends))
    assert ends[-1].get_right()[0] <= RIGHT_EDGE


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


def test_arms_are_said_to_cancel_after_both_beams_were_seen_to_be_level():
    said = [one for one in WATCHED.film.sentences if "level, so these arms cancel" in one.text]
    assert [one.text.split()[0] for one in said] == ["Orange", "Blue"]
    level = next(one for one in WATCHED.film.sentences if one.text == "Both beams are level.")
    frames = [f for f in WATCHED.frames if level.end - 1 < f.time < level.end]
    assert len(frames) >= 3
    assert all(frame.misses == pytest.approx([0, 0]) for frame in frames)
    assert level.end <= said[0].start


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


def least(stage):
    """Return epsilon where it stands above the chart."""
    landscape, start = stage.leaning.landscape, stage.leaning.line(TURNED, SHIFTED)
    place = layout.ROWS_EPSILON
    epsilon = Epsilon(PEN, landscape, start, place, SMALLEST, label="res(epsilon)")
    return epsilon.set_line(BEST.slope, BEST.intercept)


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
