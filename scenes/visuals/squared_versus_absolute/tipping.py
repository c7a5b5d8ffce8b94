"""How a line of least lengths tips off a point that it lies on, and which one it is caught by."""

import numpy as np
from numpy.typing import NDArray

from scenes.visuals.squared_versus_absolute.measure import Values
from scenes.visuals.squared_versus_absolute.stray import TOUCHING, Heights, Line, Stray

# How far a line tips off a point, up and down, as shares of the scale of y: its sum grows faster
# where it is tipped up.
TIPS = 0.07, -0.135


def on_line(x: Values, y: Values, line: Line, span: float) -> NDArray[np.intp]:
    """Return which (k,) of the points (x, y) lie on a line (a, b); ``span`` is the scale of y's."""
    return np.flatnonzero(np.abs(y - np.polyval(line, x)) <= TOUCHING * span)


def tipped(x: Values, y: Values, line: Line, span: float) -> tuple[Line, Line]:
    """Return into which lines a line through two points tips off the last one, up and down.

    It turns about the first one.
    """
    pivot, left = on_line(x, y, line, span)[[0, -1]]

    def turned(tip: float) -> Line:
        a = float(line[0] + tip / (x[left] - x[pivot]))
        return a, float(y[pivot] - a * x[pivot])

    up, down = TIPS
    return turned(up * span), turned(down * span)


def catching(stray: Stray, heights: Heights) -> int | None:
    """Return which point catches the line once it is crossed and let go.

    None where it does not turn about one of its two points.
    """
    x, y = stray.points(heights.beyond)
    span = heights.high - heights.low
    before, after = (
        set(on_line(x, y, stray.absolute(height), span)) for height in (heights.far, heights.beyond)
    )
    caught = after - before
    if len(before) != len(after) or len(caught) != 1:
        return None
    return int(caught.pop())
