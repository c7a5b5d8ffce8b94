"""The misses on whole heights: with them both columns are equally high, whatever the line.

A point above the line is higher by its miss, so what is missing beside it is put onto the line's
column, and what is missing below the line onto that of the points. They come from the columns of
misses. Where these are equally high both can go back there together.
"""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from scenes.visuals.normal_equations.beams.columns import (
    MOST_OUTLINES,
    Values,
    closed,
    on_the_way,
    rings,
)
from scenes.visuals.normal_equations.beams.heights import Heights
from scenes.visuals.normal_equations.beams.misses import Misses
from scenes.visuals.plot.regression import SQUARE_OPACITY
from scenes.visuals.writing.screen import THIN

SOLID = 1.6


class Topping(VGroup):
    """The misses of the columns ``source`` that are missing on the columns of ``heights``."""

    def __init__(self, heights: Heights, source: Misses, colour: str) -> None:
        few = len(heights.weights.x) <= MOST_OUTLINES
        super().__init__(
            *(
                VMobject(stroke_width=THIN if few else 0, stroke_color=colour, fill_color=colour)
                for _ in range(2)
            )
        )
        self.set_fill(opacity=SOLID * SQUARE_OPACITY)
        self.heights, self.source = heights, source

    @property
    def misses(self) -> Values:
        """Return the misses (n,) of the line that the heights are of."""
        return self.heights.weights.misses(self.heights.a, self.heights.b)

    def make_room(self) -> Self:
        """Let the columns be as high as they may be with what comes on top."""
        misses, weights = self.misses, self.heights.weights
        points = float((weights.levers * weights.y + weights.beside_y).sum())
        line = points - float(misses.sum())
        self.heights.filled = max(points, line) / (line + float(np.maximum(misses, 0).sum()))
        self.heights.draw()
        return self

    def set_flown(self, share: float) -> Self:
        """Show them after ``share`` of their way from their columns."""
        return self._draw(share, 0.0)

    def set_gone(self, share: float) -> Self:
        """Show them after ``share`` of their way back, all at once; the beam sinks."""
        return self._draw(1.0, share)

    def _draw(self, flown: float, gone: float) -> Self:
        heights, misses = self.heights, self.misses
        heights.topped = 0.0
        above, tall = misses > 0, heights.unit * np.abs(misses)
        on_line, on_points = tall * above, tall * ~above
        columns = zip((on_points, on_line), heights.tops, strict=True)
        tops = [low + np.cumsum(those) for those, low in columns]
        top = np.where(above, tops[1], tops[0])
        middle = np.where(above, *heights.middles[::-1])
        slots = rings(middle - heights.half, middle + heights.half, top - tall, top)
        start = self.source.slots()
        way = (1 - gone) * on_the_way(start, slots, flown) + gone * start
        for part, those in zip(self, (above, ~above), strict=True):
            part.points = closed(way[those])
        heights.topped = (1 - gone) * float(on_line.sum())
        heights.draw()
        return self
