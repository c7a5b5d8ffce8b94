"""A second line and, in a tank beside that of the first, its own sum."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from scenes.visuals.geometric_fit.cloud import Cloud
from scenes.visuals.geometric_fit.drawn import StraightAcross
from scenes.visuals.geometric_fit.page import Page
from scenes.visuals.geometric_fit.shares import set_ring
from scenes.visuals.plot.tank import Tank
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST

AWAY = np.deg2rad(50.0)  # from the best line
OPACITY = 0.85
GAP = 0.4  # between both tanks
ABOVE = 0.3  # the tank is its name


class Second(VGroup):
    """The line of ``cloud`` at ``angle``, grey, and its bar in a copy of ``tank``."""

    def __init__(self, cloud: Cloud, angle: float, tank: Tank, pen: Pen) -> None:
        theme = pen.theme
        self.cloud, self.angle, self.tank = cloud, angle, tank
        self.line = StraightAcross(theme.muted).set_z_index(2)
        self.aside = tank.box.width + GAP
        self.walls = tank.walls.copy().shift(np.array([self.aside, 0.0, 0.0]))
        self.content = VMobject(stroke_width=0, fill_color=theme.muted, fill_opacity=OPACITY)
        self.walls.set_z_index(2)
        place = np.array([tank.box.middle[0] + self.aside, tank.box.top + ABOVE, 0.0])
        self.above = Placed(pen.words("grey line", theme.muted, SMALLEST), place)
        super().__init__(self.line, self.content, self.walls, self.above)

    def set_page(self, page: Page) -> Self:
        """Draw it as ``page`` lies, and as much in its bar as its distances have."""
        self.line.set_line(page, self.angle)
        home = self.tank.box
        left, right, low = home.left + self.aside, home.right + self.aside, home.bottom
        top = self.tank.top_of(float(self.cloud.sum_of_squares(self.angle)))
        ring = [(left, low, 0), (right, low, 0), (right, top, 0), (left, top, 0)]
        set_ring(self.content, np.array(ring, float))
        return self
