"""Known gamma lines, simulated behind lead and read back: does the method return their energies?"""

from dataclasses import dataclass

import numpy as np

from core.attenuation.fit import Method, fit_attenuation
from core.photons.energy import PhotonEnergy, photon_energies
from core.photons.lead import FALLING, attenuation_per_mm, lead_mass_attenuation
from core.photons.nuclides import nuclides

SEED = 20211126
NAMES = ("Tc-99m", "In-111", "Hg-203", "I-131", "F-18", "Cs-137", "Co-60")
PROMINENT_PCT = 50.0
SHEETS = 12
HALF_THICKNESSES = 6.0
SOURCE_RATE, BACKGROUND_RATE = 2000.0, 5.0
TIME_S, BACKGROUND_TIME_S = 20.0, 300.0


@dataclass(frozen=True)
class ReadBack:
    """A line of known energy in keV, and the energies that two fits of one simulated lab give."""

    nuclide: str
    energy: float
    poisson: PhotonEnergy
    article: PhotonEnergy


def read_back(seed: int = SEED) -> tuple[ReadBack, ...]:
    """Simulate one lab for each prominent line and return what is read from it.

    Each line is measured alone, in a narrow beam, with sheets up to six of its half thicknesses;
    counts and background are Poisson distributed.
    """
    rng = np.random.default_rng(seed)
    return tuple(_one(name, energy, rng) for name, energy in _known_lines())


def _known_lines() -> list[tuple[str, float]]:
    lines = []
    for name in NAMES:
        source = nuclides()[name]
        prominent = source.energy_keV[source.intensity_pct >= PROMINENT_PCT]
        lines += [(name, float(energy)) for energy in prominent]
    return sorted(lines, key=lambda line: line[1])


def _one(name: str, energy: float, rng: np.random.Generator) -> ReadBack:
    mu = attenuation_per_mm(lead_mass_attenuation(energy))
    sheets = np.linspace(0, HALF_THICKNESSES * np.log(2) / mu, SHEETS)
    counts = rng.poisson(TIME_S * (SOURCE_RATE * np.exp(-mu * sheets) + BACKGROUND_RATE))
    run = (float(rng.poisson(BACKGROUND_TIME_S * BACKGROUND_RATE)), BACKGROUND_TIME_S)

    def energy_by(method: Method) -> PhotonEnergy:
        fit = fit_attenuation(sheets, counts, TIME_S, background=run, method=method)
        found = photon_energies(fit.mu_per_mm, fit.mu_stderr)
        return next(energy for energy in found if energy.branch == FALLING)

    return ReadBack(name, energy, energy_by("poisson"), energy_by("article"))
