"""Where a point was is a pale dot, and a dotted way leads to where it is: it touches neither."""

import numpy as np
import pytest

from core.palette import theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.squared_versus_absolute.before import Before
from scenes.visuals.squared_versus_absolute.pulls import RADIUS, STRAY_RADIUS
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE


@pytest.mark.parametrize(("was", "far"), [(9.0, 2.0), (1.0, 8.0)])
def test_the_way_lies_between_both_places(was, far):
    dark = theme("dark")
    chart = Chart(Pen(dark), PICTURE, Scale(0.0, 8.0), Scale(0.0, 10.0), ticks=(0, 0))
    before = Before(chart, 5.0, far, dark).put(was)
    start, end = chart.place(5.0, was), chart.place(5.0, far)
    np.testing.assert_allclose(before.dot.get_center(), start)
    x, y, _ = before.way.points.T
    np.testing.assert_allclose(x, start[0])
    assert np.abs(y - start[1]).min() > RADIUS
    assert np.abs(y - end[1]).min() > STRAY_RADIUS


def test_where_it_has_not_gone_there_is_no_way():
    dark = theme("dark")
    chart = Chart(Pen(dark), PICTURE, Scale(0.0, 8.0), Scale(0.0, 10.0), ticks=(0, 0))
    assert not len(Before(chart, 5.0, 2.0, dark).put(2.0).way.points)
