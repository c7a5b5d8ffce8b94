"""The sheet on which every dot is a line, and what stands on it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from manim import VMobject, smooth

from scenes.visuals.linear_regression_2d.lines.search import Line
from scenes.visuals.linear_regression_2d.surface.ball import Ball
from scenes.visuals.linear_regression_2d.surface.bowl import Bowl
from scenes.visuals.linear_regression_2d.surface.diagonal import Diagonal
from scenes.visuals.linear_regression_2d.surface.met import Met, Ours
from scenes.visuals.linear_regression_2d.surface.mixes import Mixes, ends, untold
from scenes.visuals.linear_regression_2d.surface.net import Net
from scenes.visuals.linear_regression_2d.surface.sheet import Sheet
from scenes.visuals.linear_regression_2d.surface.space import Space
from scenes.visuals.linear_regression_2d.surface.stairs import Stairs
from scenes.visuals.linear_regression_2d.surface.wall import Wall
from scenes.visuals.linear_regression_2d.surface.ways import Ways

# Of the time in which a line goes out and back: it rests there since and until.
RESTING = 0.4, 0.7
# How far a line is that nobody has asked for, and how far round by the front.
OTHER = 0.7, 2.6


@dataclass(frozen=True)
class Crosswise:
    """The parts, and the lines that are shown on them."""

    ways: Ways
    sheet: Sheet
    ball: Ball
    diagonal: Diagonal
    net: Net
    stairs: Stairs
    near: Space
    wall: Wall
    mixes: Mixes
    bowl: Bowl
    afar: Space
    met: tuple[Met, Met, Met]
    ours: Ours

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """All that is there in the end."""
        return *self.standing, *self.bowl.parts, *self.met, self.ours.dot

    @property
    def standing(self) -> tuple[VMobject, ...]:
        """What stands on the sheet at our line, and the sheet."""
        sheet = self.sheet
        return *sheet.moving, *sheet.flat, self.mixes, *self.ball.parts

    @property
    def other(self) -> Line:
        """A line that nobody has asked for, in front of the bowl."""
        far, round_ = OTHER
        return self.ways.line(far, self.diagonal.angle - round_)

    def look_from(self, space: Space) -> None:
        """Show what stands at our line, and the sheet, in another view."""
        self.sheet.set_space(space)
        self.ball.set_space(space).set_line(*self.ways.line(0.0, 0.0))
        self.net.set_space(space)
        self.mixes.set_space(space)

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

    def swept(self, *runs: tuple[float, float]) -> list[Callable[[float], Line]]:
        """Return the ways over the wall from the start of each run to its end, uncovering it."""

        def way(k: int) -> Callable[[float], Line]:
            def go(share: float) -> Line:
                start, end = runs[k]
                along = start + share * (end - start)
                passed = *(stop for run in runs[:k] for stop in run), start, along
                self.wall.set_seen(min(passed), max(passed))
                return self.ways.line(along, self.wall.way.angle)

            return go

        return [way(k) for k in range(len(runs))]

    def turned(self, share: float) -> Line:
        """Turn the wall by a ``share`` of half a turn; the line rides on its left end."""
        turn = np.pi * share
        sides = np.array([np.pi, 0.0]) + turn
        self.wall.set_angle(self.diagonal.angle + turn).set_gap(*map(float, untold(sides)))
        left, right = map(float, ends(sides))
        self.wall.set_seen(-left, right).set_clear(abs(float(np.cos(turn))))
        self.mixes.set_turned(turn)
        return self.ways.line(-left, self.wall.way.angle)
