"""What HalfThickness shows is what core computes."""

import numpy as np
import pytest

from core.attenuation.example import MEASUREMENT, article_fit
from core.attenuation.lab import read_lab
from scenes.settings import FilmSettings
from scenes.studio.session import film_class, session
from tests.scenes.on_screen import values

LAB = read_lab(MEASUREMENT)
FIT = article_fit()


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    """The film after a dry run, with its points as they were when each step ended."""
    seen = {}
    base = film_class("HalfThickness")

    class Watched(base):
        def step(self, name, *sentences):
            if self.steps:
                parts = ("points", "curve", "stairs", "lead")
                seen[self.steps[-1][0]] = {
                    part: getattr(self, part).points.copy() for part in parts if hasattr(self, part)
                }
            super().step(name, *sentences)

    media = tmp_path_factory.mktemp("media")
    with session(FilmSettings(), "low_quality", media, dry_run=True, frame_rate=10):
        shown = Watched()
        shown.render()
    shown.seen = seen
    return shown


def centres(points, n):
    return points.reshape(n, -1, 3).mean(axis=1)


def test_lasts_between_20_and_60_seconds(film):
    assert 20 <= film.time <= 60


def test_every_measured_rate_has_landed_when_counting_ends(film):
    places = centres(film.seen["counting"]["points"], LAB.rate.size)
    x, rate = values(film.axes.linear, places)
    np.testing.assert_allclose(x, LAB.thickness_mm, atol=1e-9)
    np.testing.assert_allclose(rate, LAB.rate, atol=1e-6)


def test_all_the_lead_is_in_the_beam_when_counting_ends(film):
    width = np.ptp(film.seen["counting"]["lead"][:, 0])
    assert width == pytest.approx(LAB.thickness_mm.max() * film.bench.per_mm)


def test_the_lead_shows_where_each_sheet_ends(film):
    across = np.unique(film.seen["counting"]["lead"][::4, 0].round(6))
    depths = (across - film.bench.face) / film.bench.per_mm
    np.testing.assert_allclose(depths, np.unique(LAB.thickness_mm), atol=1e-4)


def test_a_shown_rate_was_measured_behind_the_shown_lead(film):
    measured = set(zip(LAB.thickness_mm, LAB.rate, strict=True))
    for time in np.linspace(0.0, film.counting.end, 40):
        shown = film.counting.last_thickness(time), film.counting.last_rate(time)
        assert shown in measured


def test_points_turn_into_logarithms(film):
    places = centres(film.seen["logarithm"]["points"], LAB.rate.size)
    _, logarithms = values(film.axes.logarithmic, places)
    np.testing.assert_allclose(logarithms, np.log(LAB.rate), atol=1e-9)


def test_line_is_that_of_core(film):
    x, logarithms = values(film.axes.logarithmic, film.seen["line"]["curve"])
    slope, intercept = np.polyfit(x, logarithms, 1)
    assert -slope == pytest.approx(FIT.mu_per_mm, rel=1e-9)
    assert intercept == pytest.approx(np.log(FIT.initial_rate), rel=1e-9)


def test_used_and_left_out_points_are_those_of_core(film):
    used, left_out = film.squares
    np.testing.assert_array_equal(used.x, LAB.thickness_mm[FIT.used])
    np.testing.assert_array_equal(left_out.x, LAB.thickness_mm[~FIT.used])


def test_every_stair_is_one_half_thickness_wide_and_halves_the_rate(film):
    x, rate = values(film.axes.linear, film.stairs.points[::8])
    np.testing.assert_allclose(np.diff(x), FIT.half_thickness_mm, rtol=1e-9)
    np.testing.assert_allclose(rate[1:] / rate[:-1], 0.5, rtol=1e-9)


def test_quoted_numbers_are_those_of_the_fit(film):
    assert film.quoted["mu"] == f"{FIT.mu_per_mm:.3f}" == "0.572"
    assert film.quoted["x_h"] == f"{FIT.half_thickness_mm:.2f}" == "1.21"
    assert film.lab.reconstructed
