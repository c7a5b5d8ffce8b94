"""Two sheets beside each other with the same points: measured the shortest way, and straight up.

Each has its bar, both to one scale and next to each other, so that one sees which of them moves.
"""

import numpy as np
from manim import DOWN, LEFT, VGroup, VMobject

from scenes.visuals.geometric_fit.compared.second import GREY
from scenes.visuals.geometric_fit.sheet.cloud import Cloud, feet_upright
from scenes.visuals.geometric_fit.sheet.drawn import Dots, Paper, StraightAcross, Ways
from scenes.visuals.geometric_fit.sheet.far import Far
from scenes.visuals.geometric_fit.sheet.page import HOME, MOVED, RADIUS, Page, Values
from scenes.visuals.geometric_fit.sheet.up import LENGTH, Up
from scenes.visuals.plot.tank import OVERHANG, Tank
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, PICTURE, SMALLEST, Box

SIZE = 0.7  # of each sheet
REACH = SIZE * RADIUS + 0.1  # with the marks on its rim
ASIDE = -PICTURE.left - REACH  # from the middle of the picture to that of a sheet
ABOVE_SHEET = 0.1
HEIGHT = PICTURE.top - ABOVE_SHEET - REACH  # of both
BAR, GAP = 1.25, 0.4  # widths of a bar and between both
NAMES = -1.83  # height of the names of lines, below sheets and bars
LINE = 0.47  # from one line of what is written there to the other
BELOW_BAR = 0.4  # the first of them
ABOVE = 0.2  # a mark stands its name
ROOM = 0.4  # for that name
BESIDE = 0.2  # from a stroke to the name of its line
UP = PICTURE.right - 0.25, HEIGHT + 1.1  # the foot of the arrow, beside the sheet on the right
UPWARDS = 0.65  # length of it
LARGE_UP = (PICTURE.right - HOME[0] + RADIUS) / 2, HOME[1] + 0.5  # where the sheet is large
CLEAR = 0.3  # from the large bar to its name
SAMPLE = 0.5  # length of the stroke before the name of a line


def page(turn: float, apart: float = 1.0, side: int = -1) -> Page:
    """Return the sheet on the left (-1) or right (1) after a share of the way ``apart``."""
    x, y = (1 - apart) * np.array(MOVED.middle) + apart * np.array([side * ASIDE, HEIGHT])
    return Page(turn, (float(x), float(y)), 1 - apart * (1 - SIZE))


def bar(home: Box, apart: float = 1.0, side: int = -1) -> Box:
    """Return the bar beside the sheet on that side, which comes from ``home``."""
    bottom = NAMES + LINE + BELOW_BAR
    left = side * (GAP + BAR) / 2 - BAR / 2
    return home.towards(Box(left, bottom, BAR, PICTURE.top - bottom), apart)


def enlarged(turn: float, share: float) -> Page:
    """Return the sheet on the right after a ``share`` of the way to where it is as at first."""
    start = page(turn, side=1)
    x, y = (1 - share) * np.array(start.middle) + share * np.array([-HOME[0], HOME[1]])
    return Page(turn, (float(x), float(y)), start.scale + share * (1 - start.scale))


def names(pen: Pen, tank: Tank, least: float) -> VGroup:
    """Return what stands below both sheets, and above the mark of the ``least`` sum."""
    box = bar(tank.box)
    top = box.bottom + box.height * float(tank.levels.share(least))
    axis = line_name(pen, "principal axis", pen.theme.ink)
    return VGroup(
        _least(pen).put(_above(box, top)),
        Placed(axis, np.array([-ASIDE, NAMES, 0.0])),
        *(
            Placed(pen.words(text, size=SMALLEST), np.array([x, NAMES + LINE, 0.0]))
            for text, x in (("at a right angle", -ASIDE), ("straight up", ASIDE))
        ),
    )


def line_name(pen: Pen, name: str, hue: str) -> VGroup:
    """Return the name of a line behind a stroke in its colour."""
    words = pen.words(name, hue, SMALLEST)
    stroke = VMobject(stroke_color=hue, stroke_width=BOLD)
    end = words.get_left() + np.array([-BESIDE, 0.0, 0.0])
    stroke.points = polylines(np.array([[end - np.array([SAMPLE, 0.0, 0.0]), end]]))
    return VGroup(stroke, words)


def _least(pen: Pen) -> Placed:
    return Placed(pen.words("least", size=SMALLEST), np.zeros(3), DOWN)


def _sum_of(pen: Pen) -> Placed:
    """Return what bars hold, in two lines."""
    lines = (("sum of", LINE / 2), ("squares", -LINE / 2))
    return Placed(
        VGroup(
            *(Placed(pen.words(text, size=SMALLEST), np.array([0.0, y, 0.0])) for text, y in lines)
        ),
        np.zeros(3),
    )


def _towards(start: Values, end: Values, share: float | Values) -> Values:
    return start + share * (end - start)


