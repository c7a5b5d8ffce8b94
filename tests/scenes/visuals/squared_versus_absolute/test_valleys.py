"""Valleys of the sum of lengths are cut at the rim and drawn through all their corners."""

import numpy as np
import pytest

from core.landscape.absolute import absolute_residual, kinks
from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.visuals.squared_versus_absolute.lifted_line import LiftedLine, lifted_line
from scenes.visuals.squared_versus_absolute.stage import Landscape, landscape
from scenes.visuals.squared_versus_absolute.tally import sides
from scenes.visuals.writing.pen import Pen

PAIRS = read_dataset("data/measured_twice.csv")
PEN = Pen(theme("dark"))


@pytest.fixture(scope="module")
def line() -> LiftedLine:
    return lifted_line(PEN, PAIRS, 1.0)


@pytest.fixture(scope="module")
def land(line: LiftedLine) -> Landscape:
    return landscape(PEN, line)


def test_every_valley_ends_on_the_rim_or_where_it_is_cut(line, land):
    for a in land.valleys.slopes:
        ends = land.space.top.project(land.space.valley(float(a)))[[0, -1]]
        box, scale = land.map.box, land.map.y_scale
        b = scale.low + (ends[:, 1] - box.bottom) / box.height * scale.span
        sums = absolute_residual(PAIRS.x, PAIRS.y, float(a), b)
        assert sums == pytest.approx(line.rim, rel=1e-9)


def test_the_sweep_covers_every_corner_and_ends_at_one_height(line):
    a = float(line.a.get_value())
    bends = kinks(PAIRS.x, PAIRS.y, a)
    assert line.reach.low < bends[0]
    assert line.reach.high > bends[-1]
    ends = absolute_residual(PAIRS.x, PAIRS.y, a, [line.reach.low, line.reach.high])
    assert ends == pytest.approx(line.rim)


def test_a_point_on_the_line_is_on_neither_side():
    x, y = np.array([0.0, 1.0, 2.0]), np.array([1.0, 1.0 + 0.1 + 0.2, 0.0])
    assert sides(x, y, 0.3, 1.0) == (0, 1)
