"""The bars of single points beside each other in one box, and what is in it without walls."""

import numpy as np
import pytest

from core.landscape.window import Mask
from core.palette import theme
from scenes.visuals.geometric_fit.cloud import MOST_WAYS, Cloud, feet_nearest
from scenes.visuals.geometric_fit.page import MOVED
from scenes.visuals.geometric_fit.ringed import RING, Ringed
from scenes.visuals.geometric_fit.row import ALONE, Row
from scenes.visuals.writing.screen import Box

ANGLE = 0.4
BOX = Box(1.0, -2.0, 4.0, 5.0)


def row_of(count: int, inside: Mask | None = None) -> tuple[Row, Cloud]:
    points = np.random.default_rng(3).normal(size=(count, 2)) * [2.0, 1.0]
    cloud = Cloud.of(points, inside)
    one = cloud.points[cloud.measured][2]
    return Row(cloud, one, ANGLE, BOX, theme("dark")), cloud


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


def test_what_is_red_in_a_bar_is_what_its_point_has_across_and_the_one_is_first():
    row, cloud = row_of(12)
    points = cloud.points[cloud.measured]
    across = ((points - feet_nearest(points, ANGLE)) ** 2).sum(axis=1)
    widths, heights = (np.ptp(edges(row.across, axis=axis), axis=1) for axis in (0, 1))
    unit = BOX.width * BOX.height / float((points**2).sum())
    np.testing.assert_allclose(np.sort(widths * heights), np.sort(unit * across))
    assert widths[0] * heights[0] == pytest.approx(unit * across[2])


def test_the_first_bar_narrows_to_its_share_while_all_others_join_it_as_high():
    row, _ = row_of(12)
    first = []
    for joined in (0.0, 0.3, 1.0):
        row.set_joined(joined)
        widths = np.ptp(edges(row.across, axis=0), axis=1)
        np.testing.assert_allclose(edges(row.along)[:, 1], BOX.top)
        np.testing.assert_allclose(edges(row.across)[:, 0], BOX.bottom)
        np.testing.assert_allclose(widths[1:], joined * BOX.width * row.far[1:] / row.far.sum())
        first.append(widths[0])
    assert first[0] == pytest.approx(ALONE) == pytest.approx(row.alone.width)
    assert first == sorted(first, reverse=True)
    assert first[-1] == pytest.approx(BOX.width * row.far[0] / row.far.sum())


@pytest.mark.parametrize("count", [3, 12, 5 * MOST_WAYS])
def test_the_widest_other_bar_is_framed_and_its_point_ringed_as_the_first_is(count):
    row, _ = row_of(count)
    ringed = Ringed(row, theme("dark"))
    assert row.widest > 0
    assert row.far[row.widest] == row.far[1:].max()
    left, right = edges(row.across, axis=0)[row.widest]
    np.testing.assert_allclose(edges(ringed.frame, axis=0), [[left, right]])
    rings = ringed.rings.points.reshape(2, -1, 3)
    middles = MOVED.places(row.measured[[0, row.widest]])
    out = np.linalg.norm(rings[:, ::4] - middles[:, None], axis=-1)
    np.testing.assert_allclose(out, RING)


def test_the_legs_of_the_ringed_point_meet_on_the_line():
    row, _ = row_of(12)
    ringed = Ringed(row, theme("dark")).set_angle(ANGLE)
    foot = MOVED.places(feet_nearest(row.measured[[row.widest]], ANGLE)[0])
    np.testing.assert_allclose(ringed.along.points[-1], foot)
    np.testing.assert_allclose(ringed.across.points[0], foot)
    np.testing.assert_allclose(ringed.along.points[0, :2], MOVED.middle)
    np.testing.assert_allclose(ringed.across.points[-1], MOVED.places(row.measured[row.widest]))


@pytest.mark.parametrize("count", [3, 12, 5 * MOST_WAYS])
def test_without_walls_what_is_in_the_bars_is_level_where_the_sum_is(count):
    row, cloud = row_of(count)
    whole = float((cloud.points**2).sum())
    before = edges(row.across)[:, 1]
    np.testing.assert_allclose(edges(row.set_levelled(0.0).across)[:, 1], before)
    assert row.walls.get_stroke_opacity() == 1
    level = BOX.bottom + BOX.height * float(cloud.sum_of_squares(ANGLE)) / whole
    np.testing.assert_allclose(edges(row.set_levelled(1.0).across)[:, 1], level)
    assert row.walls.get_stroke_opacity() == row.frame.get_stroke_opacity() == 0


def test_no_area_comes_or_goes_while_it_becomes_level():
    row, _ = row_of(12)
    areas = []
    for share in np.linspace(0, 1, 9):
        row.set_levelled(share)
        areas.append(
            (np.ptp(edges(row.across), axis=1) * np.ptp(edges(row.across, axis=0), axis=1)).sum()
        )
    np.testing.assert_allclose(areas, areas[0])
