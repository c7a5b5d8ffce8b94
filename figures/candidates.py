"""What nuclides leave behind lead in a narrow beam, next to the line fitted to a measurement."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from core import palette
from core.attenuation.example import CANDIDATE
from core.attenuation.fit import AttenuationFit
from core.attenuation.identification import candidates
from core.attenuation.lab import Lab
from core.attenuation.lab_table import read_lab
from core.attenuation.slopes import SlopeMatch, slope_matches
from core.photons.nuclides import transmission
from core.writing.digits import quote
from figures.parts.choices import add_sheet
from figures.parts.isotope_label import isotope_label
from figures.parts.output import Picture, run

DATA = "data/attenuation_lead.csv"
SIZE = (6.4, 6.0)
SHOWN = 4
CURVE_POINTS = 300
ROOM_FOR_LEGEND = 2.5
LOOKS = (
    (palette.SLOPE_DENOMINATOR, "-"),
    (palette.INTERCEPT_NUMERATOR, "-."),
    (palette.INTERCEPT_DENOMINATOR, (0, (6, 1.5))),
    (palette.SLOPE_NUMERATOR, (0, (1, 1))),
    (palette.DATA, "-"),
)
"""Colour and dashes of each curve; the last is that of the article's candidate."""


def chosen_nuclides(lab: Lab, fit: AttenuationFit) -> list[str]:
    """Return the nuclides nearest in slope, and the article's candidate."""
    matches: Sequence[SlopeMatch] = slope_matches(lab.thickness_mm[fit.used], fit.mu_per_mm)
    nearest = [match.name for match in matches if match.name != CANDIDATE]
    return [*nearest[:SHOWN], CANDIDATE]


def draw(ax: Axes, lab: Lab, fit: AttenuationFit) -> None:
    """Draw the share that passes, on a logarithmic axis, over the lead that was fitted."""
    x = np.linspace(0, float(lab.thickness_mm[fit.used].max()), CURVE_POINTS)
    words = "reconstructed data" if lab.reconstructed else "fitted line"
    ax.plot(
        x, np.exp(-fit.mu_per_mm * x), color=palette.BEST_LINE, linewidth=3.5,
        label=rf"{words}, $\mu = {fit.mu_per_mm:.3f}$ mm$^{{-1}}$",
    )  # fmt: skip
    for name, (colour, dashes) in zip(chosen_nuclides(lab, fit), LOOKS, strict=True):
        share = transmission(candidates()[name], x)
        ax.plot(x, share, color=colour, linestyle=dashes, label=isotope_label(name))
    ax.set(yscale="log", xlabel="lead thickness $x$ / mm", ylabel="share that passes, $I_x / I_0$")
    ax.set_ylim(top=ROOM_FOR_LEGEND)
    ax.yaxis.set_major_formatter(FuncFormatter(lambda share, _: f"{share:g}"))
    ax.legend(loc="upper right", handlelength=2.6, borderaxespad=0)


def describe(lab: Lab, fit: AttenuationFit) -> str:
    """Return the words that stand in for the picture; their numbers come from core."""
    thickest = float(lab.thickness_mm[fit.used].max())
    left = ", ".join(
        f"{name} {100 * float(transmission(candidates()[name], thickest)):.2g} %"
        for name in chosen_nuclides(lab, fit)
    )
    origin = " The line comes from reconstructed data." * lab.reconstructed
    return (
        "Share of the photons that passes lead in a narrow beam, on a logarithmic axis, for the "
        f"nuclides whose slope is nearest to the fitted line and for {CANDIDATE}. Behind "
        f"{thickest:g} mm: {left}. The line with mu = {quote(fit.mu_per_mm, fit.mu_stderr)} per mm "
        f"leaves {100 * float(np.exp(-fit.mu_per_mm * thickest)):.2g} %.{origin} Curves with "
        "several lines bend; a slope alone does not identify a nuclide."
    )


def picture(data: Path, _theme: str, sheet: str | None = None) -> Picture:
    """Return the figure for the measurement in a lab file."""
    lab = read_lab(data, sheet=sheet)
    fit = lab.fit_to_show()
    figure = Figure(figsize=SIZE)
    ax = figure.subplots()
    draw(ax, lab, fit)
    return Picture(figure, "Narrow-beam curves of candidate nuclides", describe(lab, fit))


if __name__ == "__main__":
    run(picture, DATA, add_sheet)
