"""Which photon energies an attenuation in lead belongs to, with their uncertainty."""

from dataclasses import dataclass
from math import isfinite

from core.photons.lead import Branch, branches, mass_attenuation

MAIN_BRANCHES = 3
REACH = 2.0
"""A branch belongs to mu when it lies within this many standard errors, 95 % of normal errors."""


@dataclass(frozen=True)
class PhotonEnergy:
    """An energy in keV that fits mu, its standard error, and the branch of mu/rho it lies on.

    `beyond` is 0 where the branch has this mu. Else mu lies that many of its standard errors
    beyond the end of the branch, at most `REACH`, and `energy` is that of the end.
    """

    branch: str
    energy: float
    stderr: float
    coherent: bool
    beyond: float = 0.0


def photon_energies(
    mu_per_mm: float, mu_stderr: float = 0.0, coherent: bool = True
) -> tuple[PhotonEnergy, ...]:
    """Return the energies of narrow-beam photons that lead attenuates with mu, by branch.

    u(E) = |dE/dmu| u(mu), the slope taken across the interval mu +- u(mu) and cut off at the
    ends of the branch. A mu that lies beyond the end of a branch by less than its own error
    allows is compatible with the end: see `PhotonEnergy.beyond`. A broad beam or a mixture of
    lines has no single energy: then these are the energies of one line that would be attenuated
    alike. ValueError unless mu is positive and its error 0 or more.

    >>> [(e.branch, round(e.energy), round(e.stderr, 1)) for e in photon_energies(0.572, 0.004)]
    [('falling (K edge to minimum)', 270, 0.9)]
    """
    if not (isfinite(mu_per_mm) and mu_per_mm > 0):
        raise ValueError(f"mu_per_mm must be a positive number per mm, not {mu_per_mm}")
    if not (isfinite(mu_stderr) and mu_stderr >= 0):
        raise ValueError(f"mu_stderr must be a number of 0 or more per mm, not {mu_stderr}")
    value, error = mass_attenuation(mu_per_mm), mass_attenuation(mu_stderr)
    found = (_on(branch, value, error, coherent) for branch in branches(coherent)[-MAIN_BRANCHES:])
    return tuple(energy for energy in found if energy is not None)


def _on(branch: Branch, value: float, error: float, coherent: bool) -> PhotonEnergy | None:
    """Return the energy at which a branch has this mu/rho, or comes near enough to it."""
    low, high = branch.range_cm2_g
    nearest = min(max(value, low), high)
    away = abs(value - nearest)
    if away > REACH * error and branch.energy(value) is None:
        return None
    energy, *ends = (
        branch.energy(min(max(at, low), high)) for at in (nearest, nearest - error, nearest + error)
    )
    assert energy is not None
    spread = abs((ends[0] or energy) - (ends[1] or energy)) / 2
    return PhotonEnergy(branch.name, energy, spread, coherent, away / error if error else 0.0)
