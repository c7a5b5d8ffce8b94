"""Marks across a tank at the sums of lines that are there to be compared with the best one."""

from collections.abc import Iterable
from typing import Self

import numpy as np
from manim import VMobject

from scenes.visuals.plot.tank import OVERHANG, Tank
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD


class TankLevels(VMobject):
    """A stroke across ``tank`` at each value, in ``colour``."""

    def __init__(self, tank: Tank, colour: str) -> None:
        super().__init__(stroke_color=colour, stroke_width=BOLD)
        self.tank = tank

    def set_values(self, values: Iterable[float]) -> Self:
        """Draw a stroke at each of ``values``."""
        box = self.tank.box
        ends = [
            [(u, self.tank.top_of(value), 0.0) for u in (box.left - OVERHANG, box.right + OVERHANG)]
            for value in values
        ]
        self.points = polylines(np.array(ends))
        return self
