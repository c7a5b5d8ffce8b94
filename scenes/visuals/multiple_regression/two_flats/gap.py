"""What distance counts between the lines of equal distance: from the first down to the last."""

from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, VGroup

from scenes.visuals.multiple_regression.arrow import arrow
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.space import Plane
from scenes.visuals.multiple_regression.two_flats.twins import Amount
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, THIN

NAMED = 0.2 * RIGHT + 0.38 * DOWN  # from the tip
ASIDE = 0.2 * LEFT


class Gap(VGroup):
    """From the front: an arrow down where both lines have flats, and what that is in money.

    As it grows, ``before`` comes from behind it, as long as the gap of the tilted plane is.
    """

    def __init__(self, pen: Pen, flats: Flats) -> None:
        self._flats, far = flats, pen.theme.far
        distances = flats.space.distances[[0, -1]]
        ends = flats.footprint.lines(distances)[..., 0]
        middle = (ends[:, 0].max() + ends[:, 1].min()) / 2
        self._places = np.stack([np.full(2, middle), distances], axis=-1)
        self.kilometres = float(np.ptp(distances))
        self.way = Strokes(far, BOLD + 3)
        self.amount = Amount(pen, far, f"{self.kilometres:.0f} km:")
        self.before = Strokes(far, THIN)
        super().__init__(self.before, self.way, self.amount)

    def rent(self, plane: Plane) -> float:
        """Return by how much the rent falls from the first line to the last."""
        return -plane.per_distance * self.kilometres

    def set_shot(self, shot: Shot) -> Self:
        """Draw it between the lines of the plane of ``shot``."""
        start, end = self._ends(shot.plane)
        before, after = (self.rent(plane) for plane in self._flats.planes[1:])
        grown = (self.rent(shot.plane) - before) / (after - before)
        self.before.points = polylines((self._ends(self._flats.tilted) + grown * ASIDE)[None])
        self.way.points = arrow(start, end, 1.0)
        self.amount.put(end + NAMED, -self.rent(shot.plane))
        return self

    def _ends(self, plane: Plane) -> Points:
        return FRONT.project(self._flats.space.in_box(plane.lifted(self._places)))
