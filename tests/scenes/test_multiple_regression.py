"""What the film shows is what the fit of several variables says."""

import numpy as np
import pytest

from core.multiple import fit_multiple
from scenes.space_points import PLANE_IN_SPACE, read_points

POINTS = read_points(PLANE_IN_SPACE, ("x0", "x1", "y"))
FIT = fit_multiple(POINTS[:, :2], POINTS[:, 2])


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    from scenes.multiple_regression import MultipleRegression
    from scenes.settings import FilmSettings
    from scenes.studio.session import session

    media = tmp_path_factory.mktemp("media")
    with session(FilmSettings(), "low_quality", media, dry_run=True, frame_rate=2):
        film = MultipleRegression()
        film.render()
    return film


def test_it_ends_at_the_fitted_plane(film):
    plane = film.current_plane()
    assert plane.coefficients == pytest.approx(FIT.coefficients)
    assert plane.intercept == pytest.approx(FIT.intercept)
    assert film.current_residual() == pytest.approx(FIT.rss)


def test_every_residual_runs_from_its_point_to_the_plane(film):
    strokes = film.plane[2].points.reshape(-1, 4, 3)
    feet = np.column_stack([POINTS[:, :2], FIT.predict(POINTS[:, :2])])
    assert strokes[:, 0] == pytest.approx(film.view().project(film.place(POINTS)))
    assert strokes[:, -1] == pytest.approx(film.view().project(film.place(feet)))


def test_edge_on_the_plane_is_a_line(film):
    from scenes.projection import View

    X = np.random.default_rng(5).uniform(0, 4, (30, 2))
    on_plane = film.place(np.column_stack([X, FIT.predict(X)]))
    seen = View(film.edge_on(), 0.0, (0.0, 0.0), 1.0).project(on_plane)[:, :2]
    spread = np.linalg.svd(seen - seen.mean(axis=0), compute_uv=False)
    assert spread[1] < 1e-9 * spread[0]


@pytest.mark.parametrize("k", [0, 1])
def test_a_step_along_one_variable_ends_on_the_plane(film, k):
    from manim import VGroup

    from scenes.space import Strokes

    stair = VGroup(Strokes("#FFFFFF", 1), Strokes("#FFFFFF", 1))
    film._draw_stair(stair, k, 1.0)
    base = film.middle[:2].copy()
    base[k] += 0.5
    top = film.place([*base, FIT.predict(base[None])[0]])
    assert stair[1].points[-1] == pytest.approx(film.view().project(top))


def test_all_points_lie_in_the_cube(film):
    assert np.all(np.abs(film.place(POINTS)) <= 1)


def test_the_film_lasts_less_than_a_minute(film):
    assert 20 <= film.time <= 60
