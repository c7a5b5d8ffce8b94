"""One square alone: while the line turns its side changes evenly, and its area draws a parabola."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import VMobject
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.linear_regression_2d.curves.valley import Valley
from scenes.visuals.linear_regression_2d.lines.rival import Rival
from scenes.visuals.linear_regression_2d.lines.shown_data import ShownData
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.regression import Residuals, Squares
from scenes.visuals.plot.scale import Scale
from scenes.visuals.writing.screen import BOLD

# How far from the middle of a sweep it may be that the line meets the point, in reaches: a third
# of the points at least, counted by the square of x, are met nearer than that.
NEAR = 0.58
MARGIN = 1.1
RING = 0.2


@dataclass(frozen=True)
class Single:
    """A point with a ring, its square and residual, its parabola, and levels that show it large."""

    index: int
    square: Squares
    residual: Residuals
    ring: Marker
    valley: Valley
    levels: Scale

    @classmethod
    def of(
        cls, theme: Theme, rival: Rival, chart: Chart, shown: ShownData, reach: float
    ) -> "Single":
        """Choose the point whose square changes most, of those that the line meets in a sweep."""
        x, y = shown.points.with_squares
        best = shown.landscape.slope, shown.landscape.intercept
        index = chosen(x, y, best, reach)
        own_x, own_y = x[[index]], y[[index]]

        def area(a: NDArray[np.float64]) -> NDArray[np.float64]:
            areas: NDArray[np.float64] = np.square(own_y[0] - a * own_x[0] - best[1])
            return areas

        ends = best[0] + reach * np.array([-1.0, 1.0])
        most = float(area(ends).max())
        levels = Scale(0.0, MARGIN * most)

        valley = Valley(
            chart,
            area,
            lambda a: (a, best[1]),
            best[0],
            reach,
            colour=theme.residual,
            theme=theme,
        )
        square = Squares(rival.chart, own_x, own_y, best, theme).set_z_index(rival.squares.z_index)
        residual = Residuals(rival.chart, own_x, own_y, best, theme)
        residual.set_z_index(rival.residuals.z_index)
        ring = Marker(rival.chart, own_x[0], own_y[0], theme.residual, theme, radius=RING)
        ring.set_fill(opacity=0).set_stroke(theme.residual, width=BOLD).set_z_index(6)
        return cls(index, square, residual, ring, valley, levels)

    @property
    def drawn(self) -> tuple[VMobject, ...]:
        """What is seen of it among the points."""
        return self.square, self.residual, self.ring

    def set_swept(self, a: float) -> Self:
        """Show what its area drew until the slope is ``a``, from the lowest on."""
        low, _ = self.valley.ends
        self.valley.set_value(a, (low,))
        return self

    def area(self, a: float) -> float:
        """Return the area of the square of the line with this slope."""
        return float(self.valley.epsilon(np.array(a)))

    def set_line(self, a: float, b: float) -> Self:
        """Draw it for y = a x + b."""
        self.square.set_line(a, b)
        self.residual.set_line(a, b)
        return self


def chosen(
    x: NDArray[np.float64], y: NDArray[np.float64], best: tuple[float, float], reach: float
) -> int:
    """Return which point is farthest from x = 0, of those that the turning line meets."""
    with np.errstate(divide="ignore", invalid="ignore"):
        met = np.abs((y - best[1]) / x - best[0]) <= NEAR * reach
    return int(np.argmax(np.where(met, np.abs(x), 0.0) if np.any(met & (x != 0)) else np.abs(x)))
