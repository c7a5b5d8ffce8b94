"""Where lines and their sums of squares lie in space, and how that space is seen.

The floor is the map of lines (a, b); the height above it is the sum of squares. Seen from above,
space lies where the chart of the map does.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.landscape.squared import ResidualLandscape
from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.projection import Points, View
from scenes.visuals.writing.screen import TOP_EDGE

FULL_TURN = np.linspace(0.0, 2 * np.pi, 97)
# How high the rim is above the floor, as the screen shows it: a tank of this height beside the
# bowl has its level as high as the ball.
RIM_ON_SCREEN = 2.6
# The bowl turns a broad side to the camera.
AZIMUTH, ELEVATION, SCALE = -0.66 * np.pi, 0.78, 0.8
FARTHER = 0.1
BELOW = -0.75  # from the middle of the map
# Where round cuts push the bowl up, its rim would leave the picture, and a ball on it.
HIGHEST = TOP_EDGE - 0.19
# Where long labels push the map to the right, a corner of the bowl would leave the picture.
RIGHTMOST = 2.9


@dataclass(frozen=True)
class Horizon:
    """Where the wall turns its inside away from the camera: a straight line on the floor.

    In the polar coordinates of the landscape it is r cos(theta - ``angle``) = ``root``; beyond it
    the wall is near, and seen from outside.
    """

    angle: float
    root: float

    def opening(self, roots: ArrayLike) -> NDArray[np.float64]:
        """Return half the angle under which the rings at ``roots`` lie beyond the horizon."""
        half: NDArray[np.float64] = np.arccos(np.minimum(1.0, self.root / np.asarray(roots)))
        return half


@dataclass(frozen=True)
class BowlSpace:
    """Points of space for lines (a, b); the bowl is cut where it is ``rim`` above its lowest.

    Heights count from the floor, in units of the landscape; the lowest place of the bowl lies
    ``least`` above it: 1, or 0 when the points lie on one line.
    """

    landscape: ResidualLandscape
    map: Chart
    rim: float
    least: float

    @property
    def top(self) -> float:
        """Return the height of the rim above the floor."""
        return self.rim + self.least

    @property
    def unit(self) -> float:
        """Return how high in space one unit of the landscape is."""
        return float(RIM_ON_SCREEN / (self.fitted[0] * np.cos(ELEVATION) * self.top))

    def height(self, a: ArrayLike, b: ArrayLike) -> NDArray[np.float64]:
        """Return how high the bowl is above the floor at the lines (a, b)."""
        height: NDArray[np.float64] = self.landscape.height(a, b) + self.least
        return height

    def points(self, a: ArrayLike, b: ArrayLike, height: ArrayLike) -> Points:
        """Return the points (..., 3) of lines (a, b) at ``height``."""
        z = self.unit * np.asarray(height, dtype=float)
        u, v, _ = np.moveaxis(self._on_floor(*np.broadcast_arrays(a, b)), -1, 0)
        return np.stack(np.broadcast_arrays(u, v, z), axis=-1)

    def on_surface(self, a: ArrayLike, b: ArrayLike) -> Points:
        """Return the points (..., 3) of lines (a, b) on the bowl."""
        return self.points(a, b, self.height(a, b))

    def polar(self, root: ArrayLike, angle: ArrayLike) -> Points:
        """Return the points of the bowl ``root`` squared above its lowest, under ``angle``."""
        roots, angles = np.broadcast_arrays(
            np.asarray(root, dtype=float), np.asarray(angle, dtype=float)
        )
        return self.on_surface(*self.landscape.at(roots, angles))

    def steepness(self, a: float, b: float) -> NDArray[np.float64]:
        """Return how steep the bowl is in space along a and along b."""
        per_place = np.array([self.map.x_scale.span, self.map.y_scale.span])
        per_place /= [self.map.box.width, self.map.box.height]
        rise: NDArray[np.float64] = self.unit * per_place * self.landscape.gradient(a, b)
        return rise

    def shows_inside(self, a: float, b: float, view: View) -> bool:
        """Tell whether the wall at the line (a, b) is seen from inside: it is a far one."""
        towards = view.nearness(np.eye(3))
        return bool(towards[2] > self.steepness(a, b) @ towards[:2])

    def horizon(self, view: View) -> Horizon:
        """Return where the wall turns its inside away."""
        towards = view.nearness(np.eye(3))
        lowest, *ones = self.polar([0.0, 1.0, 1.0], [0.0, 0.0, np.pi / 2])[:, :2]
        across = np.linalg.solve(np.column_stack(ones) - lowest[:, None], towards[:2])
        size = float(np.hypot(*across))
        return Horizon(
            float(np.arctan2(across[1], across[0])),
            float(towards[2] / max(2 * self.unit * size, 1e-9)),
        )

    @cached_property
    def fitted(self) -> tuple[float, float]:
        """Return how large the bowl is seen from the side, and how low its floor has its middle.

        The lowest corner of its floor is always as low: the words need what is below. A round
        bowl has its rim higher than a long one, and is made smaller.
        """
        aside = View(AZIMUTH, ELEVATION, (0.0, 0.0), 1.0)
        ring = self._on_floor(*self.landscape.at(np.sqrt(self.rim), FULL_TURN))
        a, b = self.map.x_scale, self.map.y_scale
        corners = self._on_floor([a.low, a.high, a.low, a.high], [b.low, b.low, b.high, b.high])
        up = float(aside.project(ring)[:, 1].max())
        down = -float(aside.project(corners)[:, 1].min())
        lowest = self.map.box.middle[1] + BELOW - SCALE * down
        scale = min(SCALE, (HIGHEST - RIM_ON_SCREEN - lowest) / (up + down))
        return scale, lowest + scale * down

    def _on_floor(self, a: ArrayLike, b: ArrayLike) -> Points:
        """Return the points (..., 3) of lines (a, b) on the map."""
        box = self.map.box
        u = box.width * (self.map.x_scale.share(a) - 0.5)
        v = box.height * (self.map.y_scale.share(b) - 0.5)
        return np.stack([u, v, np.zeros_like(u)], axis=-1)

    def view(self, tilt: float) -> View:
        """Return the view: from above when ``tilt`` is 0, from the side when it is 1."""
        u, v = self.map.box.middle
        above = View(-np.pi / 2, np.pi / 2, (u, v), 1.0)
        scale, low = self.fitted
        aside = View(AZIMUTH, ELEVATION, (min(u, RIGHTMOST), low), scale)
        seen = above.towards(aside, tilt)
        # Its corners would leave the screen on the way.
        away = 1 - FARTHER * 4 * tilt * (1 - tilt)
        return replace(seen, scale=away * seen.scale)
