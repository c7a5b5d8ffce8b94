"""A cut through the bowl, seen from its side: a parabola, the line on it, and its tangent."""

from collections.abc import Callable
from typing import Self

import numpy as np
from manim import VGroup, VMobject

from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.scale import Scale
from scenes.visuals.residual_bowl.on_the_bowl import Cut
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, Box

TANGENT = 0.75  # half its length, in units of the screen
MARGIN = 0.12


class CutPanel(VGroup):
    """The cut along one number in a chart as high as the bowl, so that heights are the same."""

    def __init__(self, pen: Pen, cut: Cut, area: Box, start: tuple[float, float]) -> None:
        space, theme = cut.space, pen.theme
        self.cut = cut
        # The cuts on the straight way from ``start`` to the lowest place lie between these two.
        best = space.landscape.slope, space.landscape.intercept
        ends = [line[cut.along] + change for line in (start, best) for change in cut.reach(*line)]
        across, up = Scale.around(ends, MARGIN), Scale(0.0, space.top)
        self.chart = Chart(pen, area, across, up, titles=("", "$res(epsilon)$"), ticks=(0, 0))
        hue = (theme.slope, theme.intercept)[cut.along]
        self.curve = VMobject(stroke_color=hue, stroke_width=BOLD).set_z_index(1)
        self.tangent = VMobject(stroke_color=theme.ink, stroke_width=BOLD).set_z_index(2)
        self.marker = Marker(self.chart, across.low, 0.0, theme.ink, theme, radius=0.15)
        self.marker.set_z_index(3)
        super().__init__(self.chart, self.curve, self.tangent, self.marker)

    def set_swept(self, line: tuple[float, float], low: float, high: float) -> Self:
        """Draw the curve from ``low`` to ``high``, seen from the line (a, b)."""
        lines = self.cut.path(*line, low, high)
        places = self.chart.places(lines[self.cut.along], self.cut.space.height(*lines))
        self.curve.points = polylines(places[None])
        return self

    def set_place(self, a: float, b: float) -> Self:
        """Draw the whole curve through the line (a, b)."""
        return self.set_swept((a, b), *self.cut.reach(a, b))

    def set_marker(self, a: float, b: float) -> Self:
        """Put the marker on the line (a, b)."""
        self.marker.set_place((a, b)[self.cut.along], float(self.cut.space.height(a, b)))
        return self

    def set_tangent(self, a: float, b: float) -> Self:
        """Draw the tangent at the line (a, b)."""
        space, chart, along = self.cut.space, self.chart, self.cut.along
        step = chart.box.width / chart.x_scale.span, chart.box.height / chart.y_scale.span
        way = np.array([step[0], step[1] * space.landscape.gradient(a, b)[along], 0.0])
        half = TANGENT * way / np.linalg.norm(way)
        middle = chart.place((a, b)[along], float(space.height(a, b)))
        self.tangent.points = polylines(np.stack([middle - half, middle + half])[None])
        return self

    def follow(self, line: Callable[[], tuple[float, float]]) -> None:
        """Let marker and tangent follow the line."""
        self.marker.add_updater(lambda _: self.set_marker(*line()))
        self.tangent.add_updater(lambda _: self.set_tangent(*line()))
        self.marker.update()
        self.tangent.update()

    def follow_whole(self, line: Callable[[], tuple[float, float]]) -> None:
        """Let the curve be the whole one through the line."""
        self.curve.add_updater(lambda _: self.set_place(*line()))
