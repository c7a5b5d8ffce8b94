"""Squares of gaps over the map: one point makes a trough, the troughs of several add up."""

import numpy as np
import pytest

from core.landscape.residual import residual
from core.landscape.squared import ResidualLandscape
from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.settings import HEADER_DATA
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.shown_points import ShownPoints
from scenes.visuals.residual_bowl.balls.on_the_bowl import DASH, Stick
from scenes.visuals.residual_bowl.bowl.cut import Cut
from scenes.visuals.residual_bowl.bowl.heights import Heights
from scenes.visuals.residual_bowl.bowl.space import BowlSpace
from scenes.visuals.residual_bowl.bowl.surface import FarWall, NearWall
from scenes.visuals.residual_bowl.bowl.troughs import Troughs
from scenes.visuals.residual_bowl.map.lines import PointLines, Ribs
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, PICTURE, PIXELS_PER_UNIT

DATA = read_dataset(HEADER_DATA)
SHOWN = ShownPoints.of(DATA)
LANDSCAPE = ResidualLandscape.of(DATA.x, DATA.y)
DARK = theme("dark")
LAST = 4 * LANDSCAPE.unit
TURN = np.linspace(0, 2 * np.pi, 97)


@pytest.fixture(scope="module")
def plane() -> Chart:
    scales = (Scale.around(v, 0.1) for v in LANDSCAPE.at(np.sqrt(3), TURN))
    return Chart(Pen(DARK), PICTURE, *scales, ticks=(0, 0))


@pytest.fixture(scope="module")
def troughs(plane) -> Troughs:
    return Troughs.of(SHOWN, plane)


@pytest.fixture(scope="module")
def space(plane, troughs) -> BowlSpace:
    return BowlSpace.holding(plane, Cut.of(troughs, LAST).edges(troughs))


@pytest.fixture(scope="module")
def bowl(space, troughs) -> Heights:
    return troughs.heights(troughs.steps, LAST, space.top)


def some_lines(count=12):
    generator = np.random.default_rng(3)
    angles, roots = generator.uniform(0, 6.3, count), generator.uniform(0, 1.7, count)
    return zip(*LANDSCAPE.at(roots, angles), strict=True)


@pytest.mark.parametrize("steps", [1, 2, 3, 7, 20])
def test_after_so_many_steps_a_place_is_as_high_as_their_squares(space, troughs, steps):
    first = troughs.order[:steps]
    heights = troughs.heights(steps, LAST, space.top)
    for a, b in some_lines():
        total = float(np.sum((DATA.y[first] - a * DATA.x[first] - b) ** 2))
        assert heights.at(*space.floor(a, b)) == pytest.approx(total * space.top / LAST)


def test_a_part_of_a_step_adds_a_part_of_its_squares(troughs):
    middle = (troughs.form(2) + troughs.form(3)) / 2
    assert troughs.form(2.5) == pytest.approx(middle)
    assert troughs.form(troughs.steps) == pytest.approx(troughs.sums[-1])


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 9, 14, 20])
@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_the_rim_of_what_is_shown_is_round_on_the_map(troughs, count, share):
    cut = Cut.of(troughs, LAST)
    if count > 4 and share < 1:
        return
    level = troughs.level ** (1 - share) * LAST**share
    heights = cut.shown(troughs, count, level, 2.0)
    assert 0 < heights.top <= 2.0 * (1 + 1e-9)
    if count < 2 or (count < 4 and share > 0):
        return
    assert np.all(np.abs(heights.ellipse(heights.top)) <= np.array(troughs.size) / 2)
    assert heights.top > heights.least


def test_the_cut_goes_up_as_troughs_come_and_ends_at_the_last_level(troughs):
    cut = Cut.of(troughs, LAST)
    assert cut.at(4, troughs.level) == pytest.approx(troughs.level)
    sums = [cut.at(count, LAST) for count in range(4, 21)]
    assert np.all(np.diff(sums) >= 0)
    assert sums[-1] == pytest.approx(LAST)


def test_a_straight_way_over_the_bowl_ends_at_its_rim(troughs):
    heights = troughs.heights(3, troughs.level, 2.0)
    start, end = heights.walk((0.1, -0.2), troughs.way(0.0))
    assert heights.at(*start) == pytest.approx(2.0)
    assert heights.at(*end) == pytest.approx(2.0)
    low = heights.low((0.1, -0.2), troughs.way(0.0))
    assert low == pytest.approx((start + end) / 2)
    assert heights.gradient(*low) @ troughs.way(0.0) == pytest.approx(0, abs=1e-9)


