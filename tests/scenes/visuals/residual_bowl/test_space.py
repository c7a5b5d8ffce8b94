"""The bowl in space: its floor is the map, its height the sum of squares, its cuts parabolas."""

import numpy as np
import pytest

from core.landscape.squared import ResidualLandscape
from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.settings import HEADER_DATA
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.residual_bowl.on_the_bowl import DASH, Cut, Stick
from scenes.visuals.residual_bowl.space import FULL_TURN, HIGHEST, RIM_ON_SCREEN, BowlSpace
from scenes.visuals.residual_bowl.surface import FarWall, NearWall, skyline
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
    seen = space.view(0.0).project(space.on_surface(a, b))
    assert seen == pytest.approx(space.map.places(a, b), abs=1e-12)


def test_on_screen_heights_are_those_of_a_tank_beside_the_bowl(space):
    view, angles = space.view(1.0), np.linspace(0, 6, 7)
    for root in (0.0, 0.8, np.sqrt(RIM)):
        tops = space.polar(root, angles)
        risen = (view.project(tops) - view.project(tops * [1, 1, 0]))[:, 1]
        assert risen == pytest.approx(RIM_ON_SCREEN * (root**2 + 1) / (RIM + 1))


@pytest.mark.parametrize("tilt", [0.5, 1.0])
def test_on_the_horizon_the_wall_is_seen_along_its_face(space, tilt):
    view = space.view(tilt)
    horizon = space.horizon(view)
    places = skyline(space, horizon, np.sqrt(RIM))
    u, v = (places[:, :2] / [space.map.box.width, space.map.box.height] + 0.5).T
    lines = [
        (space.map.x_scale.low + s * space.map.x_scale.span, t)
        for s, t in zip(u, space.map.y_scale.low + v * space.map.y_scale.span, strict=True)
    ]
    for a, b in lines:
        normal = np.array([*-space.steepness(a, b), 1.0])
        assert normal @ view.nearness(np.eye(3)) == pytest.approx(0, abs=1e-9)
    near, far = (
        space.landscape.at(root, horizon.angle) for root in np.array([1.01, 0.99]) * horizon.root
    )
    assert not space.shows_inside(*map(float, near), view)
    assert space.shows_inside(*map(float, far), view)


def test_from_above_the_whole_inside_is_seen(space):
    rims = np.sqrt(RIM), FULL_TURN
    assert all(
        space.shows_inside(float(a), float(b), space.view(0.0))
        for a, b in zip(*space.landscape.at(*rims), strict=True)
    )
    wall = FarWall(space, DARK).set_view(space.view(0.0))
    ring = space.map.places(*space.landscape.at(*rims))
    low, high = wall.shades[0].points.min(axis=0), wall.shades[0].points.max(axis=0)
    assert low == pytest.approx(ring.min(axis=0), abs=0.01)
    assert high == pytest.approx(ring.max(axis=0), abs=0.01)


def test_far_and_near_wall_meet_at_the_horizon_and_end_at_the_rim(space):
    view = space.view(1.0)
    edge = view.project(skyline(space, space.horizon(view), np.sqrt(RIM)))
    rim = view.project(space.polar(np.sqrt(RIM), np.linspace(0, 2 * np.pi, 4000)))
    far = FarWall(space, DARK).set_view(view).shades[0].points[::4]
    near = NearWall(space, DARK).set_view(view).glass.points[::4]
    for wall in (far, near):
        assert all(np.linalg.norm(wall - place, axis=1).min() < 1e-9 for place in edge)
        nearest = [
            min(np.linalg.norm(line - place, axis=1).min() for line in (rim, edge))
            for place in wall
        ]
        assert max(nearest) < 0.01


def test_a_stick_on_the_far_wall_is_seen_through_the_bowl_and_one_on_the_near_wall_before_it(space):
    view = space.view(1.0)
    horizon = space.horizon(view)
    far, near = (
        tuple(map(float, space.landscape.at(1.3, horizon.angle + turn))) for turn in (np.pi, 0.0)
    )
    for place in (far, near):
        stick = Stick(space, DARK).set_place(*place, view)
        foot, top = view.project([space.points(*place, 0.0), space.on_surface(*place)])[:, 1]
        lengths = [np.ptp(part.points[:, 1]) for part in (stick.below, stick.through, stick.front)]
        if place is near:
            assert lengths == pytest.approx([0, 0, top - foot])
        else:
            assert lengths[0] + lengths[1] == pytest.approx(top - foot, abs=DASH)
            assert lengths[1] > lengths[2] == 0


@pytest.mark.parametrize("along", [0, 1])
def test_a_cut_reaches_the_rim_both_ways_and_nothing_from_the_rim_outwards(space, along):
    a, b = (float(v) for v in space.landscape.at(1.2, 0.7))
    cut = Cut(space, along, DARK)
    for change in cut.reach(a, b):
        line = (a + change, b) if along == 0 else (a, b + change)
        assert float(space.landscape.height(*line)) == pytest.approx(RIM)
    low, high = cut.reach(space.landscape.slope, space.landscape.intercept)
    assert low == pytest.approx(-high)


def _round(centre: float) -> BowlSpace:
    x = centre + np.linspace(-1, 1, 9)
    landscape = ResidualLandscape.of(x, 3 * x + np.cos(9 * x))
    scales = (Scale.around(v, 0.1) for v in landscape.at(np.sqrt(RIM), FULL_TURN))
    return BowlSpace(landscape, Chart(Pen(DARK), PICTURE, *scales, ticks=(0, 0)), RIM, 1.0)


def test_a_round_bowl_is_made_smaller_and_stands_as_low_as_a_long_one(space):
    corners = np.array([(u, v) for u in (0.0, 1.0) for v in (0.0, 1.0)])
    feet = []
    for one in (space, _round(0.0)):
        a, b = (
            scale.low + scale.span * share
            for scale, share in zip((one.map.x_scale, one.map.y_scale), corners.T, strict=True)
        )
        view = one.view(1.0)
        feet.append(view.project(one.points(a, b, 0.0))[:, 1].min())
        rim = view.project(one.polar(np.sqrt(RIM), FULL_TURN))
        assert rim[:, 1].max() <= HIGHEST + 1e-9
    assert feet[0] == pytest.approx(feet[1])
    assert _round(0.0).fitted[0] < space.fitted[0]
