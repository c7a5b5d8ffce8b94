"""What the film shows is what the fit of several variables says."""

import numpy as np
import pytest

from core.fits.line import fit_line
from core.fits.multiple import fit_multiple
from scenes.visuals.multiple_regression.plane_in_space import (
    PlaneSheet,
    PlaneSpace,
    PointsBeside,
    Stair,
)
from scenes.visuals.multiple_regression.plane_readouts import squared_residuals
from scenes.visuals.space.points import PLANE_IN_SPACE, read_points
from scenes.visuals.space.projection import View

POINTS = read_points(PLANE_IN_SPACE, ("x0", "x1", "y"))
FIT = fit_multiple(POINTS[:, :2], POINTS[:, 2])
SPACE = PlaneSpace(POINTS)
ABOVE, BELOW = (View(-2.4, elevation, (0.0, 0.0), 1.0) for elevation in (1.2, -1.2))


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


def strokes(part):
    return part.residuals.points.reshape(-1, 4, 3)


def test_it_starts_with_the_line_of_one_variable(film):
    alone = fit_line(POINTS[:, 0], POINTS[:, 2])
    film.fitted.set_value(0.0)
    plane = film.current_plane()
    residual = squared_residuals(POINTS, plane)
    film.fitted.set_value(1.0)
    assert plane.coefficients == pytest.approx([alone.slope, 0.0])
    assert plane.intercept == pytest.approx(alone.intercept)
    assert residual == pytest.approx(alone.rss)


def test_it_ends_at_the_fitted_plane(film):
    plane = film.current_plane()
    assert plane.coefficients == pytest.approx(FIT.coefficients)
    assert plane.intercept == pytest.approx(FIT.intercept)
    assert squared_residuals(POINTS, plane) == pytest.approx(FIT.rss)
    assert film.rows[3].number.text.split() == [f"{FIT.rss:.1f}"]


def test_every_residual_runs_from_its_point_to_the_plane(film):
    drawn = np.concatenate([strokes(film.behind), strokes(film.before)])
    above = POINTS[:, 2] >= FIT.predict(POINTS[:, :2])
    points = np.concatenate([POINTS[~above], POINTS[above]])
    feet = np.column_stack([points[:, :2], FIT.predict(points[:, :2])])
    assert drawn[:, 0] == pytest.approx(film.view().project(SPACE.place(points)))
    assert drawn[:, -1] == pytest.approx(film.view().project(SPACE.place(feet)))


def test_from_above_the_points_above_the_plane_lie_before_it_and_from_below_behind_it():
    above = int(np.sum(POINTS[:, 2] > FIT.predict(POINTS[:, :2])))
    before = PointsBeside(SPACE, before=True)
    assert len(strokes(before.set_plane(FIT, ABOVE))) == above
    assert len(strokes(before.set_plane(FIT, BELOW))) == len(POINTS) - above


def test_edge_on_the_plane_is_a_line():
    view = View(SPACE.edge_on(FIT), 0.0, (0.0, 0.0), 1.0)
    X = np.random.default_rng(5).uniform(0, 4, (30, 2))
    seen = view.project(SPACE.place(np.column_stack([X, FIT.predict(X)])))[:, :2]
    spread = np.linalg.svd(seen - seen.mean(axis=0), compute_uv=False)
    assert spread[1] < 1e-9 * spread[0]
    assert SPACE.facing(FIT, view) == pytest.approx(0, abs=1e-12)
    assert PlaneSheet(SPACE).set_plane(FIT, view).edge.get_stroke_opacity() == pytest.approx(1)
    assert PlaneSheet(SPACE).set_plane(FIT, ABOVE).edge.get_stroke_opacity() == 0


@pytest.mark.parametrize("k", [0, 1])
def test_a_step_along_one_variable_ends_on_the_plane(film, k):
    stair = Stair(SPACE, FIT, k, film.theme).set_climbed(1.0, ABOVE)
    base = SPACE.middle[:2].copy()
    base[k] += 0.5
    top = SPACE.place([*base, FIT.predict(base[None])[0]])
    assert stair.upright.points[-1] == pytest.approx(ABOVE.project(top))


@pytest.mark.parametrize("k", [0, 1])
def test_both_arrow_heads_of_a_step_lie_where_the_step_has_got_to(film, k):
    stair = Stair(SPACE, FIT, k, film.theme)
    for share in (0.0, 0.3, 0.7, 1.0):
        stair.set_climbed(share, ABOVE)
        for part, head in zip((stair.level, stair.upright), stair.heads, strict=True):
            assert head.points[3] == pytest.approx(part.points[-1])


def test_captions_and_coefficients_agree_in_sign(film):
    said = " ".join(c.content for c in film.renderer.file_writer.subcaptions).replace("\n", " ")
    for k, coefficient in enumerate(FIT.coefficients):
        size = f"{abs(coefficient):.2f}"
        rises, falls = f"rises by a {k}, {size}", f"falls: a {k} is minus {size}"
        assert (rises in said) == (coefficient > 0)
        assert (falls in said) == (coefficient < 0)


def test_all_points_lie_in_the_cube():
    assert np.all(np.abs(SPACE.place(POINTS)) <= 1)


def test_the_film_lasts_less_than_a_minute(film):
    assert 20 <= film.time <= 60
