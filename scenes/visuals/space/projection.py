"""From points in space to places on the screen: a camera far away that walks about the scene.

Manim's own camera for space orders what it draws wrongly in places. Here space is projected first
and drawn as ordinary flat curves, so that a view is a plain value and a frame depends on it alone.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Points = NDArray[np.float64]


@dataclass(frozen=True)
class View:
    """An orthographic view of space; its third axis points up on the screen.

    ``azimuth`` turns the camera about that axis and ``elevation`` lifts it, in radians: from pi/2
    it looks straight down, with the first axis to the right at azimuth -pi/2. The origin of space
    lies at ``centre``; one unit of space is ``scale`` units of the screen.
    """

    azimuth: float
    elevation: float
    centre: tuple[float, float]
    scale: float

    def project(self, points: ArrayLike) -> Points:
        """Return the places (..., 3) of points (..., 3); the third coordinate is 0."""
        sin_az, cos_az = np.sin(self.azimuth), np.cos(self.azimuth)
        sin_el, cos_el = np.sin(self.elevation), np.cos(self.elevation)
        across = np.array([-sin_az, cos_az, 0.0])
        up = np.array([-sin_el * cos_az, -sin_el * sin_az, cos_el])
        p = np.asarray(points, dtype=np.float64)
        places = np.stack([p @ across, p @ up, np.zeros(p.shape[:-1])], axis=-1)
        projected: Points = self.scale * places + np.array([*self.centre, 0.0])
        return projected

    def towards(self, other: "View", share: float) -> "View":
        """Return the view after ``share`` of the way to ``other``."""

        def between(start: float, end: float) -> float:
            return (1 - share) * start + share * end

        return View(
            between(self.azimuth, other.azimuth),
            between(self.elevation, other.elevation),
            (between(self.centre[0], other.centre[0]), between(self.centre[1], other.centre[1])),
            between(self.scale, other.scale),
        )

    def nearness(self, points: ArrayLike) -> Points:
        """Return how far each point lies towards the camera, in units of space."""
        towards = np.array(
            [
                np.cos(self.elevation) * np.cos(self.azimuth),
                np.cos(self.elevation) * np.sin(self.azimuth),
                np.sin(self.elevation),
            ]
        )
        nearness: Points = np.asarray(points, dtype=np.float64) @ towards
        return nearness
