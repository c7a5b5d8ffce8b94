"""The hinge of a line stands at its point, inside the chart."""

import numpy as np
import pytest

from core.palette import theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.squared_versus_absolute.hinge import Hinge
from scenes.visuals.squared_versus_absolute.pulls import RADIUS
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE, Box


@pytest.mark.parametrize("y", [0.2, 5.0, 9.9])
def test_it_points_at_its_point_and_lies_in_the_chart(y):
    colours = theme("dark")
    chart = Chart(Pen(colours), PICTURE, Scale(0.0, 10.0), Scale(0.0, 10.0), ticks=(0, 0))
    hinge = Hinge(chart, 4.0, y, colours)
    chart.set_area(Box(-3.0, -2.0, 6.0, 5.0))
    corners, at = hinge.draw().points[::4, :2], chart.place(4.0, y)[:2]
    assert np.linalg.norm(corners[0] - at) == pytest.approx(RADIUS, abs=0.1)
    assert corners[0, 0] == pytest.approx(at[0])
    assert chart.box.bottom < corners[:, 1].min()
    assert corners[:, 1].max() < chart.box.top
