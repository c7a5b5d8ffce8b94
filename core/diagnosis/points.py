"""The points behind a line, with the weights that it was fitted with."""

from typing import NamedTuple, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.fits.line import LineFit, fit_line
from core.numerics.validation import FloatArray, point_vectors, weight_vector


class Points(NamedTuple):
    """Points of positive weight; ``weights`` is None where all weigh 1.

    ``places`` are their indices among all points that were given.
    """

    x: FloatArray
    y: FloatArray
    weights: FloatArray | None
    places: NDArray[np.intp]

    @classmethod
    def of(cls, x: ArrayLike, y: ArrayLike, weights: ArrayLike | None) -> Self:
        """Return the points that count, ValueError or TypeError where they are no numbers."""
        xs, ys = point_vectors(x, y)
        if weights is None:
            return cls(xs, ys, None, np.arange(len(xs)))
        ws = weight_vector(weights, x=x, y=y)
        used = np.flatnonzero(ws)
        return cls(xs[used], ys[used], ws[used], used)

    @property
    def n(self) -> int:
        """The number of points."""
        return len(self.x)

    @property
    def weight(self) -> float:
        """The sum of the weights."""
        return float(self.n if self.weights is None else self.weights.sum())

    def fit(self) -> LineFit:
        """Return the least-squares line."""
        return fit_line(self.x, self.y, weights=self.weights)

    def without(self, index: int) -> "Points":
        """Return the other points."""
        x, y = np.delete(self.x, index), np.delete(self.y, index)
        weights = None if self.weights is None else np.delete(self.weights, index)
        return Points(x, y, weights, np.delete(self.places, index))
