"""A second line and, in a tank beside that of the first, its own sum."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from scenes.visuals.geometric_fit.bars.shares import set_ring
from scenes.visuals.geometric_fit.sheet.cloud import Cloud, feet_nearest
from scenes.visuals.geometric_fit.sheet.drawn import (
    LARGE,
    StraightAcross,
    Ways,
    right_angles,
    roomiest,
)
from scenes.visuals.geometric_fit.sheet.page import Page
from scenes.visuals.plot.tank import Tank
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

AWAY = np.deg2rad(50.0)  # from the best line
GREY = 0.5  # opacity of the ink: a grey that is nowhere near blue
LIGHTER = 0.72  # that of its ways, which are thinner than it is
WAY = 0.7 * BOLD
GAP = 0.4  # between both tanks
ABOVE = 0.3  # the tank is its name
BELOW = 0.3  # both tanks is the name of what they hold


class Second(VGroup):
    """The line of ``cloud`` at ``angle`` with its ways, grey, and its bar in a copy of ``tank``."""

    def __init__(self, cloud: Cloud, angle: float, tank: Tank, pen: Pen) -> None:
        theme = pen.theme
        self.cloud, self.angle, self.tank = cloud, angle, tank
        self.line = StraightAcross(theme.ink).set_stroke(opacity=GREY).set_z_index(2)
        self.ways = Ways(theme).set_stroke(theme.ink, WAY, LIGHTER).set_z_index(3)
        points = cloud.points[cloud.measured]
        feet = feet_nearest(points, angle)
        rings = right_angles(points, feet, LARGE)
        self.ring = rings[roomiest(rings, points, feet)]
        self.corner = VMobject(stroke_color=theme.ink, stroke_width=BOLD, stroke_opacity=LIGHTER)
        self.corner.set_z_index(3)
        self.aside = tank.box.width + GAP
        self.walls = tank.walls.copy().shift(np.array([self.aside, 0.0, 0.0]))
        self.content = VMobject(stroke_width=0, fill_color=theme.ink, fill_opacity=GREY)
        self.walls.set_z_index(2)
        place = np.array([tank.box.middle[0] + self.aside, tank.box.top + ABOVE, 0.0])
        self.above = Placed(pen.words("grey line", theme.muted, SMALLEST), place)
        middle = np.array([tank.box.middle[0] + self.aside / 2, tank.box.bottom - BELOW, 0.0])
        below = Placed(pen.words("sum of squares", size=SMALLEST), middle)
        super().__init__(self.line, self.ways, self.corner, self.content, self.walls)
        self.add(self.above, below)

    def set_page(self, page: Page) -> Self:
        """Draw it as ``page`` lies, and as much in its bar as its distances have."""
        self.line.set_line(page, self.angle)
        points = self.cloud.points[self.cloud.with_ways]
        self.ways.set_ways(page, points, feet_nearest(points, self.angle))
        self.corner.points = polylines(page.places(self.ring)[None])
        home = self.tank.box
        left, right, low = home.left + self.aside, home.right + self.aside, home.bottom
        top = self.tank.top_of(float(self.cloud.sum_of_squares(self.angle)))
        ring = [(left, low, 0), (right, low, 0), (right, top, 0), (left, top, 0)]
        set_ring(self.content, np.array(ring, float))
        return self
