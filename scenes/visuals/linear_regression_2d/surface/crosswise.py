"""The sheet on which every dot is a line, and what stands on it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from manim import UP, VMobject, smooth

from scenes.visuals.linear_regression_2d.lines.search import Line
from scenes.visuals.linear_regression_2d.surface.ball import Ball
from scenes.visuals.linear_regression_2d.surface.bowl import Bowl
from scenes.visuals.linear_regression_2d.surface.diagonal import Diagonal
from scenes.visuals.linear_regression_2d.surface.met import Met
from scenes.visuals.linear_regression_2d.surface.plate import Plate
from scenes.visuals.linear_regression_2d.surface.sheet import Sheet
from scenes.visuals.linear_regression_2d.surface.space import NEAR, REACH, Space
from scenes.visuals.linear_regression_2d.surface.wall import Wall
from scenes.visuals.linear_regression_2d.surface.ways import Ways

SWINGS = 2.5  # of the line while its way turns
# Of the time in which a line goes out and back: it rests there since and until.
RESTING = 0.4, 0.7
# How high the sheet is on the screen, and how deep: from the side, and from a little above, where a
# plate has a face.
SIDEWAYS = -1.5, 0.06
LOW = -0.75, 0.3
# From near nothing is high: the sheet lies in the middle of the frame, and fills its width.
RAISED, WIDENED = 1.2, 1.3


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

    met: tuple[Met, Met, Met]

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """All that is there in the end."""
        return *self.standing, *self.bowl.parts, self.bowl.body, *self.met

    @property
    def standing(self) -> tuple[VMobject, ...]:
        """What stands on the sheet at our line, and the sheet."""
        sheet = self.sheet
        flat = *sheet.moving, sheet.squares, *sheet.flat
        return *flat, self.wall.curve, *self.ball.parts

    def sideways(self, angle: float) -> Space:
        """Return the view from the side in which the way at ``angle`` lies across."""
        return Space.whole(*SIDEWAYS, angle)

    @property
    def low(self) -> Space:
        """The view from a little above in which the way of both lies across."""
        return Space.whole(*LOW, self.diagonal.angle)

    @property
    def near(self) -> Space:
        """The same view from very near."""
        low = self.low
        middle = low.middle + RAISED * UP
        return replace(low, middle=middle, radius=WIDENED * low.radius, near=NEAR)

    def look_from(self, space: Space) -> None:
        """Show what stands at our line, and the sheet, in another view."""
        self.sheet.set_space(space)
        self.wall.leave_edge(space)
        self.ball.set_space(space).set_line(*self.ways.line(0.0, 0.0))
        self.plate.set_space(space)

    def out_and_back(self, angle: float, far: float) -> Callable[[float], Line]:
        """Return the lines that go ``far`` along a way, rest there and come back."""
        since, until = RESTING

        def go(share: float) -> Line:
            off = smooth(share / since) - smooth((share - until) / (1 - until))
            return self.ways.line(far * float(off), angle)

        return go

    def straight(self, start: Line, end: Line) -> Callable[[float], Line]:
        """Return the lines from ``start`` straight on to ``end``."""
        (a, b), (last_a, last_b) = start, end
        return lambda share: (a + share * (last_a - a), b + share * (last_b - b))

    def led_round(self, start: Line, end: Line) -> Callable[[float], Line]:
        """Return the lines from ``start`` to ``end`` that go about the best one by the front."""
        (far, angle), (near, last) = self.ways.polar(*start), self.ways.polar(*end)
        turn = (last - angle) % (2 * np.pi) - 2 * np.pi
        return lambda share: self.ways.line(far + share * (near - far), angle + share * turn)

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
