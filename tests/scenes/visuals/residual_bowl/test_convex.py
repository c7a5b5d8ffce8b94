"""Convex polygons that are cut keep what lies on the right side, and only that."""

import numpy as np
import pytest

from scenes.visuals.residual_bowl.bowl.convex import cut, divided, rectangle

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


def test_an_outline_is_closed_and_has_as_many_pieces_as_it_is_told():
    ring = divided(SQUARE, np.array([1, 2, 3, 1]))
    assert ring[0] == pytest.approx(ring[-1])
    assert len(ring) == 8
    lengths = np.linalg.norm(np.diff(ring, axis=0), axis=1)
    assert lengths * [1, 2, 2, 3, 3, 3, 1] == pytest.approx(np.full(7, lengths[0]))
    for corner in SQUARE:
        assert np.linalg.norm(ring - corner, axis=1).min() < 1e-12


def test_nothing_stays_nothing():
    nothing = cut(SQUARE, (1, 0), -5.0)
    assert len(rectangle(nothing, 1.0, 1.0)) == len(divided(nothing, np.zeros(0, int))) == 0
