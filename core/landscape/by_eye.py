"""Lines that someone might draw by eye: plausible, near the best one, and worse.

Each is the least-squares line moved or turned about the mean of the points by an amount that can
be seen: a share of the spread of y, whatever the scatter is.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from core.fits.line import LineFit, fit_line
from core.landscape.residual import excess, relative_excess
from core.landscape.window import Window
from core.numerics.validation import FloatArray, numbers

VISIBLE = 0.15
LEVEL = 0.02  # of the turn: a slope that no eye tells from none


@dataclass(frozen=True)
class LineByEye:
    """The best line raised by ``shift`` or turned by ``tilt`` about the mean of x."""

    best: LineFit
    tilt: float
    shift: float

    @property
    def name(self) -> str:
        """Return how it looks beside the best line: a word that is true of what is drawn."""
        if not self.tilt:
            return "higher"
        if abs(self.slope) < LEVEL * abs(self.tilt):
            return "level"
        if self.slope * self.best.slope > 0:
            return "steeper" if abs(self.slope) > abs(self.best.slope) else "flatter"
        return "rising" if self.slope > 0 else "falling"

    @property
    def slope(self) -> float:
        """The slope a."""
        return self.best.slope + self.tilt

    @property
    def intercept(self) -> float:
        """The intercept b."""
        return self.best.intercept + self.shift - self.tilt * self.best.x_mean

    @property
    def excess(self) -> float:
        """The excess epsilon - epsilon0, exact where a and b lose digits far from 0."""
        return excess(self.best, self.tilt, self.shift)

    @property
    def relative_residual(self) -> float:
        """The excess over epsilon0; ValueError when the points lie on the best line."""
        return relative_excess(self.best, self.tilt, self.shift)

    def predict(self, x: ArrayLike) -> FloatArray:
        """Return the line at ``x``, also far from 0, where slope and intercept lose digits."""
        at = numbers(x, "x")
        return self.best.predict(at) + (self.shift + self.tilt * self.best.from_mean(at))


def lines_by_eye(x: ArrayLike, y: ArrayLike) -> tuple[LineByEye, ...]:
    """Return a line that is too steep, one that is too high and one turned back as far.

    The high one lies 0.15 of the height of a picture (`Window`) above the best line; the others
    leave it by twice that where x is farthest from its mean. Points of one y have no range: its
    size is taken. What is turned back from a steep line is
    flatter, from a flat one it falls where the best one rises.

    >>> [(line.name, line.slope, line.intercept) for line in lines_by_eye([0, 2], [0, 10])]
    [('steeper', 8.0, -3.0), ('higher', 5.0, 1.5), ('flatter', 2.0, 3.0)]
    >>> [line.name for line in lines_by_eye([0, 1, 2, 3], [0, 3, 0, 2])]
    ['steeper', 'higher', 'falling']
    """
    best = fit_line(x, y)
    window = Window.of(x, y)
    heights = np.append(window.y, best.predict(window.x))
    spread = float(np.ptp(heights)) or abs(float(heights[0])) or 1.0
    reach = float(np.abs(best.from_mean(np.array(window.x))).max())
    step = VISIBLE * spread
    turn = float(np.copysign(2 * step / reach, best.slope))
    return (
        LineByEye(best, turn, 0.0),
        LineByEye(best, 0.0, step),
        LineByEye(best, -turn, 0.0),
    )
