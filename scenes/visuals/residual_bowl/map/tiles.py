"""A map that is seen to be one of lines: at places all over it, the line that each place is."""

from itertools import product

import numpy as np
from manim import Circle, VGroup, VMobject
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN, Box

COLUMNS, ROWS = 9, 7
# Of a tile, as shares of the room it has.
FILLED = 0.66
DISC = 0.06
RING = np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)])

Values = NDArray[np.float64]


class Tiles(VGroup):
    """Small pictures on ``plane``: in each the line of its middle, cut as ``chart`` cuts it."""

    def __init__(self, plane: Chart, chart: Chart, theme: Theme) -> None:
        box = plane.box
        size = FILLED * np.array([box.width / COLUMNS, box.height / ROWS])
        frames: list[Values] = []
        lines: list[Values] = []
        for i, j in product(range(COLUMNS), range(ROWS)):
            share = np.array([(i + 0.5) / COLUMNS, (j + 0.5) / ROWS])
            a = plane.x_scale.low + share[0] * plane.x_scale.span
            b = plane.y_scale.low + share[1] * plane.y_scale.span
            corner = (share - 0.5) * [box.width, box.height] - size / 2 + box.middle
            frames.append(_placed(RING, corner, size))
            ends = _cut(chart, a, b)
            if ends is not None:
                lines.append(_placed(ends, corner, size))
        self.frames = VMobject(stroke_color=theme.faint, fill_color=theme.faint, stroke_width=THIN)
        self.frames.points = polylines(np.array(frames))
        self.lines = VMobject(stroke_color=theme.muted, stroke_width=THIN + 1)
        self.lines.points = polylines(np.array(lines).reshape(-1, 2, 3))
        super().__init__(self.frames, self.lines)


class Tile(VGroup):
    """One such picture alone, with points (n, 2) in it and several ``lines``."""

    def __init__(
        self, box: Box, chart: Chart, points: Values, lines: list[tuple[float, float]], theme: Theme
    ) -> None:
        self.box = box
        corner, size = np.array([box.left, box.bottom]), np.array([box.width, box.height])
        self.frame = VMobject(stroke_color=theme.faint, stroke_width=THIN)
        self.frame.points = polylines(_placed(RING, corner, size)[None])
        cut = [ends for line in lines if (ends := _cut(chart, *line)) is not None]
        # Many lines through one spot would be a white wedge.
        colour = theme.ink if len(lines) == 1 else theme.muted
        self.lines = VMobject(stroke_color=colour, stroke_width=THIN)
        self.lines.points = polylines(
            np.array([_placed(ends, corner, size) for ends in cut]).reshape(-1, 2, 3)
        )
        shares = np.stack(
            [chart.x_scale.share(points[:, 0]), chart.y_scale.share(points[:, 1])], axis=-1
        )
        inside = np.all((shares >= 0) & (shares <= 1), axis=1)
        self.discs = VMobject(fill_color=theme.point, fill_opacity=1, stroke_width=0)
        places = _placed(shares[inside], corner, size)
        self.discs.points = (places[:, None] + Circle(DISC).points).reshape(-1, 3)
        super().__init__(self.frame, self.lines, self.discs)


def _placed(shares: Values, corner: Values, size: Values) -> Values:
    return np.column_stack([corner + shares * size, np.zeros(len(shares))])


def _cut(chart: Chart, a: float, b: float) -> Values | None:
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
