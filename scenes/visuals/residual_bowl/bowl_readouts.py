"""Numbers beside the bowl: the line with its height, and the two slopes of the surface there."""

from collections.abc import Callable
from functools import partial

import numpy as np
from manim import VGroup

from core import palette
from core.palette import Theme
from scenes.visuals.plot.height_measure import HeightMeasure
from scenes.visuals.residual_bowl.bowl import BowlSpace
from scenes.visuals.writing.readouts import FixedFormat, Readout, intercept_readout, slope_readout

GAP = 0.6
ROW_STEP = 0.66

Line = Callable[[], tuple[float, float]]


def line_readouts(
    space: BowlSpace, line: Line, theme: Theme, *, left: float, height: float
) -> VGroup:
    """Return a, b and the residual of the (a, b) that ``line`` returns, side by side."""
    fit, (span_a, span_b) = space.landscape, space.spans
    measure = HeightMeasure.of(fit)
    a, b = line()
    slope = slope_readout(FixedFormat.for_range(fit.slope - span_a, fit.slope + span_a), a)
    intercept = intercept_readout(
        FixedFormat.for_range(fit.intercept - span_b, fit.intercept + span_b), b
    )
    above = measure.readout(float(fit.height(a, b)), theme)
    row = VGroup(slope, intercept, above).arrange(buff=GAP)
    row.move_to((left, height, 0.0), aligned_edge=(-1.0, 0.0, 0.0))
    for readout in (slope, intercept, above):
        readout.settle(height)
        readout.number.set_z_index(1)
    slope.follow(lambda: line()[0])
    intercept.follow(lambda: line()[1])
    above.follow(lambda: measure.value(float(fit.height(*line()))))
    return row


def gradient_readouts(space: BowlSpace, line: Line, *, left: float, height: float) -> VGroup:
    """Return both derivatives of the residual at (a, b), each in the colour of its tangent."""
    fit = space.landscape
    measure = HeightMeasure.of(fit)
    angles = np.linspace(0, 2 * np.pi, 73)
    rim = [
        fit.gradient(float(a), float(b))
        for a, b in zip(*fit.at(np.sqrt(space.height), angles), strict=True)
    ]

    def derivative(k: int) -> float:
        return measure.value(fit.gradient(*line())[k])

    rows = VGroup()
    for k, (letter, colour) in enumerate((("a", palette.SLOPE), ("b", palette.INTERCEPT))):
        largest = measure.value(max(abs(slopes[k]) for slopes in rim))
        readout = Readout(
            f"partial {measure.name} \\/ partial {letter}",
            FixedFormat.for_range(-largest, largest, steps=2000),
            derivative(k),
            colour,
        )
        readout.move_to((left, 0.0, 0.0), aligned_edge=(-1.0, 0.0, 0.0))
        readout.settle(height - ROW_STEP * k)
        readout.follow(partial(derivative, k))
        readout.number.set_z_index(1)
        rows.add(readout)
    return rows
