"""Two sheets beside each other with the same points: measured straight up, and the shortest way.

Each has its bar, both to one scale and next to each other, so that one sees which of them moves.
"""

import numpy as np
from manim import VGroup, VMobject

from scenes.visuals.geometric_fit.cloud import Cloud, feet_nearest, feet_upright
from scenes.visuals.geometric_fit.drawn import Dots, Paper, StraightAcross, Ways
from scenes.visuals.geometric_fit.far import Far
from scenes.visuals.geometric_fit.page import HOME, RADIUS, Page
from scenes.visuals.geometric_fit.shares import OPACITY
from scenes.visuals.plot.tank import Tank
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import PICTURE, SMALLEST, Box

SIZE = 0.82  # of each sheet
REACH = SIZE * RADIUS + 0.1  # with the marks on its rim
ASIDE = -PICTURE.left - REACH  # from the middle of the picture to that of a sheet
HEIGHT = PICTURE.top - REACH  # of both
BAR, GAP = 0.9, 0.5  # widths of a bar and between both
NAMES = -2.15  # height of what is written below sheets and bars
LINE = 0.5  # from one line of it to the other
SEEN = 0.2  # of the way apart, until the bar that leaves is all there


def page(turn: float, apart: float, side: int) -> Page:
    """Return the sheet on the left (-1) or right (1) after a share of the way ``apart``."""
    x, y = (1 - apart) * np.array(HOME) + apart * np.array([side * ASIDE, HEIGHT])
    return Page(turn, (float(x), float(y)), 1 - apart * (1 - SIZE))


def bar(home: Box, apart: float, side: int) -> Box:
    """Return the bar beside the sheet on that side, which comes from ``home``."""
    bottom = NAMES + LINE + 0.4
    left = side * (GAP + BAR) / 2 - BAR / 2
    return home.towards(Box(left, bottom, BAR, PICTURE.top - bottom), apart)


def names(pen: Pen) -> VGroup:
    """Return what stands below sheets and bars."""
    written = (
        ("measured straight up", -ASIDE, 0.0),
        ("the shortest way", ASIDE, 0.0),
        ("sum of", 0.0, LINE),
        ("squares", 0.0, 0.0),
    )
    return VGroup(
        *(
            Placed(pen.words(text, size=SMALLEST), np.array([x, NAMES + up, 0.0]))
            for text, x, up in written
        )
    )


class Upright(VGroup):
    """A copy of the sheet on which distances are measured upright, and its bar."""

    def __init__(self, cloud: Cloud, dots: Dots, tank: Tank, pen: Pen) -> None:
        theme = pen.theme
        self.cloud, self.home = cloud, tank.box
        self.paper = Paper(theme)
        self.far = Far(cloud.points[cloud.outside], theme) if cloud.outside.size else VMobject()
        self.line = StraightAcross(theme.ink)
        self.ways = Ways(theme)
        self.dots = dots
        self.tank = Tank(pen, tank.box, tank.levels)
        self.tank.remove(self.tank.mark, self.tank.below)
        super().__init__(self.paper, self.tank, self.ways, self.line, self.dots, self.far)
        for part, level in ((self.tank, 1), (self.ways, 4), (self.line, 5), (self.dots, 6)):
            part.set_z_index(level)
        self.far.set_z_index(6)

    def set_line(self, turn: float, angle: float, apart: float = 1.0, upright: float = 1.0) -> None:
        """Show a line with the ways to it, which are ``upright`` or between that and shortest."""
        cloud, sheet = self.cloud, page(turn, apart, -1)
        points = cloud.points[cloud.with_ways]
        feet = feet_nearest(points, angle)
        feet = feet + upright * (feet_upright(points, angle, turn) - feet)
        self.paper.set_page(sheet)
        if isinstance(self.far, Far):
            self.far.set_page(sheet)
        self.dots.set_points_on(sheet, cloud.points[cloud.shown], sheet.scale)
        self.line.set_line(sheet, angle)
        self.ways.set_ways(sheet, points, feet)
        self.tank.set_level(cloud.sum_of_upright_squares(angle, turn, upright))
        self.tank.set_box(bar(self.home, apart, -1))
        # It leaves from where the other bar is: twice as much red there would be a jump.
        self.tank.content.set_fill(opacity=OPACITY * min(1.0, apart / SEEN))
