"""The line as a lever that turns about b: the farther out, the more it moves."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.normal_equations.leaning import Line
from scenes.visuals.normal_equations.squares.arms import TwoArms
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.regression import Squares, StraightLine, Values
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
# An arrow ends at the rim of its point.
RIM = 0.12
# Of what the line turns about: its name, from it.
ASIDE = np.array([0.1, 0.45, 0.0])
TALL = 0.3


def two_points(x: Values, misses: Values) -> NDArray[np.int_]:
    """Return the points with the largest misses near to x = 0, and far from it."""
    levers = np.abs(x) / np.abs(x).max()
    chosen = []
    for (low, high), otherwise in ((NEAR, levers.argmin()), (FAR, levers.argmax())):
        among = np.flatnonzero((levers >= low) & (levers <= high))
        chosen.append(among[np.abs(misses[among]).argmax()] if len(among) else otherwise)
    return np.array(chosen)


class Lever(VGroup):
    """What a turn adds to two squares or takes from them, and how far they are from x = 0.

    What has a lever, and what the line turns about, is there only where the chart shows x = 0.
    """

    def __init__(self, pen: Pen, chart: Chart, points: tuple[Values, Values], line: Line) -> None:
        super().__init__()
        theme = pen.theme
        (x, y), (a, b) = points, line
        two = two_points(x, y - a * x - b)
        shown = chart.x_scale.low <= 0 <= chart.x_scale.high
        self.chart, self.ends = chart, np.stack([x, y], axis=1)[two][: 2 * shown]
        self.x = x[two]
        self.before = StraightLine(chart, a, b, theme.muted, width=THIN)
        self.squares = Squares(chart, x[two], y[two], line, theme)
        colours = theme.slope, theme.residual
        self.arms = TwoArms(chart, (x[two], y[two]), (line, line), colours)
        self.arrows = VGroup()
        for _ in self.ends:
            arrow = VMobject(stroke_color=theme.slope, stroke_width=BOLD)
            self.arrows.add(VGroup(arrow, Placed(pen.formula("x", size=SMALLEST), np.zeros(3))))
        dot = Marker(chart, 0.0, b, theme.intercept, theme, radius=RADIUS)
        self.pivot = VGroup(*[dot][: int(shown)])
        name = Placed(pen.formula("intercept(b)", size=SMALLEST), np.zeros(3))
        self.label = VGroup(*[name][: int(shown)])
        self.add(self.squares, self.before, self.arms, self.arms.corners, self.arrows)
        self.add(self.pivot, self.label)

    def set_line(self, a: float, b: float) -> Self:
        """Show what y = a x + b adds to the squares of the line before, or takes from them."""
        self.arms.set_line(a, b)
        return self

    def draw(self) -> Self:
        """Draw everything where the chart is now."""
        for part in (self.squares, self.before, self.arms, *self.pivot):
            part.draw()
        for dot, label in zip(self.pivot, self.label, strict=True):
            place = dot.get_center()
            # The title of y is above the chart.
            up = 1 if place[1] + ASIDE[1] + TALL < self.chart.box.top else -1
            label.put(place + ASIDE * [1, up, 1])
        for (arrow, name), (x, y) in zip(self.arrows, self.ends, strict=True):
            start, end = self.chart.place(0.0, y), self.chart.place(x, y)
            end[0] -= np.sign(x) * RIM
            head = end + np.sign(x) * HEAD
            arrow.points = polylines(np.array([[start, end], [end, head[0]], [end, head[1]]]))
            name.put(start + NAMED * (end - start) + np.array([0.0, ABOVE, 0.0]))
        return self
