"""From where the flats are seen, and how a plane looks from there."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.space import Plane, Space
from scenes.visuals.space.projection import Points, View


@dataclass(frozen=True)
class Stretched(View):
    """A view whose picture is ``stretch`` times as wide, about its centre.

    What lies to the right of that is raised, by ``lift`` for each unit: as in a box drawn by hand,
    one side of the floor can be level though one sees the other side, too.
    """

    stretch: float = 1.0
    lift: float = 0.0

    def project(self, points: ArrayLike) -> Points:
        """Return the places (..., 3) of points (..., 3); the third coordinate is 0."""
        places = super().project(points)
        aside = self.stretch * (places[..., 0] - self.centre[0])
        places[..., 0] = self.centre[0] + aside
        places[..., 1] += self.lift * aside
        return places

    def towards(self, other: View, share: float) -> "Stretched":
        """Return the view after ``share`` of the way to ``other``."""
        there = other if isinstance(other, Stretched) else Stretched(**vars(other))
        between = super().towards(other, share)
        return Stretched(
            between.azimuth,
            between.elevation,
            between.centre,
            between.scale,
            (1 - share) * self.stretch + share * there.stretch,
            (1 - share) * self.lift + share * there.lift,
        )

    def levelled(self) -> "Stretched":
        """Return the view in which the second axis of space is level."""
        across, up, _ = self.project([0, 1, 0]) - self.project([0, 0, 0])
        return replace(self, lift=self.lift - float(up / across))


# The tank has its column beside it from the first frame on, so that a slope looks what it is.
FRONT = Stretched(-np.pi / 2, 0.0, (-0.35, 0.72), 2.12, 1.04)
# So far round that distance runs to the right and area into the depth: how steep a sheet is along
# either can be seen, and it shows its upper side.
CORNER = Stretched(-np.pi / 2 - 1.05, 0.16, (-0.5, 1.14), 2.0, 1.05).levelled()
BELOW_LEGEND = 2.95


def from_the_corner(flats: Flats) -> Stretched:
    """Return the view from the corner: less near where a sheet would rise over the legend."""
    space = flats.space
    sheets = [_outline(flats, plane) for plane in (*flats.planes, flats.past[0])]
    low = float(CORNER.project(space.in_box(space.low))[1])
    top = float(CORNER.project(space.in_box(np.vstack([flats.values, *sheets])))[:, 1].max())
    smaller = min(1.0, (BELOW_LEGEND - low) / (top - low))
    across, up = CORNER.centre
    return replace(
        CORNER, centre=(across, low + smaller * (up - low)), scale=smaller * CORNER.scale
    )


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
    upright = np.cross(deep - corner, right - corner)
    return float(view.nearness(upright / np.linalg.norm(upright)))
