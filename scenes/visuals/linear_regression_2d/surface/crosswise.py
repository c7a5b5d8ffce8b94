"""The sheet on which every dot is a line, and what stands on it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from manim import VMobject

from scenes.visuals.linear_regression_2d.lines.search import Line
from scenes.visuals.linear_regression_2d.surface.ball import Ball
from scenes.visuals.linear_regression_2d.surface.bowl import Bowl
from scenes.visuals.linear_regression_2d.surface.closeup import Closeup
from scenes.visuals.linear_regression_2d.surface.goal import Goal
from scenes.visuals.linear_regression_2d.surface.sheet import Sheet
from scenes.visuals.linear_regression_2d.surface.space import REACH, Space
from scenes.visuals.linear_regression_2d.surface.wall import Wall
from scenes.visuals.linear_regression_2d.surface.ways import Ways

# Of the line while its way turns, and after which share of that both ends are equally high.
SWINGS, SETTLING = 2.5, 0.1


@dataclass(frozen=True)
class Crosswise:
    """The parts, and the lines that are shown on them."""

    ways: Ways
    sheet: Sheet
    ball: Ball
    goal: Goal
    wall: Wall
    closeup: Closeup
    bowl: Bowl
    centred: Space

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """All that is there in the end."""
        sheet = *self.sheet.moving, *self.sheet.flat
        return *sheet, *self.ball.parts, self.wall.curve, *self.bowl.parts, self.bowl.body

    def set_space(self, space: Space) -> None:
        """Show all that is there in the end in another place, or as seen from further round."""
        self.sheet.set_space(space)
        self.wall.leave_edge(space)
        self.bowl.set_space(space)
        self.ball.set_space(space).set_line(*self.ways.line(0.0, 0.0))

    def out_and_back(self, angle: float, far: float) -> Callable[[float], Line]:
        """Return the lines that go ``far`` along a way and come back."""
        return lambda share: self.ways.line(far * float(np.sin(np.pi * share)), angle)

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
        far = max(0.0, 1 - share / SETTLING) * max(0.0, self.goal.along - REACH)
        self.wall.set_angle(angle).set_seen(-REACH, REACH + far)
        self.bowl.set_turned(np.pi * share)
        return self.ways.line(REACH * float(np.sin(2 * np.pi * SWINGS * share)), angle)
