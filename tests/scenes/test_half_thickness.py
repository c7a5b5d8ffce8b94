"""What HalfThickness shows of photons is what was measured, and what chance gave."""

import numpy as np
import pytest

from core.attenuation.example import PUBLISHED, radiation_numbers
from core.photons.chance import depths_by_chance
from scenes.visuals.half_thickness.beam.layout import whole
from scenes.visuals.half_thickness.beam.photons import PHOTONS
from scenes.visuals.half_thickness.beam.piles import DROPPED
from scenes.visuals.half_thickness.stage import SHEET_SEED
from scenes.visuals.half_thickness.views import FEW, FEW_SHEETS
from tests.scenes.half_thickness_seen import (
    FIT,
    LAB,
    OF_100,
    TOGETHER,
    binomial_error,
    last,
    seen,
    text_of,
)
from tests.scenes.on_screen import values

__all__ = ["seen"]
pytestmark = TOGETHER


def test_the_number_counts_what_has_arrived_and_never_runs_ahead(seen):
    flight = [f for f in seen.frames if f.step == "bet" and f.flown > 0]
    counts = [f.arrived for f in flight]
    assert counts == sorted(counts)
    assert counts[0] < 5
    for frame in seen.frames:
        for written, counted in zip(frame.written, frame.counted, strict=True):
            assert written[0] == str(counted[0])
            assert written[1] in ("", str(counted[1]))


def test_how_many_stay_in_the_lead_is_written(seen):
    rest = last(seen, "bet")
    depths = depths_by_chance(FIT.mu_per_mm, PHOTONS, SHEET_SEED)
    assert rest.arrived == (depths > 1).sum()
    assert rest.lost == f"-{PHOTONS - rest.arrived}"


def test_survivors_start_where_they_arrived_and_race_as_many_fresh_ones(seen):
    race = seen.stage.race
    through = depths_by_chance(FIT.mu_per_mm, PHOTONS, SHEET_SEED) > 1
    np.testing.assert_array_equal(race.survivors.here, through)
    np.testing.assert_array_equal(race.fresh.here, through)
    assert last(seen, "bet").survivors_at == whole().after()
    for frame in seen.frames:
        assert {sent for sent, _ in frame.counted[1:]} == {np.count_nonzero(through)}


def test_in_the_race_both_lanes_fly_at_once_and_lose_about_the_same_share(seen):
    assert all(frame.raced[0] == pytest.approx(frame.raced[1]) for frame in seen.frames)
    share = np.exp(-FIT.mu_per_mm)
    (sent, fresh), (_, survived) = last(seen, "race").counted[1:]
    for arrived in (fresh, survived):
        assert abs(arrived - share * sent) < binomial_error(share, sent)
    assert seen.stage.race.outcome == f"{fresh} and {survived}: no tougher, it seems."


def test_the_lead_of_the_bet_stays_and_becomes_that_of_the_race(seen):
    bet, race = seen.stage.bench, seen.stage.race.fresh
    between = [f for f in seen.frames if f.step in ("bet", "race")]
    assert all({id(bet.lead), id(race.lead)} & f.on_stage for f in between)
    bet.set(layout=whole(), thickness=1.0, second=0.0, slid=1.0)
    lanes = race.layout
    started = race.set(layout=lanes.with_lead_of(bet.layout, 1.0))
    np.testing.assert_allclose(started.lead.points, bet.lead.points, atol=1e-9)
    race.set(layout=lanes)


def test_survivors_get_as_far_as_they_did_among_the_hundred(seen):
    first = depths_by_chance(FIT.mu_per_mm, PHOTONS, SHEET_SEED)
    assert last(seen, "race").counted[2][1] == (first > 2).sum() == seen.stage.piles.left[2]


def test_photons_that_stop_lie_inside_the_lead(seen):
    assert all(frame.in_lead for frame in seen.frames)


def test_the_question_and_the_answer_are_one_shot(seen):
    first = seen.frames[0]
    answered = [f for f in seen.frames if f.step == "answer" and f.flown == 1.0]
    assert first.thickness == pytest.approx(1.0)
    assert answered[0].thickness == pytest.approx(FIT.half_thickness_mm)
    assert answered[0].layout == first.layout
    assert id(seen.stage.bet) in answered[0].on_stage


def test_piles_are_those_of_the_first_hundred_and_each_count_waits_for_its_photons(seen):
    depths = depths_by_chance(FIT.mu_per_mm, PHOTONS, SHEET_SEED)
    left = [str((depths > sheets).sum()) for sheets in range(FEW_SHEETS + 1)]
    assert left[1] == str(last(seen, "bet").arrived)
    flights = [f for f in seen.frames if f.step == "shares" and f.passed > 0 and f.grown == 0]
    assert flights[-1].piled == left
    for frame in flights:
        told = int(frame.passed + 1 - DROPPED) + 1
        assert frame.piled == left[:told] + [""] * (FEW_SHEETS + 1 - told)


