"""Two columns under a beam: it tips as their sums differ, whatever lies below both."""

import numpy as np
import pytest

from core.fits.line import fit_line
from core.fits.normal_equations import NormalEquations as Sums
from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.settings import HEADER_DATA
from scenes.visuals.normal_equations.heights import Heights, Names
from scenes.visuals.normal_equations.misses import Misses
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import Box
from tests.scenes.on_screen import values

DATA = read_dataset(HEADER_DATA)
TOTAL = Sums.of(DATA.x, DATA.y)
BEST = fit_line(DATA.x, DATA.y)
PEN = Pen(theme("dark"))
LEVERS = [np.ones_like(DATA.x), DATA.x, DATA.x - DATA.x.mean()]
LINES = [(BEST.slope, BEST.intercept), (0.4, 3.0), (1.1, 1.0)]


@pytest.fixture
def chart():
    return Chart(PEN, Box(-6, 0, 4, 3), Scale.around(DATA.x, 0.1), Scale.around(DATA.y, 0.2))


@pytest.mark.parametrize("levers", LEVERS)
@pytest.mark.parametrize("line", LINES)
def test_a_beam_is_as_steep_as_the_sum_of_the_misses_below_it(levers, line, chart):
    columns = Misses(
        chart,
        (DATA.x, DATA.y, levers),
        0.02,
        area=Box(0, 0, 3, 3),
        title=PEN.formula("x"),
        sides=(PEN.words("above"), PEN.words("below")),
        colours=("#FFFFFF",) * 3,
    ).set_line(*line)
    weighed = levers * (DATA.y - line[0] * DATA.x - line[1])
    for part, side, middle in zip(
        columns.pieces, (weighed > 0, weighed <= 0), columns.middles, strict=True
    ):
        shown = part.points.reshape(side.sum(), -1, 3)
        heights = np.ptp(shown[:, :, 1], axis=1)
        np.testing.assert_allclose(heights, 0.02 * np.abs(weighed[side]), atol=1e-9)
        np.testing.assert_allclose(shown[:, :4, 0].mean(), middle, atol=columns.half)
    level = steepness(columns)
    assert level == pytest.approx(0.02 * weighed.sum(), abs=1e-9)
    assert steepness(columns.set_lift(0.7)) == pytest.approx(level), "what lies below is no matter"


@pytest.mark.parametrize("levers", LEVERS[:2])
@pytest.mark.parametrize("line", LINES)
def test_whole_heights_tip_a_beam_as_the_misses_do(levers, line, chart):
    a, b = line
    columns = heights_of(chart, levers).set_line(a, b)
    unit = columns.unit
    misses = np.sum(levers * (DATA.y - a * DATA.x - b))
    assert steepness(columns) == pytest.approx(unit * misses, abs=1e-9)


def test_blocks_are_sums_however_many_points_there_are(chart):
    a, b = LINES[1]
    for levers, sums in (
        (LEVERS[0], (TOTAL.D, TOTAL.N * b, TOTAL.B * a)),
        (LEVERS[1], (TOTAL.C, TOTAL.B * b, TOTAL.A * a)),
    ):
        columns = heights_of(chart, levers).set_line(a, b).set_merged(1.0, 1.0)
        unit = columns.unit
        heights = [np.ptp(block.points[:, 1]) for block in columns.blocks]
        np.testing.assert_allclose(heights, unit * np.array(sums))
        assert all(piece.get_fill_opacity() == 0 for piece in columns.pieces)


def test_what_point_and_line_share_comes_from_the_chart_and_makes_whole_heights(chart):
    a, b = LINES[1]
    shared = np.minimum(DATA.y, a * DATA.x + b)
    columns = heights_of(chart, LEVERS[0]).set_line(a, b).set_gathered(0.0)
    assert columns.landed == 0
    for piece in columns.pieces:
        shown = piece.points.reshape(len(DATA.x), -1, 3)
        assert values(chart, shown.min(axis=1))[1] == pytest.approx(0 * DATA.x)
        assert values(chart, shown.max(axis=1))[1] == pytest.approx(shared)
    columns.set_gathered(1.0)
    misses = DATA.y - (a * DATA.x + b)
    above, below = np.maximum(misses, 0).sum(), np.maximum(-misses, 0).sum()
    assert columns.landed + columns.unit * above == pytest.approx(columns.unit * TOTAL.D)
    assert columns.landed + columns.unit * below == pytest.approx(
        columns.unit * (TOTAL.B * a + TOTAL.N * b)
    )


def heights_of(chart, levers):
    return Heights(
        PEN,
        chart,
        (DATA.x, DATA.y, levers),
        LINES,
        area=Box(0, 0, 3, 3),
        names=Names("D", "B slope(a)", "N intercept(b)", "heights"),
        colour="#FFFFFF",
    )


def steepness(columns):
    """Return how much higher the beam is above the middle of the left column than of the right."""
    start, end = columns.beam.points[[0, -1]]
    left, right = columns.middles
    return (start[1] - end[1]) / (end[0] - start[0]) * (right - left)
