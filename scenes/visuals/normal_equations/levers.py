"""A turn at two points: how far each is from x = 0, and how much its miss changes, side by side."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.columns import closed, rings
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.regression import SQUARE_OPACITY, Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

# Which share of the longest lever the two points may have, if there are any.
NEAR, FAR = (0.15, 0.45), (0.7, 1.0)
HEAD = np.array([[-0.18, 0.12, 0.0], [-0.18, -0.12, 0.0]])
DIGITS = 1000
# The two bars: how wide, how much larger than in the chart, and how far below them a name stands.
HALF_WIDTH, ZOOM, BELOW = 0.6, 6.0, 0.36
RADIUS = 0.14
# Where on an arrow its name stands, and how far above it.
NAMED, ABOVE = 0.35, 0.24
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


class Levers(VGroup):
    """Arrows from x = 0 to two points (x, y), each called x, and what the line turns about.

    There are none where the chart does not show x = 0.
    """

    def __init__(self, pen: Pen, chart: Chart, x: Values, y: Values, intercept: float) -> None:
        super().__init__()
        self.chart = chart
        shown = chart.x_scale.low <= 0 <= chart.x_scale.high
        self.ends = np.stack([x, y], axis=1)[: len(x) * shown]
        self.arrows = VGroup()
        for _ in self.ends:
            arrow = VMobject(stroke_color=pen.theme.slope, stroke_width=BOLD)
            name = Placed(pen.formula("x", size=SMALLEST), np.zeros(3))
            self.arrows.add(VGroup(arrow, name))
        dot = Marker(chart, 0.0, intercept, pen.theme.intercept, pen.theme, radius=RADIUS)
        self.pivot = VGroup(*[dot][: int(shown)])
        self.add(self.arrows, self.pivot)
        self.draw()

    def draw(self) -> Self:
        """Draw them where the chart is now."""
        for (arrow, name), (x, y) in zip(self.arrows, self.ends, strict=True):
            start, end = self.chart.place(0.0, y), self.chart.place(x, y)
            end[0] -= np.sign(x) * RIM
            head = end + np.sign(x) * HEAD
            arrow.points = polylines(np.array([[start, end], [end, head[0]], [end, head[1]]]))
            name.put(start + NAMED * (end - start) + np.array([0.0, ABOVE, 0.0]))
        for dot in self.pivot:
            dot.draw()
        return self


class Compared(VGroup):
    """By how much the misses at two x change from one line to another: two bars on one ground."""

    def __init__(self, pen: Pen, chart: Chart, x: Values, line: tuple[float, float]) -> None:
        super().__init__()
        theme, area = pen.theme, layout.COMPARED
        self.chart, self.x, self.start = chart, x, line
        self.across = area.left + area.width * np.array([0.25, 0.75])
        ground = VMobject(stroke_color=theme.muted, stroke_width=THIN)
        ends = [(area.left, area.bottom, 0.0), (area.right, area.bottom, 0.0)]
        ground.points = polylines(np.array([ends]))
        self.bars = VMobject(
            stroke_color=theme.slope,
            stroke_width=THIN,
            fill_color=theme.slope,
            fill_opacity=SQUARE_OPACITY,
        )
        names = _names(pen, np.abs(x))
        for middle, name in zip(self.across, names, strict=True):
            name.move_to((middle, area.bottom - BELOW, 0.0))
        self.add(ground, self.bars, names)
        self.set_line(*line)

    def set_start(self, a: float, b: float) -> Self:
        """Let the changes begin at y = a x + b."""
        self.start = a, b
        return self.set_line(a, b)

    def set_line(self, a: float, b: float) -> Self:
        """Show the changes up to y = a x + b."""
        unit = ZOOM * self.chart.box.height / self.chart.y_scale.span
        changes = np.abs((a - self.start[0]) * self.x + b - self.start[1])
        area = layout.COMPARED
        top = area.bottom + np.minimum(unit * changes, area.height)
        left, right = self.across - HALF_WIDTH, self.across + HALF_WIDTH
        self.bars.points = closed(rings(left, right, np.full_like(top, area.bottom), top))
        return self


def _names(pen: Pen, levers: Values) -> VGroup:
    """Return what each bar is as high as: with its number for x, if there is room for it."""
    digits = FixedFormat.for_range(0.0, float(levers.max()), steps=DIGITS)
    known = [digits.write(float(x)).strip().replace("×10^", " times 10^") for x in levers]
    names = _turned(pen, known)
    fits = max(name.width for name in names) < layout.COMPARED.width / 2 - 0.2
    return names if fits else _turned(pen, ["x"] * len(levers))


def _turned(pen: Pen, levers: list[str]) -> VGroup:
    return VGroup(*(pen.formula(f'{x} dot slope("turn")', size=SMALLEST) for x in levers))
