"""Everything that GeometricFit has on stage, built before the first frame."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Self

import numpy as np
from manim import LEFT, RIGHT, VGroup

from scenes.visuals.geometric_fit.bars import shares
from scenes.visuals.geometric_fit.bars.landing import InGroups
from scenes.visuals.geometric_fit.bars.other import Other, compared
from scenes.visuals.geometric_fit.bars.row import Row
from scenes.visuals.geometric_fit.bars.shadows import Shadows, Trace
from scenes.visuals.geometric_fit.bars.shares import Shares
from scenes.visuals.geometric_fit.bars.triangle import Triangle
from scenes.visuals.geometric_fit.compared.apart import Upright, names
from scenes.visuals.geometric_fit.compared.second import AWAY, Second
from scenes.visuals.geometric_fit.own_table import OwnTable
from scenes.visuals.geometric_fit.sheet import axis
from scenes.visuals.geometric_fit.sheet.cloud import Cloud, feet_nearest, feet_upright
from scenes.visuals.geometric_fit.sheet.drawn import (
    Corner,
    Cross,
    Dots,
    Paper,
    SquaresOnWays,
    StraightAcross,
    Ways,
    square_corners,
)
from scenes.visuals.geometric_fit.sheet.far import Far
from scenes.visuals.geometric_fit.sheet.mean import mean_name
from scenes.visuals.geometric_fit.sheet.one import one_apart
from scenes.visuals.geometric_fit.sheet.page import MIDDLE, MOVED, RADIUS, Page
from scenes.visuals.geometric_fit.sheet.turns import Turns
from scenes.visuals.geometric_fit.sheet.up import Up
from scenes.visuals.plot.crowding import size_among
from scenes.visuals.plot.regression import RADIUS as DOT
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.tank import OVERHANG, Tank
from scenes.visuals.writing.fitted import fitted
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import PICTURE, SMALLEST, Box

TRIAL = 0.6  # radians from the first fit to the line that is measured first
LINE = 0.5  # as high is a line of names of axes, above the tank and below it
TANK = Box(1.9, PICTURE.bottom + LINE + 0.1, 2.0, PICTURE.height - 2 * (LINE + 0.1))
WIDE = Box(0.65, TANK.bottom, 4.05, TANK.height)  # the tank beside the sheet that has moved
PARTLY = 0.6  # of its first turn the sheet takes the line along
ARROWS = "arrow.r", "arrow.t"  # before the names of the axes
BESIDE = 0.6  # from the start of an arrow to its name
BESIDE_MARK = 0.12  # from the mark on the tank to its name
CLEAR = 0.3  # between what is written and what is beside it


@dataclass(frozen=True)
class Stage:
    """The sheet and what lies on it, the tank, and what explains them.

    ``turns`` are the three ways the sheet is held when it is fitted; ``left`` is the line that was
    best at the first and turns with the sheet. ``one`` is a square on the way of one point.
    ``second`` is a line that is compared with the best one. ``far`` marks what lies outside the
    sheet. ``mean`` is the name of the cross in the ``middle``, and ``least`` that of the mark on
    the tank. ``single`` is the bar of one point, ``row`` those of all, after an ``other`` one;
    ``shares`` is what these become. ``trace`` is left of the line of the largest sum. ``axis`` is
    the name of the nearest line. ``upright`` is a copy of the sheet.
    """

    cloud: Cloud
    turns: Turns
    paper: Paper
    dots: Dots
    far: VGroup
    line: StraightAcross
    left: StraightAcross
    up: Up
    corner: Corner
    second: Second
    ways: Ways
    chosen: int
    one: SquaresOnWays
    squares: SquaresOnWays
    pouring: InGroups
    middle: Cross
    mean: Placed
    tank: Tank
    tank_name: VGroup
    least: Placed
    triangle: Triangle
    single: Shares
    shares: Shares
    row: Row
    other: Other
    shadows: Shadows
    trace: Trace
    axis: Placed
    labels: VGroup
    upright: Upright
    names: VGroup

    @classmethod
    def of(cls, table: OwnTable, pen: Pen) -> Self:
        """Build the stage for the points of ``table``."""
        theme, cloud, turns = pen.theme, table.cloud, table.turns
        best = cloud.best_angle
        start = beside(cloud.upright_angle(turns[0]))
        total = float((cloud.points**2).sum())
        fullest = 1.06 * max(total, _most_upright(cloud, turns, start))
        tank = Tank(pen, TANK, Scale(0.0, fullest)).set_z_index(1)
        tank.mark.set_z_index(3)
        triangle = Triangle(cloud, theme)
        points = cloud.points[cloud.measured]
        feet = feet_upright(points, start, turns[0])
        areas = ((points - feet) ** 2).sum(axis=1)
        # Where not all squares are drawn, those that are stand for the others.
        areas *= cloud.sum_of_upright_squares(start, turns[0]) / areas.sum()
        chosen, side = one_apart(cloud, turns, start)
        sides = np.where(np.arange(len(points)) == chosen, side, 0.0)
        corners = square_corners(Page(turns[0]), points, feet, sides=sides)
        size = DOT * size_among(cloud.shown.size)
        whole = Box(WIDE.left, WIDE.bottom, WIDE.width, tank.top_of(total) - WIDE.bottom)
        first = triangle.corners(triangle.leant)[-1]
        other, square = compared(points, triangle.point, first, whole.left - CLEAR)
        row = Row(cloud, (triangle.point, other), triangle.leant, whole, theme)
        swept = np.linspace(start, cloud.upright_angle(turns[0]), 9)
        order = corners.mean(axis=1)[:, 0].argsort()
        return cls(
            cloud=cloud,
            turns=turns,
            paper=Paper(theme),
            dots=Dots(theme, size).set_z_index(6),
            far=_far(cloud, pen),
            line=StraightAcross(theme.ink).set_z_index(5),
            left=StraightAcross(theme.muted).set_z_index(2),
            up=Up(pen),
            corner=Corner(theme).set_z_index(5),
            second=Second(cloud, _second(cloud, turns[-1]), tank, pen),
            ways=Ways(theme).set_z_index(4),
            chosen=chosen,
            one=SquaresOnWays(sides[[chosen]], theme).set_z_index(3),
            squares=SquaresOnWays(sides, theme).set_z_index(3),
            pouring=InGroups(pen, corners[order], areas[order], tank).set_z_index(3),
            middle=Cross(theme).set_z_index(7),
            mean=mean_name(pen, cloud, swept).set_z_index(8),
            tank=tank,
            tank_name=_tank_name(tank, pen),
            least=Placed(pen.words("least", size=SMALLEST), np.zeros(3), RIGHT),
            triangle=triangle,
            single=shares.of_one(row.box_of(row.one, row.alone), pen),
            shares=shares.of_all(row.box, pen),
            row=row,
            other=Other(row, square, pen),
            shadows=Shadows(points, theme),
            trace=Trace(points, worst_leant(best, triangle), theme),
            axis=axis.at_its_end(pen, best),
            labels=_labels(table, pen),
            upright=Upright(cloud, Dots(theme, size), tank, TANK, pen),
            names=names(pen, tank, float(cloud.sum_of_squares(best))),
        )

    def show(
        self,
        page: Page,
        angle: float,
        upright: float = 0.0,
        size: float = 1.0,
    ) -> None:
        """Show a line of the sheet with the ways to it, their squares and their sums.

        The ways are the shortest, or ``upright``, or between the two; points are ``size`` as large.
        """
        cloud = self.cloud
        points = cloud.points[cloud.with_ways]
        feet = feet_nearest(points, angle)
        if upright:
            feet = feet + upright * (feet_upright(points, angle, page.turn) - feet)
        self.paper.set_page(page)
        self.middle.set_page(page)
        for marks in self.far[:1]:
            marks.set_page(page)
        self.dots.set_points_on(page, cloud.points[cloud.shown], size)
        self.line.set_line(page, angle)
        self.left.set_line(page, cloud.upright_angle(self.turns[0]))
        self.second.set_page(page)
        self.ways.set_ways(page, points, feet)
        self.tank.set_level(
            cloud.sum_of_upright_squares(angle, page.turn, upright)
            if upright
            else float(cloud.sum_of_squares(angle))
        )
        one = slice(self.chosen, self.chosen + 1)
        self.one.set_ways(page, points[one], feet[one])
        n = cloud.measured.size
        self.corner.set_ways(page, points[:n], feet[:n])

    def mark(self, least: float) -> None:
        """Lay the mark on the tank, and its name beside it, at a sum."""
        self.tank.set_mark(least)
        x = self.tank.box.left - OVERHANG - BESIDE_MARK
        self.least.put(np.array([x, self.tank.top_of(least), 0.0]))

    def explain(self, angle: float, drawn: float = 0.0, fallen: float = 1.0) -> None:
        """Show a line through the mean with what the points have along it and across it.

        Shadows have ``fallen`` on the line, and their ways from the mean are ``drawn`` so far.
        """
        one = self.triangle
        self.show(MOVED, angle)
        one.set_angle(angle)
        self.other.set_angle(angle)
        self.single.set_split(one.squared_across(angle) / one.total)
        self.shares.set_split(self.share_across(angle))
        self.shadows.set_angle(angle, drawn, fallen)

    def share_across(self, angle: float) -> float:
        """Return the share of what all points have across the line at ``angle``."""
        cloud = self.cloud
        return float(cloud.sum_of_squares(angle) / (cloud.points**2).sum())


def worst_leant(best: float, triangle: Triangle) -> float:
    """Return the angle of the line of the largest sum, on the side where one point leans."""
    return float(best + np.copysign(np.pi / 2, triangle.leant - best))


def _most_upright(cloud: Cloud, turns: Turns, start: float) -> float:
    """Return the largest upright sum of all lines that are shown from the angle ``start`` on."""
    level = cloud.upright_angle(turns[0])
    held = np.concatenate([np.linspace(one, next_, 9) for one, next_ in pairwise(turns)])
    return max(
        cloud.sum_of_upright_squares(level, PARTLY * turns[1]),
        cloud.sum_of_upright_squares(start, turns[0]),
        *(cloud.sum_of_upright_squares(cloud.upright_angle(turn), turn) for turn in held),
    )


def beside(angle: float) -> float:
    """Return the angle of a line beside the first fit, flatter than it."""
    return angle - TRIAL * float(np.sign(angle) or 1.0)


def _second(cloud: Cloud, turn: float) -> float:
    """Return the angle of a line on the other side of the best one than the upright fit."""
    best = cloud.best_angle
    return float(best + np.copysign(AWAY, np.sin(2 * (best - cloud.upright_angle(turn)))))


def _far(cloud: Cloud, pen: Pen) -> VGroup:
    """Return marks for what lies outside the sheet, and how many points these are."""
    if not cloud.outside.size:
        return VGroup()
    marks = Far(cloud.points[cloud.outside], pen.theme).set_z_index(6)
    words = pen.words(f"{cloud.outside.size:,} outside", pen.theme.muted, SMALLEST)
    place = np.array([PICTURE.left, PICTURE.bottom + LINE / 2, 0.0])
    return VGroup(marks, Placed(words, place, LEFT))


def _tank_name(tank: Tank, pen: Pen) -> VGroup:
    """Return what the tank holds, in two lines beside its floor."""
    x, y = tank.box.right + CLEAR, tank.box.bottom + LINE / 2
    return VGroup(
        *(
            Placed(pen.words(text, size=SMALLEST), np.array([x, y + up, 0.0]), LEFT)
            for text, up in (("sum of", LINE), ("squares", 0.0))
        )
    )


def _labels(table: OwnTable, pen: Pen) -> VGroup:
    """Return the names of a user's columns: of what runs across below, of what runs up above."""
    labels = VGroup()
    if table.labels is None:
        return labels
    left = MIDDLE[0] + np.sqrt(RADIUS**2 - (PICTURE.height / 2 - LINE) ** 2) + CLEAR
    rooms = (Box(left, y, PICTURE.right - left, LINE) for y in (PICTURE.bottom, PICTURE.top - LINE))
    for label, arrow, room in zip(table.labels, ARROWS, rooms, strict=True):
        way = pen.formula(arrow, pen.theme.muted, SMALLEST)
        name = fitted(pen, label, room.width - BESIDE, pen.theme.muted)
        start = np.array([room.left, room.middle[1], 0.0])
        labels.add(
            Placed(way, start, LEFT), Placed(name, start + np.array([BESIDE, 0.0, 0.0]), LEFT)
        )
    return labels
