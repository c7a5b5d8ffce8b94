"""The level to be beaten: a thin stroke across a tank, where the best of the rivals stood."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.plot.tank import Tank
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN


class OldLevel(VMobject):
    """A stroke across ``tank`` at ``level``."""

    def __init__(self, tank: Tank, level: float, theme: Theme) -> None:
        super().__init__(stroke_color=theme.ink, stroke_width=THIN)
        self.tank, self.level = tank, level
        self.set_z_index(5)
        self.draw()

    def draw(self) -> Self:
        """Draw it where the tank is now."""
        box, height = self.tank.box, self.tank.top_of(self.level)
        self.points = polylines(np.array([[(u, height, 0.0) for u in (box.left, box.right)]]))
        return self
