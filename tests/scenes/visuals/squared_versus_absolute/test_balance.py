"""A chart has room for all that pulls at its line, and tells how much of it turns the line."""

import numpy as np
import pytest

from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.visuals.squared_versus_absolute.balance import balances
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE
from scenes.visuals.squared_versus_absolute.stray import stray_of
from scenes.visuals.squared_versus_absolute.tipping import left_by, pivot, tipped
from scenes.visuals.writing.pen import Pen

MANY = read_dataset("data/stray.csv")
X = np.arange(12.0)
NOISE = np.random.default_rng(1).normal(0, 1, 12)
TABLES = {
    "rising": (MANY.x, MANY.y),
    "falling": (X, 1e9 * (-3 * X + NOISE)),
    "four points": (X[1:5], np.array([1.8, 2.7, 3.4, 4.1])),
    "astray at the left": (np.append(X, -4.0), np.append(-3 * X + NOISE, -30.0)),
}


@pytest.mark.parametrize("table", TABLES)
def test_every_pull_stays_in_its_chart(table):
    stray, heights = stray_of(*TABLES[table])
    for balance in balances(Pen(theme("dark")), stray, heights, "x"):
        box = balance.chart.box
        best = stray.absolute if balance.measure is ABSOLUTE else stray.squared
        for height in (heights.home, heights.far, heights.farthest, heights.beyond):
            for line in (best(heights.home), best(height)):
                x, y = stray.points(height)
                up = balance.pulls.answer(x, y, line).points[:, 1]
                assert box.bottom - 0.01 < up.min()
                assert up.max() < box.top + 0.01


def test_about_its_pin_the_rest_nearly_balances_and_the_point_left_decides_either_way():
    stray, heights = stray_of(MANY.x, MANY.y)
    _, one = balances(Pen(theme("dark")), stray, heights, "x")
    one.height.set_value(heights.far)
    span = one.chart.y_scale.span
    kept, left = pivot(stray, heights), left_by(stray, heights, span)
    turned = []
    for line in tipped(stray, heights, span):
        one.a.set_value(line[0])
        one.b.set_value(line[1])
        turning = one.turning(kept)
        rest = np.delete(turning, left)
        assert (rest.clip(0).sum(), (-rest).clip(0).sum()) == (11, 13)
        assert abs(turning[left]) == MANY.x[left] - MANY.x[kept] == 5
        turned.append((turning.clip(0).sum(), (-turning).clip(0).sum()))
    assert turned == [(11, 18), (16, 13)], "up, tipped up, and down, tipped down: back"
