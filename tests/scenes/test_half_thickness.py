"""What HalfThickness shows is what core computes and what was measured."""

from types import SimpleNamespace

import numpy as np
import pytest

from core.attenuation.example import MEASUREMENT
from core.attenuation.lab_table import read_lab
from scenes.visuals.half_thickness.photons import PHOTONS, Depths
from scenes.visuals.half_thickness.views import LOGARITHM, NEAR_LOGARITHM, NEAR_RATE, RATE
from tests.scenes.on_screen import values
from tests.scenes.rehearsal import Watched

LAB = read_lab(MEASUREMENT)
FIT = LAB.fit("article")
OF_100 = PHOTONS / FIT.initial_rate * LAB.rate


def look(film):
    """For each frame: the step, what the bench counts and the lead, and the parts' points."""
    stage = film.stage
    return SimpleNamespace(
        step=film.steps[-1][0],
        resting=film.renderer.resting,
        arrived=stage.bench.arrived,
        written=int(stage.bench.counted.text),
        lead=stage.bench.thickness_mm,
        share=stage.bench.share,
        in_lead=inside_lead(stage.bench),
        bars=stage.bars.points.copy(),
        shown=stage.bars.shown.copy(),
        falling=len(stage.falling.points),
        tops=stage.tops.points.copy(),
        late=stage.late.points.copy(),
        steps=stage.steps.shown,
        level=stage.level.points.copy(),
        law=stage.law.points.copy(),
    )


def inside_lead(bench):
    """Tell whether every photon that has stopped lies inside the lead."""
    if not len(bench.spent.points) or not len(bench.lead.points):
        return True
    x, lead = bench.spent.points[:, 0], bench.lead.points[:, 0]
    return x.min() >= lead.min() - 1e-9 and x.max() <= lead.max() + 1e-9


WATCHED = Watched("HalfThickness", look)
pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def seen():
    return SimpleNamespace(stage=WATCHED.film.stage, frames=WATCHED.frames)


def last(seen, step):
    return [frame for frame in seen.frames if frame.step == step][-1]


def test_what_arrives_is_the_law_of_attenuation_to_one_photon():
    for thickness in (0.0, 0.5, 1.0, FIT.half_thickness_mm, 3.0, 10.0):
        arriving = int(Depths.of(FIT.mu_per_mm).arrives(thickness).sum())
        assert abs(arriving - PHOTONS * np.exp(-FIT.mu_per_mm * thickness)) <= 0.5


def test_the_number_counts_what_has_arrived_and_never_runs_ahead(seen):
    assert all(frame.written == frame.arrived for frame in seen.frames)
    flight = [f for f in seen.frames if f.step == "bet" and f.share > 0]
    counts = [f.arrived for f in flight]
    assert counts == sorted(counts)
    assert counts[0] < 5
    assert counts[-1] == round(PHOTONS * np.exp(-FIT.mu_per_mm))


def test_photons_that_stop_lie_inside_the_lead(seen):
    assert all(frame.in_lead for frame in seen.frames)


def test_the_question_and_the_answer_are_one_shot(seen):
    first, closing = seen.frames[0], seen.frames[-1]
    assert first.lead == pytest.approx(1.0)
    assert closing.lead == pytest.approx(FIT.half_thickness_mm)


def test_in_the_answer_chance_decides_and_about_half_arrives(seen):
    flights = seen.stage.flights
    rests = [f.arrived for f in seen.frames if f.step == "answer" and f.resting and f.share == 1]
    counts = [int(flight.arrives(FIT.half_thickness_mm).sum()) for flight in flights]
    assert list(dict.fromkeys(rests)) == counts
    assert len(set(counts)) == len(counts), "not the same each time"
    standard_deviation = np.sqrt(PHOTONS) / 2
    assert np.abs(np.array(counts) - PHOTONS / 2).max() < 2 * standard_deviation
    for flight in flights:
        mean = 1 / FIT.mu_per_mm
        assert flight.depth_mm.mean() == pytest.approx(mean, abs=4 * mean / np.sqrt(PHOTONS))


def test_a_bar_stands_for_every_measured_rate(seen):
    rests = [f for f in seen.frames if f.step == "sheets" and f.resting]
    bars = rests[-1].bars.reshape(-1, 16, 3)
    x, rate = values(seen.stage.views.charts[RATE], bars[:, 8])
    np.testing.assert_allclose(x, LAB.thickness_mm + 0.31, atol=1e-9)
    np.testing.assert_allclose(rate, OF_100, atol=1e-6)


def test_what_falls_into_a_bar_is_as_high_as_the_bar_to_two_photons():
    for sheet in range(4):
        arriving = int(Depths.of(FIT.mu_per_mm).arrives(float(sheet)).sum())
        assert abs(arriving - OF_100[sheet]) < 2


def test_a_bar_rises_only_while_photons_land_in_it(seen):
    frames = [f for f in seen.frames if f.step == "sheets" and f.shown[0] > 0]
    slow = [f for f in frames if not f.shown[4:].any()]
    for frame in slow:
        if ((frame.shown > 0) & (frame.shown < 1)).any():
            assert frame.falling, "its photons are on their way"
    assert {int((f.shown == 1).sum()) for f in slow} >= {1, 2, 3, 4}


