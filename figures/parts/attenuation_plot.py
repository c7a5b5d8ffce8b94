"""Counts behind lead and the line through them: the drawing that figures A and B share."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from core import palette
from core.attenuation.fit import AttenuationFit
from core.attenuation.lab import Lab
from core.writing.digits import quote

THICKNESS = "lead thickness $x$ / mm"
RATE = "counts per second"
CURVE_POINTS = 400
LEVEL = 0.95
MARGIN = 0.02


def draw_rates(ax: Axes, lab: Lab, fit: AttenuationFit) -> None:
    """Draw background level, fitted exponential and measured rates."""
    thickest = float(lab.thickness_mm.max())
    level = background_rate(lab)
    if level is not None:
        _draw_background(ax, level)
    _draw_line(ax, fit, thickest, float(lab.thickness_mm[fit.used].max()))
    _draw_points(ax, lab, fit.used, marker="s", color=palette.USED_POINT, label="fitted points")
    _draw_points(ax, lab, ~fit.used, marker="o", color=palette.EXCLUDED_POINT, label="not fitted")
    ax.set_xlim(-MARGIN * thickest, (1 + MARGIN) * thickest)


def background_rate(lab: Lab) -> float | None:
    """Return the rate without source, where the lab measured it."""
    background = lab.counting.background
    return None if background is None else background.rate


def _draw_background(ax: Axes, level: float) -> None:
    ax.axhline(
        level,
        color=palette.BACKGROUND_LEVEL,
        linestyle=(0, (5, 2)),
        label="background",
        zorder=2,
    )


def _draw_line(ax: Axes, fit: AttenuationFit, thickest: float, thickest_used: float) -> None:
    """Solid where points were fitted, dashed beyond; the band is that of the line."""
    parts = ((0.0, thickest_used, "-", "fitted line"), (thickest_used, thickest, "--", None))
    for start, end, style, label in parts:
        x = np.linspace(start, end, CURVE_POINTS)
        low, high = fit.transmitted_band(x, LEVEL)
        level = fit.background_rate
        ax.fill_between(
            x, low + level, high + level, color=palette.BEST_LINE, alpha=0.3, linewidth=0
        )
        ax.plot(x, fit.rate(x), style, color=palette.BEST_LINE, label=label, zorder=3)


def _draw_points(
    ax: Axes, lab: Lab, chosen: NDArray[np.bool_], *, marker: str, color: str, label: str
) -> None:
    if not chosen.any():
        return
    errors = lab.rate_stderr
    ax.errorbar(
        lab.thickness_mm[chosen],
        lab.rate[chosen],
        None if errors is None else errors[chosen],
        fmt=marker,
        color=color,
        markersize=7,
        elinewidth=1.4,
        capsize=3,
        label=label,
        zorder=4,
    )


def draw_legend(ax: Axes, lab: Lab, **place: Any) -> None:
    """Say what the marks mean, and when the points are no measurement."""
    title = "reconstructed data" if lab.reconstructed else None
    legend = ax.legend(
        **place, title=title, alignment="left", borderpad=0, borderaxespad=0.2, frameon=True
    )
    # A background line may run behind the words; they stay readable.
    legend.get_frame().set(facecolor=ax.get_facecolor(), edgecolor="none", alpha=0.85)


def write_result(ax: Axes, fit: AttenuationFit) -> None:
    """Write coefficient and half thickness of the fitted line at the upper right."""
    lines: tuple[str, ...] = (
        rf"$\mu = {_math(fit.mu_per_mm, fit.mu_stderr)}\ \mathrm{{mm}}^{{-1}}$",
        rf"$x_h = {_math(fit.half_thickness_mm, fit.half_thickness_stderr)}\ \mathrm{{mm}}$",
        rf"$\rho x_h = {_math(fit.half_thickness_g_cm2, fit.half_thickness_g_cm2_stderr)}"
        r"\ \mathrm{g/cm^2}$",
    )
    if fit.method == "poisson":
        lines = (*lines, "Poisson fit with background")
    ax.text(
        1.0,
        0.98,
        "\n".join(lines),
        transform=ax.transAxes,
        ha="right",
        va="top",
        linespacing=1.5,
    )


def _math(value: float, error: float) -> str:
    return quote(value, error).replace("±", r"\pm")


def title(lab: Lab, scale: str = "") -> str:
    """Return the title of a picture of this lab: its own, or what is seen on which ``scale``."""
    origin = " (reconstructed)" * lab.reconstructed
    return lab.title or f"Attenuation of gamma radiation in lead{scale}{origin}"


def describe(lab: Lab, fit: AttenuationFit, scale: str) -> str:
    """Return the words that stand in for the picture; their numbers come from the fit."""
    level = background_rate(lab)
    background = "" if level is None else f" A dashed line marks the background, {level:.3g}/s."
    origin = " The data are reconstructed, not the original measurement." * lab.reconstructed
    return (
        f"Counts per second against lead thickness in millimetres, {scale}. "
        f"{fit.used.sum()} of {len(fit.used)} points, green squares, were fitted ({fit.rule}). "
        f"The fitted line has mu = {quote(fit.mu_per_mm, fit.mu_stderr)} per mm, half thickness "
        f"{quote(fit.half_thickness_mm, fit.half_thickness_stderr)} mm or "
        f"{quote(fit.half_thickness_g_cm2, fit.half_thickness_g_cm2_stderr)} g/cm2."
        f"{background}{origin}"
    )
