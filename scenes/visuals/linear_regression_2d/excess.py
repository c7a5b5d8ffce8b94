"""How far a level is above the mark: a bracket beside the tank, and in units of the mark."""

from typing import Self

import numpy as np
from manim import ORIGIN, VMobject

from scenes.visuals.plot.tank import OVERHANG, Tank
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

TOOTH = 0.1
ABOVE, BELOW = 0.32, 0.36


class Excess(VMobject):
    """A bracket on the right of ``tank``, from its ``mark`` up to its level.

    ``number`` tells below the tank how much that is in marks, unless the mark is 0.
    """

    def __init__(self, pen: Pen, tank: Tank, mark: float) -> None:
        colour = pen.theme.residual
        super().__init__(stroke_color=colour, stroke_width=BOLD)
        self.tank, self.mark = tank, mark
        box = tank.box
        top = np.array([box.middle[0], box.top + ABOVE, 0.0])
        name = 'epsilon_"rel"' if mark else "epsilon"
        self.title = Placed(pen.formula(name, colour, SMALLEST), top)
        foot = np.array([box.middle[0], box.bottom - BELOW, 0.0])
        self.number = Number("", foot, colour=colour, size=SMALLEST, edge=ORIGIN)
        self.draw()

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """The bracket, its name and its length."""
        return self, self.title, self.number

    def draw(self) -> Self:
        """Draw it, and write the number, where mark and level are now."""
        tank = self.tank
        low, right = tank.top_of(self.mark), tank.box.right + OVERHANG
        high = tank.top_of(tank.level)
        if self.mark:
            self.number.set_text(f"{max(0.0, tank.level / self.mark - 1):.1f}")
        # Where there is nothing to measure there is no bracket.
        ends = [[(right - TOOTH, high, 0.0), (right, high, 0.0), (right, low, 0.0)]]
        self.points = polylines(np.array(ends)) if high - low > TOOTH else np.zeros((0, 3))
        return self
