"""The frame of SquaredVersusAbsolute: one point goes astray, two best lines answer."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from manim import ValueTracker

from core.tables.dataset import Dataset
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.regression import Points, StraightLine
from scenes.visuals.squared_versus_absolute.apart import Apart
from scenes.visuals.squared_versus_absolute.balance import (
    Balance,
    balances,
    best_line,
    scales,
    stray_marker,
    title_of,
)
from scenes.visuals.squared_versus_absolute.before import Before
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, SQUARED
from scenes.visuals.squared_versus_absolute.pulls import RADIUS, STRAY_RADIUS, Pulls
from scenes.visuals.squared_versus_absolute.ringed import Pin, Ringed
from scenes.visuals.squared_versus_absolute.stacks.columns import Columns
from scenes.visuals.squared_versus_absolute.stacks.scale import at_one_scale
from scenes.visuals.squared_versus_absolute.stacks.tally import Tally
from scenes.visuals.squared_versus_absolute.stray import Heights, Line, Stray, stray_of
from scenes.visuals.squared_versus_absolute.sums.weighed import Weighed, weighed
from scenes.visuals.squared_versus_absolute.tipping import left_by, pivot
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE, THIN

# In the end the stacks of the line of squares stand so far beside those of the other line.
BESIDE = 1.75


@dataclass(frozen=True)
class DraggedPoint:
    """Points, the stray one, both best lines, and how they pull at each in charts of their own.

    A ``trace`` of the line of lengths is left where it lay. ``own_pull`` is that of the stray point
    alone, at the line of squares; so is ``far_pull``, in the chart of these, and ``end_pull`` in
    that of the lengths, with a pale dot where the point was ``before``. To the chart of the squares
    belong the ``columns`` of what all points pull, to that of the lengths the ``tally`` of it, what
    they add up to, ``weighed``, one point that is ``ringed``, and a pin for each of the two points
    that its line lies on: it turns about ``pin`` once ``other_pin`` is out. In the end both lines
    are ``apart``, in the chart of both, and what all points pull at that of squares stands beside
    the tally, ``beside`` it.
    """

    stray: Stray
    heights: Heights
    height: ValueTracker
    chart: Chart
    points: Points
    marker: Marker
    squared: StraightLine
    absolute: StraightLine
    trace: StraightLine
    own_pull: Pulls
    far_pull: Pulls
    end_pull: Pulls
    before: Before
    balances: tuple[Balance, Balance]
    columns: Columns
    tally: Tally
    weighed: Weighed
    ringed: Ringed
    pin: Pin
    other_pin: Pin
    apart: Apart
    beside: Columns

    def on_line(self, height: float) -> float:
        """Return where the stray point lies on the line of lengths that is best for a height."""
        return float(np.polyval(self.stray.absolute(height), self.stray.x))

    def follow(self) -> None:
        """Let everything follow the height of the stray point."""
        height, stray = self.height.get_value, self.stray
        squares, lengths = self.balances
        self.marker.add_updater(lambda m: m.set_place(stray.x, height()))
        self.squared.add_updater(lambda m: m.set_line(*stray.squared(height())))
        self.absolute.add_updater(lambda m: m.set_line(*stray.absolute(height())))
        self.ringed.add_updater(lambda m: m.answer(*lengths.seen(), lengths.at()))
        self.weighed.follow()
        self.columns.add_updater(lambda m: m.answer(*squares.seen(), squares.at()))
        self.tally.add_updater(lambda m: m.answer(*lengths.seen(), lengths.at()))
        self.apart.add_updater(lambda m: m.answer(height()))
        self.beside.add_updater(
            lambda m: m.answer(*stray.points(height()), stray.squared(height()))
        )
        self.own_pull.add_updater(lambda m: self._draw_own(m, height(), stray.squared(height())))
        self.far_pull.add_updater(
            lambda m: self._draw_own(m, squares.height.get_value(), squares.at())
        )
        # It stands back from where the point was, not from where it is.
        self.end_pull.add_updater(lambda m: self._draw_own(m, self.before.at, lengths.at()))
        for balance in self.balances:
            balance.follow()

    def _draw_own(self, pulls: Any, height: float, line: Line) -> None:
        pulls.answer(np.array([self.stray.x]), np.array([height]), line)


def dragged_point(pen: Pen, data: Dataset) -> DraggedPoint:
    """Return the stage of the drag, the stray point at home; ValueError where none tears a line."""
    theme = pen.theme
    stray, heights = stray_of(data.x, data.y)
    home = heights.home
    titles = title_of(pen, data.x_label), title_of(pen, data.y_label)
    chart = Chart(pen, PICTURE, *scales(stray, heights), titles=titles, ticks=(0, 0))
    a, b = stray.absolute(home)
    trace = best_line(chart, ABSOLUTE, theme).set_line(*stray.absolute(heights.beyond))
    both = balances(pen, stray, heights, data.x_label)
    squares, lengths = (one.chart for one in both)
    kept, left = pivot(stray, heights), left_by(stray, heights, lengths.y_scale.span)
    tally = Tally(theme, lengths, stray, heights)
    columns = Columns(theme, squares, stray, heights)
    beside = Columns(theme, chart, stray, heights, aside=BESIDE)
    x, y = stray.points(home)
    far_pull, end_pull = (
        Pulls(one.chart, one.measure, theme, rim=STRAY_RADIUS, outlined=True).set_z_index(4)
        for one in both
    )
    at_one_scale(tally, columns, beside)
    return DraggedPoint(
        stray=stray,
        heights=heights,
        height=ValueTracker(home).set_z_index(1),
        chart=chart,
        points=Points(chart, *stray.others, theme, radius=RADIUS).set_z_index(4),
        marker=stray_marker(chart, stray.x, home, theme).set_z_index(5),
        squared=best_line(chart, SQUARED, theme).set_line(*stray.squared(home)).set_z_index(2),
        absolute=best_line(chart, ABSOLUTE, theme).set_line(a, b).set_z_index(3),
        trace=trace.set_stroke(theme.muted, width=THIN).set_z_index(1),
        own_pull=Pulls(chart, SQUARED, theme, rim=STRAY_RADIUS, outlined=True).set_z_index(4),
        far_pull=far_pull,
        end_pull=end_pull,
        before=Before(lengths, stray.x, heights.far, theme).set_z_index(1),
        balances=both,
        columns=columns.set_z_index(5),
        tally=tally.set_z_index(5),
        weighed=weighed(pen, both[1], heights),
        ringed=Ringed(lengths, theme).set_z_index(8),
        pin=Pin(lengths, x[kept], y[kept], theme).set_z_index(8),
        other_pin=Pin(lengths, x[left], y[left], theme).set_z_index(8),
        apart=Apart(chart, stray, theme).set_z_index(1),
        beside=beside.set_z_index(8),
    )
