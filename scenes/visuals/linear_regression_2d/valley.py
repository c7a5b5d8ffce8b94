"""epsilon against one number of the line, drawn by the level of the tank."""

from collections.abc import Callable, Iterator
from typing import Self

import numpy as np
from manim import VMobject
from numpy.typing import NDArray

from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import STEPS, Curve, Hatching, Marker
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, THIN, Box

Values = NDArray[np.float64]
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
        margin: float,
    ) -> None:
        low, self.optimum, high = ends
        self.reach = high - self.optimum
        self.least = float(epsilon(np.array(self.optimum)))
        self.epsilon = epsilon
        scale = Scale.around([low, high], margin)
        self.chart = Chart(pen, area, scale, levels, titles=(title, ""), ticks=(4, 0))
        self.curve = Curve(self.chart, epsilon, self.optimum, self.optimum, colour, width=VALLEY)
        self.marker = Marker(self.chart, self.optimum, self.least, colour, pen.theme)
        self.level = VMobject(stroke_color=pen.theme.residual, stroke_width=THIN)
        self.floor = VMobject(stroke_color=pen.theme.ink, stroke_width=BOLD)
        ends_of_floor = self.chart.places([scale.low, scale.high], self.least)
        self.floor.points = polylines(ends_of_floor[None])
        box = self.chart.box
        below = float(ends_of_floor[0, 1]) - box.bottom
        self.never = Hatching(Box(box.left, box.bottom, box.width, below), pen.theme)
        for k, part in enumerate((self.never, self.floor, self.level, self.curve, self.marker)):
            part.set_z_index(k + 1)
        self.set_value(self.optimum)

    @property
    def moving(self) -> tuple[VMobject, ...]:
        """What changes with the number."""
        return self.level, self.curve, self.marker

    def set_value(self, value: float, seen: tuple[float, ...] = ()) -> Self:
        """Stand at ``value``; the curve is uncovered between all that has been ``seen``."""
        chart, height = self.chart, float(self.epsilon(np.array(value)))
        self.marker.set_place(value, height)
        ends = chart.places([chart.x_scale.low, value], height)
        self.level.points = polylines(ends[None])
        if seen:
            self.curve.set_seen(min(*seen, value), max(*seen, value))
        return self

    def swings(self) -> Iterator[tuple[Callable[[float], float], float]]:
        """Yield the ways out, to the other side and back, each with how long it takes.

        A way shows the value of a share of it and returns that value.
        """
        seen = [self.optimum]
        for target, run_time in (
            (self.optimum + self.reach, 0.8),
            (self.optimum - self.reach, 1.2),
            (self.optimum, 0.7),
        ):
            start = seen[-1]

            def go(share: float, start: float = start, target: float = target) -> float:
                value = start + share * (target - start)
                self.set_value(value, tuple(seen))
                return value

            yield go, run_time
            seen.append(target)

    def corners(self) -> Values:
        """Return places (n, 3) along the whole curve, from its lowest value on."""
        value = np.linspace(self.optimum - self.reach, self.optimum + self.reach, STEPS)
        return self.chart.places(value, self.epsilon(value))
