"""How a line of least lengths tips about a point that it lies on, and which one it is caught by."""

import numpy as np
from numpy.typing import NDArray

from scenes.visuals.squared_versus_absolute.measure import Values
from scenes.visuals.squared_versus_absolute.stray import TOUCHING, Heights, Line, Stray

# How far a line tips off a point, up and down, as shares of the scale of y: its sum grows faster
# where it is tipped up.
TIPS = 0.075, -0.135
# From such a share of that on, the line has left its point, and this one's pull can be seen.
LEFT = 0.55


def on_line(x: Values, y: Values, line: Line, span: float) -> NDArray[np.intp]:
    """Return which (k,) of the points (x, y) lie on a line (a, b); ``span`` is the scale of y's."""
    return np.flatnonzero(np.abs(y - np.polyval(line, x)) <= TOUCHING * span)


def pivot(stray: Stray, heights: Heights) -> int:
    """Return about which of its points the line turns once it is crossed and let go.

    Where it keeps none, or both, the first one.
    """
    before, after = _resting_on(stray, heights)
    kept = sorted(before & after) or sorted(before)
    return kept[0]


def left_by(stray: Stray, heights: Heights, span: float) -> int:
    """Return which of the points that the line of the far point lies on it leaves when it tips."""
    (x, y), line = stray.points(heights.far), stray.absolute(heights.far)
    kept = pivot(stray, heights)
    return next(int(k) for k in on_line(x, y, line, span)[::-1] if k != kept)


def tipped(stray: Stray, heights: Heights, span: float) -> tuple[Line, Line]:
    """Return into which lines that of the far point tips off one of its points: up and down."""
    (x, y), line = stray.points(heights.far), stray.absolute(heights.far)
    kept, left = pivot(stray, heights), left_by(stray, heights, span)

    def turned(tip: float) -> Line:
        a = float(line[0] + tip / (x[left] - x[kept]))
        return a, float(y[kept] - a * x[kept])

    up, down = TIPS
    return turned(up * span), turned(down * span)


def off(misses: Values, span: float) -> Values:
    """Return what share (n,) is seen of the pulls of points that a tipping line ``misses`` (n,).

    A pull grows once the line has left its point, and is whole when it is tipped.
    """
    up, down = TIPS
    whole = span * np.where(misses < 0, up, -down)
    return np.asarray(np.clip((np.abs(misses) / whole - LEFT) / (1 - LEFT), 0.0, 1.0))


def catching(stray: Stray, heights: Heights) -> int | None:
    """Return which point catches the line once it is crossed and let go.

    None where it does not turn about one of its two points.
    """
    before, after = _resting_on(stray, heights)
    caught = after - before
    if len(before) != len(after) or len(caught) != 1:
        return None
    return caught.pop()


def _resting_on(stray: Stray, heights: Heights) -> tuple[set[int], set[int]]:
    """Return on which points the line lies before it is crossed and let go, and afterwards."""
    x, y = stray.points(heights.beyond)
    span = heights.high - heights.low
    before, after = (
        {int(k) for k in on_line(x, y, stray.absolute(height), span)}
        for height in (heights.far, heights.beyond)
    )
    return before, after
