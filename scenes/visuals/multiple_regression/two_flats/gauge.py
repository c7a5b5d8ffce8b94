"""How steep lines are: what is across, and how far they climb on it, where no flat is."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from scenes.visuals.multiple_regression.arrow import arrow
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.space import Plane
from scenes.visuals.multiple_regression.two_flats.twins import ASIDE, UNDER, Amount, written_size
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, THIN

AREA, RENT = 52.0, 425.0  # where it begins


class Gauge(VGroup):
    """A step as wide as the two flats differ in area, as high as a plane climbs on that.

    The slope of area alone stays in it as it was.
    """

    def __init__(self, pen: Pen, flats: Flats) -> None:
        theme = pen.theme
        self._space = flats.space
        self._across = float(np.ptp(flats.values[list(flats.twins), 0]))
        self.old = VMobject(stroke_color=theme.muted, stroke_width=THIN)
        self.level = VMobject(stroke_color=theme.ink, stroke_width=THIN + 1)
        self.slope = VMobject(stroke_color=theme.ink, stroke_width=THIN + 1)
        self.rise = VMobject(stroke_color=theme.slope, stroke_width=BOLD + 1)
        start, turn, end = self._corners(flats.by_area)
        self.old.points = polylines(np.array([[start, end]]))
        self.level.points = polylines(np.array([[start, turn]]))
        self.amount = Amount(pen)
        size = Placed(written_size(pen, self._across), (start + turn) / 2 + UNDER)
        super().__init__(self.old, self.level, self.slope, self.rise, self.amount, size)

    def set_shot(self, shot: Shot) -> Self:
        """Climb as the plane of ``shot`` does along area."""
        start, turn, end = self._corners(shot.plane)
        self.slope.points = polylines(np.array([[start, end]]))
        self.rise.points = arrow(turn, end, 1.0)
        self.amount.put((turn + end) / 2 + ASIDE, shot.plane.per_area * self._across)
        return self

    def _corners(self, plane: Plane) -> Points:
        """Return where it begins, turns and ends (3, 3), on the screen."""
        right, top = AREA + self._across, RENT + plane.per_area * self._across
        corners = [[AREA, 0, RENT], [right, 0, RENT], [right, 0, top]]
        return FRONT.project(self._space.in_box(corners))
