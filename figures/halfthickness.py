"""Half thickness of lead against photon energy, and the energy that a measurement belongs to."""

from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import FuncFormatter, NullFormatter

from core import palette
from core.attenuation.example import CANDIDATE, READ_OFF_KEV, article_lines
from core.attenuation.fit import AttenuationFit
from core.attenuation.lab import Lab
from core.attenuation.lab_table import read_lab
from core.photons.energy import PhotonEnergy, photon_energies
from core.photons.lead import FALLING, k_edge
from core.writing.digits import quote
from figures.parts.choices import add_sheet
from figures.parts.half_thickness_curves import (
    LOOKS,
    Span,
    add_mm_axis,
    draw_curves,
    half_thickness_g_cm2,
)
from figures.parts.isotope_label import isotope_label
from figures.parts.output import Picture, run

DATA = "data/attenuation_lead.csv"
SIZE = (6.4, 8.8)
HEIGHTS = (1, 1.3)
OVERVIEW_KEV = (30.0, 10_000.0)
NEAR = 1.12
"""The close-up reaches this factor beyond the energies that it marks."""
ENERGY = "photon energy / keV"
MARK = palette.USED_POINT
LINES = palette.DATA


def energies_on_main_branch(fit: AttenuationFit) -> list[PhotonEnergy]:
    """Return the energies between K edge and minimum that fit, with and without coherent."""
    return [
        energy
        for coherent in LOOKS
        for energy in photon_energies(fit.mu_per_mm, fit.mu_stderr, coherent)
        if energy.branch == FALLING
    ]


def draw_overview(ax: Axes, fit: AttenuationFit, close_up: Span, theme: palette.Theme) -> None:
    """Draw the whole range on logarithmic axes and frame what the close-up shows."""
    draw_curves(ax, OVERVIEW_KEV, theme)
    ax.set(xscale="log", yscale="log", xlabel=ENERGY)
    for axis in (ax.xaxis, ax.yaxis, add_mm_axis(ax).yaxis):
        axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
        axis.set_minor_formatter(NullFormatter())
    low, high = half_thickness_g_cm2(np.array(close_up), coherent=True)
    frame = Rectangle(
        (close_up[0], low), close_up[1] - close_up[0], high - low,
        fill=False, edgecolor=MARK, linewidth=1.6, zorder=4,
    )  # fmt: skip
    ax.add_patch(frame)
    for energy in energies_on_main_branch(fit)[:1]:
        ax.plot(energy.energy, fit.half_thickness_g_cm2, "s", color=MARK, markersize=7, zorder=5)
    edge = k_edge()
    ax.annotate(
        f"K edge {edge:.1f} keV",
        (edge, half_thickness_g_cm2(np.array([edge]), coherent=True)[0]),
        xytext=(14, -4),
        textcoords="offset points",
        fontsize="small",
    )
    ax.legend(loc="lower right", borderaxespad=0.2)


def draw(ax: Axes, lab: Lab, fit: AttenuationFit, span: Span, theme: palette.Theme) -> None:
    """Carry the measured half thickness, with its error, over both curves to energies."""
    draw_curves(ax, span, theme)
    value, error = fit.half_thickness_g_cm2, fit.half_thickness_g_cm2_stderr
    ax.axhspan(value - error, value + error, color=MARK, alpha=0.35, linewidth=0)
    for energy in energies_on_main_branch(fit):
        left, right = energy.energy - energy.stderr, energy.energy + energy.stderr
        ax.fill_between([left, right], 0, value, color=MARK, alpha=0.35, linewidth=0)
        ax.plot([energy.energy] * 2, [0, value], color=MARK, linewidth=1.2)
        ax.plot(energy.energy, value, "s", color=MARK, markersize=8, zorder=4)
        _write_beside(ax, energy.energy, f"{quote(energy.energy, energy.stderr)} keV")
    origin = "from reconstructed data" if lab.reconstructed else "measured"
    ax.text(
        span[0], value + 2 * error, f"  {origin}:\n  {quote(value, error)} g/cm$^2$",
        ha="left", va="bottom", fontsize="small",
    )  # fmt: skip
    if lab.reconstructed:
        draw_article(ax, theme)
    ax.set(ylim=(0, None), xlabel=ENERGY)
    add_mm_axis(ax)


def draw_article(ax: Axes, theme: palette.Theme) -> None:
    """Mark the energy that the article read off its chart, and the lines of its candidate."""
    for line in article_lines():
        half = float(half_thickness_g_cm2(np.array([line]), coherent=True)[0])
        ax.plot([line, line], [0, half], color=LINES, linewidth=1.4)
        ax.plot(line, half, "D", color=LINES, markersize=7, zorder=4)
        _write_beside(ax, line, f"{isotope_label(CANDIDATE)} {line:.0f}")
    half = float(half_thickness_g_cm2(np.array([READ_OFF_KEV]), coherent=True)[0])
    ax.plot(READ_OFF_KEV, half, "x", color=palette.RESIDUAL, markersize=10, mew=2.2)
    ax.annotate(
        f"{READ_OFF_KEV:.0f} keV, as read off\na chart: {half:.2f} g/cm$^2$",
        (READ_OFF_KEV, half),
        xytext=(-4, 18),
        textcoords="offset points",
        ha="right",
        va="bottom",
        fontsize="small",
        arrowprops={"arrowstyle": "-", "color": theme.muted},
    )


def _write_beside(ax: Axes, energy: float, words: str) -> None:
    """Write upwards along the left side of a vertical line."""
    ax.annotate(
        words, (energy, 0), xytext=(-3, 5), textcoords="offset points",
        rotation=90, ha="right", va="bottom", fontsize="small",
    )  # fmt: skip


def picture(data: Path, theme: str, sheet: str | None = None) -> Picture:
    """Return the figure for the measurement in a lab file."""
    lab = read_lab(data, sheet=sheet)
    fit = lab.fit_to_show()
    marked = [energy.energy for energy in energies_on_main_branch(fit)]
    marked += article_lines() * lab.reconstructed
    close_up = (min(marked) / NEAR, max(marked) * NEAR)
    colours = palette.theme(theme)
    figure = Figure(figsize=SIZE)
    top, bottom = figure.subplots(2, 1, height_ratios=HEIGHTS)
    draw_overview(top, fit, close_up, colours)
    draw(bottom, lab, fit, close_up, colours)
    return Picture(figure, "Half thickness of lead against photon energy", describe(lab, fit))


def describe(lab: Lab, fit: AttenuationFit) -> str:
    """Return the words that stand in for the picture; their numbers come from the fit."""
    energies = " and ".join(
        f"{quote(energy.energy, energy.stderr)} keV with{'' if energy.coherent else 'out'} "
        "coherent scattering"
        for energy in energies_on_main_branch(fit)
    )
    words = (
        "Half thickness of lead in g/cm2 and mm against photon energy, once over the whole range "
        f"with the K edge at {k_edge():.1f} keV and once close up. The measured half thickness, "
        f"{quote(fit.half_thickness_g_cm2, fit.half_thickness_g_cm2_stderr)} g/cm2, belongs to "
        f"{energies}."
    )
    if not lab.reconstructed:
        return words
    lines = " and ".join(f"{line:.0f}" for line in article_lines())
    return (
        f"{words} Also marked: the energy of about {READ_OFF_KEV:.0f} keV that the article "
        f"read off a chart, and the lines of {CANDIDATE} at {lines} keV. The measurement is "
        "reconstructed from the article's result."
    )


if __name__ == "__main__":
    run(picture, DATA, add_sheet)
