"""What the film shows of a table, and the scales that hold it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.fits.line import fit_line
from core.landscape.squared import ResidualLandscape
from core.tables.dataset import Dataset
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.shown_points import ShownPoints

# Sides of squares, in heights of their chart: half of its width, in panels and elsewhere.
WIDEST_NARROW_SQUARE = 0.25
WIDEST_SQUARE = 0.6

Values = NDArray[np.float64]


@dataclass(frozen=True)
class ShownData:
    """The points on screen, those of them that carry squares, and the scales that hold them.

    ``x`` is counted from ``origin``: 0, or the mean of x where 0 is far from the points. A line
    is y = a x + b with this x: b is then its height at the mean, and the intercept otherwise.
    """

    x: Values
    y: Values
    squared: NDArray[np.intp]
    total: int
    x_label: str
    y_label: str
    origin: float
    landscape: ResidualLandscape
    rss: float
    x_scale: Scale
    y_scale: Scale

    @classmethod
    def of(
        cls, data: Dataset, height: float, rivals: tuple[tuple[float, float], ...]
    ) -> "ShownData":
        """Choose what to show when lines up to ``height`` on the landscape come by.

        ``rivals`` are lines as ``ResidualLandscape.at`` takes them: they are shown in narrow
        charts, where their squares must have room.
        """
        shown = ShownPoints.of(data)
        x, y, all_x, squared = shown.x, shown.y, shown.all_x, shown.squared
        landscape = ResidualLandscape.of(all_x, data.y)
        swept = _swept(x, landscape, height)
        across = Scale.around(np.append(all_x, 0.0), 0.05)
        up = Scale.around(np.concatenate([data.y, *swept]), 0.03)
        narrow = _lines(x, *landscape.at(*np.transpose(rivals)))
        span = max(
            up.span,
            _reach(y, swept, squared) / WIDEST_SQUARE,
            _reach(y, narrow, squared) / WIDEST_NARROW_SQUARE,
        )
        pad = (span - up.span) / 2
        return cls(
            x,
            y,
            squared,
            shown.total,
            data.x_label,
            data.y_label,
            shown.origin,
            landscape,
            fit_line(all_x, data.y).rss if landscape.relative else 0.0,
            Scale(across.low, across.high, origin=shown.origin),
            Scale(up.low - pad, up.high + pad),
        )

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


def _reach(y: Values, lines: tuple[Values, Values], squared: NDArray[np.intp]) -> float:
    low, high = lines
    return float(np.maximum(np.abs(y - low), np.abs(y - high))[squared].max())
