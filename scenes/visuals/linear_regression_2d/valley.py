"""epsilon against one number of the line, drawn by the level of the tank."""

from collections.abc import Callable
from typing import Self

import numpy as np
from manim import VMobject
from numpy.typing import NDArray

from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Curve, Hatching, Marker
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, THIN, Box

Values = NDArray[np.float64]
MARGIN = 0.17
VALLEY = 8  # strokes: the hero is bolder than the axes around it


class Valley:
    """A parabola with its lowest point at (``optimum``, epsilon_0), uncovered as it is found."""

    def __init__(
        self,
        pen: Pen,
        area: Box,
        epsilon: Callable[[Values], Values],
        *,
        ends: tuple[float, float, float],
        levels: Scale,
        title: str,
        colour: str,
    ) -> None:
        low, self.optimum, high = ends
        self.reach = high - self.optimum
        self.least = float(epsilon(np.array(self.optimum)))
        self.epsilon = epsilon
        scale = Scale.around([low, high], MARGIN)
        self.chart = Chart(pen, area, scale, levels, titles=(title, ""), ticks=(4, 0))
        self.curve = Curve(self.chart, epsilon, self.optimum, self.optimum, colour, width=VALLEY)
        self.marker = Marker(self.chart, self.optimum, self.least, colour, pen.theme)
        self.level = VMobject(stroke_color=pen.theme.residual, stroke_width=THIN)
        self.floor = VMobject(stroke_color=pen.theme.ink, stroke_width=BOLD)
        self.never = Hatching(self.chart.box, pen.theme)
        for k, part in enumerate((self.never, self.floor, self.level, self.curve, self.marker)):
            part.set_z_index(k + 1)
        self.set_value(self.optimum).draw()

    @property
    def moving(self) -> tuple[VMobject, ...]:
        """What changes with the number."""
        return self.level, self.curve, self.marker

    def set_levels(self, levels: Scale) -> Self:
        """Let other levels lie at the foot and at the top of the chart."""
        self.chart.y_scale = levels
        return self.draw()

    def set_ruler(self, units: float) -> Self:
        """Hatch as much as lies below the lowest point, so many times higher up."""
        box = self.chart.box
        unit = float(self.chart.place(self.optimum, self.least)[1]) - box.bottom
        self.never.set_box(Box(box.left, box.bottom + units * unit, box.width, unit))
        return self

    def set_value(self, value: float, seen: tuple[float, ...] = ()) -> Self:
        """Stand at ``value``; the curve is uncovered between all that has been ``seen``."""
        chart, height = self.chart, float(self.epsilon(np.array(value)))
        self.marker.set_place(value, height)
        ends = chart.places([chart.x_scale.low, value], height)
        self.level.points = polylines(ends[None])
        if seen:
            self.curve.set_seen(min(*seen, value), max(*seen, value))
        return self

    def draw(self) -> Self:
        """Draw all parts where the levels are now."""
        chart = self.chart
        self.curve.draw()
        self.set_value(self.marker.x)
        ends = chart.places([chart.x_scale.low, chart.x_scale.high], self.least)
        self.floor.points = polylines(ends[None])
        return self.set_ruler(0.0)
