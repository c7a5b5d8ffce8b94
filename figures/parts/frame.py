"""The frame of a picture: limits, ticks and names that fit any magnitude."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.ticker import FuncFormatter, LogLocator, MaxNLocator, NullFormatter

from core.tables.time_scale import TimeScale

from .date_axis import has_dates, set_dates
from .words import literal

MARGIN = 0.04
TICKS = 6
FEW_DECADES = 2.5
NAME_WIDTH = 34


def frame(
    ax: Axes, x: np.ndarray, y: np.ndarray, *, room: float = MARGIN, scales: str = ""
) -> None:
    """Set limits that hold every point, and few ticks with room for long numbers.

    ``room`` is the share of the height that stays free above and below, ``scales`` names the
    logarithmic axes: "", "x", "y" or "xy".
    """
    for name, values, share in (("x", x, MARGIN), ("y", y, room)):
        if name in scales:
            low, high = _limits(np.log10(values), share)
            _set_logarithmic(ax, name, 10.0**low, 10.0**high)
        else:
            ax.set(**{f"{name}lim": _limits(values, share)})
            _axis(ax, name).set_major_locator(MaxNLocator(TICKS, steps=[1, 2, 5, 10]))


def _axis(ax: Axes, name: str) -> Axis:
    return ax.xaxis if name == "x" else ax.yaxis


def _set_logarithmic(ax: Axes, name: str, low: float, high: float) -> None:
    """Set a logarithmic axis: powers of ten over many decades, ordinary numbers over few."""
    ax.set(**{f"{name}scale": "log", f"{name}lim": (low, high)})
    axis = _axis(ax, name)
    axis.set_minor_formatter(NullFormatter())
    decades = np.log10(high / low)
    if decades < FEW_DECADES:
        digits = (1, 2, 5) if decades > 1 else (1, 2, 3, 4, 6, 8)
        axis.set_major_locator(LogLocator(subs=digits))
        axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))


def _limits(values: np.ndarray, share: float) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    margin = share * (high - low) or abs(low) / 2 or 1.0
    return low - margin, high + margin


def name_axes(
    ax: Axes, x_name: str, y_name: str, unit: str = "", time: TimeScale | None = None
) -> None:
    """Write the names of the axes, and below each ``unit``, if there is one.

    Where x was read from dates, ``time`` brings them back. The name of x stands to the left when
    the power of ten of its ticks, or what their dates have in common, needs the right corner.
    """
    if time and has_dates(ax, time):
        set_dates(ax, time)
        x_name = x_name.removesuffix(f" [{time.unit}]")
    y_words, look = literal(y_name, NAME_WIDTH, unit)
    ax.set_ylabel(y_words, **look)
    ax.xaxis.get_major_formatter().set_locs(list(ax.get_xticks()))
    crowded = bool(ax.xaxis.get_major_formatter().get_offset())
    x_words, look = literal(x_name, NAME_WIDTH - 8 * crowded, unit)
    ax.set_xlabel(x_words, loc="left" if crowded else "center", **look)
