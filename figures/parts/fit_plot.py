"""What every picture of a fit draws around its points and lines."""

from collections.abc import Iterable

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from core.tables.dataset import Dataset

from .cloud import is_dense
from .frame import frame
from .words import literal

CURVE_POINTS = 200
LEGEND_WIDTH = 40
REACH = 0.35  # how far beyond the points a band may stretch the picture, of their height


def places(x: np.ndarray, scales: str) -> np.ndarray:
    """Return places from the first point to the last at which a curve is drawn."""
    spaced = np.geomspace if "x" in scales else np.linspace
    return spaced(float(x.min()), float(x.max()), CURVE_POINTS)


def set_limits(
    ax: Axes, points: Dataset, sigma: np.ndarray | None, scales: str, curves: Iterable[np.ndarray]
) -> None:
    """Hold every point, and of curves and error bars what lies near the points."""
    bars = [] if sigma is None else [points.y - sigma, points.y + sigma]
    heights = np.concatenate([points.y, *bars, *curves])
    to_scale, back = (np.log10, lambda v: 10.0**v) if "y" in scales else (np.array, np.array)
    low, high = to_scale(points.y.min()), to_scale(points.y.max())
    reach = REACH * (high - low)
    frame(ax, points.x, np.clip(heights, back(low - reach), back(high + reach)), scales=scales)


def draw_errors(ax: Axes, points: Dataset, sigma: np.ndarray | None, colour: str) -> None:
    """Draw the bars of known errors; there is no room for them among very many points."""
    if sigma is not None and not is_dense(points.x.size):
        ax.errorbar(points.x, points.y, sigma, fmt="none", ecolor=colour, zorder=5)


def legend_below(figure: Figure, ax: Axes) -> None:
    """Write what lines, bands and marks are, below the picture and never as formulas."""
    handles, names = ax.get_legend_handles_labels()
    if not handles:
        return
    legend = figure.legend(handles, names, loc="outside lower center", ncols=2)
    for text in legend.get_texts():
        words, look = literal(text.get_text(), LEGEND_WIDTH)
        text.set(text=words, **look)
