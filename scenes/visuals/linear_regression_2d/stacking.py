"""From the parabola of each square to that of their sum: what the tank holds meanwhile."""

from dataclasses import dataclass

from scenes.visuals.linear_regression_2d.line_values import LineValues
from scenes.visuals.linear_regression_2d.rival import Rival
from scenes.visuals.linear_regression_2d.shown_data import ShownData
from scenes.visuals.linear_regression_2d.valley import Valley
from scenes.visuals.plot.stack import Stack


@dataclass(frozen=True)
class Stacking:
    """The squares of ``hero`` and what they draw while the slope alone changes."""

    shown: ShownData
    hero: Rival
    values: LineValues
    slope: Valley
    stack: Stack

    def lay_down(self) -> None:
        """Lay the bands on the foot, where nothing of them is seen yet."""
        low, _ = self.slope.ends
        self.stack.set_share(0.0).set_seen(low, low)

    def show_begun(self, share: float) -> None:
        """Turn from the best line to where the drawing begins; only what is stacked stays."""
        best, (low, _) = self.slope.optimum, self.slope.ends
        a, b = best + share * (low - best), self.shown.landscape.intercept
        self.hero.set_line(a, b)
        stacked = float(self.stack.at(a, b).sum())
        self.hero.tank.set_level((1 - share) * float(self.shown.epsilon(a, b)) + share * stacked)
        self.values.set_line(a, b)

    def show_drawn(self, share: float) -> None:
        """Show the parabolas that the squares drew after ``share`` of the way."""
        low, high = self.slope.ends
        a, b = low + share * (high - low), self.shown.landscape.intercept
        self.hero.set_line(a, b)
        self.stack.set_seen(low, a)
        self.hero.tank.set_level(float(self.stack.at(a, b).sum()))
        self.values.set_line(a, b)

    def show_stacked(self, share: float) -> None:
        """Show the small parabolas after ``share`` of their stacking, and the tank they fill."""
        line, tank, stack = self.hero.line, self.hero.tank, self.stack
        stack.set_share(share).draw()
        tank.set_level(float(stack.at(line.a, line.b).sum()))
        stack.draw_layers(tank, line.a, line.b)
