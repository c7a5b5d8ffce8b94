"""The bars of single points beside each other in one box, and what is in it without walls."""

import numpy as np
import pytest

from core.landscape.window import Mask
from core.palette import theme
from scenes.visuals.geometric_fit.bars.row import ALONE, Row
from scenes.visuals.geometric_fit.sheet.cloud import MOST_WAYS, Cloud, feet_nearest
from scenes.visuals.writing.screen import Box

ANGLE = 0.4
BOX = Box(1.0, -2.0, 4.0, 5.0)


def row_of(count: int, inside: Mask | None = None) -> tuple[Row, Cloud]:
    points = np.random.default_rng(3).normal(size=(count, 2)) * [2.0, 1.0]
    cloud = Cloud.of(points, inside)
    points = cloud.points[cloud.measured]
    two = points[2], points[:2][(points[:2] ** 2).sum(axis=1).argmax()]
    return Row(cloud, two, ANGLE, BOX, theme("dark")), cloud


def edges(part, axis=1):
    """Return the lower and the higher edge (n, 2) of each rectangle."""
    rings = part.points.reshape(-1, 16, 3)[..., axis]
    return np.stack([rings.min(axis=1), rings.max(axis=1)], axis=1)


@pytest.mark.parametrize("count", [3, 12, 5 * MOST_WAYS])
def test_the_bars_fill_their_box_side_by_side(count):
    row, _ = row_of(count)
    across = edges(row.across, axis=0)
    assert across[0, 0] == pytest.approx(BOX.left)
    assert across[-1, 1] == pytest.approx(BOX.right)
    np.testing.assert_allclose(across[1:, 0], across[:-1, 1], atol=1e-9)
    np.testing.assert_allclose(edges(row.along, axis=0), across)
    np.testing.assert_allclose(edges(row.across)[:, 0], BOX.bottom)
    np.testing.assert_allclose(edges(row.along)[:, 1], BOX.top)
    np.testing.assert_allclose(edges(row.along)[:, 0], edges(row.across)[:, 1])


def test_a_bar_is_as_wide_as_its_point_is_far_squared_and_keeps_its_size_while_the_line_turns():
    row, cloud = row_of(12)
    far = (cloud.points**2).sum(axis=1)
    borders = []
    for angle in (0.0, 0.4, 1.9):
        row.set_angle(angle)
        widths = np.ptp(edges(row.across, axis=0), axis=1)
        np.testing.assert_allclose(np.sort(widths), BOX.width * np.sort(far) / far.sum())
        np.testing.assert_allclose(edges(row.along)[:, 1], BOX.top)
        borders.append(edges(row.across)[:, 1])
    assert (np.ptp(borders, axis=0) > 0).all(), "while red and blue trade"


def test_what_is_red_in_a_bar_is_what_its_point_has_across():
    row, cloud = row_of(12)
    points = cloud.points[cloud.measured]
    across = ((points - feet_nearest(points, ANGLE)) ** 2).sum(axis=1)
    widths, heights = (np.ptp(edges(row.across, axis=axis), axis=1) for axis in (0, 1))
    unit = BOX.width * BOX.height / float((points**2).sum())
    np.testing.assert_allclose(np.sort(widths * heights), np.sort(unit * across))
    assert widths[row.one] * heights[row.one] == pytest.approx(unit * across[2])


def test_each_bar_is_wider_than_the_one_before_it_and_the_second_to_come_is_the_last():
    row, _ = row_of(12)
    assert (np.diff(row.far[:-1]) >= 0).all()
    assert row.other == 11


def test_the_first_bar_makes_room_for_a_second_and_both_are_as_large_as_their_squares():
    row, _ = row_of(12)
    two = [row.one, row.other]
    others = np.setdiff1d(np.arange(12), two)
    row.set_narrowed(0.0)
    assert np.ptp(edges(row.across, axis=0)[row.one]) == pytest.approx(ALONE)
    alone = row.set_narrowed(1.0).widths
    assert np.delete(alone, row.one).max() == 0
    beside = row.set_joined(0.0).widths
    assert beside[row.one] == pytest.approx(alone[row.one])
    assert beside[others].max() == 0
    assert beside[two].sum() <= BOX.width + 1e-9
    assert beside[row.one] / beside[row.other] == pytest.approx(
        row.far[row.one] / row.far[row.other]
    )
    assert row.box_of(row.other, beside).left == pytest.approx(row.box_of(row.one, beside).right)


def test_all_others_join_them_as_high():
    row, _ = row_of(12)
    first = []
    for joined in (0.0, 0.3, 1.0):
        row.set_joined(joined)
        widths = np.ptp(edges(row.across, axis=0), axis=1)
        np.testing.assert_allclose(edges(row.along)[:, 1], BOX.top)
        np.testing.assert_allclose(edges(row.across)[:, 0], BOX.bottom)
        first.append(widths[row.one])
    np.testing.assert_allclose(widths, BOX.width * row.far / row.far.sum())
    assert first == sorted(first, reverse=True)


@pytest.mark.parametrize("count", [3, 12, 5 * MOST_WAYS])
def test_without_walls_what_is_in_the_bars_is_level_where_the_sum_is(count):
    row, cloud = row_of(count)
    whole = float((cloud.points**2).sum())
    before = edges(row.across)[:, 1]
    np.testing.assert_allclose(edges(row.set_levelled(0.0).across)[:, 1], before)
    assert row.walls.get_stroke_opacity() == 1
    level = BOX.bottom + BOX.height * float(cloud.sum_of_squares(ANGLE)) / whole
    np.testing.assert_allclose(edges(row.set_levelled(1.0).across)[:, 1], level)
    assert row.walls.get_stroke_opacity() == 0


def test_no_area_comes_or_goes_while_it_becomes_level():
    row, _ = row_of(12)
    areas = []
    for share in np.linspace(0, 1, 9):
        row.set_levelled(share)
        areas.append(
            (np.ptp(edges(row.across), axis=1) * np.ptp(edges(row.across, axis=0), axis=1)).sum()
        )
    np.testing.assert_allclose(areas, areas[0])


@pytest.mark.parametrize("joined", [0.0, 0.5, 1.0])
def test_the_bars_of_the_two_points_are_framed_as_long_as_there_are_walls(joined):
    row, _ = row_of(12)
    row.set_joined(joined)
    for ring, number in zip(row.frame.points.reshape(2, -1, 3), (row.one, row.other), strict=True):
        box = row.box_of(number, row.widths)
        low, high = ring.min(axis=0), ring.max(axis=0)
        np.testing.assert_allclose([low[0], low[1]], [box.left, box.bottom])
        np.testing.assert_allclose([high[0], high[1]], [box.right, box.top])
    assert row.frame.get_stroke_opacity() == 1
    assert row.set_levelled(1.0).frame.get_stroke_opacity() == 0
