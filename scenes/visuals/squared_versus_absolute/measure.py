"""Two ways to say how far points are from a line, each with its hue."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.landscape.absolute import absolute_residual
from core.landscape.residual import residual
from core.palette import Theme

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Measure:
    """What is summed over the points: |y - (a x + b)| to the ``power``.

    ``hue`` is the name of its colour in a theme and in a formula; ``total`` sums over points x, y
    for lines a, b.
    """

    noun: str
    hue: str
    power: int
    total: Callable[[ArrayLike, ArrayLike, ArrayLike, ArrayLike], Values]

    def colour(self, theme: Theme) -> str:
        """Return its hue in ``theme``."""
        return str(getattr(theme, self.hue))

    def amounts(self, x: Values, y: Values, a: float, b: float) -> Values:
        """Return what each point adds to the sum."""
        return np.asarray(np.abs(y - (a * x + b)) ** self.power)


SQUARED = Measure("squares", "squared", 2, residual)
ABSOLUTE = Measure("lengths", "absolute", 1, absolute_residual)
