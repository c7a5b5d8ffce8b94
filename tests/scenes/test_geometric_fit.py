"""What the film shows is what the orthogonal fit says, in the plane and in space."""

import numpy as np
import pytest

from core.fits.orthogonal import fit_orthogonal
from scenes.visuals.space.points import LINE_IN_SPACE, read_points


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    from scenes.geometric_fit import GeometricFit
    from scenes.settings import FilmSettings
    from scenes.studio.session import session

    media = tmp_path_factory.mktemp("media")
    with session(FilmSettings(), "low_quality", media, dry_run=True, frame_rate=4):
        film = GeometricFit()
        film.render()
    return film


def test_the_line_stops_in_the_direction_of_the_fit(film):
    fit = fit_orthogonal(film.points)
    along = np.cos(film.current_angle()), np.sin(film.current_angle())
    assert abs(np.dot(along, fit.direction)) == pytest.approx(1)
    assert film.residual_at(film.angle.get_value()) == pytest.approx(fit.rss)


def test_half_a_turn_later_it_is_the_same_line(film):
    for angle in (0.0, 40.0, 100.0):
        assert film.residual_at(angle) == pytest.approx(film.residual_at(angle + 180.0))


def test_no_other_angle_has_a_smaller_residual(film):
    others = [film.residual_at(angle) for angle in np.arange(0, 360, 5)]
    assert min(others) >= film.fit.rss


def test_distances_meet_the_line_at_right_angles(film):
    film.distances.set_angle(film.current_angle())
    strokes = film.distances.points.reshape(-1, 4, 3)
    ways = strokes[:, -1] - strokes[:, 0]
    along = np.array([np.cos(film.current_angle()), np.sin(film.current_angle()), 0.0])
    assert ways @ along == pytest.approx(np.zeros(len(ways)), abs=1e-9)
    unit = film.panel.box.width / film.span
    assert np.linalg.norm(ways, axis=1) / unit == pytest.approx(film.fit.distances(film.points))


def test_the_turning_line_covers_the_foot_of_every_distance_of_the_fit(film):
    film.line.set_angle(np.deg2rad(film.best))
    film.distances.set_angle(np.deg2rad(film.best))
    feet = film.distances.points.reshape(-1, 4, 3)[:, -1, 0]
    ends = film.line.points[[0, 3], 0]
    assert ends.min() <= feet.min()
    assert feet.max() <= ends.max()


def test_the_lens_shows_the_angle_of_the_line_and_the_ratio_of_both_ways(film):
    lens = film.lens
    upright = np.linalg.norm(lens.point - lens.below)
    shortest = np.linalg.norm(lens.point - lens.foot)
    assert shortest == pytest.approx(upright / np.sqrt(1 + film.upright.slope**2))
    lens.set_swing(1.0)
    assert (lens.shortest.points[-1] - lens.point) @ lens.along == pytest.approx(0, abs=1e-9)


def test_directions_are_marked_at_quarter_turns(film):
    positions, labels, _ = film.plot.panel.x_scale.ticks(4)
    assert labels == ["0", "90", "180", "270", "360"]
    assert positions == pytest.approx([0, 90, 180, 270, 360])


def test_upright_distances_end_on_the_least_squares_line_through_the_centroid(film):
    angle = np.arctan(film.upright.slope)
    film.distances.set_angle(angle, shortest=0.0)
    strokes = film.distances.points.reshape(-1, 4, 3)
    ends = film.panel.places(film.data.x, film.upright.predict(film.data.x))
    assert strokes[:, -1] == pytest.approx(ends)


def test_the_line_in_space_ends_at_the_fit(film):
    points = read_points(LINE_IN_SPACE, ("x", "y", "z"))
    fit = fit_orthogonal(points)
    assert film.space.residual(1.0) == pytest.approx(fit.rss)
    way = [film.space.residual(share) for share in np.linspace(0, 1, 11)]
    assert np.all(np.diff(way) < 0)


def test_the_film_lasts_less_than_a_minute(film):
    assert 20 <= film.time <= 60


def test_both_lowest_points_of_the_curve_are_marked(film):
    for mark, angle in zip(film.lowest, (film.best, film.best + 180.0), strict=True):
        assert film.residual_at(angle) == pytest.approx(film.fit.rss)
        assert mark.get_center() == pytest.approx(film.plot.panel.place(angle, film.fit.rss))


def test_no_shift_of_the_line_has_a_smaller_residual_than_through_the_centroid(film):
    away = film.points - film.fit.centroid
    across = np.array([-film.fit.direction[1], film.fit.direction[0]])
    for shift in (-1.0, -0.1, 0.1, 1.0):
        assert np.sum((away @ across - shift) ** 2) > film.fit.rss


def test_the_arrow_in_space_lies_along_the_fit_from_the_centroid(film):
    from scenes.visuals.geometric_fit.line_in_space import LineNames

    names = LineNames(film.space, film.theme).set_view(film.view())
    start, tip = names.arrow.points[0], names.arrow.points[-1]
    centre, further = film.view().project([np.zeros(3), film.space.fit.direction])
    assert start == pytest.approx(centre)
    assert np.cross(tip - start, further - centre)[2] == pytest.approx(0, abs=1e-9)
