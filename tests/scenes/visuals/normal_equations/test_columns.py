"""Two columns under a beam: it tips as their sums differ, whatever lies below both."""

import numpy as np
import pytest

from core.fits.line import fit_line
from core.fits.normal_equations import NormalEquations as Sums
from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.settings import HEADER_DATA
from scenes.visuals.normal_equations.beams.groups import Weights
from scenes.visuals.normal_equations.beams.heights import Heights, Names, Shares
from scenes.visuals.normal_equations.beams.misses import Misses
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
        Weights.of(DATA.x, DATA.y, levers, np.arange(DATA.x.size)),
        50.0,
        area=Box(0, 0, 3, 3),
        title=PEN.formula("x"),
        sides=(PEN.words("above"), PEN.words("below")),
        colours=("#FFFFFF",) * 3,
    ).set_line(*line)
    unit = columns.unit
    assert unit == pytest.approx(columns.tallest / 50)
    weighed = levers * (DATA.y - line[0] * DATA.x - line[1])
    for part, side, middle in zip(
        columns.pieces, (weighed > 0, weighed <= 0), columns.middles, strict=True
    ):
        shown = part.points.reshape(side.sum(), -1, 3)
        heights = np.ptp(shown[:, :, 1], axis=1)
        np.testing.assert_allclose(heights, unit * np.abs(weighed[side]), atol=1e-9)
        np.testing.assert_allclose(shown[:, :4, 0].mean(), middle, atol=columns.half)
    assert steepness(columns) == pytest.approx(unit * weighed.sum(), abs=1e-9)
    columns.make_room(Box(0, 0, 3, 4), [line])
    highest = max(np.maximum(weighed, 0).sum(), np.maximum(-weighed, 0).sum())
    assert columns.unit * highest == pytest.approx(columns.tallest)


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
        (LEVERS[0], {"points": TOTAL.D, "intercept": TOTAL.N * b, "slope": TOTAL.B * a}),
        (LEVERS[1], {"points": TOTAL.C, "intercept": TOTAL.B * b, "slope": TOTAL.A * a}),
    ):
        columns = heights_of(chart, levers).set_line(a, b)
        for kind, exact in sums.items():
            columns.set_shares(kind, Shares(1.0, 1.0, 1.0))
            tall = np.ptp(columns.blocks[kind].points[:, 1])
            assert tall == pytest.approx(columns.unit * exact)
            assert columns.bars[kind].get_fill_opacity() == 0


def test_the_bars_of_all_points_come_from_the_chart_and_fill_their_blocks(chart):
    a, b = LINES[1]
    line = a * DATA.x + b
    ends = {"intercept": (0 * line, b + 0 * line), "slope": (b, line), "points": (0, DATA.y)}
    columns = heights_of(chart, LEVERS[0]).set_line(a, b)
    for kind, (low, high) in ends.items():
        shown = bars(columns.set_shares(kind, Shares(1.0)), kind)
        assert values(chart, shown.min(axis=1))[1] == pytest.approx(low + 0 * line)
        assert values(chart, shown.max(axis=1))[1] == pytest.approx(high)
        half = bars(columns.set_shares(kind, Shares(0.5)), kind)
        assert values(chart, half.max(axis=1))[1] == pytest.approx((low + high) / 2)
        piled = bars(columns.set_shares(kind, Shares(1.0, 1.0)), kind)
        block = columns.blocks[kind].points
        assert piled[:, :, 1].min() == pytest.approx(block[:, 1].min())
        assert piled[:, :, 1].max() == pytest.approx(block[:, 1].max())
        lows, highs = piled[:, :, 1].min(axis=1), piled[:, :, 1].max(axis=1)
        np.testing.assert_allclose(lows[1:], highs[:-1])


def test_bars_and_misses_beyond_the_chart_are_cut_there_and_keep_their_whole_weight():
    small = Chart(PEN, Box(-6, 0, 4, 3), Scale(0, 8), Scale(0, 6))
    assert DATA.y.max() > 6
    assert DATA.x.max() > 8
    a, b = LINES[1]
    columns = heights_of(small, LEVERS[0]).set_line(a, b).set_shares("points", Shares(1.0))
    shown = bars(columns, "points")
    box = small.box
    assert shown[:, :, 1].max() == pytest.approx(box.top)
    assert shown[:, :, 0].max() == pytest.approx(box.right, abs=0.1)
    columns.set_shares("points", Shares(1.0, 1.0))
    assert np.ptp(columns.bars["points"].points[:, 1]) == pytest.approx(columns.unit * TOTAL.D)


def bars(columns, kind):
    """Return the points (n, k, 3) of the bars of one kind."""
    return columns.bars[kind].points.reshape(len(columns.weights.x), -1, 3)


def heights_of(chart, levers):
    return Heights(
        PEN,
        chart,
        Weights.of(DATA.x, DATA.y, levers, np.arange(DATA.x.size)),
        LINES[0],
        area=Box(0, 0, 3, 3),
        title="heights",
        names=Names("N b", "B a", "D"),
        colour="#FFFFFF",
    )


def steepness(columns):
    """Return how much higher the beam is above the middle of the left column than of the right."""
    start, end = columns.beam.points[[0, -1]]
    left, right = columns.middles
    return (start[1] - end[1]) / (end[0] - start[0]) * (right - left)
