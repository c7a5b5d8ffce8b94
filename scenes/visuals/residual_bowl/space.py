"""Where lines and their sums of squares lie in space, and how that space is seen.

The floor is the map of lines (a, b); the height above it is the sum of squares in units of the
least one. Seen from above, space lies where the chart of the map does.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from core.landscape.squared import ResidualLandscape
from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.projection import Points, View

FULL_TURN = np.linspace(0.0, 2 * np.pi, 97)
# Where the rim is, in units of the screen, when the space is seen from the side.
RIM_HEIGHT = 3.4
# The long axis of the bowl lies across the screen.
AZIMUTH, ELEVATION, SCALE = -0.68 * np.pi, 0.8, 0.88
FARTHER = 0.12
CENTRE = (-0.14, -0.12)  # from the middle of the map


@dataclass(frozen=True)
class BowlSpace:
    """Points of space for lines (a, b); the bowl is cut where epsilon_rel is ``rim``.

    ``least`` is the least sum of squares in units of the landscape: 1, or 0 when the points lie
    on one line.
    """

    landscape: ResidualLandscape
    map: Chart
    rim: float
    least: float

    def points(self, a: ArrayLike, b: ArrayLike, height: ArrayLike, lift: float = 0.0) -> Points:
        """Return the points (..., 3) of lines (a, b) at ``height``, in units of the landscape.

        The rim keeps its place whether heights are counted from 0 (``lift`` is 1) or from the
        least one (0).
        """
        box = self.map.box
        u = box.width * (self.map.x_scale.share(a) - 0.5)
        v = box.height * (self.map.y_scale.share(b) - 0.5)
        z = self.unit(lift) * np.asarray(height, dtype=float)
        return np.stack(np.broadcast_arrays(u, v, z), axis=-1)

    def on_surface(self, a: ArrayLike, b: ArrayLike, lift: float = 0.0) -> Points:
        """Return the points (..., 3) of lines (a, b) on the bowl, ``lift`` times least above."""
        return self.points(a, b, self.landscape.height(a, b) + lift * self.least, lift)

    def polar(self, root: ArrayLike, angle: ArrayLike, lift: float = 0.0) -> Points:
        """Return the points at which epsilon_rel is ``root`` squared, seen under ``angle``."""
        roots, angles = np.broadcast_arrays(
            np.asarray(root, dtype=float), np.asarray(angle, dtype=float)
        )
        return self.on_surface(*self.landscape.at(roots, angles), lift)

    def unit(self, lift: float) -> float:
        """Return how high in space one unit of the landscape is."""
        return RIM_HEIGHT / (self.rim + lift * self.least)

    def view(self, tilt: float, turn: float) -> View:
        """Return the view: from above when ``tilt`` is 0, from the side when it is 1."""
        u, v = self.map.box.middle
        above = View(-np.pi / 2, np.pi / 2, (u, v), 1.0)
        aside = View(AZIMUTH, ELEVATION, (u + CENTRE[0], v + CENTRE[1]), SCALE)
        seen = above.towards(aside, tilt)
        # Its corners would leave the screen on the way.
        away = 1 - FARTHER * 4 * tilt * (1 - tilt)
        return replace(seen, azimuth=seen.azimuth + turn, scale=away * seen.scale)
