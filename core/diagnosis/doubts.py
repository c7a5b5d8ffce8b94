"""When a straight line is doubtful, and why, in plain words.

A doubt needs two things: significance, so that small tables are not accused of their noise, and
size, so that large ones are not accused of trifles.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import copysign, isclose, isnan, sqrt
from sys import float_info
from typing import TypeAlias

from numpy.typing import ArrayLike

from core.diagnosis.influence import PointInfluence, most_influential
from core.diagnosis.linearity import breusch_pagan, curvature
from core.diagnosis.neighbours import pattern
from core.diagnosis.points import Points
from core.fits.line import LineFit
from core.numerics.validation import FloatArray

SIGNIFICANT = 0.05
SURE = 0.01

CURVATURE_SHARE = 0.1
"""A tenth of the residual sum of squares is curvature, not scatter: seen in a plot of residuals."""

SCATTER_RATIO = 1.5
OUTLIER_COOK = 0.1
LARGE_COOK = 1.0
"""Without the point the line moves about to the edge of its 50 % confidence region (Cook 1977)."""

SMALLEST, LARGEST = 1e-70, 1e70
"""Between these bounds the fourth powers of x and of the residuals are ordinary numbers."""

HIGH_LEVERAGE = 6.0
"""Three times the mean leverage 2/n; evenly spaced points stay below 4/n."""


@dataclass(frozen=True)
class Doubt:
    """One reason to doubt the line: a word for machines and a sentence for people.

    ``point`` is the index of the point that it is about, ``degree`` that of the polynomial that
    describes the points better, where there is one.
    """

    kind: str
    message: str
    point: int | None = None
    degree: int | None = None

    def __str__(self) -> str:
        """Join both."""
        return f"{self.kind}: {self.message}"


Far: TypeAlias = tuple[Doubt, PointInfluence]


def doubts(
    x: ArrayLike, y: ArrayLike, fit: LineFit, *, weights: ArrayLike | None = None
) -> tuple[Doubt, ...]:
    """Return what speaks against a straight line through the points; nothing is the good case.

    ``x``, ``y`` and ``weights``, of shape (n,), are those of the fit, ValueError if they are not.
    ``kind`` is one of few points, correlation, influence, outlier, curvature, pattern, scatter,
    or ``not examined`` where numbers are too large or too small for that. Nothing here replaces a
    look at a plot of the residuals.

    >>> from core.fits.line import fit_line
    >>> x, y = [1, 2, 3, 4, 5, 6], [1, 4, 9, 16, 25, 36]
    >>> [doubt.kind for doubt in doubts(x, y, fit_line(x, y))]
    ['curvature']
    """
    points = Points.of(x, y, weights)
    if points.n != fit.n or not isclose(points.weight, fit.weight, rel_tol=1e-9):
        raise ValueError(
            f"the line was fitted to {fit.n} points of weight {fit.weight:.6g} in all, these are "
            f"{points.n} of {points.weight:.6g}: pass the x, y and weights of the fit"
        )
    if fit.n == 2:
        text = "two points always lie on a line; nothing is known about its uncertainty"
        return (Doubt("few points", text),)
    if isnan(fit.r_squared):
        return (Doubt("correlation", "all y are equal: there is nothing for x to explain"),)
    return tuple(doubt for doubt in (_correlation(fit), *_shape(points, fit)) if doubt)


def _shape(points: Points, fit: LineFit) -> Iterator[Doubt | None]:
    """Yield the doubts that come from how the points lie about the line."""
    if _is_exact(points, fit):
        return
    spread = float(points.x.max()) - float(points.x.min())
    if not all(SMALLEST < size < LARGEST for size in (spread, _scatter_of_y(fit))):
        text = "squares of such numbers overflow: choose other units to have the points examined"
        yield Doubt("not examined", text)
        return
    far = _far_point(points, fit)
    if far:
        doubt, point = far
        yield doubt
        if point.leverage == 1:
            return
        # one far point looks like curvature and like unequal scatter: what do the others say?
        points = points.without(point.index)
        fit = points.fit()
        if _is_exact(points, fit):
            return
    # about a bent line the residuals are not scatter
    yield _curvature(points, fit) or _pattern(points, fit) or _scatter(points, fit)


def _is_exact(points: Points, fit: LineFit) -> bool:
    """Whether the residuals are no more than the rounding of the data."""
    largest = max(_largest(points.y), abs(fit.slope) * _largest(points.x))
    return fit.dof < 1 or _scatter_of_y(fit) <= 2 * float_info.epsilon * largest


def _scatter_of_y(fit: LineFit) -> float:
    """Return the standard deviation of a point of mean weight."""
    return fit.residual_sd / sqrt(fit.weight / fit.n)


def _largest(values: FloatArray) -> float:
    return max(-float(values.min()), float(values.max()))


def _far_point(points: Points, fit: LineFit) -> Far | None:
    extremes = most_influential(points.x, points.y, fit, points.weights)
    for name in ("leverage", "cook"):
        if carries := _influence(points, fit, extremes[name]):
            return carries
    # where the scatter is unequal, the points of the wide end are no outliers
    return None if _scatter(points, fit) else _outlier(points, fit, extremes["residual"])


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


def _influence(points: Points, fit: LineFit, point: PointInfluence) -> Far | None:
    """Doubt a line that one point far out in x holds, alone or against the others."""
    place = _place(points, point)
    if point.leverage == 1:
        reason = f"all other x are equal, and {place} alone sets the slope"
    elif point.leverage * fit.n <= HIGH_LEVERAGE:
        return None
    else:
        rest = points.without(point.index).fit()
        if fit.slope_p_value < SIGNIFICANT <= rest.slope_p_value:
            reason = (
                f"without {place} the slope is no longer significant (p = {rest.slope_p_value:.2g})"
            )
        elif point.cook > LARGE_COOK:
            reason = f"slope {fit.slope:.4g} with {place}, {rest.slope:.4g} without"
        else:
            return None
    text = f"one point carries the fit: {reason}"
    return Doubt("influence", text, int(points.places[point.index])), point


def _outlier(points: Points, fit: LineFit, point: PointInfluence) -> Far | None:
    p_value = point.outlier_p_value(fit.n)
    if p_value >= SURE or point.cook < OUTLIER_COOK:
        return None
    rest = points.without(point.index).fit()
    text = (
        f"the point {_place(points, point)} lies far from the line of the others "
        f"(p = {p_value:.1g}): slope {fit.slope:.4g} with it, {rest.slope:.4g} without"
    )
    return Doubt("outlier", text, int(points.places[point.index])), point


def _place(points: Points, point: PointInfluence) -> str:
    return f"({points.x[point.index]:.6g}, {points.y[point.index]:.6g})"


def _curvature(points: Points, fit: LineFit) -> Doubt | None:
    for bent in curvature(points.x, points.y, fit, points.weights):
        if bent.p_value < SURE and bent.share >= CURVATURE_SHARE:
            shape = {2: "a parabola", 3: "a cubic curve"}[bent.degree]
            return Doubt(
                "curvature",
                f"the points bend: {shape} takes {bent.share:.0%} off the residual sum of "
                f"squares (p = {bent.p_value:.1g})",
                degree=bent.degree,
            )
    return None


def _pattern(points: Points, fit: LineFit) -> Doubt | None:
    found = pattern(points.x, points.y, fit, points.weights)
    if found.p_value >= SURE or found.share < CURVATURE_SHARE:
        return None
    return Doubt(
        "pattern",
        "points that are neighbours along x miss the line to the same side: "
        f"{min(found.share, 1):.0%} of the scatter is a pattern (p = {found.p_value:.1g})",
    )


def _scatter(points: Points, fit: LineFit) -> Doubt | None:
    test = breusch_pagan(points.x, points.y, fit, points.weights)
    if test.p_value >= SURE or max(test.ratio, 1 / test.ratio) < SCATTER_RATIO:
        return None
    where, times = ("above", test.ratio) if test.ratio > 1 else ("below", 1 / test.ratio)
    return Doubt(
        "scatter",
        f"the scatter is unequal: {times:.2g} times as wide {where} x = {fit.x_mean:.4g} as on "
        f"the other side (p = {test.p_value:.1g}); weights would serve better",
    )
