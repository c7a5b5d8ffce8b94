"""epsilon against one parameter, with a tangent that is level where epsilon is least."""

from typing import Self

import numpy as np
from manim import DOWN, LEFT, UP, Line, VGroup, VMobject

from core.palette import Theme
from scenes.visuals.plot.panel import Box, Panel, Scale
from scenes.visuals.plot.sweep_plot import Marker, Parameter, UncoveredParabola
from scenes.visuals.writing.typeset import formula

TANGENT_LENGTH = 1.7


class Tangent(VMobject):
    """The tangent of y = curvature (x - x0)^2, of one length on the screen wherever it touches."""

    def __init__(self, panel: Panel, x0: float, curvature: float, colour: str) -> None:
        super().__init__(stroke_color=colour, stroke_width=5)
        self.panel, self.x0, self.curvature = panel, x0, curvature
        self.set_touch(x0)

    def set_touch(self, x: float) -> Self:
        """Touch the parabola at ``x``."""
        height = self.curvature * (x - self.x0) ** 2
        slope = 2 * self.curvature * (x - self.x0)
        touch = self.panel.place(x, height)
        ahead = self.panel.place(x + 1, height + slope) - touch
        half = 0.5 * TANGENT_LENGTH * ahead / np.linalg.norm(ahead)
        self.points = Line(touch - half, touch + half).points
        return self


class TangentPlot(VGroup):
    """Axes and a parabola, which stay, and a point with its tangent, which move."""

    def __init__(
        self,
        box: Box,
        *,
        reach: float,
        parameter: Parameter,
        theme: Theme,
    ) -> None:
        super().__init__()
        optimum, curvature = parameter.optimum, parameter.curvature
        self.optimum, self.curvature = optimum, curvature
        # Height -1 of epsilon_rel is epsilon = 0: the curve never gets down to the axis.
        heights = Scale(-1.0, 1.1 * curvature * reach**2)
        across = Scale(optimum - 1.15 * reach, optimum + 1.15 * reach)
        panel = Panel(box, across, heights, theme, ticks=0)
        axes = panel.axes()
        letter = formula(parameter.letter, colour=parameter.colour).next_to(axes, DOWN, buff=0.15)
        name = formula("epsilon", colour=theme.ink).next_to(axes, LEFT, buff=0.2)
        self.fixed = VGroup(axes, letter, name.align_to(axes, UP))
        self.parabola = UncoveredParabola(panel, optimum, curvature, parameter.colour)
        self.parabola.set_seen(optimum - reach, optimum + reach)
        self.tangent = Tangent(panel, optimum, curvature, theme.ink)
        self.marker = Marker(panel, optimum, 0.0, parameter.colour, theme)
        self.moving = VGroup(self.tangent, self.marker).set_z_index(1)
        self.add(self.fixed, self.parabola, self.moving)

    def set_place(self, value: float) -> Self:
        """Move the point and its tangent to the parameter ``value``."""
        self.tangent.set_touch(value)
        self.marker.set_place(value, self.curvature * (value - self.optimum) ** 2)
        return self
