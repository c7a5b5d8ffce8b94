"""Bricks as far out as ours are counted: they leave their pile and stand before their number."""

from typing import Self

import numpy as np
from manim import LEFT, RIGHT, VGroup, VMobject

from scenes.visuals.correlation.chance.lens import Lens
from scenes.visuals.correlation.chance.pile import CORNERS, Pile
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

    def __init__(self, pile: Pile, lens: Lens | None, pen: Pen) -> None:
        self.pile, self.source = pile, lens or pile
        self.words = Placed(pen.sentence(pile.deals.how_many, size=SIZE), np.zeros(3), LEFT)
        self.bricks = VMobject(stroke_width=0, fill_color=pile.colours[1], fill_opacity=1)
        super().__init__(self.words, self.bricks)
        self.place, self.flown = np.zeros(3), 0.0

    def put(self, place: Place) -> Self:
        """Begin at a place."""
        self.place = place
        count = int(self.pile.deals.beyond.sum()) if self.pile.has_tails else 0
        row = count * (BRICK[0] + APART) - APART + GAP if count else 0.0
        self.words.put(place + row * RIGHT)
        return self.set_flown(self.flown)

    def set_flown(self, share: float) -> Self:
        """Draw the bricks after a share of their way from the pile to their place in the row."""
        self.flown = share
        start = self.source.far_bricks if self.pile.has_tails else np.zeros((0, 5, 3))
        if share == 0 or not len(start):
            self.bricks.points = np.zeros((0, 3))
            return self
        self.bricks.points = polylines((1 - share) * start + share * self._row(len(start)))
        return self

    def _row(self, count: int) -> Values:
        """Return the corners (count, 5, 3) of bricks that stand before the words."""
        first = self.place + BRICK[0] / 2 * RIGHT
        steps = np.arange(count)[:, None, None] * (BRICK[0] + APART) * RIGHT
        row: Values = first + BRICK / 2 * CORNERS + steps
        return row
