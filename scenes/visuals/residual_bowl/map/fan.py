"""The lines through one point, and on the map their places; and how far a place is from those."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import StraightLine
from scenes.visuals.residual_bowl.bowl.heights import Heights
from scenes.visuals.residual_bowl.bowl.space import BowlSpace
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import View
from scenes.visuals.space.wireframe import Discs
from scenes.visuals.writing.screen import BOLD, THIN

LINES, DOT = 7, 0.12

Place = tuple[float, float]


class Fan(VGroup):
    """Lines at equal steps from place to place, as they have been passed: thin ones, and dots."""

    def __init__(
        self,
        space: BowlSpace,
        chart: Chart,
        start: Place,
        end: Place,
        theme: Theme,
        *,
        count: int = LINES,
    ) -> None:
        self.places = np.linspace(start, end, count)
        self._shares = np.linspace(0.0, 1.0, count)
        lines = (space.line(*place) for place in self.places)
        self.lines = [StraightLine(chart, *line, theme.muted, width=THIN) for line in lines]
        self.dots = Discs(theme.muted, DOT)
        super().__init__(*self.lines, self.dots)

    def set_passed(self, share: float, heights: Heights, view: View) -> Self:
        """Show those on the first ``share`` of the way, with dots as high as ``heights``."""
        passed = self._shares <= share + 1e-9
        for line, seen in zip(self.lines, passed, strict=True):
            line.set_stroke(opacity=float(seen))
        dots = heights.over(self.places[passed])
        # The surface ends at its rim, and none of them is to hang in the air.
        self.dots.set_points_in_space(dots[dots[:, 2] <= heights.top], view)
        return self


class Miss(VMobject):
    """The way straight up or down the map from a place to the line of a point: its gap."""

    def __init__(self, gap: NDArray[np.float64], theme: Theme) -> None:
        super().__init__(stroke_color=theme.residual, stroke_width=BOLD)
        self._gap = gap

    def set_place(self, place: Place, view: View) -> Self:
        """Draw it from ``place``."""
        p, q, r = self._gap
        u, v = place
        ends = np.array([(u, v, 0.0), (u, -(p * u + r) / q, 0.0)])
        self.points = polylines(view.project(ends)[None])
        return self
