"""Bricks as far out as ours are counted: they leave their pile and stand before their number."""

from typing import Self

import numpy as np
from manim import RIGHT, VGroup, VMobject

from scenes.visuals.correlation.pile import CORNERS, Pile
from scenes.visuals.plot.curve import Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Place, Placed

SIZE = 54
BRICK = np.array([0.26, 0.46, 0.0])  # of all piles alike, however thin it is in its own
APART, GAP = 0.09, 0.22


class Tally(VGroup):
    """Words such as "2 of 1000", and before them as many bricks, of one size for all piles.

    Where there are too many to be encircled in their pile, there are the words alone.
    """

    def __init__(self, pile: Pile, pen: Pen) -> None:
        far = int(pile.deals.beyond.sum())
        self.pile = pile
        self.words = Placed(pen.sentence(f"{far} of {pile.deals.r.size}", size=SIZE), np.zeros(3))
        self.bricks = VMobject(stroke_width=0, fill_color=pen.theme.ink, fill_opacity=1)
        super().__init__(self.words, self.bricks)
        self.place, self.flown = np.zeros(3), 0.0

    def put(self, place: Place) -> Self:
        """End at a place."""
        self.place = place
        self.words.put(place + self.words.width / 2 * np.array([-1.0, 0.0, 0.0]))
        return self.set_flown(self.flown)

    def set_flown(self, share: float) -> Self:
        """Draw the bricks after a share of their way from the pile to their place in the row."""
        self.flown = share
        start = self.pile.far_bricks if self.pile.can_be_encircled else np.zeros((0, 5, 3))
        if share == 0 or not len(start):
            self.bricks.points = np.zeros((0, 3))
            return self
        self.bricks.points = polylines((1 - share) * start + share * self._row(len(start)))
        return self

    def _row(self, count: int) -> Values:
        """Return the corners (count, 5, 3) of bricks that stand before the words."""
        last = self.place - (self.words.width + GAP + BRICK[0] / 2) * RIGHT
        steps = np.arange(count - 1, -1, -1)[:, None, None] * (BRICK[0] + APART) * RIGHT
        row: Values = last + BRICK / 2 * CORNERS - steps
        return row
