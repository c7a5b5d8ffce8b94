"""From where the flats are seen, and how a plane looks from there."""

import numpy as np

from scenes.visuals.multiple_regression.flats import HALF, SCALES, Plane, in_box
from scenes.visuals.space.projection import View

FRONT = View(-np.pi / 2, 0.0, (-0.5, 0.72), 2.12)
CORNER = View(-2.72, 0.34, (-0.75, 0.95), 1.55)


def edge_on(plane: Plane) -> float:
    """Return the azimuth at which a level view sees ``plane`` as a line, area to the right."""
    rise = [
        coefficient * scale.span / (2 * half)
        for coefficient, scale, half in zip(
            (plane.per_area, plane.per_distance), SCALES[:2], HALF[:2], strict=True
        )
    ]
    # Along the level lines of the plane, from the side on which distance is small.
    azimuth = float(np.arctan2(rise[0], -rise[1]))
    return azimuth if azimuth < 0 else azimuth - np.pi


def facing(plane: Plane, view: View) -> float:
    """Return how much of its upper side the plane turns to the camera: 0 is edge on."""
    floor = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    corner, right, deep = in_box(plane.lifted(floor))
    upright = np.cross(right - corner, deep - corner)
    return float(view.nearness(upright / np.linalg.norm(upright)))
