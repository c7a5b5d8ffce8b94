"""How far a level is above the mark: a bracket beside the tank, and in units of the mark."""

from typing import Self

import numpy as np
from manim import RIGHT, VMobject

from scenes.visuals.plot.tank import OVERHANG, Tank
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, SMALLEST

TOOTH = 0.1
BELOW = 0.36
ASIDE = 0.2  # the end of the number, from the middle of its tank


class Excess(VMobject):
    """A bracket on the right of ``tank``, from its ``mark`` up to its level.

    Below the tank stands how much that is in marks, unless the mark is 0.
    """

    def __init__(self, pen: Pen, tank: Tank, mark: float) -> None:
        colour = pen.theme.residual
        super().__init__(stroke_color=colour, stroke_width=BOLD)
        self.tank, self.mark = tank, mark
        box = tank.box
        foot = np.array([box.middle[0] + ASIDE, box.bottom - BELOW, 0.0])
        self.number = Number("", foot, colour=colour, size=SMALLEST, edge=RIGHT)
        # The 0 says where the unit stands behind a digit.
        model = pen.formula("0 epsilon_0", colour, SMALLEST)
        zero, whole = model.submobjects[0], model.height
        self.unit = model.shift(foot - np.array([zero.get_right()[0], zero.get_center()[1], 0.0]))
        self.unit.remove(zero)
        # manim tells a formula's size by its height: what is left is as large as before.
        self.unit.initial_height *= self.unit.height / whole
        self.draw()

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """The bracket, its length and what that is counted in."""
        return (self, self.number, self.unit) if self.mark else (self,)

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
