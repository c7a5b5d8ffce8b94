"""Where stacks of arrows stand beside their chart: up and down, each on a floor with its name."""

from typing import Self

import numpy as np
from manim import UP, VGroup

from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.squared_versus_absolute.measure import Values
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import PICTURE, SMALLEST

# So far to the right of its chart stands what pulls up, and what pulls down.
ACROSS = 0.55, 1.5
# All of it is so wide, names and all.
WIDTH = 2.05
HALF_FLOOR, FLOOR = 0.36, PICTURE.bottom + 0.56
# Above a floor.
ROOM = PICTURE.top - 0.75 - FLOOR
# So far below its floor the name of a stack hangs.
NAME = 0.14
# Between two arrows in a stack, a share of what they take up.
GAP = 0.14


def feet(chart: Chart, aside: float = 0.0) -> Values:
    """Return the middles (2, 3) of both floors beside a chart, so far ``aside`` of their place."""
    return np.array([(chart.box.right + aside + at, FLOOR, 0.0) for at in ACROSS])


def floors_of(feet: Values, half_width: float) -> Values:
    """Return the points of the floors about the ``feet`` (2, 3) of stacks."""
    half = np.array([half_width, 0.0, 0.0])
    return polylines(np.stack([feet - half, feet + half], axis=1))


class Names(VGroup):
    """The names of both stacks beside a chart, on one base line."""

    def __init__(self, pen: Pen, chart: Chart, colour: str, aside: float = 0.0) -> None:
        up, down = (pen.words(name, colour, SMALLEST) for name in ("up", "down"))
        raised = down.height - pen.words("u", colour, SMALLEST).height
        self._chart, self._aside, self._below = chart, aside, (NAME + raised, NAME)
        super().__init__(*(Placed(one, np.zeros(3), UP) for one in (up, down)))
        self.draw()

    def draw(self) -> Self:
        """Put them below the floors where these are now."""
        places = feet(self._chart, self._aside)
        for name, foot, below in zip(self, places, self._below, strict=True):
            name.put(foot - below * UP)
        return self
