"""What SquaredVersusAbsolute shows is what core computes."""

from types import SimpleNamespace
from typing import ClassVar

import numpy as np
import pytest

from core.fits.least_absolute import fit_least_absolute
from core.fits.line import fit_line
from core.landscape.absolute import absolute_residual, kinks
from core.landscape.residual import residual
from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.settings import HEADER_DATA, FilmSettings
from scenes.studio.session import film_class, session
from scenes.visuals.squared_versus_absolute.distance_plot import ABSOLUTE, VERDICT_LINE
from tests.scenes.on_screen import values

PAIRS = read_dataset("data/measured_twice.csv")
MANY = read_dataset(HEADER_DATA)


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    """The film after a dry run, with what was on screen when each step ended."""
    seen: dict[str, SimpleNamespace] = {}
    base = film_class("SquaredVersusAbsolute")

    class Watched(base):
        dragged: ClassVar[list[float]] = []

        def step(self, name, *sentences):
            self.note()
            super().step(name, *sentences)

        def update_mobjects(self, dt):
            super().update_mobjects(dt)
            if hasattr(self, "pull"):
                self.dragged.append(self.pull.get_value())

        def note(self):
            if self.steps:
                seen[self.steps[-1][0]] = SimpleNamespace(
                    line=self.line_ends(), **{k: v.copy() for k, v in self.parts().items()}
                )

        def parts(self):
            names = ("upper", "lower", "answers")
            return {name: getattr(self, name) for name in names if hasattr(self, name)}

        def line_ends(self):
            return self.line.points[[0, -1]].copy() if hasattr(self, "line") else None

    media = tmp_path_factory.mktemp("media")
    with session(FilmSettings(), "low_quality", media, dry_run=True, frame_rate=10):
        shown = Watched()
        shown.render()
    shown.seen = seen
    return shown


def test_lasts_between_20_and_60_seconds(film):
    assert 20 <= film.time <= 60


def test_squares_end_at_the_least_squares_line(film):
    x, y = values(film.picture.panel, film.seen["squares"].line)
    np.testing.assert_allclose(y, fit_line(PAIRS.x, PAIRS.y).predict(x), atol=1e-6)


def test_valley_is_the_sum_of_squares_of_the_lifted_line(film):
    plot = film.seen["squares"].upper
    b, heights = values(plot.curve.panel, plot.curve.points[::4])
    slope = fit_line(PAIRS.x, PAIRS.y).slope
    np.testing.assert_allclose(heights, residual(PAIRS.x, PAIRS.y, slope, b), rtol=1e-4)
    assert b.max() > film.reach.high - 0.1


def test_every_kink_of_the_sum_of_lengths_has_its_dot(film):
    plot = film.seen["lengths"].lower
    slope = fit_line(PAIRS.x, PAIRS.y).slope
    dots = plot.kinks.points.reshape(PAIRS.x.size, -1, 3).mean(axis=1)
    b, heights = values(plot.curve.panel, dots)
    expected = kinks(PAIRS.x, PAIRS.y, slope)
    np.testing.assert_allclose(b, expected, atol=2e-2)
    np.testing.assert_allclose(
        heights, absolute_residual(PAIRS.x, PAIRS.y, slope, expected), atol=5e-2
    )


def test_walk_ends_on_a_line_as_good_as_the_best(film):
    (x0, x1), (y0, y1) = values(film.picture.panel, film.seen["flat"].line)
    a = (y1 - y0) / (x1 - x0)
    sum_of_lengths = absolute_residual(PAIRS.x, PAIRS.y, a, y0 - a * x0)
    best = fit_least_absolute(PAIRS.x, PAIRS.y)
    assert not best.unique
    assert sum_of_lengths == pytest.approx(best.objective, abs=1e-6)


def test_outlier_ends_with_both_slopes_of_core(film):
    answers = film.seen["outlier"].answers
    panel = answers.curves[0].panel
    pulled = np.argmax(np.abs(MANY.x - MANY.x.mean()))
    y = np.array(MANY.y)
    y[pulled] = film.pull.get_value()
    ends = [values(panel, curve.points[-1:]) for curve in answers.curves]
    expected = fit_line(MANY.x, y).slope, fit_least_absolute(MANY.x, y).slope
    np.testing.assert_allclose([a[0] for _, a in ends], expected, atol=1e-6)


def test_far_outlier_moves_least_squares_but_not_least_absolute(film):
    squared, absolute = film.answers.slopes[-20:].T
    assert np.ptp(absolute) < 1e-9
    assert abs(squared[-1] - squared[0]) > 0.02


def test_lines_of_a_verdict_have_equal_gaps():
    rows = ABSOLUTE.verdict(
        "nothing below", "many places, mostly", "mere line", theme=theme("dark")
    )
    writing = [row[0].get_bottom()[1] for row in rows]
    np.testing.assert_allclose(np.diff(writing), -VERDICT_LINE, atol=0.02)


def test_dragged_point_goes_straight_up(film):
    assert film.dragged == sorted(film.dragged)
    assert film.dragged[0] == MANY.y[0]
    assert film.dragged[-1] > MANY.y.max()
