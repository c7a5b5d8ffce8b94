"""What HalfThickness shows is what core computes and what was measured."""

from types import SimpleNamespace

import numpy as np
import pytest

from core.attenuation.example import MEASUREMENT
from core.attenuation.lab_table import read_lab
from scenes.visuals.half_thickness.photons import PHOTONS
from scenes.visuals.half_thickness.views import (
    LOGARITHM,
    NEAR_LOGARITHM,
    NEAR_RATE,
    RATE,
    RATE_TITLE,
)
from tests.scenes.rehearsal import Watched

LAB = read_lab(MEASUREMENT)
FIT = LAB.fit("article")


def look(film):
    """For each frame: the step, what the bench counts and the lead, and the parts' points."""
    stage = film.stage
    return SimpleNamespace(
        step=film.steps[-1][0],
        arrived=stage.bench.arrived,
        written=int(stage.bench.counted.text),
        lead=stage.bench.thickness_mm,
        share=stage.bench.share,
        bars=stage.bars.points.copy(),
        tops=stage.tops.points.copy(),
        late=stage.late.points.copy(),
        law=stage.law.points.copy(),
    )


WATCHED = Watched("HalfThickness", look)
pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def seen():
    return SimpleNamespace(stage=WATCHED.film.stage, frames=WATCHED.frames)


def last(seen, step):
    return [frame for frame in seen.frames if frame.step == step][-1]


def values(chart, places):
    """Return the values at places (n, 3) in a chart."""
    box, x, y = chart.box, chart.x_scale, chart.y_scale
    across = (places[:, 0] - box.left) / box.width
    up = (places[:, 1] - box.bottom) / box.height
    return x.low + across * x.span, y.low + up * y.span


def test_what_arrives_is_the_law_of_attenuation_to_one_photon(seen):
    for thickness in (0.0, 0.5, 1.0, FIT.half_thickness_mm, 3.0, 10.0):
        arriving = int(seen.stage.bench.depths.arrives(thickness).sum())
        assert abs(arriving - PHOTONS * np.exp(-FIT.mu_per_mm * thickness)) <= 0.5


def test_the_number_counts_what_has_arrived_and_never_runs_ahead(seen):
    assert all(frame.written == frame.arrived for frame in seen.frames)
    flight = [f for f in seen.frames if f.step == "bet" and f.share > 0]
    counts = [f.arrived for f in flight]
    assert counts == sorted(counts)
    assert counts[0] < 5
    assert counts[-1] == round(PHOTONS * np.exp(-FIT.mu_per_mm))


def test_the_question_and_the_answer_are_one_shot(seen):
    first, closing = seen.frames[0], seen.frames[-1]
    assert first.lead == pytest.approx(1.0)
    assert closing.lead == pytest.approx(FIT.half_thickness_mm)
    assert closing.arrived == PHOTONS // 2


def test_a_bar_stands_for_every_measured_rate(seen):
    bars = last(seen, "sheets").bars.reshape(-1, 16, 3)
    x, rate = values(seen.stage.views.charts[RATE], bars[:, 8])
    np.testing.assert_allclose(x, LAB.thickness_mm + 0.31, atol=1e-9)
    np.testing.assert_allclose(rate, LAB.rate, atol=1e-6)


def test_the_factors_are_those_of_the_measured_rates(seen):
    ratios = LAB.rate[1:] / LAB.rate[:-1]
    assert len(seen.stage.factors) == 3
    np.testing.assert_allclose(ratios[:3], np.exp(-FIT.mu_per_mm), atol=0.01)


def test_rates_turn_into_their_logarithms(seen):
    frame = last(seen, "logarithm")
    discs = np.concatenate([frame.tops, frame.late])
    middles = discs.reshape(LAB.rate.size, -1, 3).mean(axis=1)
    _, logarithms = values(seen.stage.views.charts[LOGARITHM], middles)
    np.testing.assert_allclose(logarithms, np.log(LAB.rate), atol=1e-9)


def test_the_background_is_drawn_at_the_rate_of_the_run_without_a_source(seen):
    counts, seconds = LAB.background
    _, level = values(seen.stage.views.charts[LOGARITHM], seen.stage.level.points)
    np.testing.assert_allclose(level, np.log(counts / seconds), atol=1e-9)


def test_the_line_is_that_of_core(seen):
    x, logarithms = values(seen.stage.views.charts[LOGARITHM], last(seen, "line").law)
    slope, intercept = np.polyfit(x, logarithms, 1)
    assert -slope == pytest.approx(FIT.mu_per_mm, rel=1e-9)
    assert intercept == pytest.approx(np.log(FIT.initial_rate), rel=1e-9)


def test_used_and_left_out_rates_are_those_of_core(seen):
    np.testing.assert_array_equal(seen.stage.steps.x, LAB.thickness_mm[FIT.used])
    np.testing.assert_array_equal(seen.stage.left_out.x, LAB.thickness_mm[~FIT.used])


def test_half_is_ln_2_down_and_x_h_across(seen):
    start, corner, end = seen.stage.halves.set_view(NEAR_LOGARITHM).corners(0)
    x, logarithms = values(seen.stage.views.charts[NEAR_LOGARITHM], np.array([start, corner, end]))
    assert logarithms[0] - logarithms[1] == pytest.approx(np.log(2))
    assert logarithms[1] == pytest.approx(logarithms[2])
    assert x[2] - x[0] == pytest.approx(FIT.half_thickness_mm)


def test_every_stair_is_one_half_thickness_wide_and_halves_the_rate(seen):
    halves = seen.stage.halves.set_view(NEAR_RATE)
    starts = np.array([halves.corners(k)[0] for k in range(3)])
    x, rate = values(seen.stage.views.charts[NEAR_RATE], starts)
    np.testing.assert_allclose(np.diff(x), FIT.half_thickness_mm, rtol=1e-9)
    np.testing.assert_allclose(rate[1:] / rate[:-1], 0.5, rtol=1e-9)


def test_quoted_numbers_are_those_of_the_fit(seen):
    assert seen.stage.mu == f"{FIT.mu_per_mm:.3f}" == "0.572"
    assert seen.stage.half == f"{FIT.half_thickness_mm:.2f}" == "1.21"


def test_the_counts_are_said_to_be_reconstructed():
    assert LAB.reconstructed
    assert "reconstructed" in RATE_TITLE
