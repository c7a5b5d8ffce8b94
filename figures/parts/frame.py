"""The frame of a picture: limits, ticks and names that fit any magnitude."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from .words import literal

MARGIN = 0.04
TICKS = 6
NAME_WIDTH = 34


def frame(ax: Axes, x: np.ndarray, y: np.ndarray, *, room: float = MARGIN) -> None:
    """Set limits that hold every point, and few ticks with room for long numbers.

    ``room`` is the share of the height that stays free above and below.
    """
    ax.set(xlim=_limits(x, MARGIN), ylim=_limits(y, room))
    ax.xaxis.set_major_locator(MaxNLocator(TICKS, steps=[1, 2, 5, 10]))
    ax.yaxis.set_major_locator(MaxNLocator(TICKS, steps=[1, 2, 5, 10]))


def _limits(values: np.ndarray, share: float) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    margin = share * (high - low) or abs(low) / 2 or 1.0
    return low - margin, high + margin


def name_axes(ax: Axes, x_name: str, y_name: str, unit: str = "") -> None:
    """Write the names of the axes, and below each ``unit``, if there is one.

    The name of x stands to the left when the power of ten of its ticks needs the right corner.
    """
    y_words, look = literal(y_name, NAME_WIDTH, unit)
    ax.set_ylabel(y_words, **look)
    ax.xaxis.get_major_formatter().set_locs(list(ax.get_xticks()))
    crowded = bool(ax.xaxis.get_major_formatter().get_offset())
    x_words, look = literal(x_name, NAME_WIDTH - 8 * crowded, unit)
    ax.set_xlabel(x_words, loc="left" if crowded else "center", **look)
