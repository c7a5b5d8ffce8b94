"""The unit of epsilon_rel, counted off: what lies below the mark, copied upward."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD, Box

INSIDE = 0.05  # of the walls: one copy ends where the next begins


class Units(VMobject):
    """So many ``copies`` in ``tank``, outlined, as high as the ``unit``, which is a share of it."""

    def __init__(self, tank: Box, unit: float, copies: int, theme: Theme) -> None:
        super().__init__(stroke_color=theme.residual, stroke_width=BOLD)
        self._tank, self._unit, self.copies = tank, unit * tank.height, copies
        self.set_z_index(5)
        self.set_share(0.0)

    def set_share(self, share: float) -> Self:
        """Show them after ``share`` of their way up, the topmost being the last to rest."""
        tank, unit = self._tank, self._unit
        left, right = tank.left + INSIDE, tank.right - INSIDE
        rings = []
        for k in range(1, self.copies + 1):
            low = tank.bottom + unit * min(k, share * self.copies)
            up = low + INSIDE, low + unit - INSIDE
            ring = [(left, up[0]), (right, up[0]), (right, up[1]), (left, up[1]), (left, up[0])]
            rings.append([(u, v, 0.0) for u, v in ring])
        self.points = polylines(np.array(rings))
        return self
