"""What the article says of its radiation example, as numbers and sentences computed from a fit."""

import math
from collections.abc import Sequence

from core.attenuation.fit import AttenuationFit
from core.attenuation.slopes import SlopeMatch
from core.photons.energy import photon_energies
from core.photons.lead import DENSITY_G_CM3, attenuation_per_mm, lead_mass_attenuation
from core.photons.nuclides import nuclide
from core.project.paths import DATA
from core.writing.digits import reproducible

MEASUREMENT = DATA / "attenuation_lead.csv"
"""The article's lab, reconstructed from the result that it gives."""
PUBLISHED = "N. Olovsson (2021)"
"""Where that result was published."""

Number = dict[str, float | str]

READ_OFF_KEV = 200.0
"""The energy that the article reads off a chart, "about 200 keV"."""
CANDIDATE = "In-111"
"""The isotope that the article finds likely."""
PROMINENT_PCT = 50.0
"""A line with at least this many photons per 100 decays is one of its "prevalent" lines."""


def article_lines() -> list[float]:
    """Return the energies of the candidate's prominent gamma lines in keV, ascending."""
    candidate = nuclide(CANDIDATE)
    return [float(e) for e in candidate.energy_keV[candidate.intensity_pct >= PROMINENT_PCT]]


def statements(numbers: dict[str, Number], ranking: Sequence[SlopeMatch]) -> tuple[str, str, str]:
    """Return what the article concluded, what computation gives, and what remains possible.

    `numbers` are the `radiation_numbers` of a fit, `ranking` its `slope_matches`.
    """
    quoted = {name: number["quoted"] for name, number in numbers.items()}
    names = [match.name for match in ranking]
    place = names.index(CANDIDATE)
    nearer = f"By slope alone {', '.join(names[:place])} come nearer. " if place else ""
    return (
        f"The article reads about {quoted['energy_read_off']} keV off a chart and finds "
        f"{CANDIDATE} likely, with lines at {quoted['in111_low_line']} and "
        f"{quoted['in111_high_line']} keV.",
        f"Computed from mu = {quoted['mu']} per mm the energy is {quoted['energy']} keV "
        f"({quoted['energy_without_coherent']} keV without coherent scattering); at "
        f"{quoted['energy_read_off']} keV the half thickness would be "
        f"{quoted['x_h_at_energy_read_off']} mm.",
        f"{CANDIDATE} remains possible, not proven: in a narrow beam its slope never falls below "
        f"{quoted['mu_in111_high_line']} per mm, but an open set-up whose background is not "
        f"subtracted can give as little as {ranking[place].open_set_up:.2f}. {nearer}"
        "A spectrum would decide.",
    )


def radiation_numbers(fit: AttenuationFit) -> dict[str, Number]:
    """Return each number of the example by name: its value, the text that quotes it, its unit.

    `fit` is the article's recipe applied to its measurement. `mu`, `x_h`, `rho_x_h` and the two
    lines read as in the article: its decimals, not the digits of the error, say where the text
    ends. `energy` is what computation gives instead of the energy that the article read off a
    chart, `energy_read_off`.
    """
    energy, without_coherent = (
        photon_energies(fit.mu_per_mm, fit.mu_stderr, coherent)[0] for coherent in (True, False)
    )
    low, high = article_lines()
    mu_low, mu_high, mu_read_off = (
        attenuation_per_mm(lead_mass_attenuation(line)) for line in (low, high, READ_OFF_KEV)
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
        name: {"value": reproducible(value), "quoted": f"{value:.{decimals}f}", "unit": unit}
        for name, value, decimals, unit in rows
    }
