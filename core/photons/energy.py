"""Which photon energies an attenuation in lead belongs to, with their uncertainty."""

from dataclasses import dataclass

from core.photons.lead import branches, mass_attenuation

MAIN_BRANCHES = 3


@dataclass(frozen=True)
class PhotonEnergy:
    """An energy in keV that fits mu, its standard error, and the branch of mu/rho it lies on."""

    branch: str
    energy: float
    stderr: float
    coherent: bool


def photon_energies(
    mu_per_mm: float, mu_stderr: float = 0.0, coherent: bool = True
) -> tuple[PhotonEnergy, ...]:
    """Return the energies of narrow-beam photons that lead attenuates with mu, by branch.

    u(E) = |dE/dmu| u(mu), the slope taken across the interval mu +- u(mu) and cut off at the
    ends of the branch. A broad beam or a mixture of lines has no single energy: then these are
    the energies of one line that would be attenuated alike.

    >>> [(e.branch, round(e.energy), round(e.stderr, 1)) for e in photon_energies(0.572, 0.004)]
    [('falling (K edge to minimum)', 270, 0.9)]
    """
    value, error = mass_attenuation(mu_per_mm), mass_attenuation(mu_stderr)
    found = []
    for branch in branches(coherent)[-MAIN_BRANCHES:]:
        energy = branch.energy(value)
        if energy is not None:
            low, high = branch.range_cm2_g
            ends = [branch.energy(max(low, value - error)), branch.energy(min(high, value + error))]
            spread = abs((ends[0] or energy) - (ends[1] or energy)) / 2
            found.append(PhotonEnergy(branch.name, energy, spread, coherent))
    return tuple(found)
