"""A chart whose axes have their names at their ends, where these need no row of their own."""

from typing import Any

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP

from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST, Box

BEYOND = 0.17  # from the end of an axis to its name
INSIDE = 0.12  # from the height of an end


class NamedAxes(Chart):
    """A chart with the name of x behind the end of its axis, that of y beside the top of its own.

    They lie outside the area. So the last tick keeps its number, and small charts have names, too.
    """

    def __init__(
        self,
        pen: Pen,
        area: Box,
        x_scale: Scale,
        y_scale: Scale,
        *,
        names: tuple[str, str],
        **options: Any,
    ) -> None:
        self.names = [
            Placed(pen.sentence(name, pen.theme.muted, SMALLEST), np.zeros(3), edge)
            if name
            else None
            for name, edge in zip(names, (LEFT, RIGHT), strict=True)
        ]
        super().__init__(pen, area, x_scale, y_scale, **options)
        self.add(*(name for name in self.names if name is not None))

    def set_area(self, area: Box) -> None:
        """Lay the chart out in ``area``, its names beside it."""
        super().set_area(area)
        across, up = self.names
        box = self.box
        if across is not None:
            for label in self.x_labels:
                label.set_fill(opacity=self._ticks_shown)
            across.put(np.array([box.right, box.bottom, 0.0]) + BEYOND * RIGHT + INSIDE * UP)
        if up is not None:
            up.put(np.array([box.left, box.top, 0.0]) + BEYOND * LEFT + INSIDE * DOWN)
