"""Energies from mu: their branches, and an error that is that of mu carried through."""

import pytest

from core.photons.energy import photon_energies
from core.photons.lead import (
    BELOW_K,
    DENSITY_G_CM3,
    FALLING,
    RISING,
    branches,
    lead_mass_attenuation,
)


def per_mm(energy_keV):
    return lead_mass_attenuation(energy_keV) * DENSITY_G_CM3 / 10


@pytest.mark.parametrize("energy_keV", [120.0, 270.0, 661.7, 1332.5])
def test_error_is_that_of_mu_over_the_slope_of_mu(energy_keV):
    step = 1e-3 * energy_keV
    slope = (per_mm(energy_keV + step) - per_mm(energy_keV - step)) / (2 * step)
    mu_stderr = 1e-3 * per_mm(energy_keV)
    found = {e.branch: e for e in photon_energies(per_mm(energy_keV), mu_stderr)}[FALLING]
    assert found.energy == pytest.approx(energy_keV)
    assert found.stderr == pytest.approx(mu_stderr / abs(slope), rel=1e-2)


def test_both_branches_are_named_where_two_energies_fit():
    assert [e.branch for e in photon_energies(per_mm(2500.0))] == [FALLING, RISING]
    assert [e.branch for e in photon_energies(per_mm(100.0))] == [BELOW_K, FALLING]


def test_the_error_stops_at_the_end_of_the_branch():
    (below, above) = photon_energies(per_mm(88.1), 0.4 * per_mm(88.1))
    assert above.energy - 2 * above.stderr < 88.0045 < above.energy
    assert below.stderr > 0


def test_weaker_than_any_photon_in_the_table_has_no_energy():
    assert photon_energies(0.01) == ()


MINIMUM = min(branch.range_cm2_g[0] for branch in branches()) * DENSITY_G_CM3 / 10


def test_a_value_below_the_minimum_counts_as_the_minimum_where_its_error_allows_and_says_so():
    error = 0.01 * MINIMUM
    (turning,) = {b.high for b in branches() if b.name == FALLING}
    for sigmas in (0.07, 1.9):
        found = photon_energies(MINIMUM - sigmas * error, error)
        assert [e.branch for e in found] == [FALLING, RISING]
        assert all(e.energy == pytest.approx(turning) for e in found)
        assert all(e.beyond == pytest.approx(sigmas) for e in found)
        assert all(e.stderr > 0 for e in found)
    assert photon_energies(MINIMUM - 2.1 * error, error) == ()


def test_a_value_on_a_branch_is_not_beyond_it():
    assert [e.beyond for e in photon_energies(per_mm(270.0), 0.01)] == [0.0]
    assert [e.beyond for e in photon_energies(MINIMUM, 0.01 * MINIMUM)] == [0.0, 0.0]


@pytest.mark.parametrize("mu", [float("nan"), float("inf"), 0.0, -0.5])
def test_mu_that_is_no_attenuation_is_refused(mu):
    with pytest.raises(ValueError, match="mu_per_mm must be a positive number"):
        photon_energies(mu)


@pytest.mark.parametrize("error", [float("nan"), float("inf"), -0.1])
def test_an_error_that_is_none_is_refused(error):
    with pytest.raises(ValueError, match="mu_stderr must be a number of 0 or more"):
        photon_energies(0.5, error)
