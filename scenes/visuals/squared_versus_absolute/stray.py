"""Points of which one is dragged, the two best lines, which answer, and where it is dragged to."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.fits.least_absolute import fit_least_absolute
from core.fits.line import fit_line

Line = tuple[float, float]
Values = NDArray[np.float64]

# One of more points than this moves no line, and their pulls would hide each other.
MOST_POINTS = 40
# Of three points, the line of least lengths goes through the outer two: it moves at once or never.
FEWEST_POINTS = 4
# How far the point is dragged from the line, and how far it is taken through it, in heights of
# all the others.
AWAY, THROUGH = 1.0, 0.5
# Shares of the way from the line to the far place: where a point that is astray already would be at
# home, near the line but on the same side of it, and farthest from it.
HOME, NEAR, FARTHEST = 0.06, 0.45, 1.4
# Two lines agree, or are torn apart, by these shares of the height of the chart.
AGREEING, TORN = 0.08, 0.15
LOOKS = 12
# A line through a point misses it by rounding only: a share of the height of the points.
TOUCHING = 1e-9
# The points that a best line of least lengths goes through, unless more lie on one line.
RESTS_ON = 2


@dataclass(frozen=True)
class Heights:
    """Heights of the stray point: at home, far, farther still, near, beyond the line.

    All of them, and the other points, lie between ``low`` and ``high``.
    """

    home: float
    far: float
    farthest: float
    near: float
    beyond: float
    low: float
    high: float

    @classmethod
    def of(cls, others: Values, home: float, far: float, line: float) -> "Heights":
        """Choose them for a point at ``home`` near a ``line``, which is dragged to ``far``."""
        beyond = line + np.sign(line - far) * THROUGH * np.ptp(others)
        farthest = float(line + FARTHEST * (far - line))
        all_y = np.concatenate([others, [home, far, farthest, beyond]])
        return cls(
            home,
            far,
            farthest,
            line + NEAR * (far - line),
            float(beyond),
            float(all_y.min()),
            float(all_y.max()),
        )


class Stray:
    """Points (x, y) of which the one with ``index`` is dragged to another height."""

    def __init__(self, x: Values, y: Values, index: int) -> None:
        self._x, self._y = x, y
        self.x, self.y = float(x[index]), float(y[index])
        self._fixed = np.arange(x.size) != index
        # All points, the stray one last.
        self.order = np.append(np.flatnonzero(self._fixed), index)
        self.others = x[self._fixed], y[self._fixed]

    def points(self, height: float) -> tuple[Values, Values]:
        """Return all points, the stray one at ``height``."""
        return self._x, np.where(self._fixed, self._y, height)

    def squared(self, height: float) -> Line:
        """Return (a, b) of the least sum of squares with the stray point at ``height``."""
        fit = fit_line(*self.points(height))
        return fit.slope, fit.intercept

    def absolute(self, height: float) -> Line:
        """Return (a, b) of the least sum of lengths with the stray point at ``height``."""
        fit = fit_least_absolute(*self.points(height))
        return fit.slope, fit.intercept

    def _rests_on(self, line: Line) -> int:
        gaps = np.abs(self.others[1] - np.polyval(line, self.others[0]))
        return int(np.sum(gaps <= TOUCHING * np.ptp(self.others[1])))

    def shows(self, heights: Heights) -> bool:
        """Tell whether the lines agree at home, and one of them stays while the other is torn.

        The one that stays moves at last, once the point has crossed it.
        """
        ends = np.array([self._x.min(), self._x.max()])

        def apart(one: Line, other: Line) -> float:
            gaps = np.polyval(one, ends) - np.polyval(other, ends)
            return float(np.abs(gaps).max() / (heights.high - heights.low))

        home, far = heights.home, heights.far
        stays = self.absolute(far)
        ways = np.linspace(home, heights.farthest, LOOKS)
        return (
            apart(self.squared(home), self.absolute(home)) <= AGREEING
            and apart(self.squared(heights.farthest), stays) >= TORN
            and self._rests_on(stays) == RESTS_ON
            and apart(self.absolute(heights.beyond), stays) > TOUCHING
            and all(apart(self.absolute(float(way)), stays) <= AGREEING / 2 for way in ways)
        )


def stray_of(x: Values, y: Values) -> tuple[Stray, Heights]:
    """Choose the point to drag, from the ends of x inwards; ValueError where none shows it.

    A point that lies astray already is first put on the line of the others, then dragged home.
    """
    if x.size < FEWEST_POINTS:
        raise ValueError(
            "too few points: one is dragged away from the line of the others; "
            f"give {FEWEST_POINTS} or more"
        )
    if x.size > MOST_POINTS:
        raise ValueError(
            f"{x.size} points: among so many no single point tears a line; "
            f"give a table of at most {MOST_POINTS}"
        )
    for index in np.argsort(-np.abs(x - x.mean()), kind="stable"):
        stray = Stray(x, y, int(index))
        for home, far, line in _ways(stray):
            heights = Heights.of(stray.others[1], home, far, line)
            if stray.shows(heights):
                return stray, heights
    raise ValueError(
        "in this table no point that goes astray tears the line of least squares away from that "
        "of least lengths: give points near a line, with one of them far out in x"
    )


def _ways(stray: Stray) -> Iterator[tuple[float, float, float]]:
    """Yield (home, far, line): the ways that the point may be dragged."""
    x, y = stray.others
    a, b = stray.absolute(stray.y)
    line, height = a * stray.x + b, float(np.ptp(y))
    # Back over the heights of the others first: the chart need not be taller for it.
    over = -1.0 if line >= y.mean() else 1.0
    for side in (over, -over):
        yield stray.y, line + side * AWAY * height, line
    a, b = fit_least_absolute(x, y).slope, fit_least_absolute(x, y).intercept
    line = a * stray.x + b
    yield line + HOME * (stray.y - line), stray.y, line
