"""Everything that GeometricFit has on stage, and how it lies together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import LEFT, RIGHT, VGroup

from scenes.visuals.geometric_fit.balance import Balance
from scenes.visuals.geometric_fit.cloud import Cloud, feet_nearest, feet_upright
from scenes.visuals.geometric_fit.dial import Dial
from scenes.visuals.geometric_fit.drawn import (
    CORNER,
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
from scenes.visuals.geometric_fit.fan import Fan
from scenes.visuals.geometric_fit.far import Far
from scenes.visuals.geometric_fit.own_table import OwnTable
from scenes.visuals.geometric_fit.page import MIDDLE, RADIUS, Page
from scenes.visuals.geometric_fit.spread import Spread
from scenes.visuals.geometric_fit.tank_level import TankLevel
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
BOTTOM = PICTURE.bottom + 0.1
TALLEST = PICTURE.height - 1.8
LONGEST_ARM = 2.6  # of the dial, which copies the heights of the tank
TANK = Box(3.0, BOTTOM, 1.7, TALLEST)
BROKEN = 1, 15, 41  # dashes of the three lines, by which they are told apart,
BROKEN_MARKS = 1, 5, 13  # and of their marks on the tank
ARROWS = "arrow.r", "arrow.t"  # before the names of the axes
LINE = 0.5  # as high is a line of them
BESIDE = 0.6  # from the start of an arrow to its name
CLEAR = 0.2  # between them and what is beside them


@dataclass(frozen=True)
class Stage:
    """The sheet and what lies on it, the tank, the dial, and what explains them.

    ``turns`` are the three ways the sheet is held when it is fitted; ``tried`` are the lines that
    were fitted upright, one for each, ``upright_levels`` what was least then, and ``tried_levels``
    their sums of shortest distances. ``another`` is the angle of a line that is none of these, and
    ``off`` how far from the mean it first lies. ``far`` marks what lies outside the sheet.
    ``size_in_tank`` is how large the side of a square is where its area is that of its layer.
    """

    cloud: Cloud
    turns: Turns
    paper: Paper
    dots: Dots
    far: VGroup
    line: StraightAcross
    tried: tuple[StraightAcross, ...]
    upright_levels: tuple[TankLevel, ...]
    tried_levels: tuple[TankLevel, ...]
    fan: Fan
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
    dial: Dial
    spread: Spread
    labels: VGroup

    @classmethod
    def of(cls, table: OwnTable, pen: Pen) -> Self:
        """Build the stage for the points of ``table``."""
        theme, cloud, turns = pen.theme, table.cloud, table.turns
        level = cloud.upright_angle(turns[0])
        start = beside(level)
        fits = [(cloud.upright_angle(turn), turn) for turn in turns]
        largest = float(cloud.sum_of_squares(np.linspace(0, np.pi, 181)).max())
        another = another_line(cloud, turns)
        off = offset_above(cloud, another)
        fullest = 1.06 * max(
            largest,
            float(cloud.sum_of_squares(another, off)),
            float((cloud.points**2).sum()),
            *(
                cloud.sum_of_upright_squares(level + aside, turns[0])
                for aside in np.linspace(start - level, OVERSHOT * (level - start), 9)
            ),
            *(
                cloud.sum_of_upright_squares(fit, after)
                for (fit, _), after in zip(fits, (*turns[1:], turns[0]), strict=True)
            ),
        )
        height = min(TALLEST, LONGEST_ARM * fullest / largest)
        tank = Tank(pen, Box(TANK.left, BOTTOM, TANK.width, height), Scale(0.0, fullest))
        points = cloud.points[cloud.measured]
        feet = feet_upright(points, start, turns[0])
        areas = ((points - feet) ** 2).sum(axis=1)
        # Where not all squares are drawn, those that are stand for the others.
        areas *= cloud.sum_of_upright_squares(start, turns[0]) / areas.sum()
        size = float(np.sqrt(tank.box.width * tank.box.height / fullest))

        def marks(sums: Iterable[float]) -> tuple[TankLevel, ...]:
            return tuple(
                TankLevel(tank, theme.muted, dashes).set_value(one).set_z_index(2)
                for one, dashes in zip(sums, BROKEN_MARKS, strict=True)
            )

        def named(text: str, x: float, y: float) -> Placed:
            return Placed(pen.words(text, size=SMALLEST), np.array([x, y, 0.0]))

        return cls(
            cloud=cloud,
            turns=turns,
            paper=Paper(theme),
            dots=Dots(theme, DOT * size_among(cloud.shown.size)).set_z_index(6),
            far=_far(cloud, pen),
            line=StraightAcross(theme.ink).set_z_index(5),
            tried=tuple(StraightAcross(theme.muted, n).set_z_index(2) for n in BROKEN),
            upright_levels=marks(cloud.sum_of_upright_squares(fit, turn) for fit, turn in fits),
            tried_levels=marks(float(cloud.sum_of_squares(fit)) for fit, _ in fits),
            fan=Fan(cloud, theme).set_z_index(1),
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
            tank=tank.set_z_index(1),
            tank_name=VGroup(
                named("sum of", tank.box.middle[0], tank.box.top + 0.85),
                named("squares", tank.box.middle[0], tank.box.top + 0.35),
            ),
            balance=Balance(pen, max(cloud.on_either_side(another, off))),
            dial=Dial(cloud, tank, theme).set_z_index(5),
            spread=Spread(cloud, tank, pen),
            labels=_labels(table, pen),
        )

    def show(self, page: Page, angle: float, offset: float = 0.0, upright: float = 0.0) -> None:
        """Show a line of the sheet with the ways to it, their squares and their sums.

        The ways are the shortest, or ``upright``, or between the two.
        """
        cloud = self.cloud
        points = cloud.points[cloud.with_ways]
        feet = feet_nearest(points, angle, offset)
        if upright:
            feet = feet + upright * (feet_upright(points, angle, page.turn) - feet)
        self.paper.set_page(page)
        for marks in self.far[:1]:
            marks.set_page(page)
        self.dots.set_points_on(page, cloud.points[cloud.shown])
        self.line.set_line(page, angle, offset)
        for line, turn in zip(self.tried, self.turns, strict=True):
            line.set_line(page, cloud.upright_angle(turn))
        self.ways.set_ways(page, points, feet)
        self.tank.set_level(
            cloud.sum_of_upright_squares(angle, page.turn, upright)
            if upright
            else float(cloud.sum_of_squares(angle, offset))
        )
        self.balance.set_totals(*cloud.on_either_side(angle, offset))
        # Where the line is farthest out, and the way long enough for the mark.
        n = cloud.measured.size
        seen = np.hypot(*(points - feet)[:n].T) > 2 * CORNER
        outermost = int((np.hypot(*feet[:n].T) * seen).argmax())
        self.corner.set_way(page, points[outermost], feet[outermost])


def beside(angle: float) -> float:
    """Return the angle of a line beside the first fit, flatter than it."""
    return angle - TRIAL * float(np.sign(angle) or 1.0)


def _far(cloud: Cloud, pen: Pen) -> VGroup:
    """Return marks for what lies outside the sheet, and how many points these are."""
    if not cloud.outside.size:
        return VGroup()
    marks = Far(cloud.points[cloud.outside], pen.theme).set_z_index(6)
    words = pen.words(f"{cloud.outside.size:,} outside", pen.theme.muted, SMALLEST)
    place = np.array([TANK.left - CLEAR, PICTURE.bottom + LINE / 2, 0.0])
    return VGroup(marks, Placed(words, place, RIGHT))


def _labels(table: OwnTable, pen: Pen) -> VGroup:
    """Return the names of a user's columns: across the sheet below it, up it above."""
    labels = VGroup()
    if table.labels is None:
        return labels
    aside = np.sqrt(RADIUS**2 - (PICTURE.height / 2 - LINE) ** 2) + CLEAR
    rooms = (
        Box(PICTURE.left, PICTURE.bottom, MIDDLE[0] - aside - PICTURE.left, LINE),
        Box(MIDDLE[0] + aside, PICTURE.top - LINE, PICTURE.right - MIDDLE[0] - aside, LINE),
    )
    for label, arrow, room in zip(table.labels, ARROWS, rooms, strict=True):
        way = pen.formula(arrow, pen.theme.muted, SMALLEST)
        name = fitted(pen, label, room.width - BESIDE, pen.theme.muted)
        start = np.array([room.left, room.middle[1], 0.0])
        labels.add(
            Placed(way, start, LEFT), Placed(name, start + np.array([BESIDE, 0.0, 0.0]), LEFT)
        )
    return labels
