"""A stage on which points move from set to set, while their line and their numbers answer."""

from collections.abc import Sequence
from typing import Self

import numpy as np
from manim import LEFT, VGroup
from numpy.typing import NDArray

from core import palette
from core.fits.correlation import CorrelationTest, pearson_test
from core.fits.line import LineFit, fit_line
from core.palette import Theme
from core.tables.dataset import Dataset
from scenes.visuals.correlation.null_curve import NullCurve
from scenes.visuals.plot.panel import Box, Panel, Scale
from scenes.visuals.plot.regression_plot import DataPoints, FittedLine
from scenes.visuals.writing.note import sentence
from scenes.visuals.writing.readouts import FixedFormat, Readout, intercept_readout, slope_readout
from scenes.visuals.writing.typeset import words

Values = NDArray[np.float64]

STAGE = Box(left=-5.8, bottom=-2.7, width=6.0, height=5.3)
CURVE = Box(left=1.5, bottom=-2.3, width=4.5, height=2.5)
TWO_DIGITS = FixedFormat(decimals=2, exponent=0, integer_digits=1)
FOUR_DIGITS = FixedFormat(decimals=4, exponent=0, integer_digits=1)


class MovingPoints(DataPoints):
    """Discs whose values can be set in every frame."""

    def __init__(self, panel: Panel, x: Values, y: Values, *, radius: float = 0.075) -> None:
        super().__init__(panel, x, y, radius=radius)
        self.panel = panel

    def set_values(self, x: Values, y: Values) -> Self:
        """Move the discs to the points (x, y)."""
        self._places = self.panel.places(x, y)
        return self.set_shown(1.0)


class QuartetStage:
    """Points, their line, a, b, r and p, and r on the curve of unrelated points.

    Several sets of equal size share the stage: ``set_way(0)`` shows the first, 1 the second, and
    what lies between is between them.
    """

    def __init__(self, sets: Sequence[Dataset], scales: tuple[Scale, Scale], theme: Theme) -> None:
        self.sets = sets
        (x, y), fit, test = between(sets, 0.0), self.fit(0.0), self.test(0.0)
        self.panel = Panel(STAGE, *scales, theme)
        self.points = MovingPoints(self.panel, x, y).set_z_index(3)
        self.line = FittedLine(self.panel, fit.slope, fit.intercept).set_z_index(2)
        self.null = NullCurve(CURVE, x.size, 0.0, theme)
        heading = "$r$, if $x$ and $y$ were unrelated"
        self.heading = sentence(heading, colour=theme.muted, size=30)
        self.heading.move_to((CURVE.left + CURVE.width / 2, CURVE.top + 0.28, 0))
        self.readouts = [
            slope_readout(TWO_DIGITS, fit.slope),
            intercept_readout(TWO_DIGITS, fit.intercept),
            Readout("r", TWO_DIGITS, test.r, theme.ink),
            Readout("p", FOUR_DIGITS, test.p_value, palette.RESIDUAL),
        ]
        for k, readout in enumerate(self.readouts):
            readout.move_to((CURVE.left - 0.2 + 2.5 * (k % 2), 0, 0), aligned_edge=LEFT)
            readout.number.set_z_index(1)
            readout.settle(2.65 - 0.95 * (k // 2))
        self.titles = [
            words(f"set {k}", colour=theme.muted, size=36).move_to(
                (STAGE.left + 0.5, STAGE.top + 0.35, 0), aligned_edge=LEFT
            )
            for k in range(1, len(sets) + 1)
        ]
        numbers = [readout.number for readout in self.readouts]
        self.moving = VGroup(self.points, self.line, self.null.moving, *numbers)

    @property
    def fixed(self) -> VGroup:
        """Return what does not move."""
        prefixes = [readout.prefix for readout in self.readouts]
        return VGroup(self.panel, self.null.curve, self.null.axis, self.heading, *prefixes)

    def fit(self, way: float) -> LineFit:
        """Return the line of the points at ``way``."""
        return fit_line(*between(self.sets, way))

    def test(self, way: float) -> CorrelationTest:
        """Return Pearson's test of the points at ``way``."""
        return pearson_test(*between(self.sets, way))

    def set_way(self, way: float) -> Self:
        """Show the points at ``way``, their line and their numbers."""
        fit, test = self.fit(way), self.test(way)
        self.points.set_values(*between(self.sets, way))
        self.line.set_line(fit.slope, fit.intercept)
        self.null.set_r(test.r)
        values = (fit.slope, fit.intercept, test.r, test.p_value)
        for readout, value in zip(self.readouts, values, strict=True):
            readout.set_value(value)
        return self


def in_order(data: Dataset) -> Dataset:
    """Return ``data`` sorted by x, then y: neighbours stay neighbours on their way."""
    order = np.lexsort((data.y, data.x))
    return Dataset(data.x[order], data.y[order], data.x_label, data.y_label, data.title)


def between(sets: Sequence[Dataset], way: float) -> tuple[Values, Values]:
    """Return the points at ``way``: 0 is the first set, 1 the second, 0.5 half way."""
    k = min(int(way), len(sets) - 2)
    share = way - k
    here, there = sets[k], sets[k + 1]
    return (1 - share) * here.x + share * there.x, (1 - share) * here.y + share * there.y
