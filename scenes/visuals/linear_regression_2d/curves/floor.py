"""The mark of the tank beneath the curves beside it."""

import numpy as np
from manim import RIGHT, VMobject

from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

NAME = np.array([-0.1, 0.3, 0.0])


class Floor(VMobject):
    """A stroke across ``chart`` at the ``least`` epsilon; all its charts have the same box.

    It is called by its letter, and ``least`` so far once it is 0.
    """

    def __init__(self, pen: Pen, chart: Chart, least: float) -> None:
        super().__init__(stroke_color=pen.theme.ink, stroke_width=BOLD)
        ends = chart.places([chart.x_scale.low, chart.x_scale.high], least)
        self.points = polylines(ends[None])
        named = pen.formula("epsilon_0", size=SMALLEST), pen.words("least so far", size=SMALLEST)
        # Above it there is no room for so many letters.
        places = ends[1] + NAME, ends[1] + NAME * [1, -1, 1]
        self.title, self.least = (
            Placed(name, place, RIGHT) for name, place in zip(named, places, strict=True)
        )
        for name in (self.title, self.least):
            name.set_z_index(6)  # over the bands
        self.set_z_index(4)  # over the line from the tank, which ends in it
