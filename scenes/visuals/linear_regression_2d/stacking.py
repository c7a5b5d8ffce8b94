"""From the parabola of one square to that of all: what the tank holds meanwhile."""

from dataclasses import dataclass

import numpy as np

from scenes.visuals.linear_regression_2d.line_values import LineValues
from scenes.visuals.linear_regression_2d.rival import Rival
from scenes.visuals.linear_regression_2d.shown_data import ShownData
from scenes.visuals.linear_regression_2d.single import Single
from scenes.visuals.linear_regression_2d.valley import Valley
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.stack import Stack


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
        low, high = self.slope.ends
        a = self._between(low, high, share)
        self._show_single(a)
        self.single.valley.set_value(a, (low,))

    def show_zoomed(self, share: float) -> None:
        """Go from the scale of the one square to that of all."""
        near, far = self.single.levels.high, self.levels.high
        # At the end it is the scale of all, to the last digit.
        scale = Scale(0.0, near * (far / near) ** share) if share < 1 else self.levels
        low, high = self.slope.ends
        self.slope.chart.y_scale = scale
        self.hero.tank.set_levels(scale)
        self.single.valley.set_value(high, (low,))

    def lay_down(self) -> None:
        """Lay the bands on the foot, where nothing of them is seen yet."""
        _, high = self.slope.ends
        self.stack.set_share(0.0).set_seen(high, high)

    def show_drawn(self, share: float) -> None:
        """Show the parabolas that the squares drew after ``share`` of the way back."""
        low, high = self.slope.ends
        a, b = self._between(high, low, share), self.shown.landscape.intercept
        self.hero.set_line(a, b)
        self.stack.set_seen(a, high)
        self.hero.tank.set_level(float(self.stack.at(a, b).sum()))
        self.values.set_line(a, b)

    def show_stacked(self, share: float) -> None:
        """Show the small parabolas after ``share`` of their stacking, and the tank they fill."""
        line, tank, stack = self.hero.line, self.hero.tank, self.stack
        stack.set_share(share).draw()
        tank.set_level(float(stack.at(line.a, line.b).sum()))
        stack.draw_layers(tank, line.a, line.b)

    def _show_single(self, a: float) -> None:
        b = self.shown.landscape.intercept
        self.hero.line.set_line(a, b)
        self.single.set_line(a, b)
        self.hero.tank.set_level(self.single.area(a))
        self.values.set_line(a, b)

    @staticmethod
    def _between(start: float, end: float, share: float) -> float:
        return float(start + np.float64(share) * (end - start))
