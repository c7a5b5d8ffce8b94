"""Counts per second against lead thickness on a log10 axis: the exponential is a line."""

# ruff: noqa: N999  the name of the picture in the article

from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MultipleLocator

from core import palette
from core.attenuation.fit import AttenuationFit
from core.attenuation.lab import Lab
from core.attenuation.lab_table import read_lab
from figures.parts import attenuation_plot as plot
from figures.parts.choices import add_sheet
from figures.parts.output import Picture, run

DATA = "data/attenuation_lead.csv"
SIZE = (6.4, 6.2)
HEIGHTS = (3, 1)
HEADROOM = 1.6


def draw(ax: Axes, lab: Lab, fit: AttenuationFit) -> None:
    """Draw points, line and background on a logarithmic axis."""
    plot.draw_rates(ax, lab, fit)
    counted = lab.rate[lab.rate > 0]
    lowest = min(float(counted.min()), plot.background_rate(lab) or float(counted.min()))
    ax.set(yscale="log", ylabel=plot.RATE, ylim=(lowest / HEADROOM**2, counted.max() * HEADROOM))
    plot.write_result(ax, fit)
    plot.draw_legend(ax, lab, loc="lower left", bbox_to_anchor=(0.02, 0.16))


def draw_residuals(ax: Axes, lab: Lab, fit: AttenuationFit, theme: palette.Theme) -> None:
    """Draw the residuals of the fitted points in units of their standard deviation."""
    used, pulls = fit.used, fit.pulls[fit.used]
    ax.axhspan(-2, 2, color=theme.faint, alpha=0.6, linewidth=0)
    ax.axhline(0, color=palette.BEST_LINE, linewidth=1.6)
    ax.vlines(lab.thickness_mm[used], 0, pulls, color=palette.RESIDUAL, linewidth=1.8)
    ax.plot(lab.thickness_mm[used], pulls, "s", color=palette.USED_POINT, markersize=6)
    reach = max(3.0, 1.2 * float(abs(pulls).max()))
    ax.set(ylim=(-reach, reach), ylabel=r"residual $/\ \sigma$", xlabel=plot.THICKNESS)
    ax.yaxis.set_major_locator(MultipleLocator(2 * round(reach / 4) or 2))


def picture(data: Path, theme: str, sheet: str | None = None) -> Picture:
    """Return the figure of one lab file."""
    lab = read_lab(data, sheet=sheet)
    fit = lab.fit_to_show()
    figure = Figure(figsize=SIZE)
    top, bottom = figure.subplots(2, 1, sharex=True, height_ratios=HEIGHTS)
    draw(top, lab, fit)
    draw_residuals(bottom, lab, fit, palette.theme(theme))
    words = plot.describe(lab, fit, "on a logarithmic axis, where the exponential is a line")
    title = plot.title(lab, ", on a logarithmic axis")
    return Picture(figure, title, f"{words} Below: residuals of the fitted points.")


if __name__ == "__main__":
    run(picture, DATA, add_sheet)
