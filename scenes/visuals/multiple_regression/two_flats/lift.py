"""What the larger of the two flats gains while it alone moves to one distance: up, by its price."""

from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, VGroup

from scenes.visuals.multiple_regression.arrow import arrow
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.space import DOT
from scenes.visuals.multiple_regression.two_flats.twins import Amount
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.space.wireframe import Discs, Strokes
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

NAMED = 0.4 * RIGHT + 0.3 * DOWN  # from where the flat was
NEXT = 0.5 * DOWN


class Lift(VGroup):
    """From the front: an arrow from where the flat was, and what that is in money and kilometres.

    Where it was stays a faint dot.
    """

    def __init__(self, pen: Pen, flats: Flats) -> None:
        far, self._flats, self._row = pen.theme.far, flats, flats.twins[1]
        self.was = Discs(pen.theme.faint, DOT)
        self.way = Strokes(far, BOLD + 3)
        self.amount = Amount(far, pen)
        nearer = flats.values[self._row, 1] - flats.space.one_distance
        rate = -flats.by_both.per_distance
        place = self._at(flats.values) + NAMED
        product = pen.words(f"{nearer:.1f} km × {rate:.1f} EUR", far, SMALLEST)
        self.product = Placed(product, place + NEXT, LEFT)
        super().__init__(self.was, self.way, self.amount, self.product)

    def set_shot(self, shot: Shot) -> Self:
        """Draw it as far as ``shot`` has the flat ahead of others."""
        moved = self._flats.moved(0.0, shot.ahead).values
        start, end = self._at(self._flats.values), self._at(moved)
        self.was.set_points_in_space(
            self._flats.space.in_box(self._flats.values[[self._row]]), FRONT
        )
        self.way.points = arrow(start, end, float(shot.ahead > 0))
        self.amount.put(start + NAMED, float((moved - self._flats.values)[self._row, 2]))
        return self

    def _at(self, values: np.ndarray) -> np.ndarray:
        return FRONT.project(self._flats.space.in_box(values[self._row]))
