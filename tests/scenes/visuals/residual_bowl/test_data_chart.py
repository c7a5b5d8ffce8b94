"""The chart of the points shows where x is 0, and numbers its zeros where they mislead nobody."""

import numpy as np
import pytest

from core.landscape.squared import ResidualLandscape
from core.palette import theme
from core.tables.dataset import Dataset
from scenes.visuals.plot.shown_points import ShownPoints
from scenes.visuals.residual_bowl.points.data_chart import data_chart
from scenes.visuals.writing.pen import Pen

X = np.linspace(1, 9, 12)
BENT = np.sin(7 * X)


def chart_of(x, y):
    data = Dataset(x, y)
    shown = ShownPoints.of(data)
    rim = ResidualLandscape.of(shown.x, shown.y).at(1.7, np.linspace(0, 6, 20))
    chart = data_chart(Pen(theme("dark")), shown, data, rim)
    numbers = [[label.text for label in labels] for labels in (chart.x_labels, chart.y_labels)]
    inside = (chart.x_scale.low <= 0 <= chart.x_scale.high) and all(
        chart.y_scale.low <= height <= chart.y_scale.high for height in rim[1]
    )
    assert inside, "where x is 0 every line on the rim is in the chart"
    return chart, numbers


@pytest.mark.parametrize(("sign", "ends"), [(1, (True, False)), (-1, (False, True))])
def test_an_axis_ends_at_0_where_no_point_lies_beyond(sign, ends):
    chart, numbers = chart_of(sign * X, X + BENT)
    assert (chart.x_scale.low == 0, chart.x_scale.high == 0) == ends
    assert numbers == [["0"], ["0"]]


def test_a_zero_of_y_that_is_near_is_in_the_chart():
    chart, numbers = chart_of(X, X + 2 + 0.1 * BENT)
    assert chart.y_scale.low == 0
    assert numbers == [["0"], ["0"]]


def test_the_corner_is_not_called_0_where_y_is_far_from_0():
    chart, numbers = chart_of(X, 1000 + X + BENT)
    assert chart.y_scale.low > 900
    assert chart.x_scale.low < 0
    assert numbers == [[], []]


def test_the_mean_of_x_is_not_called_0():
    _, numbers = chart_of(X + 100, X + BENT)
    assert numbers == [[], ["0"]]
