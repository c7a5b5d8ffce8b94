"""What a slope alone allows: it lists nuclides, it does not identify one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from core.identification import GEOMETRY, candidates
from core.line import fit_line
from core.nuclides import Nuclide, effective_attenuation, transmission
from core.validation import vector


@dataclass(frozen=True)
class SlopeMatch:
    """How near a nuclide's curve comes to a slope, per mm.

    `narrow_beam` is the smallest and largest slope of its narrow-beam curve over the lead that
    was fitted. `open_set_up` is the lowest slope that the article's recipe can report for it: a
    broad beam, and a background, not subtracted, that makes up half of the last fitted rate.
    """

    name: str
    narrow_beam: tuple[float, float]
    open_set_up: float

    def distance(self, mu_per_mm: float) -> float:
        """Return how far mu lies outside the narrow-beam slopes, as a share of mu; 0 inside."""
        low, high = self.narrow_beam
        return max(low - mu_per_mm, mu_per_mm - high, 0.0) / mu_per_mm

    def compatibility(self, mu_per_mm: float, mu_stderr: float) -> str:
        """Return ``narrow beam``, ``open set-up`` or ``no``, within two standard errors."""
        low, high = self.narrow_beam
        reach = 2 * mu_stderr
        if low - reach <= mu_per_mm <= high + reach:
            return "narrow beam"
        return "open set-up" if self.open_set_up - reach <= mu_per_mm <= low else "no"


def slope_matches(thickness_mm: ArrayLike, mu_per_mm: float) -> tuple[SlopeMatch, ...]:
    """Return every nuclide, nearest to mu first, for a fit over these thicknesses."""
    x = vector(thickness_mm, "thickness_mm")
    matches = []
    for source in candidates().values():
        steep, flat = effective_attenuation(source, [x.min(), x.max()])
        narrow = (float(flat), float(steep))
        matches.append(SlopeMatch(source.name, narrow, open_set_up_slope(source, x)))
    return tuple(sorted(matches, key=lambda match: match.distance(mu_per_mm)))


def open_set_up_slope(
    source: Nuclide, thickness_mm: ArrayLike, geometry: float = GEOMETRY[0]
) -> float:
    """Return the mu that least squares on ln(gross rate) gives without noise.

    The beam is broad (`geometry`) and half of the rate behind the thickest lead is background.
    """
    x = vector(thickness_mm, "thickness_mm")
    left = transmission(source, geometry * x)
    return -fit_line(x, np.log(left + left.min())).slope
