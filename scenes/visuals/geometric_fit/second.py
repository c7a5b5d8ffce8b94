"""A second line and, beside the bar of the first, its own sum."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.cloud import Cloud
from scenes.visuals.geometric_fit.drawn import StraightAcross
from scenes.visuals.geometric_fit.page import Page
from scenes.visuals.geometric_fit.shares import set_ring
from scenes.visuals.plot.tank import OVERHANG, Tank
from scenes.visuals.writing.screen import Box

AWAY = np.deg2rad(50.0)  # from the best line
OPACITY = 0.85
WALL = 0.02  # more than half as wide is that of the tank


class Second(VGroup):
    """The line of ``cloud`` at ``angle``, grey, and its bar in the right half of ``tank``."""

    def __init__(self, cloud: Cloud, angle: float, tank: Tank, theme: Theme) -> None:
        self.cloud, self.angle, self.tank = cloud, angle, tank
        self.line = StraightAcross(theme.muted).set_z_index(2)
        half = tank.box.width / 2
        self.box = Box(tank.box.left + half, tank.box.bottom, half, tank.box.height)
        # They hide the right half of what the tank holds and of its mark, which is that of the
        # first line, and leave its walls.
        self.ground, self.beyond = (
            VMobject(stroke_width=0, fill_color=theme.background, fill_opacity=1) for _ in range(2)
        )
        self.content = VMobject(stroke_width=0, fill_color=theme.muted, fill_opacity=OPACITY)
        self.bar = VGroup(self.ground, self.beyond, self.content).set_z_index(4)
        set_ring(self.ground, _corners(self.box, self.box.top))
        overhang = Box(self.box.right + WALL, self.box.bottom, OVERHANG, self.box.height)
        set_ring(self.beyond, _corners(overhang, overhang.top))
        super().__init__(self.line, self.bar)

    def set_page(self, page: Page) -> Self:
        """Draw it as ``page`` lies, and as much in its bar as its distances have."""
        self.line.set_line(page, self.angle)
        level = self.tank.top_of(float(self.cloud.sum_of_squares(self.angle)))
        set_ring(self.content, _corners(self.box, level))
        return self


def _corners(box: Box, top: float) -> np.ndarray:
    left, right, low = box.left, box.right, box.bottom
    return np.array([(left, low, 0), (right, low, 0), (right, top, 0), (left, top, 0)], float)
