"""Two points, one above the line and one below: with its miss the shorter column is as high."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.beams.columns import (
    BASELINE,
    SIDES_ROW,
    TITLE_ROW,
    Values,
    closed,
    in_box,
    middle_above_baseline,
    named_sides,
    on_the_way,
    rings,
)
from scenes.visuals.normal_equations.beams.heights import STROKE, Heights
from scenes.visuals.plot.beyond import beyond
from scenes.visuals.plot.regression import SQUARE_OPACITY
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import SMALLEST, THIN

# Middles of the columns, half of their width, and how much of the room they fill.
SHARES = np.array([0.1, 0.34, 0.66, 0.9])
HALF, FILLED = 0.55, 0.9
ROOM = 0.3  # a lower block has no room for its name
WIDER = 1.02
SOLID = 1.6  # by how much the misses are brighter


class TwoHeights(VGroup):
    """The heights of two points and of the line there, side by side; their misses fly to them."""

    def __init__(self, pen: Pen, heights: Heights) -> None:
        weights, theme = heights.weights, pen.theme
        miss = weights.y - (heights.a * weights.x + heights.b)
        chart = heights.chart
        seen = ~beyond(chart.x_scale, chart.y_scale, weights.x, weights.y)
        area = layout.TWO_TALL
        self.floor = area.bottom + TITLE_ROW + SIDES_ROW
        tall = FILLED * (area.top - self.floor)
        two = two_of(seen * miss, heights.a * weights.x * tall / float(weights.y[seen].max()))
        self.heights, self.x, self.y = heights, weights.x[two], weights.y[two]
        self.miss = miss[two]
        highest = max(self.y.max(), (self.y - self.miss).max())
        self.unit = tall / float(highest)
        self.middles = (area.left + SHARES * area.width).reshape(2, 2)
        colours = theme.point, theme.intercept, theme.slope, theme.residual
        self.parts = [
            VMobject(
                stroke_color=colour,
                stroke_width=THIN,
                fill_color=colour,
                fill_opacity=SQUARE_OPACITY * (SOLID if colour == theme.residual else 1),
            )
            for colour in colours
        ]
        self.names = VGroup()
        for pair, side in zip(self.middles, ("above", "below"), strict=True):
            columns = *named_sides(pen, "point", "line"), pen.sentence(side, size=SMALLEST)
            at = *pair, pair.mean()
            feet = self.floor - BASELINE
            low = *(feet + middle_above_baseline(one) for one in columns[:2]), area.bottom + 0.2
            for name, across, height in zip(columns, at, low, strict=True):
                self.names.add(name.move_to((across, height, 0.0)))
        self.names.add(*self._blocks(pen))
        super().__init__(*self.parts[:3], self.names)
        self.misses = self.parts[3]
        self.miss_names = self._miss_names(pen)
        self.set_flown(0.0, 0.0)

    def set_flown(self, above: float, below: float) -> Self:
        """Show both misses after these shares of their ways onto the shorter columns."""
        line, b = self.y - self.miss, np.full(2, self.heights.b)
        ends = (0 * b, self.y), (0 * b, b), (b, line)
        for part, (low, high), k in zip(self.parts, ends, (0, 1, 1), strict=False):
            part.points = closed(self._column(self.middles[:, k], low, high))
        starts, slots = self._starts()[:, None], self._slots()[:, None]
        sides = zip(starts, slots, (above, below), strict=True)
        ways = [on_the_way(start, slot, share) for start, slot, share in sides]
        self.misses.points = closed(np.concatenate(ways))
        return self

    def _blocks(self, pen: Pen) -> list[VMobject]:
        """Return what the two blocks of each line are called, where there is room."""
        b, lines = self.heights.b, self.y - self.miss
        ends = [
            end
            for pair, line in zip(self.middles, lines, strict=True)
            for end in (("intercept(b)", pair[1], 0.0, b), ("slope(a) x", pair[1], b, line))
        ]
        return [
            pen.formula(name, size=SMALLEST).move_to(
                (across, self.floor + self.unit * (low + high) / 2, 0.0)
            )
            for name, across, low, high in ends
            if self.unit * (high - low) > ROOM
        ]

    def _miss_names(self, pen: Pen) -> VGroup:
        """Return what stands on each miss in its slot, where there is room: nothing elsewhere."""
        names = VGroup()
        for slot in self._slots():
            name = pen.words("miss", size=SMALLEST).move_to(slot.mean(axis=0))
            tall = float(np.ptp(slot[:, 1]))
            names.add(VGroup(*[name][: int(tall > ROOM)]))
        return names

    def _slots(self) -> Values:
        """Return the corners (2, 4, 3) of the misses on the shorter columns."""
        low, high = np.sort([self.y, self.y - self.miss], axis=0)
        shorter = np.where(self.miss > 0, self.middles[:, 1], self.middles[:, 0])
        return self._column(shorter, low, high)

    def _column(self, middle: Values, low: Values, high: Values) -> Values:
        ends = self.floor + self.unit * low, self.floor + self.unit * high
        return rings(middle - HALF, middle + HALF, *ends)

    def _starts(self) -> Values:
        """Return the corners (2, 4, 3) of the misses in the chart, cut at its edge."""
        chart = self.heights.chart
        at = self.y, self.y - self.miss
        ends = [in_box(chart.box, chart.places(self.x, y)) for y in at]
        low, high = np.sort([end[:, 1] for end in ends], axis=0)
        across = ends[0][:, 0]
        return rings(across - STROKE / 2, across + STROKE / 2, low, high)


def two_of(misses: Values, slopes: Values) -> NDArray[np.intp]:
    """Return the points farthest above the line and below it, of those with room for a x.

    Where there is none, take the farthest of all.
    """
    room = slopes > WIDER * ROOM
    chosen = []
    for side in (misses, -misses):
        among = np.flatnonzero((side > 0) & room)
        among = among if among.size else np.arange(side.size)
        chosen.append(among[side[among].argmax()])
    return np.array(chosen)
