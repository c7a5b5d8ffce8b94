"""Stacks of what pulls at a line of squares: equally high where its sum is least, only there."""

import numpy as np
import pytest

from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.balance import scales
from scenes.visuals.squared_versus_absolute.measure import SQUARED
from scenes.visuals.squared_versus_absolute.pulls import RADIUS, STRAY_RADIUS, Pulls
from scenes.visuals.squared_versus_absolute.stacks.columns import Columns
from scenes.visuals.squared_versus_absolute.stacks.floors import FLOOR
from scenes.visuals.squared_versus_absolute.stacks.gathering import FLYING
from scenes.visuals.squared_versus_absolute.stray import stray_of
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE, Box

BOX = Box(-6.0, -2.5, 6.0, 5.0)
MANY = read_dataset("data/stray.csv")
X = np.arange(12.0)
NOISE = np.random.default_rng(1).normal(0, 1, 12)
TABLES = {"rising": (MANY.x, MANY.y), "falling": (X, 1e9 * (-3 * X + NOISE))}


@pytest.fixture(params=TABLES)
def stage(request):
    pen = Pen(theme("dark"))
    stray, heights = stray_of(*TABLES[request.param])
    chart = Chart(pen, BOX, *scales(stray, heights), ticks=(0, 0))
    return chart, stray, heights, Columns(pen.theme, chart, stray, heights)


def shafts(*parts):
    ends = [part.points[: len(part.points) // 3].reshape(-1, 4, 3) for part in parts]
    return np.concatenate(ends)[:, [0, 3], :2]


def totals(columns):
    """Return how long all that pulls up is, and all that pulls down."""
    ends = shafts(columns.arrows, columns.own)
    up = ends[:, 1, 1] > ends[:, 0, 1]
    assert len({*ends[up][:, :, 0].ravel().round(6)}) == 1
    assert len({*ends[~up][:, :, 0].ravel().round(6)}) == 1
    return tuple(np.abs(np.diff(ends[those][..., 1])).sum() for those in (up, ~up))


def test_arrows_come_from_where_they_pull(stage):
    chart, stray, heights, columns = stage
    at = *stray.points(heights.far), stray.squared(heights.home)
    there = shafts(Pulls(chart, SQUARED, theme("dark")).answer(*at))
    assert not len(columns.answer(*at).arrows.points)
    # The first ones of those that go first, up, have left, one of them just now.
    up = there[there[:, 1, 1] > there[:, 0, 1]]
    long_enough = [
        k for k, one in enumerate(up) if columns.to_scale * np.ptp(one[:, 1]) > columns.least
    ]
    first = long_enough[0]
    columns.gathered = (first + 1e-7) / (len(there) - 1 + FLYING)
    (left,) = shafts(columns.answer(*at).arrows, columns.own)
    np.testing.assert_allclose(left[0], up[first, 0], atol=1e-4)
    own = np.isclose(up[first, 0, 0], chart.places(stray.x, 0.0)[0, 0])
    short, rim = (up[first] - left)[1, 1], STRAY_RADIUS if own else RADIUS
    assert short > min(rim, np.ptp(up[first, :, 1])) - 1e-6, "it does not lie on its point"


def test_they_are_equally_high_at_the_best_line_and_only_there(stage):
    _, stray, heights, columns = stage
    columns.gathered = 1.0
    for height in (heights.far, heights.farthest):
        up, down = totals(columns.answer(*stray.points(height), stray.squared(height)))
        # What a point hides is no arrow.
        assert up == pytest.approx(down, abs=columns.least)
    up, down = totals(columns.answer(*stray.points(heights.far), stray.squared(heights.home)))
    line = np.polyval(stray.squared(heights.home), stray.x)
    assert np.sign(up - down) == np.sign(heights.far - line), "the stray point pulls more"
    assert abs(up - down) > 0.5


def test_they_are_as_long_as_at_the_line_and_none_is_a_speck(stage):
    chart, stray, heights, columns = stage
    columns.gathered = 1.0
    at = *stray.points(heights.far), stray.squared(heights.far)
    columns.answer(*at)
    stacked, pulls = (
        np.abs(np.diff(shafts(*parts)[..., 1]))[:, 0]
        for parts in (
            (columns.arrows, columns.own),
            (Pulls(chart, SQUARED, theme("dark")).answer(*at),),
        )
    )
    assert stacked.min() > columns.least / 2
    assert stacked.max() == pytest.approx(columns.to_scale * pulls.max())
    assert columns.to_scale == 1.0 or stray.order.size > MANY.x.size, "there is room for few"


def test_they_lie_on_each_other_above_their_floor_with_gaps(stage):
    _, stray, heights, columns = stage
    columns.gathered = 1.0
    for best, height in ((heights.home, heights.far), (heights.far, heights.far)):
        columns.answer(*stray.points(height), stray.squared(best))
        ends = shafts(columns.arrows, columns.own)
        assert ends[..., 1].min() > FLOOR
        assert ends[..., 1].max() < PICTURE.top
        for across in np.unique(ends[..., 0].round(6)):
            column = ends[np.isclose(ends[:, 0, 0], across)][..., 1]
            low, high = np.sort(column.min(axis=1)), np.sort(column.max(axis=1))
            assert np.all(low[1:] > high[:-1])
