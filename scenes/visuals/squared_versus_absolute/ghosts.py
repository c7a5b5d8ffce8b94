"""Where two best lines and the stray point were: one has left its place, the other has not."""

from typing import Self

import numpy as np
from manim import Circle, VGroup, VMobject

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import StraightLine
from scenes.visuals.space.polylines import polylines
from scenes.visuals.squared_versus_absolute.measure import Values
from scenes.visuals.squared_versus_absolute.stray import Stray
from scenes.visuals.writing.screen import THIN

# A line that stays lies in a band, by so much wider to either side, in units of the screen.
HALF_WIDTH, TINT = 0.16, 0.25
# How much what the line of squares has swept since tints the ground.
SWEPT = 0.16
# Of the ring where the point was: an arrow that does not reach it ends above it.
RING = 0.13


class Ghosts(VGroup):
    """What was best for the stray point at ``height``, where there is a ring.

    The line of lengths lies in a ``band``, that of squares has left a thin line.
    """

    def __init__(self, chart: Chart, stray: Stray, height: float, theme: Theme) -> None:
        self._chart, self._stray, self._colour = chart, stray, theme.squared
        self.line = StraightLine(chart, *stray.squared(height), theme.squared, width=THIN)
        lasting = StraightLine(chart, *stray.absolute(height), theme.absolute).points[[0, -1]]
        aside = np.array([0.0, HALF_WIDTH, 0.0])
        self.band = _tinted(theme.absolute, TINT)
        self.band.points = _ring(lasting - aside, lasting + aside)
        self.swept = _tinted(theme.squared, SWEPT)
        self.ring = Circle(RING, theme.muted, stroke_width=THIN)
        self.ring.move_to(chart.places(np.array([stray.x]), np.array([height]))[0])
        super().__init__(self.swept, self.band, self.line, self.ring)

    def answer(self, height: float) -> Self:
        """Tint what the line of squares has swept when the stray point has come to ``height``."""
        new = StraightLine(self._chart, *self._stray.squared(height), self._colour)
        self.swept.points = _ring(self.line.points[[0, -1]], new.points[[0, -1]])
        return self


def _tinted(colour: str, opacity: float) -> VMobject:
    return VMobject(stroke_width=0, fill_color=colour, fill_opacity=opacity)


def _ring(one: Values, other: Values) -> Values:
    """Return the points of what lies between two lines, given by their ends (2, 3)."""
    return polylines(np.concatenate([one, other[::-1], one[:1]])[None])
