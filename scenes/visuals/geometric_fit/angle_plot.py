"""The sum of squared distances to a line against its direction, as a turn uncovers it."""

from collections.abc import Callable
from typing import Self

import numpy as np
from manim import VGroup

from core import palette
from core.palette import Theme
from scenes.visuals.plot.panel import Box, Panel, Scale
from scenes.visuals.plot.sweep_plot import Marker
from scenes.visuals.plot.uncovered_curve import UncoveredCurve
from scenes.visuals.writing.typeset import formula, words

TURN = np.linspace(0.0, 360.0, 361)
QUARTER = 90.0
MARGIN = 0.08


class AnglePlot(VGroup):
    """Axes, the curve of ``residual`` against the angle in degrees, and the point on it."""

    def __init__(self, box: Box, residual: Callable[[float], float], theme: Theme) -> None:
        self.residual, self.theme = residual, theme
        heights = np.array([residual(angle) for angle in TURN])
        highest = (1 + MARGIN) * float(heights.max())
        self.panel = Panel(
            box, Scale(0.0, 360.0, step=QUARTER), Scale(0.0, highest), theme, ticks=4
        )
        labels = self.panel.put_labels(
            words("direction in degrees", colour=theme.muted, size=28),
            formula("sum_i d_i^2", colour=palette.RESIDUAL, size=36),
        )
        labels[1].shift((0.1, 0.2, 0.0))
        self.fixed = VGroup(self.panel, labels)
        self.curve = UncoveredCurve(self.panel, TURN, heights, palette.RESIDUAL, width=5)
        self.curve.set_z_index(1)
        self.marker = self.mark(0.0).set_z_index(2)
        super().__init__(self.fixed, self.curve, self.marker)

    def set_angle(self, degrees: float) -> Self:
        """Move the point to an angle."""
        self.marker.set_place(degrees, self.residual(degrees))
        return self

    def mark(self, degrees: float) -> Marker:
        """Return a point of the curve that stays."""
        return Marker(self.panel, degrees, self.residual(degrees), palette.BEST_LINE, self.theme)
