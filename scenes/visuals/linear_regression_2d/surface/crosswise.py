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
ROCKS = 2.0  # of the line while the stick turns
LOOP = 0.8  # of a sweep


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
    near: Space

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

    def set_near(self, share: float) -> None:
        """Show what is there at our line after a ``share`` of the way nearer to it."""
        space = self.plate.afar.towards(self.near, share)
        self.sheet.set_space(space)
        self.wall.leave_edge(space)
        self.ball.set_space(space).set_line(*self.ways.line(0.0, 0.0))
        self.diagonal.set_space(space)
        self.plate.set_space(space)

    def turn_stick(self, share: float) -> Line:
        """Turn the stick in the plate by a ``share`` of half a turn, and the parabola over it.

        The line goes to and fro along the stick meanwhile.
        """
        angle = self.diagonal.angle + np.pi * share
        self.plate.set_turned(np.pi * share)
        self.wall.set_angle(angle).leave_edge(self.near)
        rocked = float(np.sin(2 * np.pi * ROCKS * share))
        return self.ways.line(self.plate.reach * rocked, angle)

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
