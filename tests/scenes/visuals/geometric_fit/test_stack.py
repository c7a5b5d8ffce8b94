"""The bars of single points on top of each other."""

import numpy as np
import pytest

from core.landscape.window import Mask
from core.palette import theme
from scenes.visuals.geometric_fit.cloud import MOST_WAYS, Cloud, feet_nearest
from scenes.visuals.geometric_fit.stack import Stack
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.tank import Tank
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import Box

PEN = Pen(theme("dark"))
ANGLE = 0.4
BOX = Box(1.0, -2.0, 2.5, 5.0)


def stacked(count: int, inside: Mask | None = None) -> tuple[Stack, Cloud, Tank]:
    points = np.random.default_rng(3).normal(size=(count, 2)) * [2.0, 1.0]
    cloud = Cloud.of(points, inside)
    tank = Tank(PEN, BOX, Scale(0.0, 1.1 * float((cloud.points**2).sum())))
    one = cloud.points[cloud.measured][2]
    return Stack(cloud, one, ANGLE, tank, PEN.theme), cloud, tank


def edges(parts):
    return np.array([[part.points[:, 1].min(), part.points[:, 1].max()] for part in parts])


@pytest.mark.parametrize("count", [3, 12, 5 * MOST_WAYS])
def test_all_layers_lie_on_each_other_and_fill_the_bar(count):
    stack, cloud, tank = stacked(count)
    stack.set_share(1.0)
    layers = np.concatenate([edges(stack.across), edges(stack.along)])
    assert layers[0, 0] == pytest.approx(BOX.bottom)
    np.testing.assert_allclose(layers[1:, 0], layers[:-1, 1], atol=1e-9)
    assert layers[-1, 1] == pytest.approx(tank.top_of(float((cloud.points**2).sum())))
    border = tank.top_of(float(cloud.sum_of_squares(ANGLE)))
    assert edges(stack.across)[-1, 1] == pytest.approx(border)


def test_a_layer_is_as_large_as_its_square_and_starts_on_it():
    stack, cloud, tank = stacked(12)
    points = cloud.points[cloud.measured]
    squares = ((points - feet_nearest(points, ANGLE)) ** 2).sum(axis=1)
    stack.set_share(1.0)
    heights = np.ptp(edges(stack.across), axis=1)
    expected = [tank.top_of(float(square)) - BOX.bottom for square in squares]
    np.testing.assert_allclose(np.sort(heights), np.sort(expected))
    assert heights[0] == pytest.approx(expected[2]), "the one point lies below the others"
    stack.set_share(0.0)
    ring = stack.across[4].points[::4, :2]
    sides = np.linalg.norm(np.diff(ring, axis=0), axis=1)
    np.testing.assert_allclose(sides**2, heights[4] * BOX.width)


def test_the_bar_of_one_point_shrinks_to_its_slice_while_the_others_wait():
    stack, cloud, tank = stacked(12)
    full = tank.top_of(float((cloud.points**2).sum()))
    tops = []
    for share in (0.0, 0.5, 1.0):
        stack.set_first(share)
        red, blue = edges(stack.across)[0], edges(stack.along)[0]
        assert red[1] == pytest.approx(blue[0])
        tops.append(blue[1])
        assert all(part.get_fill_opacity() == 0 for part in (*stack.across[1:], *stack.along[1:]))
    assert tops[0] == pytest.approx(full)
    slice_of_one = float((cloud.points[cloud.measured][2] ** 2).sum())
    assert tops[2] == pytest.approx(tank.top_of(slice_of_one))
    stack.set_share(0.0)
    assert edges(stack.along)[0, 1] == pytest.approx(tops[2]), "nothing jumps"


def test_seams_come_as_the_bar_shrinks_and_close_when_all_is_one():
    stack, *_ = stacked(12)
    assert {part.get_stroke_opacity() for part in stack.set_first(0.0).across} == {0}
    assert stack.set_first(1.0).across[0].get_stroke_opacity() == 1
    assert {part.get_stroke_opacity() for part in stack.set_share(1.0).across} == {1}
    assert {part.get_stroke_opacity() for part in stack.set_seams(0.0).along} == {0}
