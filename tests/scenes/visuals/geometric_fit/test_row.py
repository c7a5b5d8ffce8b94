"""The bars of single points beside each other, and on top of each other."""

import numpy as np
import pytest

from core.landscape.window import Mask
from core.palette import theme
from scenes.visuals.geometric_fit.cloud import MOST_WAYS, Cloud, feet_nearest
from scenes.visuals.geometric_fit.row import LOWERING, Row
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.tank import Tank
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE, Box

PEN = Pen(theme("dark"))
ANGLE = 0.4
BOX = Box(1.0, -2.0, 2.5, 5.0)


def row_of(count: int, inside: Mask | None = None) -> tuple[Row, Cloud, Tank]:
    points = np.random.default_rng(3).normal(size=(count, 2)) * [2.0, 1.0]
    cloud = Cloud.of(points, inside)
    tank = Tank(PEN, BOX, Scale(0.0, 1.1 * float((cloud.points**2).sum())))
    one = cloud.points[cloud.measured][2]
    return Row(cloud, one, ANGLE, tank, PEN.theme), cloud, tank


def edges(parts, axis=1):
    return np.array([[part.points[:, axis].min(), part.points[:, axis].max()] for part in parts])


def full_of(cloud: Cloud, tank: Tank) -> float:
    return tank.top_of(float((cloud.points**2).sum())) - BOX.bottom


@pytest.mark.parametrize("count", [3, 12, 5 * MOST_WAYS])
def test_all_layers_lie_on_each_other_and_fill_the_bar(count):
    row, cloud, tank = row_of(count)
    row.set_stacked(1.0)
    layers = np.concatenate([edges(row.across), edges(row.along)])
    assert layers[0, 0] == pytest.approx(BOX.bottom)
    np.testing.assert_allclose(layers[1:, 0], layers[:-1, 1], atol=1e-9)
    assert layers[-1, 1] == pytest.approx(BOX.bottom + full_of(cloud, tank))
    border = tank.top_of(float(cloud.sum_of_squares(ANGLE)))
    assert edges(row.across)[-1, 1] == pytest.approx(border)
    sides = edges([*row.across, *row.along], axis=0)
    np.testing.assert_allclose(sides, [[BOX.left, BOX.right]] * len(sides))


def test_a_bar_is_as_high_as_its_point_is_far_and_stays_so_while_the_line_turns():
    row, cloud, tank = row_of(12)
    squared = np.sort((cloud.points[cloud.measured] ** 2).sum(axis=1))
    borders = []
    for angle in (0.0, 0.4, 1.9):
        row.set_angle(angle)
        tops = edges(row.along)[:, 1]
        np.testing.assert_allclose(edges(row.across)[:, 0], BOX.bottom)
        np.testing.assert_allclose(edges(row.across)[:, 1], edges(row.along)[:, 0])
        heights = np.sort(tops - BOX.bottom)
        np.testing.assert_allclose(heights, full_of(cloud, tank) * squared / squared[-1])
        borders.append(edges(row.across)[:, 1])
    assert (np.ptp(borders, axis=0) > 0).all(), "while red and blue trade"


def test_what_is_across_in_a_bar_is_what_its_point_has_across():
    row, cloud, _ = row_of(12)
    points = cloud.points[cloud.measured]
    across = ((points - feet_nearest(points, ANGLE)) ** 2).sum(axis=1)
    heights = np.ptp(edges(row.across), axis=1)
    np.testing.assert_allclose(np.sort(heights) / heights.max(), np.sort(across) / across.max())
    assert heights[0] / heights.max() == pytest.approx(across[2] / across.max()), "the one is first"


def test_no_bar_hides_another_and_none_leaves_the_picture():
    row, *_ = row_of(5 * MOST_WAYS)
    left, right = edges(row.across, axis=0).T
    assert (left[1:] > right[:-1]).all()
    assert left[0] == pytest.approx(BOX.left)
    assert right[-1] == pytest.approx(PICTURE.right)


def test_the_bar_of_one_point_becomes_narrow_before_the_others_grow():
    row, cloud, tank = row_of(12)
    row.set_arrived(0.0)
    np.testing.assert_allclose(edges(row.across[:1], axis=0), [[BOX.left, BOX.right]])
    assert edges(row.along)[0, 1] == pytest.approx(BOX.bottom + full_of(cloud, tank))
    for time in (0.0, 1.0):
        row.set_arrived(time)
        np.testing.assert_allclose(edges(row.along)[1:], BOX.bottom)
    np.testing.assert_allclose(edges(row.across[:1], axis=0)[0], [row.lefts[0], row.rights[0]])
    for arrived, last in enumerate(row.lit, 2):
        tops = edges(row.set_arrived(arrived).along)[:, 1]
        there = [0, *row.lit[: arrived - 1]]
        assert set(np.flatnonzero(tops > BOX.bottom)) == set(there), "one by one"
        assert last in there
    grown = edges([*row.set_arrived(4.0).across, *row.along])
    np.testing.assert_allclose(grown, edges([*row.set_angle(ANGLE).across, *row.along]))


def test_bars_slide_into_the_tank_from_left_to_right_and_none_crosses_another():
    row, *_ = row_of(12)
    layers = edges([*row.set_stacked(1.0).across, *row.along])
    low = np.ptp(layers, axis=1)
    for share in np.linspace(LOWERING, 1, 60):
        parts = [*row.set_stacked(share).across, *row.along]
        up, beside = edges(parts), edges(parts, axis=0)
        np.testing.assert_allclose(np.ptp(up, axis=1), low, atol=1e-9)
        assert (np.diff(beside[:12, 0]) >= -1e-9).all(), "in order"
        for k in range(len(parts)):
            meets = np.minimum(up[k, 1], up[:, 1]) - np.maximum(up[k, 0], up[:, 0])
            beneath = np.minimum(beside[k, 1], beside[:, 1]) - np.maximum(
                beside[k, 0], beside[:, 0]
            )
            meets[k] = 0
            assert np.minimum(meets, beneath).max() < 1e-6


def test_nothing_jumps_when_stacking_begins_and_seams_close_at_its_end():
    row, *_ = row_of(12)
    before = edges([*row.across, *row.along])
    np.testing.assert_allclose(edges([*row.set_stacked(0.0).across, *row.along]), before)
    assert {part.get_stroke_opacity() for part in row.across} == {0}
    assert {part.get_stroke_opacity() for part in row.set_stacked(1.0).across} == {1}
    assert {part.get_stroke_opacity() for part in row.set_seams(0.0).along} == {0}


def test_a_mark_lies_on_each_top_while_the_bars_stand_beside_each_other():
    row, *_ = row_of(12)
    assert row.set_arrived(0.3).tops.get_stroke_opacity() == 0
    assert row.set_arrived(4.0).tops.get_stroke_opacity() == 1
    row.set_angle(1.1)
    ends = row.tops.points.reshape(12, -1, 3)[:, [0, -1]]
    np.testing.assert_allclose(ends[..., 1], np.repeat(edges(row.along)[:, 1:], 2, axis=1))
    assert row.set_stacked(0.5).tops.get_stroke_opacity() == 0
