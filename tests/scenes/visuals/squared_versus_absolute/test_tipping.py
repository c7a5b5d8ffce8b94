"""A line of least lengths tips off one of its points, both ways, and its sum only grows."""

import numpy as np
import pytest

from core.landscape.absolute import absolute_residual
from core.tables.dataset import read_dataset
from scenes.visuals.squared_versus_absolute.stray import stray_of
from scenes.visuals.squared_versus_absolute.tipping import (
    TIPS,
    catching,
    left_by,
    off,
    on_line,
    pivot,
    tipped,
)

MANY = read_dataset("data/stray.csv")
X = np.arange(12.0)
NOISE = np.random.default_rng(1).normal(0, 1, 12)
TABLES = {
    "rising": (MANY.x, MANY.y),
    "falling": (X, 1e9 * (-3 * X + NOISE)),
    "astray at the left": (np.append(X, -4.0), np.append(-3 * X + NOISE, -30.0)),
}


@pytest.mark.parametrize("table", TABLES)
def test_tipped_it_leaves_one_point_both_ways_about_the_other_one_and_its_sum_grows(table):
    stray, heights = stray_of(*TABLES[table])
    (x, y), line = stray.points(heights.far), stray.absolute(heights.far)
    span = heights.high - heights.low
    kept, left = pivot(stray, heights), left_by(stray, heights, span)
    assert {kept, left} == set(on_line(x, y, line, span))
    ways = []
    for tip in tipped(stray, heights, span):
        assert np.polyval(tip, x[kept]) == pytest.approx(y[kept])
        off_by = float(np.polyval(tip, x[left]) - y[left])
        assert absolute_residual(x, y, *tip) > absolute_residual(x, y, *line)
        ways.append(np.sign(off_by))
    assert ways == [1, -1]


@pytest.mark.parametrize("tip", TIPS)
def test_a_pull_grows_after_the_line_has_left_its_point_and_is_whole_when_it_is_tipped(tip):
    shares = off(-tip * 7.0 * np.linspace(0.0, 1.0, 50), 7.0)
    assert np.all(shares[:25] == 0)
    assert np.all(np.diff(shares[30:]) > 0)
    assert shares[-1] == pytest.approx(1)


def test_once_crossed_the_line_is_caught_by_a_point_that_was_not_on_it():
    stray, heights = stray_of(MANY.x, MANY.y)
    caught, kept = catching(stray, heights), pivot(stray, heights)
    before, after = stray.absolute(heights.far), stray.absolute(heights.beyond)
    assert np.polyval(after, MANY.x[caught]) == pytest.approx(MANY.y[caught])
    assert abs(np.polyval(before, MANY.x[caught]) - MANY.y[caught]) > 0.1
    for line in (before, after):
        assert np.polyval(line, MANY.x[kept]) == pytest.approx(MANY.y[kept]), "about it"
