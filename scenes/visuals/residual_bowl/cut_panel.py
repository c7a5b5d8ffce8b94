"""A cut through the bowl, seen from its side: a pile of the squares' parabolas, and its tangent."""

from collections.abc import Callable
from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.shown_points import ShownPoints
from scenes.visuals.plot.stack import Stack
from scenes.visuals.plot.tank import Tank
from scenes.visuals.residual_bowl.on_the_bowl import Cut
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, THIN, Box

Values = NDArray[np.float64]

TANGENT = 0.75  # half its length, in units of the screen
MARGIN = 0.12


class CutPanel(VGroup):
    """The cut along one number in a chart as high as the bowl, so that heights are the same.

    ``stack`` is what the squares of ``shown`` draw while this number changes from ``start``, and
    ``level`` leads to the marker from the tank, which is as high.
    """

    def __init__(
        self, pen: Pen, cut: Cut, area: Box, start: tuple[float, float], shown: ShownPoints
    ) -> None:
        space, theme = cut.space, pen.theme
        self.cut = cut
        # The cuts on the straight way from ``start`` to the lowest place lie between these two.
        best = space.landscape.slope, space.landscape.intercept
        ends = [line[cut.along] + change for line in (start, best) for change in cut.reach(*line)]
        across, up = Scale.around(ends, MARGIN), Scale(0.0, space.top)
        self.chart = Chart(pen, area, across, up, ticks=(0, 0))
        hue = (theme.slope, theme.intercept)[cut.along]
        self.curve = VMobject(stroke_color=hue, stroke_width=BOLD).set_z_index(1)
        self.tangent = VMobject(stroke_color=theme.ink, stroke_width=BOLD).set_z_index(2)
        self.marker = Marker(self.chart, across.low, 0.0, theme.ink, theme, radius=0.15)
        self.marker.set_z_index(3)
        self.level = VMobject(stroke_color=theme.residual, stroke_width=THIN)
        unit = space.landscape.unit
        self.stack = Stack(
            self.chart,
            shown,
            lambda a, b: unit * space.height(a, b),
            lambda values: _lines(cut.along, values, start),
            theme,
            unit=unit,
        )
        self.stack.layers.set_z_index(2)
        super().__init__(self.chart, self.curve, self.tangent, self.marker)

    def set_swept(self, line: tuple[float, float], low: float, high: float) -> Self:
        """Draw the curve from ``low`` to ``high``, seen from the line (a, b)."""
        lines = self.cut.path(*line, low, high)
        places = self.chart.places(lines[self.cut.along], self.cut.space.height(*lines))
        self.curve.points = polylines(places[None])
        return self

    def pile(self, low: float, high: float, line: tuple[float, float], tank: Tank) -> Self:
        """Pile up what the squares drew between two values; ``tank`` holds those of ``line``."""
        self.stack.set_seen(low, high).draw_layers(tank, *line)
        at = self.set_marker(*line).marker.get_center()
        side = self.chart.box.right if tank.box.left > at[0] else self.chart.box.left
        self.level.points = polylines(np.array([[at, (side, at[1], 0.0)]]))
        return self

    @property
    def piled(self) -> tuple[VMobject, ...]:
        """What is seen only while this number changes alone."""
        return self.stack, self.stack.layers, self.level, self.marker

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


def _lines(along: int, values: Values, line: tuple[float, float]) -> tuple[Values, Values]:
    """Return the lines that differ from ``line`` in one number, which has these ``values``."""
    a, b = (np.full_like(values, number) for number in line)
    return (values, b) if along == 0 else (a, values)
