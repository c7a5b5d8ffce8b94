"""From where the flats are seen, and how a plane looks from there."""

from dataclasses import replace

import numpy as np

from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.space import HALF, Plane, Space
from scenes.visuals.space.projection import Points, View
from scenes.visuals.writing.screen import PICTURE, Box

FRONT = View(-np.pi / 2, 0.0, (-0.5, 0.72), 2.12)
CORNER = View(-2.72, 0.34, (-0.75, 0.95), 1.55)
BELOW_LEGEND = 2.95
# Along the plane, left of the tank.
EDGE = (-0.7, 0.2), 3.6
EDGE_ROOM = Box(PICTURE.left, PICTURE.bottom + 0.2, 11.1, PICTURE.height - 1.0)
# On the sheet, once its axes are known: flatter, so that it is wide and the camera may come close.
CLOSE = View(-2.84, 0.12, (0.0, 0.3), 3.3)
CLOSE_ROOM = Box(PICTURE.left, PICTURE.bottom + 1.0, 11.1, PICTURE.height - 1.7)


def from_the_corner(flats: Flats) -> View:
    """Return the view from the corner: less near where a sheet would rise over the legend."""
    space = flats.space
    sheets = [_outline(flats, plane) for plane in (flats.by_area, flats.by_both)]
    low = float(CORNER.project(space.in_box(space.low))[1])
    top = float(CORNER.project(space.in_box(np.vstack([flats.values, *sheets])))[:, 1].max())
    smaller = min(1.0, (BELOW_LEGEND - low) / (top - low))
    across, up = CORNER.centre
    return replace(
        CORNER, centre=(across, low + smaller * (up - low)), scale=smaller * CORNER.scale
    )


def edge_on(flats: Flats) -> View:
    """Return the level view that sees the fitted plane as a line, area to the right."""
    view = View(_azimuth(flats.by_both, flats.space), 0.0, *EDGE)
    places = flats.values[:, :2]
    shown = (flats.by_area.lifted(places), _outline(flats, flats.by_both))
    return _held(view, np.vstack([flats.values, *shown]), flats, EDGE_ROOM)


def close_up(flats: Flats) -> View:
    """Return the view on the sheet alone, about from the corner, before it tilts and after."""
    sheets = [_outline(flats, plane) for plane in (flats.by_area, flats.by_both)]
    return _held(CLOSE, np.vstack([flats.values, *sheets]), flats, CLOSE_ROOM)


def _held(view: View, shown: Points, flats: Flats, room: Box) -> View:
    """Return ``view`` if it shows the values ``shown`` (n, 3) in ``room``, or one that does."""
    places = view.project(flats.space.in_box(shown))[:, :2]
    (left, bottom), (right, top) = places.min(axis=0), places.max(axis=0)
    if room.left <= left and right <= room.right and room.bottom <= bottom and top <= room.top:
        return view
    smaller = min(1.0, room.width / (right - left), room.height / (top - bottom))
    middle = np.array([left + right, bottom + top]) / 2
    x, y = room.middle + smaller * (np.array(view.centre) - middle)
    return replace(view, centre=(float(x), float(y)), scale=smaller * view.scale)


def _outline(flats: Flats, plane: Plane) -> Points:
    """Return the corners (4, 3) of a sheet of ``plane``."""
    distance = flats.space.distance
    ends = [distance.low, distance.low, distance.high, distance.high]
    return plane.lifted(flats.footprint.places(ends, [-1, 1, -1, 1]))


def _azimuth(plane: Plane, space: Space) -> float:
    """Return the azimuth at which a level view sees ``plane`` as a line."""
    rise = [
        coefficient * scale.span / (2 * half)
        for coefficient, scale, half in zip(
            (plane.per_area, plane.per_distance),
            (space.area, space.distance),
            HALF[:2],
            strict=True,
        )
    ]
    # Along the level lines of the plane, from the side on which distance is small.
    azimuth = float(np.arctan2(rise[0], -rise[1]))
    return azimuth if azimuth < 0 else azimuth - np.pi


def facing(plane: Plane, view: View, space: Space) -> float:
    """Return how much of its upper side the plane turns to the camera: 0 is edge on."""
    low = np.array([space.area.low, space.distance.low])
    steps = np.diag([space.area.span, space.distance.span])
    corner, right, deep = space.in_box(plane.lifted(low + np.vstack([np.zeros(2), steps])))
    upright = np.cross(right - corner, deep - corner)
    return float(view.nearness(upright / np.linalg.norm(upright)))
