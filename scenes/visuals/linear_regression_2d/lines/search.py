"""How one finds the best line by hand: turn it, shift it, and again, until neither helps.

Each leg changes one number only, to where the squares are least: a, then b, then a, ...
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.landscape.squared import ResidualLandscape

Line = tuple[float, float]
Values = NDArray[np.float64]

LEAST_LEGS, MOST_LEGS = 8, 200
# What is left of the height at the beginning is too little to be seen.
NOTHING_LEFT = 0.002
# One sees that a line is the best only after it: a trial goes on until it is so much higher.
TOO_FAR = 0.35
TURNING_BACK = 0.62  # of a trial
# The last leg takes so much of the time that the first one takes.
QUICKEST = 0.05


@dataclass(frozen=True)
class Search:
    """The ``corners`` (n, 2) of the way from one line to the best, a and b changing in turn."""

    landscape: ResidualLandscape
    corners: Values

    @classmethod
    def of(cls, landscape: ResidualLandscape, seen: tuple[float, float]) -> "Search":
        """Search from the line that ``ResidualLandscape.at`` returns for ``seen``."""
        corners = [cls._line(*landscape.at(*seen))]
        for leg in range(MOST_LEGS):
            a, b = corners[-1]
            by_slope, by_intercept = landscape.gradient(a, b)
            if leg % 2 == 0:
                a -= by_slope / (2 * landscape.slope_curvature)
            else:
                b -= by_intercept / (2 * landscape.intercept_curvature)
            corners.append((a, b))
            left = float(landscape.height(a, b) / landscape.height(*corners[0]))
            if left < NOTHING_LEFT and leg + 1 >= LEAST_LEGS:
                break
        corners[-1] = landscape.slope, landscape.intercept
        return cls(landscape, np.array(corners))

    def trial(self, leg: int, share: float) -> Line:
        """Return the line after ``share`` of a leg that goes too far before it turns back."""
        start, end, far = self._turning_points(leg)
        out = _eased(min(1.0, share / TURNING_BACK))
        back = _eased(max(0.0, (share - TURNING_BACK) / (1 - TURNING_BACK)))
        return self._line(*(start + out * (far - start) + back * (end - far)))

    def leg(self, leg: int, share: float) -> Line:
        """Return the line after a ``share`` of a leg that goes no farther than it should."""
        start, end = self.corners[leg], self.corners[leg + 1]
        return self._line(*(start + _eased(share) * (end - start)))

    def lowest(self, leg: int, share: float) -> float:
        """Return the least height on such a leg so far."""
        start, end, far = self._turning_points(leg)
        out = _eased(min(1.0, share / TURNING_BACK))
        passed = out * np.abs(far - start).sum() >= np.abs(end - start).sum()
        return float(self.landscape.height(*(end if passed else self.trial(leg, share))))

    def reached(self, since: int, share: float) -> tuple[int, float]:
        """Return in which leg one is after ``share`` of the way from a corner on, and how far.

        Legs follow each other ever more quickly.
        """
        legs = len(self.corners) - 1 - since
        ends = np.cumsum(np.geomspace(1.0, QUICKEST, legs))
        now = share * ends[-1]
        leg = min(int(np.searchsorted(ends, now)), legs - 1)
        begun = ends[leg - 1] if leg else 0.0
        return since + leg, float(min(1.0, (now - begun) / (ends[leg] - begun)))

    def _turning_points(self, leg: int) -> tuple[Values, Values, Values]:
        """Return where a leg begins, where it ends, and where it turns back."""
        start, end = self.corners[leg], self.corners[leg + 1]
        changed = leg % 2
        reach = (self.landscape.slope_reach, self.landscape.intercept_reach)[changed](TOO_FAR)
        far = end.copy()
        far[changed] += reach if end[changed] >= start[changed] else -reach
        return start, end, far

    @staticmethod
    def _line(a: ArrayLike, b: ArrayLike) -> Line:
        return float(np.asarray(a).item()), float(np.asarray(b).item())


def _eased(share: float) -> float:
    return share * share * (3 - 2 * share)
