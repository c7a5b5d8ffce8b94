"""Identification finds the truth where the curve tells it, and claims nothing where it does not."""

from dataclasses import replace

import numpy as np
import pytest

from core.attenuation.identification import (
    GEOMETRY,
    LOWEST_KEV,
    MARGIN,
    UNLIKELY,
    candidates,
    identify,
)
from core.attenuation.lab import Lab
from core.attenuation.lab_table import read_lab
from core.photons.nuclides import transmission

SHEETS_MM = np.arange(15.0)
LEVEL, BACKGROUND_TIME_S = 5.0, 300.0


def simulated(name, *, source_rate=5000.0, time_s=10.0, geometry=1.0, sheets=SHEETS_MM, seed=1):
    rng = np.random.default_rng(seed)
    share = transmission(candidates()[name], geometry * sheets)
    counts = rng.poisson(time_s * (source_rate * share + LEVEL)).astype(float)
    run = (float(rng.poisson(BACKGROUND_TIME_S * LEVEL)), BACKGROUND_TIME_S)
    return Lab(sheets, counts, np.full(len(sheets), time_s), run)


@pytest.mark.parametrize("name", ["In-111", "I-123", "Se-75", "Hg-203", "Ga-67", "Ba-133", "I-131"])
@pytest.mark.parametrize("geometry", [0.87, 1.0])
def test_a_strong_source_is_found_whatever_its_geometry(name, geometry):
    found = identify(simulated(name, geometry=geometry))
    assert [c.name for c in found.agreeing] == [name]
    assert found.ranked[0].geometry == pytest.approx(geometry, abs=0.02)
    assert found.ranked[0].background_rate == pytest.approx(LEVEL, rel=0.2)
    assert name in found.verdict


def test_only_what_fits_is_ranked_by_its_margin_from_the_best():
    ranked = identify(simulated("Hg-203", source_rate=60.0)).ranked
    margins = [candidate.margin for candidate in ranked]
    assert len(margins) > 1
    assert margins[0] == 0
    assert margins == sorted(margins)
    assert margins[1] == pytest.approx(ranked[1].deviance - ranked[0].deviance)
    assert all(candidate.p_value >= UNLIKELY for candidate in ranked)
    assert len(identify(simulated("Hg-203")).ranked) == 1


def test_a_weak_source_is_not_told_apart():
    found = identify(simulated("Hg-203", source_rate=10.0))
    assert "Hg-203" in [candidate.name for candidate in found.agreeing]
    assert found.verdict.startswith("cannot distinguish")
    assert all(candidate.margin < MARGIN for candidate in found.agreeing)


def test_hard_lines_behind_thin_lead_are_not_told_apart():
    found = identify(simulated("Cs-137", sheets=np.arange(0, 6.0), source_rate=300.0))
    assert {"Cs-137", "Na-22"} <= {candidate.name for candidate in found.agreeing}
    assert "a spectrum would decide" in found.verdict


def test_a_source_outside_the_table_is_not_given_a_name():
    counts = 10 * (5000 * np.exp(-0.95 * SHEETS_MM) + LEVEL)
    lab = Lab(SHEETS_MM, counts, np.full(15, 10.0), (LEVEL * 300, 300.0))
    found = identify(lab)
    assert found.agreeing == found.ranked == ()
    assert found.verdict.startswith("none of the candidates fits the whole curve")
    assert f"{found.nearest.deviance:.0f} for {found.nearest.dof} degrees" in found.verdict


def test_a_geometry_outside_its_usual_range_does_not_leave_the_field_to_a_neighbour():
    found = identify(simulated("F-18", geometry=0.75))
    assert {"F-18", "Cs-137"} <= {candidate.name for candidate in found.agreeing}
    assert found.verdict.startswith("cannot distinguish")


def test_a_nuclide_whose_curve_fits_with_an_unusual_geometry_is_named_with_it():
    found = identify(simulated("In-111", geometry=0.7))
    assert [candidate.name for candidate in found.agreeing] == ["In-111"]
    assert "geometry factor 0.70, which is unusual" in found.verdict


def test_a_geometry_far_out_of_range_costs_more_than_a_fit_may():
    assert identify(simulated("In-111", geometry=0.4)).ranked == ()


@pytest.mark.slow
@pytest.mark.parametrize("geometry", [0.7, 0.75, 0.85, 1.05, 1.15])
@pytest.mark.parametrize("source_rate", [300.0, 5000.0])
def test_a_wrong_nuclide_is_named_in_few_labs_whatever_their_geometry(geometry, source_rate):
    found = {
        name: identify(simulated(name, geometry=geometry, source_rate=source_rate, seed=5)).agreeing
        for name in candidates()
    }
    wrong = [
        name for name, agreeing in found.items() if len(agreeing) == 1 and agreeing[0].name != name
    ]
    assert len(wrong) <= (3 if geometry == 0.7 else 1)
    if 0.8 < geometry < 1.1:
        assert all(name in [c.name for c in agreeing] for name, agreeing in found.items())


@pytest.mark.slow
def test_the_truth_is_among_the_agreeing_in_nearly_all_labs():
    missed = sum(
        "In-111" not in [c.name for c in identify(simulated("In-111", seed=seed)).agreeing]
        for seed in range(200)
    )
    assert missed <= 2


def test_a_nuclide_that_could_not_be_fitted_is_named_and_not_passed_over():
    found = identify(simulated("Hg-203"))
    partly = replace(found, not_fitted=("Am-241",))
    assert partly.verdict.endswith("; not compared: Am-241")


def test_no_counts_tell_nothing():
    lab = Lab(SHEETS_MM, np.zeros(15), np.ones(15), None)
    assert identify(lab).verdict.startswith("cannot distinguish")


def test_reconstructed_data_are_no_evidence():
    with pytest.raises(ValueError, match="reconstructed"):
        identify(read_lab("data/attenuation_lead.csv"))


def test_rates_without_times_are_no_evidence():
    lab = Lab(SHEETS_MM, np.exp(-SHEETS_MM), np.ones(15), None, counts_known=False)
    with pytest.raises(ValueError, match="give counts and live_time_s"):
        identify(lab)


def test_every_candidate_has_lines_that_a_detector_sees():
    assert all((source.energy_keV >= LOWEST_KEV).all() for source in candidates().values())
    assert GEOMETRY[0] < 1 < GEOMETRY[1]