def test_more_sheets_come_where_they_stand_once_the_first_has_left_their_place(seen):
    piles = seen.stage.piles.set(passed=0.0)
    for come in np.linspace(0.0, 1.0, 41):
        first, *others = piles.set(come=come).sheets
        for number, sheet in enumerate(others, 1):
            left, right = piles.faces(number)
            assert (sheet.points[:, 0].min(), sheet.points[:, 0].max()) == pytest.approx(
                (left, right)
            )
            assert sheet.points[:, 1].min() == pytest.approx(piles.feet[number, 1])
            assert not sheet.get_fill_opacity() or first.points[:, 0].max() < left
    assert [sheet.get_fill_opacity() for sheet in piles.sheets] == [1.0] * FEW_SHEETS


def test_photons_that_are_left_fly_on_and_end_in_order_in_their_pile(seen):
    piles = seen.stage.piles
    for sheets in range(FEW_SHEETS + 1):
        places = middles(piles.set(come=1.0, passed=float(sheets)).photons)
        left = piles.left[sheets]
        expected = piles.in_pile(sheets, np.arange(left))
        assert len(places) == left
        np.testing.assert_allclose(sorted(map(tuple, places)), sorted(map(tuple, expected)))


def test_every_photon_is_either_flying_or_in_a_sheet(seen):
    piles = seen.stage.piles.set(come=1.0)
    for passed in np.linspace(0.0, FEW_SHEETS, 41):
        piles.set(passed=passed)
        assert len(middles(piles.photons)) + len(middles(piles.spent)) == PHOTONS
        x = middles(piles.spent)[:, 0]
        faces = np.array([piles.faces(sheet) for sheet in range(FEW_SHEETS)])
        inside = (x[:, None] > faces[:, 0]) & (x[:, None] < faces[:, 1])
        assert inside.any(axis=1).all()


def test_bars_start_at_what_chance_left_and_end_at_what_was_measured(seen):
    bars, left = seen.stage.bars, seen.stage.piles.left
    np.testing.assert_array_equal(bars.set_grown(0.0).rate[: FEW_SHEETS + 1], left)
    np.testing.assert_allclose(bars.set_grown(1.0).rate, OF_100[: FEW_SHEETS + 1])
    grown = [f.grown for f in seen.frames if f.step == "shares"]
    assert (grown[0], grown[-1]) == (0.0, 1.0)
    assert grown == sorted(grown)


def test_numbers_over_the_piles_run_up_to_what_was_counted(seen):
    counts = [f"{n:,.0f}" for n in LAB.counts[: FEW_SHEETS + 1]]
    assert next(f for f in seen.frames if f.grown == 1.0).piled == counts
    for frame in seen.frames:
        told = [int(number.replace(",", "")) for number in frame.piled if number]
        assert told == sorted(told, reverse=True)


def test_a_bar_stands_for_every_pile(seen):
    bars = last(seen, "shares").bars.reshape(-1, 16, 3)
    x, rate = values(seen.stage.views.charts[FEW], bars[:, 8])
    shown = FEW_SHEETS + 1
    np.testing.assert_allclose(x, LAB.thickness_mm[:shown] + 0.31, atol=1e-9)
    np.testing.assert_allclose(rate, OF_100[:shown], atol=1e-6)
    assert rate[0] == pytest.approx(100)


def test_the_factor_is_that_of_the_fit_and_about_that_of_the_bars_beside_it(seen):
    share = np.exp(-FIT.mu_per_mm)
    ratios = LAB.rate[1:] / LAB.rate[:-1]
    np.testing.assert_allclose(ratios[:FEW_SHEETS], share, atol=0.025)
    assert seen.stage.share == f"{share:.2f}"


def test_an_outline_of_a_bar_is_laid_on_the_next_and_shrunk_to_the_share(seen):
    shrinking, chart = seen.stage.shrinking, seen.stage.views.charts[FEW]
    for shown, at, height in ((0.0, 0, 1.0), (0.5, 1, 1.0), (1.0, 1, np.exp(-FIT.mu_per_mm))):
        corners = shrinking.set_shown(shown + 1e-12).points.reshape(-1, 16, 3)[0]
        x, rate = values(chart, corners)
        assert x.min() + x.max() == pytest.approx(2 * at, abs=1e-9)
        assert rate.max() == pytest.approx(height * OF_100[0])


def middles(discs):
    """Return the middles (n, 3) of discs that are drawn as one mobject."""
    return discs.points.reshape(-1, 16, 3).mean(axis=1)


def test_the_energy_is_the_one_that_core_computes(seen):
    energy = radiation_numbers(FIT)["energy"]["quoted"]
    assert f"{energy} keV" in text_of(seen.stage.beam[0])


def test_quoted_numbers_are_those_of_the_fit(seen):
    assert seen.stage.mu == f"{FIT.mu_per_mm:.3f}" == "0.572"
    assert seen.stage.half == f"{FIT.half_thickness_mm:.2f}" == "1.21"


def test_the_counts_are_said_to_be_reconstructed_and_from_what(seen):
    assert LAB.reconstructed
    first, second = (line.submobjects[0].typst_code for line in seen.stage.credit)
    assert f"{LAB.counts[0]:,.0f} counts" in first
    assert f"reconstructed after {PUBLISHED}" in second
    assert any(id(seen.stage.credit[1]) in frame.on_stage for frame in seen.frames)