def test_no_further_trough_bends_a_way_less(troughs):
    for angle in np.linspace(0, np.pi, 9):
        way = np.array([np.cos(angle), np.sin(angle)])
        bends = [way @ form[:2, :2] @ way for form in troughs.sums]
        assert np.all(np.diff(bends) >= -1e-12)
    before, after = (troughs.way(0.0) @ troughs.sums[k][:2, :2] @ troughs.way(0.0) for k in (3, 4))
    assert after > 1.5 * before, "it is seen"


def test_the_fourth_point_does_not_lie_on_one_of_the_first_three(troughs):
    places = np.column_stack([DATA.x, DATA.y])[troughs.order[:4]]
    away = (places[:3] - places[3]) / [np.ptp(DATA.x), np.ptp(DATA.y)]
    assert np.linalg.norm(away, axis=1).min() > 0.12


def test_points_that_are_not_drawn_weigh_as_much(plane):
    x = np.linspace(0, 10, 500)
    y = x + np.cos(9 * x)
    many = Troughs.of(ShownPoints.of(type(DATA)(x, y, "x", "y")), plane)
    assert many.steps == len(many.order) == 40
    whole = Heights(many.sums[-1], many.size, 1.0)
    best = np.polyfit(x, y, 1)
    lowest = BowlSpace(plane, 1.0, 0.0).line(*whole.lowest)
    assert lowest == pytest.approx(best)
    assert whole.least == pytest.approx(float(residual(x, y, *best)))


def test_the_lowest_place_of_the_bowl_is_the_best_line(space, bowl):
    best = LANDSCAPE.slope, LANDSCAPE.intercept
    assert space.line(*bowl.lowest) == pytest.approx(best)
    assert bowl.least == pytest.approx(space.top / 4)
    assert bowl.gradient(*bowl.lowest) == pytest.approx([0, 0], abs=1e-9)


@pytest.mark.parametrize("count", [1, 2, 20])
def test_an_outline_leaves_the_surface_by_less_than_a_pixel(space, troughs, count):
    heights = troughs.heights(count, troughs.level, space.top)
    ring = heights.outline(heights.below(heights.top))
    middle = heights.over((ring[1:] + ring[:-1]) / 2)
    straight = (heights.over(ring)[1:] + heights.over(ring)[:-1]) / 2
    assert np.abs(middle - straight).max() * PIXELS_PER_UNIT < 1


@pytest.mark.parametrize("share", [0.0, 1e-6, 1e-3, 0.03, 0.5, 1.0])
def test_as_the_second_point_moves_the_surface_is_there_all_the_time(space, troughs, share):
    moved = troughs.with_second(share)
    heights = moved.heights(2, troughs.level, space.top)
    whole = heights.below(heights.top)
    assert len(whole) > 3
    inside = heights.at(*whole.T)
    assert inside.max() == pytest.approx(heights.top, rel=2e-3)
    x, y = whole.T
    area = abs(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1))) / 2
    assert area > 0.1 * np.prod(space.size)


def test_at_the_same_x_the_second_trough_is_parallel_and_at_its_own_x_its_own(troughs):
    first, second = troughs.gaps[:2]
    assert troughs.second(0.0)[:2] == pytest.approx(first[:2])
    assert troughs.second(0.0)[2] - first[2] == pytest.approx(troughs.apart)
    assert troughs.second(1.0) == pytest.approx(second)
    assert troughs.with_second(1.0).sums == pytest.approx(troughs.sums)
    assert troughs.with_second(0.0).form(1) == pytest.approx(troughs.form(1))


def test_the_rim_is_a_level(bowl):
    rim = bowl.ellipse(bowl.top)
    assert bowl.at(*rim.T) == pytest.approx(np.full(len(rim), bowl.top))


def test_a_trough_is_0_along_the_line_of_its_point_and_as_high_on_both_sides(space, troughs):
    trough = troughs.heights(1, troughs.level, space.top)
    (line,) = PointLines(troughs.gaps[:1], space.size, DARK.point, BOLD).ends
    for share in (0.0, 0.4, 1.0):
        u, v = line[0] + share * (line[1] - line[0])
        assert trough.at(u, v) == pytest.approx(0, abs=1e-9)
        assert trough.at(u, v + 0.3) == pytest.approx(trough.at(u, v - 0.3))
    edges = trough.below(trough.top)
    half = np.array(space.size) / 2
    inside = np.all(np.abs(edges) < half - 1e-9, axis=1)
    assert trough.at(*edges[inside].T) == pytest.approx(trough.top, rel=1e-3)
    assert np.all(np.abs(edges) <= half + 1e-9)


