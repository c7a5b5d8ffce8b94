"""The level of one half: of what there is without lead, and then of what the line starts with."""

from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup

from scenes.visuals.half_thickness.rates import Level
from scenes.visuals.half_thickness.views import FEW, HALF, LOGARITHMS, Values, Views
from scenes.visuals.writing.numerals import Number, number_width
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST

OVER, UNDER = 0.12 * UP, np.array([-0.1, -0.42, 0.0])
APART, UNIT = 0.2 * RIGHT, 0.1  # from the name to the share, and from there to its unit


class HalfLevel(Level):
    """The level of one half, right across.

    It begins as half of 100. The line through the points does not start from quite 100: the level
    is ``lowered`` by a share of the way to half of where that starts, ``start``.
    """

    def __init__(self, views: Views, start: float, colour: str) -> None:
        super().__init__(views, HALF, colour)
        self.start = start
        self.set_view(FEW)

    def set_lowered(self, lowered: float) -> Self:
        """Draw it between half of 100 (0) and half of where the line starts (1)."""
        self.rate = HALF + lowered * (self.start / 2 - HALF)
        return self.draw()


class LevelName(Placed):
    """What the level is, above its right end; near to the line below it, where that starts."""

    def __init__(self, pen: Pen, level: HalfLevel) -> None:
        self._level = level
        super().__init__(pen.sentence("half", pen.theme.ink, SMALLEST), self._place, RIGHT + DOWN)

    @property
    def _place(self) -> Values:
        level = self._level
        start: Values = level.views.places(0.0, level.rate, level.view)[0]
        if level.view <= LOGARITHMS:
            return np.array([level.right, start[1], 0.0]) + OVER
        below: Values = start + UNDER
        return below

    def set_view(self, view: float) -> Self:
        """Stand where the level ends in ``view``."""
        self._level.set_view(view)
        return self.put(self._place)


class LevelShare(VGroup):
    """How much the level is in per cent, behind its name, near to the line."""

    def __init__(self, pen: Pen, level: HalfLevel, name: LevelName) -> None:
        colour = pen.theme.photon
        self._level, self._name = level, name
        self.number = Number("", np.zeros(3), colour=colour, size=SMALLEST)
        self._unit = Placed(pen.words("%", colour, SMALLEST), np.zeros(3), LEFT)
        super().__init__(self.number, self._unit)

    def set_lowered(self, lowered: float) -> Self:
        """Go with the level, and tell how much it is."""
        self._level.set_lowered(lowered)
        self._name.set_view(self._level.view)
        anchor: Values = self._name.get_right() + APART
        self.number.anchor = anchor
        self.number.set_text(f"{self._level.rate:#.3g}")
        wide = number_width(self.number.text, SMALLEST) + UNIT
        self._unit.put(anchor + wide * RIGHT)
        return self
