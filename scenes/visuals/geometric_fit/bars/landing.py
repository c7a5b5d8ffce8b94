"""Squares on their way to a bar: each stays a square until it is there, then spreads to a layer."""

import numpy as np

from scenes.visuals.geometric_fit.sheet.page import Values
from scenes.visuals.plot.regression import set_rings
from scenes.visuals.plot.tank import Pouring

GROUPS = 3
FLIGHT = 0.45  # of the time of the pouring, for each group
FLOWN = 0.7  # of the way: from there on it spreads
UNIT = 0.5 * np.array([(-1, -1, 0), (1, -1, 0), (1, 1, 0), (-1, 1, 0)])  # from its middle


def landing(starts: Values, layers: Values, sides: Values, way: Values) -> Values:
    """Return the corners (n, 4, 3) of squares that are ``way`` (n,) from starts to layers.

    Where a square has arrived, and is not yet a layer, its side is that of ``sides`` (n,).
    """
    there = layers.mean(axis=1, keepdims=True) + sides[:, None, None] * UNIT
    gone = _eased(way / FLOWN)
    spread = _eased((way - FLOWN) / (1 - FLOWN))
    corners: Values = starts + gone * (there - starts) + spread * (layers - there)
    return corners


def _eased(way: Values) -> Values:
    kept = np.clip(way, 0.0, 1.0)
    eased: Values = (kept * kept * (3 - 2 * kept))[:, None, None]
    return eased


class InGroups(Pouring):
    """Squares that leave group by group, and lie where they are until then."""

    def ways(self, share: float) -> Values:
        """Return how far each square (n,) has come after ``share`` of the pouring."""
        n = len(self._start)
        group = np.arange(n) * GROUPS // n
        start = group * (1 - FLIGHT) / (GROUPS - 1)
        way: Values = np.clip((share - start) / FLIGHT, 0.0, 1.0)
        return way

    def set_share(self, share: float) -> "InGroups":
        """Show the squares after ``share`` of the pouring."""
        width, height = (self._layers[:, 2] - self._layers[:, 0]).T[:2]
        sides = np.sqrt(width * height)
        set_rings(self, landing(self._start, self._layers, sides, self.ways(share)))
        return self
