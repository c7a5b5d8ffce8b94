"""A straight way across the map, which the curve over it becomes when it is laid down."""

from typing import Self

import numpy as np
from manim import VMobject
from numpy.typing import NDArray

from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD

Values = NDArray[np.float64]


class Way(VMobject):
    """The lines from one (a, b) to another on ``chart``; ``curve`` (n, 3) was drawn over them."""

    def __init__(
        self, chart: Chart, ends: tuple[list[float], list[float]], curve: Values, colour: str
    ) -> None:
        super().__init__(stroke_color=colour, stroke_width=BOLD)
        self.curve = curve
        start, end = chart.places(*ends)
        self._flat = start + np.linspace(0, 1, len(curve))[:, None] * (end - start)
        self.set_z_index(1)
        self.set_laid(1.0)

    def set_laid(self, share: float) -> Self:
        """Lay the curve down: at 1 it is flat and in its place."""
        self.points = polylines(((1 - share) * self.curve + share * self._flat)[None])
        return self
