"""epsilon_rel against one parameter: the parabola a sweep uncovers, the point that uncovers it."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import Circle, VGroup, VMobject

from core import palette
from core.landscape.squared import ResidualLandscape
from core.palette import Theme
from scenes.visuals.plot.gauge import ForbiddenBand
from scenes.visuals.plot.height_measure import HeightMeasure
from scenes.visuals.plot.panel import Box, Panel, Scale
from scenes.visuals.writing.typeset import formula

MARGIN = 0.12


class UncoveredParabola(VMobject):
    """y = curvature (x - x0)^2 between the ends of what has been seen: exactly one cubic Bezier."""

    def __init__(self, panel: Panel, x0: float, curvature: float, colour: str) -> None:
        super().__init__(stroke_color=colour, stroke_width=6)
        self.panel, self.x0, self.curvature = panel, x0, curvature
        self.set_seen(x0, x0)

    def set_seen(self, low: float, high: float) -> Self:
        """Draw the parabola from ``low`` to ``high``."""
        left, right = low - self.x0, high - self.x0
        # Degree two raised to three: end slopes 2 c x over a third of the way.
        third = (right - left) / 3
        u = np.array([left, left + third, right - third, right])
        v = self.curvature * np.array(
            [left**2, left**2 + 2 * left * third, right**2 - 2 * right * third, right**2]
        )
        self.points = self.panel.places(self.x0 + u, v)
        return self


class Marker(Circle):
    """A point that moves in a panel."""

    def __init__(self, panel: Panel, x: float, y: float, colour: str, theme: Theme) -> None:
        super().__init__(
            0.11, fill_color=colour, fill_opacity=1, stroke_color=theme.ink, stroke_width=2.5
        )
        self.panel = panel
        self._shape = self.points.copy()
        self.set_place(x, y)

    def set_place(self, x: float, y: float) -> Self:
        """Move to the value (x, y)."""
        self.points = self._shape + self.panel.place(x, y)
        return self


@dataclass(frozen=True)
class Parameter:
    """A parameter of the line: letter, colour, best value, and how steeply the height grows."""

    letter: str
    colour: str
    optimum: float
    curvature: float

    @classmethod
    def slope(cls, landscape: ResidualLandscape) -> "Parameter":
        """Return a, in blue."""
        return cls("a", palette.SLOPE, landscape.slope, landscape.slope_curvature)

    @classmethod
    def intercept(cls, landscape: ResidualLandscape) -> "Parameter":
        """Return b, in orange."""
        return cls("b", palette.INTERCEPT, landscape.intercept, landscape.intercept_curvature)


class SweepPlot(VGroup):
    """The height against one parameter: axes, the region below 0, the parabola, the point.

    The parameter is swept over ``reach`` to either side of its best value.
    """

    def __init__(
        self,
        box: Box,
        parameter: Parameter,
        *,
        reach: float,
        heights: Scale,
        measure: HeightMeasure,
        theme: Theme,
    ) -> None:
        super().__init__()
        self.optimum, self.reach = parameter.optimum, reach
        width = (1 + MARGIN) * reach
        across = Scale(parameter.optimum - width, parameter.optimum + width)
        panel = Panel(box, across, heights, theme, ticks=4)
        labels = panel.put_labels(
            formula(parameter.letter, colour=parameter.colour),
            formula(measure.symbol, colour=theme.ink, size=36),
        )
        self.fixed = VGroup(ForbiddenBand(panel), panel, labels)
        self.parabola = UncoveredParabola(
            panel, parameter.optimum, parameter.curvature, parameter.colour
        )
        self.marker = Marker(panel, parameter.optimum, 0.0, parameter.colour, theme)
        self.parabola.set_z_index(1)
        self.marker.set_z_index(2)
        self.add(self.fixed, self.parabola, self.marker)
