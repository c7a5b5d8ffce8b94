"""The error of a line and its two numbers as they are read below its chart."""

from dataclasses import replace
from sys import float_info

import numpy as np
from numpy.typing import NDArray

from scenes.visuals.residual_bowl import layout
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.numerals import number_width
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import FORMULA, SMALLEST
from scenes.visuals.writing.value import Value

STEPS_SHOWN, ERRORS = 400, 1000  # of a read-out
ROUNDINGS = 16

Values = NDArray[np.float64]


def read_outs(
    pen: Pen, rim: tuple[Values, Values], line: tuple[float, float], letter: str
) -> tuple[Value, Value]:
    """Return a and b of ``line``, each in its place."""
    ends = [(float(values.min()), float(values.max())) for values in rim]
    rooms = zip(ends, layout.SMALL_NUMBERS, strict=True)
    formats = [_format(*pair, room) for pair, room in rooms]
    widest = max(_width(one, *pair, FORMULA) for one, pair in zip(formats, ends, strict=True))
    size = FORMULA if widest <= layout.NUMBER else SMALLEST
    slope, intercept = (
        Value(
            pen,
            name,
            read_out,
            value,
            np.array([*place, 0.0]),
            colour=colour,
            size=size,
        ).set_z_index(1)
        for name, read_out, value, place, colour in zip(
            ("a", letter),
            formats,
            line,
            layout.VALUES,
            (pen.theme.slope, pen.theme.intercept),
            strict=True,
        )
    )
    return slope, intercept


def error_read_out(pen: Pen, largest: float, y: Values) -> Value:
    """Return the error, 0 at first; errors are read up to ``largest``."""
    # A sum that is 0 up to rounding has no digits worth reading.
    rounding = len(y) * (ROUNDINGS * float_info.epsilon * float(np.abs(y).max())) ** 2
    read_out = FixedFormat.for_range(0.0, largest if largest > rounding else 1.0, steps=ERRORS)
    read_out = replace(read_out, integer_digits=1)
    size = FORMULA if number_width(read_out.write(largest), FORMULA) <= layout.NUMBER else SMALLEST
    place = np.array([*layout.ERROR, 0.0])
    colour = pen.theme.residual
    return Value(pen, '"error"', read_out, 0.0, place, colour=colour, size=size).set_z_index(1)


def _format(low: float, high: float, room: float) -> FixedFormat:
    """Return how numbers from ``low`` to ``high`` are written in a width of ``room``."""
    # Room for a sign that hardly ever comes would part the number from its "=".
    read_out = replace(FixedFormat.for_range(low, high, steps=STEPS_SHOWN), signed=False)
    # Small digits rather than few: of 0.27 the 0 says nothing.
    while read_out.decimals > 0 and _width(read_out, low, high, SMALLEST) > room:
        read_out = replace(read_out, decimals=read_out.decimals - 1)
    if read_out.exponent and not read_out.decimals:
        finer = replace(
            read_out, exponent=read_out.exponent - 1, integer_digits=read_out.integer_digits + 1
        )
        return finer if _width(finer, low, high, SMALLEST) <= room else read_out
    return read_out


def _width(read_out: FixedFormat, low: float, high: float, size: float) -> float:
    return max(number_width(read_out.write(value), size) for value in (low, high))
