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
SIZE, LONG, PITCH, WIDTH, ROW = 80, 0.64, 0.62, 3.6, 0.85
# From the edges of the chart, and from the right end of a number to its first arrow.
INSIDE, BEHIND = 0.35, 0.4
# A number has room for two digits.
DIGITS = 0.85
# A corner is as good as any once all is so far from it.
ENOUGH = 0.4


class Votes(VGroup):
    """Two rows, each a number and as many arrows: the points above a line and those below it.

    They stand in the corner of ``chart`` that is farthest from the places (``x``, ``y``).
    """

    def __init__(self, chart: Chart, theme: Theme, x: Values, y: Values) -> None:
        self._chart = chart
        self._start = _corner(chart, x, y)
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
        return np.asarray(self._start - np.array([0.0, (row + 0.5) * ROW, 0.0]))

    def _row(self, row: int, count: int) -> tuple[Values, Values]:
        """Return tails and tips (n, 3) of the arrows of a row: up in the first, then down."""
        pitch = min(PITCH, WIDTH / max(count, 1))
        middles = self._at(row) + (DIGITS + BEHIND + pitch * np.arange(count))[:, None] * RIGHT
        half = np.array([0.0, LONG / 2 if row == 0 else -LONG / 2, 0.0])
        return middles - half, middles + half


def _corner(chart: Chart, x: Values, y: Values) -> Values:
    """Return where the rows begin, at their upper left: in the emptiest corner of the chart."""
    box, size = chart.box, np.array([DIGITS + BEHIND + WIDTH, 2 * ROW])
    left, bottom = box.left + INSIDE, box.bottom + INSIDE
    right, top = box.right - INSIDE - size[0], box.top - INSIDE / 2 - size[1]
    corners = np.array([(left, top), (right, top), (left, bottom), (right, bottom)])
    middles = (corners + size / 2)[:, None]
    apart = np.abs(chart.places(x, y)[None, :, :2] - middles) - size / 2
    free = np.minimum(apart.max(axis=2).min(axis=1), ENOUGH)
    across, low = corners[int(np.argmax(free))]
    return np.array([across, low + size[1], 0.0])
