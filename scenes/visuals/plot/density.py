"""More points than can be told apart: cells of a chart, the deeper the more points they hold."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import ArrayLike, NDArray

from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines

COLUMNS, ROWS = 84, 56
LEVELS = 5  # of depth, as many times more points from one to the next
LAYER = 0.3  # opacity of one level: deeper ones lie upon it


class Density(VGroup):
    """The points (x, y), each of shape (n,), as far as they lie in the chart."""

    def __init__(self, chart: Chart, x: ArrayLike, y: ArrayLike, colour: str) -> None:
        counts = _counts(chart, x, y)
        self.chart = chart
        self._corners = [_runs(counts >= least) for least in _least(int(counts.max()))]
        super().__init__(
            *(
                VMobject(stroke_width=0, fill_color=colour, fill_opacity=LAYER)
                for _ in self._corners
            )
        )
        self.draw()

    def draw(self) -> Self:
        """Draw the cells where the chart is now."""
        box = self.chart.box
        for level, corners in zip(self.submobjects, self._corners, strict=True):
            places = np.zeros((*corners.shape[:2], 3))
            places[..., 0] = box.left + box.width / COLUMNS * corners[..., 0]
            places[..., 1] = box.bottom + box.height / ROWS * corners[..., 1]
            level.points = polylines(places)
        return self


def _counts(chart: Chart, x: ArrayLike, y: ArrayLike) -> NDArray[np.intp]:
    """Return how many points each cell (ROWS, COLUMNS) holds."""
    across = np.floor(COLUMNS * chart.x_scale.share(x))
    up = np.floor(ROWS * chart.y_scale.share(y))
    inside = (across >= 0) & (across < COLUMNS) & (up >= 0) & (up < ROWS)
    cells = (up[inside] * COLUMNS + across[inside]).astype(np.intp)
    return np.bincount(cells, minlength=ROWS * COLUMNS).reshape(ROWS, COLUMNS)


def _least(most: int) -> list[int]:
    """Return the least number of points at each level: from 1 up, by one factor.

    >>> _least(32), _least(1)
    ([1, 2, 4, 8, 16], [1])
    """
    return sorted({max(1, round(most ** (k / LEVELS))) for k in range(LEVELS)})


def _runs(cells: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return the closed rings (m, 5, 2) of rows of neighbouring cells, in cells from the corner."""
    padded = np.pad(cells, ((0, 0), (1, 1))).astype(np.int8)
    row, start = np.nonzero(np.diff(padded, axis=1) == 1)
    _, end = np.nonzero(np.diff(padded, axis=1) == -1)
    ring = [(start, row), (end, row), (end, row + 1), (start, row + 1), (start, row)]
    return np.stack([np.stack(corner, axis=-1) for corner in ring], axis=1).astype(np.float64)
