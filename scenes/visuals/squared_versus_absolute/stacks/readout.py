"""What is read off in the end: on which sides points are, and how far the stray one is off."""

from typing import Self

import numpy as np
from manim import DOWN, UP, VGroup, VMobject

from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, SQUARED, Measure
from scenes.visuals.squared_versus_absolute.pulls import arrows, stroke_of
from scenes.visuals.squared_versus_absolute.stacks.columns import (
    ACROSS,
    FLOOR,
    HALF_FLOOR,
    NAME,
    ROOM,
    floors_of,
    names_of,
)
from scenes.visuals.squared_versus_absolute.stray import Heights, Stray
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

# Where the pull of the stray point at the line of squares stands, beside the stacks.
AT = 5.64
# Above the highest of all that is read off.
GAP = 0.2


class Readout(VGroup):
    """The arrow of the stray point at the line of squares, as long as in ``chart``, on a floor.

    Below it stands which way it pulls. Its ``title``, and ``sides``, that of the stacks beside it,
    stand over stacks that are ``high`` at most.
    """

    def __init__(
        self, pen: Pen, chart: Chart, stray: Stray, heights: Heights, *, high: float
    ) -> None:
        theme = pen.theme
        self._chart, self._stray = chart, stray
        self._foot = np.array([AT, FLOOR, 0.0])
        self.arrow = VMobject(**stroke_of(SQUARED, theme, outlined=True))
        floor = VMobject(stroke_color=theme.muted, stroke_width=BOLD)
        floor.points = floors_of(self._foot[None], HALF_FLOOR)
        reach = self._reach(heights.farthest)
        above = FLOOR + GAP + max(high, min(ROOM, abs(reach)))
        self.title = _title(pen, "how far", SQUARED, AT, above)
        self.sides = _title(pen, "which side", ABSOLUTE, float(np.mean(ACROSS)), above)
        below = np.stack([self._foot, self._foot]) - NAME * UP
        self.way = names_of(pen, theme.squared, below)[0 if reach > 0 else 1]
        super().__init__(floor, self.arrow, self.title, self.sides, self.way)

    def answer(self, height: float) -> Self:
        """Draw the arrow for the stray point at ``height``."""
        reach = self._reach(height)
        ends = self._foot[None], (self._foot + np.array([0.0, abs(reach), 0.0]))[None]
        self.arrow.points = arrows(*(ends if reach > 0 else ends[::-1]))
        return self

    def _reach(self, height: float) -> float:
        """Return how far the point is above its line of squares, in units of the screen."""
        reach = height - np.polyval(self._stray.squared(height), self._stray.x)
        return float(reach / self._chart.y_scale.span * self._chart.box.height)


def _title(pen: Pen, name: str, measure: Measure, across: float, above: float) -> Placed:
    writing = pen.words(name, measure.colour(pen.theme), SMALLEST)
    return Placed(writing, np.array([across, above, 0.0]), DOWN)
