"""What GeometricFit shows is what the orthogonal fit says, in the plane and in space."""

from types import SimpleNamespace

import numpy as np
import pytest

from core.fits.line import fit_line
from core.fits.orthogonal import fit_orthogonal
from core.tables.dataset import read_dataset
from scenes.visuals.geometric_fit.cloud import MIDDLE, UNIT, Cloud
from scenes.visuals.geometric_fit.stage import LEANING
from scenes.visuals.space.points import LINE_IN_SPACE, read_points
from tests.scenes.rehearsal import Watched

DATA = read_dataset(LEANING)
POINTS = np.stack([DATA.x, DATA.y], axis=1)
FIT = fit_orthogonal(POINTS)
CLOUD = Cloud.of(DATA.x, DATA.y)


def look(film):
    """For each frame: step, points, ways and line on the screen, tank and angle."""
    stage = film.stage
    way = stage.ways.points.reshape(-1, 4, 3)
    return SimpleNamespace(
        step=film.steps[-1][0],
        dots=stage.dots.points.reshape(len(POINTS), -1, 3).mean(axis=1)[:, :2],
        starts=way[:, 0, :2],
        feet=way[:, -1, :2],
        line=stage.line.points[[0, -1], :2].copy(),
        level=float(np.ptp(stage.tank.content.points[:, 1])),
        angle=float(stage.angle.text),
        rule=stage.paper.points[[0, 3], :2].copy(),
    )


WATCHED = Watched("GeometricFit", look)
pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def seen():
    return SimpleNamespace(stage=WATCHED.film.stage, frames=WATCHED.frames)


def frames_of(seen, *steps):
    return [frame for frame in seen.frames if frame.step in steps]


def direction(frame):
    along = np.diff(frame.line, axis=0)[0]
    return along / np.linalg.norm(along)


def test_the_two_lines_differ_enough_to_be_seen():
    upright = np.arctan(fit_line(DATA.x, DATA.y).slope)
    assert np.rad2deg(CLOUD.best_angle - upright) > 15


def test_the_least_squares_line_is_fitted_anew_whenever_the_page_turns(seen):
    angles = set()
    for frame in frames_of(seen, "page"):
        x, y = ((frame.dots - MIDDLE) / UNIT).T
        along = direction(frame)
        assert along[1] / along[0] == pytest.approx(fit_line(x, y).slope, abs=1e-9)
        angles.add(frame.angle)
    assert max(angles) - min(angles) > 40, "on the page it is another line"


def test_upright_ways_go_straight_up_to_the_line(seen):
    for frame in frames_of(seen, "upright"):
        np.testing.assert_allclose(frame.starts[:, 0], frame.feet[:, 0], atol=1e-9)


def test_shortest_ways_meet_the_line_at_right_angles(seen):
    for frame in frames_of(seen, "middle", "dial", "again"):
        np.testing.assert_allclose((frame.feet - frame.starts) @ direction(frame), 0, atol=1e-9)


def test_shortest_ways_are_as_long_however_the_page_is_turned(seen):
    lengths = [np.linalg.norm(f.feet - f.starts, axis=1) for f in frames_of(seen, "again")]
    turned = {tuple(f.rule.ravel().round(3)) for f in frames_of(seen, "again")}
    assert len(turned) > 5
    for length in lengths:
        np.testing.assert_allclose(length / UNIT, FIT.distances(POINTS), atol=1e-9)


def test_the_tank_holds_the_squares_of_the_ways_on_screen(seen):
    tank = seen.stage.tank
    for frame in frames_of(seen, "middle", "dial"):
        squares = (((frame.feet - frame.starts) / UNIT) ** 2).sum()
        expected = tank.box.height * tank.levels.share(squares)
        assert frame.level == pytest.approx(float(expected), abs=1e-9)


def test_the_sum_of_squares_is_least_for_the_line_of_the_fit():
    assert CLOUD.sum_of_squares(CLOUD.best_angle) == pytest.approx(FIT.rss)
    angles = np.linspace(0, np.pi, 181)
    assert CLOUD.sum_of_squares(angles).min() >= FIT.rss
    np.testing.assert_allclose(
        CLOUD.sum_of_squares(angles), CLOUD.sum_of_squares(angles + np.pi), rtol=1e-12
    )
    for offset in (-1.0, 0.3, 2.0):
        beside = CLOUD.points - offset * np.array([-FIT.direction[1], FIT.direction[0]])
        across = beside - np.outer(beside @ FIT.direction, FIT.direction)
        expected = (across**2).sum()
        assert CLOUD.sum_of_squares(CLOUD.best_angle, offset) == pytest.approx(expected)


def test_the_line_stops_at_the_fit_and_closes_the_film(seen):
    along = direction(frames_of(seen, "dial")[-1])
    assert abs(along @ FIT.direction) == pytest.approx(1)
    assert {f.angle for f in frames_of(seen, "again")} == {
        round(float(np.rad2deg(CLOUD.best_angle)))
    }


def test_the_dial_is_as_far_out_as_the_sum_is_large(seen):
    dial = seen.stage.dial
    angles = np.linspace(0, 2 * np.pi, 17)
    out = np.linalg.norm(dial.place(angles)[:, :2] - MIDDLE, axis=1)
    np.testing.assert_allclose(
        out / out.max(), CLOUD.sum_of_squares(angles) / CLOUD.sum_of_squares(angles).max()
    )


def test_in_space_one_looks_along_the_line_of_the_fit(seen):
    space = seen.stage.space
    fit = fit_orthogonal(read_points(LINE_IN_SPACE, ("x", "y", "z")))
    np.testing.assert_allclose(space.fit.direction, fit.direction)
    ends = np.outer([-3.0, 3.0], fit.direction)
    at_last = space.view(1.0).project(ends)
    np.testing.assert_allclose(at_last[0], at_last[1], atol=1e-9)
    ways = space.feet - space.p
    np.testing.assert_allclose(ways @ fit.direction, 0, atol=1e-9)
    np.testing.assert_allclose(np.linalg.norm(ways, axis=1) ** 2 @ np.ones(len(ways)), fit.rss)
