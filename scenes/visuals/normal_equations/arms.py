"""What a small shift does to all squares: each gains two arms or loses two, and they pile up.

A square on a miss grows by two arms, each as long as the miss and as wide as the shift, and by a
corner that is too small to count. Stood upright on each other they are as high as all misses.
"""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from scenes.visuals.normal_equations.columns import MOST_OUTLINES, Values, closed, rings
from scenes.visuals.normal_equations.leaning import Line
from scenes.visuals.normal_equations.misses import Misses
from scenes.visuals.plot.regression import openings
from scenes.visuals.writing.screen import THIN

GAINED, LOST = 0.85, 0.3


class Arms(VGroup):
    """The arms between the squares of one line and those of another, on their way to columns.

    One part holds what is lost, the other what is gained: that is bright.
    """

    def __init__(self, misses: Misses, lines: tuple[Line, Line], colour: str) -> None:
        few = len(misses.x) <= MOST_OUTLINES
        super().__init__(
            *(
                VMobject(
                    stroke_color=colour,
                    stroke_width=THIN if few else 0,
                    fill_color=colour,
                    fill_opacity=opacity,
                )
                for opacity in (LOST, GAINED)
            )
        )
        self.misses, self.lines = misses, lines
        self.gathered = 0.0

    def set_gathered(self, share: float) -> Self:
        """Show the arms after ``share`` of their way to the columns."""
        self.gathered = share
        return self.draw()

    def draw(self) -> Self:
        """Draw them where the chart and the columns are now."""
        before, after = (np.abs(self.misses.lengths(line)) for line in self.lines)
        gained = after > before
        slots = self.misses.slots()
        left, right = slots.copy(), slots.copy()
        middle = slots[:, :, 0].mean(axis=1)[:, None]
        left[:, 1:3, 0], right[:, [0, 3], 0] = middle, middle
        upright, lying = self._in_chart(np.minimum(before, after), np.maximum(before, after))
        ways = [
            self.misses.on_the_way(start, end, self.gathered)
            for start, end in ((upright, left), (lying, right))
        ]
        for part, those in zip(self, (~gained, gained), strict=True):
            part.points = closed(np.concatenate([way[those] for way in ways]))
        return self

    def _in_chart(self, inner: Values, outer: Values) -> tuple[Values, Values]:
        """Return the corners (n, 4, 3) of the upright arms, and of those that lie at the line.

        The ring of one that lies begins at another corner: it turns while it goes to its column.
        """
        misses = self.misses
        at_point = misses.in_chart(misses.y)
        side = openings(misses.chart, at_point)
        up = np.where(misses.lengths(self.lines[0]) > 0, -1.0, 1.0)
        x, y = at_point[:, 0], at_point[:, 1]
        near, far = x + side * inner, x + side * outer
        upright = rings(
            np.minimum(near, far), np.maximum(near, far), *np.sort([y, y + up * inner], axis=0)
        )
        ends = np.sort([y + up * inner, y + up * outer], axis=0)
        lying = rings(np.minimum(x, near), np.maximum(x, near), *ends)
        return upright, np.roll(lying, -1, axis=1)
