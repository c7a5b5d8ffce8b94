"""The misses on whole heights: with them both columns are equally high, whatever the line.

A point above the line is higher by its miss, so what is missing beside it is put onto the line's
column, and what is missing below the line onto that of the points. They come from the columns of
misses, and can go back together: without them the columns are equally high only if these are.
"""

from typing import Self

import numpy as np
from manim import VGroup, VMobject, smooth
from numpy.typing import NDArray

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

Flags = NDArray[np.bool_]

SOLID, TRACE = 1.6, 0.2
# Shares of the way back: aside, along the top of what they lay on, and down, which ends with it.
ASIDE, DOWN = 0.6, 0.75


class Topping(VGroup):
    """The misses of the columns ``source`` that are missing on the columns of ``heights``.

    ``trace`` is for where they have been.
    """

    def __init__(self, heights: Heights, source: Misses, colour: str) -> None:
        few = len(heights.weights.x) <= MOST_OUTLINES
        super().__init__(
            *(
                VMobject(stroke_width=THIN if few else 0, stroke_color=colour, fill_color=colour)
                for _ in range(2)
            )
        )
        self.set_fill(opacity=SOLID * SQUARE_OPACITY)
        self.trace = VMobject(stroke_width=0, fill_color=colour, fill_opacity=TRACE)
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

    def set_flown(self, above: float, below: float) -> Self:
        """Show those above and below the line after these shares of their ways to the columns."""
        slots, start = self._slots(), self.source.slots()
        sides = zip(self._sides, (above, below), strict=True)
        ways = [on_the_way(start[those], slots[those], share) for those, share in sides]
        return self._show(ways, 1.0)

    def set_gone(self, share: float) -> Self:
        """Show them after ``share`` of their way back, all at once; the beam sinks."""
        slots, start = self._slots(), self.source.slots()
        aside, down = min(1.0, share / ASIDE), max(0.0, 1 - (1 - share) / DOWN)
        shares = np.array([smooth(aside), smooth(down), 0.0])
        way = (1 - shares) * slots + shares * start
        return self._show([way[those] for those in self._sides], 1 - share)

    @property
    def _sides(self) -> tuple[Flags, Flags]:
        """Return which of them are above the line, and which are not (n,)."""
        above: Flags = self.misses > 0
        return above, ~above

    def _slots(self) -> Values:
        """Return the corners (n, 4, 3) of the pieces on the columns."""
        heights, (above, below) = self.heights, self._sides
        heights.topped = 0.0, 0.0
        tall = heights.unit * np.abs(self.misses)
        columns = zip((tall * below, tall * above), heights.tops, strict=True)
        tops = [low + np.cumsum(those) for those, low in columns]
        top = np.where(above, tops[1], tops[0])
        middle = np.where(above, *heights.middles[::-1])
        return rings(middle - heights.half, middle + heights.half, top - tall, top)

    def _show(self, pieces: list[Values], topped: float) -> Self:
        """Draw the pieces of both sides, and the beam on that much of them."""
        for part, those in zip(self, pieces, strict=True):
            part.points = closed(those)
        heights, misses = self.heights, self.misses
        on_points, on_line = (
            topped * heights.unit * float(np.maximum(side * misses, 0).sum()) for side in (-1, 1)
        )
        heights.topped = on_points, on_line
        heights.draw()
        return self
