"""Space over the map: from above its floor is the map, from the side it is all in the picture."""

import numpy as np
import pytest

from core.palette import theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.residual_bowl.bowl.space import (
    HIGHEST,
    LARGEST,
    LOWEST,
    RIM_ON_SCREEN,
    BowlSpace,
)
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE

MAP = Chart(Pen(theme("dark")), PICTURE, Scale(-1.0, 3.0), Scale(10.0, 20.0), ticks=(0, 0))
HALF = np.array([MAP.box.width, MAP.box.height]) / 2
CORNERS = HALF * [(-1, -1), (1, -1), (1, 1), (-1, 1)]


def at_the_rim(shape):
    return np.column_stack([shape, np.ones(len(shape))])


def test_from_above_every_line_lies_where_the_map_has_it():
    space = BowlSpace.holding(MAP, [at_the_rim(CORNERS)])
    a, b = np.linspace(-1, 3, 9), np.linspace(20, 10, 9)
    for height in (0.0, space.top):
        seen = space.view(0.0).project(space.points(a, b, height))
        assert seen == pytest.approx(MAP.places(a, b), abs=1e-12)


def test_a_place_and_its_line_lead_to_each_other():
    space = BowlSpace.holding(MAP, [at_the_rim(CORNERS)])
    for line in ((-1.0, 10.0), (0.3, 17.0)):
        assert space.line(*space.floor(*line)) == pytest.approx(line)


@pytest.mark.parametrize("shape", [CORNERS, 0.2 * CORNERS, CORNERS[2:3]])
def test_the_rim_and_the_floor_keep_inside_the_picture(shape):
    space = BowlSpace.holding(MAP, [at_the_rim(shape)])
    view = space.view(1.0)
    floor = view.project(np.column_stack([CORNERS, np.zeros(4)]))
    rim = view.project(np.column_stack([shape, np.full(len(shape), space.top)]))
    assert floor[:, 1].min() == pytest.approx(LOWEST)
    assert rim[:, 1].max() <= HIGHEST + 1e-9
    assert space.scale <= LARGEST


def test_the_rim_is_always_as_high_on_the_screen():
    space = BowlSpace.holding(MAP, [at_the_rim(CORNERS)])
    foot, top = space.view(1.0).project([(0, 0, 0), (0, 0, space.top)])
    assert top[1] - foot[1] == pytest.approx(RIM_ON_SCREEN)
