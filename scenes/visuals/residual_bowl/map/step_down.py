"""Why the line of a point runs down the map as it does: a step in a costs x steps in b."""

from dataclasses import replace
from typing import Self

import numpy as np
from manim import DOWN, LEFT, VGroup, VMobject, smooth

from scenes.visuals.plot.chart import Chart
from scenes.visuals.residual_bowl.bowl.space import BowlSpace
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import View
from scenes.visuals.space.wireframe import Label, Strokes
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.numerals import number_width
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN
from scenes.visuals.writing.value import Value

# Away from the two legs, on the screen.
BESIDE, BELOW = 0.85, 0.32
HALO = 10
# Over the axis, and away from the foot; so far is it on its way from one side to the other.
OVER, INWARDS, DODGING = 0.3, 0.15, 0.5
STEPS_SHOWN = 300

Point = tuple[float, float]


class StepDown(VGroup):
    """Two legs below the line of a point on the map: down by x steps, and one step to the right."""

    def __init__(self, pen: Pen, space: BowlSpace, step: float, *, named: bool) -> None:
        theme = pen.theme
        self._space, self._step = space, step
        self.down, self.right = Strokes(theme.intercept, BOLD), Strokes(theme.slope, BOLD)
        self.steps = Label(pen.sentence("$intercept(x)$ steps", size=SMALLEST))
        self.step = Label(pen.sentence("$slope(1)$ step", size=SMALLEST))
        for label in (self.steps, self.step):
            label.set_stroke(theme.background, HALO, background=True)
        super().__init__(self.down, self.right, *((self.steps, self.step) if named else ()))

    def set_line(self, middle: Point, x: float, view: View) -> Self:
        """Stand about ``middle``, a place on the line of a point at ``x``."""
        a, b = self._space.line(*middle)
        left, right = a - self._step / 2, a + self._step / 2
        low = b - x * self._step / 2
        start, corner, end = (
            self._space.points(*place, 0.0)
            for place in ((left, b + x * self._step / 2), (left, low), (right, low))
        )
        self.down.set_corners([[start, corner]], view)
        self.right.set_corners([[corner, end]], view)
        self.steps.set_point((start + corner) / 2, view)
        self.steps.shift(BESIDE * LEFT)
        self.step.set_point((corner + end) / 2, view)
        self.step.shift(BELOW * DOWN)
        return self


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
