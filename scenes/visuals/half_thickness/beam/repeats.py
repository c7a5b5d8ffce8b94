"""The last shot again and again: a dot for how many get through each time, and their average."""

from functools import partial
from typing import Self

import numpy as np
from manim import LEFT, RIGHT, VGroup, VMobject

from core.photons.chance import depths_by_chance
from scenes.visuals.half_thickness.beam.heap import Heap
from scenes.visuals.half_thickness.beam.layout import NAME_HEIGHT, Layout
from scenes.visuals.half_thickness.beam.photons import PHOTONS, Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST, THIN

SHOTS = 36
SEED = 43315  # by chance nearly as many as in endless shots, and in the last one quite as many
# Of the axis, from what is left on average: chance seldom goes beyond.
REACH, TICKS = 13.5, (-10, 0, 10)
BIN, RIVAL_BIN = 3, 2  # so many counts share a stack; where two heaps must find room
AXIS_UP, LABELS_DOWN, NAME_UP = 0.62, 0.36, 3.2
MARK_UP, RIVAL_MARK_UP, RIVAL_FALL = 2.75, 1.2, 1.0
RIVAL_UP = 2.2  # from axis to axis
SAID_UP = 1.45  # from an axis to what is said of its heap
AVERAGE = 118.0  # the largest number of the frame


class Repeats(VGroup):
    """Dots piled up over how many of a hundred have got through, in place of the first grid.

    ``told`` is how many shots have been made. ``depths`` (shots, photons) are in sheets. The lead
    is that of so many ``slabs`` of a half thickness. ``against`` it the same photons may fly
    through other lead, so many sheets, and pile up above; ``named`` says how thick both are.
    """

    def __init__(
        self,
        pen: Pen,
        at: Layout,
        mu_per_sheet: float,
        *,
        slabs: int = 1,
        against: float | None = None,
        named: tuple[str, str] = ("", ""),
    ) -> None:
        theme = pen.theme
        self.expected = PHOTONS / 2**slabs
        leads = [slabs * np.log(2) / mu_per_sheet, *([] if against is None else [against])]
        left = [PHOTONS * float(np.exp(-mu_per_sheet * lead)) for lead in leads]
        self.lowest, self.highest = min(left) - REACH, max(left) + REACH
        self.depths = depths_by_chance(mu_per_sheet, SHOTS * PHOTONS, SEED)
        self.depths.shape = SHOTS, PHOTONS
        self.start, self.reach = at.left, at.side
        self.foot = at.middle - at.side / 2 + AXIS_UP
        alone = len(leads) == 1
        looks = ((theme.point, theme.ink), (theme.muted, theme.muted))
        self.heaps = [
            Heap(
                np.count_nonzero(self.depths > lead, axis=1),
                partial(self.place, row=row),
                ends=(self.lowest, self.highest),
                bins=BIN if alone else RIVAL_BIN,
                high=MARK_UP if alone else RIVAL_MARK_UP,
                falls_from=MARK_UP if alone else RIVAL_FALL,
                colours=look,
            )
            for row, (lead, look) in enumerate(zip(leads, looks, strict=False))
        ]
        self.axis = VMobject(stroke_color=theme.muted, stroke_width=THIN)
        ends = [[h.place(self.lowest, 0.0), h.place(self.highest, 0.0)] for h in self.heaps]
        self.axis.points = polylines(np.array(ends))
        self.words = Placed(
            pen.sentence("on average", theme.photon),
            np.array([at.arrived_at, NAME_HEIGHT, 0.0]),
        )
        self.average = Number(
            "",
            np.array([at.arrived_at, at.row, 0.0]),
            size=AVERAGE,
            colour=theme.photon,
            edge=0 * RIGHT,
        )
        self.said = [] if alone else self._say_of_rows(pen, named)
        self.averages = [part for part in self.said if isinstance(part, Number)]
        legend = [self._legend(pen)] if alone else []
        ticks = self._ticks(pen)
        super().__init__(self.axis, *ticks, *self.heaps, *legend, *self.said)
        self.add(self.words, self.average)
        self.set_told(0)

    def _ticks(self, pen: Pen) -> list[Number]:
        return [
            Number(
                f"{self.expected + tick:.0f}",
                self.place(self.expected + tick, -LABELS_DOWN),
                size=SMALLEST,
                colour=pen.theme.muted,
                edge=0 * RIGHT,
            )
            for tick in TICKS
        ]

    def _legend(self, pen: Pen) -> Placed:
        """Return what a dot is, where there is room above a heap."""
        writing = pen.sentence(f"{SHOTS} shots, each a dot", pen.theme.muted, SMALLEST)
        return Placed(writing, self.place(self.expected, NAME_UP))

    def _say_of_rows(self, pen: Pen, named: tuple[str, str]) -> list[VMobject]:
        """Return how thick the lead of each heap is, and room for its average."""
        said: list[VMobject] = []
        colours = pen.theme.photon, pen.theme.muted
        for heap, name, colour in zip(self.heaps, named, colours, strict=True):
            ends = [heap.place(count, SAID_UP) for count in (self.lowest, self.highest)]
            said.append(Placed(pen.sentence(f"{name} mm", colour, SMALLEST), ends[0], LEFT))
            said.append(Number("", ends[1], size=SMALLEST, colour=colour, edge=RIGHT))
        return said

    @property
    def heap(self) -> Heap:
        """Return the heap of the shots themselves."""
        return self.heaps[0]

    def place(self, count: float, up: float, row: int = 0) -> Values:
        """Return the place (3,) of a count ``up`` above the axis of a row: 0 is the lower one."""
        across = (count - self.lowest) / (self.highest - self.lowest)
        return np.array([self.start + across * self.reach, self.foot + row * RIVAL_UP + up, 0.0])

    def set_told(self, told: float) -> Self:
        """Show the first shots; one alone has no average yet."""
        self.told = told
        number = int(told)
        for heap in self.heaps:
            heap.set_told(told)
        for place, heap in zip(self.averages, self.heaps, strict=False):
            place.set_text(heap.average_of(number) if number > 1 else "")
        self.average.set_text(self.heap.average_of(number) if number > 1 else "")
        self.words.set_opacity(float(number > 1))
        return self
