"""How the larger of the two flats, alone, moves to one distance: up, by kilometres and a price."""

from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, VGroup

from scenes.visuals.multiple_regression.arrow import arrow
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.space import DOT
from scenes.visuals.multiple_regression.two_flats.twins import RING
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.space.projection import Points
from scenes.visuals.space.wireframe import Discs, Strokes
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

NAMED = 0.4 * RIGHT + 0.26 * DOWN  # from where the flat was


class Lift(VGroup):
    """From the front: where the flat was stays a faint dot, and an arrow from there leads up to it.

    ``product`` is what that is in kilometres and money: it comes by itself.
    """

    def __init__(self, pen: Pen, flats: Flats) -> None:
        far, self._flats, self._row = pen.theme.far, flats, flats.twins[1]
        self.was = Discs(pen.theme.faint, DOT)
        self.way = Strokes(far, BOLD + 3)
        nearer, price = flats.nearer, -flats.by_both.per_distance
        product = f"{nearer:.1f} × {price:.1f} = {nearer * price:.0f}"
        place = self._at(flats.values) + NAMED
        self.product = Placed(pen.words(product, far, SMALLEST), place, LEFT)
        super().__init__(self.was, self.way)

    def set_shot(self, shot: Shot) -> Self:
        """Draw it as far as ``shot`` has the flat ahead of others."""
        moved = self._flats.moved(0.0, shot.ahead).values
        start, end = self._at(self._flats.values), self._at(moved)
        self.was.set_points_in_space(
            self._flats.space.in_box(self._flats.values[[self._row]]), FRONT
        )
        way = end - start
        gone = max(0.0, 1 - RING / max(RING, float(np.linalg.norm(way))))  # up to its ring
        self.way.points = arrow(start, end, gone)
        return self

    def _at(self, values: Points) -> Points:
        return FRONT.project(self._flats.space.in_box(values[self._row]))
