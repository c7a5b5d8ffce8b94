"""The troughs of all points, in the order in which they are added up."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.shown_points import ShownPoints
from scenes.visuals.residual_bowl.bowl.choice import fitting_levels, three
from scenes.visuals.residual_bowl.bowl.heights import Heights

Values = NDArray[np.float64]

# Points that come one by one lie so far from x = 0, as a share of the farthest; if so many do.
CLEAR, FEWEST = 0.15, 3
GOLDEN = (np.sqrt(5.0) - 1) / 2
# How far up to the rim the third point may lift the bowl.
MOST_LIFT = 0.5
# How far from the first point another one at the same x is, in gaps that reach the rim.
APART = 0.5
# So far up to the rim a trough is drawn as it comes.
LOW = 0.6
# So many points come one by one; how far up to the rim the last of them may lift the bowl.
ALONE, ROOM = 4, 0.5
# How far up to the rim the sum of the first three is where ways turn.
HIGHEST_HUB = 0.7
# So far from the first three is the fourth point, as a share of the data: else one hides the other.
BESIDE = 0.12
# Beside how much the first three bend one way, how much they bend another one at least.
TINY = 1e-12


@dataclass(frozen=True)
class Troughs:
    """Sums of squares over the map: ``sums[k]`` is the form (3, 3) of what is there after k steps.

    Each of the first ``singly`` steps adds one point; each later one adds one that is drawn and its
    share of those that are not. ``order`` holds the drawn ones, ``gaps`` (k, 3) theirs on the map.
    """

    size: tuple[float, float]
    order: NDArray[np.intp]
    gaps: Values
    sums: Values
    level: float
    singly: int

    @classmethod
    def of(cls, shown: ShownPoints, chart: Chart) -> "Troughs":
        """Choose the first few of ``shown``; the others follow from all over the table."""
        size = chart.box.width, chart.box.height
        gaps = _gaps(shown, chart)
        clear = _clear(shown)
        first = clear[three(gaps[clear], size)]
        level = _first_level(gaps[first], size)
        left = np.setdiff1d(clear, first)
        left = left if left.size else np.setdiff1d(shown.squared, first)
        left = _beside(shown, first, left)
        if left.size:
            first = np.append(first, left[_bending(gaps[first], gaps[left], size, level)])
        others = np.setdiff1d(shown.squared, first)
        sorted_others = others[np.argsort(shown.x[others], kind="stable")]
        # Neighbours far apart: every sum on the way is a bowl as round as the last one.
        mixed = np.argsort(GOLDEN * np.arange(len(others)) % 1.0)
        order = np.concatenate([first, sorted_others[mixed]])
        undrawn = np.setdiff1d(np.arange(shown.total), order)
        sums = _sums(gaps[order])
        later = np.maximum(0, np.arange(len(sums)) - len(first)) / max(1, len(others))
        rest = gaps[undrawn].T @ gaps[undrawn]
        sums = sums + later[:, None, None] * rest
        return cls(size, order, gaps[order], sums, level, len(first))

    @property
    def steps(self) -> int:
        """The number of steps after which all squares are there."""
        return len(self.sums) - 1

    @property
    def apart(self) -> float:
        """How far above the first point the second one is while both have the same x."""
        # Towards the middle of the map, where its line has its whole length.
        return float(np.copysign(APART * np.sqrt(self.level), -self.gaps[0, 2]))

    def second(self, share: float) -> Values:
        """Return the gap (3,) of the second point after a share of its way to its own x."""
        before = self.gaps[0] + np.array([0.0, 0.0, self.apart])
        gap: Values = (1 - share) * before + share * self.gaps[1]
        return gap

    def with_second(self, share: float) -> "Troughs":
        """Return all troughs while the second point is so far on its way."""
        gaps, sums = self.gaps.copy(), self.sums.copy()
        gaps[1] = self.second(share)
        sums[2:] += np.outer(gaps[1], gaps[1]) - np.outer(self.gaps[1], self.gaps[1])
        return replace(self, gaps=gaps, sums=sums)

    def way(self, angle: float) -> Values:
        """Return the way (2,) over the map at an ``angle``: 0 across the fourth trough.

        That way it is bent most beside what the first three bend it, and at a right angle runs the
        floor of the fourth trough. The first three bend every way so long as much.
        """
        bends, ways = np.linalg.eigh(self.sums[ALONE - 1][:2, :2])
        round_again = ways / np.sqrt(np.maximum(bends, TINY * bends[1])) @ ways.T
        u, v = round_again @ self.gaps[ALONE - 1, :2]
        turned = np.cos(angle) * np.array([u, v]) + np.sin(angle) * np.array([-v, u])
        way: Values = round_again @ turned / np.hypot(u, v)
        return way

    @property
    def hub(self) -> tuple[float, float]:
        """Return where on the floor of the fourth trough the sum of the first three is least.

        Where they are high there, the place at which their sum is least at all.
        """
        return self._across if self.on_floor else self._first_three.lowest

    @property
    def on_floor(self) -> bool:
        """Tell whether the hub lies on the floor of the fourth trough."""
        return bool(self._first_three.at(*self._across) <= HIGHEST_HUB * self.level)

    @property
    def _first_three(self) -> Heights:
        return Heights(self.sums[ALONE - 1], self.size, self.level)

    @property
    def _across(self) -> tuple[float, float]:
        """Return where the way across, over the lowest place of the first three, meets it."""
        (u, v), (right, up), gap = self._first_three.lowest, self.way(0.0), self.gaps[ALONE - 1]
        back = float(gap @ [u, v, 1.0] / (gap[:2] @ [right, up]))
        return u - back * float(right), v - back * float(up)

    def form(self, count: float) -> Values:
        """Return the form after ``count`` steps; a part of a step adds a part of its squares."""
        before = int(min(count, self.steps - 1))
        share = count - before
        form: Values = (1 - share) * self.sums[before] + share * self.sums[before + 1]
        return form

    def heights(self, count: float, level: float, top: float) -> Heights:
        """Return the heights after ``count`` steps; the sum ``level`` stands at ``top``."""
        return Heights(self.form(count) * (top / level), self.size, top)

    def coming(self, before: int, laid: float, level: float, top: float) -> Heights:
        """Return the trough of the step after ``before``, on a share ``laid`` of the sum there."""
        new = self.sums[before + 1] - self.sums[before]
        return Heights((new + laid * self.sums[before]) * (top / level), self.size, top)

    def low(self, before: int, level: float, top: float) -> Heights:
        """Return the trough of the step after ``before`` alone, cut low."""
        return replace(self.coming(before, 0.0, level, top), top=LOW * top)


def _clear(shown: ShownPoints) -> NDArray[np.intp]:
    """Return the drawn points that do not lie under the dot where a line meets x = 0."""
    away = np.abs(shown.x[shown.squared])
    clear = shown.squared[away >= CLEAR * away.max()]
    enough = len(clear) >= FEWEST and len(np.unique(shown.x[clear])) > 1
    return clear if enough else shown.squared


def _beside(
    shown: ShownPoints, first: NDArray[np.intp], left: NDArray[np.intp]
) -> NDArray[np.intp]:
    """Return those ``left`` that do not lie on one of the ``first``; if all do, all."""
    places = np.column_stack([shown.x, shown.y])
    away = (places[left, None] - places[first]) / np.maximum(np.ptp(places, axis=0), 1e-300)
    kept = left[(np.linalg.norm(away, axis=2) >= BESIDE).all(axis=1)]
    return kept if kept.size else left


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


def _bending(first: Values, others: Values, size: tuple[float, float], level: float) -> int:
    """Return which of ``others`` bends some way over the bowl of the ``first`` gaps most.

    One that hardly lifts that bowl, if there is one: else the one that lifts it least.
    """
    bowl = first.T @ first
    lifted = np.array([Heights(bowl + form, size, 1.0).least for form in _forms(others)])
    if lifted.min() > ROOM * level:
        return int(np.argmin(lifted))
    return int(np.argmax(np.where(lifted <= ROOM * level, _bent(bowl, others), -1.0)))


def _bent(bowl: Values, others: Values) -> Values:
    """Return how much more each of ``others`` bends the way that it bends most (n,)."""
    slopes = others[:, :2]
    more: Values = np.sum(slopes @ np.linalg.pinv(bowl[:2, :2]) * slopes, axis=1)
    return more


def _sums(gaps: Values) -> Values:
    return np.concatenate([np.zeros((1, 3, 3)), np.cumsum(_forms(gaps), axis=0)])


def _forms(gaps: Values) -> Values:
    forms: Values = gaps[:, :, None] * gaps[:, None, :]
    return forms
