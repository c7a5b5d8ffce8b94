"""What the film shows at the ends of its steps is what core says."""

import numpy as np
import pytest

from core.fits.line import fit_line
from core.landscape.residual import relative_residual
from core.tables.dataset import read_dataset
from scenes.settings import HEADER_DATA

DATA = read_dataset(HEADER_DATA)


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    from scenes.residual_bowl import ResidualBowl
    from scenes.settings import FilmSettings
    from scenes.studio.session import session

    media = tmp_path_factory.mktemp("media")
    with session(FilmSettings(), "low_quality", media, dry_run=True, frame_rate=4):
        film = ResidualBowl()
        film.render()
    return film


def test_it_ends_at_the_least_squares_line(film):
    fit = fit_line(DATA.x, DATA.y)
    assert film.current_line() == pytest.approx((fit.slope, fit.intercept))


def test_the_gradient_is_zero_at_the_end_only(film):
    assert film.landscape.gradient(*film.current_line()) == pytest.approx((0, 0), abs=1e-9)
    by_a, by_b = film.landscape.gradient(*film.on_spiral(0.0))
    assert abs(by_a) > 1
    assert abs(by_b) > 1


def test_the_gradient_is_the_slope_of_the_relative_residual(film):
    a, b = film.on_spiral(0.3)
    step = 1e-5
    rise_a = relative_residual(DATA.x, DATA.y, [a - step, a + step], b)
    rise_b = relative_residual(DATA.x, DATA.y, a, [b - step, b + step])
    numeric = np.diff(rise_a)[0] / (2 * step), np.diff(rise_b)[0] / (2 * step)
    assert film.landscape.gradient(a, b) == pytest.approx(numeric, rel=1e-6)


def test_the_mark_lies_on_the_lowest_point_of_the_bowl(film):
    fit = fit_line(DATA.x, DATA.y)
    lowest = film.sight().view.project(film.space.points(fit.slope, fit.intercept, 1.0))
    disc = film.mark.disc.points
    middle = (disc.min(axis=0) + disc.max(axis=0)) / 2
    assert middle == pytest.approx(lowest, abs=1e-6)


def test_every_ring_lies_as_high_as_core_says(film):
    for level in (0.25, 1.0, 2.0, 3.0):
        a, b = film.landscape.at(np.sqrt(level), np.linspace(0, 6, 7))
        assert relative_residual(DATA.x, DATA.y, a, b) == pytest.approx(np.full(7, level))


def test_both_tangents_are_flat_at_the_end(film):
    flat = film.sight().view.project([[0, 0, 0], [1, 0, 0], [0, 1, 0]])
    for tangent, axis in zip(film.tangents, flat[1:] - flat[0], strict=True):
        along = tangent.points[-1] - tangent.points[0]
        assert np.cross(along, axis)[2] == pytest.approx(0, abs=1e-6)


def test_the_steps_tell_the_storyboard(film):
    names = [name for name, _ in film.steps]
    assert names == ["map", "contours", "bowl", "sweep a", "sweep b", "gradient", "minimum"]
    assert 20 <= film.time <= 60


def test_the_straight_way_down_the_wall_goes_downhill_along_both_axes(film):
    from scenes.residual_bowl import WALL_ANGLE

    fit = film.landscape
    for root in (1.5, 0.5):
        a, b = film.at(root, WALL_ANGLE)
        steps = fit.slope - a, fit.intercept - b
        assert all(s * step < 0 for s, step in zip(fit.gradient(a, b), steps, strict=True))
