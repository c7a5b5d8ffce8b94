"""The line is lifted over all corners of its sums; a point on a line is on neither side."""

import numpy as np
import pytest

from core.landscape.absolute import absolute_residual, kinks
from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.visuals.squared_versus_absolute.lifted_line import lifted_line
from scenes.visuals.squared_versus_absolute.tally import sides
from scenes.visuals.writing.pen import Pen

PAIRS = read_dataset("data/measured_twice.csv")


def test_the_sweep_covers_every_corner_and_ends_at_one_height():
    line = lifted_line(Pen(theme("dark")), PAIRS, 1.0)
    bends = kinks(PAIRS.x, PAIRS.y, line.a)
    assert line.reach.low < bends[0]
    assert line.reach.high > bends[-1]
    low, high = absolute_residual(PAIRS.x, PAIRS.y, line.a, [line.reach.low, line.reach.high])
    assert low == pytest.approx(high)


def test_a_point_on_the_line_is_on_neither_side():
    x, y = np.array([0.0, 1.0, 2.0]), np.array([1.0, 1.0 + 0.1 + 0.2, 0.0])
    assert sides(x, y, 0.3, 1.0) == (0, 1)
