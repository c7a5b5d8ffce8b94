"""Stairs along the law of attenuation: each takes one half of what is left."""

from typing import Self

import numpy as np
from manim import RIGHT, UP, VGroup, VMobject

from core.attenuation.fit import AttenuationFit
from core.palette import Theme
from scenes.visuals.half_thickness.rate_plot import RateAxes
from scenes.visuals.writing.typeset import formula


class Halvings(VMobject):
    """Stairs under the law: across by one half thickness, down by one half, again and again."""

    def __init__(self, axes: RateAxes, fit: AttenuationFit, steps: int, theme: Theme) -> None:
        super().__init__(stroke_color=theme.ink, stroke_width=4)
        self.axes = axes
        edge = fit.half_thickness_mm * np.arange(steps + 1)
        self.x = np.repeat(edge, 2)[1:]
        self.rate = np.repeat(fit.transmitted_rate(edge), 2)[:-1]
        self.steps = steps
        self.set_walked(0.0)

    def set_walked(self, steps: float, logarithm: float = 0.0) -> Self:
        """Draw the first ``steps`` stairs, each across and then down."""
        corner = np.arange(self.x.size)
        end = min(2 * steps, float(corner[-1]))
        inner = corner[corner < end]
        x = np.append(self.x[inner], np.interp(end, corner, self.x))
        rate = np.append(self.rate[inner], np.interp(end, corner, self.rate))
        self.set_points_as_corners(self.axes.places(x, rate, logarithm))
        return self


class StairNames(VGroup):
    """The names of the first stair on the axis of logarithms: x_h across, ln 2 down."""

    def __init__(self, axes: RateAxes, fit: AttenuationFit, theme: Theme) -> None:
        x_h = fit.half_thickness_mm
        top, middle = fit.transmitted_rate([0.0, x_h / 2])
        across, down = axes.places([x_h / 2, x_h], [top, middle], 1.0)
        # A little above the middle, away from the next point of the law.
        super().__init__(
            formula("x_h", colour=theme.ink, size=44).next_to(across, UP, buff=0.12),
            formula("ln 2", colour=theme.ink, size=44).next_to(down + 0.1 * UP, RIGHT, buff=0.15),
        )