def _above(box: Box, top: float) -> np.ndarray:
    """Return where the name of a mark at the height ``top`` stands in its bar."""
    return np.array([box.middle[0], min(top + ABOVE, box.top - ROOM), 0.0])


class Upright(VGroup):
    """A copy of the sheet on the right on which distances are measured upright, and its bar.

    A ``ghost`` is left of the line that was best before the sheet turned: ``turned`` is its name,
    and ``best`` that of the line. Sheet and bar become as ``large`` as at ``first``, but with the
    bar on the left: what names the bar, its mark and the arrow ``up`` goes with them. While the
    line is tilted, ``flat`` stays where it was.
    """

    def __init__(self, cloud: Cloud, dots: Dots, tank: Tank, first: Box, pen: Pen) -> None:
        theme = pen.theme
        self.cloud = cloud
        self.large = Box(-first.right, first.bottom, first.width, first.height)
        self.paper = Paper(theme)
        self.far = Far(cloud.points[cloud.outside], theme) if cloud.outside.size else VMobject()
        self.line = StraightAcross(theme.ink)
        self.ways = Ways(theme)
        self.ghost = StraightAcross(theme.muted)
        self.flat = StraightAcross(theme.ink).set_stroke(opacity=GREY)
        best, turned = (
            line_name(pen, name, hue)
            for name, hue in (("best", theme.ink), ("turned along", theme.muted))
        )
        left = ASIDE - turned.width / 2
        self.best = Placed(best, np.array([left, NAMES, 0.0]), LEFT)
        self.turned = Placed(turned, np.array([left, NAMES - LINE, 0.0]), LEFT)
        self.dots = dots
        self.tank = Tank(pen, bar(tank.box, side=1), tank.levels)
        self.tank.remove(self.tank.below)
        self.least, self.sum_of, self.up = _least(pen), _sum_of(pen), Up(pen)
        super().__init__(self.paper, self.tank, self.least, self.sum_of, self.up, self.best)
        self.add(self.ways, self.line, self.dots, self.far)
        levels = (1, self.tank), (2, self.flat), (4, self.ways), (4.5, self.ghost), (5, self.line)
        for level, part in (*levels, (6, self.dots)):
            part.set_z_index(level)
        VGroup(self.tank.mark, self.least).set_z_index(3)
        self.far.set_z_index(6)

    def set_turn(self, turn: float, before: float = 0.0) -> None:
        """Show the line of the least sum at a turn of the sheet, and the one of ``before`` it."""
        self.set_enlarged(turn, 0.0)
        self.ghost.set_line(page(turn, side=1), self.cloud.upright_angle(before))
        self.tank.set_mark(self.tank.level)

    def set_enlarged(self, turn: float, share: float) -> None:
        """Show the sheet and its bar on their way to where they are ``large``."""
        self.tank.set_box(bar(self.large, side=1).towards(self.large, share))
        self._show(enlarged(turn, share), self.cloud.upright_angle(turn))
        self._name(share)

    def _name(self, share: float) -> None:
        """Put what names the bar, its mark and the arrow where they are on the way."""
        tank, large = self.tank, self.large
        ahead = share * (2 - share)
        top = tank.top_of(tank.level)
        wide, high = self.least.width, self.least.height
        beside = np.array([tank.box.left - OVERHANG - BESIDE - wide / 2, top - high / 2, 0.0])
        # First off the mark, and then down beside it.
        bend = np.array([ahead, share * share, 0.0])
        self.least.put(_towards(_above(tank.box, top), beside, bend))
        # Ahead of the bar, which comes down where this was.
        x = large.left - CLEAR - self.sum_of.width / 2
        below, low = NAMES + LINE / 2, large.bottom + LINE
        self.sum_of.put(_towards(np.array([0.0, below, 0.0]), np.array([x, low, 0.0]), ahead))
        small, at_large = np.array([*UP, UPWARDS]), np.array([*LARGE_UP, LENGTH])
        x, y, length = _towards(small, at_large, share)
        self.up.put((float(x), float(y)), float(length))

    def set_tilt(self, turn: float, tilt: float) -> None:
        """Show a line tilted from that of the least sum, and its own sum; the mark stays."""
        sheet, flat = enlarged(turn, 1.0), self.cloud.upright_angle(turn)
        self._show(sheet, flat + tilt)
        self.flat.set_line(sheet, flat)

    def _show(self, sheet: Page, angle: float) -> None:
        cloud, turn = self.cloud, sheet.turn
        points = cloud.points[cloud.with_ways]
        self.paper.set_page(sheet)
        if isinstance(self.far, Far):
            self.far.set_page(sheet)
        self.dots.set_points_on(sheet, cloud.points[cloud.shown], sheet.scale)
        self.line.set_line(sheet, angle)
        self.ways.set_ways(sheet, points, feet_upright(points, angle, turn))
        self.tank.set_level(cloud.sum_of_upright_squares(angle, turn))
