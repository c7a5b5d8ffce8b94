"""How a line of least lengths tips off one of the points that it lies on, and which it changes."""

import numpy as np
from numpy.typing import NDArray

from scenes.visuals.squared_versus_absolute.measure import Values
from scenes.visuals.squared_versus_absolute.stray import TOUCHING, Heights, Line, Stray

# How far a line tips off a point, as a share of the scale of y, and of the way to the next point.
TIP, NEARLY = 0.075, 0.6


def on_line(x: Values, y: Values, line: Line, span: float) -> NDArray[np.intp]:
    """Return which (k,) of the points (x, y) lie on a line (a, b); ``span`` is the scale of y's."""
    return np.flatnonzero(np.abs(y - np.polyval(line, x)) <= TOUCHING * span)


def tipped(x: Values, y: Values, line: Line, span: float) -> list[tuple[int, Line]]:
    """Return off which point, and into which line, a line through two points tips, up and down.

    It turns about the other one, and reaches no further point.
    """
    first, last = on_line(x, y, line, span)[[0, -1]]
    tips = []
    for left, pivot in ((last, first), (first, last)):
        lever = (x - x[pivot]) / (x[left] - x[pivot])
        misses = y - np.polyval(line, x)
        for way in (1.0, -1.0):
            reached = misses * lever * way > TOUCHING * span
            room = np.min(np.abs(misses[reached] / lever[reached]), initial=np.inf)
            tip = way * min(TIP * span, NEARLY * float(room))
            a = line[0] + tip / (x[left] - x[pivot])
            tips.append((int(left), (float(a), float(y[pivot] - a * x[pivot]))))
    return tips


def exchanged(stray: Stray, heights: Heights) -> tuple[int, int] | None:
    """Return which point the line leaves, and which catches it, once it is crossed and let go.

    None where it does not turn about the other one of its two points.
    """
    x, y = stray.points(heights.beyond)
    span = heights.high - heights.low
    before, after = (
        set(on_line(x, y, stray.absolute(height), span)) for height in (heights.far, heights.beyond)
    )
    left, caught = before - after, after - before
    if len(left) != 1 or len(caught) != 1 or len(before) != len(after):
        return None
    return int(left.pop()), int(caught.pop())
