"""How far each residual changes between two lines: one stroke at each point."""

from typing import Self

import numpy as np
from manim import VMobject
from numpy.typing import NDArray

from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD

WIDE = 1.4 * BOLD  # seen beside, and on, a residual


class Change(VMobject):
    """Strokes at each x, from the line where it began to the line where it is now."""

    def __init__(
        self, chart: Chart, x: NDArray[np.float64], line: tuple[float, float], colour: str
    ) -> None:
        super().__init__(stroke_color=colour, stroke_width=WIDE)
        self.chart, self.x = chart, x
        self.set_start(*line)

    def set_start(self, a: float, b: float) -> Self:
        """Let the changes begin at y = a x + b."""
        self.start = a, b
        return self.set_line(a, b)

    def set_line(self, a: float, b: float) -> Self:
        """Draw the changes up to y = a x + b, as far as the chart reaches."""
        scale = self.chart.y_scale
        heights = [np.clip(p * self.x + q, scale.low, scale.high) for p, q in (self.start, (a, b))]
        ends = [self.chart.places(self.x, height) for height in heights]
        self.points = polylines(np.stack(ends, axis=1))
        return self