def test_the_factors_are_those_of_the_measured_rates(seen):
    ratios = LAB.rate[1:] / LAB.rate[:-1]
    assert len(seen.stage.factors) == 3
    np.testing.assert_allclose(ratios[:3], np.exp(-FIT.mu_per_mm), atol=0.01)


def test_the_steps_run_on_to_the_end_that_bends_up(seen):
    assert last(seen, "logarithm").steps == LAB.thickness_mm.size - 1
    falls = -np.diff(np.log(LAB.rate))
    used = int(FIT.used.sum())
    np.testing.assert_allclose(falls[: used - 1], FIT.mu_per_mm, atol=0.1)
    assert falls[used + 1 :].mean() < 0.6 * FIT.mu_per_mm, "no equal steps there"


def test_rates_turn_into_their_logarithms(seen):
    frame = last(seen, "logarithm")
    discs = np.concatenate([frame.tops, frame.late])
    middles = discs.reshape(LAB.rate.size, -1, 3).mean(axis=1)
    _, logarithms = values(seen.stage.views.charts[LOGARITHM], middles)
    np.testing.assert_allclose(logarithms, np.log(OF_100), atol=1e-9)


def test_the_background_is_drawn_at_the_rate_of_the_run_without_a_source(seen):
    counts, seconds = LAB.background
    chart = seen.stage.views.charts[LOGARITHM]
    heights = [values(chart, f.level)[1] for f in seen.frames if f.step == "line"]
    assert all(np.ptp(height) < 1e-9 for height in heights)
    risen = [float(height[0]) for height in heights]
    assert risen == sorted(risen)
    background = PHOTONS / FIT.initial_rate * counts / seconds
    assert risen[-1] == pytest.approx(np.log(background))


def test_the_line_is_that_of_core(seen):
    x, logarithms = values(seen.stage.views.charts[LOGARITHM], last(seen, "line").law)
    slope, intercept = np.polyfit(x, logarithms, 1)
    assert -slope == pytest.approx(FIT.mu_per_mm, rel=1e-9)
    assert intercept == pytest.approx(np.log(PHOTONS), rel=1e-9), "scaled to start at 100"


def test_used_and_left_out_rates_are_those_of_core(seen):
    np.testing.assert_array_equal(seen.stage.tops.x, LAB.thickness_mm[FIT.used])
    np.testing.assert_array_equal(seen.stage.left_out.x, LAB.thickness_mm[~FIT.used])


def test_a_millimetre_across_is_mu_down_and_both_steps_begin_and_end_on_the_line(seen):
    chart = seen.stage.views.charts[NEAR_LOGARITHM]
    x, logarithms = values(chart, seen.stage.millimetre.set_view(NEAR_LOGARITHM).corners(0))
    assert x == pytest.approx([0.0, 1.0, 1.0])
    assert logarithms[1] - logarithms[2] == pytest.approx(FIT.mu_per_mm)
    ends = values(chart, seen.stage.halves.set_view(NEAR_LOGARITHM).corners(0)[[0, 2]])
    np.testing.assert_allclose(ends[1], np.log(PHOTONS) - FIT.mu_per_mm * ends[0])


def test_half_is_ln_2_down_and_x_h_across(seen):
    start, corner, end = seen.stage.halves.set_view(NEAR_LOGARITHM).corners(0)
    x, logarithms = values(seen.stage.views.charts[NEAR_LOGARITHM], np.array([start, corner, end]))
    assert logarithms[0] - logarithms[1] == pytest.approx(np.log(2))
    assert logarithms[1] == pytest.approx(logarithms[2])
    assert x[2] - x[0] == pytest.approx(FIT.half_thickness_mm)


def test_every_stair_is_one_half_thickness_wide_and_halves_the_hundred(seen):
    stage = seen.stage
    halves, chart = stage.halves.set_view(NEAR_RATE), stage.views.charts[NEAR_RATE]
    ends = np.array([halves.corners(0)[0], *(halves.corners(k)[2] for k in range(3))])
    x, rate = values(chart, ends)
    np.testing.assert_allclose(x, FIT.half_thickness_mm * np.arange(4), atol=1e-9)
    np.testing.assert_allclose(rate, [100, 50, 25, 12.5], rtol=1e-9)
    for drop, end in zip(stage.drops, ends[1:], strict=True):
        np.testing.assert_allclose(drop.points[[0, -1], 0], end[0])
        assert drop.points[-1, 1] == pytest.approx(chart.box.bottom)


def test_quoted_numbers_are_those_of_the_fit(seen):
    assert seen.stage.mu == f"{FIT.mu_per_mm:.3f}" == "0.572"
    assert seen.stage.half == f"{FIT.half_thickness_mm:.2f}" == "1.21"


def test_the_counts_are_said_to_be_reconstructed():
    assert LAB.reconstructed
    assert any("reconstructed" in one.text for one in WATCHED.film.sentences)
