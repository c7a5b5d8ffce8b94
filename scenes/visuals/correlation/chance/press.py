"""The column of a set pressed together: its line stays, r grows, and so do the deals of chance."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import DOWN, UP, VMobject

from scenes.visuals.correlation.chance.chance import Chance
from scenes.visuals.correlation.chance.deals import Deals
from scenes.visuals.correlation.chance.pile import stacked
from scenes.visuals.correlation.points.cell import Cell
from scenes.visuals.correlation.points.way import Places
from scenes.visuals.plot.curve import Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD

HALF, MOST = 0.5, 0.3  # of its spread are left
JAW, GAP = 0.4, 0.3  # half of its width, and from it to the middle of the next disc


class Jaws(VMobject):
    """Two strokes that hold the column of few points between them."""

    def __init__(self, cell: Cell, lone: int, colour: str) -> None:
        super().__init__(stroke_color=colour, stroke_width=BOLD)
        self.cell, self.others = cell, np.arange(cell.data.y.size) != lone

    def draw(self) -> Self:
        """Lie next to the highest and the lowest point of the column."""
        x, y = self.cell.points.x[self.others], self.cell.points.y[self.others]
        ends = self.cell.chart.places(x[:2], [y.max(), y.min()])
        middles = ends + GAP * np.array([UP, DOWN])
        aside = np.array([[-JAW, 0.0, 0.0], [JAW, 0.0, 0.0]])
        self.points = polylines(middles[:, None] + aside)
        return self


@dataclass(frozen=True)
class Press:
    """All deals of a set with one lone point, while all others come nearer to their mean height."""

    chance: Chance
    deals: Deals  # where nothing is pressed
    lone: int
    jaws: Jaws
    spreads: Values  # rising: at each of them the bricks lie in piles,
    beside: Values  # each so far from its r to the middle of its pile,
    high: Values  # and so high

    @classmethod
    def of(cls, chance: Chance, lone: int, jaws: Jaws) -> Self:
        """Pile the bricks up wherever the press is to rest."""
        deals, pile = chance.deals, chance.pile
        spreads = np.array([MOST, HALF, 1.0])
        pressed = [Deals.of_the_lone_place(*_pressed(deals, lone, s), lone) for s in spreads]
        piles = [stacked(one.r, pile.bin, apart=True) for one in pressed]
        beside = [
            np.where(one.beyond, 0.0, x - one.r) for one, (x, _) in zip(pressed, piles, strict=True)
        ]
        high = np.array([high for _, high in piles])
        return cls(chance, deals, lone, jaws, spreads, np.array(beside), high)

    @property
    def room(self) -> float:
        """Return how many bricks high a chart is that shows all of them, however they lie."""
        return float(self.high.max()) + 1.0

    def places(self, spread: float) -> Places:
        """Return where the points are once a share of the ``spread`` of their column is left."""
        return _pressed(self.deals, self.lone, spread)

    def lay(self, spread: float) -> None:
        """Let each brick, and the mark of ours, stand at the r that its deal then has."""
        deals = Deals.of_the_lone_place(*self.places(spread), self.lone)
        beside, high = (
            np.array([np.interp(spread, self.spreads, one) for one in rests.T])
            for rests in (self.beside, self.high)
        )
        self.chance.pile.lay(deals.r + beside, high)
        self.chance.ours.stand_at(deals.ours)


def _pressed(deals: Deals, lone: int, spread: float) -> Places:
    others = np.arange(deals.y.size) != lone
    mean = deals.y[others].mean()
    return deals.x, np.where(others, mean + spread * (deals.y - mean), deals.y)
