"""Which labs HalfThickness shows: counts in lead that grows by equal sheets, and thins them."""

import numpy as np

from core.attenuation.fit import AttenuationFit
from core.attenuation.lab import Lab
from core.attenuation.lab_table import read_lab
from scenes.settings import FilmSettings

# A sheet must leave something, and take something: what is left behind one of them. And a step
# of one millimetre must be seen.
SHARES, MU_PER_MM = (0.05, 0.9), (0.1, 2.0)
FEWEST, MOST = 6, 16  # thicknesses
# Of a sheet: how much thicker or thinner one may be than the others.
UNEVEN = 0.02


def shown_lab(settings: FilmSettings) -> tuple[Lab, AttenuationFit]:
    """Return the lab of a user's own with its fit; ValueError where the film cannot show it."""
    lab = read_lab(settings.data, sheet=settings.sheet)
    fit = lab.fit("article")  # a line under the logarithm is what the film fits
    depths = lab.thickness_mm
    sheets = np.diff(depths)
    if depths[0] != 0 or np.ptp(sheets) > UNEVEN * sheets.max():
        raise ValueError(
            "the film adds one equal sheet after the other: give a row without lead and the rows "
            f"of equal steps; the first ones are {', '.join(f'{d:g}' for d in depths[:4])} mm"
        )
    used = int(fit.used.sum())
    if used < FEWEST or depths.size > MOST:
        raise ValueError(
            f"the film shows {FEWEST} to {MOST} thicknesses, and the fit must use {FEWEST} of "
            f"them; here it uses {used} of {depths.size}"
        )
    share = float(np.exp(-fit.mu_per_mm * sheets[0]))
    if not SHARES[0] <= share <= SHARES[1]:
        raise ValueError(
            f"one sheet leaves {100 * share:.3g} % of the photons: sheets that leave "
            f"{100 * SHARES[0]:g} to {100 * SHARES[1]:g} % can be told apart"
        )
    if not MU_PER_MM[0] <= fit.mu_per_mm <= MU_PER_MM[1]:
        raise ValueError(
            f"mu is {fit.mu_per_mm:.3g} per mm: the film shows a step of 1 mm, which is seen from "
            f"{MU_PER_MM[0]:g} to {MU_PER_MM[1]:g} per mm"
        )
    if not (lab.rate > 0).all():
        raise ValueError("no count arrives behind the thickest lead: leave out rows with 0 counts")
    return lab, fit


def refusal(settings: FilmSettings) -> str:
    """Return "": what the film cannot show is refused by who reads it."""
    shown_lab(settings)
    return ""
