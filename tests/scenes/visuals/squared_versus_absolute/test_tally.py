"""Arrows leave the line for two stacks: of one height where as many points are above as below."""

import numpy as np
import pytest

from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.balance import scales
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE
from scenes.visuals.squared_versus_absolute.pulls import HEAD, RADIUS, STRAY_RADIUS, Pulls
from scenes.visuals.squared_versus_absolute.stacks.floors import FLOOR, ROOM, feet
from scenes.visuals.squared_versus_absolute.stacks.tally import Tally
from scenes.visuals.squared_versus_absolute.stray import stray_of
from scenes.visuals.squared_versus_absolute.sums.weighed import AREA
from scenes.visuals.squared_versus_absolute.tipping import left_by, tipped
from scenes.visuals.writing.pen import Pen

MANY = read_dataset("data/stray.csv")


@pytest.fixture
def stage():
    pen = Pen(theme("dark"))
    stray, heights = stray_of(MANY.x, MANY.y)
    chart = Chart(pen, AREA, *scales(stray, heights), ticks=(0, 0))
    return chart, stray, heights, Tally(pen.theme, chart, stray, heights)


def shafts(*parts):
    ends = [part.points[: len(part.points) // 3].reshape(-1, 4, 3) for part in parts]
    return np.concatenate(ends)[:, [0, 3]]


def test_arrows_leave_from_where_they_pull(stage):
    chart, stray, heights, tally = stage
    at = *stray.points(heights.far), stray.absolute(heights.far)
    # The first one up has just left, no other one has.
    tally.gathered = 1e-7
    pulls = shafts(Pulls(chart, ABSOLUTE, theme("dark")).answer(*at))
    (left,) = shafts(tally.answer(*at).stacks, tally.own)
    there = next(one for one in pulls if one[1, 1] > one[0, 1])
    np.testing.assert_allclose(left, there, atol=1e-4)


def test_in_the_stacks_arrows_lie_on_each_other_with_equal_gaps(stage):
    chart, stray, heights, tally = stage
    tally.gathered = 1.0
    tally.answer(*stray.points(heights.far), stray.absolute(heights.far))
    ends = shafts(tally.stacks, tally.own)
    places = np.unique(ends[..., 0].round(6))
    assert len(places) == 2
    for across in places:
        stack = ends[np.isclose(ends[:, 0, 0], across)][..., 1]
        low, high = np.sort(stack.min(axis=1)), np.sort(stack.max(axis=1))
        assert len(low) == 3
        assert low[0] > chart.box.bottom - 1e-9
        assert high[-1] < chart.box.top
        assert np.ptp(high - low) < 1e-9
        gaps = low[1:] - high[:-1]
        np.testing.assert_allclose(gaps, gaps[0])
        assert gaps[0] > 0


def test_in_the_stacks_arrows_are_as_long_as_at_the_line(stage):
    chart, stray, heights, tally = stage
    at = *stray.points(heights.far), stray.absolute(heights.far)
    tally.gathered = 1.0
    stacked = shafts(tally.answer(*at).stacks, tally.own)
    pulls = shafts(Pulls(chart, ABSOLUTE, theme("dark")).answer(*at))
    lengths = [np.sort(np.abs(ends[:, 1, 1] - ends[:, 0, 1])) for ends in (stacked, pulls)]
    np.testing.assert_allclose(*lengths)
    assert stacked[..., 1].max() < FLOOR + ROOM


def test_the_stray_arrow_goes_from_stack_to_stack_while_its_point_crosses_the_line(stage):
    chart, stray, heights, tally = stage
    line = stray.absolute(heights.far)
    on_line = float(np.polyval(line, stray.x))
    tally.gathered = 1.0
    tips = []
    for height in np.linspace(heights.near, heights.beyond, 200):
        tally.answer(*stray.points(float(height)), line)
        ends = shafts(tally.stacks, tally.own)
        if len(ends) == 6:
            # The last one is that of the stray point.
            tips.append(ends[-1, 1] - ends[-1, 0])
            assert (tips[-1][1] > 0) == (height > on_line)
            up, down = feet(chart)[:, 0]
            assert down + 1e-9 >= ends[-1, 0, 0] >= up - 1e-9
    assert tips[0][1] == pytest.approx(-tips[-1][1])
    assert len(tips) > 180


def test_a_point_on_the_line_is_in_neither_stack(stage):
    _, stray, heights, tally = stage
    line = stray.absolute(heights.far)
    x, y = (values[stray.order] for values in stray.points(heights.far))
    on_it = np.isclose(y, np.polyval(line, x))
    assert on_it.sum() == 2
    assert np.all(np.abs(tally.sides(x, y, line)[on_it]) < 1e-9)
    np.testing.assert_allclose(np.abs(tally.sides(x, y, line)[~on_it]), 1.0)


@pytest.mark.parametrize("side", [-1.0, 1.0])
def test_the_arrow_in_ink_flies_into_its_stack_and_touches_no_point_and_not_the_stray_arrow(
    stage, side
):
    chart, stray, heights, tally = stage
    span = chart.y_scale.span
    line = tipped(stray, heights, span)[0 if side < 0 else 1]
    x, y = stray.points(heights.far)
    tally.gathered, tally.about = 1.0, left_by(stray, heights, span)
    at = chart.places(x, y)[:, :2]
    radii = np.where(x == stray.x, STRAY_RADIUS, RADIUS)
    (pull,) = shafts(
        Pulls(chart, ABSOLUTE, theme("dark")).answer(np.array([stray.x]), y[x == stray.x], line)
    )
    for share in np.linspace(0.01, 1.0, 100):
        tally.taken = side, share
        (shaft,) = shafts(tally.answer(x, y, line).marked)
        half = np.array([HEAD, 0.0])
        low, high = shaft[:, :2].min(axis=0) - half, shaft[:, :2].max(axis=0) + half
        away = np.linalg.norm(at - np.clip(at, low, high), axis=1)
        assert np.all(away > radii)
        beside = low[0] > pull[0, 0] + HEAD or high[0] < pull[0, 0] - HEAD
        above = low[1] > pull[:, 1].max() or high[1] < pull[:, 1].min()
        assert beside or above
    assert shaft[0, 0] == pytest.approx(feet(chart)[0 if side > 0 else 1, 0])
