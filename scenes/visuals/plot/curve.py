"""A curve that is uncovered as it is found, and the point that finds it."""

from collections.abc import Callable
from typing import Self

import numpy as np
from manim import Circle, VMobject
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD, THIN

Values = NDArray[np.float64]

STEPS = 160
MARKER_RADIUS = 0.17


class Curve(VMobject):
    """y = f(x) between the ends of what has been seen; ``function`` takes and gives arrays (n,)."""

    def __init__(
        self,
        chart: Chart,
        function: Callable[[Values], Values],
        low: float,
        high: float,
        colour: str,
        *,
        width: float = BOLD,
    ) -> None:
        super().__init__(stroke_color=colour, stroke_width=width)
        self.chart, self.function = chart, function
        self.set_seen(low, high)

    def set_seen(self, low: float, high: float) -> Self:
        """Draw the curve from ``low`` to ``high``."""
        self.low, self.high = low, high
        return self.draw()

    def draw(self) -> Self:
        """Draw the curve where the chart is now; above and below the chart it is cut."""
        x = np.linspace(self.low, self.high, STEPS)
        y = self.function(x)
        inside = (y >= self.chart.y_scale.low) & (y <= self.chart.y_scale.high)
        runs = np.split(np.arange(STEPS), np.flatnonzero(np.diff(inside.astype(int))) + 1)
        strokes = [
            polylines(self.chart.places(x[run], y[run])[None])
            for run in runs
            if inside[run[0]] and len(run) > 1
        ]
        self.points = np.concatenate(strokes) if strokes else np.zeros((0, 3))
        return self


class Marker(Circle):
    """A disc that moves in a chart, with a rim in ink."""

    def __init__(
        self,
        chart: Chart,
        x: float,
        y: float,
        colour: str,
        theme: Theme,
        *,
        radius: float = MARKER_RADIUS,
    ) -> None:
        super().__init__(
            radius, fill_color=colour, fill_opacity=1, stroke_color=theme.ink, stroke_width=THIN
        )
        self.chart = chart
        self._shape = self.points.copy()
        self.size = 1.0
        self.set_place(x, y)

    def set_size(self, size: float) -> Self:
        """Draw it ``size`` times as large."""
        self.size = size
        return self.draw()

    def set_place(self, x: float, y: float) -> Self:
        """Move to the value (x, y)."""
        self.x, self.y = x, y
        return self.draw()

    def draw(self) -> Self:
        """Draw the disc where the chart is now."""
        self.points = self.size * self._shape + self.chart.place(self.x, self.y)
        return self
