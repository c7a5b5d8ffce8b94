"""Two sheets beside each other with the same points: measured the shortest way, and straight up.

Each has its bar, both to one scale and next to each other, so that one sees which of them moves.
"""

import numpy as np
from manim import DOWN, VGroup, VMobject

from scenes.visuals.geometric_fit.cloud import Cloud, feet_upright
from scenes.visuals.geometric_fit.drawn import Dots, Paper, StraightAcross, Ways
from scenes.visuals.geometric_fit.far import Far
from scenes.visuals.geometric_fit.page import MOVED, RADIUS, Page
from scenes.visuals.geometric_fit.up import Up
from scenes.visuals.plot.tank import Tank
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, PICTURE, SMALLEST, Box

SIZE = 0.72  # of each sheet
REACH = SIZE * RADIUS + 0.1  # with the marks on its rim
ASIDE = -PICTURE.left - REACH  # from the middle of the picture to that of a sheet
ABOVE_SHEET = 0.1
HEIGHT = PICTURE.top - ABOVE_SHEET - REACH  # of both
BAR, GAP = 1.25, 0.4  # widths of a bar and between both
NAMES = -2.15  # height of what is written below sheets and bars
LINE = 0.5  # from one line of it to the other
ABOVE = 0.2  # a mark stands its name
ROOM = 0.4  # for that name
BESIDE = 0.2  # from a stroke to the name of its line
UP = PICTURE.right - 0.25, HEIGHT + 1.1  # the foot of the arrow, beside the sheet on the right
UPWARDS = 0.65  # length of it
UNNAMED = 0.15  # radians of a tilt, until a mark has no name
LIT = 0.05  # radians of a tilt, until the ways that change are bright
SAMPLE = 0.5  # length of the stroke before the name of a line


def page(turn: float, apart: float = 1.0, side: int = -1) -> Page:
    """Return the sheet on the left (-1) or right (1) after a share of the way ``apart``."""
    x, y = (1 - apart) * np.array(MOVED.middle) + apart * np.array([side * ASIDE, HEIGHT])
    return Page(turn, (float(x), float(y)), 1 - apart * (1 - SIZE))


def bar(home: Box, apart: float = 1.0, side: int = -1) -> Box:
    """Return the bar beside the sheet on that side, which comes from ``home``."""
    bottom = NAMES + LINE + 0.4
    left = side * (GAP + BAR) / 2 - BAR / 2
    return home.towards(Box(left, bottom, BAR, PICTURE.top - bottom), apart)


def names(pen: Pen, tank: Tank, least: float) -> VGroup:
    """Return what stands below sheets and bars, above the mark of the ``least`` sum, and up."""
    written = (
        ("at a right angle", -ASIDE, LINE),
        ("straight up", ASIDE, LINE),
        ("sum of", 0.0, LINE),
        ("squares", 0.0, 0.0),
    )
    box = bar(tank.box)
    top = box.bottom + box.height * float(tank.levels.share(least))
    return VGroup(
        _least(pen).put(_above(box, top)),
        Up(pen, UP, UPWARDS),
        line_name(pen, "principal axis", pen.theme.ink, -ASIDE),
        *(
            Placed(pen.words(text, size=SMALLEST), np.array([x, NAMES + up, 0.0]))
            for text, x, up in written
        ),
    )


def line_name(pen: Pen, name: str, hue: str, x: float) -> Placed:
    """Return the name of a line below the sheet at ``x``, with a stroke in its colour."""
    words = pen.words(name, hue, SMALLEST)
    stroke = VMobject(stroke_color=hue, stroke_width=BOLD)
    end = words.get_left() + np.array([-BESIDE, 0.0, 0.0])
    stroke.points = polylines(np.array([[end - np.array([SAMPLE, 0.0, 0.0]), end]]))
    return Placed(VGroup(stroke, words), np.array([x, NAMES, 0.0]))


def _least(pen: Pen) -> Placed:
    return Placed(pen.words("least", size=SMALLEST), np.zeros(3), DOWN)


def _above(box: Box, top: float) -> np.ndarray:
    """Return where the name of a mark at the height ``top`` stands in its bar."""
    return np.array([box.middle[0], min(top + ABOVE, box.top - ROOM), 0.0])


class Upright(VGroup):
    """A copy of the sheet on the right on which distances are measured upright, and its bar.

    A ``ghost`` is left of the line that was fitted while the sheet was level: ``turned`` is its
    name. While the line is tilted, the ways that become ``longer`` and ``shorter`` are bright.
    """

    def __init__(self, cloud: Cloud, dots: Dots, tank: Tank, pen: Pen) -> None:
        theme = pen.theme
        self.cloud = cloud
        self.paper = Paper(theme)
        self.far = Far(cloud.points[cloud.outside], theme) if cloud.outside.size else VMobject()
        self.line = StraightAcross(theme.ink)
        self.ways = Ways(theme)
        self.longer, self.shorter = Ways(theme), Ways(theme).set_stroke(theme.ink)
        VGroup(self.longer, self.shorter).set_stroke(width=1.5 * BOLD).set_z_index(4.5)
        self.ghost = StraightAcross(theme.muted)
        self.turned = line_name(pen, "turned along", theme.muted, ASIDE)
        self.dots = dots
        self.tank = Tank(pen, bar(tank.box, side=1), tank.levels)
        self.tank.remove(self.tank.below)
        self.least = _least(pen)
        super().__init__(self.paper, self.tank, self.least)
        self.add(self.ghost, self.ways, self.longer, self.shorter, self.line, self.dots, self.far)
        self.ghost.set_z_index(2)
        for part, level in ((self.tank, 1), (self.ways, 4), (self.line, 5), (self.dots, 6)):
            part.set_z_index(level)
        VGroup(self.tank.mark, self.least).set_z_index(3)
        self.far.set_z_index(6)

    def set_turn(self, turn: float) -> None:
        """Show the line of the least sum at a turn of the sheet, with the ways to it."""
        self.set_tilt(turn, 0.0)
        self.tank.set_mark(self.tank.level)
        self.least.put(_above(self.tank.box, self.tank.top_of(self.tank.level)))

    def set_tilt(self, turn: float, tilt: float) -> None:
        """Show a line tilted from that of the least sum, and its own sum; the mark stays.

        Its name would lie in what is above it.
        """
        self.least.set_fill(opacity=max(0.0, 1 - abs(tilt) / UNNAMED))
        cloud, sheet = self.cloud, page(turn, side=1)
        angle = cloud.upright_angle(turn) + tilt
        points = cloud.points[cloud.with_ways]
        self.paper.set_page(sheet)
        if isinstance(self.far, Far):
            self.far.set_page(sheet)
        self.dots.set_points_on(sheet, cloud.points[cloud.shown], sheet.scale)
        self.line.set_line(sheet, angle)
        self.ghost.set_line(sheet, cloud.upright_angle(0.0))
        feet = feet_upright(points, angle, turn)
        self.ways.set_ways(sheet, points, feet)
        before = points - feet_upright(points, angle - tilt, turn)
        grown = np.hypot(*(points - feet).T) > np.hypot(*before.T)
        lit = min(1.0, abs(tilt) / LIT)
        for part, which in ((self.longer, grown), (self.shorter, ~grown)):
            part.set_ways(sheet, points[which], feet[which]).set_stroke(opacity=lit)
        self.tank.set_level(cloud.sum_of_upright_squares(angle, turn))
