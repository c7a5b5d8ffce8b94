"""Many straight strokes as one mobject: the points that manim draws."""

import numpy as np
from numpy.typing import NDArray


def polylines(corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the cubic Bezier points of n polylines, given as corners of shape (n, k, 3)."""
    start, end = corners[:, :-1], corners[:, 1:]
    thirds = [start, start + (end - start) / 3, start + 2 * (end - start) / 3, end]
    points: NDArray[np.float64] = np.stack(thirds, axis=2).reshape(-1, 3)
    return points
