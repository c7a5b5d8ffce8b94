"""The bowl in space: its floor is the map, its height the sum of squares, its cuts parabolas."""

import numpy as np
import pytest

from core.landscape.squared import ResidualLandscape
from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.settings import HEADER_DATA
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.residual_bowl.on_the_bowl import Cut
from scenes.visuals.residual_bowl.space import FULL_TURN, RIM_HEIGHT, BowlSpace
from scenes.visuals.residual_bowl.surface import Wall
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE

RIM = 3.0
DARK = theme("dark")


@pytest.fixture(scope="module")
def space() -> BowlSpace:
    data = read_dataset(HEADER_DATA)
    landscape = ResidualLandscape.of(data.x, data.y)
    scales = (Scale.around(v, 0.1) for v in landscape.at(np.sqrt(RIM), FULL_TURN))
    return BowlSpace(landscape, Chart(Pen(DARK), PICTURE, *scales, ticks=(0, 0)), RIM, 1.0)


def test_from_above_every_line_lies_where_the_map_has_it(space):
    a, b = space.landscape.at(np.linspace(0, 1.7, 9), np.linspace(0, 6, 9))
    seen = space.view(0.0, 0.0).project(space.on_surface(a, b, 1.0))
    assert seen == pytest.approx(space.map.places(a, b), abs=1e-12)


@pytest.mark.parametrize("lift", [0.0, 0.4, 1.0])
def test_the_rim_keeps_its_height_while_the_bowl_sinks(space, lift):
    assert space.polar(np.sqrt(RIM), FULL_TURN, lift)[:, 2] == pytest.approx(RIM_HEIGHT)
    lowest = space.polar(0.0, 0.0, lift)[2]
    assert lowest == pytest.approx(RIM_HEIGHT * lift / (RIM + lift))


def test_the_wall_ends_at_the_rim_and_begins_at_the_lowest_point(space):
    view = space.view(1.0, 0.3)
    wall = Wall(space, DARK).set_view(0.0, view)
    rim = view.project(space.polar(np.sqrt(RIM), FULL_TURN))
    assert wall.submobjects[-1].points[: 4 * (len(FULL_TURN) - 1) : 4] == pytest.approx(rim[:-1])
    lowest = view.project(space.polar(0.0, 0.0))
    assert wall.submobjects[0].points[-1] == pytest.approx(lowest)


@pytest.mark.parametrize("along", [0, 1])
def test_a_cut_reaches_the_rim_both_ways_and_nothing_from_the_rim_outwards(space, along):
    a, b = (float(v) for v in space.landscape.at(1.2, 0.7))
    cut = Cut(space, along, DARK)
    for change in cut.reach(a, b):
        line = (a + change, b) if along == 0 else (a, b + change)
        assert float(space.landscape.height(*line)) == pytest.approx(RIM)
    low, high = cut.reach(space.landscape.slope, space.landscape.intercept)
    assert low == pytest.approx(-high)
