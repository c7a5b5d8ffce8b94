"""Points that are spoken of: one in a ring, with its own arrow, and one with a pin through it."""

from typing import Self

import numpy as np
from manim import Circle, Dot, VGroup, VMobject

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, Values
from scenes.visuals.squared_versus_absolute.pulls import Pulls
from scenes.visuals.squared_versus_absolute.stray import Line
from scenes.visuals.writing.screen import BOLD, THIN

# Of the ring, and of what is kept free for it, in units of the screen.
RADIUS, RING = 0.26, 0.34
# How much larger it is once it has ``swollen``.
SWELLING = 1.2
# Of the head of a pin.
HEAD = 0.1


class Ringed(VGroup):
    """A ring in ink about the point with the number ``about``, and its pull, in ink as well.

    The ``lever`` of that pull is drawn so far as it is ``levered``: along the line, from the point
    with the number ``pinned``.
    """

    def __init__(self, chart: Chart, theme: Theme) -> None:
        self._chart, self.about, self.swollen = chart, 0, 0.0
        self.pinned, self.levered = 0, 0.0
        self.ring = Circle(RADIUS, theme.ink, stroke_width=BOLD)
        self.pull = Pulls(chart, ABSOLUTE, theme, rim=RING).set_stroke(theme.ink)
        self.pull.left = True
        self.lever = VMobject(stroke_color=theme.ink, stroke_width=THIN)
        super().__init__(self.lever, self.ring, self.pull)

    def answer(self, x: Values, y: Values, line: Line) -> Self:
        """Mark the point among (x, y), and how it pulls at a line (a, b)."""
        one = slice(self.about, self.about + 1)
        self.ring.set(width=2 * RADIUS * (1 + SWELLING * self.swollen)).move_to(
            self._chart.places(x[one], y[one])[0]
        )
        self.pull.answer(x[one], y[one], line)
        ends = x[[self.pinned, self.about]]
        start, end = self._chart.places(ends, np.polyval(line, ends))
        # Both places of a lever that is not drawn yet are one: nothing is seen of it.
        self.lever.points = polylines(np.array([[start, start + self.levered * (end - start)]]))
        return self


class Pin(VGroup):
    """A ring in ink about a point, and the ``head`` of a pin through it: there a line can turn."""

    def __init__(self, chart: Chart, x: float, y: float, theme: Theme) -> None:
        self._chart, self._at = chart, (x, y)
        self.ring = Circle(RADIUS, theme.ink, stroke_width=BOLD)
        self.head = Dot(radius=HEAD, color=theme.ink)
        super().__init__(self.ring, self.head)

    def draw(self) -> Self:
        """Put it where its point is now."""
        self.move_to(self._chart.place(*self._at))
        return self
