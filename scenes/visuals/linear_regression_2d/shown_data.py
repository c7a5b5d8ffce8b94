"""How much of a table a film shows, and from where it counts x."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.fits.line import fit_line
from core.landscape.squared import ResidualLandscape
from core.tables.dataset import Dataset
from scenes.visuals.plot.scale import Scale

MOST_POINTS = 400
# More squares than this hide each other and the line.
MOST_SQUARES = 40
SEED = 20211126
# Where x = 0 is farther from the points than half of their span, b is not to be seen near them.
FAR = 0.5
# Sides of squares, in heights of their chart: half of its width, in panels and elsewhere.
WIDEST_NARROW_SQUARE = 0.31
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
        origin = _origin(data.x)
        all_x = data.x - origin
        landscape = ResidualLandscape.of(all_x, data.y)
        chosen = _sample(np.arange(data.x.size), MOST_POINTS)
        x, y = all_x[chosen], data.y[chosen]
        squared = _sample(np.arange(x.size), MOST_SQUARES)
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
            data.x.size,
            data.x_label,
            data.y_label,
            origin,
            landscape,
            fit_line(all_x, data.y).rss if landscape.relative else 0.0,
            Scale(across.low, across.high, origin=origin),
            Scale(up.low - pad, up.high + pad),
        )

    def epsilon(self, a: ArrayLike, b: ArrayLike) -> Values:
        """Return the sum of squared residuals of all points of the table, shown or not."""
        return self.rss + self.landscape.unit * self.landscape.height(a, b)

    def epsilon_at(self, height: float) -> float:
        """Return epsilon of the lines that are ``height`` high on the landscape."""
        return self.rss + self.landscape.unit * height


def _origin(x: Values) -> float:
    low, high = float(x.min()), float(x.max())
    return 0.0 if max(low, -high) <= FAR * (high - low) else float(np.mean(x))


def _sample(index: NDArray[np.intp], most: int) -> NDArray[np.intp]:
    if index.size <= most:
        return index
    return np.sort(np.random.default_rng(SEED).choice(index, most, replace=False))


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
