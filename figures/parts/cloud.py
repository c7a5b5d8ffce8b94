"""Points, from two to millions: dots while they can be told apart, density beyond."""

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, LogNorm, to_rgb

from core import palette
from core.palette import Theme

MOST_DOTS = 2000
MOST_BEFORE_A_LINE = 200
DOTS, BEFORE_DOTS = 5, 6
"""The order in which dots are drawn, and a line that they would hide."""
CELLS = (110, 80)


def is_dense(n: int) -> bool:
    """Tell whether ``n`` points are too many for dots."""
    return n > MOST_DOTS


def order_of_line(n: int, behind: int = DOTS - 1) -> int:
    """Return where the line of ``n`` points stands: before those that would hide it, or behind."""
    return BEFORE_DOTS if n > MOST_BEFORE_A_LINE else behind


def draw_points(
    ax: Axes, x: np.ndarray, y: np.ndarray, theme: Theme, *, alpha: float = 1.0
) -> None:
    """Draw the points within the limits that ``ax`` already has."""
    if is_dense(x.size):
        _draw_density(ax, x, y, theme)
        return
    share = float(np.interp(np.log10(x.size), [1.3, 3.3], [4 / 3, 1 / 2]))
    diameter = share * mpl.rcParams["lines.markersize"]
    ax.plot(
        x,
        y,
        "o",
        color=palette.DATA,
        alpha=alpha,
        markersize=diameter,
        markeredgecolor=theme.background,
        markeredgewidth=0.08 * diameter,
        zorder=DOTS,
    )


def density_note(n: int) -> str:
    """Return what a reader must know about a picture of ``n`` points; empty when it is of dots."""
    return f"{n:,} points: the deeper the blue, the more (log scale)" if is_dense(n) else ""


def _draw_density(ax: Axes, x: np.ndarray, y: np.ndarray, theme: Theme) -> None:
    # cells of one size in the picture, on logarithmic axes too
    shares = (ax.transScale + ax.transLimits).transform(np.column_stack([x, y]))
    across, up = np.asarray(shares).T
    counts, _, _ = np.histogram2d(across, up, bins=CELLS, range=((0, 1), (0, 1)))
    ground, deep = np.array(to_rgb(theme.background)), np.array(to_rgb(palette.DATA))
    # a cell with one point must be seen as well: the scale starts well away from the ground
    scale = LinearSegmentedColormap.from_list("density", [0.65 * ground + 0.35 * deep, deep])
    ax.imshow(
        np.ma.masked_equal(counts.T, 0),
        origin="lower",
        extent=(0, 1, 0, 1),
        transform=ax.transAxes,
        aspect=ax.get_aspect(),
        cmap=scale,
        norm=LogNorm(1, max(counts.max(), 2)),
        interpolation="nearest",
        zorder=1,
    )
