"""What holds a line: a block near each of its ends."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import StraightLine
from scenes.visuals.space.polylines import polylines

# Along the line and across it, in units of the screen, and how far from its ends.
LONG, WIDE, INSIDE = 0.12, 0.32, 0.125


class Clamps(VMobject):
    """Two blocks across the line y = a x + b."""

    def __init__(self, chart: Chart, theme: Theme) -> None:
        super().__init__(stroke_width=0, fill_color=theme.ink, fill_opacity=1)
        self._line = StraightLine(chart, 0.0, 0.0, theme.ink)

    def set_line(self, a: float, b: float) -> Self:
        """Hold y = a x + b."""
        ends = self._line.set_line(a, b).points[[0, -1]]
        along = (ends[1] - ends[0]) / max(float(np.linalg.norm(ends[1] - ends[0])), 1e-9)
        across = np.array([-along[1], along[0], 0.0])
        ring = [
            u * LONG / 2 * along + v * WIDE / 2 * across
            for u, v in ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))
        ]
        middles = ends + INSIDE * np.array([along, -along])
        self.points = polylines(middles[:, None] + np.array(ring))
        return self
