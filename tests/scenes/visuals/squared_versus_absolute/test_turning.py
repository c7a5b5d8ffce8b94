"""A line on its hub: where it turns, and what turns it there."""

import numpy as np
import pytest

from core.fits.line import fit_line
from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.balance import scales
from scenes.visuals.squared_versus_absolute.stray import stray_of
from scenes.visuals.squared_versus_absolute.turning import LINES, Turning
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import Box

MANY = read_dataset("data/stray.csv")
STEPS = np.linspace(0, 10, 12)
NOISE = np.random.default_rng(7).normal(size=12)
TABLES = {
    "rising": (MANY.x, MANY.y),
    "falling": (STEPS, -1000 * STEPS + 500 * NOISE),
    "an outlier": (STEPS, np.where(STEPS[3] == STEPS, 120, 2 * STEPS + NOISE)),
}


def turning_of(x, y):
    stray, heights = stray_of(x, y)
    pen = Pen(theme("dark"))
    chart = Chart(pen, Box(-6.0, -2.5, 6.0, 6.0), *scales(stray, heights), ticks=(0, 0))
    return chart, stray, heights, Turning(chart, stray, heights, pen.theme)


def drawn(turning):
    return np.concatenate([part.points for part in turning.bent.submobjects])


@pytest.mark.parametrize("table", TABLES)
def test_every_best_line_of_squares_goes_through_the_spot(table):
    _, stray, heights, turning = turning_of(*TABLES[table])
    at_spot = [
        fit.slope * turning.x + fit.intercept
        for height in np.linspace(heights.low, heights.high, 9)
        for fit in [fit_line(*stray.points(height))]
    ]
    assert np.ptp(at_spot) < 1e-9 * (heights.high - heights.low)


@pytest.mark.parametrize("table", TABLES)
def test_at_rest_the_others_turn_the_line_back_as_hard_as_the_stray_point_turns_it(table):
    _, stray, heights, turning = turning_of(*TABLES[table])
    held = turning.moments(heights.far, stray.squared(heights.home))
    rest = turning.moments(heights.far, stray.squared(heights.far))
    assert rest[0] == pytest.approx(-rest[1])
    assert abs(held[0]) > 3 * abs(held[1]), "held, it turns much harder"


@pytest.mark.parametrize("table", TABLES)
def test_bent_arrows_stay_in_the_chart(table):
    chart, stray, heights, turning = turning_of(*TABLES[table])
    for height in (heights.home, heights.far):
        points = drawn(turning.answer(heights.far, stray.squared(height)))
        assert len(points)
        assert points[:, 0].min() > chart.box.left - 0.2
        assert points[:, 0].max() < chart.box.left + chart.box.width + 0.2
        assert points[:, 1].min() > chart.box.bottom - 1e-9
        assert points[:, 1].max() < chart.box.bottom + chart.box.height + 1e-9


def test_an_arrow_bends_the_way_in_which_its_pull_turns_the_line():
    _, stray, heights, turning = turning_of(MANY.x, MANY.y)
    stray_alone, _ = turning.moments(heights.far, stray.squared(heights.home))
    assert stray_alone < 0, "down at the right: clockwise"
    points = drawn(turning.answer(heights.far, stray.squared(heights.home)))
    assert points[:, 0].max() > turning.place[0] + 1, "from the top to the right"


def test_a_spot_beside_the_chart_is_not_in_sight():
    *_, turning = turning_of(np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.8, 2.7, 3.4, 4.1]))
    assert not turning.in_sight


def test_best_lines_stay_behind_the_stray_point_and_go_where_it_goes_back():
    _, _, heights, turning = turning_of(MANY.x, MANY.y)

    def seen(height):
        turning.passed.answer(height)
        return [line.get_stroke_opacity() for line in turning.passed.submobjects[:-1]]

    assert sum(seen(heights.far)) == 1
    assert sum(seen((heights.home + heights.far) / 2)) == (LINES + 1) // 2
    assert sum(seen(heights.home)) == LINES
    assert sum(seen(heights.far)) == 1
