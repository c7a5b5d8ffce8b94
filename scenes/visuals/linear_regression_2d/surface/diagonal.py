"""The way along which both numbers change at once, as it lies on the sheet."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.surface.space import REACH, Space
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD

DASHES, SEEN = 21, 0.55


class Diagonal(VMobject):
    """Dashes over the way at ``angle``, on both sides of the best line."""

    def __init__(self, space: Space, angle: float, theme: Theme) -> None:
        super().__init__(stroke_color=theme.ink, stroke_width=BOLD)
        self.angle = angle
        self.set_z_index(5)
        self.set_space(space)

    def set_space(self, space: Space) -> Self:
        """Lie there."""
        reach, long = space.reach(self.angle), 2 * REACH / space.near / DASHES
        starts = -reach + np.arange(DASHES) * long
        dashes = np.stack([starts, starts + SEEN * long], axis=1)
        self.points = polylines(space.places(dashes.ravel(), self.angle, 0.0).reshape(DASHES, 2, 3))
        return self
