"""A chart shows all points of any table: as discs, as cells, or as marks at its edge."""

import numpy as np
import pytest

from core.palette import theme
from core.tables.dataset import Dataset
from scenes.visuals.plot.beyond import PLACES, Beyond, beyond, outside_note
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.cloud import MOST_DISCS, Cloud
from scenes.visuals.plot.density import COLUMNS, FIRST, LAYER, ROWS, Density
from scenes.visuals.plot.regression import Points
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.shown_points import MOST_SQUARES, ShownPoints
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import Box
from tests.scenes.awkward_tables import TABLES

DARK = theme("dark")
BOX, CORNER = Box(-6.0, -2.5, 6.0, 6.0), Box(-1.0, -1.0, 2.0, 3.0)
rng = np.random.default_rng(12)
MANY = rng.normal(170, 15, 20_000), rng.normal(70, 10, 20_000)
SLIP = np.arange(60.0), np.where(np.arange(60) == 20, 940.0, 12 + rng.normal(size=60))


def shown(x, y) -> ShownPoints:
    return ShownPoints.of(Dataset(np.asarray(x, float), np.asarray(y, float)))


def chart_of(points: ShownPoints, area: Box = BOX) -> Chart:
    scales = (Scale.around(ends, 0.05) for ends in (points.window.x, points.window.y))
    return Chart(Pen(DARK), area, *scales, ticks=(0, 0))


def cells(level) -> np.ndarray:
    """Return the lower left and the upper right corner (m, 2, 2) of each run of cells."""
    corners = level.points.reshape(-1, 4, 4, 3)[:, :, 0, :2]
    return np.stack([corners.min(axis=1), corners.max(axis=1)], axis=1)


def area(level) -> float:
    low, high = np.moveaxis(cells(level), 1, 0)
    return float(np.prod(high - low, axis=1).sum())


def parts(cloud: Cloud, kind: type) -> list:
    return [part for part in cloud.submobjects if isinstance(part, kind)]


def test_every_point_has_its_cell_and_the_fullest_are_deepest() -> None:
    points = shown(*MANY)
    chart = chart_of(points)
    density = Density(chart, points.x, points.y, DARK.point)
    counts, _, _ = np.histogram2d(
        points.y, points.x, (ROWS, COLUMNS),
        ((chart.y_scale.low, chart.y_scale.high), (chart.x_scale.low, chart.x_scale.high)),
    )  # fmt: skip
    assert counts.sum() == points.total
    cell = chart.box.width * chart.box.height / (ROWS * COLUMNS)
    areas = [area(level) / cell for level in density.submobjects]
    assert areas[0] == pytest.approx(np.count_nonzero(counts)), "a point alone is seen"
    assert areas == sorted(areas, reverse=True)
    assert areas[-1] >= 1
    fullest = np.unravel_index(np.argmax(counts), counts.shape)
    middle = np.array([chart.box.left, chart.box.bottom]) + np.array(
        [(fullest[1] + 0.5) / COLUMNS, (fullest[0] + 0.5) / ROWS]
    ) * [chart.box.width, chart.box.height]
    for level in density.submobjects:
        assert level.get_fill_opacity() in (FIRST, LAYER)
        low, high = np.moveaxis(cells(level), 1, 0)
        assert ((low <= middle) & (middle <= high)).all(axis=1).any()


def test_the_picture_costs_what_the_cells_cost_not_the_points() -> None:
    few, all_of_them = (
        Density(chart_of(points), points.x, points.y, DARK.point)
        for points in (shown(*(values[:2000] for values in MANY)), shown(*np.tile(MANY, 10)))
    )
    drawn = [sum(len(level.points) for level in one.submobjects) for one in (few, all_of_them)]
    assert max(drawn) < 16 * ROWS * COLUMNS
    assert drawn[1] < 3 * drawn[0]


def test_all_of_a_cloud_moves_with_its_chart() -> None:
    for x, y in (MANY, SLIP):
        points = shown(x, y)
        chart = chart_of(points)
        cloud = Cloud(chart, points, DARK)
        chart.set_area(CORNER)
        cloud.draw()
        there = Cloud(chart_of(points, CORNER), points, DARK)
        for moved, made in zip(cloud.get_family(), there.get_family(), strict=True):
            assert moved.points == pytest.approx(made.points)


@pytest.mark.parametrize("name", TABLES)
def test_no_point_of_any_table_is_passed_over(name: str) -> None:
    points = shown(*TABLES[name])
    chart = chart_of(points)
    cloud = Cloud(chart, points, DARK)
    (discs,) = parts(cloud, Points)
    out = int(np.count_nonzero(beyond(chart.x_scale, chart.y_scale, points.x, points.y)))
    if points.total <= MOST_DISCS:
        assert not parts(cloud, Density)
        assert discs.x.size == points.total - out
    else:
        assert parts(cloud, Density)
        assert np.array_equal(discs.x, points.with_squares[0]), "before all, what squares hang on"
        assert discs.x.size == MOST_SQUARES
    assert bool(parts(cloud, Beyond)) == bool(out)
    note = outside_note(chart.x_scale, chart.y_scale, points.x, points.y)
    assert note == (f"{out} outside" if out else "")


def test_a_point_far_out_leaves_the_chart_to_the_others_and_has_a_mark_at_its_edge() -> None:
    points = shown(*SLIP)
    chart = chart_of(points)
    assert chart.y_scale.high < 30
    assert 20 not in points.squared
    (mark,) = parts(Cloud(chart, points, DARK), Beyond)
    tip = mark.points[0]
    assert tip[1] == pytest.approx(chart.box.top)
    across = chart.place(20.0, 15.0)[0]
    assert tip[0] == pytest.approx(across, abs=chart.box.width / PLACES)
    assert mark.points[:, 1].min() < tip[1] <= mark.points[:, 1].max(), "it points outwards"
    assert outside_note(chart.x_scale, chart.y_scale, points.x, points.y) == "1 outside"


@pytest.mark.parametrize(("sign", "axis"), [(1, 0), (-1, 0), (1, 1), (-1, 1)])
def test_marks_stand_at_the_edge_that_is_nearest(sign: int, axis: int) -> None:
    chart = Chart(Pen(DARK), BOX, Scale(0, 1), Scale(0, 1), ticks=(0, 0))
    place = np.full((2, 500), 0.5)
    place[axis] = 0.5 + sign * np.linspace(0.6, 9, 500)
    mark = Beyond(chart, *place, DARK.point)
    assert len(mark.points) == 12, "however many lie behind each other, one mark is enough"
    box = chart.box
    edge = ((box.left, box.right), (box.bottom, box.top))[axis][sign > 0]
    assert mark.points[0][axis] == pytest.approx(edge)
    assert np.all(sign * (mark.points[:, axis] - edge) <= 1e-9), "none of it beyond"


def test_where_the_line_turns_about_a_place_outside_nothing_is_left_out() -> None:
    x, y = np.append(rng.uniform(10, 20, 40), 1520.0), np.append(rng.uniform(30, 50, 40), 44.0)
    points = shown(x, y)
    assert points.window.outside == 0
    assert points.origin == 0.0
