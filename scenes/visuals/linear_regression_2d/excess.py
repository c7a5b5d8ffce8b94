"""How far a level is above the mark: a bracket beside the tank, in units of the mark."""

from typing import Self

import numpy as np
from manim import VMobject

from scenes.visuals.plot.tank import OVERHANG, Tank
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

TOOTH = 0.1
ABOVE = 0.32


class Excess(VMobject):
    """A bracket on the right of ``tank``, from its mark up to its level."""

    def __init__(self, pen: Pen, tank: Tank, relative: bool) -> None:
        super().__init__(stroke_color=pen.theme.residual, stroke_width=BOLD)
        self.tank = tank
        top = np.array([tank.box.left + tank.box.width / 2, tank.box.top + ABOVE, 0.0])
        name = 'epsilon_"rel"' if relative else "epsilon"
        self.title = Placed(pen.formula(f"res({name})", size=SMALLEST), top)

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """The bracket and its name."""
        return self, self.title

    def draw(self) -> Self:
        """Draw it where level and mark are now."""
        tank = self.tank
        low = tank.top_of(tank.level if tank.marked is None else tank.marked)
        high, right = max(low, tank.top_of(tank.level)), tank.box.right + OVERHANG
        ends = [(right - TOOTH, high), (right, high), (right, low)]
        self.points = polylines(np.array([[(u, v, 0.0) for u, v in ends]]))
        return self
