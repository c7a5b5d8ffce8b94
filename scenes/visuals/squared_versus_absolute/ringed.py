"""The point that is spoken of: in a ring, with an arrow that stands out from all others."""

from typing import Self

from manim import Circle, VGroup

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, Values
from scenes.visuals.squared_versus_absolute.pulls import RADIUS as DISC
from scenes.visuals.squared_versus_absolute.pulls import Pulls
from scenes.visuals.squared_versus_absolute.stray import Line
from scenes.visuals.writing.screen import BOLD

# Of the ring, in units of the screen.
RADIUS = 0.4
# How much larger it is once it has ``swollen``.
SWELLING = 0.7


class Ringed(VGroup):
    """A ring in ink about the point with the number ``about``, and its pull, in ink as well."""

    def __init__(self, chart: Chart, theme: Theme) -> None:
        self._chart, self.about, self.swollen = chart, 0, 0.0
        self.ring = Circle(RADIUS, theme.ink, stroke_width=BOLD)
        self.pull = Pulls(chart, ABSOLUTE, theme, rim=DISC).set_stroke(theme.ink)
        super().__init__(self.ring, self.pull)

    def answer(self, x: Values, y: Values, line: Line) -> Self:
        """Mark the point among (x, y), and how it pulls at a line (a, b)."""
        one = slice(self.about, self.about + 1)
        self.ring.set(width=2 * RADIUS * (1 + SWELLING * self.swollen)).move_to(
            self._chart.places(x[one], y[one])[0]
        )
        self.pull.answer(x[one], y[one], line)
        return self
