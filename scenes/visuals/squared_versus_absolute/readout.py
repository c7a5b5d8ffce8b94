"""What is read off in the end: on which sides points are, and how far the stray one is off."""

from typing import Self

import numpy as np
from manim import DOWN, VGroup, VMobject

from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.columns import HALF_FLOOR, floors_of
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, SQUARED, Measure
from scenes.visuals.squared_versus_absolute.pulls import arrows, stroke_of
from scenes.visuals.squared_versus_absolute.stray import Stray
from scenes.visuals.squared_versus_absolute.sums import BELOW, TITLE_GAP, TITLE_ROOM
from scenes.visuals.squared_versus_absolute.tally import BESIDE
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, PICTURE, SMALLEST

# Where the pull of the stray point at the line of squares stands, beside the stacks.
AT = 5.5


class Readout(VGroup):
    """The arrow of the stray point at the line of squares, as long as in ``chart``, on a floor.

    Its ``title``, and ``sides``, that of the stacks beside it, stand above.
    """

    def __init__(self, pen: Pen, chart: Chart, stray: Stray) -> None:
        self._chart, self._stray = chart, stray
        self._foot = np.array([AT, PICTURE.bottom + BELOW, 0.0])
        self.arrow = VMobject(**stroke_of(SQUARED, pen.theme, outlined=True))
        floor = VMobject(stroke_color=pen.theme.muted, stroke_width=BOLD)
        floor.points = floors_of(self._foot[None], HALF_FLOOR)
        self.title = _title(pen, "distance", SQUARED, AT)
        self.sides = _title(pen, "sides", ABSOLUTE, float(np.mean(BESIDE)))
        super().__init__(floor, self.arrow, self.title)

    def answer(self, height: float) -> Self:
        """Draw the arrow for the stray point at ``height``."""
        reach = height - np.polyval(self._stray.squared(height), self._stray.x)
        long = abs(reach) / self._chart.y_scale.span * self._chart.box.height
        ends = self._foot[None], (self._foot + np.array([0.0, long, 0.0]))[None]
        self.arrow.points = arrows(*(ends if reach > 0 else ends[::-1]))
        return self


def _title(pen: Pen, name: str, measure: Measure, across: float) -> Placed:
    above = np.array([across, PICTURE.top - TITLE_ROOM + TITLE_GAP, 0.0])
    return Placed(pen.words(name, measure.colour(pen.theme), SMALLEST), above, DOWN)
