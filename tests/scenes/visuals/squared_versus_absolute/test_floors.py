"""Stacks stand beside their chart wherever it is, and all of them to one scale."""

import numpy as np
import pytest

from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.balance import scales
from scenes.visuals.squared_versus_absolute.pulls import HEAD, LENGTH_PULL
from scenes.visuals.squared_versus_absolute.stacks.columns import Columns
from scenes.visuals.squared_versus_absolute.stacks.floors import (
    FLOOR,
    GAP,
    HALF_FLOOR,
    ROOM,
    WIDTH,
    feet,
)
from scenes.visuals.squared_versus_absolute.stacks.scale import at_one_scale
from scenes.visuals.squared_versus_absolute.stacks.tally import Tally
from scenes.visuals.squared_versus_absolute.stray import stray_of
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE, Box

MANY = read_dataset("data/stray.csv")
CROWD = np.random.default_rng(3).uniform(0, 10, (2, 39))
TABLES = {
    "few": (MANY.x, MANY.y),
    "many": (np.append(CROWD[0], 16.0), np.append(CROWD[0] + 1.6 * (CROWD[1] - 5), 16.0)),
}


def chart_of(pen, table):
    stray, heights = stray_of(*TABLES[table])
    return Chart(pen, PICTURE, *scales(stray, heights), ticks=(0, 0)), stray, heights


@pytest.mark.parametrize("left", [-6.0, -2.0])
def test_both_floors_stand_beside_the_chart_and_each_other_wherever_it_is(left):
    chart, _, _ = chart_of(Pen(theme("dark")), "few")
    chart.set_area(Box(left, -2.5, 4.0, 6.0))
    up, down = feet(chart)[:, 0]
    assert chart.box.right < up - HALF_FLOOR
    assert up + HALF_FLOOR + 0.05 < down - HALF_FLOOR, "apart"
    assert down + HALF_FLOOR < chart.box.right + WIDTH
    assert HALF_FLOOR > HEAD, "an arrow stands on its floor"


@pytest.mark.parametrize("table", TABLES)
def test_one_unit_of_pull_is_as_long_in_every_stack_and_all_have_room(table):
    pen = Pen(theme("dark"))
    chart, stray, heights = chart_of(pen, table)
    tally, columns = (kind(pen.theme, chart, stray, heights) for kind in (Tally, Columns))
    at_one_scale(tally, columns)
    tally.gathered = columns.gathered = 1.0
    tally.answer(*stray.points(heights.far), stray.absolute(heights.far))
    columns.answer(*stray.points(heights.farthest), stray.squared(heights.farthest))
    lengths = [abs(own.points[3, 1] - own.points[0, 1]) for own in (tally.own, columns.own)]
    miss = heights.farthest - np.polyval(stray.squared(heights.farthest), stray.x)
    pulls = LENGTH_PULL, abs(miss) / chart.y_scale.span
    assert lengths[0] / lengths[1] == pytest.approx(pulls[0] / pulls[1])
    assert (1 - GAP) * tally.unit == pytest.approx(lengths[0])
    for part in (tally.stacks, columns.arrows, tally.own, columns.own):
        assert part.points[:, 1].max() < FLOOR + ROOM + 1e-6
