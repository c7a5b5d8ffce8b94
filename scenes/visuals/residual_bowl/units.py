"""The level in units of the lowest one: a brick as high as that, laid up the tank again and again.

The picture does not change, only what is read off it: the zero moves to the lowest level.
"""

from typing import Self

import numpy as np
from manim import LEFT, RIGHT, UP, UpdateFromAlphaFunc, VGroup, VMobject

from scenes.visuals.plot.tank import Tank
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST, THIN

GAP, ABOVE = 0.22, 0.34


class Units(VGroup):
    """What is written beside and above ``tank`` where it is now, and the brick in it.

    ``least`` is the lowest level, in the units of the tank. The k-th label stands where the level
    is k times ``least`` above ``least``.
    """

    def __init__(self, pen: Pen, tank: Tank, least: float, most: int) -> None:
        self.tank, self.least = tank, least
        hue = pen.theme.residual
        self.epsilon = Placed(pen.formula("epsilon", hue, SMALLEST), np.zeros(3))
        self.relative = Placed(pen.formula('epsilon_"rel"', hue, SMALLEST), np.zeros(3), RIGHT)
        self.brick = VMobject(stroke_color=pen.theme.ink, stroke_width=THIN + 1)
        self.labels = [
            Number(str(k), self._beside(k), colour=hue, size=SMALLEST, edge=LEFT)
            for k in range(most + 1)
        ]
        super().__init__(self.epsilon, self.relative, self.brick, *self.labels)
        self.put_titles()

    def put_titles(self) -> Self:
        """Crown the tank where it is now."""
        box = self.tank.box
        crown = np.array([box.middle[0], box.top, 0.0]) + ABOVE * UP
        self.epsilon.put(crown)
        self.relative.put(np.array([box.right, crown[1], 0.0]))
        return self

    def set_brick(self, laid: float) -> Self:
        """Lay the brick after ``laid`` of its own heights above the bottom."""
        box = self.tank.box
        low, high = (self.tank.top_of(self.least * k) for k in (laid, laid + 1))
        ring = [(box.left, low), (box.right, low), (box.right, high), (box.left, high)]
        corners = np.array([[(u, v, 0.0) for u, v in [*ring, ring[0]]]])
        self.brick.points = polylines(corners)
        return self

    def lay(self, under: int) -> UpdateFromAlphaFunc:
        """Return the animation that lifts the brick from ``under`` others onto one more."""
        return UpdateFromAlphaFunc(self.brick, lambda _, t: self.set_brick(under + t))

    def _beside(self, k: int) -> np.ndarray:
        return np.array([self.tank.box.right + GAP, self.tank.top_of(self.least * (k + 1)), 0.0])
