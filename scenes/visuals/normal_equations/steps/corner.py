"""The corner of a chart in which writing hides least of what is drawn there."""

from collections.abc import Iterable

import numpy as np

from scenes.visuals.normal_equations.beams.columns import Values, in_box
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.writing.screen import Box

ASIDE, ABOVE = 0.3, 0.1  # from the axes and the edges


def free_corner(
    stage: Stage, places: Iterable[tuple[float, float]], width: float, height: float
) -> Box:
    """Return a corner of the chart for writing of this size while the line goes to ``places``."""
    box = stage.chart.box
    near, far = box.left + ASIDE, box.right - ASIDE - width
    if stage.best.slope <= 0:
        near, far = far, near
    top, bottom = box.top - height, box.bottom + ABOVE
    # What the line leaves free comes first.
    corners = [
        Box(x, y, width, height)
        for x, y in ((near, top), (far, bottom), (far, top), (near, bottom))
    ]
    drawn = [_drawn(stage, stage.leaning.line(*place)) for place in places]
    low, high = (np.concatenate(ends) for ends in zip(*drawn, strict=True))
    return min(corners, key=lambda corner: _hidden(corner, low, high))


def _drawn(stage: Stage, line: tuple[float, float]) -> tuple[Values, Values]:
    """Return the lower left and upper right ends (n, 2) of points, of misses and of squares."""
    chart, residuals = stage.chart, stage.residuals
    points = chart.places(stage.points.x, stage.points.y)
    ends = residuals.x, residuals.y, line[0] * residuals.x + line[1]
    misses = np.stack([in_box(chart.box, chart.places(ends[0], y)) for y in ends[1:]])
    squares = stage.squares.set_line(*line).corners()
    low = [points, misses.min(axis=0), squares.min(axis=1)]
    high = [points, misses.max(axis=0), squares.max(axis=1)]
    return np.concatenate(low)[:, :2], np.concatenate(high)[:, :2]


def _hidden(corner: Box, low: Values, high: Values) -> int:
    """Return how many of some rectangles reach into a corner."""
    reach = (low < [corner.right, corner.top]) & (high > [corner.left, corner.bottom])
    return int(np.count_nonzero(reach.all(axis=1)))
