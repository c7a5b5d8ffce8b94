"""epsilon against one number of the line, drawn by the level of the tank."""

from collections.abc import Callable
from typing import Self

import numpy as np
from manim import VMobject
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.linear_regression_2d.lines.search import Line
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Curve, Marker
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN

Values = NDArray[np.float64]
VALLEY = 8  # strokes: the hero is bolder than the axes around it


class Valley:
    """A parabola on ``chart``, uncovered as it is found: on both sides of ``optimum``.

    ``line`` returns the line (a, b) of a value.
    """

    def __init__(
        self,
        chart: Chart,
        epsilon: Callable[[Values], Values],
        line: Callable[[float], Line],
        optimum: float,
        reach: float,
        *,
        colour: str,
        theme: Theme,
    ) -> None:
        self.chart, self.epsilon, self.line = chart, epsilon, line
        self.optimum, self.reach, self.value = optimum, reach, optimum
        self.curve = Curve(chart, epsilon, optimum, optimum, colour, width=VALLEY)
        self.marker = Marker(chart, optimum, float(epsilon(np.array(optimum))), colour, theme)
        self.level = VMobject(stroke_color=theme.residual, stroke_width=THIN)
        for layer, part in zip((3, 5, 6), self.moving, strict=True):
            part.set_z_index(layer)
        self.set_value(optimum)

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest value of a sweep."""
        return self.optimum - self.reach, self.optimum + self.reach

    @property
    def moving(self) -> tuple[VMobject, ...]:
        """What changes with the number."""
        return self.level, self.curve, self.marker

    @property
    def left(self) -> tuple[VMobject, ...]:
        """What there is of it without its curve."""
        return self.chart, self.level, self.marker

    def set_value(self, value: float, seen: tuple[float, ...] = ()) -> Self:
        """Stand at ``value``; the curve is uncovered between all that has been ``seen``."""
        chart, height = self.chart, float(self.epsilon(np.array(value)))
        self.value = value
        self.marker.set_place(value, height)
        wall = chart.places([chart.x_scale.low, value], height)
        self.level.points = polylines(wall[None])
        if seen:
            self.curve.set_seen(min(*seen, value), max(*seen, value))
        return self

    def ways(self, *stops: float) -> list[Callable[[float], Line]]:
        """Return the ways from each of the stops to the next.

        A way shows the value of a share of it, uncovers the curve, and returns the line.
        """

        def way(k: int) -> Callable[[float], Line]:
            def go(share: float) -> Line:
                value = stops[k] + share * (stops[k + 1] - stops[k])
                self.set_value(value, stops[: k + 1])
                return self.line(value)

            return go

        return [way(k) for k in range(len(stops) - 1)]
