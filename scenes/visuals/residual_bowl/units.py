"""The level in units of the lowest one, counted from there.

The picture does not change, only what is read off it: the zero moves to the lowest level.
"""

from typing import Self

import numpy as np
from manim import LEFT, RIGHT, UP, VGroup

from scenes.visuals.plot.tank import Tank
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST

GAP, ABOVE = 0.22, 0.34


class Units(VGroup):
    """What is written beside and above ``tank`` where it is now.

    ``least`` is the lowest level, in the units of the tank. The k-th label stands where the level
    is k times ``least`` above ``least``.
    """

    def __init__(self, pen: Pen, tank: Tank, least: float, most: int) -> None:
        self.tank, self.least = tank, least
        hue = pen.theme.residual
        self.epsilon = Placed(pen.formula("epsilon", hue, SMALLEST), np.zeros(3))
        self.relative = Placed(pen.formula('epsilon_"rel"', hue, SMALLEST), np.zeros(3), RIGHT)
        self.labels = [
            Number(str(k), self._beside(k), colour=hue, size=SMALLEST, edge=LEFT)
            for k in range(most + 1)
        ]
        super().__init__(self.epsilon, self.relative, *self.labels)
        self.put_titles()

    def put_titles(self) -> Self:
        """Crown the tank where it is now."""
        box = self.tank.box
        crown = np.array([box.middle[0], box.top, 0.0]) + ABOVE * UP
        self.epsilon.put(crown)
        self.relative.put(np.array([box.right, crown[1], 0.0]))
        return self

    def _beside(self, k: int) -> np.ndarray:
        return np.array([self.tank.box.right + GAP, self.tank.top_of(self.least * (k + 1)), 0.0])
