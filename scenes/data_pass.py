"""One pass over the points, from left to right, that adds up the sums of the normal equations."""

from typing import Self

import numpy as np
from manim import RIGHT, Line, VGroup, VMobject
from numpy.typing import NDArray

from core.palette import Theme
from scenes.numerals import Number
from scenes.panel import Panel
from scenes.running_sums import RunningSums

WAITING = 0.25
NUMBER_SIZE = 40


class DataPass(VGroup):
    """A front that crosses a panel; points behind it are lit and counted in ``counters``."""

    def __init__(
        self,
        panel: Panel,
        dots: VGroup,
        sums: RunningSums,
        places: dict[str, NDArray[np.float64]],
        theme: Theme,
    ) -> None:
        super().__init__()
        self.panel, self.dots, self.sums = panel, dots, sums
        self.front: VMobject = Line(stroke_color=theme.muted, stroke_width=3)
        self.counters = {
            letter: Number("0", place, colour=theme.ink, size=NUMBER_SIZE, edge=RIGHT)
            for letter, place in places.items()
        }
        self.add(self.front, *self.counters.values())
        self.set_place(panel.x_scale.low)

    def set_place(self, x: float) -> Self:
        """Put the front at ``x``."""
        across = float(self.panel.place(x, self.panel.y_scale.low)[0])
        box = self.panel.box
        self.front.set_points_as_corners([(across, box.bottom, 0.0), (across, box.top, 0.0)])
        for letter, counter in self.counters.items():
            counter.set_text(self.sums.write(letter, x))
        for dot, place in zip(self.dots, self.sums.points, strict=True):
            dot.set_opacity(1.0 if place <= x else WAITING)
        return self
