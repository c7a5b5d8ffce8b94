"""What lies outside the sheet has a mark on its rim; ways and chords end there."""

import numpy as np
import pytest

from core.palette import theme
from scenes.visuals.geometric_fit.sheet.far import Far, marked_at
from scenes.visuals.geometric_fit.sheet.page import (
    MIDDLE,
    RADIUS,
    Page,
    chord,
    on_the_sheet,
    rotated,
)

FAR = np.array([[0.5, 40.0], [-90.0, 2.0], [1.0, -7.0], [50.0, -60.0], [2.8, 2.9]])


def test_a_mark_stands_on_the_rim_straight_along_the_axis_that_the_point_is_out_along() -> None:
    marks = marked_at(FAR)
    np.testing.assert_allclose(np.hypot(*marks.T), RADIUS)
    assert (np.sign(marks) == np.sign(FAR)).all()
    np.testing.assert_allclose(marks[[0, 2], 0], FAR[[0, 2], 0])
    assert marks[1, 1] == FAR[1, 1]
    for mark, point in zip(marks[3:], FAR[3:], strict=True):
        assert mark[0] * point[1] == pytest.approx(mark[1] * point[0]), "straight from the mean"


@pytest.mark.parametrize("turn", [0.0, 0.4, -2.0])
def test_marks_point_to_their_points_and_turn_with_the_sheet(turn: float) -> None:
    marks = Far(FAR, theme("dark")).set_page(Page(turn))
    corners = marks.points.reshape(-1, 12, 3)[:, [0, 4, 8], :2]
    assert len(corners) == len(FAR)
    tips, feet = corners[:, 0] - MIDDLE[:2], corners[:, 1:].mean(axis=1) - MIDDLE[:2]
    np.testing.assert_allclose(np.hypot(*tips.T), RADIUS)
    points = rotated(FAR, turn)
    for tip, foot in zip(tips, feet, strict=True):
        towards = (points - tip) / np.hypot(*(points - tip).T)[:, None]
        pointing = (tip - foot) / np.hypot(*(tip - foot))
        assert (towards @ pointing).max() == pytest.approx(1)


def test_points_in_one_direction_have_one_mark() -> None:
    crowd = np.stack([np.linspace(0, 0.01, 200), np.linspace(50, 90, 200)], axis=1)
    assert len(Far(crowd, theme("dark")).set_page(Page()).points) == 12


def test_what_comes_from_outside_is_seen_from_the_rim_on() -> None:
    feet = np.array([[0.5, -1.0], [1.0, 2.0], [1.0, 9.0], [50.0, 1.0], [0.0, 0.0]])
    cut = on_the_sheet(FAR, feet)
    assert len(cut) == 4, "one never meets the sheet"
    starts, ends = cut[:, 0], cut[:, 1]
    np.testing.assert_allclose(np.hypot(*starts.T)[[0, 1, 3]], RADIUS)
    np.testing.assert_allclose(ends[[0, 1, 3]], feet[[0, 1, 4]], atol=1e-12)
    assert np.hypot(*ends[2]) == pytest.approx(RADIUS), "one crosses all of it"


def test_what_starts_on_the_sheet_is_drawn_whole() -> None:
    starts, ends = np.array([[1.0, 2.0], [0.0, 0.0]]), np.array([[1.0, 9.0], [0.0, 0.0]])
    np.testing.assert_array_equal(on_the_sheet(starts, ends), np.stack([starts, ends], axis=1))


def test_a_chord_ends_on_the_rim():
    ends = chord(0.4, 1.2)
    np.testing.assert_allclose(np.linalg.norm(ends, axis=1), RADIUS)
    np.testing.assert_allclose(ends @ [-np.sin(0.4), np.cos(0.4)], 1.2)
