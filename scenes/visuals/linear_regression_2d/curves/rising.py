"""The parabola of the second number rises from the squares' own, as that of the slope did."""

from dataclasses import dataclass

import numpy as np

from scenes.visuals.linear_regression_2d.curves.stacking import filled
from scenes.visuals.linear_regression_2d.curves.valley import Valley
from scenes.visuals.linear_regression_2d.lines.line_values import LineValues
from scenes.visuals.linear_regression_2d.lines.rival import Rival
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.stack import Stack
from scenes.visuals.plot.stem import Stem


@dataclass(frozen=True)
class Rising:
    """The squares of ``hero``, the ``stack`` of what they draw, and what the tank holds of it."""

    hero: Rival
    values: LineValues
    valley: Valley
    stack: Stack
    pivot: Marker
    stem: Stem

    def show_begun(self, share: float) -> None:
        """Shift to the upper end, while the tank is emptied."""
        _, high = self.valley.ends
        self._show_line(self.valley.optimum + np.float64(share) * self.valley.reach)
        self.hero.tank.set_level((1 - share) * self.hero.epsilon())
        self.stack.set_share(0.0).set_seen(high, high)

    def show_drawn(self, share: float) -> None:
        """Show the parabolas that the squares drew after ``share`` of the way down."""
        low, high = self.valley.ends
        _, b = self._show_line(high + np.float64(share) * (low - high))
        self.stack.set_seen(b, high)
        self.hero.tank.set_level(0.0)

    def show_stacked(self, share: float) -> None:
        """Show them after ``share`` of their stacking, and the tank that they fill."""
        line, tank, stack = self.hero.line, self.hero.tank, self.stack
        stack.set_share(share).draw()
        tank.set_level(filled(share) * float(stack.at(line.a, line.b).sum()))
        stack.draw_layers(tank, line.a, line.b)

    def _show_line(self, value: np.float64) -> tuple[float, float]:
        a, b = self.valley.line(float(value))
        self.hero.set_line(a, b)
        self.values.set_line(a, b)
        self.pivot.set_place(0.0, b)
        self.stem.draw()
        return a, b
