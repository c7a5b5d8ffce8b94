"""The film says what core computes, and every term arrives where it is told to."""

from collections.abc import Iterator

import numpy as np
import pytest
from manim import Scene, ValueTracker, VGroup

from core.fits.line import fit_line
from core.fits.normal_equations import NormalEquations as Sums
from core.tables.dataset import read_dataset
from scenes.normal_equations import NormalEquations
from scenes.settings import HEADER_DATA, FilmSettings
from scenes.studio.session import session
from scenes.visuals.normal_equations import derivation
from scenes.visuals.normal_equations.evaluation import written
from scenes.visuals.normal_equations.running_sums import DEFINITIONS, RunningSums
from scenes.visuals.normal_equations.travel import Way, travel, ways
from scenes.visuals.writing.typeset import formula
from tests.scenes.on_screen import values

INK = "#FFFFFF"


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NormalEquations]:
    media = tmp_path_factory.mktemp("media")
    with session(FilmSettings(), "low_quality", media, dry_run=True, frame_rate=10):
        film = NormalEquations()
        film.render()
        yield film


def test_the_film_takes_at_most_a_minute(film):
    assert 20 <= film.time <= 60


def test_the_steps_are_those_of_the_storyboard(film):
    names = [name for name, _ in film.steps]
    told = "question level gradient collect letters slope intercept closed numbers line"
    assert " ".join(names) == told
    assert film.poster_step in names


def test_the_line_on_screen_is_the_least_squares_line(film):
    data = read_dataset(HEADER_DATA)
    fit = fit_line(data.x, data.y)
    start, end = film.line.points[0], film.line.points[-1]
    box, across, up = film.picture.panel.box, film.picture.panel.x_scale, film.picture.panel.y_scale
    for place in (start, end):
        x = across.low + (place[0] - box.left) / box.width * (across.high - across.low)
        y = up.low + (place[1] - box.bottom) / box.height * (up.high - up.low)
        assert y == pytest.approx(fit.slope * x + fit.intercept)


def test_the_squares_end_with_the_least_sum(film):
    data = read_dataset(HEADER_DATA)
    squares, _ = film.picture.misses
    corners = squares.points.reshape(data.x.size, -1, 3)
    _, low = values(film.picture.panel, corners.min(axis=1))
    _, high = values(film.picture.panel, corners.max(axis=1))
    assert np.sum((high - low) ** 2) == pytest.approx(fit_line(data.x, data.y).rss, rel=1e-3)


def test_the_counters_end_at_the_sums_over_all_points(film):
    data = read_dataset(HEADER_DATA)
    total = Sums.of(data.x, data.y)
    for letter in DEFINITIONS:
        shown = float(film.sums.write(letter, np.inf))
        assert shown == pytest.approx(getattr(total, letter), abs=5e-4)


def test_nothing_of_the_last_picture_is_near_the_edge(film):
    drawn = [part for part in film.mobjects if not isinstance(part, ValueTracker)]
    assert len(drawn) > 5
    for part in drawn:
        assert abs(part.get_left()[0]) < 6.75
        assert abs(part.get_right()[0]) < 6.75
        assert part.get_top()[1] < 3.75
        assert part.get_bottom()[1] > -3.75


def test_the_sums_count_the_points_that_were_passed():
    sums = RunningSums([2.0, 1.0, 3.0], [5.0, 4.0, 6.0])
    assert sums.at(0.5) == Sums(0, 0, 0, 0, 0)
    assert sums.at(1.0) == Sums.of([1.0], [4.0])
    assert sums.at(2.5) == Sums.of([1.0, 2.0], [4.0, 5.0])
    assert sums.at(9.0) == sums.total == Sums.of([2.0, 1.0, 3.0], [5.0, 4.0, 6.0])


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0.72812, "0.72812"), (1.79, "1.7900"), (-3436.0, "-3436.0"), (98765.0, "98765")],
)
def test_numbers_in_formulas_have_five_digits(value, shown):
    assert written(value) == shown


def test_large_numbers_in_formulas_get_a_power_of_ten():
    assert written(2.5e-7) == "2.5000 times 10^(-7)"


STAGES = [
    (derivation.GRADIENT, derivation.COLLECTED, derivation.TO_COLLECTED),
    (derivation.COLLECTED, derivation.SPLIT, derivation.TO_SPLIT),
    (derivation.SPLIT, derivation.SUMS, derivation.TO_SUMS),
    (derivation.LETTERS, derivation.SECOND_MINUS, derivation.TO_SECOND_MINUS),
    (derivation.SECOND_MINUS, derivation.SLOPE_ALONE, derivation.TO_SLOPE_ALONE),
    (derivation.SLOPE_ALONE, derivation.LETTERS, derivation.BACK_TO_LETTERS),
    (derivation.LETTERS, derivation.FIRST_MINUS, derivation.TO_FIRST_MINUS),
    (derivation.FIRST_MINUS, derivation.INTERCEPT_ALONE, derivation.TO_INTERCEPT_ALONE),
    (derivation.SLOPE, derivation.SLOPE_CLOSED, derivation.TO_SLOPE_CLOSED),
    (derivation.INTERCEPT, derivation.INTERCEPT_CLOSED, derivation.TO_INTERCEPT_CLOSED),
    (derivation.INTERCEPT_CLOSED, derivation.INTERCEPT_SHARED, derivation.TO_INTERCEPT_SHARED),
]


@pytest.mark.parametrize(("before", "after", "paths"), STAGES)
@pytest.mark.usefixtures("film")
def test_no_letter_appears_from_nowhere(before, after, paths):
    old, new = formula(before, colour=INK), formula(after, colour=INK)
    for way in paths:
        assert old.select(way.source).submobjects, way
        assert new.select(way.target).submobjects, way


def test_after_travelling_the_new_formula_alone_is_on_screen(tmp_path):
    with session(FilmSettings(), "low_quality", tmp_path, dry_run=True, frame_rate=2):
        scene = Scene()
        old = formula("{{a : a}} + {{x^2 : x}}", colour=INK)
        new = formula("{{x^2 : x}} dot {{a : a}} = 0", colour=INK)
        there = [glyph.points.copy() for glyph in new.submobjects]
        scene.add(old)
        travel(scene, old, new, ways("a x"), run_time=0.5)
        assert scene.mobjects == [new]
        for glyph, points in zip(new.submobjects, there, strict=True):
            np.testing.assert_allclose(glyph.points, points, atol=1e-9)


def test_a_term_from_elsewhere_stays_where_it_is(tmp_path):
    with session(FilmSettings(), "low_quality", tmp_path, dry_run=True, frame_rate=2):
        scene = Scene()
        source = formula("{{B : B}}", colour=INK)
        new = formula("{{B : B}} + 1", colour=INK).shift((2, 0, 0))
        place = source.get_center()
        scene.add(source)
        travel(scene, None, new, [Way(source.select("B"), "B")], run_time=0.5)
        assert VGroup(*scene.mobjects).submobjects == [source, new]
        np.testing.assert_allclose(source.get_center(), place)
