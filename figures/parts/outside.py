"""Points beyond the limits of a picture: a mark at its edge for each, and how many there are."""

import numpy as np
from matplotlib.axes import Axes

from core import palette
from core.landscape.window import outside_words


def draw_outside(ax: Axes, x: np.ndarray, y: np.ndarray) -> None:
    """Mark at the edge where each point outside lies; the limits of ``ax`` are final."""
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    beside = (x < left) | (x > right)
    for mark, out in (
        ("<", x < left),
        (">", x > right),
        ("v", (y < bottom) & ~beside),
        ("^", (y > top) & ~beside),
    ):
        if out.any():
            ax.plot(
                np.clip(x[out], left, right), np.clip(y[out], bottom, top), mark,
                color=palette.DATA, zorder=7, clip_on=False, gid="outside",
            )  # fmt: skip


def with_note(description: str, note: str) -> str:
    """Return a description that says it, too, for those who do not see the picture."""
    return f"{description} {note}." if note else description


def outside_note(ax: Axes, x: np.ndarray, y: np.ndarray) -> str:
    """Return how many points lie outside, in words; empty when none does."""
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    inside = (x >= left) & (x <= right) & (y >= bottom) & (y <= top)
    return outside_words(int(np.count_nonzero(~inside)), x.size)
