"""The misses on whole heights: with them both columns are equally high, whatever the line.

A point above the line is higher by its miss, so what is missing beside it is put onto the line's
column, and what is missing below the line onto that of the points. If both are the same in sum
they can go together.
"""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from scenes.visuals.normal_equations.beams.columns import (
    MOST_OUTLINES,
    Values,
    closed,
    in_box,
    on_the_way,
    rings,
)
from scenes.visuals.normal_equations.beams.heights import STROKE, Heights
from scenes.visuals.plot.regression import SQUARE_OPACITY
from scenes.visuals.writing.screen import THIN

ASIDE = 1.1  # how far they go when they go, in halves of a column
SOLID = 1.6


class Topping(VGroup):
    """The misses that are missing on the columns of ``heights``."""

    def __init__(self, heights: Heights, colour: str) -> None:
        few = len(heights.weights.x) <= MOST_OUTLINES
        super().__init__(
            *(
                VMobject(stroke_width=THIN if few else 0, stroke_color=colour, fill_color=colour)
                for _ in range(2)
            )
        )
        self.heights = heights

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
        """Show them after ``share`` of their way from the chart."""
        return self._draw(share, 0.0)

    def set_gone(self, share: float) -> Self:
        """Show them after ``share`` of their way aside; the beam sinks with them."""
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
        middle = middle + np.where(above, 1, -1) * gone * ASIDE * heights.half
        slots = rings(middle - heights.half, middle + heights.half, top - tall, top)
        way = on_the_way(self._starts(), slots, flown)
        for part, those in zip(self, (above, ~above), strict=True):
            part.points = closed(way[those])
            part.set_fill(opacity=SOLID * SQUARE_OPACITY * (1 - gone)).set_stroke(opacity=1 - gone)
        heights.topped = (1 - gone) * float(on_line.sum())
        heights.draw()
        return self

    def _starts(self) -> Values:
        """Return the corners (n, 4, 3) of the misses in the chart, cut at its edge."""
        heights, weights = self.heights, self.heights.weights
        chart = heights.chart
        ends = weights.y, heights.a * weights.x + heights.b
        places = [in_box(chart.box, chart.places(weights.x, end)) for end in ends]
        low, high = np.sort([place[:, 1] for place in places], axis=0)
        across = places[0][:, 0]
        return rings(across - STROKE / 2, across + STROKE / 2, low, high)
