"""The numbers of the article's radiation example, computed once and as the article quotes them."""

from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from core.attenuation import AttenuationFit
from core.energy import photon_energies
from core.lab import read_lab
from core.lead import DENSITY_G_CM3, lead_mass_attenuation
from core.nuclides import nuclide

MEASUREMENT = Path(__file__).parent.parent / "data" / "attenuation_lead.csv"

ENERGY_READ_OFF_KEV = 200.0
"""The energy that the article reads off a chart, "about 200 keV"."""
CANDIDATE = "In-111"
"""The isotope that the article finds likely."""
PROMINENT_PCT = 50.0
"""A line with at least this many photons per 100 decays is one of its "prevalent" lines."""


@dataclass(frozen=True)
class Quoted:
    """A number in full and as text gives it, with its unit."""

    value: float
    quoted: str
    unit: str


def article_fit() -> AttenuationFit:
    """Return the article's recipe applied to the article's (reconstructed) measurement."""
    return read_lab(MEASUREMENT).fit("article")


def article_lines() -> list[float]:
    """Return the energies of the candidate's prominent gamma lines in keV, ascending."""
    candidate = nuclide(CANDIDATE)
    return [float(e) for e in candidate.energy_keV[candidate.intensity_pct >= PROMINENT_PCT]]


def radiation_numbers() -> dict[str, dict[str, float | str]]:
    """Return each number by name: its value, the text that quotes it, and its unit.

    `mu`, `x_h`, `rho_x_h` and the two lines read as in the article. `energy` is what computation
    gives instead of the energy that the article read off a chart, `energy_read_off`.
    """
    fit = article_fit()
    energy, incoherent = (
        photon_energies(fit.mu_per_mm, fit.mu_stderr, coherent)[0] for coherent in (True, False)
    )
    read_off_mu = lead_mass_attenuation(ENERGY_READ_OFF_KEV) * DENSITY_G_CM3 / 10
    low_line, high_line = article_lines()
    numbers = {
        "mu": Quoted(fit.mu_per_mm, f"{fit.mu_per_mm:.3f}", "1/mm"),
        "mu_stderr": Quoted(fit.mu_stderr, f"{fit.mu_stderr:.3f}", "1/mm"),
        "x_h": Quoted(fit.half_thickness_mm, f"{fit.half_thickness_mm:.2f}", "mm"),
        "x_h_stderr": Quoted(fit.half_thickness_stderr, f"{fit.half_thickness_stderr:.2f}", "mm"),
        "rho": Quoted(DENSITY_G_CM3, f"{DENSITY_G_CM3:.2f}", "g/cm3"),
        "rho_x_h": Quoted(fit.half_thickness_g_cm2, f"{fit.half_thickness_g_cm2:.2f}", "g/cm2"),
        "energy": Quoted(energy.energy, f"{energy.energy:.0f}", "keV"),
        "energy_stderr": Quoted(energy.stderr, f"{energy.stderr:.0f}", "keV"),
        "energy_without_coherent": Quoted(incoherent.energy, f"{incoherent.energy:.0f}", "keV"),
        "energy_read_off": Quoted(ENERGY_READ_OFF_KEV, f"{ENERGY_READ_OFF_KEV:.0f}", "keV"),
        "x_h_at_energy_read_off": Quoted(
            float(np.log(2)) / read_off_mu, f"{np.log(2) / read_off_mu:.3f}", "mm"
        ),
        "in111_low_line": Quoted(low_line, f"{low_line:.0f}", "keV"),
        "in111_high_line": Quoted(high_line, f"{high_line:.0f}", "keV"),
        **{
            f"mu_{name}": Quoted(float(mu), f"{mu:.3f}", "1/mm")
            for name, mu in zip(
                ("in111_low_line", "in111_high_line"),
                lead_mass_attenuation([low_line, high_line]) * DENSITY_G_CM3 / 10,
                strict=True,
            )
        },
    }
    return {name: asdict(number) for name, number in numbers.items()}
