"""Why the line of a point runs down the map as it does: b falls x times as fast as a grows."""

from dataclasses import replace
from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup, VMobject, smooth
from numpy.typing import NDArray

from scenes.visuals.plot.chart import Chart
from scenes.visuals.residual_bowl.bowl.space import BowlSpace
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points, View
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.numerals import Number, number_width
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN
from scenes.visuals.writing.value import Value

# Numbers away from the two legs, on the screen.
BESIDE, BELOW, SHIFT = 0.22, 0.34, 0.1
# Before the corner, one on either side of it; so wide may a number be.
BEFORE, HALF_A_SPACE, WIDEST = 0.42, 0.12, 1.3
# Ticks along a leg: how long, and how near to each other at most.
TICK, NEAREST = 0.09, 0.045
# Over the axis, and away from the foot; so far is it on its way from one side to the other.
OVER, INWARDS, DODGING = 0.3, 0.15, 0.5
STEPS_SHOWN = 300
ROUND = 1.0, 2.0, 5.0

Place = tuple[float, float]


def round_step(most: float) -> float:
    """Return the largest round number that is not larger than ``most``."""
    power = 10.0 ** np.floor(np.log10(most))
    return float(power * max(one for one in ROUND if one * power <= most * (1 + 1e-9)))


class StepDown(VGroup):
    """A step in a and what it changes in b, as two legs with the line of a point over them.

    Along both legs are ticks as far from each other as the step in a is large. All of it lies on
    the map, on which a step in a is ``across`` long.
    """

    def __init__(self, pen: Pen, plane: Chart, step: float, farthest: float, *, named: bool):
        theme = pen.theme
        self._step = step
        self.across = plane.box.width / plane.x_scale.span * step
        self._one = plane.box.height / plane.y_scale.span * step
        self.line = VMobject(stroke_color=theme.point, stroke_width=BOLD)
        self.down, self.right, self.down_ticks, self.right_ticks = (
            VMobject(stroke_color=colour, stroke_width=width)
            for width in (BOLD, THIN)
            for colour in (theme.intercept, theme.slope)
        )
        self._format = replace(
            FixedFormat.for_range(-abs(farthest) * step, 0.0, steps=STEPS_SHOWN), signed=False
        )
        self.fall = Number("0", np.zeros(3), colour=theme.intercept, size=SMALLEST, edge=-LEFT)
        size = f"{step:.10g}"
        plain = self._format.exponent == 0 and "e" not in size
        written = named and plain and number_width(size, SMALLEST) <= WIDEST
        self.size = Number(
            size if written else "1",
            np.zeros(3),
            colour=theme.slope,
            size=SMALLEST,
            edge=np.zeros(3),
        )
        self.legs = VGroup(self.down, self.right)
        numbers = (self.fall, self.size) if written else ()
        super().__init__(
            self.line, self.down, self.right, self.down_ticks, self.right_ticks, *numbers
        )

    def set_step(self, place: Place, x: float, view: View) -> Self:
        """Stand with the corner on a ``place`` of the map, for a point at ``x``."""
        at = np.array([*place, 0.0])
        starts, ends = at + x * self._one * UP, at + self.across * RIGHT
        start, corner, end = view.project(np.array([starts, at, ends]))
        self.line.points = polylines(np.array([[start, end]]))
        self.down.points = polylines(np.array([[start, corner]]))
        self.right.points = polylines(np.array([[corner, end]]))
        ticks = _ticks(at, self.across * RIGHT, 1, TICK * DOWN)
        self.right_ticks.points = polylines(view.project(ticks))
        count = int(abs(x) + 1e-9) if self._one >= NEAREST else 0
        ticks = _ticks(at, np.sign(x) * self._one * UP, count, TICK * LEFT)
        self.down_ticks.points = polylines(view.project(ticks))
        self.fall.anchor = (start + corner) / 2 + BESIDE * LEFT
        # Never on the other leg, nor on the line where that rises.
        self.size.anchor = (corner + end) / 2 + SHIFT * LEFT + BELOW * DOWN
        if view.elevation < np.pi / 2:
            # Seen from the side the line may run beside the leg down: there both stand in front.
            before, half = corner + BEFORE * DOWN, number_width(self.size.text, SMALLEST) / 2
            self.fall.anchor = before + HALF_A_SPACE * LEFT
            self.size.anchor = before + (HALF_A_SPACE + half) * RIGHT
        self.fall.set_text(self._format.write(-x * self._step))
        self.size.set_text(self.size.text)
        return self


def _ticks(start: Points, step: Points, count: int, tick: Points) -> Points:
    feet = start + np.arange(count + 1)[:, None] * step
    return np.stack([feet, feet + tick], axis=1)


class Stairs(VGroup):
    """The steps from one of some lines through a point to the next, on the map from above."""

    def __init__(self, pen: Pen, space: BowlSpace, places: NDArray[np.float64]) -> None:
        theme = pen.theme
        self.down, self.right = (
            VMobject(stroke_color=colour, stroke_width=THIN)
            for colour in (theme.intercept, theme.slope)
        )
        view = space.view(0.0)
        corners = np.column_stack([places[:-1, 0], places[1:, 1]])
        starts, feet, ends = (
            view.project(np.column_stack([at, np.zeros(len(at))]))
            for at in (places[:-1], corners, places[1:])
        )
        self.down.points = polylines(np.stack([starts, feet], axis=1))
        self.right.points = polylines(np.stack([feet, ends], axis=1))
        # That beside the middle is the one that is looked at.
        u, v = corners[(len(corners) - 1) // 2]
        self.corner: Place = float(u), float(v)
        super().__init__(self.down, self.right)


class Reach(VGroup):
    """How far a point is from where x is 0: a stroke on the axis, a thin one up to it, and x."""

    def __init__(self, pen: Pen, chart: Chart, *, named: bool) -> None:
        theme, across = pen.theme, chart.x_scale
        self._chart = chart
        self.axis = VMobject(stroke_color=theme.point, stroke_width=BOLD)
        self.up = VMobject(stroke_color=theme.point, stroke_width=THIN)
        farthest = max(abs(across.low), abs(across.high))
        read_out = FixedFormat.for_range(0.0, farthest, steps=STEPS_SHOWN)
        layout = replace(read_out, integer_digits=1, signed=False)
        self.value = Value(pen, "x", layout, 0.0, np.zeros(3), colour=theme.point, size=SMALLEST)
        self._width = self.value.label.width + number_width(layout.write(farthest), SMALLEST)
        # On either side of its foot it stays in the chart.
        fits = 2 * self._width <= chart.box.width
        super().__init__(self.axis, self.up, *((self.value,) if named and fits else ()))

    def set_point(self, x: float, y: float) -> Self:
        """Show it for a point."""
        chart = self._chart
        zero, foot = chart.places([0.0, x], chart.y_scale.low)
        self.axis.points = polylines(np.array([[zero, foot]]))
        self.up.points = polylines(np.array([[foot, chart.place(x, y)]]))
        # Left of the foot while there is room, right of it where the line begins.
        room = foot[0] - chart.box.left - self._width - 2 * INWARDS
        share = smooth(float(np.clip(room / DODGING, 0, 1)))
        left = foot[0] + INWARDS - share * (self._width + 2 * INWARDS)
        self.value.value = x
        self.value.put(np.array([left, foot[1] + OVER, 0.0]))
        return self
