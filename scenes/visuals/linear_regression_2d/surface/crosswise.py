"""The sheet on which every dot is a line, and what stands on it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from manim import VMobject

from scenes.visuals.linear_regression_2d.lines.search import Line
from scenes.visuals.linear_regression_2d.surface.ball import Ball
from scenes.visuals.linear_regression_2d.surface.bowl import Bowl
from scenes.visuals.linear_regression_2d.surface.diagonal import Diagonal
from scenes.visuals.linear_regression_2d.surface.plate import Plate
from scenes.visuals.linear_regression_2d.surface.sheet import Sheet
from scenes.visuals.linear_regression_2d.surface.space import REACH, Space
from scenes.visuals.linear_regression_2d.surface.wall import Wall
from scenes.visuals.linear_regression_2d.surface.ways import Ways

SWINGS = 2.5  # of the line while its way turns
LOOP = 0.8  # of a sweep
# How high the sheet is on the screen, and how deep: from the side, from a little above, from below
# that, where a plate has yet a face.
SIDEWAYS = -1.5, 0.06
LOW = -0.75, 0.3
LOWER = -1.2, 0.13


@dataclass(frozen=True)
class Crosswise:
    """The parts, and the lines that are shown on them."""

    ways: Ways
    sheet: Sheet
    ball: Ball
    diagonal: Diagonal
    plate: Plate
    wall: Wall
    bowl: Bowl
    afar: Space

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """All that is there in the end."""
        return *self.standing, *self.bowl.parts, self.bowl.body

    @property
    def standing(self) -> tuple[VMobject, ...]:
        """What stands on the sheet at our line, and the sheet."""
        sheet = *self.sheet.moving, *self.sheet.tangents, *self.sheet.names
        return *sheet, self.wall.curve, *self.ball.parts

    def set_space(self, space: Space) -> None:
        """Show all that is there in the end as seen from further round."""
        self.sheet.set_space(space)
        self.wall.leave_edge(space)
        self.bowl.set_space(space)
        self.ball.set_space(space)

    def sideways(self, angle: float) -> Space:
        """Return the view from the side in which the way at ``angle`` lies across."""
        return Space.whole(*SIDEWAYS, angle)

    @property
    def low(self) -> tuple[Space, Space]:
        """Two views from a little above, the lower one last: the way of both lies across."""
        return Space.whole(*LOW, self.diagonal.angle), Space.whole(*LOWER, self.diagonal.angle)

    def look_from(self, space: Space) -> None:
        """Show what stands at our line, and the sheet, in another view."""
        self.sheet.set_space(space)
        self.wall.leave_edge(space)
        self.ball.set_space(space).set_line(*self.ways.line(0.0, 0.0))
        self.plate.set_space(space)

    def out_and_back(self, angle: float, far: float) -> Callable[[float], Line]:
        """Return the lines that go ``far`` along a way and come back."""
        return lambda share: self.ways.line(far * float(np.sin(np.pi * share)), angle)

    def led_round(self, share: float) -> Line:
        """Return the lines of a loop once round the best one, which begins and ends at it."""
        return self.ways.line(
            LOOP * float(np.sin(np.pi * share)), self.diagonal.angle + 2 * np.pi * share
        )

    def swept(self, *stops: float) -> list[Callable[[float], Line]]:
        """Return the ways over the wall from each of the stops to the next, uncovering it."""

        def way(k: int) -> Callable[[float], Line]:
            def go(share: float) -> Line:
                along = stops[k] + share * (stops[k + 1] - stops[k])
                self.wall.set_seen(min(*stops[: k + 1], along), max(*stops[: k + 1], along))
                return self.ways.line(along, self.wall.way.angle)

            return go

        return [way(k) for k in range(len(stops) - 1)]

    def turned(self, share: float) -> Line:
        """Turn the wall by a ``share`` of half a turn, while the line swings along its way."""
        angle = self.sheet.space.yaw + np.pi * share
        self.wall.set_angle(angle).set_seen(-REACH, REACH)
        self.wall.set_clear(abs(float(np.cos(np.pi * share))))
        self.bowl.set_turned(np.pi * share)
        self.sheet.set_passed(self.sheet.space.yaw, np.pi * share)
        return self.ways.line(REACH * float(np.sin(2 * np.pi * SWINGS * share)), angle)
