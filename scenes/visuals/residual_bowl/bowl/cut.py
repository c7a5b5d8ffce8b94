"""Up to which sum of squares a surface is shown: so far that its rim stays round on the map."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from scenes.visuals.residual_bowl.bowl.heights import Heights
from scenes.visuals.residual_bowl.bowl.troughs import ALONE, Troughs
from scenes.visuals.space.projection import Points

Values = NDArray[np.float64]

# How much of the map the rim may fill.
FILLED = 0.96
# Of the way of the second point to its own x: where its trough is looked at.
ON_THE_WAY = 0.0, 0.15, 0.3, 0.45, 0.6, 0.8, 1.0
# At so many scales the surface is looked at while they change.
SCALES = 4


@dataclass(frozen=True)
class Cut:
    """``sums[k]`` is the sum of squares at the rim after k steps, on the last scale of heights.

    Before, on the ``first`` scale, the rim is as high as the scale; from there to the ``last`` one
    the rim goes along, so that ever more of the same bowl is seen.
    """

    sums: Values
    first: float
    last: float

    @classmethod
    def of(cls, troughs: Troughs, last: float) -> Self:
        """Return the cut of ``troughs`` of which the last sum is shown up to ``last``."""
        count, first = troughs.steps, troughs.level
        fits = [_fitting(troughs, k) for k in range(min(ALONE, count), count)]
        # Once a rim is so far out it never comes back.
        rising = np.minimum.accumulate(np.array([*fits, last])[::-1])[::-1]
        shown = np.clip(rising, min(first, last), last)
        shown[-1] = last
        return cls(np.concatenate([np.full(count + 1 - len(shown), shown[0]), shown]), first, last)

    def at(self, count: float, level: float) -> float:
        """Return the sum at the rim after ``count`` steps, while ``level`` is the scale."""
        end = float(np.interp(count, np.arange(len(self.sums)), self.sums))
        if self.last == self.first:
            return end
        share = np.log(level / self.first) / np.log(self.last / self.first)
        return float(self.first * (end / self.first) ** share)

    def shown(self, troughs: Troughs, count: float, level: float, top: float) -> Heights:
        """Return the heights after ``count`` steps up to the rim; ``level`` stands at ``top``."""
        whole = troughs.heights(count, level, top)
        return replace(whole, top=min(1.0, self.at(count, level) / level) * top)

    def edges(self, troughs: Troughs) -> list[Points]:
        """Return the edges of all surfaces that are ever shown, in units of the scale."""
        few, level = min(ALONE, troughs.steps), self.first
        surfaces = [self.shown(troughs, count, level, 1.0) for count in range(1, few + 1)]
        for share in ON_THE_WAY:
            moved = troughs.with_second(share)
            surfaces += [moved.heights(2, level, 1.0), moved.coming(1, 0.0, level, 1.0)]
        if few == ALONE:
            surfaces.append(troughs.low(ALONE - 1, level, 1.0))
        for scale in np.geomspace(level, self.last, SCALES):
            surfaces.append(self.shown(troughs, troughs.singly, float(scale), 1.0))
        for count in range(troughs.singly, troughs.steps + 1):
            surfaces.append(self.shown(troughs, count, self.last, 1.0))
        return [one.over(one.outline(one.below(one.top))) for one in surfaces]


def _fitting(troughs: Troughs, count: int) -> float:
    """Return up to which sum the surface after ``count`` steps has a round rim on the map."""
    whole = Heights(troughs.sums[count], troughs.size, 1.0)
    ring = np.abs(whole.ellipse(whole.least + 1.0) - whole.lowest).max(axis=0)
    room = FILLED * np.array(whole.size) / 2 - np.abs(whole.lowest)
    return whole.least + float(max(0.0, (room / ring).min())) ** 2
