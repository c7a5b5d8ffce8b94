"""Half thickness of lead over photon energy, in g/cm2 and in mm: what its pictures share."""

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from core import palette
from core.photons.lead import MM_PER_G_CM2, k_edge, lead_mass_attenuation

CURVE_POINTS = 2000
LOOKS = {True: ("-", "with all scattering"), False: ("--", "without coherent scattering")}
"""Dashes and name of the curve with and without coherent scattering."""

Span = tuple[float, float]


def half_thickness_g_cm2(energies: NDArray[np.float64], coherent: bool) -> NDArray[np.float64]:
    """Return rho x_h = ln 2 / (mu/rho)."""
    return np.asarray(np.log(2) / lead_mass_attenuation(energies, coherent))


def draw_curves(ax: Axes, span: Span, theme: palette.Theme) -> None:
    """Draw rho x_h over energy in both coherent cases."""
    edge = [np.nextafter(k_edge(), 0), k_edge()]
    energies = np.union1d(np.geomspace(*span, CURVE_POINTS), edge)
    energies = energies[(energies >= span[0]) & (energies <= span[1])]
    for coherent, (style, label) in LOOKS.items():
        half = half_thickness_g_cm2(energies, coherent)
        ax.plot(energies, half, style, color=theme.ink, linewidth=1.8, label=label)
    ax.set(xlim=span, ylabel=r"$\rho x_h$ / (g/cm$^2$)")


def add_mm_axis(ax: Axes) -> Axes:
    """Write the half thickness in mm on the right; the limits on the left are final."""
    mm = ax.twinx()
    low, high = ax.get_ylim()
    mm.set(ylim=(low * MM_PER_G_CM2, high * MM_PER_G_CM2), yscale=ax.get_yscale())
    mm.set_ylabel("$x_h$ / mm")
    mm.spines["right"].set_visible(True)
    return mm
