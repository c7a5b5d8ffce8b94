"""The numbers of the article's radiation example, computed once and as the article quotes them."""

import math

from core.attenuation.fit import AttenuationFit
from core.attenuation.lab import read_lab
from core.attenuation.slopes import slope_matches
from core.photons.energy import PhotonEnergy, photon_energies
from core.photons.lead import DENSITY_G_CM3, lead_mass_attenuation
from core.photons.nuclides import nuclide
from core.project.paths import DATA

MEASUREMENT = DATA / "attenuation_lead.csv"

READ_OFF_KEV = 200.0
"""The energy that the article reads off a chart, "about 200 keV"."""
CANDIDATE = "In-111"
"""The isotope that the article finds likely."""
PROMINENT_PCT = 50.0
"""A line with at least this many photons per 100 decays is one of its "prevalent" lines."""

NEARER_NAMED = 4


def article_fit() -> AttenuationFit:
    """Return the article's recipe applied to the article's (reconstructed) measurement."""
    return read_lab(MEASUREMENT).fit("article")


def article_lines() -> list[float]:
    """Return the energies of the candidate's prominent gamma lines in keV, ascending."""
    candidate = nuclide(CANDIDATE)
    return [float(e) for e in candidate.energy_keV[candidate.intensity_pct >= PROMINENT_PCT]]


def article_energies() -> tuple[PhotonEnergy, PhotonEnergy]:
    """Return the energy that the article's slope belongs to, with and without coherent."""
    fit = article_fit()
    with_coherent, without = (
        photon_energies(fit.mu_per_mm, fit.mu_stderr, coherent)[0] for coherent in (True, False)
    )
    return with_coherent, without


def statements() -> tuple[str, str, str]:
    """Return what the article concluded, what computation gives, and what remains possible."""
    numbers = {name: number["quoted"] for name, number in radiation_numbers().items()}
    lab = read_lab(MEASUREMENT)
    fit = article_fit()
    matches = slope_matches(lab.thickness_mm[fit.used], fit.mu_per_mm, fit.mu_stderr)
    names = [match.name for match in matches]
    nearer = ", ".join(names[: names.index(CANDIDATE)][:NEARER_NAMED])
    candidate = matches[names.index(CANDIDATE)]
    return (
        f"The article reads about {numbers['energy_read_off']} keV off a chart and finds "
        f"{CANDIDATE} likely, with lines at {numbers['in111_low_line']} and "
        f"{numbers['in111_high_line']} keV.",
        f"Computed from mu = {numbers['mu']} per mm the energy is {numbers['energy']} keV "
        f"({numbers['energy_without_coherent']} keV without coherent scattering); at "
        f"{numbers['energy_read_off']} keV the half thickness would be "
        f"{numbers['x_h_at_energy_read_off']} mm.",
        f"{CANDIDATE} remains possible, not proven: in a narrow beam its slope never falls below "
        f"{numbers['mu_in111_high_line']} per mm, but an open set-up whose background is not "
        f"subtracted can give as little as {candidate.open_set_up:.2f}. By slope alone {nearer} "
        "come nearer. A spectrum would decide.",
    )


def radiation_numbers() -> dict[str, dict[str, float | str]]:
    """Return each number by name: its value, the text that quotes it, and its unit.

    `mu`, `x_h`, `rho_x_h` and the two lines read as in the article. `energy` is what computation
    gives instead of the energy that the article read off a chart, `energy_read_off`.
    """
    fit = article_fit()
    energy, without_coherent = article_energies()
    low, high = article_lines()
    mu_low, mu_high, mu_read_off = (
        lead_mass_attenuation(line) * DENSITY_G_CM3 / 10 for line in (low, high, READ_OFF_KEV)
    )
    rows = [
        ("mu", fit.mu_per_mm, 3, "1/mm"),
        ("mu_stderr", fit.mu_stderr, 3, "1/mm"),
        ("x_h", fit.half_thickness_mm, 2, "mm"),
        ("x_h_stderr", fit.half_thickness_stderr, 2, "mm"),
        ("rho", DENSITY_G_CM3, 2, "g/cm3"),
        ("rho_x_h", fit.half_thickness_g_cm2, 2, "g/cm2"),
        ("rho_x_h_stderr", fit.half_thickness_g_cm2_stderr, 2, "g/cm2"),
        ("energy", energy.energy, 0, "keV"),
        ("energy_stderr", energy.stderr, 0, "keV"),
        ("energy_without_coherent", without_coherent.energy, 0, "keV"),
        ("energy_read_off", READ_OFF_KEV, 0, "keV"),
        ("x_h_at_energy_read_off", math.log(2) / mu_read_off, 3, "mm"),
        ("in111_low_line", low, 0, "keV"),
        ("in111_high_line", high, 0, "keV"),
        ("mu_in111_low_line", mu_low, 3, "1/mm"),
        ("mu_in111_high_line", mu_high, 3, "1/mm"),
    ]
    return {
        name: {"value": value, "quoted": f"{value:.{decimals}f}", "unit": unit}
        for name, value, decimals, unit in rows
    }
