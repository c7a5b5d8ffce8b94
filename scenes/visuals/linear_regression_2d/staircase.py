"""The search on the map: treads in the colour of a, risers in that of b."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.search import Search
from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD


class Staircase(VGroup):
    """The legs of ``search`` on ``chart``, as far as they have been walked."""

    def __init__(self, chart: Chart, search: Search, theme: Theme) -> None:
        self.treads, self.risers = (
            VMobject(stroke_color=colour, stroke_width=BOLD)
            for colour in (theme.slope, theme.intercept)
        )
        super().__init__(self.treads, self.risers)
        self.chart, self.search = chart, search
        self.set_walked(0.0)

    def set_walked(self, share: float) -> Self:
        """Draw the legs up to ``share`` of the way."""
        self.walked = share
        corners = self.chart.places(*np.transpose(self.search.way(share)))
        legs = np.stack([corners[:-1], corners[1:]], axis=1)
        self.treads.points, self.risers.points = polylines(legs[::2]), polylines(legs[1::2])
        return self
