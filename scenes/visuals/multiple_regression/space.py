"""The box that the flats are in: area to the right, distance towards us, rent upwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from core.fits.line import fit_line
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.projection import Points

# Half of each side of the box, in units of space. Distance comes towards us: flats that are large
# and far out stay to the right of the small and near ones, however far one goes round to the left.
HALF = np.array([2.25, -1.3, 1.0])
# Of the way along distance: where a distance has a line and a shade of its own.
SHOWN = np.array([1, 3, 5, 7, 9]) / 10
ONE = 2  # of those: to which all flats are moved at last
MARGINS = (0.1, 0.06, 0.06)
NEARLY_NONE = 1e-9
UPPER = 0.95  # of the way across: beyond the outermost flat a line would be a mere speck
DOT = 0.13  # radius of a flat, on the screen


@dataclass(frozen=True)
class Plane:
    """rent = intercept + per_area * area + per_distance * distance."""

    intercept: float
    per_area: float
    per_distance: float

    def rent(self, area: ArrayLike, distance: ArrayLike) -> Points:
        """Return the rent that the plane gives."""
        rent: Points = (
            self.intercept
            + self.per_area * np.asarray(area, dtype=float)
            + self.per_distance * np.asarray(distance, dtype=float)
        )
        return rent

    def lifted(self, places: Points) -> Points:
        """Return the values (..., 3) of the plane above places (..., 2)."""
        rent = self.rent(places[..., 0], places[..., 1])
        return np.concatenate([places, rent[..., None]], axis=-1)

    def towards(self, other: "Plane", share: float) -> "Plane":
        """Return the plane after ``share`` of the way to ``other``."""
        return Plane(
            (1 - share) * self.intercept + share * other.intercept,
            (1 - share) * self.per_area + share * other.per_area,
            (1 - share) * self.per_distance + share * other.per_distance,
        )


@dataclass(frozen=True)
class Footprint:
    """Where on the floor there are flats: a band about the line of area on distance."""

    start: float
    slope: float
    reach: float

    @classmethod
    def of(cls, values: Points) -> Self:
        """Fit the band, as wide as all flats (n, 3) need."""
        line = fit_line(values[:, 1], values[:, 0])
        return cls(
            line.intercept,
            line.slope,
            float(np.abs(values[:, 0] - line.predict(values[:, 1])).max()),
        )

    def places(self, distance: ArrayLike, across: ArrayLike) -> Points:
        """Return the places (..., 2) at ``distance``, ``across`` -1 to 1 from small to large."""
        d, c = np.broadcast_arrays(np.asarray(distance, float), np.asarray(across, float))
        return np.stack([self.start + self.slope * d + self.reach * c, d], axis=-1)

    def lines(self, distances: ArrayLike, separate: float = 1.0) -> Points:
        """Return the ends (..., 2, 2) of lines at ``distances``, as ``separate`` as those are.

        What is not separate is part of a sheet, and reaches across it.
        """
        ends = np.array([-1.0, 1 - separate * (1 - UPPER)])
        return self.places(np.asarray(distances, float)[..., None], ends)

    def distances(self, area: float, within: Scale) -> Points:
        """Return the least and the largest distance (2,) at which it holds flats of ``area``."""
        # Where it runs straight into the depth, it holds an area at all distances or at none.
        slope = self.slope or NEARLY_NONE * self.reach / within.span
        ends = np.sort((area - self.start + self.reach * np.array([-1, 1])) / slope)
        return np.clip(ends, within.low, within.high)


@dataclass(frozen=True)
class Space:
    """The values along the sides of the box."""

    area: Scale
    distance: Scale
    rent: Scale

    @classmethod
    def around(cls, values: Points, planes: Iterable[Plane], passed: Iterable[Plane] = ()) -> Self:
        """Hold values (n, 3) and the planes where there are any, also once all are moved.

        The planes that are only ``passed`` see no move.
        """
        distance = Scale.around(values[:, 1], MARGINS[1])
        ends = [distance.low, distance.low, distance.high, distance.high]
        corners = Footprint.of(values).places(ends, [-1, 1, -1, 1])
        to_one = distance.low + SHOWN[ONE] * distance.span - values[:, 1]
        rents = [values[:, 2], *(plane.rent(*corners.T) for plane in passed)]
        for plane in planes:
            rents += [plane.rent(*corners.T), values[:, 2] + plane.per_distance * to_one]
            rents.append(plane.rent(corners[:, 0], distance.low + SHOWN[ONE] * distance.span))
        return cls(
            Scale.around([*values[:, 0], *corners[:, 0]], MARGINS[0]),
            distance,
            Scale.around(np.concatenate(rents), MARGINS[2]),
        )

    @property
    def low(self) -> Points:
        """Return the values (3,) of the corner where all sides begin."""
        return np.array([self.area.low, self.distance.low, self.rent.low])

    @property
    def distances(self) -> Points:
        """Return the distances that have a line and a shade of their own."""
        shown: Points = self.distance.low + SHOWN * self.distance.span
        return shown

    @property
    def one_distance(self) -> float:
        """Return the one to which all flats are moved at last."""
        return float(self.distances[ONE])

    def nearest(self, distances: Points) -> Points:
        """Return for each distance (n,) which of those shown is nearest to it."""
        nearest: Points = np.abs(distances[:, None] - self.distances).argmin(axis=1)
        return nearest

    def in_box(self, values: ArrayLike) -> Points:
        """Return the points in space (..., 3) of values (..., 3)."""
        v = np.asarray(values, dtype=float)
        scales = (self.area, self.distance, self.rent)
        shares = np.stack([scale.share(v[..., k]) for k, scale in enumerate(scales)], axis=-1)
        points: Points = (2 * shares - 1) * HALF
        return points


OF_FLATS = Space(Scale(15.0, 105.0, 20.0), Scale(0.0, 10.0, 5.0), Scale(300.0, 1200.0, 200.0))
