"""Two sheets beside each other with the same points: measured the shortest way, and straight up.

Each has its bar, both to one scale and next to each other, so that one sees which of them moves.
"""

import numpy as np
from manim import DOWN, RIGHT, ManimColor, VGroup, VMobject, interpolate_color

from scenes.visuals.geometric_fit.compared.pieces import gained, lost
from scenes.visuals.geometric_fit.compared.second import GREY
from scenes.visuals.geometric_fit.sheet.cloud import Cloud, feet_upright
from scenes.visuals.geometric_fit.sheet.drawn import Dots, Paper, StraightAcross, Ways
from scenes.visuals.geometric_fit.sheet.far import Far
from scenes.visuals.geometric_fit.sheet.page import HOME, MOVED, RADIUS, Page
from scenes.visuals.geometric_fit.sheet.up import Up
from scenes.visuals.plot.tank import OVERHANG, Tank
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, PICTURE, SMALLEST, THIN, Box

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
BETWEEN = 0.3  # the names of two lines
CLEAR = 0.3  # from the large bar to its name
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


def enlarged(turn: float, share: float) -> Page:
    """Return the sheet on the right after a ``share`` of the way to where it is as at first."""
    start = page(turn, side=1)
    x, y = (1 - share) * np.array(start.middle) + share * np.array([-HOME[0], HOME[1]])
    return Page(turn, (float(x), float(y)), start.scale + share * (1 - start.scale))


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


def _beside(first: Placed, second: Placed) -> tuple[np.ndarray, np.ndarray]:
    """Return where the names of two lines stand beside each other below the sheet on the right."""
    left, right = first.width, second.width
    whole = left + BETWEEN + right
    start = min(ASIDE - whole / 2, PICTURE.right - whole)
    places = start + left / 2, start + left + BETWEEN + right / 2
    one, other = (np.array([x, NAMES, 0.0]) for x in places)
    return one, other


def _least(pen: Pen) -> Placed:
    return Placed(pen.words("least", size=SMALLEST), np.zeros(3), DOWN)


def _large_names(pen: Pen, box: Box) -> VGroup:
    """Return what stands beside the sheet and the bar on the left of it when they are large."""
    foot = -HOME[0] + RADIUS + (PICTURE.right + HOME[0] - RADIUS) / 2, HOME[1] + 0.5
    return VGroup(
        Up(pen, foot),
        *(
            Placed(
                pen.words(text, size=SMALLEST),
                np.array([box.left - CLEAR, box.bottom + up, 0.0]),
                RIGHT,
            )
            for text, up in (("sum of", 1.5 * LINE), ("squares", LINE / 2))
        ),
    )


def _piece_names(pen: Pen) -> VGroup:
    """Return what the two colours of pieces of ways are, below the large sheet on its right."""
    theme = pen.theme
    return VGroup(
        *(
            Placed(
                pen.words(text, hue, SMALLEST),
                np.array([PICTURE.right, PICTURE.bottom + up, 0.0]),
                RIGHT,
            )
            for text, hue, up in (
                ("gained", theme.residual, 1.5 * LINE),
                ("lost", theme.point, LINE / 2),
            )
        )
    )


def _above(box: Box, top: float) -> np.ndarray:
    """Return where the name of a mark at the height ``top`` stands in its bar."""
    return np.array([box.middle[0], min(top + ABOVE, box.top - ROOM), 0.0])


