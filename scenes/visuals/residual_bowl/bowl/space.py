"""Where lines and heights lie in space, and how that space is seen.

The floor is the map of lines (a, b), with its middle at the origin of space. Seen from above, space
lies where the chart of the map does.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scenes.visuals.plot.chart import Chart
from scenes.visuals.residual_bowl.bowl.convex import Polygon
from scenes.visuals.space.projection import Points, View
from scenes.visuals.writing.screen import TOP_EDGE

# How high the rim is above the floor, as the screen shows it.
RIM_ON_SCREEN = 2.4
# Two crossed troughs stand as an X before the camera.
AZIMUTH, ELEVATION, LARGEST = -0.66 * np.pi, 0.62, 0.9
FARTHER = 0.1
# How far to the right a corner of the floor is, and how low.
RIGHTMOST, LOWEST = 6.25, -2.3
HIGHEST = TOP_EDGE - 0.1
# Where it makes room, it is so much smaller about a place at the right edge.
SMALLER, KEPT = 0.72, (RIGHTMOST, -0.9)


@dataclass(frozen=True)
class BowlSpace:
    """Points of space for lines (a, b) and for the places (u, v) that they have on the floor.

    ``scale`` is how large the floor is seen from the side, ``low`` where it has its middle there.
    """

    map: Chart
    scale: float
    low: float

    @classmethod
    def holding(cls, chart: Chart, surfaces: list[Points]) -> "BowlSpace":
        """Return the largest in which ``surfaces`` stay on the screen and leave the words alone.

        Their points (n, 3) are as high as the rim where their height is 1.
        """
        aside = View(AZIMUTH, ELEVATION, (0.0, 0.0), 1.0)
        half = np.array([chart.box.width, chart.box.height]) / 2
        corners = half * [(-1, -1), (1, -1), (1, 1), (-1, 1)]
        down = -float(aside.project(_flat(corners))[:, 1].min())
        edges = np.concatenate(surfaces)
        above = aside.project(_flat(edges[:, :2]))[:, 1] + down
        room = HIGHEST - LOWEST - RIM_ON_SCREEN * edges[:, 2]
        scale = 1 / max(1 / LARGEST, float((above / room).max()))
        return cls(chart, scale, LOWEST + scale * down)

    @property
    def size(self) -> tuple[float, float]:
        """Return how wide and how deep the floor is."""
        return self.map.box.width, self.map.box.height

    @property
    def top(self) -> float:
        """Return the height of the rim above the floor."""
        return float(RIM_ON_SCREEN / (self.scale * np.cos(ELEVATION)))

    def floor(self, a: ArrayLike, b: ArrayLike) -> NDArray[np.float64]:
        """Return the places (..., 2) of lines (a, b)."""
        width, depth = self.size
        u = width * (self.map.x_scale.share(a) - 0.5)
        v = depth * (self.map.y_scale.share(b) - 0.5)
        return np.stack(np.broadcast_arrays(u, v), axis=-1)

    def line(self, u: float, v: float) -> tuple[float, float]:
        """Return the line (a, b) at a place."""
        (width, depth), across, up = self.size, self.map.x_scale, self.map.y_scale
        return (
            across.low + across.span * (u / width + 0.5),
            up.low + up.span * (v / depth + 0.5),
        )

    def points(self, a: ArrayLike, b: ArrayLike, height: ArrayLike) -> Points:
        """Return the points (..., 3) of lines (a, b) at ``height``."""
        u, v = np.moveaxis(self.floor(a, b), -1, 0)
        return np.stack(np.broadcast_arrays(u, v, height), axis=-1)

    def view(self, tilt: float, away: float = 0.0) -> View:
        """Return the view: from above when ``tilt`` is 0, from the side when it is 1.

        The farther ``away``, the more room there is left of it, up to 1.
        """
        above = View(-np.pi / 2, np.pi / 2, self.map.box.middle, 1.0)
        half = np.array([*self.size, 0.0]) / 2
        across = RIGHTMOST - self.scale * float(
            half @ np.abs([np.sin(AZIMUTH), np.cos(AZIMUTH), 0])
        )
        aside = View(AZIMUTH, ELEVATION, (across, self.low), self.scale)
        seen = above.towards(aside, tilt)
        # Its corners would leave the screen on the way.
        farther = 1 - FARTHER * 4 * tilt * (1 - tilt)
        smaller = 1 - (1 - SMALLER) * away
        right, low = np.array(KEPT) + smaller * (np.array(seen.centre) - KEPT)
        centre = float(right), float(low)
        return replace(seen, centre=centre, scale=smaller * farther * seen.scale)


def _flat(places: Polygon) -> Points:
    return np.column_stack([places, np.zeros(len(places))])
