"""Lines from all around the rim, each as a ball that goes downhill to the one best place."""

from typing import Self

import numpy as np
from manim import VGroup
from numpy.typing import NDArray

from core.landscape.squared import ResidualLandscape
from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import StraightLine
from scenes.visuals.residual_bowl.balls.on_the_bowl import BALL
from scenes.visuals.residual_bowl.bowl.heights import Heights
from scenes.visuals.residual_bowl.bowl.space import BowlSpace
from scenes.visuals.space.projection import View
from scenes.visuals.space.wireframe import Discs, Strokes
from scenes.visuals.writing.screen import THIN

SMALLER = 0.75  # than the ball of the line that is told about
STEPS = 33  # of a way

Values = NDArray[np.float64]


class Runners(VGroup):
    """Balls at ``angles`` of the bowl; in the chart their lines, on the bowl their ways."""

    def __init__(
        self,
        landscape: ResidualLandscape,
        space: BowlSpace,
        chart: Chart,
        angles: Values,
        theme: Theme,
    ) -> None:
        self._landscape, self._space, self._angles = landscape, space, angles
        best = landscape.slope, landscape.intercept
        self.lines = [StraightLine(chart, *best, theme.muted, width=THIN) for _ in angles]
        for line in self.lines:
            line.set_z_index(2)
        self.ways = Strokes(theme.ink, THIN).set_z_index(3)
        self.balls = Discs(theme.ink, SMALLER * BALL, ring=theme.background).set_z_index(5)
        super().__init__(*self.lines, self.ways, self.balls)

    def places(self, root: float) -> Values:
        """Return the places (n, 2) at which the root of epsilon_rel is so large."""
        return self._space.floor(*self._landscape.at(root, self._angles))

    def set_root(self, root: float, start: float, heights: Heights, view: View) -> Self:
        """Put them where the root of epsilon_rel is ``root``; they came from ``start``."""
        now = self.places(root)
        for line, a, b in zip(self.lines, *self._landscape.at(root, self._angles), strict=True):
            line.set_line(float(a), float(b))
        ways = np.linspace(self.places(start), now, STEPS, axis=1)
        self.ways.set_corners(heights.over(ways), view)
        self.balls.set_points_in_space(heights.over(now), view)
        return self
