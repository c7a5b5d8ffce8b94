"""Points under one line, whose misses are drawn as lengths and as squares."""

import numpy as np
from manim import RIGHT, VGroup
from numpy.typing import NDArray

from core import palette
from core.palette import Theme
from scenes.visuals.plot.panel import Box, Panel, Scale
from scenes.visuals.plot.regression_plot import FittedLine, Residuals, ResidualSquares
from scenes.visuals.squared_versus_absolute.touched_points import TouchedPoints
from scenes.visuals.writing.typeset import formula

Line = tuple[float, float]


class TwoMisses:
    """A panel high enough for a line (a, b) whose b is lifted through ``reach``, and its parts."""

    def __init__(
        self,
        box: Box,
        x: NDArray[np.float64],
        y: NDArray[np.float64],
        *,
        line: Line,
        reach: Scale,
        theme: Theme,
    ) -> None:
        a, b = line
        swept = np.concatenate([y, a * x + reach.low, a * x + reach.high])
        self.panel = Panel(box, Scale.around(x, 0.16), Scale.around(swept, 0.04), theme)
        labels = self.panel.put_labels(
            formula("x", colour=theme.muted), formula("y", colour=theme.muted)
        )
        self.plot = VGroup(self.panel, labels)
        self.points = TouchedPoints(self.panel, x, y).set_z_index(4)
        self.line = FittedLine(self.panel, a, b, colour=theme.ink).set_z_index(2)
        self.lengths = Residuals(self.panel, x, y, a, b).set_z_index(3).set_stroke(width=5)
        self.squares = ResidualSquares(self.panel, x, y, a, b).set_z_index(1)
        # The letter of the last miss, beside its middle.
        self.letter = formula("r", colour=palette.RESIDUAL, size=44)
        last, reached = float(x[-1]), a * float(x[-1]) + b
        middle = self.panel.place(last, (float(y[-1]) + reached) / 2)
        self.letter.next_to(middle, RIGHT, buff=0.18)
