"""The sum of the squares, as a formula and as the number that it is for the line that is shown."""

import math
from typing import Self

import numpy as np

from core.landscape.squared import ResidualLandscape
from scenes.visuals.normal_equations.formulas.derivation import EPSILON
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import SMALLEST
from scenes.visuals.writing.value import Value

# How many values between 0 and the largest are told apart; fewer beside a power of ten.
PARTS, PARTS_OF_POWER = 1000, 100
PARTS_OF_RISE = 20
UNDER = 0.25  # of a mark, from the number


class Epsilon(Value):
    """epsilon(a, b), which follows the line; ``largest`` is the line with the most to show.

    A ``rise`` as small as that is still seen.
    """

    def __init__(
        self,
        pen: Pen,
        landscape: ResidualLandscape,
        largest: tuple[float, float],
        place: tuple[float, float],
        size: float,
        *,
        label: str = EPSILON,
        rise: float = np.inf,
    ) -> None:
        self.landscape = landscape
        most = self.of(*largest)
        seen = math.ceil(PARTS_OF_RISE * most / rise)
        layout = FixedFormat.for_range(0.0, most, steps=max(PARTS, seen))
        if layout.exponent:
            layout = FixedFormat.for_range(0.0, most, steps=max(PARTS_OF_POWER, seen))
        super().__init__(
            pen,
            label,
            layout,
            most,
            np.array([*place, 0.0]),
            size=size,
        )
        self.number.set_color(pen.theme.residual)

    def of(self, a: float, b: float) -> float:
        """Return epsilon of the line y = a x + b."""
        least = self.landscape.fit.rss
        return least + self.landscape.unit * float(self.landscape.height(a, b))

    def set_line(self, a: float, b: float) -> Self:
        """Show epsilon of the line y = a x + b."""
        return self.set_value(self.of(a, b))

    def mark(self, pen: Pen, line: tuple[float, float]) -> Formula:
        """Return what is written under the number when it is as small as for ``line``."""
        number = self.written(*line)
        mark = pen.formula(f'res("least" {number})', size=SMALLEST)
        right, low = float(self.number.get_right()[0]), float(self.number.get_bottom()[1])
        return mark.shift((right - mark.get_right()[0], low - UNDER - mark.get_top()[1], 0.0))

    def written(self, a: float, b: float) -> str:
        """Return epsilon of a line as it stands in a sentence."""
        return self.layout.write(self.of(a, b)).strip().replace("×10^", " times 10^")
