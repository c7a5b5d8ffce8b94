"""Convex polygons that are cut keep what lies on the right side, and only that."""

import numpy as np
import pytest

from scenes.visuals.residual_bowl.convex import bendable, common, cut, rectangle

SQUARE = np.array([(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)])


def area(polygon):
    u, v = polygon.T
    return float(u @ np.roll(v, -1) - v @ np.roll(u, -1)) / 2


@pytest.mark.parametrize(
    ("normal", "most", "expected"),
    [((1, 0), 0.5, 3.0), ((1, 1), 0.0, 2.0), ((1, 0), 2.0, 4.0), ((1, 0), -2.0, 0.0)],
)
def test_a_cut_leaves_one_side(normal, most, expected):
    rest = cut(SQUARE, normal, most)
    assert (area(rest) if len(rest) else 0.0) == pytest.approx(expected)
    assert np.all(rest @ normal <= most + 1e-12)


def test_a_circle_in_a_rectangle():
    angles = np.linspace(0, 2 * np.pi, 720, endpoint=False)
    circle = np.column_stack([np.cos(angles), np.sin(angles)])
    rest = rectangle(circle, 1.0, 4.0)
    assert np.abs(rest[:, 0]).max() == pytest.approx(0.5)
    assert area(rest) == pytest.approx(np.sqrt(0.75) + np.pi / 3, rel=1e-3)


def test_what_two_polygons_share():
    angles = np.linspace(0, 2 * np.pi, 720, endpoint=False)
    circle = np.column_stack([np.cos(angles), np.sin(angles)])
    assert area(common(circle, SQUARE + 1.0)) == pytest.approx(np.pi / 4, rel=1e-3)
    assert common(0.5 * SQUARE, SQUARE) == pytest.approx(0.5 * SQUARE)
    assert not len(common(SQUARE, SQUARE + 3.0))


def test_an_outline_that_bends_is_closed_and_has_short_edges():
    ring = bendable(SQUARE, 0.15)
    assert ring[0] == pytest.approx(ring[-1])
    assert np.linalg.norm(np.diff(ring, axis=0), axis=1).max() <= 0.15 + 1e-12
    for corner in SQUARE:
        assert np.linalg.norm(ring - corner, axis=1).min() < 1e-12


def test_nothing_stays_nothing():
    nothing = cut(SQUARE, (1, 0), -5.0)
    assert len(rectangle(nothing, 1.0, 1.0)) == len(bendable(nothing, 0.1)) == 0
