"""Why points pull as they do: one far and one near, and what one small step of the line changes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.regression import Residuals, Squares, openings
from scenes.visuals.squared_versus_absolute.measure import SQUARED, Measure
from scenes.visuals.squared_versus_absolute.pulls import (
    CLEAR,
    LENGTH_PULL,
    RADIUS,
    STRAY_RADIUS,
)
from scenes.visuals.squared_versus_absolute.step.gain import Gain, Values
from scenes.visuals.squared_versus_absolute.stray import TOUCHING, Line, Stray

# A near point is one that misses the line about so much less than the stray one.
NEARER = 0.3


@dataclass(frozen=True)
class OneStep:
    """The squares or the lengths of two points, what they gain in a ``step``.

    ``near`` marks that of the two which does not go astray.
    """

    x: Values
    y: Values
    line: Line
    step: float
    misses: Squares | Residuals
    gain: Gain
    near: Marker


def one_step(
    chart: Chart, measure: Measure, stray: Stray, theme: Theme, *, far: float, line: Line
) -> OneStep:
    """Return the stage of one step of ``line`` away from the stray point, at the height ``far``."""
    x, y = _far_and_near(chart, stray, far, line)
    away = 1.0 if np.polyval(line, stray.x) > far else -1.0
    step = away * LENGTH_PULL * chart.y_scale.span
    rims = np.array([STRAY_RADIUS, RADIUS]) + CLEAR
    colour, side = measure.colour(theme), _side(chart, stray)
    misses = (
        Squares(chart, x, y, line, theme, colour=colour, side=side)
        if measure is SQUARED
        else Residuals(chart, x, y, line, theme, colour=colour)
    )
    return OneStep(
        x,
        y,
        line,
        step,
        misses.set_z_index(1),
        Gain(
            chart, x, y, line, theme, measure=measure, step=step, rims=rims, side=side
        ).set_z_index(3),
        Marker(chart, x[1], y[1], theme.point, theme, radius=RADIUS).set_z_index(5),
    )


def _far_and_near(chart: Chart, stray: Stray, far: float, line: Line) -> tuple[Values, Values]:
    """Return x and y of the stray point and of a near one.

    It is on the same side of the line where there is one, and its square beside the other one where
    there is room.
    """
    x, y = stray.others
    misses, miss = y - np.polyval(line, x), far - np.polyval(line, stray.x)
    touching = np.abs(misses) <= TOUCHING * abs(miss)
    other_side = np.sign(misses) != np.sign(miss)
    side = _side(chart, stray)
    crowded = _crowded(chart, np.append(x, stray.x), np.append(misses, miss), side)
    badness = np.abs(np.abs(misses / miss) - NEARER) + crowded + 10 * other_side + 100 * touching
    near = int(np.argmin(badness))
    return np.array([stray.x, x[near]]), np.array([far, y[near]])


def _side(chart: Chart, stray: Stray) -> float:
    """Return to which side both squares open: the one of the stray point has most room there."""
    return float(openings(chart, chart.places(stray.x, stray.y))[0])


def _crowded(chart: Chart, x: Values, misses: Values, side: float) -> NDArray[np.bool_]:
    """Tell which squares (n,), a step larger, reach into the last one (n + 1,) or out of the chart.

    They open to one ``side``.
    """
    places = chart.places(x, chart.y_scale.low)
    sides = (np.abs(misses) / chart.y_scale.span + LENGTH_PULL) * chart.box.height
    ends = np.sort([places[:, 0], places[:, 0] + side * sides], axis=0)
    reaching = (ends[1, :-1] > ends[0, -1]) & (ends[0, :-1] < ends[1, -1])
    outside = (ends[0, :-1] < chart.box.left) | (ends[1, :-1] > chart.box.right)
    return np.asarray(reaching | outside)
