"""A point that is dragged up and down, the two best lines, and their slopes as it moves."""

from functools import lru_cache
from typing import Self

import numpy as np
from manim import VGroup
from numpy.typing import NDArray

from core.fits.least_absolute import fit_least_absolute
from core.fits.line import fit_line
from core.palette import Theme
from scenes.visuals.plot.panel import Box, Panel, Scale
from scenes.visuals.plot.sweep_plot import Marker
from scenes.visuals.plot.uncovered_curve import UncoveredCurve
from scenes.visuals.squared_versus_absolute.distance_plot import ABSOLUTE, SQUARED
from scenes.visuals.writing.note import sentence
from scenes.visuals.writing.typeset import WORD_SIZE, formula

STEPS = 161
MARGIN = 0.08

Line = tuple[float, float]


class DraggedPoint:
    """Points (x, y) of which the one farthest out in x is dragged to another height."""

    def __init__(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> None:
        self._x, self._y = x, y
        index = int(np.argmax(np.abs(x - x.mean())))
        self.x, self.y = float(x[index]), float(y[index])
        self._fixed = np.arange(x.size) != index
        self.others = x[self._fixed], y[self._fixed]
        # One frame asks for the same lines several times.
        self.best_lines = lru_cache(maxsize=1)(self._best_lines)

    def reach(self, above: float) -> tuple[float, float]:
        """Return the lowest height of the data and that ``above`` them, in their span."""
        low, high = float(self._y.min()), float(self._y.max())
        return low, high + above * (high - low)

    def _best_lines(self, height: float) -> tuple[Line, Line]:
        """Return (a, b) of least squares and of least absolute distance with the point there."""
        y = np.where(self._fixed, self._y, height)
        squared, absolute = fit_line(self._x, y), fit_least_absolute(self._x, y)
        return (squared.slope, squared.intercept), (absolute.slope, absolute.intercept)


class SlopeAnswers(VGroup):
    """Axes of the dragged point's y (across) and a (up), with the curve of each distance."""

    def __init__(self, box: Box, dragged: DraggedPoint, reach: Scale, theme: Theme) -> None:
        super().__init__()
        self.dragged = dragged
        heights = np.union1d(np.linspace(reach.low, reach.high, STEPS), [dragged.y])
        self.slopes = np.array([[a for a, _ in dragged.best_lines(y)] for y in heights])
        panel = Panel(box, reach, Scale.around(self.slopes, MARGIN), theme, ticks=4)
        labels = panel.put_labels(
            sentence("$y$ of the dragged point", colour=theme.muted, size=WORD_SIZE),
            formula("slope(a)", colour=theme.ink),
        )
        self.fixed = VGroup(panel, labels)
        colours = (SQUARED.colour, ABSOLUTE.colour)
        self.curves = VGroup(
            *(
                UncoveredCurve(panel, heights, slopes, colour)
                for slopes, colour in zip(self.slopes.T, colours, strict=True)
            )
        ).set_z_index(1)
        self.markers = VGroup(
            *(Marker(panel, dragged.y, 0.0, colour, theme) for colour in colours)
        ).set_z_index(2)
        self.set_seen(dragged.y, dragged.y).set_dragged(dragged.y)
        self.add(self.fixed, self.curves, self.markers)

    def set_seen(self, low: float, high: float) -> Self:
        """Show both curves from ``low`` to ``high``."""
        for curve in self.curves:
            curve.set_seen(low, high)
        return self

    def set_dragged(self, height: float) -> Self:
        """Put the markers at the slopes of the best lines with the point at ``height``."""
        for marker, (a, _) in zip(self.markers, self.dragged.best_lines(height), strict=True):
            marker.set_place(height, a)
        return self
