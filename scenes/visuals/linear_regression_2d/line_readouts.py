"""The row of read-outs above the points: a, b and how high the line is on the landscape."""

from collections.abc import Callable

import numpy as np
from manim import LEFT, RIGHT, VGroup, VMobject
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.linear_regression_2d.rose_path import RosePath
from scenes.visuals.plot.height_measure import HeightMeasure
from scenes.visuals.writing.readouts import FixedFormat, intercept_readout, slope_readout

LEFT_EDGE = -6.2
HEIGHT = 3.3


class LineReadouts(VGroup):
    """The read-outs of ``line`` = (a, b), with room for every line of ``path``."""

    def __init__(
        self, line: tuple[float, float], path: RosePath, measure: HeightMeasure, theme: Theme
    ) -> None:
        fit, (a, b), (walked_a, walked_b) = path.landscape, line, path.whole()
        self._measure = measure
        self._all = (
            slope_readout(_layout(a, walked_a, fit.slope_reach(path.height)), a),
            intercept_readout(_layout(b, walked_b, fit.intercept_reach(path.height)), b),
            measure.readout(float(fit.height(a, b)), theme),
        )
        super().__init__(*self._all)
        self.arrange(RIGHT, buff=0.6).move_to((LEFT_EDGE, HEIGHT, 0.0), aligned_edge=LEFT)
        for readout in self._all:
            readout.settle(HEIGHT)
        self.set_z_index(1)

    @property
    def labels(self) -> list[VMobject]:
        """Return what stands before the numbers and never moves."""
        return [readout.prefix for readout in self._all]

    def follow(
        self, a: Callable[[], float], b: Callable[[], float], height: Callable[[], float]
    ) -> None:
        """Show what the three return, in every frame."""
        sources = (a, b, lambda: self._measure.value(height()))
        for readout, source in zip(self._all, sources, strict=True):
            readout.follow(source)


def _layout(start: float, walked: NDArray[np.float64], reach: float) -> FixedFormat:
    low, high = min(start, float(walked.min())), max(start, float(walked.max()))
    return FixedFormat.for_range(low, high, finest=2 * reach)
