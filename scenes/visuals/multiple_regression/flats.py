"""Flats for rent in a box: area to the right, distance into the depth, rent upwards; and planes."""

from dataclasses import dataclass
from itertools import combinations
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from core.fits.line import fit_line
from core.fits.multiple import fit_multiple
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.projection import Points

HALF = np.array([2.25, 1.9, 1.0])  # of the sides of the box, in units of space
AREA, DISTANCE, RENT = Scale(15.0, 105.0, 20.0), Scale(0.0, 10.0, 5.0), Scale(300.0, 1200.0, 200.0)
SCALES = (AREA, DISTANCE, RENT)
ONE_DISTANCE = 5.0  # to which all flats are moved at last, in km


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
class Flats:
    """The flats (n, 3) with the plane that knows their area only, and the one that knows both."""

    values: Points
    by_area: Plane
    by_both: Plane

    @classmethod
    def of(cls, values: Points) -> Self:
        """Fit both planes to the columns area, distance and rent."""
        line = fit_line(values[:, 0], values[:, 2])
        both = fit_multiple(values[:, :2], values[:, 2])
        return cls(
            values,
            Plane(line.intercept, line.slope, 0.0),
            Plane(both.intercept, *(float(c) for c in both.coefficients)),
        )

    @property
    def at_one_distance(self) -> Plane:
        """Return the fitted plane where all distances are one: what area says then."""
        both = self.by_both
        return Plane(float(both.rent(0.0, ONE_DISTANCE)), both.per_area, 0.0)

    @property
    def twins(self) -> tuple[int, int]:
        """Return the two flats of one rent that differ most in area, the smaller one first."""
        area, rent = self.values[:, 0], self.values[:, 2]
        same = [pair for pair in combinations(range(len(rent)), 2) if np.ptp(rent[list(pair)]) == 0]
        one, other = max(same, key=lambda pair: float(np.ptp(area[list(pair)])))
        return (one, other) if area[one] < area[other] else (other, one)

    def missed(self, plane: Plane) -> Points:
        """Return the residuals (n,) of ``plane``."""
        missed: Points = self.values[:, 2] - plane.rent(self.values[:, 0], self.values[:, 1])
        return missed

    def sum_of_squares(self, plane: Plane) -> float:
        """Return epsilon of ``plane``."""
        return float((self.missed(plane) ** 2).sum())

    def moved(self, share: float) -> "Flats":
        """Return the flats after ``share`` of a move along the fitted plane to one distance.

        Their residuals from that plane stay what they are.
        """
        step = share * (ONE_DISTANCE - self.values[:, 1])
        along = np.array([0.0, 1.0, self.by_both.per_distance])
        return Flats(self.values + step[:, None] * along, self.by_area, self.by_both)


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

    def distances(self, area: float) -> Points:
        """Return the least and the largest distance (2,) at which it holds flats of ``area``."""
        ends = np.sort((area - self.start + self.reach * np.array([-1, 1])) / self.slope)
        return np.clip(ends, DISTANCE.low, DISTANCE.high)


def in_box(values: ArrayLike) -> Points:
    """Return the points in space (..., 3) of values (..., 3)."""
    v = np.asarray(values, dtype=float)
    shares = np.stack([scale.share(v[..., k]) for k, scale in enumerate(SCALES)], axis=-1)
    points: Points = (2 * shares - 1) * HALF
    return points
