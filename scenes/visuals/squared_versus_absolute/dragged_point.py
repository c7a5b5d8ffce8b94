"""The frame of SquaredVersusAbsolute: one point goes astray, two best lines answer."""

from dataclasses import dataclass

import numpy as np
from manim import ValueTracker, VGroup

from core.tables.dataset import Dataset
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.regression import Points, Residuals, Squares, StraightLine
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.tank import Tank
from scenes.visuals.squared_versus_absolute.layers import Layers
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, SQUARED, Measure
from scenes.visuals.squared_versus_absolute.stray import Line, Stray
from scenes.visuals.squared_versus_absolute.tally import Tally, sides
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, PICTURE, Box

BESIDE_TANKS = Box(PICTURE.left, PICTURE.bottom, 9.3, PICTURE.height)
TANKS_AT, TANK_WIDTH, TANK_BOTTOM, TANK_HEIGHT = (3.35, 5.1), 1.1, -1.94, 4.9
# Two lines on one place are both seen: the one behind is wider.
BEHIND = 2.6 * BOLD
# Heights of the stray point, in units of y: far from the others, and beyond them.
FAR, BEYOND = 0.8, 12.2
HEIGHTS = Scale(0.0, 12.8)


@dataclass(frozen=True)
class DraggedPoint:
    """Points, the stray one, both best lines; and one line that leans from one to the other."""

    stray: Stray
    height: ValueTracker
    lean: ValueTracker
    chart: Chart
    points: Points
    marker: Marker
    squared: StraightLine
    absolute: StraightLine
    leaning: StraightLine
    squares: Squares
    lengths: Residuals
    tanks: tuple[Tank, Tank]
    layers: tuple[Layers, Layers]
    names: VGroup
    tally: Tally

    def leaning_line(self) -> Line:
        """Return (a, b) of the line that leans from the least lengths to the least squares."""
        height, share = float(self.height.get_value()), float(self.lean.get_value())
        ends = np.array([self.stray.absolute(height), self.stray.squared(height)])
        a, b = (1 - share) * ends[0] + share * ends[1]
        return float(a), float(b)

    def amounts(self, measure: Measure) -> np.ndarray:
        """Return what each point adds to the sum of the leaning line."""
        x, y = self.stray.points(float(self.height.get_value()))
        return measure.amounts(x, y, *self.leaning_line())

    def follow(self) -> None:
        """Let the stray point and the two best lines follow its height."""
        height = self.height.get_value
        self.marker.add_updater(lambda m: m.set_place(self.stray.x, height()))
        self.squared.add_updater(lambda m: m.set_line(*self.stray.squared(height())))
        self.absolute.add_updater(lambda m: m.set_line(*self.stray.absolute(height())))
        self.tally.add_updater(
            lambda m: m.set_counts(
                *sides(*self.stray.points(height()), *self.stray.absolute(height()))
            )
        )

    def follow_lean(self) -> None:
        """Let the leaning line and its sums follow how far it leans."""
        for part in (self.leaning, self.squares, self.lengths):
            part.add_updater(lambda m: m.set_line(*self.leaning_line()))
        for layers, measure in zip(self.layers, (SQUARED, ABSOLUTE), strict=True):
            layers.add_updater(lambda m, measure=measure: m.set_amounts(self.amounts(measure)))


def dragged_point(pen: Pen, data: Dataset) -> DraggedPoint:
    """Return the stage of the drag, the stray point in its place."""
    theme = pen.theme
    stray = Stray(data.x, data.y)
    chart = Chart(pen, PICTURE, Scale(0.0, 10.0), HEIGHTS, titles=("$x$", "$y$"), ticks=(0, 0))
    far_x, far_y = stray.points(FAR)
    absolute, squared = stray.absolute(FAR), stray.squared(FAR)
    tanks, layers, names = [], [], VGroup()
    for left, measure in zip(TANKS_AT, (SQUARED, ABSOLUTE), strict=True):
        worst = max(float(measure.total(far_x, far_y, *line)) for line in (absolute, squared))
        colour = measure.colour(theme)
        box = Box(left, TANK_BOTTOM, TANK_WIDTH, TANK_HEIGHT)
        tank = Tank(pen, box, Scale(0.0, 1.08 * worst), colour)
        tanks.append(tank)
        amounts = measure.amounts(far_x, far_y, *absolute)
        layers.append(Layers(tank, amounts, theme, colour).set_z_index(1))
        at = np.array([box.left + box.width / 2, box.top + 0.34, 0.0])
        names.add(Placed(pen.words(measure.noun, colour, 45), at))
    tally_at = chart.place(0.8, 9.5), chart.place(4.6, 1.2)
    home = stray.points(stray.y)
    return DraggedPoint(
        stray=stray,
        height=ValueTracker(stray.y).set_z_index(1),
        lean=ValueTracker(0.0).set_z_index(1),
        chart=chart,
        points=Points(chart, *stray.others, theme, radius=0.15).set_z_index(4),
        marker=Marker(chart, stray.x, stray.y, theme.point, theme, radius=0.22).set_z_index(5),
        squared=StraightLine(
            chart, *stray.squared(stray.y), theme.squared, width=BEHIND
        ).set_z_index(2),
        absolute=StraightLine(chart, *stray.absolute(stray.y), theme.absolute).set_z_index(3),
        leaning=StraightLine(chart, *absolute, theme.ink).set_z_index(3),
        squares=Squares(chart, far_x, far_y, absolute, theme, colour=theme.squared).set_z_index(1),
        lengths=Residuals(chart, far_x, far_y, absolute, theme, colour=theme.absolute).set_z_index(
            2
        ),
        tanks=(tanks[0], tanks[1]),
        layers=(layers[0], layers[1]),
        names=names,
        tally=Tally(
            pen, tally_at, sides(*home, *stray.absolute(stray.y)), theme.absolute
        ).set_z_index(1),
    )
