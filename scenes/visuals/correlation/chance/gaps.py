"""Where the formula's hill lies over outcomes that cannot come: hatched."""

from itertools import pairwise
from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.correlation.chance.hill import heights
from scenes.visuals.correlation.chance.pile import Pile
from scenes.visuals.plot.curve import Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN

APART = 0.19  # the strokes, along the axis
STEPS = 400  # along the axis of r
SHORTEST = 0.06


class Gaps(VMobject):
    """Strokes under the hill over a pile wherever no brick of it lies."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(stroke_color=theme.muted, stroke_width=THIN)

    def lie_under(self, pile: Pile, seen: float = 1.0) -> Self:
        """Hatch all gaps, the share ``seen`` of the axis from the left."""
        ends = np.array([stroke for gap in between(pile) for stroke in _strokes(pile, *gap)])
        here = ends[:, 0, 0] <= pile.chart.place(2 * seen - 1, 0.0)[0]
        self.points = polylines(ends[here]) if seen and here.any() else np.zeros((0, 3))
        return self


def between(pile: Pile) -> list[tuple[float, float]]:
    """Return from where to where on the axis of r no brick of a pile can lie."""
    middles = np.unique(pile.x)
    edges = [-1.0, *np.stack([middles - pile.bin / 2, middles + pile.bin / 2]).T.ravel(), 1.0]
    gaps = list(pairwise(edges))[::2]
    return [(low, high) for low, high in gaps if high - low > pile.bin / 2]


def _strokes(pile: Pile, low: float, high: float) -> Values:
    """Return the ends (n, 2, 3) of slanting strokes between two r, as high as the hill."""
    chart = pile.chart
    r = np.linspace(low, high, STEPS)
    x, top = chart.places(r, heights(pile, r))[:, :2].T
    bottom = chart.box.bottom
    # All strokes lie on one lattice, whichever gap they are in.
    start = np.arange(chart.box.left - chart.box.height, x[-1], APART)
    y = bottom + x - start[:, None]
    inside = (y >= bottom) & (y <= np.minimum(top, chart.box.top))
    # From where each run of steps inside begins to where it ends.
    change = np.diff(np.pad(inside, ((0, 0), (1, 1))).astype(int))
    rows, first = np.nonzero(change == 1)
    last = np.nonzero(change == -1)[1] - 1
    flat = np.zeros(rows.size)
    ends = np.stack([np.stack([x[k], y[rows, k], flat], axis=1) for k in (first, last)], axis=1)
    strokes: Values = ends[x[last] - x[first] > SHORTEST]
    return strokes
