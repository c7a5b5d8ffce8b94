"""The valley that a sum draws in a chart while a line of fixed slope is lifted."""

from typing import Self

import numpy as np
from manim import VMobject

from core.landscape.absolute import kinks
from core.palette import Theme
from core.tables.dataset import Dataset
from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.squared_versus_absolute.measure import Measure
from scenes.visuals.writing.screen import BOLD

SAMPLES = 121
ROUNDING = 1e-9


class Valley(VMobject):
    """The sum against b, from the left end of the chart to what has been seen.

    Where it has corners it is drawn through them, not past them.
    """

    def __init__(
        self, chart: Chart, measure: Measure, data: Dataset, a: float, theme: Theme
    ) -> None:
        super().__init__(stroke_color=measure.colour(theme), stroke_width=BOLD + 1)
        self.chart, self.measure, self.x, self.y, self.a = chart, measure, data.x, data.y, a
        self.set_seen(chart.x_scale.low)

    def total(self, b: float) -> float:
        """Return the sum for y = a x + b."""
        return float(self.measure.total(self.x, self.y, self.a, b))

    def set_seen(self, b: float) -> Self:
        """Show the valley up to ``b``, as far as the chart reaches."""
        scale = self.chart.x_scale
        all_b = np.union1d(
            np.linspace(scale.low, scale.high, SAMPLES), kinks(self.x, self.y, self.a)
        )
        shown = np.append(all_b[(all_b >= scale.low) & (all_b < b)], b)
        heights = self.measure.total(self.x, self.y, self.a, shown)
        inside = heights <= self.chart.y_scale.high * (1 + ROUNDING)
        self.points = polylines(self.chart.places(shown[inside], heights[inside])[None])
        return self
