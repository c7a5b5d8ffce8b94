"""Counts per second against lead thickness on a linear axis, with its halvings."""

# ruff: noqa: N999  the name of the picture in the article

from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from core import palette
from core.attenuation.fit import AttenuationFit
from core.attenuation.lab import Lab
from core.attenuation.lab_table import read_lab
from figures.parts import attenuation_plot as plot
from figures.parts.choices import add_sheet
from figures.parts.output import Picture, run

DATA = "data/attenuation_lead.csv"
HALVINGS = 3
BELOW_ZERO = 0.02


def draw(ax: Axes, lab: Lab, fit: AttenuationFit, theme: palette.Theme) -> None:
    """Draw points, exponential and the first halvings of the intensity."""
    _draw_halvings(ax, fit, theme)
    plot.draw_rates(ax, lab, fit)
    ax.set(xlabel=plot.THICKNESS, ylabel=plot.RATE, ylim=(-BELOW_ZERO * lab.rate.max(), None))
    plot.write_result(ax, fit)
    plot.draw_legend(ax, lab, loc="upper right", bbox_to_anchor=(1.0, 0.66))


def _draw_halvings(ax: Axes, fit: AttenuationFit, theme: palette.Theme) -> None:
    for step in range(1, HALVINGS + 1):
        x = step * fit.half_thickness_mm
        rate = float(fit.rate(x))
        ax.plot([0, x, x], [rate, rate, 0], ":", color=theme.muted, linewidth=1.4, zorder=1)


def picture(data: Path, theme: str, sheet: str | None = None) -> Picture:
    """Return the figure of one lab file."""
    lab = read_lab(data, sheet=sheet)
    fit = lab.fit_to_show()
    figure = Figure()
    ax = figure.subplots()
    draw(ax, lab, fit, palette.theme(theme))
    words = plot.describe(lab, fit, "on a linear axis")
    return Picture(figure, plot.title(lab), words)


if __name__ == "__main__":
    run(picture, DATA, add_sheet)
