"""Flats for rent in a box: area to the right, distance into the depth, rent upwards; and planes."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from core.fits.line import fit_line
from core.fits.multiple import fit_multiple
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.projection import Points, View

HALF = np.array([2.0, 1.3, 1.0])  # of the sides of the box, in units of space
AREA, DISTANCE, RENT = Scale(20.0, 100.0, 20.0), Scale(0.0, 10.0, 5.0), Scale(300.0, 1200.0, 200.0)
SCALES = (AREA, DISTANCE, RENT)


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

    def missed(self, plane: Plane) -> Points:
        """Return the residuals (n,) of ``plane``."""
        missed: Points = self.values[:, 2] - plane.rent(self.values[:, 0], self.values[:, 1])
        return missed

    def sum_of_squares(self, plane: Plane) -> float:
        """Return epsilon of ``plane``."""
        return float((self.missed(plane) ** 2).sum())

    def at_one_distance(self, share: float) -> Points:
        """Return the flats after ``share`` of a move along the fitted plane to the mean distance.

        The residuals stay what they are.
        """
        moved = self.values.copy()
        step = share * (self.values[:, 1].mean() - self.values[:, 1])
        moved[:, 1] += step
        moved[:, 2] += self.by_both.per_distance * step
        return moved


def in_box(values: ArrayLike) -> Points:
    """Return the points in space (..., 3) of values (..., 3)."""
    v = np.asarray(values, dtype=float)
    shares = np.stack([scale.share(v[..., k]) for k, scale in enumerate(SCALES)], axis=-1)
    points: Points = (2 * shares - 1) * HALF
    return points


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
    area, distance = np.array([0.0, 1.0, 0.0]), np.array([0.0, 0.0, 1.0])
    corner, right, deep = in_box(np.stack([area, distance, plane.rent(area, distance)], axis=-1))
    upright = np.cross(right - corner, deep - corner)
    return float(view.nearness(upright / np.linalg.norm(upright)))
