"""NormalEquations keeps its shape, and to the truth, whatever table it is given."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from core.fits.line import fit_line
from core.fits.normal_equations import NormalEquations as Sums
from core.palette import theme
from core.tables.dataset import Dataset
from scenes.settings import FilmSettings
from scenes.studio.session import session
from scenes.visuals.normal_equations.leaning import BEYOND, SHIFTED, TURNED
from scenes.visuals.normal_equations.stage import Stage, build_stage
from scenes.visuals.writing.pen import Pen
from tests.figures.users_tables import USERS_TABLES
from tests.scenes.awkward_tables import TABLES, written
from tests.scenes.onlooker import Crowding
from tests.scenes.rehearsal import rehearse

SLACK = 0.03
# Each point has its place in the pass: a hundred thousand take minutes, and show nothing new.
MOST = 500
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
    every = -(-x.size // MOST)
    x, y = x[::every], y[::every]
    crowding = Crowding(SLACK)
    film: Any = rehearse("NormalEquations", tmp_path, crowding.look, written(tmp_path, x, y))
    assert not crowding.faults
    assert film.time <= 110
    stage, best = film.stage, fit_line(x, y)
    assert (stage.line.a, stage.line.b) == pytest.approx((best.slope, best.intercept))
    story = " ".join(sentence.text for sentence in film.sentences)
    assert ("pile up" in story) == (stage.heights is not None)
    assert ("outside" in story) == bool(stage.marks)
    assert ("the first tips" in story) == bool(stage.rounds)


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
def test_the_note_on_who_is_outside_has_its_place_beside_long_sums(tmp_path: Path) -> None:
    table = tmp_path / "slip.csv"
    table.write_bytes(USERS_TABLES["slip.csv"])
    crowding = Crowding(SLACK)
    film: Any = rehearse("NormalEquations", tmp_path, crowding.look, FilmSettings(data=table))
    assert film.stage.marks
    assert not crowding.faults


def staged(x: Values, y: Values, folder: Path) -> Stage:
    data = Dataset(x, y, "time (s)", "height")
    with session(FilmSettings(), "low_quality", folder, dry_run=True, frame_rate=2):
        return build_stage(data, PEN)
