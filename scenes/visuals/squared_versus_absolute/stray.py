"""Points of which one is dragged, and the two best lines, which answer."""

import numpy as np
from numpy.typing import NDArray

from core.fits.least_absolute import fit_least_absolute
from core.fits.line import fit_line

Line = tuple[float, float]


class Stray:
    """Points (x, y) of which the one farthest out in x is dragged to another height."""

    def __init__(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> None:
        self._x, self._y = x, y
        index = int(np.argmax(np.abs(x - x.mean())))
        self.x, self.y = float(x[index]), float(y[index])
        self._fixed = np.arange(x.size) != index
        self.others = x[self._fixed], y[self._fixed]

    def points(self, height: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return all points, the stray one at ``height``."""
        return self._x, np.where(self._fixed, self._y, height)

    def squared(self, height: float) -> Line:
        """Return (a, b) of the least sum of squares with the stray point at ``height``."""
        fit = fit_line(*self.points(height))
        return fit.slope, fit.intercept

    def absolute(self, height: float) -> Line:
        """Return (a, b) of the least sum of lengths with the stray point at ``height``."""
        fit = fit_least_absolute(*self.points(height))
        return fit.slope, fit.intercept
