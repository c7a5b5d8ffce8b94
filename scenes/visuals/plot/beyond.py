"""Points beyond the ends of a chart: at its edge an arrowhead for each, pointing to it."""

from typing import Self

import numpy as np
from manim import VMobject
from numpy.typing import ArrayLike, NDArray

from scenes.visuals.plot.pane import Pane
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines

LENGTH, HALF = 0.17, 0.1
# More marks beside each other than this along an edge would be one bar.
PLACES = 60


class Beyond(VMobject):
    """Marks for points (x, y), each of shape (n,), all of which lie beyond the chart.

    ``at`` (k, 2) is where they are, in shares of the axes.
    """

    def __init__(self, chart: Pane, x: ArrayLike, y: ArrayLike, colour: str) -> None:
        super().__init__(stroke_width=0, fill_color=colour, fill_opacity=1)
        self.chart = chart
        shares = np.stack([chart.x_scale.share(x), chart.y_scale.share(y)], axis=-1)
        at_edge = np.clip(shares, 0, 1)
        outward = np.sign(shares - at_edge)
        outward[outward[:, 0] != 0, 1] = 0
        marks = np.hstack([np.round(PLACES * at_edge) / PLACES, outward])
        self.at, self._outward = np.split(np.unique(marks, axis=0), 2, axis=1)
        self.draw()

    def draw(self) -> Self:
        """Draw the marks where the chart is now."""
        box = self.chart.box
        tip = np.array([box.left, box.bottom]) + self.at * [box.width, box.height]
        across = self._outward[:, ::-1] * HALF
        base = tip - LENGTH * self._outward
        corners = np.stack([tip, base + across, base - across, tip], axis=1)
        self.points = polylines(_flat(corners))
        return self


def beyond(x_scale: Scale, y_scale: Scale, x: ArrayLike, y: ArrayLike) -> NDArray[np.bool_]:
    """Return which of the points (x, y), each of shape (n,), lie beyond the ends of an axis."""
    across, up = x_scale.share(x), y_scale.share(y)
    out: NDArray[np.bool_] = (across < 0) | (across > 1) | (up < 0) | (up > 1)
    return out


def outside_note(x_scale: Scale, y_scale: Scale, x: ArrayLike, y: ArrayLike) -> str:
    """Return what a chart says of the points (x, y) beyond its ends; "" where there is none."""
    count = int(np.count_nonzero(beyond(x_scale, y_scale, x, y)))
    return f"{count:,} outside" if count else ""


def _flat(corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return corners (n, k, 2) as points in the plane of the screen (n, k, 3)."""
    return np.concatenate([corners, np.zeros((*corners.shape[:2], 1))], axis=-1)