class Upright(VGroup):
    """A copy of the sheet on the right on which distances are measured upright, and its bar.

    A ``ghost`` is left of the line that was fitted while the sheet was level: ``turned`` is its
    name, and ``best`` that of the line. While the line is tilted, ``flat`` stays where it was, and
    what the ways have ``gained`` and ``lost`` is drawn on their grey: ``pieces`` are the names of
    both. Then sheet and bar are as ``large`` as at ``first``, but the bar on the left: so they have
    ``names`` of their own.
    """

    def __init__(self, cloud: Cloud, dots: Dots, tank: Tank, first: Box, pen: Pen) -> None:
        theme = pen.theme
        self.cloud, self.theme = cloud, theme
        self.large = Box(-first.right, first.bottom, first.width, first.height)
        self.least_large = Placed(pen.words("least", size=SMALLEST), np.zeros(3), RIGHT)
        self.names = _large_names(pen, self.large).add(self.least_large)
        self.pieces = _piece_names(pen)
        self.paper = Paper(theme)
        self.far = Far(cloud.points[cloud.outside], theme) if cloud.outside.size else VMobject()
        self.line = StraightAcross(theme.ink)
        self.ways = Ways(theme)
        self.gained, self.lost = Ways(theme), Ways(theme).set_stroke(theme.point)
        VGroup(self.gained, self.lost).set_stroke(width=1.5 * BOLD).set_z_index(4.5)
        self.ghost = StraightAcross(theme.muted)
        self.flat = StraightAcross(theme.ink).set_stroke(opacity=GREY)
        self.best = line_name(pen, "best", theme.ink, ASIDE)
        self.turned = line_name(pen, "turned along", theme.muted, ASIDE)
        self.left, right = _beside(self.best, self.turned)
        self.turned.put(right)
        self.dots = dots
        self.tank = Tank(pen, bar(tank.box, side=1), tank.levels)
        self.tank.remove(self.tank.below)
        self.least = _least(pen)
        super().__init__(self.paper, self.tank, self.least, self.best)
        self.add(self.ways, self.line, self.dots, self.far)
        VGroup(self.ghost, self.flat).set_z_index(2)
        for part, level in ((self.tank, 1), (self.ways, 4), (self.line, 5), (self.dots, 6)):
            part.set_z_index(level)
        VGroup(self.tank.mark, self.least).set_z_index(3)
        self.far.set_z_index(6)

    def set_turn(self, turn: float) -> None:
        """Show the line of the least sum at a turn of the sheet, with the ways to it."""
        self._show(page(turn, side=1), self.cloud.upright_angle(turn))
        self.ghost.set_line(page(turn, side=1), self.cloud.upright_angle(0.0))
        self.tank.set_mark(self.tank.level)
        self.least.put(_above(self.tank.box, self.tank.top_of(self.tank.level)))

    def set_enlarged(self, turn: float, share: float) -> None:
        """Show the sheet and its bar on their way to where they are ``large``."""
        self.tank.set_box(bar(self.large, side=1).towards(self.large, share))
        self._show(enlarged(turn, share), self.cloud.upright_angle(turn))

    def name_large(self) -> VGroup:
        """Return what stands beside sheet and bar when they are large, and beside the mark."""
        x = self.large.left - OVERHANG - BESIDE
        share = float(self.tank.levels.share(self.tank.level))
        self.least_large.put(np.array([x, self.large.bottom + share * self.large.height, 0.0]))
        return self.names

    def set_named_two(self, share: float) -> None:
        """Let the name of the line make room for that of another."""
        self.best.put(self.left + (1 - share) * np.array([ASIDE - self.left[0], 0.0, 0.0]))

    def set_greyed(self, share: float) -> None:
        """Let the ways be grey and thin, so that only what they gain and lose has a colour."""
        theme = self.theme
        self.ways.set_stroke(
            interpolate_color(ManimColor(theme.residual), ManimColor(theme.ink), share),
            BOLD + share * (THIN - BOLD),
            1 + share * (GREY - 1),
        )

    def set_tilt(self, turn: float, tilt: float) -> None:
        """Show a line tilted from that of the least sum, and its own sum; the mark stays."""
        cloud, sheet = self.cloud, enlarged(turn, 1.0)
        flat = cloud.upright_angle(turn)
        self._show(sheet, flat + tilt)
        self.flat.set_line(sheet, flat)
        points = cloud.points[cloud.with_ways]
        before, after = (feet_upright(points, angle, turn) for angle in (flat, flat + tilt))
        self.gained.set_ways(sheet, *gained(points, before, after))
        self.lost.set_ways(sheet, *lost(points, before, after))

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
