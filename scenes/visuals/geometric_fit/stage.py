"""Everything that GeometricFit has on stage, built before the first frame."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Self

import numpy as np
from manim import LEFT, VGroup

from scenes.visuals.geometric_fit.balance import Balance
from scenes.visuals.geometric_fit.cloud import Cloud, feet_nearest, feet_upright
from scenes.visuals.geometric_fit.drawn import (
    Corner,
    Cross,
    Dots,
    Paper,
    SquaresOnWays,
    StraightAcross,
    Ways,
    shrunk,
    square_corners,
)
from scenes.visuals.geometric_fit.far import Far
from scenes.visuals.geometric_fit.own_table import OwnTable
from scenes.visuals.geometric_fit.page import MIDDLE, RADIUS, Page
from scenes.visuals.geometric_fit.shadows import Crowd, Shadows
from scenes.visuals.geometric_fit.shares import Shares
from scenes.visuals.geometric_fit.stack import Stack
from scenes.visuals.geometric_fit.triangle import Triangle
from scenes.visuals.geometric_fit.turns import Turns, another_line, offset_above
from scenes.visuals.geometric_fit.up import Up
from scenes.visuals.plot.crowding import size_among
from scenes.visuals.plot.regression import RADIUS as DOT
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.tank import Pouring, Tank
from scenes.visuals.writing.fitted import fitted
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import PICTURE, SMALLEST, Box

TRIAL = 0.5  # radians from the first fit to the line that is measured first
OVERSHOT = 0.4  # of that, to the other side of the fit
LINE = 0.5  # as high is a line of names of axes, above the tank and below it
TANK = Box(1.55, PICTURE.bottom + LINE + 0.1, 2.5, PICTURE.height - 2 * (LINE + 0.1))
BROKEN = 15  # dashes of the line that wanders
SMALL = 0.55  # size of the points while their shadows are lit
ARROWS = "arrow.r", "arrow.t"  # before the names of the axes
BESIDE = 0.6  # from the start of an arrow to its name
CLEAR = 0.3  # between what is written and what is beside it


@dataclass(frozen=True)
class Stage:
    """The sheet and what lies on it, the tank, and what explains them.

    ``turns`` are the three ways the sheet is held when it is fitted; ``left`` are the lines that
    were best there and turn with the sheet, ``wandering`` is the one that is best as it lies.
    ``another`` is the angle of a line that is not yet the best one, and ``off`` how far from the
    mean it first lies. ``far`` marks what lies outside the sheet. ``size_in_tank`` is how large the
    side of a square is where its area is that of its layer.
    """

    cloud: Cloud
    turns: Turns
    paper: Paper
    dots: Dots
    far: VGroup
    line: StraightAcross
    left: tuple[StraightAcross, ...]
    wandering: StraightAcross
    up: Up
    corner: Corner
    another: float
    off: float
    ways: Ways
    squares: SquaresOnWays
    size_in_tank: float
    pouring: Pouring
    middle: Cross
    tank: Tank
    tank_name: VGroup
    balance: Balance
    triangle: Triangle
    shares: Shares
    stack: Stack
    shadows: Shadows
    crowd: Crowd
    labels: VGroup

    @classmethod
    def of(cls, table: OwnTable, pen: Pen) -> Self:
        """Build the stage for the points of ``table``."""
        theme, cloud, turns = pen.theme, table.cloud, table.turns
        start = beside(cloud.upright_angle(turns[0]))
        another = another_line(cloud, turns)
        off = offset_above(cloud, another)
        total = float((cloud.points**2).sum())
        fullest = 1.06 * max(
            total, float(cloud.sum_of_squares(another, off)), _most_upright(cloud, turns, start)
        )
        tank = Tank(pen, TANK, Scale(0.0, fullest)).set_z_index(1)
        tank.mark.set_z_index(3)
        triangle = Triangle(cloud, theme)
        points = cloud.points[cloud.measured]
        feet = feet_upright(points, start, turns[0])
        areas = ((points - feet) ** 2).sum(axis=1)
        # Where not all squares are drawn, those that are stand for the others.
        areas *= cloud.sum_of_upright_squares(start, turns[0]) / areas.sum()
        size = float(np.sqrt(tank.box.width * tank.box.height / fullest))
        return cls(
            cloud=cloud,
            turns=turns,
            paper=Paper(theme),
            dots=Dots(theme, DOT * size_among(cloud.shown.size)).set_z_index(6),
            far=_far(cloud, pen),
            line=StraightAcross(theme.ink).set_z_index(5),
            left=tuple(StraightAcross(theme.muted).set_z_index(2) for _ in turns[:-1]),
            wandering=StraightAcross(theme.muted, BROKEN).set_z_index(2),
            up=Up(pen),
            corner=Corner(theme).set_z_index(5),
            another=another,
            off=off,
            ways=Ways(theme).set_z_index(4),
            squares=SquaresOnWays(len(points), theme).set_z_index(3),
            size_in_tank=size,
            pouring=Pouring(
                pen, shrunk(square_corners(Page(turns[0]), points, feet), size), areas, tank
            ).set_z_index(3),
            middle=Cross(theme).set_z_index(7),
            tank=tank,
            tank_name=_tank_name(tank, pen),
            balance=Balance(pen, max(cloud.on_either_side(another, off))),
            triangle=triangle,
            shares=Shares(tank, total, pen),
            stack=Stack(cloud, triangle.point, triangle.leant, tank, theme),
            shadows=Shadows(points, theme),
            crowd=Crowd(points, cloud.best_angle + np.pi / 2, theme),
            labels=_labels(table, pen),
        )

    def show(
        self,
        page: Page,
        angle: float,
        offset: float = 0.0,
        upright: float = 0.0,
        size: float = 1.0,
    ) -> None:
        """Show a line of the sheet with the ways to it, their squares and their sums.

        The ways are the shortest, or ``upright``, or between the two; points are ``size`` as large.
        """
        cloud = self.cloud
        points = cloud.points[cloud.with_ways]
        feet = feet_nearest(points, angle, offset)
        if upright:
            feet = feet + upright * (feet_upright(points, angle, page.turn) - feet)
        self.paper.set_page(page)
        for marks in self.far[:1]:
            marks.set_page(page)
        self.dots.set_points_on(page, cloud.points[cloud.shown], size)
        self.line.set_line(page, angle, offset)
        for line, turn in zip(self.left, self.turns, strict=False):
            line.set_line(page, cloud.upright_angle(turn))
        self.wandering.set_line(page, cloud.upright_angle(page.turn))
        self.ways.set_ways(page, points, feet)
        self.tank.set_level(
            cloud.sum_of_upright_squares(angle, page.turn, upright)
            if upright
            else float(cloud.sum_of_squares(angle, offset))
        )
        self.balance.set_totals(*cloud.on_either_side(angle, offset))
        n = cloud.measured.size
        self.corner.set_ways(page, points[:n], feet[:n])

    def explain(self, angle: float, lit: float = 0.0, *, alone: bool = False) -> None:
        """Show a line through the mean with what the points have along it and across it.

        The bar is that of all points, or that of one point ``alone``; shadows are ``lit``.
        """
        self.show(Page(), angle, size=1 - lit * (1 - SMALL))
        self.triangle.set_angle(angle)
        self.shares.set_split(self.share_across(angle, alone=alone))
        self.shadows.set_angle(angle, lit)

    def share_across(self, angle: float, *, alone: bool = False) -> float:
        """Return the share of what is across, of all points or of one point ``alone``."""
        one, cloud = self.triangle, self.cloud
        if alone:
            return one.squared_across(angle) / one.total
        return float(cloud.sum_of_squares(angle) / (cloud.points**2).sum())


def _most_upright(cloud: Cloud, turns: Turns, start: float) -> float:
    """Return the largest upright sum of all lines that are shown from the angle ``start`` on."""
    level = cloud.upright_angle(turns[0])
    tried = np.linspace(start, level + OVERSHOT * (level - start), 9)
    held = np.concatenate([np.linspace(one, next_, 9) for one, next_ in pairwise(turns)])
    return max(
        *(cloud.sum_of_upright_squares(angle, turns[0]) for angle in tried),
        *(cloud.sum_of_upright_squares(cloud.upright_angle(turn), turn) for turn in held),
    )


def beside(angle: float) -> float:
    """Return the angle of a line beside the first fit, flatter than it."""
    return angle - TRIAL * float(np.sign(angle) or 1.0)


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
