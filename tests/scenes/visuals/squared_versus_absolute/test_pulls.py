"""Wherever a line lies, no arrow lies on the point that it pulls towards."""

import numpy as np
import pytest

from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.balance import scales
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, SQUARED
from scenes.visuals.squared_versus_absolute.pulls import RADIUS, Pulls
from scenes.visuals.squared_versus_absolute.stray import stray_of
from scenes.visuals.squared_versus_absolute.tipping import tipped
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import Box

MANY = read_dataset("data/stray.csv")
STRAY, HEIGHTS = stray_of(MANY.x, MANY.y)
BOX = Box(-6.0, -2.5, 6.0, 5.0)


def lines():
    return STRAY.absolute(HEIGHTS.far), *tipped(STRAY, HEIGHTS, HEIGHTS.high - HEIGHTS.low)


def drawn(measure, line, rim):
    """Return the points on screen, and the arrows' tails and tips of those off the line."""
    chart = Chart(Pen(theme("dark")), BOX, *scales(STRAY, HEIGHTS), ticks=(0, 0))
    x, y = STRAY.points(HEIGHTS.farthest)
    pulls = Pulls(chart, measure, theme("dark"), rim=rim).answer(x, y, line)
    strokes = pulls.points.reshape(-1, 4, 3)
    count = len(strokes) // 3
    heads = strokes[count:].reshape(count, 2, 4, 3)
    at = strokes[:count, 0, 0]
    places = chart.places(x, y)
    near = np.argmin(np.abs(places[:, 0] - at[:, None]), axis=1)
    return places[near], strokes[:count, 0], heads[:, 0, 3]


@pytest.mark.parametrize("line", lines())
@pytest.mark.parametrize("measure", [SQUARED, ABSOLUTE])
def test_a_head_ends_clear_of_the_rim_of_its_point(measure, line):
    places, tails, tips = drawn(measure, line, RADIUS)
    up = np.sign(places - tails)[:, 1]
    long_enough = np.abs(places - tails)[:, 1] > RADIUS + 0.05
    clear = up * (places - tips)[:, 1]
    assert np.all(clear[long_enough | (measure is ABSOLUTE)] > RADIUS)


@pytest.mark.parametrize("line", lines())
def test_arrows_of_lengths_are_whole_however_near_their_point_is(line):
    _, tails, tips = drawn(ABSOLUTE, line, RADIUS)
    reach = np.abs(tips - tails)[:, 1]
    np.testing.assert_allclose(reach, reach[0])