def test_the_first_two_lines_cross_on_the_map_and_the_third_misses(space, troughs):
    two = troughs.heights(2, troughs.level, space.top)
    assert np.all(np.abs(two.lowest) < 0.4 * np.array(space.size))
    assert two.least == pytest.approx(0, abs=1e-9)
    rim = two.ellipse(two.top)
    assert np.all(np.abs(rim) <= np.array(space.size) / 2), "all of its rim is there"
    three = troughs.heights(3, troughs.level, space.top)
    assert 0.15 < three.least / three.top < 0.6


@pytest.mark.parametrize("count", [1, 2, 3])
def test_ribs_lie_on_what_they_stand_for_below_its_rim(space, troughs, count):
    heights = troughs.heights(count, troughs.level, space.top)
    above = space.view(0.0)
    ribs = Ribs(DARK).set_heights(heights, above).across.points
    u, v = (ribs[:, :2] - space.map.box.middle).T
    assert len(u)
    assert heights.at(u, v).max() <= heights.top * 1.01
    low, high = heights.across(float(u[0]))
    assert (v[u == u[0]].min(), v[u == u[0]].max()) == pytest.approx((low, high))


@pytest.mark.parametrize("tilt", [0.5, 1.0])
def test_on_the_horizon_the_wall_is_seen_along_its_face(space, bowl, tilt):
    view = space.view(tilt)
    normal, most = bowl.horizon(view)
    place = most * normal / (normal @ normal)
    across = np.array([-normal[1], normal[0]])
    for u, v in (place, place + across, place - 2 * across):
        upright = np.array([*-bowl.gradient(u, v), 1.0])
        assert upright @ view.nearness(np.eye(3)) == pytest.approx(0, abs=1e-9)
    assert bowl.shows_inside(*(place - 0.1 * normal), view)
    assert not bowl.shows_inside(*(place + 0.1 * normal), view)


def test_from_above_all_of_the_inside_is_seen(space, bowl):
    view = space.view(0.0)
    rim = view.project(bowl.over(bowl.ellipse(bowl.top)))
    wall = FarWall(DARK).set_heights(bowl, view)
    low, high = wall.edge.points.min(axis=0), wall.edge.points.max(axis=0)
    assert low == pytest.approx(rim.min(axis=0), abs=0.01)
    assert high == pytest.approx(rim.max(axis=0), abs=0.01)
    assert not len(NearWall(DARK).set_heights(bowl, view).glass.points)


@pytest.mark.parametrize("count", [1, 2, 3, 20])
def test_both_walls_together_are_the_whole_surface(space, troughs, count):
    heights, view = troughs.heights(count, troughs.level, space.top), space.view(1.0)
    outline = view.project(heights.over(heights.outline(heights.below(heights.top))))
    walls = np.concatenate(
        [
            FarWall(DARK).set_heights(heights, view).edge.points,
            NearWall(DARK).set_heights(heights, view).glass.points,
        ]
    )
    nearest = [np.linalg.norm(walls - place, axis=1).min() for place in outline]
    assert max(nearest) < 0.16


def test_what_is_on_the_bowl_has_no_edge_before_it_but_the_rim(space, bowl):
    view = space.view(1.0)
    rim = NearWall(DARK).set_heights(bowl, view).rim.points
    around = view.project(bowl.over(bowl.ellipse(bowl.top)))
    assert len(rim)
    nearest = [np.linalg.norm(around - place, axis=1).min() for place in rim[::4]]
    assert max(nearest) < 0.3


def test_of_a_swept_trough_only_the_part_that_was_swept_is_there(space, troughs):
    heights = troughs.heights(1, troughs.level, space.top)
    above = space.view(0.0)
    part = FarWall(DARK).set_heights(heights, above, (-1.0, 0.5)).edge.points
    across = part[:, 0] - space.map.box.middle[0]
    assert (across.min(), across.max()) == pytest.approx((-1.0, 0.5))


def test_a_stick_on_the_far_wall_is_seen_through_the_bowl_and_one_on_the_near_wall_before_it(
    space, bowl
):
    view = space.view(1.0)
    normal, most = bowl.horizon(view)
    unit = normal / np.linalg.norm(normal)
    for place, far in ((np.array(bowl.lowest) - 1.2 * unit, True), (None, False)):
        at = tuple(place if far else (most / np.linalg.norm(normal) + 0.2) * unit)
        stick = Stick(DARK).set_place(at, bowl, view)
        foot, top = view.project([(*at, 0.0), (*at, float(bowl.at(*at)))])[:, 1]
        lengths = [np.ptp(part.points[:, 1]) for part in (stick.below, stick.through, stick.front)]
        if far:
            assert lengths[0] + lengths[1] == pytest.approx(top - foot, abs=DASH)
            assert lengths[1] > lengths[2] == 0
        else:
            assert lengths == pytest.approx([0, 0, top - foot])
