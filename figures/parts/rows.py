"""Rows of words to the right of a picture: each near the end of its line, none over another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.transforms import Affine2D, ScaledTranslation, Transform, blended_transform_factory

from .style import SMALL

APART = 0.085
"""Least distance of two rows, of the height of the axes."""
SAMPLE, NAME, VALUE = (6.0, 30.0), 36.0, 86.0
"""Where a row has the sample of its line, its name and its number, in points from the axes."""


@dataclass(frozen=True)
class Row:
    """What is said of a line that ends at the height ``end``, and how the line is drawn."""

    end: float
    name: str
    value: str
    weight: str
    look: dict[str, Any]


def write_rows(ax: Axes, head: tuple[str, str], rows: Sequence[Row]) -> None:
    """Write ``head`` at the upper end of the axes and the rows below it; limits are final."""
    low, high = ax.get_ylim()
    ends = np.array([(row.end - low) / (high - low) for row in rows])
    at = _right_of(ax)
    _write(ax, at, 1.0, head, "normal")
    for row, height in zip(rows, spread(ends, APART, 1 - APART), strict=True):
        ax.plot(SAMPLE, [height] * 2, transform=at, clip_on=False, scalex=False, scaley=False,
                **row.look)  # fmt: skip
        _write(ax, at, height, (row.name, row.value), row.weight)


def spread(places: np.ndarray, apart: float, high: float) -> np.ndarray:
    """Return the places nearest to ``places``, in their order, ``apart`` and from 0 to ``high``.

    Least squares under the constraint that each stands above the one before: the regression is
    isotonic once the distances are taken off.

    >>> spread(np.array([0.5, 0.2, 0.5]), 0.1, 1.0).round(3).tolist()
    [0.45, 0.2, 0.55]
    """
    order = np.argsort(places, kind="stable")
    steps = apart * np.arange(places.size)
    free = _never_falling(places[order] - steps)
    placed = np.empty_like(places)
    placed[order] = np.clip(free, 0, high - steps[-1]) + steps
    return placed


def _never_falling(values: np.ndarray) -> np.ndarray:
    """Return the values nearest to ``values`` that never fall: neighbours that do are averaged.

    Pools of neighbours grow until the mean of none is below that of the one before (Barlow and
    others, Statistical Inference under Order Restrictions, 1972).

    >>> _never_falling(np.array([1.0, 3.0, 2.0, 4.0])).tolist()
    [1.0, 2.5, 2.5, 4.0]
    """
    pools: list[np.ndarray] = []
    for value in values:
        pools.append(np.array([value]))
        while len(pools) > 1 and pools[-2].mean() > pools[-1].mean():
            last = pools.pop()
            pools[-1] = np.append(pools[-1], last)
    return np.concatenate([np.full(pool.size, pool.mean()) for pool in pools])


def _right_of(ax: Axes) -> Transform:
    """Return coordinates with x in points from the right side of the axes, y in their height."""
    points = Affine2D().scale(1 / 72) + ax.figure.dpi_scale_trans
    # that transAxes is affine is not known to its type
    side = ScaledTranslation(1, 0, ax.transAxes)  # type: ignore[arg-type]
    return blended_transform_factory(points + side, ax.transAxes)


def _write(ax: Axes, at: Transform, height: float, words: tuple[str, str], weight: str) -> None:
    for text, x in zip(words, (NAME, VALUE), strict=True):
        ax.text(x, height, text, transform=at, va="center", fontweight=weight, fontsize=SMALL)
