"""Everything that GeometricFit has on stage, and how it lies together."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import LEFT, RIGHT, VGroup, VMobject

from core.project.paths import DATA
from core.tables.dataset import read_dataset
from scenes.visuals.geometric_fit.cloud import Cloud, feet_nearest, feet_upright, places, rotated
from scenes.visuals.geometric_fit.dial import Dial, DialMarks
from scenes.visuals.geometric_fit.drawn import Dots, Paper, SquaresOnWays, StraightAcross, Ways
from scenes.visuals.geometric_fit.space import CloudInSpace
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.tank import Tank
from scenes.visuals.space.points import LINE_IN_SPACE, read_points
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, FORMULA, PICTURE, Box

LEANING = DATA / "leaning.csv"
TANK = Box(4.3, PICTURE.bottom + 0.1, 1.1, PICTURE.height - 1.0)
LARGEST_OFFSET = 1.5
ANGLE_PLACE = np.array([6.05, 3.2, 0.0])
CROSS = 0.16


@dataclass(frozen=True)
class Stage:
    """The paper and what lies on it, the tank, the dial, and the cloud in space."""

    cloud: Cloud
    paper: Paper
    dots: Dots
    line: StraightAcross
    rival: StraightAcross
    ways: Ways
    squares: SquaresOnWays
    centroid: VMobject
    angle: Number
    angle_name: VGroup
    tank: Tank
    tank_name: Placed
    dial: Dial
    marks: DialMarks
    space: CloudInSpace

    @classmethod
    def of(cls, pen: Pen) -> Self:
        """Build the stage."""
        theme = pen.theme
        data = read_dataset(LEANING)
        cloud = Cloud.of(data.x, data.y)
        dial = Dial(cloud, theme)
        fullest = float(cloud.sum_of_squares(cloud.least_squares_angle(0.0), LARGEST_OFFSET))
        tank = Tank(pen, TANK, Scale(0.0, 1.06 * max(fullest, dial.largest)))
        return cls(
            cloud=cloud,
            paper=Paper(PICTURE, theme),
            dots=Dots(theme).set_z_index(6),
            line=StraightAcross(PICTURE, theme.ink).set_z_index(5),
            rival=StraightAcross(PICTURE, theme.muted).set_z_index(2),
            ways=Ways(theme).set_z_index(4),
            squares=SquaresOnWays(len(cloud.points), theme).set_z_index(3),
            centroid=_cross(theme.ink).set_z_index(7),
            angle=Number("0", ANGLE_PLACE, colour=theme.ink, size=FORMULA, edge=RIGHT).set_z_index(
                1
            ),
            angle_name=VGroup(
                Placed(pen.sentence("angle"), ANGLE_PLACE + 1.1 * LEFT, RIGHT),
                Placed(pen.formula("degree"), ANGLE_PLACE + np.array([0.06, 0.12, 0.0]), LEFT),
            ),
            tank=tank.set_z_index(1),
            tank_name=Placed(
                pen.sentence("$res(epsilon)$"), np.array([TANK.middle[0], TANK.top + 0.42, 0.0])
            ),
            dial=dial.set_z_index(3),
            marks=DialMarks(dial, theme).set_z_index(8),
            space=CloudInSpace(read_points(LINE_IN_SPACE, ("x", "y", "z")), theme).set_z_index(1),
        )

    def show_least_squares(self, turn: float) -> None:
        """Turn the paper; up stays up, and the least-squares line is fitted anew.

        Its rival is the line that was fitted before the turn: drawn on the paper, it turns along.
        """
        points, angle = self.cloud.turned(turn), self.cloud.least_squares_angle(turn)
        self.paper.set_turn(turn)
        self.dots.set_points_on_paper(points)
        self.line.set_angle(angle)
        self.ways.set_ways(points, feet_upright(points, angle))
        self.rival.set_angle(self.cloud.least_squares_angle(0.0) + turn)
        self._say_angle(angle - turn)

    def swing_ways(self, share: float) -> None:
        """Swing upright distances from the least-squares line to the shortest ones."""
        points, angle = self.cloud.points, self.cloud.least_squares_angle(0.0)
        upright, nearest = feet_upright(points, angle), feet_nearest(points, angle)
        self.ways.set_ways(points, (1 - share) * upright + share * nearest)

    def show_line(self, angle: float, offset: float = 0.0, turn: float = 0.0) -> None:
        """Show a line of the paper with its shortest distances, their squares and their sum."""
        points = self.cloud.turned(turn)
        feet = rotated(feet_nearest(self.cloud.points, angle, offset), turn)
        self.paper.set_turn(turn)
        self.dots.set_points_on_paper(points)
        self.line.set_angle(angle + turn, offset)
        self.ways.set_ways(points, feet)
        self.squares.set_ways(points, feet)
        self.tank.set_level(float(self.cloud.sum_of_squares(angle, offset)))
        self._say_angle(angle)

    def _say_angle(self, angle: float) -> None:
        self.angle.set_text(f"{np.rad2deg(angle) % 180:.0f}")


def _cross(colour: str) -> VMobject:
    middle = places(np.zeros((1, 2)))[0]
    cross = VMobject(stroke_color=colour, stroke_width=BOLD)
    arms = [[middle - arm, middle + arm] for arm in CROSS * np.array([[1, 0, 0], [0, 1, 0]])]
    cross.points = polylines(np.array(arms))
    return cross
