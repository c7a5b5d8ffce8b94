"""The second point that is squared, its ring, its legs, its bar and the frame round that."""

import numpy as np
import pytest

from core.palette import theme
from scenes.visuals.geometric_fit.bars.other import RING, Other, compared
from scenes.visuals.geometric_fit.bars.row import Row
from scenes.visuals.geometric_fit.sheet.cloud import MOST_WAYS, Cloud, feet_nearest
from scenes.visuals.geometric_fit.sheet.page import MOVED
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE, Box

ANGLE = 0.4
BOX = Box(1.0, -2.0, 4.0, 5.0)
RIGHT = 0.7


def other_of(count: int) -> tuple[Other, Row]:
    cloud = Cloud.of(np.random.default_rng(3).normal(size=(count, 2)) * [2.0, 1.0])
    points = cloud.points[cloud.measured]
    one = points[2]
    point, square = compared(points, one, MOVED.places([one] * 4), RIGHT)
    pen = Pen(theme("dark"))
    row = Row(cloud, (one, point), ANGLE, BOX, pen.theme)
    return Other(row, square, pen), row


@pytest.mark.parametrize("count", [3, 12, 5 * MOST_WAYS])
def test_its_square_stands_on_its_way_and_in_the_picture(count: int) -> None:
    other, _ = other_of(count)
    sides = np.linalg.norm(np.diff(other.corners, axis=0), axis=1)
    np.testing.assert_allclose(sides, np.sqrt(other.far))
    x, y, _ = other.corners.T
    assert PICTURE.left < x.min() < x.max() < RIGHT
    assert PICTURE.bottom < y.min() < y.max() < PICTURE.top
    for end in (MOVED.places(np.zeros(2)), MOVED.places(other.point)):
        assert np.linalg.norm(other.corners - end, axis=1).min() == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("count", [3, 12, 5 * MOST_WAYS])
def test_both_points_are_ringed_and_both_widths_named_side_by_side(count: int) -> None:
    other, row = other_of(count)
    rings = other.rings.points.reshape(2, -1, 3)[:, ::4]
    for ring, number in zip(rings, (row.one, row.other), strict=True):
        out = np.linalg.norm(ring - MOVED.places(row.measured[number]), axis=-1)
        np.testing.assert_allclose(out, RING)
    _, first, second = other.widths
    assert first.get_right()[0] < second.get_left()[0]


def test_its_bar_is_split_as_that_of_the_row() -> None:
    other, row = other_of(12)
    row.set_joined(0.0)
    other.set_angle(ANGLE)
    for part, same in ((other.bar.across, row.across), (other.bar.along, row.along)):
        last = same.points.reshape(-1, 16, 3)[row.other]
        for pick in (np.min, np.max):
            np.testing.assert_allclose(pick(part.points, axis=0), pick(last, axis=0), atol=1e-9)


def test_its_legs_meet_on_the_line() -> None:
    other, _ = other_of(12)
    other.set_angle(ANGLE)
    foot = MOVED.places(feet_nearest(other.point[None], ANGLE)[0])
    np.testing.assert_allclose(other.along.points[-1], foot)
    np.testing.assert_allclose(other.across.points[0], foot)
    np.testing.assert_allclose(other.along.points[0, :2], MOVED.middle)
    np.testing.assert_allclose(other.across.points[-1], MOVED.places(other.point))
