"""Flats for rent, and the planes that are fitted to them.

In a table of a user's own the first column that explains takes the place of the area, the second
that of the distance, and what they explain that of the rent.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.fits.line import fit_line
from core.fits.multiple import fit_multiple
from scenes.visuals.multiple_regression.space import Footprint, Plane, Space
from scenes.visuals.space.projection import Points

PARTS = 4  # of the flats by size: the first and the last are the smallest and the largest
PAST = 1.9, 1.5  # of each way to where the squares are least: there they have grown again


@dataclass(frozen=True)
class Flats:
    """The flats (n, 3) with the plane that knows their area only, and the one that knows both.

    Between them is the plane that keeps the slope of the first along area, ``tilted`` along
    distance as fits best. ``left`` is what share of the squares of the first the last one leaves.
    """

    values: Points
    by_area: Plane
    tilted: Plane
    by_both: Plane
    left: float
    space: Space

    @classmethod
    def of(cls, values: Points, *, shown: Points | None = None, space: Space | None = None) -> Self:
        """Fit both planes to the columns area, distance and rent; some may stand for all."""
        line = fit_line(values[:, 0], values[:, 2])
        both = fit_multiple(values[:, :2], values[:, 2])
        rest = fit_line(values[:, 1], values[:, 2] - line.predict(values[:, 0]))
        planes = (
            Plane(line.intercept, line.slope, 0.0),
            Plane(line.intercept + rest.intercept, line.slope, rest.slope),
            Plane(both.intercept, *(float(c) for c in both.coefficients)),
        )
        seen = values if shown is None else shown
        around = space or Space.around(seen, planes, _past(planes))
        return cls(seen, *planes, both.rss / line.rss, around)

    @property
    def planes(self) -> tuple[Plane, Plane, Plane]:
        """Return the planes in the order in which one leads to the next."""
        return self.by_area, self.tilted, self.by_both

    @property
    def past(self) -> tuple[Plane, Plane]:
        """Return what lies as far beyond the tilted plane, and beyond the last, as one may go."""
        return _past(self.planes)

    @property
    def footprint(self) -> Footprint:
        """Return where there are flats."""
        return Footprint.of(self.values)

    @property
    def at_one_distance(self) -> Plane:
        """Return the fitted plane where all distances are one: what area says then."""
        both = self.by_both
        return Plane(float(both.rent(0.0, self.space.one_distance)), both.per_area, 0.0)

    def alone(self, moved: float, ahead: float = 0.0) -> Plane:
        """Return what area alone says of the flats after ``moved`` of the move to one distance."""
        # What moves a flat is a multiple of the share, and the fit is linear in the rents.
        plane = self.by_area.towards(self.at_one_distance, moved)
        if not ahead:
            return plane
        first, all_others = self.moved(moved, ahead).values, self.moved(moved).values
        more = fit_line(first[:, 0], first[:, 2] - all_others[:, 2])
        return replace(
            plane, intercept=plane.intercept + more.intercept, per_area=plane.per_area + more.slope
        )

    @cached_property
    def twins(self) -> tuple[int, int]:
        """Return the two flats of one rent that differ most in area, the smaller one first."""
        area, rent = self.values[:, 0], self.values[:, 2]
        same = [pair for pair in combinations(range(len(rent)), 2) if np.ptp(rent[list(pair)]) == 0]
        one, other = max(same, key=lambda pair: float(np.ptp(area[list(pair)])))
        return (one, other) if area[one] < area[other] else (other, one)

    @property
    def nearer(self) -> float:
        """Return how much nearer the larger of the twins comes on its way to one distance."""
        return float(self.values[self.twins[1], 1] - self.space.one_distance)

    @property
    def outer(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Return which are the smallest quarter, and which the largest."""
        smallest, *_, largest = np.array_split(np.argsort(self.values[:, 0], kind="stable"), PARTS)
        return smallest, largest

    def missed(self, plane: Plane) -> Points:
        """Return the residuals (n,) of ``plane``."""
        missed: Points = self.values[:, 2] - plane.rent(self.values[:, 0], self.values[:, 1])
        return missed

    def sum_of_squares(self, plane: Plane) -> float:
        """Return epsilon of ``plane``."""
        return float((self.missed(plane) ** 2).sum())

    def moved(self, share: float, ahead: float = 0.0) -> "Flats":
        """Return the flats after ``share`` of a move along the fitted plane to one distance.

        Their residuals from that plane stay what they are. The larger of the twins has gone
        ``ahead`` of what others have still before them.
        """
        shares = np.full(len(self.values), share)
        if ahead:
            shares[self.twins[1]] += ahead * (1 - share)
        step = shares * (self.space.one_distance - self.values[:, 1])
        along = np.array([0.0, 1.0, self.by_both.per_distance])
        return replace(self, values=self.values + step[:, None] * along)


def _past(planes: tuple[Plane, Plane, Plane]) -> tuple[Plane, Plane]:
    """Return what lies past the second and the third plane, on the ways that lead there."""
    by_area, tilted, by_both = planes
    return by_area.towards(tilted, PAST[0]), tilted.towards(by_both, PAST[1])
