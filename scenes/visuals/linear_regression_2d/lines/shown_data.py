"""What the film shows of a table, and the scales that hold it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.landscape.squared import ResidualLandscape
from core.tables.dataset import Dataset
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.shown_points import ShownPoints

# Sides of squares, in heights of their chart: half of its width, in panels and elsewhere.
WIDEST_NARROW_SQUARE = 0.25
WIDEST_SQUARE = 0.6

Values = NDArray[np.float64]
# Lines, as ``ResidualLandscape.at`` takes them.
Rivals = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class ShownData:
    """The points, those of them that carry squares, and the scales that hold what is shown.

    ``x`` is counted from ``origin``: 0, or the mean of x where 0 is far from the points. A line
    is y = a x + b with this x: b is then its height at the mean, and the intercept otherwise.
    """

    points: ShownPoints
    x_label: str
    y_label: str
    landscape: ResidualLandscape
    rss: float
    x_scale: Scale
    y_scale: Scale

    @classmethod
    def of(
        cls, data: Dataset, height: float, rivals: Callable[[ResidualLandscape], Rivals]
    ) -> "ShownData":
        """Choose what to show when lines up to ``height`` on the landscape come by.

        ``rivals`` returns lines that are shown in narrow charts, where their squares must have
        room.
        """
        shown = ShownPoints.of(data)
        landscape = ResidualLandscape.of(shown.x, shown.y)
        x, y = shown.with_squares
        across = Scale.around([*shown.window.x, 0.0], 0.05)
        # A line is held by its height at 0: that must be in the chart, too.
        at_ends = _swept(np.array([*shown.window.x, 0.0]), landscape, height)
        up = Scale.around(np.concatenate([shown.window.y, *at_ends]), 0.03)
        narrow = _lines(x, *landscape.at(*np.transpose(rivals(landscape))))
        span = max(
            up.span,
            _reach(y, _swept(x, landscape, height)) / WIDEST_SQUARE,
            _reach(y, narrow) / WIDEST_NARROW_SQUARE,
        )
        pad = (span - up.span) / 2
        return cls(
            shown,
            data.x_label,
            data.y_label,
            landscape,
            landscape.fit.rss if landscape.relative else 0.0,
            Scale(across.low, across.high, origin=shown.origin),
            Scale(up.low - pad, up.high + pad),
        )

    @property
    def x(self) -> Values:
        """The x of all points, counted from ``origin``."""
        return self.points.x

    @property
    def y(self) -> Values:
        """The y of all points."""
        return self.points.y

    @property
    def squared(self) -> NDArray[np.intp]:
        """The indices of the points that carry squares."""
        return self.points.squared

    @property
    def total(self) -> int:
        """The number of points of the table."""
        return self.points.total

    @property
    def origin(self) -> float:
        """From where x is counted."""
        return self.points.origin

    def epsilon(self, a: ArrayLike, b: ArrayLike) -> Values:
        """Return the sum of squared residuals of all points of the table, shown or not."""
        return self.rss + self.landscape.unit * self.landscape.height(a, b)

    def epsilon_at(self, height: float) -> float:
        """Return epsilon of the lines that are ``height`` high on the landscape."""
        return self.rss + self.landscape.unit * height


def _swept(x: Values, landscape: ResidualLandscape, height: float) -> tuple[Values, Values]:
    """Return the lowest and highest value that any line of the film takes at each x."""
    ring_a, ring_b = landscape.at(np.sqrt(height), np.linspace(0, 2 * np.pi, 73))
    da, db = landscape.slope_reach(height), landscape.intercept_reach(height)
    a = np.concatenate([ring_a, landscape.slope + np.array([-da, da, 0, 0])])
    b = np.concatenate([ring_b, landscape.intercept + np.array([0, 0, -db, db])])
    return _lines(x, a, b)


def _lines(x: Values, a: Values, b: Values) -> tuple[Values, Values]:
    lines = a[:, None] * x + b[:, None]
    return lines.min(axis=0), lines.max(axis=0)


def _reach(y: Values, lines: tuple[Values, Values]) -> float:
    low, high = lines
    return float(np.maximum(np.abs(y - low), np.abs(y - high)).max())
