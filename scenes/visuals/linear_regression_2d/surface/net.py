"""Lines parallel to the ways of a and of b on the bowl, so near to the best line that all is flat.

Each of them is cut out of the bowl, and none lies on the sheet by itself: what bends them away is
so small that only one who is far nearer than the net is wide sees them at all.
"""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.lines.shown_data import Values
from scenes.visuals.linear_regression_2d.surface.course import Course
from scenes.visuals.linear_regression_2d.surface.space import CORNERS, NEAR, SIDE, Space
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN

KNOTS = 13  # of each line


class Net(VMobject):
    """A net that fills the sheet from very near; its meshes are steps of ``course``."""

    def __init__(self, space: Space, course: Course, meshes: int, theme: Theme) -> None:
        super().__init__(stroke_color=theme.muted, stroke_width=THIN)
        self.set_z_index(2)
        corners = space.yaw + CORNERS[:4]
        outward = np.stack([np.cos(corners), np.sin(corners)], axis=1)
        # From the middle to the middles of two sides of the sheet.
        self._sides = SIDE * (outward[:2] + outward[1:3]) / np.sqrt(2)
        first, second = course.whole / meshes
        lines = [*self._parallel(first, second), *self._parallel(second, first)]
        self._lines = np.array(lines)
        self.set_space(space)

    def set_space(self, space: Space) -> Self:
        """Be seen there."""
        near = space.on_bowl(self._lines.reshape(-1, 2) * space.near / NEAR)
        self.points = polylines(near.reshape(-1, KNOTS, 3))
        return self

    def _parallel(self, along: Values, apart: Values) -> list[Values]:
        """Return the lines (KNOTS, 2) within the sheet that go ``along``, so far ``apart``."""
        # In units of half a side: the sheet reaches from -1 to 1 on both ways.
        size = SIDE**2
        u, v = (self._sides @ way / size for way in (along, apart))
        most = int(np.abs(u).sum() / abs(u[0] * v[1] - u[1] * v[0]))
        lines = []
        for k in range(-most, most + 1):
            ends = np.sort((np.array([[-1.0], [1.0]]) - k * v) / u, axis=0)
            low, high = float(ends[0].max()), float(ends[1].min())
            if low < high:
                lines.append(k * apart + np.linspace(low, high, KNOTS)[:, None] * along)
        return lines
