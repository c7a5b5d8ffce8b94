"""Words above a picture: its title, what was found, and in the quiet colour what to know of it."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

from core.palette import Theme

from .words import literal

TITLE_WIDTH, NOTE_WIDTH = 46, 74
MOST_LINES = 2
"""Of a note; what it says in more words is in the description of the picture."""
LEADING = 1.4
GAP, EDGE = 0.6, 0.4
"""Free below and above the lines, of the height of small and of large letters."""


def figure_with_header() -> Figure:
    """Return an empty figure that keeps words above its axes off its edge."""
    edge = EDGE * mpl.rcParams["font.size"] / 72
    return Figure(layout=ConstrainedLayoutEngine(h_pad=edge))


def write_header(
    ax: Axes,
    theme: Theme,
    *,
    title: str = "",
    equation: Sequence[str] = (),
    numbers: str = "",
    notes: Sequence[str] = (),
) -> None:
    """Write the lines above the axes, from the left; their limits are final.

    ``equation`` and ``numbers`` are set as mathematics, title and notes as they are.
    """
    large, small = mpl.rcParams["font.size"], mpl.rcParams["legend.fontsize"]
    lines: list[tuple[str, dict[str, Any]]] = []
    if title:
        words, look = literal(title, TITLE_WIDTH)
        lines.append((words, look | {"fontsize": large, "fontweight": "bold"}))
    lines += [(words, {"fontsize": large}) for words in equation]
    if numbers:
        lines.append((numbers, {"fontsize": small}))
    for note in filter(None, notes):
        for part in wrap(note, NOTE_WIDTH, max_lines=MOST_LINES, placeholder=" …"):
            words, look = literal(part, NOTE_WIDTH + 2)
            lines.append((words, look | {"fontsize": small, "color": theme.muted}))
    height = small * (GAP + _has_power_of_ten(ax))
    for words, look in reversed(lines):
        ax.annotate(
            words, (0, 1), xytext=(0, height), xycoords="axes fraction",
            textcoords="offset points", va="baseline", **look,
        )  # fmt: skip
        height += LEADING * look["fontsize"]


def _has_power_of_ten(ax: Axes) -> bool:
    """Tell whether matplotlib writes a power of ten above the axis of y; limits are final."""
    ticks = ax.yaxis.get_major_formatter()
    ticks.set_locs(list(ax.get_yticks()))
    return bool(ticks.get_offset())
