"""A mark across a tank at the sum of a line that is there to be compared with the best one."""

from typing import Self

import numpy as np
from manim import VMobject

from scenes.visuals.geometric_fit.drawn import broken
from scenes.visuals.plot.tank import OVERHANG, Tank
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD


class TankLevel(VMobject):
    """A stroke across ``tank`` at a value, in ``colour``, broken into ``dashes`` as its line is."""

    def __init__(self, tank: Tank, colour: str, dashes: int) -> None:
        super().__init__(stroke_color=colour, stroke_width=BOLD)
        self.tank, self.dashes = tank, dashes

    def set_value(self, value: float) -> Self:
        """Draw the stroke at ``value``."""
        box, y = self.tank.box, self.tank.top_of(value)
        start = np.array([box.left - OVERHANG, y, 0.0])
        end = np.array([box.right + OVERHANG, y, 0.0])
        self.points = polylines(broken(start, end, self.dashes))
        return self
