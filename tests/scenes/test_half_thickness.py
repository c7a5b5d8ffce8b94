"""What HalfThickness shows of photons is what was measured, and what chance gave."""

from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pytest

from core.attenuation.example import PUBLISHED, radiation_numbers
from core.photons.chance import depths_by_chance
from scenes.visuals.half_thickness.bench import SHEETS
from scenes.visuals.half_thickness.photons import PHOTONS
from scenes.visuals.half_thickness.stage import SHEETS_SEED
from scenes.visuals.half_thickness.views import (
    RATES,
    SOME_RATES,
)
from tests.scenes.half_thickness_seen import (
    FIT,
    LAB,
    OF_100,
    WATCHED,
    binomial_error,
    last,
    text_of,
)
from tests.scenes.on_screen import values

pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def seen():
    return SimpleNamespace(stage=WATCHED.film.stage, frames=WATCHED.frames)


def test_the_number_counts_what_has_arrived_and_never_runs_ahead(seen):
    flight = [f for f in seen.frames if f.step == "bet" and f.flown > 0]
    counts = [f.arrived for f in flight]
    assert counts == sorted(counts)
    assert counts[0] < 5
    for frame in seen.frames:
        shown = [text for text in frame.written if text]
        assert shown == [str(count) for count in frame.reached[: len(shown)]]


def test_who_got_through_meets_the_next_sheet_and_who_did_not_is_written(seen):
    rest = last(seen, "sheets")
    assert rest.flown == SHEETS
    depths = depths_by_chance(FIT.mu_per_mm, PHOTONS, SHEETS_SEED)
    assert rest.reached == [int((depths > k).sum()) for k in range(SHEETS + 1)]
    stopped = -np.diff(rest.reached)
    assert rest.lost == [f"-{count}" for count in stopped]


def test_chance_takes_about_the_share_that_the_law_says_at_every_sheet(seen):
    share = np.exp(-FIT.mu_per_mm)
    reached = last(seen, "sheets").reached
    for before, after in pairwise(reached):
        assert abs(after - share * before) < 2 * binomial_error(share, before)


def test_photons_that_stop_lie_inside_the_lead(seen):
    assert all(frame.in_lead for frame in seen.frames)


def test_the_question_and_the_answer_are_one_shot(seen):
    first = seen.frames[0]
    answered = [f for f in seen.frames if f.step == "answer" and f.flown == 1.0]
    assert first.thickness == pytest.approx(1.0)
    assert answered[0].thickness == pytest.approx(FIT.half_thickness_mm)
    assert answered[0].layout == first.layout
    assert id(seen.stage.bet) in answered[0].on_stage


def test_in_the_answer_chance_decides_and_about_half_arrives(seen):
    arrived = last(seen, "answer").arrived
    assert arrived == int((seen.stage.answer > FIT.half_thickness_mm).sum())
    assert abs(arrived - PHOTONS / 2) < binomial_error(0.5, PHOTONS)


def test_a_bar_below_the_bench_is_what_its_grid_has_counted(seen):
    counting = [f for f in seen.frames if f.step == "sheets" and f.bars_view == SOME_RATES]
    counting = [f for f in counting if f.grown.any()]
    assert len(counting) > 10
    for frame in counting:
        np.testing.assert_allclose(frame.grown[:4] * OF_100[:4], frame.reached, atol=1e-9)
        assert not frame.grown[4:].any()


def test_each_grid_of_the_bench_stands_above_its_bar(seen):
    bench, chart = seen.stage.bench, seen.stage.views.charts[SOME_RATES]
    bench.set(layout=seen.stage.shots.some)
    for station in range(SHEETS + 1):
        assert bench.station(station)[:, 0].mean() == pytest.approx(chart.place(station, 0)[0])


def test_a_bar_stands_for_every_measured_rate(seen):
    rest = last(seen, "sheets")
    bars = rest.bars.reshape(-1, 16, 3)
    x, rate = values(seen.stage.views.charts[RATES], bars[:, 8])
    np.testing.assert_allclose(x, LAB.thickness_mm + 0.31, atol=1e-9)
    np.testing.assert_allclose(rate, OF_100, atol=1e-6)
    assert rate[0] == pytest.approx(100)


def test_the_factors_are_those_of_the_measured_rates(seen):
    ratios = LAB.rate[1:] / LAB.rate[:-1]
    for factor, ratio in zip(seen.stage.factors, ratios[:2], strict=True):
        assert f"times {ratio:.2f}" in text_of(factor)


def test_the_share_that_gets_through_each_sheet_stands_above_its_bar(seen):
    reached = last(seen, "sheets").reached
    for share, (before, after) in zip(seen.stage.shares, pairwise(reached), strict=True):
        assert f"{after / before:.2f}" in text_of(share)


def test_the_energy_is_the_one_that_core_computes(seen):
    energy = radiation_numbers(FIT)["energy"]["quoted"]
    assert f"{energy} keV" in text_of(seen.stage.beam[0])


def test_quoted_numbers_are_those_of_the_fit(seen):
    assert seen.stage.mu == f"{FIT.mu_per_mm:.3f}" == "0.572"
    assert seen.stage.half == f"{FIT.half_thickness_mm:.2f}" == "1.21"
    assert f'mu dot 1 "mm" approx {FIT.mu_per_mm:.2f}' in text_of(seen.stage.each)


def test_the_counts_are_said_to_be_reconstructed_and_from_what(seen):
    assert LAB.reconstructed
    first, second = (line.submobjects[0].typst_code for line in seen.stage.credit)
    assert f"{LAB.counts[0]:,.0f} counts" in first
    assert f"reconstructed after {PUBLISHED}" in second
    assert any(id(seen.stage.credit[1]) in frame.on_stage for frame in seen.frames)
