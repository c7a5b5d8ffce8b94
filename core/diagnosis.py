"""When a straight line is doubtful, and why, in plain words.

A doubt needs two things: significance, so that small tables are not accused of their noise, and
size, so that large ones are not accused of trifles.
"""

from dataclasses import dataclass
from math import copysign, isnan, sqrt
from sys import float_info

import numpy as np

from .influence import PointInfluence, most_influential
from .line import LineFit, fit_line
from .linearity import breusch_pagan, curvature
from .validation import FloatArray

SIGNIFICANT = 0.05
SURE = 0.01

CURVATURE_SHARE = 0.1
"""A tenth of the residual sum of squares is curvature, not scatter: seen in a plot of residuals."""

SCATTER_RATIO = 1.5
OUTLIER_COOK = 0.1
LARGE_COOK = 1.0
"""Without the point the line moves about to the edge of its 50 % confidence region (Cook 1977)."""

HIGH_LEVERAGE = 6.0
"""Three times the mean leverage 2/n; evenly spaced points stay below 4/n."""


@dataclass(frozen=True)
class Doubt:
    """One reason to doubt the line: a word for machines and a sentence for people."""

    kind: str
    message: str

    def __str__(self) -> str:
        """Join both."""
        return f"{self.kind}: {self.message}"


def doubts(x: FloatArray, y: FloatArray, fit: LineFit) -> tuple[Doubt, ...]:
    """Return what speaks against a straight line through the points; nothing is the good case.

    ``kind`` is one of few points, correlation, influence, outlier, curvature, scatter.
    """
    if fit.n == 2:
        text = "two points always lie on a line; nothing is known about its uncertainty"
        return (Doubt("few points", text),)
    if isnan(fit.r_squared):
        return (Doubt("correlation", "all y are equal: there is nothing for x to explain"),)
    found = [_correlation(fit)]
    if _is_exact(x, y, fit):
        return tuple(doubt for doubt in found if doubt)
    points = most_influential(x, y, fit)
    outlier = _outlier(x, y, fit, points["residual"])
    found.append(outlier or _influence(x, y, fit, points))
    if outlier:
        # a point that lies far off would be taken for curvature and for scatter
        x, y = np.delete(x, points["residual"].index), np.delete(y, points["residual"].index)
        fit = fit_line(x, y)
    if not _is_exact(x, y, fit):
        bend = _curvature(x, y, fit)
        # about a bent line the residuals are not scatter
        found.append(bend or _scatter(x, y, fit))
    return tuple(doubt for doubt in found if doubt)


def _is_exact(x: FloatArray, y: FloatArray, fit: LineFit) -> bool:
    """Whether the residuals are no more than the rounding of the data."""
    rounding = float_info.epsilon * max(
        float(np.abs(y).max()), abs(fit.slope) * float(np.abs(x).max())
    )
    return fit.dof < 1 or fit.residual_sd <= 2 * rounding


def _correlation(fit: LineFit) -> Doubt | None:
    # Pearson's test of r = 0 and the t test of slope = 0 are one test
    if fit.slope_p_value < SIGNIFICANT:
        return None
    r = copysign(sqrt(fit.r_squared), fit.slope)
    return Doubt(
        "correlation",
        f"r = {r:.3g} is not significant (p = {fit.slope_p_value:.2g}): "
        "these points do not show that y depends on x",
    )


def _outlier(x: FloatArray, y: FloatArray, fit: LineFit, point: PointInfluence) -> Doubt | None:
    p_value = point.outlier_p_value(fit.n)
    if p_value >= SURE or point.cook < OUTLIER_COOK:
        return None
    rest = _without(x, y, point)
    return Doubt(
        "outlier",
        f"the point {_place(x, y, point)} lies far from the line of the others "
        f"(p = {p_value:.1g}): slope {fit.slope:.4g} with it, {rest.slope:.4g} without",
    )


def _influence(
    x: FloatArray, y: FloatArray, fit: LineFit, points: dict[str, PointInfluence]
) -> Doubt | None:
    """Doubt a line that one far point holds, alone or against the others."""
    for point in (points["leverage"], points["cook"]):
        place = _place(x, y, point)
        if point.leverage == 1:
            return Doubt(
                "influence",
                f"one point carries the fit: all other x are equal, and {place} alone sets the "
                "slope",
            )
        if point.leverage * fit.n > HIGH_LEVERAGE:
            rest = _without(x, y, point)
            if fit.slope_p_value < SIGNIFICANT <= rest.slope_p_value:
                return Doubt(
                    "influence",
                    f"one point carries the fit: without {place} the slope is no longer "
                    f"significant (p = {rest.slope_p_value:.2g})",
                )
            if point.cook > LARGE_COOK:
                return Doubt(
                    "influence",
                    f"one point carries the fit: slope {fit.slope:.4g} with {place}, "
                    f"{rest.slope:.4g} without",
                )
    return None


def _without(x: FloatArray, y: FloatArray, point: PointInfluence) -> LineFit:
    return fit_line(np.delete(x, point.index), np.delete(y, point.index))


def _place(x: FloatArray, y: FloatArray, point: PointInfluence) -> str:
    return f"({x[point.index]:.6g}, {y[point.index]:.6g})"


def _curvature(x: FloatArray, y: FloatArray, fit: LineFit) -> Doubt | None:
    for bent in curvature(x, y, fit):
        if bent.p_value < SURE and bent.share >= CURVATURE_SHARE:
            shape = {2: "a parabola", 3: "a cubic curve"}[bent.degree]
            return Doubt(
                "curvature",
                f"the points bend: {shape} takes {bent.share:.0%} off the residual sum of "
                f"squares (p = {bent.p_value:.1g})",
            )
    return None


def _scatter(x: FloatArray, y: FloatArray, fit: LineFit) -> Doubt | None:
    test = breusch_pagan(x, y, fit)
    if test.p_value >= SURE or max(test.ratio, 1 / test.ratio) < SCATTER_RATIO:
        return None
    where, times = ("above", test.ratio) if test.ratio > 1 else ("below", 1 / test.ratio)
    return Doubt(
        "scatter",
        f"the scatter is unequal: {times:.2g} times as wide {where} x = {fit.x_mean:.4g} as on "
        f"the other side (p = {test.p_value:.1g}); weights would serve better",
    )
