"""Known gamma lines, simulated behind lead: the energies that two fits read back."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator
from matplotlib.transforms import blended_transform_factory

from core import palette
from core.attenuation.readback import ReadBack, read_back
from core.numerics.validation import FloatArray
from core.photons.energy import PhotonEnergy
from core.writing.digits import quote
from figures.parts.isotope_label import isotope_label
from figures.parts.output import Picture, run

SIZE = (6.4, 5.2)
TICKS_KEV = (150, 200, 300, 500, 700, 1000, 1400)
APART = 1.012
"""The two methods stand this factor left and right of the true energy."""

BELOW_NAMES = 0.2
"""Share of the height left free below the points, for the names of the nuclides."""
BELOW_LEGEND = 0.78
"""Share of the height up to which a faint line stands at each energy."""


def draw(ax: Axes, lines: Sequence[ReadBack], theme: palette.Theme) -> None:
    """Draw how far each read energy lies from the true one, in percent."""
    ax.axhline(0, color=theme.ink, linewidth=1.2)
    truth = np.array([line.energy for line in lines])
    article = ax.errorbar(
        truth / APART, *_deviation(truth, [line.article for line in lines]),
        fmt="o", color=palette.EXCLUDED_POINT, markersize=7, elinewidth=1.6, capsize=3,
    )  # fmt: skip
    poisson = ax.errorbar(
        truth * APART, *_deviation(truth, [line.poisson for line in lines]),
        fmt="s", color=palette.USED_POINT, markersize=7, elinewidth=1.6, capsize=3,
    )  # fmt: skip
    _name_lines(ax, lines, theme)
    ax.set(xscale="log", xlabel="true energy / keV", ylabel="read minus true energy / %")
    ax.xaxis.set_major_locator(FixedLocator(TICKS_KEV))
    ax.xaxis.set_minor_locator(NullLocator())
    ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:.0f}"))
    ax.margins(y=BELOW_NAMES)
    ax.legend(
        [article, poisson],
        ["article's recipe, gross rate", "Poisson, background in the model"],
        loc="upper left", title="simulated narrow beams", alignment="left",
    )  # fmt: skip


def _deviation(truth: FloatArray, read: Sequence[PhotonEnergy]) -> tuple[FloatArray, FloatArray]:
    """Return read minus true energy and its standard error, in percent of the true energy."""
    energies, errors = np.array([(energy.energy, energy.stderr) for energy in read]).T
    return 100 * (energies / truth - 1), 100 * errors / truth


def _name_lines(ax: Axes, lines: Sequence[ReadBack], theme: palette.Theme) -> None:
    """Write each nuclide along a faint line at its true energy."""
    for line in lines:
        ax.axvline(line.energy, ymax=BELOW_LEGEND, color=theme.faint, linewidth=1, zorder=0)
        ax.text(
            line.energy, 0.02, isotope_label(line.nuclide), fontsize="small", rotation=90,
            transform=blended_transform_factory(ax.transData, ax.transAxes),
            ha="right", va="bottom",
        )  # fmt: skip


def describe(lines: Sequence[ReadBack]) -> str:
    """Return the words that stand in for the picture; their numbers come from the fits."""
    read = "; ".join(
        f"{line.nuclide} {line.energy:.1f} keV: "
        f"{quote(line.poisson.energy, line.poisson.stderr)} keV"
        for line in lines
    )
    return (
        "Simulated attenuation labs of single gamma lines in a narrow beam. The difference "
        "between the energy read from the fitted slope and the true energy, in percent, against "
        f"the true energy. With the background in a Poisson fit: {read}. The article's recipe, "
        "which does not subtract the background, reads higher energies."
    )


def picture(_data: Path, theme: str) -> Picture:
    """Return the figure; its labs are simulated with a stated seed."""
    lines = read_back()
    figure = Figure(figsize=SIZE)
    ax = figure.subplots()
    draw(ax, lines, palette.theme(theme))
    return Picture(figure, "Known gamma lines read back at their energies", describe(lines))


if __name__ == "__main__":
    run(picture)
