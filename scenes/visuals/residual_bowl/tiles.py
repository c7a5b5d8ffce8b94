"""A map that is seen to be one of lines: at places all over it, the line that each place is."""

from itertools import product
from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.residual_bowl.space import BowlSpace
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import View
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.screen import BOLD, THIN

COLUMNS, ROWS = 8, 7
# Of a tile, as shares of the room it has.
FILLED = 0.66
# The heights that part the good lines from the fair and these from the poor.
GOOD, FAIR = 1.0, 3.0

Values = NDArray[np.float64]


class FloorLines(VGroup):
    """The lines of the tiles: good, fair and poor ones, on the floor, as seen from anywhere."""

    def __init__(self, groups: list[list[Values]], theme: Theme) -> None:
        self.theme = theme
        self._corners = [np.array(group).reshape(-1, 2, 3) for group in groups]
        super().__init__(*(Strokes(theme.muted, THIN + 1) for _ in groups))

    def set_view(self, view: View) -> Self:
        """Lay the lines on the floor as ``view`` shows it."""
        for group, corners in zip(self.submobjects, self._corners, strict=True):
            group.set_corners(corners, view)
        return self

    def judge(self) -> Self:
        """Let good lines stand out and poor ones step back."""
        good, fair, poor = self.submobjects
        good.set_stroke(self.theme.ink, BOLD)
        fair.set_stroke(self.theme.muted, THIN)
        poor.set_stroke(self.theme.faint, THIN)
        return self


class Tiles(VGroup):
    """Small pictures on the map: in each the line of its middle, cut as ``chart`` cuts it."""

    def __init__(self, space: BowlSpace, chart: Chart, theme: Theme) -> None:
        box = space.map.box
        size = FILLED * np.array([box.width / COLUMNS, box.height / ROWS])
        frames: list[Values] = []
        lines: list[list[Values]] = [[], [], []]
        for i, j in product(range(COLUMNS), range(ROWS)):
            share = np.array([(i + 0.5) / COLUMNS, (j + 0.5) / ROWS])
            a = space.map.x_scale.low + share[0] * space.map.x_scale.span
            b = space.map.y_scale.low + share[1] * space.map.y_scale.span
            corner = (share - 0.5) * [box.width, box.height] - size / 2
            frames.append(_placed(np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]), corner, size))
            ends = _cut(chart, a, b)
            if ends is not None:
                height = float(space.landscape.height(a, b))
                lines[(height > GOOD) + (height > FAIR)].append(_placed(ends, corner, size))
        self.frames = VMobject(stroke_color=theme.faint, fill_color=theme.faint, stroke_width=THIN)
        self.frames.points = polylines(np.array(frames) + np.array([*box.middle, 0.0]))
        self.lines = FloorLines(lines, theme)
        super().__init__(self.frames, self.lines)


def _placed(shares: Values, corner: Values, size: Values) -> Values:
    flat = corner + shares * size
    return np.column_stack([flat, np.zeros(len(flat))])


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
