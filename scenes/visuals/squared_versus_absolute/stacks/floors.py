"""Where stacks of arrows stand beside their chart: up and down, each on a floor."""

import numpy as np

from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.squared_versus_absolute.measure import Values
from scenes.visuals.writing.screen import PICTURE

# So far to the right of its chart stands what pulls up, and what pulls down.
ACROSS = 0.4, 1.05
# All of it is so wide.
WIDTH = 1.35
HALF_FLOOR, FLOOR = 0.26, PICTURE.bottom + 0.56
# Above a floor.
ROOM = PICTURE.top - 0.75 - FLOOR
# Between two arrows in a stack, a share of what they take up.
GAP = 0.14


def feet(chart: Chart, aside: float = 0.0) -> Values:
    """Return the middles (2, 3) of both floors beside a chart, so far ``aside`` of their place."""
    return np.array([(chart.box.right + aside + at, FLOOR, 0.0) for at in ACROSS])


def floors_of(feet: Values, half_width: float) -> Values:
    """Return the points of the floors about the ``feet`` (2, 3) of stacks."""
    half = np.array([half_width, 0.0, 0.0])
    return polylines(np.stack([feet - half, feet + half], axis=1))
