"""The troughs of all points, in the order in which they are added up."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.shown_points import ShownPoints
from scenes.visuals.residual_bowl.choice import fitting_levels, three
from scenes.visuals.residual_bowl.convex import Polygon
from scenes.visuals.residual_bowl.heights import Heights

Values = NDArray[np.float64]

GOLDEN = (np.sqrt(5.0) - 1) / 2
# Of a round part of the map, every so many corners are enough to cut by.
ROUGHLY = 2
# How far up to the rim the third point may lift the bowl.
MOST_LIFT = 0.5


@dataclass(frozen=True)
class Troughs:
    """Sums of squares over the map: ``sums[k]`` is the form (3, 3) of what is there after k steps.

    Each of the first three steps adds one point; each later one adds one that is drawn and its
    share of those that are not. ``order`` holds the drawn ones, ``gaps`` (k, 3) theirs on the map.
    """

    size: tuple[float, float]
    order: NDArray[np.intp]
    gaps: Values
    sums: Values
    level: float

    @classmethod
    def of(cls, shown: ShownPoints, chart: Chart) -> "Troughs":
        """Choose the first three of ``shown``; the others follow from all over the table."""
        size = chart.box.width, chart.box.height
        gaps = _gaps(shown, chart)
        first = shown.squared[three(gaps[shown.squared], size)]
        others = np.setdiff1d(shown.squared, first)
        sorted_others = others[np.argsort(shown.x[others], kind="stable")]
        # Neighbours far apart: every sum on the way is a bowl as round as the last one.
        mixed = np.argsort(GOLDEN * np.arange(len(others)) % 1.0)
        order = np.concatenate([first, sorted_others[mixed]])
        undrawn = np.setdiff1d(np.arange(shown.total), order)
        sums = np.concatenate([np.zeros((1, 3, 3)), np.cumsum(_forms(gaps[order]), axis=0)])
        later = np.maximum(0, np.arange(len(sums)) - len(first)) / max(1, len(others))
        rest = gaps[undrawn].T @ gaps[undrawn]
        sums = sums + later[:, None, None] * rest
        return cls(size, order, gaps[order], sums, _first_level(gaps[first], size))

    @property
    def steps(self) -> int:
        """The number of steps after which all squares are there."""
        return len(self.sums) - 1

    def form(self, count: float) -> Values:
        """Return the form after ``count`` steps; a part of a step adds a part of its squares."""
        before = int(min(count, self.steps - 1))
        share = count - before
        form: Values = (1 - share) * self.sums[before] + share * self.sums[before + 1]
        return form

    def heights(self, count: float, level: float, top: float) -> Heights:
        """Return the heights after ``count`` steps; the sum ``level`` stands at ``top``."""
        return Heights(self.form(count) * (top / level), self.size, top)

    def spread(self, share: float, last: float) -> Polygon:
        """Return the part of the map below the rim of the first three, or of all, or between."""
        few = self.sums[min(3, self.steps)] / self.level
        form = (1 - share) * few + share * self.sums[-1] / last
        return Heights(form, self.size, 1.0).below(1.0)[::ROUGHLY]

    def beside(self, first: float, second: float) -> list[tuple[float, float]]:
        """Return the places where two squares are such shares of the rim; none for parallels."""
        if not self.crosses:
            return []
        aims = np.sqrt(self.level * np.array([first, second]))
        signs = ((1, 1), (1, -1), (-1, 1), (-1, -1))
        found = [np.linalg.solve(self.gaps[:2, :2], aims * s - self.gaps[:2, 2]) for s in signs]
        return [(float(u), float(v)) for u, v in found]

    @property
    def crosses(self) -> bool:
        """Tell whether the lines of the first two points have different directions."""
        return abs(float(np.linalg.det(self.gaps[:2, :2]))) > 1e-9 * float(
            np.sum(self.gaps[:2] ** 2)
        )

    def crossing(self, level: float, top: float, share: float) -> Heights:
        """Return the trough of the second point with a ``share`` of the first one's on it."""
        first, second = self.sums[1], self.sums[2] - self.sums[1]
        return Heights((second + share * first) * (top / level), self.size, top)

    def shapes(self, last: float) -> list[Polygon]:
        """Return the parts of the map below the rim in the film; ``last`` is the last level."""
        few = min(3, self.steps)
        stages = [(k, self.level) for k in range(1, few + 1)]
        stages.append((self.steps, last))
        surfaces = [self.heights(count, level, level) for count, level in stages]
        surfaces.append(self.crossing(self.level, self.level, 0.0))
        return [surface.below(surface.top) for surface in surfaces]


def _gaps(shown: ShownPoints, chart: Chart) -> Values:
    """Return (p, q, r) for each point: p u + q v + r is its gap from the line at (u, v)."""
    across, up = chart.x_scale, chart.y_scale
    a, b = across.low + across.span / 2, up.low + up.span / 2
    by_u = -shown.x * across.span / chart.box.width
    by_v = np.full_like(shown.x, -up.span / chart.box.height)
    return np.column_stack([by_u, by_v, shown.y - (a * shown.x + b)])


def _first_level(gaps: Values, size: tuple[float, float]) -> float:
    """Return the sum at the rim for the first ``gaps``: two fill the map, and three fit in."""
    level = float(fitting_levels(gaps[None, :2], size)[0][0])
    lifted = Heights(gaps.T @ gaps, size, 1.0).least / MOST_LIFT
    middle = float(np.sum(gaps[:, 2] ** 2))
    return max(level, lifted) or middle or 1.0


def _forms(gaps: Values) -> Values:
    forms: Values = gaps[:, :, None] * gaps[:, None, :]
    return forms
