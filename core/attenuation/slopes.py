"""What a slope alone allows: it lists nuclides, it does not identify one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from core.attenuation.identification import GEOMETRY, candidates
from core.fits.line import fit_line
from core.numerics.validation import vector
from core.photons.nuclides import Nuclide, effective_attenuation, log_transmission


@dataclass(frozen=True)
class SlopeMatch:
    """How near a nuclide's curve comes to a measured slope mu, all slopes per mm.

    `fitted` is the slope of a line through ln of its narrow-beam curve over the lead that was
    measured, `narrow_beam` the smallest and largest slope of that curve on the way.
    `open_set_up` is the least that the article's recipe would report in an open set-up.
    `compatible` says with what mu agrees within two standard errors: ``narrow beam``,
    ``open set-up`` or ``no``.
    """

    name: str
    fitted: float
    narrow_beam: tuple[float, float]
    open_set_up: float
    compatible: str


def slope_matches(
    thickness_mm: ArrayLike, mu_per_mm: float, mu_stderr: float = 0.0
) -> tuple[SlopeMatch, ...]:
    """Return every nuclide, the one whose fitted slope is nearest to mu first."""
    x = vector(thickness_mm, "thickness_mm")
    matches = [_match(source, x, mu_per_mm, 2 * mu_stderr) for source in candidates().values()]
    return tuple(sorted(matches, key=lambda match: abs(match.fitted - mu_per_mm)))


def _match(source: Nuclide, x: np.ndarray, mu: float, reach: float) -> SlopeMatch:
    steep, flat = (float(slope) for slope in effective_attenuation(source, [x.min(), x.max()]))
    least = open_set_up_slope(source, x)
    compatible = "no"
    if flat - reach <= mu <= steep + reach:
        compatible = "narrow beam"
    elif least - reach <= mu <= steep:
        compatible = "open set-up"
    fitted = -fit_line(x, log_transmission(source, x)).slope
    return SlopeMatch(source.name, fitted, (flat, steep), least, compatible)


def open_set_up_slope(source: Nuclide, thickness_mm: ArrayLike) -> float:
    """Return the least mu that the article's recipe can give for a nuclide, without noise.

    The set-up is as open as `identification.GEOMETRY` allows, and half of the rate behind the
    thickest lead is background that nobody subtracts.
    """
    x = vector(thickness_mm, "thickness_mm")
    log_left = log_transmission(source, GEOMETRY[0] * x)
    return -fit_line(x, np.logaddexp(log_left, log_left.min())).slope
