"""Whole heights: each point's bar is cut into b, a x and its miss, and what is alike is piled up.

The bars b and a x of all points on one side, the whole bars y on the other: what one side has
more of is the sum of the misses, so the beam is level where that of the misses is. What then
stands there are sums alone, however many points there are: N times b and B times a against D;
where each height counts x times, B times b and A times a against C.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import VMobject

from core.tables.dataset import Dataset
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.beams.columns import (
    MOST_OUTLINES,
    Columns,
    Values,
    closed,
    in_box,
    named_sides,
    on_the_way,
    rings,
)
from scenes.visuals.normal_equations.beams.groups import Groups, Weights
from scenes.visuals.normal_equations.leaning import Line
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import SQUARE_OPACITY
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST, THIN, Box

STROKE = 0.09  # how wide a bar is drawn in the chart
SOLID = 1.8  # by how much its fill is stronger there
# A block that is lower has no room for its name.
ROOM = 0.42
KINDS = "intercept", "slope", "points"


@dataclass(frozen=True)
class Names:
    """What the three blocks are called."""

    intercept: str
    slope: str
    points: str


@dataclass(frozen=True)
class Shares:
    """How much of the bars of one kind has risen in the chart, flown, and become a block."""

    risen: float = 0.0
    flown: float = 0.0
    merged: float = 0.0


class Heights(Columns):
    """The columns of points, or of groups of them, each height times its lever.

    The bars rise in the chart, or are copies of those of ``source``; from there they fly onto
    their column and become one block, each kind of them for itself.
    """

    def __init__(
        self,
        pen: Pen,
        chart: Chart,
        weights: Weights,
        line: Line,
        *,
        area: Box,
        title: str,
        names: Names,
        colour: str,
        source: "Heights | None" = None,
    ) -> None:
        theme = pen.theme
        written = pen.sentence(title, size=SMALLEST)
        super().__init__(area, written, named_sides(pen, "all $y$", "line"), (colour, theme.muted))
        self.filled, self.topped = 1.0, (0.0, 0.0)
        self.chart, self.source = chart, source
        self.weights = weights
        self.shares = dict.fromkeys(KINDS, Shares())
        colours = theme.intercept, theme.slope, theme.point
        self.bars = dict(zip(KINDS, map(_drawn_in, colours), strict=True))
        self.blocks = dict(zip(KINDS, map(_drawn_in, colours), strict=True))
        self.names = {
            kind: Placed(pen.formula(getattr(names, kind), size=SMALLEST), np.zeros(3))
            for kind in KINDS
        }
        self.add(self.base, *self.bars.values(), *self.blocks.values(), *self.names.values())
        self.add(self.beam, self.title, self.sides, self.note)
        self.set_line(*line)

    @property
    def unit(self) -> float:
        """Return how high one unit of y, or of x y, is drawn."""
        return (
            self.filled
            * self.tallest
            / max(self._sum("points"), self._sum("intercept") + self._sum("slope"))
        )

    def moving(self, kind: str) -> tuple[VMobject, VMobject, VMobject]:
        """Return what changes with the shares of one kind."""
        return self.bars[kind], self.blocks[kind], self.names[kind]

    def set_shares(self, kind: str, shares: Shares) -> Self:
        """Let the bars of one kind be as far as ``shares`` say."""
        self.shares[kind] = shares
        return self.draw()

    def draw(self) -> Self:
        """Draw everything where the area, the line and the chart are now."""
        corners = self._corners()
        outlined = THIN if len(self.weights.x) <= MOST_OUTLINES else 0
        for kind in KINDS:
            shares, ring = self.shares[kind], corners[kind]
            bars, block, name = self.moving(kind)
            way = on_the_way(self._starts(kind), self._slots(kind), shares.flown)
            bars.points = closed(way)
            _show(bars, float(shares.risen > 0) * (1 - shares.merged))
            if not self.source:
                # A thin bar is seen by its fill.
                bars.set_fill(opacity=bars.get_fill_opacity() * (1 + SOLID * (1 - shares.flown)))
            bars.set_stroke(width=outlined)
            block.points = closed(ring[None])
            _show(block, shares.merged)
            tall = float(ring[2, 1] - ring[0, 1])
            seen = shares.merged * float(np.clip((tall - ROOM) / 0.1, 0, 1))
            name.put((ring[0] + ring[2]) / 2).set_opacity(seen)
        self._draw_around(self.tops)
        return self

    @property
    def tops(self) -> tuple[float, float]:
        """Return how high the two columns reach, with what lies on top of them."""
        sums = self._sum("points"), self._sum("intercept") + self._sum("slope")
        left, right = (
            self.floor + self.unit * one + top for one, top in zip(sums, self.topped, strict=True)
        )
        return left, right

    def _ends(self, kind: str) -> tuple[Values, Values]:
        """Return from where to where the bars of one kind reach in the chart, in units of y."""
        x, y = self.weights.x, self.weights.y
        at_line = self.a * x + self.b
        intercepts, zero = np.full_like(x, self.b), np.zeros_like(x)
        return {
            "intercept": (zero, intercepts),
            "slope": (intercepts, at_line),
            "points": (zero, y),
        }[kind]

    def _weighed(self, kind: str) -> Values:
        """Return how high the bars of one kind are, each times its lever."""
        low, high = self._ends(kind)
        weighed: Values = self.weights.levers * (high - low)
        beside = {"slope": self.a * self.weights.beside_x, "points": self.weights.beside_y}
        return weighed + beside.get(kind, 0.0)

    def _sum(self, kind: str) -> float:
        return float(np.sum(self._weighed(kind)))

    def _foot(self, kind: str) -> float:
        """Return how high a pile begins: every a x lies on every b."""
        return self.floor + self.unit * (self._sum("intercept") if kind == "slope" else 0.0)

    def _slots(self, kind: str) -> Values:
        """Return the corners (n, 4, 3) of the bars of one kind on their pile."""
        tall = self.unit * self._weighed(kind)
        top = self._foot(kind) + np.cumsum(tall)
        middle = self.middles[0 if kind == "points" else 1]
        return rings(np.array(middle - self.half), np.array(middle + self.half), top - tall, top)

    def _starts(self, kind: str) -> Values:
        """Return where the bars of one kind come from; what is beyond the chart is cut there."""
        if self.source:
            return self.source._slots(kind)
        low, high = self._ends(kind)
        high = low + self.shares[kind].risen * (high - low)
        x = self.weights.x
        ends = self.chart.places(x, low), self.chart.places(x, high)
        (across, low, _), (_, high, _) = (in_box(self.chart.box, end).T for end in ends)
        return rings(across - STROKE / 2, across + STROKE / 2, low, high)

    def _corners(self) -> dict[str, Values]:
        """Return the corners (4, 3) of each block."""
        corners = {}
        for kind in KINDS:
            low = np.array([self._foot(kind)])
            middle = self.middles[0 if kind == "points" else 1]
            ends = np.array(middle - self.half), np.array(middle + self.half)
            corners[kind] = rings(*ends, low, low + self.unit * self._sum(kind))[0]
        return corners


def both_heights(
    pen: Pen, chart: Chart, data: Dataset, group: Groups, lines: tuple[Line, ...]
) -> tuple[Heights, Heights] | None:
    """Return the heights as a shift weighs them and as a turn does; None if some are not above 0.

    They begin at the first of the lines that they are shown for. Far from 0 the columns would be
    so high that no beam is seen to tip.
    """
    above = chart.y_scale.low <= 0 <= data.y.min() and min(map(min, lines)) > 0
    if not (above and chart.x_scale.low <= 0 <= data.x.min()):
        return None
    shift = Heights(
        pen,
        chart,
        Weights.of(data.x, data.y, np.ones_like(data.x), group),
        lines[0],
        area=layout.ALONE_TALL,
        title="heights",
        names=Names("N intercept(b)", "B slope(a)", "D"),
        colour=pen.theme.intercept,
    )
    turn = Heights(
        pen,
        chart,
        Weights.of(data.x, data.y, data.x, group),
        lines[0],
        area=layout.SECOND_TALL,
        title="$x$ · heights",
        names=Names("B intercept(b)", "A slope(a)", "C"),
        colour=pen.theme.slope,
        source=shift,
    )
    return shift, turn


def _drawn_in(colour: str) -> VMobject:
    return VMobject(stroke_color=colour, stroke_width=THIN, fill_color=colour)


def _show(part: VMobject, share: float) -> None:
    part.set_fill(opacity=share * SQUARE_OPACITY).set_stroke(opacity=share)
