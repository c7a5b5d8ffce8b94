"""From the parabola of one square to that of all: what the tank holds meanwhile."""

from dataclasses import dataclass

import numpy as np

from scenes.visuals.linear_regression_2d.curves.level_axis import LevelAxis
from scenes.visuals.linear_regression_2d.curves.single import Single
from scenes.visuals.linear_regression_2d.curves.valley import Valley
from scenes.visuals.linear_regression_2d.lines.line_values import LineValues
from scenes.visuals.linear_regression_2d.lines.rival import Rival
from scenes.visuals.linear_regression_2d.lines.shown_data import ShownData
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.stack import Stack

ROOM = 1.08
FIRST = 0.15  # of the stacking: in which what lies at the foot comes into the tank


def filled(share: float) -> float:
    """Return how much of what is stacked the tank holds after a ``share`` of the stacking."""
    return min(1.0, share / FIRST)


def room_for_each(stack: Stack, slopes: tuple[float, float], b: float, levels: Scale) -> float:
    """Return where a scale ends on which each parabola of ``stack`` has room, up to ``levels``."""
    return min(ROOM * max(float(stack.at(a, b).max()) for a in slopes), levels.high)


@dataclass(frozen=True)
class Stacking:
    """The squares of ``hero`` and what they draw while the slope alone changes."""

    shown: ShownData
    hero: Rival
    values: LineValues
    slope: Valley
    single: Single
    stack: Stack
    levels: Scale
    largest: float  # where a scale ends on which the parabola of each square has room
    axes: tuple[LevelAxis, LevelAxis, LevelAxis]  # of one square, of any of them, of their sum

    def show_emptied(self, share: float) -> None:
        """Empty the tank, then let the one square fill it, by a scale on which it is large."""
        tank, best = self.hero.tank, self.slope.optimum
        if share < 0.5:
            tank.levels = self.levels
            tank.set_level((1 - 2 * share) * self.shown.rss)
        else:
            tank.levels = self.single.levels
            tank.set_level((2 * share - 1) * self.single.area(best))

    def show_begun(self, share: float) -> None:
        """Turn from the best line to where the drawing begins."""
        self._show_single(self._between(self.slope.optimum, self.slope.ends[0], share))

    def show_single(self, share: float) -> None:
        """Show what the one square drew after ``share`` of the way."""
        a = self._between(*self.slope.ends, share)
        self._show_single(a)
        self.single.set_swept(a)

    def show_zoomed(self, share: float) -> None:
        """Go from the scale of the one square to that of the largest; the tank is emptied."""
        near = self.single.levels.high
        self._set_top(near * (self.largest / near) ** share)
        self.hero.tank.set_level((1 - share) * self.single.area(self.slope.ends[1]))

    def lay_down(self) -> None:
        """Lay the bands on the foot, where nothing of them is seen; let all squares follow."""
        _, high = self.slope.ends
        for part in (self.hero.squares, self.hero.residuals):
            part.set_line(self.hero.line.a, self.hero.line.b)
        self.stack.set_share(0.0).set_seen(high, high)

    def show_drawn(self, share: float) -> None:
        """Show the parabolas that the squares drew after ``share`` of the way back."""
        low, high = self.slope.ends
        a, b = self._between(high, low, share), self.shown.landscape.intercept
        self.hero.set_line(a, b)
        self.hero.tank.set_level(0.0)
        self.stack.set_seen(a, high)
        self.values.set_line(a, b)

    def show_stacked(self, share: float) -> None:
        """Show the small parabolas after ``share`` of their stacking, and the tank they fill."""
        line, tank, stack = self.hero.line, self.hero.tank, self.stack
        stack.set_share(share)
        # The scale makes room as the stack grows; at the end it is that of all, to the last digit.
        grown = self._top_of_stack * self.levels.high / self._top_of_all
        self._set_top(max(self.largest, grown) if share < 1 else self.levels.high)
        stack.draw()
        tank.set_level(filled(share) * float(stack.at(line.a, line.b).sum()))
        stack.draw_layers(tank, line.a, line.b)

    @property
    def _top_of_all(self) -> float:
        """How high the stack is in the end, where it is highest."""
        ends, b = np.array(self.slope.ends), self.shown.landscape.intercept
        return float(self.shown.epsilon(ends, b).max())

    @property
    def _top_of_stack(self) -> float:
        """How high the stack is now, where it is highest."""
        box, scale = self.slope.chart.box, self.slope.chart.y_scale
        top = float(self.stack.corners()[:, :, 1].max())
        return scale.low + scale.span * (top - box.bottom) / box.height

    def _set_top(self, high: float) -> None:
        """Let chart and tank end at the level ``high``."""
        scale = Scale(0.0, high)
        self.slope.chart.y_scale = scale
        self.hero.tank.set_levels(scale)
        for axis in self.axes:
            axis.set_levels(scale)
        self.single.valley.curve.draw()

    def _show_single(self, a: float) -> None:
        b = self.shown.landscape.intercept
        self.hero.line.set_line(a, b)
        self.single.set_line(a, b)
        self.hero.tank.set_level(self.single.area(a))
        self.values.set_line(a, b)

    @staticmethod
    def _between(start: float, end: float, share: float) -> float:
        return float(start + np.float64(share) * (end - start))
