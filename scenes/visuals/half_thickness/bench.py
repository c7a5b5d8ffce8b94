"""The bench: a hundred photons on the left, lead in the middle, where they arrive on the right."""

from typing import Self

import numpy as np
from manim import RIGHT, Circle, Mobject, UpdateFromAlphaFunc, VGroup, VMobject, linear, smooth

from core.palette import Theme
from scenes.visuals.half_thickness.photons import PHOTONS, SIDE, Depths, Flight, Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN, Box

# Shares of the bench: of its height for the distance of two slots and for the middle of the
# grids, of its width for a millimetre of lead.
SLOT = 0.068
MIDDLE = 0.41
PER_MM = 0.047
SPENT = 0.55  # the size of a photon that has stopped, and of an empty slot
CREST = 3.0  # where a wave begins and ends, in columns beside the grid
NUMBER = 13.0  # the size of the counts, for a bench one unit high


class Bench(VGroup):
    """Everything on the bench, laid out in ``area``.

    Its state is the thickness of the lead, how far the lead has slid in (0 above the beam, 1 in
    it) and the share of the flight. ``draw`` is a pure function of the state and of the area.
    """

    def __init__(self, area: Box, mu_per_mm: float, theme: Theme) -> None:
        super().__init__()
        self.depths, self.flight = Depths.of(mu_per_mm), Flight.in_columns()
        self.area = area
        self.thickness_mm, self.slid, self.share = 1.0, 0.0, 0.0
        self.wave = -1.0
        self.sheets: tuple[float, ...] = ()
        self.slots = VMobject(stroke_color=theme.muted, stroke_width=THIN)
        self.lead = VMobject(
            stroke_color=theme.muted, stroke_width=THIN, fill_color=theme.faint, fill_opacity=1
        )
        self.spent = VMobject(stroke_width=0, fill_color=theme.muted, fill_opacity=1)
        self.photons = VMobject(stroke_width=0, fill_color=theme.photon, fill_opacity=1)
        self.frames = VMobject(stroke_color=theme.muted, stroke_width=BOLD - 2)
        self._disc = Circle(1.0, num_components=5).points
        self.sent, self.counted = (
            Number("0", np.zeros(3), colour=colour, edge=0 * RIGHT)
            for colour in (theme.muted, theme.photon)
        )
        self.add(self.frames, self.slots, self.lead, self.spent, self.photons)
        self.add(self.sent, self.counted)
        self.draw()

    @property
    def arrived(self) -> int:
        """Return how many photons have reached the right side."""
        way = self.flight.way(self.share)
        return int(np.count_nonzero((way >= 1.0) & self.depths.arrives(self._in_the_way)))

    @property
    def slot(self) -> float:
        """Return the distance of two slots of a grid."""
        return SLOT * self.area.height

    def set_area(self, area: Box) -> Self:
        """Lay the bench out in ``area``."""
        self.area = area
        return self.draw()

    def set_lead(self, thickness_mm: float, slid: float, sheets: tuple[float, ...] = ()) -> Self:
        """Slide lead of ``thickness_mm`` in; inside it an edge at each depth of ``sheets``."""
        self.thickness_mm, self.slid, self.sheets = thickness_mm, slid, sheets
        return self.draw()

    def set_share(self, share: float) -> Self:
        """Show the photons after ``share`` of their flight."""
        self.share = share
        return self.draw()

    def set_wave(self, share: float) -> Self:
        """Let the photons swell column by column: a wave after ``share`` of its way."""
        self.wave = share
        return self.draw()

    def fly(self, run_time: float) -> UpdateFromAlphaFunc:
        """Return the animation of one flight of all photons."""
        return UpdateFromAlphaFunc(
            self, lambda m, s: m.set_share(s), run_time=run_time, rate_func=linear
        )

    def move(self, area: Box, run_time: float = 1.4) -> UpdateFromAlphaFunc:
        """Return the animation that takes the bench to ``area``."""
        start = self.area

        def go(_: Mobject, share: float) -> None:
            self.set_area(start.towards(area, smooth(share)))

        return UpdateFromAlphaFunc(self, go, run_time=run_time, rate_func=linear)

    def draw(self) -> Self:
        """Draw everything from the state."""
        box, slot = self.area, self.slot
        side = SIDE * slot
        middle = box.bottom + MIDDLE * box.height
        self._draw_frames(side, middle)
        start, end = self._grid(box.left), self._grid(box.right - side)
        face = box.middle[0] - PER_MM * box.width * self.thickness_mm / 2
        self._draw_lead(face, middle, side)
        way = self.flight.way(self.share)
        through = self.depths.arrives(self._in_the_way)
        stop = face + np.minimum(self.depths.depth_mm, self.thickness_mm) * PER_MM * box.width
        x = start[:, 0] + way * (end[:, 0] - start[:, 0])
        stopped = ~through & (x >= stop)
        places = start.copy()
        places[:, 0] = np.where(stopped, stop, x)
        radius = 0.36 * slot
        crest = (SIDE + 2 * CREST) * self.wave - CREST
        swollen = 1 + 0.38 * np.exp(-(((np.arange(PHOTONS) % SIDE) - crest) ** 2))
        self.photons.points = self._discs(places[~stopped], radius * swollen[~stopped])
        self.spent.points = self._discs(places[stopped], SPENT * radius)
        empty = [start[way > 0], end[way < 1] if self.share == 0 else end[~(through & (way >= 1))]]
        self.slots.points = self._discs(np.concatenate(empty), SPENT * radius)
        self._count(side, middle)
        return self

    @property
    def _in_the_way(self) -> float:
        return self.thickness_mm if self.slid >= 1.0 else 0.0

    def _grid(self, left: float) -> Values:
        """Return the places (100, 3) of the slots of a grid, row by row."""
        slot, middle = self.slot, self.area.bottom + MIDDLE * self.area.height
        row, column = np.divmod(np.arange(PHOTONS), SIDE)
        return np.stack(
            [
                left + (column + 0.5) * slot,
                middle + ((SIDE - 1) / 2 - row) * slot,
                np.zeros(PHOTONS),
            ],
            axis=-1,
        )

    def _count(self, side: float, middle: float) -> None:
        size = max(SMALLEST, NUMBER * self.area.height)
        above = (middle + side / 2 + self.area.top) / 2
        for number, value, across in (
            (self.sent, PHOTONS, self.area.left + side / 2),
            (self.counted, self.arrived, self.area.right - side / 2),
        ):
            number.size, number.anchor = size, np.array([across, above, 0.0])
            number.set_text(str(value))

    def _draw_frames(self, side: float, middle: float) -> None:
        pad = 0.2 * self.slot
        low, high = middle - side / 2 - pad, middle + side / 2 + pad
        brackets = []
        for left, right, opening in (
            (self.area.left - pad, self.area.left + side + pad, 1),
            (self.area.right - side - pad, self.area.right + pad, -1),
        ):
            back, front = (left, right) if opening > 0 else (right, left)
            lip = front - opening * (side + 2 * pad) * 0.8
            brackets.append([(lip, high), (back, high), (back, low), (lip, low)])
        corners = np.array([[(u, v, 0.0) for u, v in bracket] for bracket in brackets])
        self.frames.points = polylines(corners)

    def _draw_lead(self, face: float, middle: float, side: float) -> None:
        width = self.thickness_mm * PER_MM * self.area.width
        height = 1.06 * side
        # From above, out of the way of every row, down into the beam.
        drop = (1 - self.slid) * (0.5 * side + 0.53 * side + 0.3 * self.slot)
        low, high = middle - height / 2 + drop, middle + height / 2 + drop
        top = self.area.top
        low, high = min(low, top), min(high, top)
        right = face + width
        ring = [(face, low), (right, low), (right, high), (face, high), (face, low)]
        outline = polylines(np.array([[(u, v, 0.0) for u, v in ring]]))
        inner = [face + depth * PER_MM * self.area.width for depth in self.sheets]
        edges = [polylines(np.array([[(u, low, 0.0), (u, high, 0.0)]])) for u in inner]
        self.lead.points = (
            np.concatenate([outline, *edges]) if high > low and width > 0 else np.zeros((0, 3))
        )

    def _discs(self, places: Values, radius: Values | float) -> Values:
        size = np.broadcast_to(radius, len(places))[:, None, None]
        return (places[:, None, :] + size * self._disc).reshape(-1, 3)
