"""NormalEquations keeps its shape, and to the truth, whatever table it is given."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from manim import VGroup
from numpy.typing import NDArray

from core.fits.line import fit_line
from core.fits.normal_equations import NormalEquations as Sums
from core.palette import theme
from core.tables.dataset import Dataset
from scenes.settings import FilmSettings
from scenes.studio.session import session
from scenes.visuals.normal_equations.formulas.epsilon import Epsilon
from scenes.visuals.normal_equations.formulas.sums import PassedCells
from scenes.visuals.normal_equations.leaning import BEYOND, SHIFTED, TURNED
from scenes.visuals.normal_equations.stage import Stage, build_stage
from scenes.visuals.normal_equations.steps.closing import NUDGES
from scenes.visuals.normal_equations.steps.corner import free_corner
from scenes.visuals.plot.cloud import MOST_DISCS
from scenes.visuals.plot.shown_points import MOST_SQUARES
from scenes.visuals.writing.pen import Pen
from tests.figures.users_tables import USERS_TABLES
from tests.scenes.awkward_tables import TABLES, written
from tests.scenes.onlooker import Crowding
from tests.scenes.rehearsal import rehearse

SLACK = 0.03
PEN = Pen(theme("dark"))
Values = NDArray[np.float64]

rng = np.random.default_rng(3)
ACROSS = np.sort(rng.uniform(0.5, 10, 40))
UP = 2 + 0.8 * ACROSS + 0.8 * rng.normal(size=40)
FIRST, SECOND = np.arange(40) == 12, np.arange(40) == 30
FAR = {
    "far along x": (np.where(SECOND, 80, ACROSS), UP),
    "far along y": (ACROSS, np.where(FIRST, 70, UP)),
    "one of each": (np.where(SECOND, 80, ACROSS), np.where(FIRST, 70, UP)),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", TABLES)
def test_any_table_fills_the_same_film(name: str, tmp_path: Path) -> None:
    x, y = (np.asarray(values, dtype=float) for values in (TABLES | FAR)[name])
    crowding = Crowding(SLACK)
    film: Any = rehearse("NormalEquations", tmp_path, crowding.look, written(tmp_path, x, y))
    assert not crowding.faults
    assert film.time <= 110
    stage, best = film.stage, fit_line(x, y)
    assert (stage.line.a, stage.line.b) == pytest.approx((best.slope, best.intercept))
    story = " ".join(sentence.text for sentence in film.sentences)
    assert ("pile up to N b" in story) == (stage.heights is not None)
    assert ("outside" in story) == bool(stage.marks)
    assert ("Turn until blue is level" in story) == bool(stage.rounds)


@pytest.mark.parametrize("name", FAR)
def test_who_is_far_out_has_a_mark_and_does_not_flatten_the_rest(name: str, tmp_path: Path) -> None:
    x, y = FAR[name]
    stage = staged(x, y, tmp_path)
    chart, far = stage.chart, (x > 20) | (y > 20)
    assert 1 <= far.sum() <= 2
    np.testing.assert_array_equal(np.sort(stage.points.x), np.sort(x[~far]))
    (marks,) = stage.marks
    assert len(marks.at) == far.sum()
    assert np.all(np.any((marks.at == 0) | (marks.at == 1), axis=1)), "at the edge"
    for values, scale in ((x, chart.x_scale), (y, chart.y_scale)):
        assert np.ptp(values[~far]) > scale.span / 4
    assert chart.note is not None


def test_a_line_that_rises_keeps_rising_so_that_its_heights_can_be_piled_up(tmp_path: Path) -> None:
    stage = staged(*FAR["far along y"], tmp_path)
    assert stage.heights is not None
    assert 0 < stage.leaning.line(TURNED, SHIFTED)[0] < stage.best.slope
    flat = staged(*FAR["one of each"], tmp_path)
    assert flat.heights is None, "the best line hardly rises: less would not be seen to turn"


@pytest.mark.parametrize("name", FAR)
def test_a_mark_at_the_edge_weighs_as_much_as_its_point(name: str, tmp_path: Path) -> None:
    x, y = FAR[name]
    stage = staged(x, y, tmp_path)
    stage.summing.set_front(stage.chart.x_scale.high)
    total = Sums.of(x, y)
    for letter, value in stage.summing.values.items():
        assert value.value == pytest.approx(getattr(total, letter)), letter
    a, b = 0.3, 2.0
    for columns, levers in zip(stage.misses, (np.ones_like(x), x), strict=True):
        columns.set_line(a, b)
        weighed = levers * (y - a * x - b)
        for piece, side in zip(columns.pieces, (1, -1), strict=True):
            tall = np.ptp(piece.points[:, 1])
            assert tall == pytest.approx(columns.unit * np.maximum(side * weighed, 0).sum())
    assert stage.epsilon.set_line(a, b).value == pytest.approx(np.sum((y - a * x - b) ** 2))


@pytest.mark.parametrize("name", FAR)
def test_what_is_beyond_the_chart_is_cut_at_its_edge(name: str, tmp_path: Path) -> None:
    stage = staged(*FAR[name], tmp_path)
    box = stage.chart.box
    for turn, shift in ((TURNED, SHIFTED), (TURNED, BEYOND), (0.0, 0.0)):
        stage.leaning.set_line(*stage.leaning.line(turn, shift))
        stage.misses[0].set_gathered(0.0)
        for part in (stage.residuals, stage.line, *stage.squares, *stage.misses[0].pieces):
            across, up = part.points[:, 0], part.points[:, 1]
            assert box.left - SLACK <= across.min() <= across.max() <= box.right + SLACK
            assert box.bottom - SLACK <= up.min() <= up.max() <= box.top + SLACK
        stage.misses[0].set_gathered(1.0)


def test_the_sums_begin_empty_though_somebody_is_beyond_the_left_edge(tmp_path: Path) -> None:
    x, y = FAR["far along x"]
    summing = staged(-x, y, tmp_path).summing
    summing.set_front(summing.chart.x_scale.low)
    assert all(value.value == 0 for value in summing.values.values())
    assert all(len(points.points) == 0 for points in summing.met)
    low, high = summing.chart.x_scale.low, summing.chart.x_scale.high
    summing.set_front(low + 0.01 * (high - low))
    assert summing.values["N"].value == 1


@pytest.mark.slow
@pytest.mark.parametrize("name", FAR)
def test_a_table_with_far_points_fills_the_same_film(name: str, tmp_path: Path) -> None:
    test_any_table_fills_the_same_film(name, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["slip.csv", "village.csv"])
def test_notes_and_long_names_have_their_place_beside_long_sums(name: str, tmp_path: Path) -> None:
    table = tmp_path / name
    table.write_bytes(USERS_TABLES[name])
    crowding = Crowding(SLACK)
    film: Any = rehearse("NormalEquations", tmp_path, crowding.look, FilmSettings(data=table))
    assert bool(film.stage.marks) == (name == "slip.csv")
    assert not crowding.faults


def test_what_is_on_stage_does_not_grow_with_the_table(tmp_path: Path) -> None:
    x = rng.gamma(2, 20, 20_000)
    y = 3.5 + 2.1 * x + np.where(rng.random(x.size) < 0.002, 800, rng.normal(size=x.size))
    sizes = [on_stage(staged(x[:n], y[:n], tmp_path)) for n in (MOST_DISCS + 1, x.size)]
    assert sizes[1] == pytest.approx(sizes[0], rel=0.3)


@pytest.mark.parametrize("n", [MOST_DISCS, MOST_DISCS + 1, 20_000])
def test_of_many_points_few_are_drawn_and_all_are_in_every_sum(n: int, tmp_path: Path) -> None:
    x = rng.gamma(2, 20, n)
    y = 3.5 + 2.1 * x + rng.normal(size=n) + 50 * (np.arange(n) == 7)
    stage, many = staged(x, y, tmp_path), n > MOST_DISCS
    assert len(stage.squares) == MOST_SQUARES
    assert (len(stage.points.x) == MOST_SQUARES) == bool(stage.crowd) == many
    for share in (0.2, 0.7, 1.0):
        scale = stage.chart.x_scale
        stage.summing.set_front(scale.low + share * scale.span)
        met = x <= scale.low + share * scale.span if share < 1 else np.full(n, True)
        for letter, value in stage.summing.values.items():
            assert value.value == pytest.approx(getattr(Sums.of(x[met], y[met]), letter))
    best = stage.best.slope, stage.best.intercept
    for columns, levers in zip(stage.misses, (np.ones_like(x), x), strict=True):
        for line in (best, stage.leaning.line(TURNED, SHIFTED)):
            weighed = levers * (y - line[0] * x - line[1])
            pieces = columns.weights.misses(*line)
            largest = np.abs(weighed).sum()
            assert pieces.sum() == pytest.approx(weighed.sum(), abs=1e-9 * largest)
            assert np.abs(pieces).sum() == pytest.approx(
                largest, rel=1e-9 if line is best else 0.05
            )
    assert stage.heights is not None
    for whole, levers in zip(stage.heights, (np.ones_like(x), x), strict=True):
        for kind, exact in (
            ("intercept", whole.b * levers.sum()),
            ("slope", whole.a * (levers * x).sum()),
            ("points", (levers * y).sum()),
        ):
            block = whole.blocks[kind].points
            assert np.ptp(block[:, 1]) == pytest.approx(whole.unit * exact), kind


@pytest.mark.parametrize("n", [MOST_SQUARES, MOST_SQUARES + 1, MOST_DISCS + 1])
def test_squares_that_are_not_all_drawn_are_counted_out(n: int, tmp_path: Path) -> None:
    x = np.linspace(1, 10, n)
    stage = staged(x, x + np.sin(5 * x), tmp_path)
    assert len(stage.squares) == len(stage.residuals.x) == MOST_SQUARES
    assert stage.all_squares == (n == MOST_SQUARES)


CORNERS = {
    "rising": (ACROSS, UP, "top left"),
    "falling": (ACROSS, -UP, "top right"),
    "rising, one high at the left": (ACROSS, np.maximum(UP, 12 * (ACROSS < 1)), "bottom right"),
}


@pytest.mark.parametrize("name", CORNERS)
def test_epsilon_of_the_end_stands_where_least_is_drawn(name: str, tmp_path: Path) -> None:
    x, y, where = CORNERS[name]
    stage = staged(x, y, tmp_path)
    box, corner = stage.chart.box, free_corner(stage, NUDGES, 3.0, 1.2)
    (across, up), (right, top) = box.middle, corner.middle
    assert where == f"{'top' if top > up else 'bottom'} {'right' if right > across else 'left'}"
    assert box.left < corner.left < corner.right < box.right
    assert box.bottom < corner.bottom < corner.top <= box.top


def test_epsilon_of_the_end_has_the_digits_in_which_it_is_seen_to_rise(tmp_path: Path) -> None:
    x = np.arange(60.0)
    stage = staged(x, np.where(x == 20, 940, 12 + x / 20), tmp_path)
    least, *others = sorted({stage.epsilon.of(*stage.leaning.line(*place)) for place in NUDGES})
    assert stage.epsilon.layout.write(least) == stage.epsilon.layout.write(others[0])
    finer = Epsilon(
        PEN, stage.leaning.landscape, stage.leaning.now, (0, 0), 45, rise=others[0] - least
    )
    assert finer.layout.write(least) != finer.layout.write(others[0])


def test_the_cells_of_many_points_are_seen_up_to_the_front(tmp_path: Path) -> None:
    x = np.linspace(0, 10, 2000)
    summing = staged(x, x + np.sin(x), tmp_path).summing
    scale, box = summing.chart.x_scale, summing.chart.box
    (cells,) = (part for part in summing.met if isinstance(part, PassedCells))
    for share in (0.0, 0.35, 1.0):
        summing.set_front(scale.low + share * scale.span)
        right = max(level.points[:, 0].max() for level in cells)
        assert right == pytest.approx(box.left + box.width * share, abs=0.08 * box.width)
        assert right <= box.left + box.width * share + 1e-9


def on_stage(stage: Stage) -> int:
    """Return how many points all that is on stage is drawn with."""
    parts = [*stage.drawn, stage.squares, *stage.misses, *stage.summing.waiting, *stage.summing.met]
    family = VGroup(*parts, *(stage.heights or ())).get_family()
    return sum(len(part.points) for part in family) + 100 * len(family)


def staged(x: Values, y: Values, folder: Path) -> Stage:
    data = Dataset(x, y, "time (s)", "height")
    with session(FilmSettings(), "low_quality", folder, dry_run=True, frame_rate=2):
        return build_stage(data, PEN)
