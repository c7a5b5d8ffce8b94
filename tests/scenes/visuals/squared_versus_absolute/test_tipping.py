"""A line of least lengths tips off either of its points, both ways, and its sum only grows."""

import numpy as np
import pytest

from core.landscape.absolute import absolute_residual
from core.tables.dataset import read_dataset
from scenes.visuals.squared_versus_absolute.stray import stray_of
from scenes.visuals.squared_versus_absolute.tipping import TIP, exchanged, on_line, tipped

MANY = read_dataset("data/stray.csv")
X = np.arange(12.0)
NOISE = np.random.default_rng(1).normal(0, 1, 12)
TABLES = {
    "rising": (MANY.x, MANY.y),
    "falling": (X, 1e9 * (-3 * X + NOISE)),
    "astray at the left": (np.append(X, -4.0), np.append(-3 * X + NOISE, -30.0)),
}


@pytest.mark.parametrize("table", TABLES)
def test_tipped_it_leaves_one_point_turns_about_the_other_and_reaches_no_further_one(table):
    stray, heights = stray_of(*TABLES[table])
    (x, y), line = stray.points(heights.far), stray.absolute(heights.far)
    span = heights.high - heights.low
    held = on_line(x, y, line, span)
    assert len(held) == 2
    tips = tipped(x, y, line, span)
    assert len(tips) == 4
    ways = set()
    for off, tip in tips:
        (pivot,) = set(held) - {off}
        off_by = float(np.polyval(tip, x[off]) - y[off])
        assert np.polyval(tip, x[pivot]) == pytest.approx(y[pivot])
        assert 0 < abs(off_by) <= TIP * span * (1 + 1e-9)
        others = np.setdiff1d(np.arange(x.size), held)
        sides = [np.sign(y[others] - np.polyval(at, x[others])) for at in (line, tip)]
        np.testing.assert_array_equal(*sides)
        assert absolute_residual(x, y, *tip) > absolute_residual(x, y, *line)
        ways.add((off, np.sign(off_by)))
    assert len(ways) == 4


def test_once_crossed_the_line_leaves_one_point_and_another_one_catches_it():
    stray, heights = stray_of(MANY.x, MANY.y)
    left, caught = exchanged(stray, heights)
    before, after = stray.absolute(heights.far), stray.absolute(heights.beyond)
    for index, line, other in ((left, before, after), (caught, after, before)):
        assert np.polyval(line, MANY.x[index]) == pytest.approx(MANY.y[index])
        assert abs(np.polyval(other, MANY.x[index]) - MANY.y[index]) > 0.1
