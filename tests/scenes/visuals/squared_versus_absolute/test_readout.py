"""Beside the stacks stands how far the stray point is from the line of squares, to scale."""

import numpy as np
import pytest

from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.balance import scales
from scenes.visuals.squared_versus_absolute.stacks.readout import Readout
from scenes.visuals.squared_versus_absolute.stray import stray_of
from scenes.visuals.squared_versus_absolute.sums.weighed import AREA
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE

MANY = read_dataset("data/stray.csv")


@pytest.mark.parametrize("where", ["near", "far", "farthest", "beyond"])
def test_its_arrow_is_as_long_as_the_miss_and_points_where_the_point_is(where):
    pen = Pen(theme("dark"))
    stray, heights = stray_of(MANY.x, MANY.y)
    chart = Chart(pen, AREA, *scales(stray, heights), ticks=(0, 0))
    height = getattr(heights, where)
    readout = Readout(pen, chart, stray, heights, high=2.0).answer(height)
    arrow = readout.arrow.points
    miss = height - np.polyval(stray.squared(height), stray.x)
    reach = arrow[3, 1] - arrow[0, 1]
    assert reach * chart.y_scale.span / chart.box.height == pytest.approx(miss)
    assert arrow[:, 1].max() < PICTURE.top


def test_its_words_stand_close_above_and_below_what_is_highest():
    pen = Pen(theme("dark"))
    stray, heights = stray_of(MANY.x, MANY.y)
    chart = Chart(pen, AREA, *scales(stray, heights), ticks=(0, 0))
    readout = Readout(pen, chart, stray, heights, high=2.0).answer(heights.farthest)
    low, high = readout.arrow.points[:, 1].min(), readout.arrow.points[:, 1].max()
    assert readout.way.get_top()[1] < low < readout.way.get_top()[1] + 0.3
    above = max(high, low + 2.0)
    for title in (readout.title, readout.sides):
        assert above < title.get_bottom()[1] < above + 0.4
    assert readout.sides.get_right()[0] + 0.3 < readout.title.get_left()[0]
