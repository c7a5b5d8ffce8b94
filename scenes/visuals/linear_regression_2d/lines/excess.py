"""How far a level is above the mark: a bracket beside the tank."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.plot.tank import OVERHANG, Tank
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD

TOOTH = 0.1


class Excess(VMobject):
    """A bracket on the right of ``tank``, from its ``mark`` up to its level."""

    def __init__(self, tank: Tank, mark: float, theme: Theme) -> None:
        super().__init__(stroke_color=theme.residual, stroke_width=BOLD)
        self.tank, self.mark = tank, mark
        self.draw()

    def draw(self) -> Self:
        """Draw it where mark and level are now."""
        tank = self.tank
        low, right = tank.top_of(self.mark), tank.box.right + OVERHANG
        high = tank.top_of(tank.level)
        # Where there is nothing to measure there is no bracket.
        ends = [[(right - TOOTH, high, 0.0), (right, high, 0.0), (right, low, 0.0)]]
        self.points = polylines(np.array(ends)) if high - low > TOOTH else np.zeros((0, 3))
        return self
