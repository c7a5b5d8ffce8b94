"""Whole heights on two columns: those of the points against those of the line.

A miss is the height of a point minus that of the line, so these columns differ by what the misses
sum up to: the beam is level for the same lines. What stands on them are sums alone, however many
points there are: D against N times b and B times a; with levers, C against B times b and A times a.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import LEFT, RIGHT, VGroup, VMobject

from core.tables.dataset import Dataset
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.columns import Columns, Values, closed, rings
from scenes.visuals.normal_equations.leaning import TURNED, Leaning
from scenes.visuals.normal_equations.misses import named_sides
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import SQUARE_OPACITY
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST, THIN, Box

# In the chart the height of a point and that of the line stand side by side.
APART, STROKE = 0.065, 0.08
BESIDE = 0.14
# A block that is lower has no room for its name.
ROOM = 0.42


@dataclass(frozen=True)
class Names:
    """What the three blocks and the whole are called."""

    points: str
    slope: str
    intercept: str
    title: str


class Heights(Columns):
    """The columns of the points (x, y), each height times its lever.

    Pieces come from the chart, or as copies of those of ``source``; ``merged`` is how far each of
    the three kinds has become a block: heights of points, every b, every a x.
    """

    def __init__(
        self,
        pen: Pen,
        chart: Chart,
        points: tuple[Values, Values, Values],
        lines: list[tuple[float, float]],
        *,
        area: Box,
        names: Names,
        colour: str,
        source: "Heights | None" = None,
    ) -> None:
        theme = pen.theme
        title = pen.sentence(names.title, size=SMALLEST)
        sides = named_sides(pen, "points", "line")
        super().__init__(area, title, sides, (colour, theme.muted))
        self.chart, self.source = chart, source
        self.x, self.y, self.levers = points
        self.merged = 0.0, 0.0, 0.0
        self._shown = np.ones(len(self.x), dtype=bool)
        hues = theme.point, theme.intercept, theme.slope
        self.pieces = VGroup(*map(_drawn_in, hues))
        self.blocks = VGroup(*map(_drawn_in, hues))
        self.names = VGroup(
            *(
                Placed(pen.formula(name, size=SMALLEST), np.zeros(3))
                for name in (names.points, names.intercept, names.slope)
            )
        )
        self.add(self.base, self.pieces, self.blocks, self.names)
        self.add(self.beam, self.title, self.sides)
        heights = [float(np.sum(self.levers * (a * self.x + b))) for a, b in lines]
        self.largest = max(*heights, float(np.sum(self.levers * self.y)))
        self.set_line(*lines[0])

    @property
    def flying(self) -> tuple[VMobject, ...]:
        """What moves while the pieces gather."""
        return tuple(self.pieces)

    def set_merged(self, points: float, line: float) -> Self:
        """Let the pieces of the points, and those of the line, become blocks."""
        self.merged = points, line, line
        return self.draw()

    def set_shown(self, share: float, always: int) -> Self:
        """Show the pieces in the chart from left to right; those of one point always."""
        self._shown = np.argsort(np.argsort(self.x)) < round(share * len(self.x))
        self._shown[always] = True
        return self.draw()

    def draw(self) -> Self:
        """Draw everything where the area, the line and the chart are now."""
        ends, starts = self._columns(), self._starts()
        for part, start, end, merged in zip(self.pieces, starts, ends, self.merged, strict=True):
            part.points = closed(self._on_the_way(start, end)[self._shown])
            _show(part, 1 - merged)
        for block, name, end, merged in zip(
            self.blocks, self.names, ends, self.merged, strict=True
        ):
            low, high = end[0], end[-1]
            block.points = closed(np.array([[low[0], low[1], high[2], high[3]]]))
            _show(block, merged)
            name.put((low[0] + high[2]) / 2)
            tall = float(high[2, 1] - low[0, 1])
            name.set_opacity(merged * np.clip((tall - ROOM) / 0.1, 0, 1))
        self._draw_around((float(ends[0][-1, 2, 1]), float(ends[2][-1, 2, 1])))
        return self

    def example(self, pen: Pen, k: int) -> VGroup:
        """Return what the three heights at one point are called, beside its pieces in the chart."""
        names = VGroup()
        sources = ("point(y)", LEFT), ("intercept(b)", RIGHT), ("slope(a) x", RIGHT)
        for (source, side), start in zip(sources, self._starts(), strict=True):
            middle = (start[k, 0] + start[k, 2]) / 2
            names.add(pen.formula(source, size=SMALLEST).next_to(middle, side, buff=BESIDE))
        return names

    def _columns(self) -> tuple[Values, Values, Values]:
        """Return the corners (n, 4, 3) of the pieces: heights of points, every b, every a x."""
        unit = self.tallest / self.largest
        left, right = self.middles
        weighed = self.levers * self.y, self.levers * self.b, self.levers * self.a * self.x
        tops = [self.floor + unit * np.cumsum(part) for part in weighed]
        tops[2] += tops[1][-1] - self.floor
        points, intercept, slope = (
            rings(
                np.array(middle - self.half), np.array(middle + self.half), top - unit * part, top
            )
            for middle, top, part in zip((left, right, right), tops, weighed, strict=True)
        )
        return points, intercept, slope

    def _starts(self) -> tuple[Values, Values, Values]:
        """Return where the pieces come from."""
        if self.source:
            return self.source._columns()
        return (
            self._upright(-APART, np.zeros_like(self.y), self.y),
            self._upright(APART, np.zeros_like(self.y), np.full_like(self.y, self.b)),
            self._upright(APART, np.full_like(self.y, self.b), self.a * self.x + self.b),
        )

    def _upright(self, aside: float, low: Values, high: Values) -> Values:
        """Return the corners (n, 4, 3) of strokes in the chart, a little beside each x."""
        bottom, top = self.chart.places(self.x, low), self.chart.places(self.x, high)
        middle = bottom[:, 0] + aside
        return rings(middle - STROKE / 2, middle + STROKE / 2, bottom[:, 1], top[:, 1])


def both_heights(
    pen: Pen, chart: Chart, data: Dataset, leaning: Leaning
) -> tuple[Heights, Heights] | None:
    """Return the heights as a shift weighs them and as a turn does; None if some are not above 0.

    Far from 0 the columns would be so high that no beam is seen to tip.
    """
    lines = [leaning.line(share * TURNED, 0.0) for share in (1.0, 0.5, 0.0)]
    above = chart.y_scale.low <= 0 <= data.y.min() and all(a > 0 and b > 0 for a, b in lines)
    if not (above and chart.x_scale.low <= 0 <= data.x.min()):
        return None
    shift = Heights(
        pen,
        chart,
        (data.x, data.y, np.ones_like(data.x)),
        lines,
        area=layout.FIRST_TALL,
        names=Names("D", "B slope(a)", "N intercept(b)", "heights"),
        colour=pen.theme.intercept,
    )
    turn = Heights(
        pen,
        chart,
        (data.x, data.y, data.x),
        lines,
        area=layout.SECOND_TALL,
        names=Names("C", "A slope(a)", "B intercept(b)", "$x$ · heights"),
        colour=pen.theme.slope,
        source=shift,
    )
    return shift, turn


def _drawn_in(colour: str) -> VMobject:
    return VMobject(stroke_color=colour, stroke_width=THIN, fill_color=colour)


def _show(part: VMobject, share: float) -> None:
    part.set_fill(opacity=share * SQUARE_OPACITY).set_stroke(opacity=share)
