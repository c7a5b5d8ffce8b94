"""A map that is seen to be one of lines: at places all over it, the line that each place is."""

from itertools import product

import numpy as np
from manim import VGroup, VMobject

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN

COLUMNS, ROWS = 8, 6
# Of a tile, as shares of the room it has.
FILLED = 0.62


class Tiles(VGroup):
    """Small pictures on ``map_chart``: in each the line of its middle, cut as ``chart`` cuts it."""

    def __init__(self, map_chart: Chart, chart: Chart, theme: Theme) -> None:
        box = map_chart.box
        size = FILLED * np.array([box.width / COLUMNS, box.height / ROWS])
        frames, lines = [], []
        for i, j in product(range(COLUMNS), range(ROWS)):
            share = np.array([(i + 0.5) / COLUMNS, (j + 0.5) / ROWS])
            a = map_chart.x_scale.low + share[0] * map_chart.x_scale.span
            b = map_chart.y_scale.low + share[1] * map_chart.y_scale.span
            middle = np.array([box.left, box.bottom]) + share * [box.width, box.height]
            corner = middle - size / 2
            frames.append(_placed(np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]), corner, size))
            ends = _cut(chart, a, b)
            if ends is not None:
                lines.append(_placed(ends, corner, size))
        self.frames = VMobject(stroke_color=theme.faint, fill_color=theme.faint, stroke_width=THIN)
        self.frames.points = polylines(np.array(frames))
        self.lines = VMobject(stroke_color=theme.muted, stroke_width=THIN + 1)
        self.lines.points = polylines(np.array(lines))
        super().__init__(self.frames, self.lines)


def _placed(shares: np.ndarray, corner: np.ndarray, size: np.ndarray) -> np.ndarray:
    flat = corner + shares * size
    return np.column_stack([flat, np.zeros(len(flat))])


def _cut(chart: Chart, a: float, b: float) -> np.ndarray | None:
    """Return where y = a x + b enters and leaves the chart, as shares of it; None outside."""
    x, y = chart.x_scale, chart.y_scale
    start, rise = (a * x.low + b - y.low) / y.span, a * x.span / y.span
    low, high = 0.0, 1.0
    if rise != 0:
        crossings = sorted([-start / rise, (1 - start) / rise])
        low, high = max(low, crossings[0]), min(high, crossings[1])
    elif not 0 <= start <= 1:
        return None
    if low >= high:
        return None
    shares = np.array([low, high])
    return np.column_stack([shares, start + rise * shares])
