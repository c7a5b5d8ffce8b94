"""Does one line do for all groups of points, or does each need its own?

With one line the residual sum of squares is rss_1, with a line for each of k groups rss_k. Were
one line enough, with normal errors of one variance (or of variances 1 / weight), then

    F = ((rss_1 - rss_k) / (2 k - 2)) / (rss_k / (n - 2 k))

would follow Fisher's distribution (G. C. Chow, Econometrica 28 (1960) 591-605; the general linear
test of Draper & Smith, Applied Regression Analysis, chapter 6). It is the test of statsmodels'
``anova_lm`` between ``y ~ x`` and ``y ~ x * C(group)``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, nan

import numpy as np
import scipy  # its special functions load when asked for
from numpy.typing import ArrayLike

from core.fits.line import LineFit, fit_line
from core.numerics.validation import require_same_points, vector


@dataclass(frozen=True)
class GroupedLines:
    """One line for all, a line for each group by its name, and the F test between both.

    ``dof`` are the degrees of freedom of F, 2 k - 2 and n - 2 k. Without degrees of freedom left
    over nothing is known: F and ``p_value`` are nan.
    """

    all: LineFit
    each: dict[str, LineFit]
    F: float
    dof: tuple[int, int]
    p_value: float


def fit_groups(
    x: ArrayLike, y: ArrayLike, groups: Sequence[str], *, weights: ArrayLike | None = None
) -> GroupedLines:
    """Fit a line to all points and one to each group, in the order in which groups appear.

    ``groups`` has the name of the group of each point. ValueError for fewer than two groups, and
    names the group whose points define no line.

    >>> found = fit_groups([0, 1, 2, 0, 1, 2], [0, 1, 3, 5, 5, 6], ["a", "a", "a", "b", "b", "b"])
    >>> [round(line.slope, 3) for line in found.each.values()], round(found.F, 9), found.dof
    ([1.5, 0.5], 75.0, (2, 2))
    """
    at, values = vector(x, "x"), vector(y, "y")
    w = np.ones(at.size) if weights is None else vector(weights, "weights")
    require_same_points(x=at, y=values, groups=groups, weights=w)
    names = tuple(dict.fromkeys(groups))
    if len(names) < 2:
        raise ValueError(f"all points are of one group, {', '.join(names)!r}: nothing to compare")
    member = np.asarray(groups, dtype=object)
    each = {}
    for name in names:
        own = member == name
        try:
            each[name] = fit_line(at[own], values[own], weights=w[own])
        except ValueError as error:
            raise ValueError(f"group {name!r}: {error}") from None
    together = fit_line(at, values, weights=w)
    apart = sum(line.rss for line in each.values())
    dof = 2 * len(names) - 2, together.n - 2 * len(names)
    F = _ratio(max(0.0, together.rss - apart) / dof[0], apart / dof[1]) if dof[1] else nan
    return GroupedLines(
        together, each, F, dof, float(scipy.special.fdtrc(*dof, F)) if dof[1] else nan
    )


def _ratio(between: float, within: float) -> float:
    if within:
        return between / within
    return inf if between else 0.0
