"""The line as a lever that turns about b: the farther out, the more it moves."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.normal_equations.columns import MOST_OUTLINES, in_box
from scenes.visuals.normal_equations.leaning import Line
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.regression import StraightLine, Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

# Which share of the longest lever the two points may have, if there are any.
NEAR, FAR = (0.15, 0.45), (0.7, 1.0)
HEAD = np.array([[-0.18, 0.12, 0.0], [-0.18, -0.12, 0.0]])
RADIUS = 0.16
# Where on an arrow its name stands, and how far above it.
NAMED, ABOVE = 0.5, 0.24
WIDTH = 14  # of a bar
# An arrow ends at the rim of its point.
RIM = 0.12


def two_points(x: Values, misses: Values) -> NDArray[np.int_]:
    """Return the points with the largest misses near to x = 0, and far from it."""
    levers = np.abs(x) / np.abs(x).max()
    chosen = []
    for (low, high), otherwise in ((NEAR, levers.argmin()), (FAR, levers.argmax())):
        among = np.flatnonzero((levers >= low) & (levers <= high))
        chosen.append(among[np.abs(misses[among]).argmax()] if len(among) else otherwise)
    return np.array(chosen)


class Lever(VGroup):
    """By how much a turn moves the line at each x, and how far two of them are from x = 0.

    What has a lever, and what the line turns about, is there only where the chart shows x = 0.
    """

    def __init__(self, pen: Pen, chart: Chart, points: tuple[Values, Values], line: Line) -> None:
        super().__init__()
        theme = pen.theme
        (x, y), (a, b) = points, line
        two = two_points(x, y - a * x - b)
        shown = chart.x_scale.low <= 0 <= chart.x_scale.high
        self.chart, self.ends = chart, np.stack([x, y], axis=1)[two][: 2 * shown]
        others = np.delete(x, two)
        others = others[:: -(-len(x) // MOST_OUTLINES)]
        self.before = StraightLine(chart, a, b, theme.muted, width=THIN)
        self.two, self.others = (Moves(chart, at, line, theme.slope) for at in (x[two], others))
        self.arrows = VGroup()
        for _ in self.ends:
            arrow = VMobject(stroke_color=theme.slope, stroke_width=BOLD)
            self.arrows.add(VGroup(arrow, Placed(pen.formula("x", size=SMALLEST), np.zeros(3))))
        dot = Marker(chart, 0.0, b, theme.intercept, theme, radius=RADIUS)
        self.pivot = VGroup(*[dot][: int(shown)])
        self.add(self.before, self.two, self.others, self.arrows, self.pivot)

    def set_line(self, a: float, b: float) -> Self:
        """Show how far y = a x + b is from the line before."""
        for part in (self.two, self.others):
            part.set_line(a, b)
        return self

    def draw(self) -> Self:
        """Draw everything where the chart is now."""
        for part in (self.before, self.two, self.others, *self.pivot):
            part.draw()
        for (arrow, name), (x, y) in zip(self.arrows, self.ends, strict=True):
            start, end = self.chart.place(0.0, y), self.chart.place(x, y)
            end[0] -= np.sign(x) * RIM
            head = end + np.sign(x) * HEAD
            arrow.points = polylines(np.array([[start, end], [end, head[0]], [end, head[1]]]))
            name.put(start + NAMED * (end - start) + np.array([0.0, ABOVE, 0.0]))
        return self


class Moves(VMobject):
    """At each x a bar from where one line is to where another is."""

    def __init__(self, chart: Chart, x: Values, before: Line, colour: str) -> None:
        super().__init__(stroke_color=colour, stroke_width=WIDTH)
        self.chart, self.x, self.before = chart, x, before
        self.set_line(*before)

    def set_line(self, a: float, b: float) -> Self:
        """Let the bars reach y = a x + b."""
        self.after = a, b
        return self.draw()

    def draw(self) -> Self:
        """Draw them where the chart is now, cut at its edge."""
        ends = [
            in_box(self.chart.box, self.chart.places(self.x, a * self.x + b))
            for a, b in (self.before, self.after)
        ]
        self.points = polylines(np.stack(ends, axis=1))
        return self
