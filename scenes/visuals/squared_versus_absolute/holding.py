"""What holds the line of least lengths: the points on it."""

import numpy as np
from manim import Circle, VMobject

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.stray import TOUCHING, Line, Values
from scenes.visuals.writing.screen import BOLD

RING = 0.3
# How far a line is turned, in the turn at which another point meets it, and at most at the ends of
# the chart in its heights.
SHARE, MOST = 0.6, 0.06


class Held(VMobject):
    """A ring about each point (x, y) that a line (a, b) goes through."""

    def __init__(self, chart: Chart, x: Values, y: Values, line: Line, theme: Theme) -> None:
        super().__init__(stroke_color=theme.absolute, stroke_width=BOLD)
        touched = _touched(chart, x, y, line)
        places = chart.places(x[touched], y[touched])
        self.points = (places[:, None, :] + Circle(RING).points).reshape(-1, 3)


def turned_a_little(chart: Chart, x: Values, y: Values, line: Line) -> tuple[Line, Line]:
    """Return the line turned this way and that between the points on it; no other one meets it."""
    touched = _touched(chart, x, y, line)
    middle = float(x[touched].mean())
    arms, misses = np.abs(x - middle)[~touched], np.abs(y - np.polyval(line, x))[~touched]
    turns = np.divide(misses, arms, out=np.full_like(arms, np.inf), where=arms > 0)
    reach = np.abs(np.array([chart.x_scale.low, chart.x_scale.high]) - middle).max()
    turn = min(SHARE * float(turns.min()), MOST * chart.y_scale.span / float(reach))
    a, b = line
    return (a + turn, b - turn * middle), (a - turn, b + turn * middle)


def _touched(chart: Chart, x: Values, y: Values, line: Line) -> np.ndarray:
    return np.asarray(np.abs(y - np.polyval(line, x)) <= TOUCHING * chart.y_scale.span)
