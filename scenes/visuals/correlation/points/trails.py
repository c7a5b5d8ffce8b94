"""What points leave behind while they wander: where each of them has just been."""

from collections.abc import Callable
from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.correlation.points.way import Places
from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN

STEPS = 9
OPACITY = 0.45


class Trails(VMobject):
    """A stroke behind each point; there is none while the points rest."""

    def __init__(self, chart: Chart, theme: Theme) -> None:
        super().__init__(stroke_color=theme.point, stroke_width=THIN, stroke_opacity=OPACITY)
        self.chart = chart

    def set_way(self, at: Callable[[float], Places], share: float, longest: float) -> Self:
        """Draw what lies behind the points after a ``share`` of the way, from 0 to 1.

        It is at most the share ``longest`` of the way.
        """
        length = longest * np.sin(np.pi * share)
        if length < 1e-6:
            self.points = np.zeros((0, 3))
            return self
        passed = [at(float(s)) for s in np.linspace(max(0.0, share - length), share, STEPS)]
        lines = np.stack([self.chart.places(x, y) for x, y in passed], axis=1)
        self.points = polylines(lines)
        return self
