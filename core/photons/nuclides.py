"""Photon lines of nuclides, and what is left of them behind lead in a narrow beam.

The table is `data/gamma_lines.csv` (evaluations of the Laboratoire National Henri Becquerel).
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.photons.lead import attenuation_per_mm, lead_mass_attenuation
from core.project.paths import DATA
from core.tables.records import Record, read_records

TABLE = DATA / "gamma_lines.csv"
NUMBERS = ("half_life_s", "energy_kev", "intensity_pct")


@dataclass(frozen=True)
class Nuclide:
    """A nuclide with the photon lines it emits: energies in keV, photons per 100 decays."""

    name: str
    half_life_s: float
    energy_keV: NDArray[np.float64]  # noqa: N815  a unit is written as it is written
    intensity_pct: NDArray[np.float64]

    def above(self, energy_keV: float) -> "Nuclide":
        """Return the nuclide with only the lines at or above an energy."""
        kept = self.energy_keV >= energy_keV
        return Nuclide(self.name, self.half_life_s, self.energy_keV[kept], self.intensity_pct[kept])


@cache
def nuclides() -> dict[str, Nuclide]:
    """Return every nuclide of the table by its name, such as ``In-111``."""
    lines: dict[str, list[Record]] = {}
    for row in read_records(TABLE, NUMBERS).rows:
        lines.setdefault(row.cells["nuclide"], []).append(row)
    return {name: _nuclide(name, rows) for name, rows in lines.items()}


def _nuclide(name: str, rows: list[Record]) -> Nuclide:
    half_life, energy, intensity = (np.array([row.number(key) for row in rows]) for key in NUMBERS)
    return Nuclide(name, float(half_life[0]), energy, intensity)


def nuclide(name: str) -> Nuclide:
    """Return one nuclide; ValueError names those in the table.

    >>> [round(float(e)) for e in nuclide("In-111").above(100).energy_keV]
    [171, 245]
    """
    try:
        return nuclides()[name]
    except KeyError:
        raise ValueError(f"no nuclide {name!r}: choose one of {', '.join(nuclides())}") from None


def line_attenuation_per_mm(source: Nuclide, coherent: bool = True) -> NDArray[np.float64]:
    """Return mu of lead for each line of the nuclide, per mm."""
    return attenuation_per_mm(lead_mass_attenuation(source.energy_keV, coherent))


def transmission(
    source: Nuclide, thickness_mm: ArrayLike, coherent: bool = True
) -> NDArray[np.float64]:
    """Return the share of the emitted photons that pass lead in a narrow beam, all lines alike.

    A sum of exponentials, one for each line: sum(I exp(-mu x)) / sum(I).
    """
    return np.exp(log_transmission(source, thickness_mm, coherent))


def log_transmission(
    source: Nuclide, thickness_mm: ArrayLike, coherent: bool = True
) -> NDArray[np.float64]:
    """Return the natural logarithm of `transmission`, also where that is too small for a float."""
    x = np.asarray(thickness_mm, dtype=np.float64)
    mu = line_attenuation_per_mm(source, coherent)
    hardest = mu.min()
    # The weakest exponent is taken out, so that thick lead leaves something to take the log of.
    left = np.exp(-np.multiply.outer(x, mu - hardest)) @ source.intensity_pct
    return np.asarray(np.log(left / source.intensity_pct.sum()) - hardest * x)


def effective_attenuation(
    source: Nuclide, thickness_mm: ArrayLike, coherent: bool = True
) -> NDArray[np.float64]:
    """Return -d ln(transmission)/dx, the slope that a fit would see behind this much lead.

    It falls with thickness towards mu of the hardest line: soft lines die out first.
    """
    x = np.asarray(thickness_mm, dtype=np.float64)
    mu = line_attenuation_per_mm(source, coherent)
    # The weakest exponent is taken out, so that thick lead does not turn everything into 0/0.
    left = np.exp(-np.multiply.outer(x, mu - mu.min())) * source.intensity_pct
    return np.asarray(left @ mu / left.sum(axis=-1))


def value_layer_mm(source: Nuclide, share: float = 0.5, coherent: bool = True) -> float:
    """Return the lead in mm that leaves this share of the photons: 0.5 is the half-value layer."""
    if not 0 < share < 1:
        raise ValueError(f"share must be between 0 and 1, not {share}")
    mu = line_attenuation_per_mm(source, coherent)
    # Between the thicknesses that the softest and the hardest line alone would need.
    low, high = -np.log(share) / mu.max(), -np.log(share) / mu.min()
    for _ in range(100):
        middle = (low + high) / 2
        if transmission(source, middle, coherent) > share:
            low = middle
        else:
            high = middle
    return float((low + high) / 2)
