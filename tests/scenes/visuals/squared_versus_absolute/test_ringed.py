"""The lever of a pull lies on the line, from its pin to where the pull is."""

import numpy as np
import pytest

from core.palette import theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.squared_versus_absolute.ringed import Ringed
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE
from tests.scenes.on_screen import values

X, Y, LINE = np.array([1.0, 4.0, 6.0]), np.array([2.0, 9.0, 3.0]), (1.0, 1.0)


@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
def test_a_lever_goes_along_the_line_from_the_pin_as_far_as_it_is_drawn(share):
    dark = theme("dark")
    chart = Chart(Pen(dark), PICTURE, Scale(0.0, 8.0), Scale(0.0, 10.0), ticks=(0, 0))
    ringed = Ringed(chart, dark)
    ringed.about, ringed.pinned, ringed.levered = 2, 0, share
    x, y = values(chart, ringed.answer(X, Y, LINE).lever.points[[0, -1]])
    np.testing.assert_allclose(x, [1, 1 + share * 5])
    np.testing.assert_allclose(y, np.polyval(LINE, x))
