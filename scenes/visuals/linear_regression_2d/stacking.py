"""From one square to the sum of all: what the tank holds meanwhile."""

from dataclasses import dataclass

import numpy as np
from manim import VMobject

from scenes.visuals.linear_regression_2d.line_values import LineValues
from scenes.visuals.linear_regression_2d.one_square import OneSquare
from scenes.visuals.linear_regression_2d.rival import Rival
from scenes.visuals.linear_regression_2d.shown_data import ShownData
from scenes.visuals.linear_regression_2d.valley import Valley
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.stack import Stack

HEADROOM = 1.12  # above the largest square of one point, where it is looked at alone


@dataclass(frozen=True)
class Stacking:
    """One square of ``hero`` and all of them, while the slope alone changes."""

    shown: ShownData
    hero: Rival
    values: LineValues
    slope: Valley
    one: OneSquare
    stack: Stack
    levels: Scale

    @property
    def turning(self) -> tuple[VMobject, ...]:
        """What changes with the line while one square alone is looked at."""
        tank, line = self.hero.tank, self.hero.line
        return line, tank.content, self.values.a.number, *self.one.moving

    @property
    def magnified(self) -> tuple[VMobject, ...]:
        """What changes with the scale of the level while one square alone is looked at."""
        return self.hero.tank.content, *self.one.valley.moving

    def magnify(self, share: float) -> None:
        """Let the largest square of the one point that is turned to fill the tank, or all again."""
        one, whole = self.one, self.levels.high
        largest = float(self.one.area(np.array(one.stops[3])))
        top = whole ** (1 - share) * min(whole, HEADROOM * largest) ** share
        levels = Scale(0.0, top)
        self.hero.tank.set_levels(levels)
        one.valley.chart.y_scale = levels
        one.valley.curve.draw()
        one.valley.set_value(one.valley.value)

    def lay_down(self) -> None:
        """Lay the bands on the foot, and the square where its chart is now."""
        self.stack.set_share(0.0).set_seen(*self.slope.ends)
        self.one.draw()

    def show_left(self, share: float) -> None:
        """Let the tank sink to the one square that stays, and bring that nearer."""
        self.magnify(share)
        one = float(self.one.area(np.array(self.slope.optimum)))
        self.hero.tank.set_level((1 - share) * self.shown.rss + share * one)

    def show_one(self, a: float, b: float) -> None:
        """Show the line (a, b) and of its squares only one, which the tank then holds."""
        for part in (self.hero.line, self.hero.squares, self.hero.residuals):
            part.set_line(a, b)
        self.one.set_slope(a)
        self.hero.tank.set_level(float(self.one.area(np.array(a))))
        self.values.set_line(a, b)

    def show_drawn(self, start: float, a: float) -> None:
        """Show the line of slope ``a``, and the parabolas that its squares drew from ``start``."""
        b, tank = self.shown.landscape.intercept, self.hero.tank
        self.hero.set_line(a, b)
        self.stack.set_seen(min(start, a), max(start, a))
        tank.set_level(float(self.stack.at(a, b).sum()))
        self.values.set_line(a, b)

    def show_stacked(self, share: float) -> None:
        """Show the small parabolas after ``share`` of their stacking, and the tank they fill."""
        line, tank, stack = self.hero.line, self.hero.tank, self.stack
        stack.set_share(share).draw()
        tank.set_level(float(stack.at(line.a, line.b).sum()))
        stack.draw_layers(tank, line.a, line.b)
