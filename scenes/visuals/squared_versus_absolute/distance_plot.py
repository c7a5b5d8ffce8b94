"""A sum of distances against the height b of a line of fixed slope, as a sweep uncovers it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import DOWN, LEFT, VGroup
from numpy.typing import ArrayLike, NDArray

from core import palette
from core.landscape.absolute import absolute_residual, kinks
from core.landscape.residual import residual
from core.palette import Theme
from scenes.visuals.plot.panel import Box, Panel, Scale
from scenes.visuals.plot.sweep_plot import Marker
from scenes.visuals.plot.uncovered_curve import Kinks, UncoveredCurve
from scenes.visuals.writing.typeset import formula, words

SAMPLES = 241
MARGIN = 0.1
# From one line of a verdict to the next.
VERDICT_LINE = 0.58

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Distance:
    """A way to say how far points (x, y) are from lines (a, b)."""

    name: str
    meaning: str
    source: str
    colour: str
    total: Callable[[ArrayLike, ArrayLike, ArrayLike, ArrayLike], Values]
    kinked: bool

    @property
    def inline(self) -> str:
        """Return the formula with a small sum sign, to stand in a line."""
        return f"inline({self.source})"

    def card(self, theme: Theme) -> VGroup:
        """Return what is summed, in words and as a formula."""
        return VGroup(
            words(f"the sum of the {self.meaning}", colour=theme.muted, size=32),
            formula(self.source, colour=self.colour, size=60),
        ).arrange(DOWN, buff=0.3, aligned_edge=LEFT)

    def verdict(self, *lines: str, theme: Theme) -> VGroup:
        """Return the name of the distance over what it gives and what that costs."""
        rows = VGroup(
            words(self.name, colour=self.colour, size=46),
            *(words(line, colour=theme.ink, size=32) for line in lines),
        )
        for k, row in enumerate(rows):
            # Most letters stand on the line of writing, whatever hangs below it.
            writing = float(np.median([glyph.get_bottom()[1] for glyph in row]))
            row.shift((-float(row.get_left()[0]), -VERDICT_LINE * k - writing, 0.0))
        return rows


SQUARED = Distance("least squares", "squares", "sum r^2", palette.BEST_LINE, residual, kinked=False)
ABSOLUTE = Distance(
    "least absolute",
    "lengths",
    "sum abs(r)",
    palette.LEAST_ABSOLUTE_LINE,
    absolute_residual,
    kinked=True,
)


class DistancePlot(VGroup):
    """Axes, the curve of one distance for lines of slope ``a``, its kinks, the point on it."""

    def __init__(
        self,
        box: Box,
        distance: Distance,
        *,
        x: Values,
        y: Values,
        a: float,
        reach: Scale,
        theme: Theme,
    ) -> None:
        super().__init__()
        self.distance, self.low = distance, reach.low
        self._line = x, y, a
        bends = kinks(x, y, a)
        b = np.union1d(np.linspace(reach.low, reach.high, SAMPLES), bends)
        heights = distance.total(x, y, a, b)
        panel = Panel(box, reach, Scale.around(heights, MARGIN), theme, ticks=4)
        self.label = formula(distance.inline, colour=distance.colour, size=38)
        labels = panel.put_labels(formula("intercept(b)", colour=theme.ink), self.label)
        self.fixed = VGroup(panel, labels[0])
        self.curve = UncoveredCurve(panel, b, heights, distance.colour).set_z_index(1)
        shown = bends if distance.kinked else bends[:0]
        self.kinks = Kinks(panel, shown, distance.total(x, y, a, shown), theme.ink).set_z_index(2)
        self.marker = Marker(panel, reach.low, self.total(reach.low), distance.colour, theme)
        self.marker.set_z_index(3)
        self.add(self.fixed, self.label, self.curve, self.kinks, self.marker)

    def total(self, b: float) -> float:
        """Return the sum of distances of the line y = a x + b."""
        return float(self.distance.total(*self._line, b))

    def set_seen(self, b: float) -> Self:
        """Show the curve and its kinks from the left end to ``b``."""
        self.curve.set_seen(self.low, b)
        self.kinks.set_seen(self.low, b)
        return self

    def set_intercept(self, b: float) -> Self:
        """Move the point to ``b``."""
        self.marker.set_place(b, self.total(b))
        return self
