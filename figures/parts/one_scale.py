"""Two quantities in one scale, so that a right angle is right on the page."""

from dataclasses import replace

import numpy as np

from core.fits.line import LineFit
from core.landscape.window import Window
from core.tables.dataset import Dataset

LIKE_UNITS = 2.0  # ranges within this factor share a scale: else the picture would be a strip


def in_one_scale(dataset: Dataset, window: Window, line: LineFit) -> tuple[Dataset, str]:
    """Return the points with like ranges in the picture, and the unit that both axes have then.

    That is the standard deviation of the points in the window, or the range of what is shown of
    them and of the line where standard deviations leave a strip; "" where nothing is scaled.
    """
    x, y = dataset.x[window.inside], dataset.y[window.inside]
    ranges = float(np.ptp(x)), float(np.ptp(np.append(y, line.predict(window.x))))
    if _are_alike(*ranges):
        return dataset, ""
    deviations = float(np.std(x)) or 1.0, float(np.std(y)) or 1.0
    if _are_alike(ranges[0] / deviations[0], ranges[1] / deviations[1]):
        return _in_units_of(deviations, dataset, window), "standard deviations"
    sizes = ranges[0] or 1.0, ranges[1] or 1.0
    return _in_units_of(sizes, dataset, window), "shares of the range"


def _are_alike(one: float, other: float) -> bool:
    return bool(max(one, other) <= LIKE_UNITS * min(one, other))


def _in_units_of(sizes: tuple[float, float], points: Dataset, window: Window) -> Dataset:
    """Return the distances from the means of the points in the window, in these units."""

    def scaled(values: np.ndarray, size: float) -> np.ndarray:
        from_first = (values - values[0]) / size
        return np.asarray(from_first - from_first[window.inside].mean())

    return replace(points, x=scaled(points.x, sizes[0]), y=scaled(points.y, sizes[1]), time=None)
