"""The column of a set pressed together: its line stays, r grows."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import DOWN, UP, VMobject

from core.fits.correlation import pearson_test
from scenes.visuals.correlation.chance.chance import Chance
from scenes.visuals.correlation.chance.deals import Deals
from scenes.visuals.correlation.chance.hill import heights
from scenes.visuals.correlation.points.cell import Cell
from scenes.visuals.correlation.points.coins import RADIUS, shrunk
from scenes.visuals.correlation.points.way import Places
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD

SOME, MOST = 0.7, 0.5  # of its spread are left
JAW, APART = 0.4, 0.35  # half of its width, and how far from the discs it comes
TAIL_HIGH = 0.45  # of the chart is the hill where ours lies before anything is pressed


class Jaws(VMobject):
    """Two strokes that hold the column of few points between them."""

    def __init__(self, cell: Cell, lone: int, colour: str) -> None:
        super().__init__(stroke_color=colour, stroke_width=BOLD)
        self.cell, self.others = cell, np.arange(cell.data.y.size) != lone

    def draw(self, closed: float = 1.0) -> Self:
        """Touch the highest and the lowest disc of the column, once they have ``closed``."""
        x, y = self.cell.points.x[self.others], self.cell.points.y[self.others]
        chart = self.cell.chart
        disc = RADIUS * shrunk(chart.box.width / self.cell.full_width)
        gap = disc + BOLD / 200 + (1 - closed) * APART
        middles = chart.places(x[:2], [y.max(), y.min()]) + gap * np.array([UP, DOWN])
        aside = np.array([[-JAW, 0.0, 0.0], [JAW, 0.0, 0.0]])
        self.points = polylines(middles[:, None] + aside)
        return self


@dataclass(frozen=True)
class Press:
    """The deals of a set with one lone point, while all others come nearer to their mean height."""

    chance: Chance
    lone: int
    jaws: Jaws

    @property
    def room(self) -> float:
        """Return how many bricks high a chart is in which the tails of the hill are areas."""
        pile = self.chance.pile
        return float(heights(pile, np.array([pile.deals.ours]))[0]) / TAIL_HIGH

    def places(self, spread: float) -> Places:
        """Return where the points are once a share of the ``spread`` of their column is left."""
        return _pressed(self.chance.deals, self.lone, spread)

    def lay(self, spread: float) -> None:
        """Let the mark of ours, and its brick beside it, stand at the r that it then has."""
        pile, r = self.chance.pile, pearson_test(*self.places(spread)).r
        pile.lay(np.where(pile.deals.beyond, r + pile.outwards, pile.x))
        self.chance.ours.stand_at(r)


def _pressed(deals: Deals, lone: int, spread: float) -> Places:
    others = np.arange(deals.y.size) != lone
    mean = deals.y[others].mean()
    return deals.x, np.where(others, mean + spread * (deals.y - mean), deals.y)
