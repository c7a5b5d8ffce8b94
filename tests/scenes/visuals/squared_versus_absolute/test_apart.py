"""What is tinted in the end lies between the best line of squares and that of lengths."""

import numpy as np
import pytest

from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.apart import Apart
from scenes.visuals.squared_versus_absolute.balance import scales
from scenes.visuals.squared_versus_absolute.stray import stray_of
from scenes.visuals.squared_versus_absolute.sums.weighed import AREA
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE
from tests.scenes.on_screen import values

MANY = read_dataset("data/stray.csv")


@pytest.mark.parametrize("area", [PICTURE, AREA])
@pytest.mark.parametrize("where", ["near", "farthest"])
def test_it_reaches_from_line_to_line_wherever_the_chart_is(area, where):
    pen = Pen(theme("dark"))
    stray, heights = stray_of(MANY.x, MANY.y)
    chart = Chart(pen, PICTURE, *scales(stray, heights), ticks=(0, 0))
    apart = Apart(chart, stray, pen.theme)
    chart.set_area(area)
    height = getattr(heights, where)
    corners = apart.answer(height).points[::4]
    for ends, best in ((corners[:2], stray.absolute), (corners[2:], stray.squared)):
        x, y = values(chart, ends)
        np.testing.assert_allclose(np.polyval(best(height), x), y)
