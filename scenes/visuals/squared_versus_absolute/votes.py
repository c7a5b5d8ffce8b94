"""How many points pull a line up and how many pull it down: a row of arrows for each."""

from typing import Self

import numpy as np
from manim import RIGHT, VGroup, VMobject

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.measure import Values
from scenes.visuals.squared_versus_absolute.pulls import arrows
from scenes.visuals.squared_versus_absolute.stray import TOUCHING, Line
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.screen import BOLD

# A number and its arrows, from one arrow to the next and of a whole row, in units of the screen.
SIZE, LONG, PITCH, WIDTH, ROW = 80, 0.62, 0.45, 3.6, 0.85
# From the edges of the chart, and from the right end of a number to its first arrow.
INSIDE, BEHIND = 0.35, 0.4
# A number has room for so many digits.
DIGITS = 0.85


class Votes(VGroup):
    """Two rows, each a number and as many arrows: the points above a line and those below it.

    They stand in the corner of ``chart`` that is farthest from the points at ``x`` and its line.
    """

    def __init__(self, chart: Chart, theme: Theme, *, x: float, line: Line) -> None:
        self._chart = chart
        self._start = _corner(chart, x, line)
        self._arrows = VMobject(stroke_color=theme.absolute, stroke_width=BOLD + 3)
        self._numbers = [
            Number("0", self._at(row) + DIGITS * RIGHT, colour=theme.ink, size=SIZE, edge=RIGHT)
            for row in (0, 1)
        ]
        super().__init__(self._arrows, *self._numbers)

    def answer(self, x: Values, y: Values, line: Line) -> Self:
        """Count the points (x, y) above and below a line (a, b); those on it have no vote."""
        misses = y - np.polyval(line, x)
        least = TOUCHING * self._chart.y_scale.span
        self.counts = int(np.sum(misses > least)), int(np.sum(misses < -least))
        rows = [self._row(row, count) for row, count in enumerate(self.counts)]
        self._arrows.points = arrows(*(np.concatenate(ends) for ends in zip(*rows, strict=True)))
        for number, count in zip(self._numbers, self.counts, strict=True):
            number.set_text(str(count))
        return self

    def _at(self, row: int) -> Values:
        """Return where a row begins, at half its height."""
        return self._start - np.array([0.0, (row + 0.5) * ROW, 0.0])

    def _row(self, row: int, count: int) -> tuple[Values, Values]:
        """Return tails and tips (n, 3) of the arrows of a row: up in the first, then down."""
        pitch = min(PITCH, WIDTH / max(count, 1))
        middles = self._at(row) + (DIGITS + BEHIND + pitch * np.arange(count))[:, None] * RIGHT
        half = np.array([0.0, LONG / 2 if row == 0 else -LONG / 2, 0.0])
        return middles - half, middles + half


def _corner(chart: Chart, x: float, line: Line) -> Values:
    """Return where the rows begin, at their upper left."""
    scale, box = chart.x_scale, chart.box
    # Away from the stray point, and there above the line or below it.
    left = x > (scale.low + scale.high) / 2
    end = scale.low if left else scale.high
    above = float(chart.y_scale.share(np.polyval(line, end))) < 1 / 2
    across = box.left + INSIDE if left else box.right - INSIDE - DIGITS - BEHIND - WIDTH
    up = box.top - INSIDE / 2 if above else box.bottom + INSIDE + 2 * ROW
    return np.array([across, up, 0.0])
