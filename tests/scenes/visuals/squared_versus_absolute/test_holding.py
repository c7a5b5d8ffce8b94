"""What holds a line of least lengths, and how far it can be turned by hand."""

import numpy as np
import pytest

from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.balance import scales
from scenes.visuals.squared_versus_absolute.holding import needed, turned_a_little
from scenes.visuals.squared_versus_absolute.stray import stray_of
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE

MANY = read_dataset("data/stray.csv")
X = np.arange(12.0)
NOISE = np.random.default_rng(1).normal(0, 1, 12)


TABLES = [
    (MANY.x, MANY.y),
    (X, 3 * X + NOISE),
    (X, -3 * X + NOISE),
    (1e-9 * X, 1e9 * (X + NOISE)),
]


@pytest.mark.parametrize(("x", "y"), TABLES)
def test_a_line_of_least_lengths_is_held_by_no_more_than_full_pulls(x, y):
    stray, heights = stray_of(x, y)
    chart = Chart(Pen(theme("dark")), PICTURE, *scales(stray, heights), ticks=(0, 0))
    for height in (heights.far, heights.clear, heights.beyond):
        u, v = stray.points(height)
        line = stray.absolute(height)
        misses = v - np.polyval(line, u)
        held = np.abs(misses) < 1e-9 * chart.y_scale.span
        pulls = np.sign(misses)
        pulls[held] = needed(chart, u, v, line)
        assert np.abs(pulls).max() <= 1 + 1e-9
        assert pulls.sum() == pytest.approx(0, abs=1e-9), "nothing lifts it"
        assert pulls @ (u - u.mean()) == pytest.approx(0, abs=1e-9 * np.ptp(u)), "nothing turns it"


def test_a_line_that_meets_no_point_is_held_by_none():
    chart = Chart(Pen(theme("dark")), PICTURE, *scales(*stray_of(MANY.x, MANY.y)), ticks=(0, 0))
    assert needed(chart, MANY.x, MANY.y, (0.0, 3.14)).size == 0


@pytest.mark.parametrize(("x", "y"), TABLES)
def test_turned_a_little_either_way_only_the_points_that_hold_the_line_leave_it(x, y):
    stray, heights = stray_of(x, y)
    chart = Chart(Pen(theme("dark")), PICTURE, *scales(stray, heights), ticks=(0, 0))
    u, v = stray.points(heights.far)
    rest = stray.absolute(heights.far)
    before = v - np.polyval(rest, u)
    held = np.abs(before) < 1e-9 * chart.y_scale.span
    assert held.sum() == 2
    sides = []
    for line in turned_a_little(chart, u, v, rest):
        after = v - np.polyval(line, u)
        np.testing.assert_array_equal(np.sign(after[~held]), np.sign(before[~held]))
        assert np.all(np.abs(after[held]) > 1e-6 * chart.y_scale.span)
        sides.append(np.sign(after[held]))
    np.testing.assert_array_equal(sides[0], -sides[1])
    assert sides[0].sum() == 0, "one on either side"
