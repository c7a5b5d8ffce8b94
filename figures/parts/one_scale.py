"""Two quantities in one scale, so that a right angle is right on the page."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from core.tables.dataset import Dataset

LIKE_UNITS = 2.0  # ranges within this factor share a scale: else the picture would be a strip


def in_one_scale(dataset: Dataset) -> tuple[Dataset, str]:
    """Return the points with like ranges, and the unit that both axes have then, if any.

    That is the standard deviation, or the range where one point lies so far out that standard
    deviations leave a strip.
    """
    if _are_alike(dataset):
        return dataset, ""
    points = _in_units_of(np.std, dataset)
    if _are_alike(points):
        return points, "standard deviations"
    return _in_units_of(np.ptp, dataset), "shares of the range"


def _are_alike(points: Dataset) -> bool:
    ranges = np.ptp(points.x), np.ptp(points.y)
    return bool(max(ranges) <= LIKE_UNITS * min(ranges))


def _in_units_of(size: Callable[[np.ndarray], Any], points: Dataset) -> Dataset:
    """Return the distances from the means; values near the bounds of float64 are no trouble."""

    def scaled(values: np.ndarray) -> np.ndarray:
        shares = (values - values[0]) / (np.ptp(values) or 1.0)
        return np.asarray((shares - shares.mean()) / (size(shares) or 1.0))

    return replace(points, x=scaled(points.x), y=scaled(points.y), time=None)
