"""The last shot again and again: a dot for how many get through each time, and their average."""

from functools import partial
from typing import Self

import numpy as np
from manim import RIGHT, VGroup, VMobject
from numpy.typing import NDArray

from core.photons.chance import depths_by_chance
from scenes.visuals.half_thickness.beam.bench import Bench
from scenes.visuals.half_thickness.beam.heap import Heap
from scenes.visuals.half_thickness.beam.photons import PHOTONS, Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN, WORDS

SHOTS = 36
SEED = 43315  # by chance nearly as many as in endless shots, and in the last one quite as many
# Of the axis, from what is left on average: chance seldom goes beyond.
REACH, TICKS = 13.5, (-10, 0, 10)
BIN = 3  # so many counts share a stack
LEFT_END, WIDE = -3.4, 6.4  # of the axis
FOOT, ROW_UP = -1.72, 2.72  # of the lower row, and from there to the upper one
LABELS_DOWN, LINE_UP, FALL = 0.58, 2.5, 2.15  # from an axis
SLAB_AT, SLAB_WIDE, SLAB_HIGH, NAME_UP = -5.1, 1.15, 1.6, 1.95  # the slab is that of one half
AVERAGE_AT, AVERAGE_UP, WORDS_UP = 4.9, 0.85, 1.9
AVERAGE = 100.0


