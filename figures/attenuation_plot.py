"""Counts behind lead and the line through them: the drawing that figures A and B share."""

import numpy as np
from matplotlib.axes import Axes

from core import palette
from core.attenuation import AttenuationFit
from core.lab import Lab
from core.palette import Theme
from core.quoting import quote

CURVE_POINTS = 400
LEVEL = 0.95
MARKER_SIZE = 6.5
RECONSTRUCTED = "reconstructed data"


def draw_line(ax: Axes, fit: AttenuationFit, thickest_mm: float, thickest_used_mm: float) -> None:
    """Draw the fitted exponential with its band: solid where it was fitted, dashed beyond."""
    x = np.linspace(0, thickest_mm, CURVE_POINTS)
    fitted = x <= thickest_used_mm
    low, high = fit.transmitted_band(x, LEVEL)
    ax.fill_between(x, low, high, color=palette.BEST_LINE, alpha=0.25, linewidth=0)
    rate = fit.transmitted_rate(x)
    ax.plot(x[fitted], rate[fitted], color=palette.BEST_LINE, linewidth=2.2, zorder=3)
    ax.plot(x[~fitted], rate[~fitted], "--", color=palette.BEST_LINE, linewidth=1.4, zorder=3)


def draw_points(ax: Axes, lab: Lab, used: np.ndarray) -> None:
    """Draw the measured rates: green squares where the fit used them, grey circles elsewhere."""
    for chosen, marker, color, label in (
        (used, "s", palette.USED_POINT, "fitted points"),
        (~used, "o", palette.EXCLUDED_POINT, "not fitted"),
    ):
        if chosen.any():
            ax.errorbar(
                lab.thickness_mm[chosen],
                lab.rate[chosen],
                lab.rate_stderr[chosen] if lab.counts_known else None,
                fmt=marker,
                color=color,
                markersize=MARKER_SIZE,
                elinewidth=1.4,
                capsize=3,
                label=label,
                zorder=4,
            )


def draw_background(ax: Axes, lab: Lab) -> None:
    """Draw the level that was counted without source, where the lab measured it."""
    if lab.background is not None:
        counts, time = lab.background
        ax.axhline(
            counts / time,
            color=palette.BACKGROUND_LEVEL,
            linestyle=(0, (5, 2)),
            linewidth=1.8,
            label="background level",
            zorder=2,
        )


def draw_pulls(ax: Axes, lab: Lab, fit: AttenuationFit, theme: Theme) -> None:
    """Draw the residuals of the fitted points in units of their standard deviation."""
    used = fit.used
    ax.axhspan(-2, 2, color=theme.faint, alpha=0.6, linewidth=0)
    ax.axhline(0, color=palette.BEST_LINE, linewidth=1.4)
    ax.vlines(lab.thickness_mm[used], 0, fit.pulls[used], color=palette.RESIDUAL, linewidth=1.6)
    ax.plot(lab.thickness_mm[used], fit.pulls[used], "s", color=palette.USED_POINT, markersize=5)
    reach = max(3.0, float(np.abs(fit.pulls[used]).max()) * 1.2)
    ax.set(ylim=(-reach, reach), ylabel="residual / σ")


def line_label(fit: AttenuationFit) -> str:
    """Return what is written on the fitted line: its coefficient and half thickness."""
    mu = quote(fit.mu_per_mm, fit.mu_stderr).replace("±", r"\pm")
    half = quote(fit.half_thickness_mm, fit.half_thickness_stderr).replace("±", r"\pm")
    mass = quote(fit.half_thickness_g_cm2, fit.half_thickness_g_cm2_stderr).replace("±", r"\pm")
    return "\n".join(
        (
            rf"$\mu = {mu}\ \mathrm{{mm}}^{{-1}}$",
            rf"$x_h = {half}\ \mathrm{{mm}}$",
            rf"$\rho x_h = {mass}\ \mathrm{{g/cm^2}}$",
        )
    )


def describe(lab: Lab, fit: AttenuationFit, scale: str) -> str:
    """Return the alternative text of the picture, its numbers taken from the fit."""
    background = (
        ""
        if lab.background is None
        else f" A dashed line marks the background of {lab.background[0] / lab.background[1]:.3g}/s."
    )
    origin = " The data are reconstructed, not the original measurement." * lab.reconstructed
    return (
        f"Counts per second against lead thickness in millimetres, {scale}. "
        f"{fit.used.sum()} of {len(fit.used)} points, green squares, are fitted by an exponential "
        f"with mu = {quote(fit.mu_per_mm, fit.mu_stderr)} per mm: half thickness "
        f"{quote(fit.half_thickness_mm, fit.half_thickness_stderr)} mm, "
        f"{quote(fit.half_thickness_g_cm2, fit.half_thickness_g_cm2_stderr)} g/cm2."
        f"{background} Points used: {fit.rule}.{origin}"
    )
