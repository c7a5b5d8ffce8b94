"""What every picture of a fit draws around its points and lines."""

from collections.abc import Iterable

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from core.tables.dataset import Dataset

from .cloud import is_dense
from .fitted import Fitted
from .frame import frame
from .words import literal

CURVE_POINTS = 200
LEGEND_WIDTH = 40
REACH = 0.35  # how far beyond the points a band may stretch the picture, of their height


def places(fitted: Fitted) -> np.ndarray:
    """Return places from the first point of the window to the last at which a curve is drawn."""
    x = fitted.points.x[fitted.window.inside]
    spaced = np.geomspace if "x" in fitted.curve.scales else np.linspace
    return spaced(float(x.min()), float(x.max()), CURVE_POINTS)


def set_limits(
    ax: Axes, fitted: Fitted, curves: Iterable[np.ndarray], bands: Iterable[np.ndarray] = ()
) -> None:
    """Hold the points of the window and the curves, of bands and error bars what lies near."""
    points, sigma, scales = fitted.points, fitted.sigma, fitted.curve.scales
    bars = [] if sigma is None else [points.y - sigma, points.y + sigma]
    inside = fitted.window.inside
    shown = np.concatenate([points.y[inside], *curves])
    back = (lambda v: 10.0**v) if "y" in scales else np.array
    low, high = fitted.window.y
    reach = REACH * (high - low)
    near = [np.clip(one, back(low - reach), back(high + reach)) for one in (*bars, *bands)]
    frame(ax, points.x[inside], np.concatenate([shown, *near]), scales=scales)


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
