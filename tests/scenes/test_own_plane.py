"""MultipleRegression tells of any two columns of a user's own that explain a third one."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.fits.line import fit_line
from core.fits.multiple import fit_multiple
from scenes.able import refusal
from scenes.settings import FilmSettings
from tests.scenes.onlooker import Crowding
from tests.scenes.rehearsal import rehearse

RANDOM = np.random.default_rng(11)
ONE, OTHER, NOISE = RANDOM.normal(size=(3, 40))
MANY = RANDOM.normal(size=(3, 5000))
FAR = np.where(np.arange(40) == 3, 60.0, 0.0)

TABLES = {
    "four points": ([1, 2, 3, 5], [2, 1, 4, 1], [3, 5, 4, 9]),
    "years and large numbers": (2000 + np.arange(40), 1e6 * OTHER, 3e7 + 1e6 * ONE + 4e6 * OTHER),
    "an outlier": (ONE, OTHER, 2 * ONE + OTHER + NOISE + FAR),
    "tiny and falling": (1e-9 * ONE, -1e-6 * OTHER, -3 * ONE - OTHER),
    "a second that explains nothing": (ONE, OTHER, ONE + 0.1 * NOISE),
    "many points": (MANY[0], MANY[1] - 0.8 * MANY[0], MANY[0] + 2 * MANY[1] + MANY[2]),
}
HEADER = "time since the beginning (s),cost of one piece ($),{} of all"


def written(folder: Path, columns: Any) -> FilmSettings:
    table = folder / "own.csv"
    header = HEADER.format("W" * 30)
    np.savetxt(table, np.column_stack(columns), "%.15g", ",", header=header, comments="")
    return FilmSettings(data=table, x="1,2", y="3")


@pytest.mark.slow
@pytest.mark.parametrize("name", TABLES)
def test_any_table_is_told_of(name: str, tmp_path: Path) -> None:
    columns = [np.asarray(column, dtype=float) for column in TABLES[name]]
    x, y = np.column_stack(columns[:2]), columns[2]
    crowding = Crowding()
    film: Any = rehearse("MultipleRegression", tmp_path, crowding.look, written(tmp_path, columns))
    assert not crowding.faults
    assert film.poster_step in dict(film.steps)
    flats = film.stage.flats
    both, alone = fit_multiple(x, y), fit_line(x[:, 0], y)
    plane = flats.by_both
    assert (plane.per_area, plane.per_distance) == pytest.approx(tuple(both.coefficients))
    assert flats.by_area.per_area == pytest.approx(alone.slope)
    assert len(flats.values) == min(y.size, 60)
    story = " ".join(sentence.text for sentence in film.sentences)
    assert (f"60 of {y.size} points" in story) == (y.size > 60)
    assert bool(film.stage.crowd) == (y.size > 60), "all of many points are seen at first"
    assert not set(film.stage.crowd) & set(film.mobjects)
    share = both.rss / alone.rss
    assert ("Most of the scatter was" in story) == (share < 0.5)
    assert not any(word in story for word in ("rent", "area", "flat", "EUR", "square metre"))


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (([1, 2, 3], [2, 1, 4], [3, 5, 4]), "3 rows are too few"),
        ((ONE, 2 * ONE + 0.01 * NOISE, OTHER), "go together (r = 1.000)"),
        ((ONE, 0 * ONE, OTHER), "is 0 in every row"),
        ((ONE, OTHER, 0 * ONE + 7), "is 7 in every row"),
        ((ONE, OTHER, 2 * ONE + 1), "alone explains every"),
    ],
)
def test_points_without_a_plane_are_refused(columns: Any, said: str, tmp_path: Path) -> None:
    assert said in refusal("MultipleRegression", written(tmp_path, columns))


@pytest.mark.parametrize(
    ("x", "y", "said"),
    [
        (None, None, "X=first,second Y=third"),
        ("1", "3", "does not name two columns"),
        ("1,2,3", None, "does not name two columns"),
        ("1,speed", "3", "no column 'speed'"),
        ("1,1", "3", "three different columns"),
        ("1,2", "2", "three different columns"),
    ],
)
def test_other_columns_than_two_and_one_are_refused(
    x: str | None, y: str | None, said: str, tmp_path: Path
) -> None:
    settings = replace(written(tmp_path, (ONE, OTHER, NOISE)), x=x, y=y)
    assert said in refusal("MultipleRegression", settings)


def test_the_third_column_need_not_be_named(tmp_path: Path) -> None:
    settings = replace(written(tmp_path, (ONE, OTHER, NOISE)), y=None)
    assert not refusal("MultipleRegression", settings)
