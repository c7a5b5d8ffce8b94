"""From where the flats are seen, and how a plane looks from there."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.space import HALF, Plane, Space
from scenes.visuals.space.projection import Points, View
from scenes.visuals.writing.screen import Box


@dataclass(frozen=True)
class Stretched(View):
    """A view whose picture is ``stretch`` times as wide, about its centre."""

    stretch: float = 1.0

    def project(self, points: ArrayLike) -> Points:
        """Return the places (..., 3) of points (..., 3); the third coordinate is 0."""
        places = super().project(points)
        places[..., 0] += (self.stretch - 1) * (places[..., 0] - self.centre[0])
        return places

    def towards(self, other: View, share: float) -> "Stretched":
        """Return the view after ``share`` of the way to ``other``."""
        there = other.stretch if isinstance(other, Stretched) else 1.0
        between = super().towards(other, share)
        return Stretched(
            between.azimuth,
            between.elevation,
            between.centre,
            between.scale,
            (1 - share) * self.stretch + share * there,
        )


# Beside the tank, and with all the width.
FRONT = Stretched(-np.pi / 2, 0.0, (-0.5, 0.72), 2.12)
WIDE = replace(FRONT, centre=(0.46, 0.72), stretch=1.2)
CORNER = Stretched(-2.715, 0.2, (-0.3, 1.05), 1.8)
BELOW_LEGEND = 2.95
SIDE = -np.pi  # azimuth: along the axis of area, from small to large
FROM_THE_SIDE = Box(-6.1, -0.95, 10.7, 3.75)  # what is seen of the flats and the sheet
MOST_SCALE = 6.0  # flats that miss by little do not fill it
ON_THE_WAY = Box(-6.25, -2.0, 11.35, 5.4)  # and what may be seen of them as one turns there
SMALLER = 0.95


def from_the_corner(flats: Flats) -> Stretched:
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


def from_the_side(flats: Flats, plane: Plane) -> Stretched:
    """Return the view along the sheet of ``plane`` as it climbs with area: it is a line.

    The middle of the flats, through which both planes lead, is at one place for both. They are as
    large as the picture holds, also on the way there from the corner.
    """
    scale, corner = MOST_SCALE, from_the_corner(flats)
    planes = (flats.by_area, flats.by_both)
    while not all(_holds_way(flats, p, corner, _aside(flats, p, scale)) for p in planes):
        scale *= SMALLER
    return _aside(flats, plane, scale)


def _aside(flats: Flats, plane: Plane, scale: float) -> Stretched:
    """Return the view from the side in which nothing is larger than ``scale``."""
    middle = flats.space.in_box(flats.values.mean(axis=0))
    heights = np.concatenate(
        [_heights(flats, one, middle) for one in (flats.by_area, flats.by_both)]
    )
    scale = min(scale, FROM_THE_SIDE.height / float(np.ptp(heights)))
    view = _along(plane, flats.space)
    height = scale * float(view.project(middle)[1])
    return replace(
        view,
        centre=(FROM_THE_SIDE.middle[0], FROM_THE_SIDE.bottom - scale * heights.min() - height),
        scale=scale,
        stretch=FROM_THE_SIDE.width / (2 * HALF[1] * scale),
    )


def _holds_way(flats: Flats, plane: Plane, corner: Stretched, side: Stretched) -> bool:
    """Tell whether flats and sheet stay in the picture from ``corner`` to ``side``."""
    seen = flats.space.in_box(np.vstack([flats.values, _outline(flats, plane)]))
    start, end = Shot(corner, plane), Shot(side, plane)
    for share in (0.3, 0.5, 0.7, 0.85):
        x, y, _ = start.towards(end, share).view.project(seen).T
        inside = ON_THE_WAY.left <= x.min() and x.max() <= ON_THE_WAY.right
        if not (inside and ON_THE_WAY.bottom <= y.min() and y.max() <= ON_THE_WAY.top):
            return False
    return True


def sideways(view: View) -> float:
    """Return how far ``view`` has gone from the corner to the side."""
    return float(np.clip((CORNER.azimuth - view.azimuth) / (CORNER.azimuth - SIDE), 0, 1))


def _along(plane: Plane, space: Space) -> Stretched:
    """Return the view along the slope of ``plane``, of no particular place and scale."""
    slope = plane.per_area * space.area.span / space.rent.span * HALF[2] / HALF[0]
    return Stretched(SIDE, -float(np.arctan(slope)), (0.0, 0.0), 1.0)


def _heights(flats: Flats, plane: Plane, middle: Points) -> Points:
    """Return how high above ``middle`` flats and sheet are, seen along the sheet."""
    view, seen = _along(plane, flats.space), np.vstack([flats.values, _outline(flats, plane)])
    heights: Points = view.project(flats.space.in_box(seen) - middle)[:, 1]
    return heights


def _outline(flats: Flats, plane: Plane) -> Points:
    """Return the corners (4, 3) of a sheet of ``plane``."""
    distance = flats.space.distance
    ends = [distance.low, distance.low, distance.high, distance.high]
    return plane.lifted(flats.footprint.places(ends, [-1, 1, -1, 1]))


def facing(plane: Plane, view: View, space: Space) -> float:
    """Return how much of its upper side the plane turns to the camera: 0 is edge on."""
    low = np.array([space.area.low, space.distance.low])
    steps = np.diag([space.area.span, space.distance.span])
    corner, right, deep = space.in_box(plane.lifted(low + np.vstack([np.zeros(2), steps])))
    upright = np.cross(right - corner, deep - corner)
    return float(view.nearness(upright / np.linalg.norm(upright)))
