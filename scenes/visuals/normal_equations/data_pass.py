"""One pass over the points, from left to right, that adds up the sums of the normal equations."""

from typing import Self

import numpy as np
from manim import RIGHT, Animation, Line, ReplacementTransform, VGroup, VMobject
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.normal_equations.running_sums import RunningSums
from scenes.visuals.plot.panel import Panel
from scenes.visuals.plot.regression_plot import DataPoints
from scenes.visuals.writing.numerals import Number

WAITING = 0.25
NUMBER_SIZE = 36


class PassedPoints(DataPoints):
    """The discs of the points that are not to the right of a front."""

    def __init__(self, panel: Panel, x: NDArray[np.float64], y: NDArray[np.float64]) -> None:
        super().__init__(panel, x, y)
        self.x = x
        self._discs = self.points.reshape(len(x), -1, 3)

    def set_front(self, x: float) -> Self:
        """Show the points up to ``x``."""
        self.points = self._discs[self.x <= x].reshape(-1, 3)
        return self


class DataPass(VGroup):
    """A front that crosses a panel; points behind it are lit and counted in ``counters``."""

    def __init__(
        self,
        panel: Panel,
        sums: RunningSums,
        places: dict[str, NDArray[np.float64]],
        theme: Theme,
    ) -> None:
        super().__init__()
        self.panel, self.sums = panel, sums
        self.waiting = DataPoints(panel, sums.x, sums.y).set_opacity(WAITING)
        self.passed = PassedPoints(panel, sums.x, sums.y)
        self.front: VMobject = Line(stroke_color=theme.muted, stroke_width=3)
        self.counters = {
            letter: Number("0", place, colour=theme.ink, size=NUMBER_SIZE, edge=RIGHT)
            for letter, place in places.items()
        }
        self.moving = VGroup(self.passed, self.front, *self.counters.values()).set_z_index(1)
        # A line drawn later, with z_index 1, passes below the points.
        self.passed.set_z_index(2)
        self.add(self.waiting, self.moving)
        self.set_place(panel.x_scale.low)

    def set_place(self, x: float) -> Self:
        """Put the front at ``x``."""
        across = float(self.panel.place(x, self.panel.y_scale.low)[0])
        box = self.panel.box
        self.front.set_points_as_corners([(across, box.bottom, 0.0), (across, box.top, 0.0)])
        self.passed.set_front(x)
        for letter, counter in self.counters.items():
            counter.set_text(self.sums.write(letter, x))
        return self

    def dive(self, letter: str, goal: VMobject) -> Animation:
        """Return the flight of a copy of a sum into the number that is made of it."""
        copy = self.counters[letter].copy()
        end = copy.copy().scale(0.5).move_to(goal).set_opacity(0)
        # First out of the column of sums, then down.
        return ReplacementTransform(copy, end, path_arc=0.5 * np.pi)
