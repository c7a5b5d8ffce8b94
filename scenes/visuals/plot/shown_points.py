"""How much of a table a film shows, and from where it counts x."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.tables.dataset import Dataset

MOST_POINTS = 400
# More squares than this hide each other and the line.
MOST_SQUARES = 40
SEED = 20211126
# Where x = 0 is farther from the points than half of their span, b is not to be seen near them.
FAR = 0.5

Values = NDArray[np.float64]


@dataclass(frozen=True)
class ShownPoints:
    """The points on screen, and those of them that carry squares.

    ``x`` and ``all_x`` are counted from ``origin``: 0, or the mean of x where 0 is far from the
    points. A line is y = a x + b with this x: b is then its height at the mean.
    """

    x: Values
    y: Values
    squared: NDArray[np.intp]
    all_x: Values
    all_y: Values
    origin: float

    @classmethod
    def of(cls, data: Dataset) -> "ShownPoints":
        """Choose what to show of ``data``: all, or a sample."""
        origin = _origin(data.x)
        all_x = data.x - origin
        chosen = sample(np.arange(data.x.size), MOST_POINTS)
        squared = sample(np.arange(chosen.size), MOST_SQUARES)
        return cls(all_x[chosen], data.y[chosen], squared, all_x, data.y, origin)

    @property
    def total(self) -> int:
        """The number of points of the table."""
        return self.all_x.size

    @property
    def with_squares(self) -> tuple[Values, Values]:
        """The points that carry squares."""
        return self.x[self.squared], self.y[self.squared]

    @property
    def letter(self) -> str:
        """The second number of a line, as the pen writes it: the intercept, or the height."""
        return "intercept(h)" if self.origin else "intercept(b)"

    @property
    def second(self) -> str:
        """The name of the second number with its letter, for a sentence."""
        name = f"{'height' if self.origin else 'intercept'} ${self.letter}$"
        return f"{name} at the mean of x" if self.origin else name


def sample(index: NDArray[np.intp], most: int) -> NDArray[np.intp]:
    """Return ``index``, or ``most`` of it chosen at random, in order and always the same."""
    if index.size <= most:
        return index
    return np.sort(np.random.default_rng(SEED).choice(index, most, replace=False))


def _origin(x: Values) -> float:
    low, high = float(x.min()), float(x.max())
    return 0.0 if max(low, -high) <= FAR * (high - low) else float(np.mean(x))
