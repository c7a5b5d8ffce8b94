"""Ghosts lie where both lines were; what the line of squares has swept lies between."""

import numpy as np
import pytest

from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.balance import scales
from scenes.visuals.squared_versus_absolute.ghosts import Ghosts
from scenes.visuals.squared_versus_absolute.stray import stray_of
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE
from tests.scenes.on_screen import values

MANY = read_dataset("data/stray.csv")


@pytest.fixture
def stage():
    pen = Pen(theme("dark"))
    stray, heights = stray_of(MANY.x, MANY.y)
    chart = Chart(pen, PICTURE, *scales(stray, heights), ticks=(0, 0))
    return chart, stray, heights, Ghosts(chart, stray, heights.near, pen.theme)


def test_they_lie_where_core_has_both_lines(stage):
    chart, stray, heights, ghosts = stage
    band = ghosts.band.points[::4]
    middles = (band[:2] + band[:1:-1]) / 2
    for ends, best in (
        (ghosts.line.points[[0, -1]], stray.squared),
        (middles, stray.absolute),
    ):
        x, y = values(chart, ends)
        np.testing.assert_allclose(np.polyval(best(heights.near), x), y)


def test_what_is_swept_reaches_from_the_ghost_to_the_line(stage):
    chart, stray, heights, ghosts = stage
    swept = ghosts.answer(heights.farthest).swept.points[::4]
    for ends, height in ((swept[:2], heights.near), (swept[2:], heights.farthest)):
        x, y = values(chart, ends)
        np.testing.assert_allclose(np.polyval(stray.squared(height), x), y)
