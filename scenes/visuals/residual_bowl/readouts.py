"""Numbers beside the bowl: the line, and the slopes of the bowl where it is."""

import numpy as np
from numpy.typing import NDArray

from core.landscape.squared import ResidualLandscape
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.readouts import FixedFormat
from scenes.visuals.writing.screen import PICTURE, SMALLEST
from scenes.visuals.writing.value import Value

ROWS = (-1.0, -1.65, -2.3)
SECOND = 2.1  # from the left edge

Rim = tuple[NDArray[np.float64], NDArray[np.float64]]


def line_values(pen: Pen, rim: Rim, line: tuple[float, float]) -> tuple[Value, Value]:
    """Return a and b of ``line`` side by side, with room for every line inside the rim."""
    slope, intercept = (
        _value(pen, "ab"[k], line[k], _format(rim[k], 400), along=k, at=(k * SECOND, ROWS[0]))
        for k in range(2)
    )
    return slope, intercept


def gradient_values(pen: Pen, landscape: ResidualLandscape, rim: Rim) -> tuple[Value, Value]:
    """Return the slopes of the bowl along a and along b, one below the other."""
    slopes = [landscape.gradient(float(a), float(b)) for a, b in zip(*rim, strict=True)]
    steepest = np.abs(slopes).max(axis=0)
    along_a, along_b = (
        _value(
            pen,
            f'"along" {"ab"[k]}',
            0.0,
            _format(np.array([-most, most]), 500),
            along=k,
            at=(0.0, ROWS[1 + k]),
        )
        for k, most in enumerate(steepest)
    )
    return along_a, along_b


def _format(values: NDArray[np.float64], steps: int) -> FixedFormat:
    return FixedFormat.for_range(float(values.min()), float(values.max()), steps=steps)


def _value(
    pen: Pen,
    label: str,
    value: float,
    layout: FixedFormat,
    *,
    along: int,
    at: tuple[float, float],
) -> Value:
    """Return a read-out in the colour of a (``along`` is 0) or b (1)."""
    place = np.array([PICTURE.left + at[0], at[1], 0.0])
    colour = (pen.theme.slope, pen.theme.intercept)[along]
    shown = Value(pen, label, layout, value, place, colour=colour, size=SMALLEST)
    shown.set_z_index(1)
    return shown
