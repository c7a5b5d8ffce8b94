"""The bowl is seen as glass would be: where its outside begins, the wall is seen edge on."""

import numpy as np
import pytest
from manim import VMobject

from core.landscape.squared import ResidualLandscape
from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.settings import HEADER_DATA
from scenes.visuals.residual_bowl.bowl import BowlSpace, Sight, Wall

DATA = read_dataset(HEADER_DATA)
SPACE = BowlSpace(ResidualLandscape.of(DATA.x, DATA.y), 3.0)


def area(part: VMobject) -> float:
    x, y = part.points[::4, 0], part.points[::4, 1]
    return 0.5 * abs(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))))


@pytest.mark.parametrize("turn", [-1.05, -0.5, 0.0, 2.0])
def test_no_point_of_the_wall_lies_outside_what_is_filled(turn: float) -> None:
    sight = Sight(1.0, turn)
    wall = Wall(SPACE, theme("dark")).set_sight(sight)
    filled = np.concatenate([wall.inside.points, wall.outside.points])[:, :2]
    roots, angles = np.meshgrid(np.linspace(0, np.sqrt(3), 9), np.linspace(0, 6.28, 40))
    seen = sight.view.project(SPACE.polar(roots, angles, 1.0)).reshape(-1, 3)[:, :2]
    for direction in np.linspace(0, 2 * np.pi, 36):
        along = np.array([np.cos(direction), np.sin(direction)])
        assert (seen @ along).max() <= (filled @ along).max() + 2e-3


def test_from_above_only_the_inside_is_seen() -> None:
    wall = Wall(SPACE, theme("dark")).set_sight(Sight(0.05, 0.0))
    assert area(wall.outside) == pytest.approx(0.0, abs=1e-9)
    assert area(wall.inside) > 0


def test_a_flat_map_has_no_wall() -> None:
    wall = Wall(SPACE, theme("dark")).set_sight(Sight(0.0, 0.0))
    assert area(wall.inside) == pytest.approx(0.0, abs=1e-9)


def test_a_sweep_runs_on_the_parabola_of_its_parameter() -> None:
    fit = SPACE.landscape
    a = fit.slope + fit.slope_reach(3.0) * np.linspace(-1, 1, 5)
    heights = SPACE.points(a, fit.intercept, 1.0)[:, 2]
    assert heights / heights[0] == pytest.approx([1, 0.25, 0, 0.25, 1])
