"""The levels that the search has left behind: each is lower than the one before, by ever less."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.shown_data import Values
from scenes.visuals.plot.tank import Tank
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN

LENGTH = 0.4


class Rungs(VMobject):
    """Strokes on the right of ``tank``, one for each level that a mark has left."""

    def __init__(self, tank: Tank, theme: Theme) -> None:
        super().__init__(stroke_color=theme.muted, stroke_width=THIN)
        self.tank = tank
        self.set_levels(np.zeros(0))

    def set_levels(self, levels: Values) -> Self:
        """Draw a stroke at each of ``levels``."""
        self.levels = levels
        right = self.tank.box.right
        at = [
            [(u, self.tank.top_of(level), 0.0) for u in (right, right + LENGTH)] for level in levels
        ]
        self.points = polylines(np.array(at).reshape(-1, 2, 3))
        return self
