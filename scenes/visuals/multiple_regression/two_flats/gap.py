"""What distance counts between the lines of equal distance: from the first down to the last."""

from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, VGroup

from scenes.visuals.multiple_regression.arrow import arrow
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.space import Plane
from scenes.visuals.multiple_regression.two_flats.twins import SPACE, Amount
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

NAMED = 0.2 * RIGHT + 0.58 * DOWN  # from the tip
EACH = 0.46 * DOWN  # from what it is for all kilometres to what it is for one
BEFORE_FLATS = 4.6
ALONG = 0.8  # of where both have flats: the middle one of what they turn about stays free
ASIDE = 0.46 * LEFT  # from the arrow to what it was before, tip beside tip
BEFORE = 0.22 * LEFT + 0.58 * DOWN  # from the tip


class Gap(VGroup):
    """From the front: an arrow down where both lines have flats, and what that is in money.

    ``before`` is how long that of the tilted plane is, beside that of the last one, and ``each``
    what that one is for a kilometre.
    """

    def __init__(self, pen: Pen, flats: Flats) -> None:
        self._flats, far, muted = flats, pen.theme.far, pen.theme.muted
        distances = flats.space.distances[[0, -1]]
        ends = flats.footprint.lines(distances)[..., 0]
        area = (1 - ALONG) * ends[:, 0].max() + ALONG * ends[:, 1].min()
        self._places = np.stack([np.full(2, area), distances], axis=-1)
        self.kilometres = float(np.ptp(distances))
        self.way = Strokes(far, BOLD + 3)
        self.heading = Placed(
            pen.words(f"{self.kilometres:.0f} km:", far, SMALLEST), np.zeros(3), LEFT
        )
        self.amount = Amount(pen, far)
        (start, end), tip = self._ends(flats.tilted), self._ends(flats.by_both)[1]
        stroke = Strokes(muted, BOLD)
        stroke.points = polylines(np.array([[start - end, np.zeros(3)]]) + tip + ASIDE)
        written = pen.words(f"{self.rent(flats.tilted):.0f}", muted, SMALLEST)
        self.before = VGroup(stroke, Placed(written, tip + BEFORE, RIGHT))
        each = pen.words(f"{-flats.by_both.per_distance:.1f} per km", far, SMALLEST)
        self.each = Placed(each, tip + NAMED + EACH, LEFT)
        for part in (self.before, self.each):
            part.set_z_index(BEFORE_FLATS)
        super().__init__(self.way, self.heading, self.amount)
        self.set_z_index(BEFORE_FLATS)

    def rent(self, plane: Plane) -> float:
        """Return by how much the rent falls from the first line to the last."""
        return -plane.per_distance * self.kilometres

    def set_shot(self, shot: Shot) -> Self:
        """Draw it between the lines of the plane of ``shot``."""
        start, end = self._ends(shot.plane)
        self.way.points = arrow(start, end, 1.0)
        self.heading.put(end + NAMED)
        place = end + NAMED + (self.heading.width + SPACE) * RIGHT
        self.amount.put(place, -self.rent(shot.plane))
        return self

    def _ends(self, plane: Plane) -> Points:
        return FRONT.project(self._flats.space.in_box(plane.lifted(self._places)))
