"""Everything that GeometricFit has on stage, and how it lies together."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import RIGHT, VGroup

from core.project.paths import DATA
from core.tables.dataset import read_dataset
from scenes.visuals.geometric_fit.cloud import Cloud
from scenes.visuals.geometric_fit.dial import Dial
from scenes.visuals.geometric_fit.drawn import (
    Cross,
    Dots,
    Paper,
    SquaresOnWays,
    StraightAcross,
    Ways,
    square_corners,
)
from scenes.visuals.geometric_fit.page import Page
from scenes.visuals.geometric_fit.space import CloudInSpace
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.tank import Pouring, Tank
from scenes.visuals.space.points import LINE_IN_SPACE, read_points
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Place, Placed
from scenes.visuals.writing.screen import PICTURE, SMALLEST, Box

LEANING = DATA / "leaning.csv"
LARGEST_OFFSET = 1.3
# How the page is held when it is fitted: level, turned to the right, and to the left.
TURNS = tuple(np.deg2rad([0.0, -30.0, 16.0]))
ASIDE = -2.1  # where the middle of the page is when there are tanks beside it
TANK = Box(5.1, PICTURE.bottom + 0.1, 1.1, PICTURE.height - 1.5)
ABOVE = Box(2.55, PICTURE.bottom + 0.1, 0.6, 3.6)
BELOW = Box(3.85, PICTURE.bottom + 0.1, 0.6, 3.6)


@dataclass(frozen=True)
class Stage:
    """The page and what lies on it, the tanks, the dial, and the cloud in space.

    ``tried`` are the lines that were fitted upright, one for each way the page was held.
    """

    cloud: Cloud
    paper: Paper
    dots: Dots
    line: StraightAcross
    tried: tuple[StraightAcross, ...]
    ways: Ways
    squares: SquaresOnWays
    pouring: Pouring
    middle: Cross
    tank: Tank
    tank_name: VGroup
    above: Tank
    below: Tank
    side_names: VGroup
    dial: Dial
    space: CloudInSpace

    @classmethod
    def of(cls, pen: Pen) -> Self:
        """Build the stage."""
        theme = pen.theme
        data = read_dataset(LEANING)
        cloud = Cloud.of(data.x, data.y)
        page, upright = Page(across=ASIDE), cloud.upright_angle(0.0)
        dial = Dial(cloud, page, theme).set_swept(upright, upright)
        fullest = float(cloud.sum_of_squares(upright, LARGEST_OFFSET))
        tank = Tank(pen, TANK, Scale(0.0, 1.06 * max(fullest, dial.largest)))
        sides = Scale(0.0, 1.06 * max(cloud.on_either_side(upright, LARGEST_OFFSET)))
        feet = cloud.feet_nearest(upright)

        def named(text: str, x: float, y: float, edge: Place = 0 * RIGHT) -> Placed:
            return Placed(pen.words(text, size=SMALLEST), np.array([x, y, 0.0]), edge)

        return cls(
            cloud=cloud,
            paper=Paper(theme),
            dots=Dots(theme).set_z_index(6),
            line=StraightAcross(theme.ink).set_z_index(5),
            tried=tuple(StraightAcross(theme.muted).set_z_index(2) for _ in TURNS),
            ways=Ways(theme).set_z_index(4),
            squares=SquaresOnWays(len(cloud.points), theme).set_z_index(3),
            pouring=Pouring(
                pen,
                square_corners(page, cloud.points, feet),
                ((cloud.points - feet) ** 2).sum(axis=1),
                tank,
            ).set_z_index(3),
            middle=Cross(theme).set_z_index(7),
            tank=tank.set_z_index(1),
            tank_name=VGroup(
                named("sum of", PICTURE.right, PICTURE.top - 0.25, RIGHT),
                named("squares", PICTURE.right, PICTURE.top - 0.75, RIGHT),
            ),
            above=Tank(pen, ABOVE, sides).set_z_index(1),
            below=Tank(pen, BELOW, sides).set_z_index(1),
            side_names=VGroup(
                *(
                    named(text, box.middle[0], box.top + 0.35)
                    for text, box in (("above", ABOVE), ("below", BELOW))
                )
            ),
            dial=dial.set_z_index(5),
            space=CloudInSpace(read_points(LINE_IN_SPACE, ("x", "y", "z")), theme).set_z_index(1),
        )

    def show(self, page: Page, angle: float, offset: float = 0.0, upright: float = 0.0) -> None:
        """Show a line of the page with the ways to it, their squares and their sums.

        The ways are the shortest, or ``upright``, or between the two.
        """
        cloud = self.cloud
        feet = cloud.feet_nearest(angle, offset)
        if upright:
            feet = feet + upright * (cloud.feet_upright(angle, page.turn) - feet)
        self.paper.set_page(page)
        self.middle.set_page(page)
        self.dots.set_points_on(page, cloud.points)
        self.line.set_line(page, angle, offset)
        for line, turn in zip(self.tried, TURNS, strict=True):
            line.set_line(page, cloud.upright_angle(turn))
        self.ways.set_ways(page, cloud.points, feet)
        self.squares.set_ways(page, cloud.points, feet)
        self.tank.set_level(float(cloud.sum_of_squares(angle, offset)))
        for tank, total in zip(
            (self.above, self.below), cloud.on_either_side(angle, offset), strict=True
        ):
            tank.set_level(total)
