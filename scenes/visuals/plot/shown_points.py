"""Which points of a table carry squares, which lie outside, and from where x is counted."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.landscape.window import Window
from core.tables.dataset import Dataset

# More squares than this hide each other and the line.
MOST_SQUARES = 40
SEED = 20211126
# Where x = 0 is farther from the points than half of their span, b is not to be seen near them.
FAR = 0.5

Values = NDArray[np.float64]


@dataclass(frozen=True)
class ShownPoints:
    """All points of a table, those of them that carry squares, and the window that shows them.

    ``x`` is counted from ``origin``: 0, or the mean of x where 0 is far from the points. A line is
    y = a x + b with this x: b is then its height at the mean.
    """

    x: Values
    y: Values
    squared: NDArray[np.intp]
    window: Window
    origin: float

    @classmethod
    def of(cls, data: Dataset, *, centred: bool = False) -> "ShownPoints":
        """Choose what to show of ``data``; a square on a point outside would fill the screen.

        ``centred`` counts x from its mean, wherever 0 is.
        """
        window = shown_window(data)
        low, high = window.x
        near = max(low, -high) <= FAR * (high - low)
        origin = 0.0 if near and not centred else float(np.mean(data.x))
        squared = sample(np.flatnonzero(window.inside), MOST_SQUARES)
        window = replace(window, x=(low - origin, high - origin))
        return cls(data.x - origin, data.y, squared, window, origin)

    @property
    def total(self) -> int:
        """The number of points of the table."""
        return self.x.size

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


def shown_window(data: Dataset) -> Window:
    """Return the window of the points, or all of it where a line turns about a place outside."""
    window = Window.of(data.x, data.y)
    low, high = window.x
    return window if low <= np.mean(data.x) <= high else Window.whole(data.x, data.y)
