"""What the line of squares has swept lies between where it was and where it is."""

import numpy as np
import pytest

from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.balance import scales
from scenes.visuals.squared_versus_absolute.stray import stray_of
from scenes.visuals.squared_versus_absolute.swept import Swept
from scenes.visuals.squared_versus_absolute.weighed import AREA
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE
from tests.scenes.on_screen import values

MANY = read_dataset("data/stray.csv")


@pytest.mark.parametrize("area", [PICTURE, AREA])
def test_what_is_swept_reaches_from_line_to_line_wherever_the_chart_is(area):
    pen = Pen(theme("dark"))
    stray, heights = stray_of(MANY.x, MANY.y)
    chart = Chart(pen, PICTURE, *scales(stray, heights), ticks=(0, 0))
    swept = Swept(chart, stray, heights.near, pen.theme)
    chart.set_area(area)
    corners = swept.answer(heights.farthest).points[::4]
    for ends, height in ((corners[:2], heights.near), (corners[2:], heights.farthest)):
        x, y = values(chart, ends)
        np.testing.assert_allclose(np.polyval(stray.squared(height), x), y)
