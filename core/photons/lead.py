"""How strongly lead attenuates photons, and which energy a measured attenuation belongs to.

The table is `data/lead_mu.csv` (NIST XCOM). An energy that appears twice in it is an absorption
edge: each side is interpolated by itself, by a cubic spline of ln(mu/rho) over ln(energy).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, TypeVar, overload

import numpy as np
import scipy
from numpy.typing import ArrayLike, NDArray

from core.project.paths import DATA
from core.tables.records import read_records

Value = TypeVar("Value", float, NDArray[np.float64])

TABLE = DATA / "lead_mu.csv"
ENERGY, TOTAL, WITHOUT_COHERENT = "energy_kev", "mu_rho_total", "mu_rho_without_coherent"
DENSITY_G_CM3 = 11.35
"""Density of lead, as the article and the tables of NIST give it."""
MM_PER_G_CM2 = 10 / DENSITY_G_CM3
"""Thickness in mm of lead with a mass per area of 1 g/cm2."""

FALLING = "falling (K edge to minimum)"
RISING = "rising (above the minimum)"
BELOW_K = "below the K edge"
BELOW_L = "below the L edges"


@dataclass(frozen=True)
class Branch:
    """A stretch of energies, low to high in keV, over which mu/rho only falls or only rises."""

    name: str
    low: float
    high: float
    _spline: Any

    def mass_attenuation(self, energy_keV: float) -> float:
        """Return mu/rho in cm2/g at an energy on this branch."""
        return float(np.exp(self._spline(np.log(energy_keV))))

    @property
    def range_cm2_g(self) -> tuple[float, float]:
        """The smallest and the largest mu/rho of the branch."""
        ends = self.mass_attenuation(self.low), self.mass_attenuation(self.high)
        return min(ends), max(ends)

    def energy(self, mass_attenuation: float) -> float | None:
        """Return the energy in keV at which the branch has this mu/rho, or None."""
        low, high = self.range_cm2_g
        # The ends themselves belong to the branch, but rounding may put their root outside.
        if np.isclose(mass_attenuation, [low, high], rtol=1e-12, atol=0).any():
            ends = (self.low, self.high)
            return min(ends, key=lambda e: abs(self.mass_attenuation(e) - mass_attenuation))
        if not low < mass_attenuation < high:
            return None
        energies = np.exp(self._spline.solve(np.log(mass_attenuation), extrapolate=False))
        inside = (energies >= self.low) & (energies <= self.high)
        return float(energies[inside][0])


@overload
def lead_mass_attenuation(energy_keV: float, coherent: bool = True) -> float: ...
@overload
def lead_mass_attenuation(
    energy_keV: Sequence[float] | NDArray[np.float64], coherent: bool = True
) -> NDArray[np.float64]: ...
def lead_mass_attenuation(
    energy_keV: ArrayLike, coherent: bool = True
) -> float | NDArray[np.float64]:
    """Return the mass attenuation coefficient mu/rho of lead in cm2/g.

    `energy_keV` is a number or an array between 10 keV and 10 MeV. Without coherent scattering
    (`coherent=False`) photons that are deflected without losing energy count as transmitted,
    which suits a broad beam. At an absorption edge the value is that just above the edge.

    >>> round(lead_mass_attenuation(200.0), 4)
    0.9985
    """
    energy = np.asarray(energy_keV, dtype=np.float64)
    edges, pieces = _pieces(coherent)
    low, high = edges[0], edges[-1]
    outside = ~((energy >= low) & (energy <= high))
    if outside.any():
        first = energy[outside].flat[0] if energy.ndim else energy
        raise ValueError(
            f"energy {first} keV is outside the table of lead, {low:g} to {high:g} keV"
        )
    piece = np.clip(np.searchsorted(edges, energy, side="right") - 1, 0, len(pieces) - 1)
    result = np.empty_like(energy)
    for index, spline in enumerate(pieces):
        here = piece == index
        result[here] = np.exp(spline(np.log(energy[here])))
    return float(result) if energy.ndim == 0 else result


def energy_from_mass_attenuation(value: float, coherent: bool = True) -> float:
    """Return the photon energy in keV at which lead has this mu/rho in cm2/g.

    The inverse is not unique. This is the energy on the branch between the K edge and the
    minimum near 4 MeV, where gamma lines lie; `energies_from_mass_attenuation` names them all.

    >>> round(energy_from_mass_attenuation(mass_attenuation(0.572)))
    270
    """
    energies = energies_from_mass_attenuation(value, coherent)
    if FALLING not in energies:
        low, high = next(b for b in branches(coherent) if b.name == FALLING).range_cm2_g
        elsewhere = "".join(f"; {name}: {energy:.4g} keV" for name, energy in energies.items())
        raise ValueError(
            f"no energy between the K edge and the minimum of lead has mu/rho = {value:.4g} cm2/g "
            f"(there it runs from {low:.4g} to {high:.4g}){elsewhere}"
        )
    return energies[FALLING]


def energies_from_mass_attenuation(value: float, coherent: bool = True) -> dict[str, float]:
    """Return every energy in keV at which lead has this mu/rho, by the name of its branch.

    Below the L1 edge, 15.9 keV, the table has one short branch after another; of these the one
    of highest energy answers.

    >>> {name: round(e) for name, e in energies_from_mass_attenuation(0.045).items()}
    {'falling (K edge to minimum)': 2159, 'rising (above the minimum)': 6797}
    """
    if not (np.isfinite(value) and value > 0):
        raise ValueError(f"mu/rho must be a positive number of cm2/g, not {value}")
    found = ((branch.name, branch.energy(value)) for branch in branches(coherent))
    return {name: energy for name, energy in found if energy is not None}


def mass_attenuation(mu_per_mm: float) -> float:
    """Return mu/rho of lead in cm2/g for a linear attenuation coefficient mu per mm."""
    return mu_per_mm * 10 / DENSITY_G_CM3


def attenuation_per_mm(mass_attenuation: Value) -> Value:
    """Return the linear attenuation coefficient mu of lead per mm for mu/rho in cm2/g."""
    return mass_attenuation * DENSITY_G_CM3 / 10


@cache
def branches(coherent: bool = True) -> tuple[Branch, ...]:
    """Return the branches of mu/rho of lead, from low to high energy."""
    edges, pieces = _pieces(coherent)
    low_pieces = [
        Branch(BELOW_L, edges[i], edges[i + 1], spline) for i, spline in enumerate(pieces[:-2])
    ]
    last = pieces[-1]
    turning = float(np.exp(last.derivative().roots(extrapolate=False)[0]))
    return (
        *low_pieces,
        Branch(BELOW_K, edges[-3], edges[-2], pieces[-2]),
        Branch(FALLING, edges[-2], turning, last),
        Branch(RISING, turning, edges[-1], last),
    )


def k_edge() -> float:
    """Return the energy of the K absorption edge in keV.

    >>> k_edge()
    88.0045
    """
    return next(branch.low for branch in branches() if branch.name == FALLING)


@cache
def _pieces(coherent: bool) -> tuple[tuple[float, ...], tuple[Any, ...]]:
    """Return the ends of the pieces between edges, and the spline of each piece."""
    table = read_records(TABLE, (ENERGY, TOTAL, WITHOUT_COHERENT))
    keV = table.numbers(ENERGY)
    energy, value = np.log(keV), np.log(table.numbers(TOTAL if coherent else WITHOUT_COHERENT))
    starts = [0, *(np.flatnonzero(np.diff(energy) == 0) + 1), len(energy)]
    spans = [slice(a, b) for a, b in pairwise(starts)]
    ends = (*(float(keV[span.start]) for span in spans), float(keV[-1]))
    return ends, tuple(scipy.interpolate.CubicSpline(energy[s], value[s]) for s in spans)
