"""Mass attenuation of lead: the table's own values, its edges, and the way back to energies."""

import numpy as np
import pytest

from core.photons.lead import (
    DENSITY_G_CM3,
    FALLING,
    RISING,
    TABLE,
    energies_from_mass_attenuation,
    energy_from_mass_attenuation,
    lead_mass_attenuation,
)

ARTICLE = 0.572 * 10 / DENSITY_G_CM3


def per_mm(energy_keV):
    return lead_mass_attenuation(energy_keV) * DENSITY_G_CM3 / 10


def test_the_attenuation_of_the_article_belongs_to_270_kev():
    assert energy_from_mass_attenuation(ARTICLE) == pytest.approx(270.0, abs=0.5)


def test_without_coherent_scattering_it_belongs_to_261_kev():
    assert energy_from_mass_attenuation(ARTICLE, coherent=False) == pytest.approx(261.0, abs=0.5)


def test_half_thickness_at_200_kev():
    assert np.log(2) / per_mm(200.0) == pytest.approx(0.612, abs=5e-4)
    assert np.log(2) / lead_mass_attenuation(200.0) == pytest.approx(0.694, abs=5e-4)


@pytest.mark.parametrize(("energy_keV", "expected"), [(171.28, 1.649), (245.35, 0.706)])
def test_the_lines_of_indium_111(energy_keV, expected):
    assert per_mm(energy_keV) == pytest.approx(expected, abs=5e-4)


def test_k_edge_jumps_from_1_910_to_7_683():
    below, above = lead_mass_attenuation([np.nextafter(88.0045, 0), 88.0045])
    assert below == pytest.approx(1.910, rel=1e-6)
    assert above == pytest.approx(7.683, rel=1e-6)


@pytest.mark.parametrize("coherent", [True, False])
def test_every_row_of_the_table_is_hit(coherent):
    table = np.loadtxt(TABLE, delimiter=",", skiprows=1)
    below_an_edge = np.append(np.diff(table[:, 0]) == 0, [False])
    energy = np.where(below_an_edge, np.nextafter(table[:, 0], 0), table[:, 0])
    values = lead_mass_attenuation(energy, coherent)
    np.testing.assert_allclose(values, table[:, 1 if coherent else 2], rtol=1e-9)


@pytest.mark.parametrize("coherent", [True, False])
def test_energy_is_the_inverse_of_attenuation_between_k_edge_and_minimum(coherent):
    for energy in [88.0045, 100.0, 171.28, 661.657, 1332.5, 2614.5, 3500.0]:
        value = lead_mass_attenuation(energy, coherent)
        assert energy_from_mass_attenuation(value, coherent) == pytest.approx(energy, rel=1e-9)


def test_an_attenuation_that_two_energies_share_names_both():
    energies = energies_from_mass_attenuation(0.045)
    assert set(energies) == {FALLING, RISING}
    np.testing.assert_allclose(lead_mass_attenuation(list(energies.values())), 0.045)
    assert energies[FALLING] < 3700 < energies[RISING]


def test_above_the_k_edge_only_is_refused_with_the_energy_that_fits():
    with pytest.raises(ValueError, match=r"below the K edge: \d"):
        energy_from_mass_attenuation(50.0)


@pytest.mark.parametrize("value", [0.0, -1.0, float("nan"), float("inf")])
def test_no_energy_for_nonsense(value):
    with pytest.raises(ValueError, match="positive number"):
        energy_from_mass_attenuation(value)


@pytest.mark.parametrize("energy_keV", [9.9, 10_001.0, float("nan"), [100.0, 5.0]])
def test_energies_outside_the_table_are_refused(energy_keV):
    with pytest.raises(ValueError, match="outside the table of lead, 10 to 10000 keV"):
        lead_mass_attenuation(energy_keV)


def test_scalars_give_scalars_and_arrays_keep_their_shape():
    assert isinstance(lead_mass_attenuation(200.0), float)
    assert lead_mass_attenuation(np.full((2, 3), 200.0)).shape == (2, 3)
