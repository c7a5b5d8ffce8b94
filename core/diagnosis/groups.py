"""Do groups of points lie on clearly different lines, so that one line for all says little?

Pooled, groups can show a trend that none of them has: Simpson's paradox (E. H. Simpson, Journal of
the Royal Statistical Society B 13 (1951) 238-241).
"""

from collections.abc import Mapping, Sequence
from math import isfinite

import numpy as np

from core.diagnosis.doubts import SURE, Doubt
from core.fits.line import LineFit
from core.fits.one_line import GroupedLines, fit_groups
from core.numerics.validation import FloatArray
from core.writing.text import one_line, shorten

LINES_SHARE = 0.25
"""A line for each group takes a quarter off the residual sum of squares: seen at a glance."""

LEAST_POINTS = 3
MOST_LEFT_OUT = 0.2
"""Groups too small for a line of their own may hold this share of the points, and no more."""


def group_doubt(
    x: FloatArray, y: FloatArray, fit: LineFit, columns: Mapping[str, Sequence[str]]
) -> Doubt | None:
    """Return the doubt about one line for all that speaks loudest, if there is one.

    ``columns`` has, by the name of a column, the group of each point, "" for none. Significance is
    that of the F test of `core.fits.one_line`, divided among the columns.
    """
    worst: tuple[float, str, GroupedLines] | None = None
    for column, groups in columns.items():
        lines = _lines(x, y, groups)
        if lines and lines.p_value < SURE / len(columns):
            share = 1 - sum(line.rss for line in lines.each.values()) / lines.all.rss
            if share >= LINES_SHARE and (worst is None or share > worst[0]):
                worst = share, column, lines
    return worst and Doubt("groups", _sentence(fit, *worst))


def _lines(x: FloatArray, y: FloatArray, groups: Sequence[str]) -> GroupedLines | None:
    """Compare one line with one for each group that is large enough to have one."""
    names, member, sizes = np.unique(np.asarray(groups), return_inverse=True, return_counts=True)
    large = [
        k
        for k, (name, size) in enumerate(zip(names, sizes, strict=True))
        if name and size >= LEAST_POINTS and np.ptp(x[member == k]) > 0
    ]
    used = np.isin(member, large)
    if len(large) < 2 or used.mean() < 1 - MOST_LEFT_OUT or np.ptp(y[used]) == 0:
        return None
    lines = fit_groups(x[used], y[used], [str(names[k]) for k in member[used]])
    return lines if isfinite(lines.p_value) and lines.all.rss > 0 else None


def _sentence(fit: LineFit, share: float, column: str, lines: GroupedLines) -> str:
    slopes = sorted(line.slope for line in lines.each.values())
    within = f"{slopes[0]:.3g} to {slopes[-1]:.3g}"
    turned = all(slope * fit.slope < 0 for slope in slopes)
    return (
        f"the points lie on {len(lines.each)} lines by {shorten(one_line(column), 40)!r}, which "
        f"take {share:.0%} off the residual sum of squares (p = {lines.p_value:.1g}): slope "
        f"{fit.slope:.3g} for all, {within} within the groups"
        + (", the other way round" if turned else "")
    )