class Repeats(VGroup):
    """Rows of dots piled up over how many of a hundred have got through, beside their lead.

    ``told`` is how many shots have been made. ``depths`` (shots, photons) are in sheets. The lower
    row is that of half a thickness; ``against`` it the same photons may fly through other lead, so
    many sheets, and pile up above; ``named`` says how thick both are. The lead of the lower row
    ``come``s from the ``bench``, as it stands there.
    """

    def __init__(
        self,
        pen: Pen,
        bench: Bench,
        mu_per_sheet: float,
        *,
        named: tuple[str, str],
        against: float | None = None,
    ) -> None:
        theme = pen.theme
        self.bench, self.come, self.told = bench, 1.0, 0.0
        self.leads = [np.log(2) / mu_per_sheet, *([] if against is None else [against])]
        left = [PHOTONS * float(np.exp(-mu_per_sheet * lead)) for lead in self.leads]
        self.lowest, self.highest = min(left) - REACH, max(left) + REACH
        self.depths = depths_by_chance(mu_per_sheet, SHOTS * PHOTONS, SEED)
        self.depths.shape = SHOTS, PHOTONS
        looks = ((theme.photon, theme.photon), (theme.muted, theme.muted))
        self.heaps = [
            Heap(
                np.count_nonzero(self.depths > lead, axis=1),
                partial(self.place, row=row),
                ends=(self.lowest, self.highest),
                middle=PHOTONS / 2,
                bins=BIN,
                falls_from=FALL,
                colours=look,
            )
            for row, (lead, look) in enumerate(zip(self.leads, looks, strict=False))
        ]
        rows = range(len(self.heaps))
        self.slabs = [
            VMobject(
                stroke_color=theme.muted, stroke_width=THIN, fill_color=theme.faint, fill_opacity=1
            )
            for _ in rows
        ]
        axes = VMobject(stroke_color=theme.muted, stroke_width=THIN)
        ends = [[h.place(self.lowest, 0.0), h.place(self.highest, 0.0)] for h in self.heaps]
        axes.points = polylines(np.array(ends))
        self.line = VMobject(stroke_color=theme.ink, stroke_width=BOLD)
        half = PHOTONS / 2
        self.line.points = polylines(
            np.array([[self.place(half, 0.0), self.place(half, LINE_UP, rows[-1])]])
        )
        colours = [look[1] for look in looks]
        self.averages = [
            Number("", self._beside(row, AVERAGE_UP), size=AVERAGE, colour=colour, edge=0 * RIGHT)
            for row, colour in zip(rows, colours, strict=False)
        ]
        self.words = Placed(
            pen.sentence("on average", theme.muted, SMALLEST), self._beside(rows[-1], WORDS_UP)
        )
        names = [
            Placed(
                pen.sentence(f"{name} mm", colour, WORDS),
                np.array([SLAB_AT, FOOT + row * ROW_UP + NAME_UP, 0.0]),
            )
            for row, name, colour in zip(rows, named, colours, strict=False)
        ]
        # The level lies behind the dots, of which one stack stands on it; lead passes in front.
        self.lines = [self.line.set_z_index(-1), axes.set_z_index(-1)]
        self.beside = [*self._ticks(pen), *names, *self.slabs[1:]]
        super().__init__(*self.around, self.slabs[0], *self.heaps, *self.averages, self.words)
        self.set_told(0)
        self.set_come(1.0)

    def _ticks(self, pen: Pen) -> list[Number]:
        return [
            Number(
                f"{PHOTONS / 2 + tick:.0f}",
                self.place(PHOTONS / 2 + tick, -LABELS_DOWN),
                size=SMALLEST,
                colour=pen.theme.muted,
                edge=0 * RIGHT,
            )
            for tick in TICKS
        ]

    @staticmethod
    def _beside(row: int, up: float) -> Values:
        return np.array([AVERAGE_AT, FOOT + row * ROW_UP + up, 0.0])

    @property
    def around(self) -> list[VMobject]:
        """Return what is around the dots and the lead of the lower row."""
        return [*self.lines, *self.beside]

    @property
    def heap(self) -> Heap:
        """Return the heap of the shots themselves."""
        return self.heaps[0]

    @property
    def counted(self) -> list[VMobject]:
        """Return what the shots have left: dots, averages, and what these are."""
        return [*self.heaps, *self.averages, self.words]

    def place(self, count: float, up: float, row: int = 0) -> Values:
        """Return the place (3,) of a count ``up`` above the axis of a row: 0 is the lower one."""
        across = (count - self.lowest) / (self.highest - self.lowest)
        return np.array([LEFT_END + across * WIDE, FOOT + row * ROW_UP + up, 0.0])

    def set_told(self, told: float) -> Self:
        """Show the first shots; one alone has no average yet."""
        self.told = told
        number = int(told)
        for place, heap in zip(self.averages, self.heaps, strict=True):
            heap.set_told(told)
            place.set_text(heap.average_of(number) if number > 1 else "")
        self.words.set_opacity(float(number > 1))
        return self

    def set_come(self, come: float) -> Self:
        """Draw the first slab on its way from the bench to its row; the other one stands there."""
        self.come = come
        at = self.bench.layout
        there = np.array([*self.bench.face(), at.lead_low, at.lead_low + at.lead_height])
        for row, (slab, lead) in enumerate(zip(self.slabs, self.leads, strict=True)):
            ends = self._slab(row)
            if row == 0:
                ends = there + come * (ends - there)
            slab.points = _ring(ends, lead)
        return self

    def _slab(self, row: int) -> NDArray[np.float64]:
        """Return left, right, low and high of a slab, as wide as its lead is thick."""
        half, low = SLAB_WIDE * self.leads[row] / self.leads[0] / 2, FOOT + row * ROW_UP
        return np.array([SLAB_AT - half, SLAB_AT + half, low, low + SLAB_HIGH])


def _ring(ends: NDArray[np.float64], sheets: float) -> NDArray[np.float64]:
    """Return the outline of lead of so many sheets; an edge ends the first one."""
    left, right, low, high = ends
    ring = [(left, low), (right, low), (right, high), (left, high), (left, low)]
    strokes = [polylines(np.array([[(u, v, 0.0) for u, v in ring]]))]
    if sheets > 1:
        edge = left + (right - left) / sheets
        strokes.append(polylines(np.array([[(edge, low, 0.0), (edge, high, 0.0)]])))
    return np.concatenate(strokes)
