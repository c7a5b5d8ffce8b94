"""Numbers above a film of two distances: points above and below, both sums, both slopes."""

from collections.abc import Callable

import numpy as np
from manim import LEFT, RIGHT, VGroup
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.squared_versus_absolute.distance_plot import ABSOLUTE, SQUARED, Distance
from scenes.visuals.writing.readouts import FixedFormat, Readout
from scenes.visuals.writing.typeset import words

Values = NDArray[np.float64]
LEFT_EDGE = -6.2
HEIGHT = 3.25
GAP = 0.6

COUNT = FixedFormat(decimals=0, exponent=0, integer_digits=1)
LENGTHS = FixedFormat(decimals=2, exponent=0, integer_digits=1)
SQUARES = FixedFormat(decimals=2, exponent=0, integer_digits=2)


def counts(x: Values, y: Values, line: Callable[[], tuple[float, float]], theme: Theme) -> VGroup:
    """Return how many points lie above the line (a, b) that ``line`` returns, and below."""

    def above() -> float:
        a, b = line()
        return float(np.sum(y > a * x + b))

    def below() -> float:
        return y.size - above()

    return _row(
        (Readout('"above"', COUNT, above(), theme.ink), above),
        (Readout('"below"', COUNT, below(), theme.ink), below),
    )


def sums(x: Values, y: Values, line: Callable[[], tuple[float, float]]) -> VGroup:
    """Return the sums of both distances from the line (a, b) that ``line`` returns."""

    def squared() -> float:
        return float(SQUARED.total(x, y, *line()))

    def absolute() -> float:
        return float(ABSOLUTE.total(x, y, *line()))

    return _row(
        (Readout(ABSOLUTE.inline, LENGTHS, absolute(), ABSOLUTE.colour), absolute),
        (Readout(SQUARED.inline, SQUARES, squared(), SQUARED.colour), squared),
    )


def named_slope(distance: Distance, slopes: Values, slope: Callable[[], float]) -> VGroup:
    """Return the name of a distance and its slope, which moves among ``slopes``."""
    layout = FixedFormat.for_range(float(slopes.min()), float(slopes.max()))
    readout = Readout("a", layout, slope(), distance.colour)
    row = VGroup(words(distance.name, colour=distance.colour, size=34), readout)
    row.arrange(RIGHT, buff=0.35).set_z_index(1)
    left = LEFT_EDGE if distance is SQUARED else 0.0
    row.move_to((left, HEIGHT, 0.0), aligned_edge=LEFT)
    readout.settle(HEIGHT).follow(slope)
    return row


def _row(*readouts: tuple[Readout, Callable[[], float]]) -> VGroup:
    row = VGroup(*(readout for readout, _ in readouts)).arrange(RIGHT, buff=GAP).set_z_index(1)
    row.move_to((LEFT_EDGE, HEIGHT, 0.0), aligned_edge=LEFT)
    for readout, source in readouts:
        readout.settle(HEIGHT).follow(source)
    return row
