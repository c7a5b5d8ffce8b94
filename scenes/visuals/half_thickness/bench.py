"""The bench: a hundred photons on the left, lead in the middle, where they arrive on the right."""

from typing import Self

import numpy as np
from manim import RIGHT, Circle, Mobject, UpdateFromAlphaFunc, VGroup, VMobject, linear, smooth
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.half_thickness.photons import PHOTONS, SIDE, Depths, Flight, Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN, Box

# Shares of the bench: of its height for the distance of two slots and for the middle of the
# grids, of its width for the thickest lead.
SLOT = 0.068
MIDDLE = 0.41
WIDEST = 0.658
SPENT = 0.55  # the size of a photon that has stopped, and of an empty slot
NUMBER = 13.0  # the size of the counts, for a bench one unit high


class Bench(VGroup):
    """Everything on the bench, laid out in ``area``.

    Its state is the thickness of the lead, how far the lead has slid in (0 above the beam, 1 in
    it), the share of the flight, how large the photons have grown, and whether those that arrived
    have been taken away. ``draw`` is a pure function of the state and of the area.
    """

    def __init__(self, area: Box, mu_per_mm: float, thickest_mm: float, theme: Theme) -> None:
        super().__init__()
        self.depths, self.flight = Depths.of(mu_per_mm), Flight.in_columns()
        self.area, self.per_mm = area, WIDEST / thickest_mm
        self.thickness_mm, self.slid, self.share = 1.0, 0.0, 0.0
        self.size, self.emptied = 1.0, False
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
        return int(np.count_nonzero(self._has_arrived))

    @property
    def slot(self) -> float:
        """Return the distance of two slots of a grid."""
        return SLOT * self.area.height

    @property
    def side(self) -> float:
        """Return the width of a grid."""
        return SIDE * self.slot

    @property
    def radius(self) -> float:
        """Return the radius of a photon."""
        return 0.36 * self.slot

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

    def set_depths(self, depths: Depths) -> Self:
        """Send other photons from now on."""
        self.depths = depths
        return self.draw()

    def set_size(self, size: float) -> Self:
        """Fill the left side with new photons that have grown to ``size`` (0 to 1)."""
        self.size, self.share, self.emptied = size, 0.0, False
        return self.draw()

    def shrink(self, size: float) -> Self:
        """Let the photons of this flight shrink to ``size``, wherever they are."""
        self.size, self.share = size, 1.0
        return self.draw()

    def take_away(self) -> Values:
        """Take away the photons that have arrived; return their places (n, 3), lowest first."""
        places = self._grid(self.area.right - self.side)[self._has_arrived][::-1]
        self.emptied = True
        self.draw()
        return places

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
        box, side = self.area, self.side
        middle = box.bottom + MIDDLE * box.height
        self._draw_frames(side, middle)
        start, end = self._grid(box.left), self._grid(box.right - side)
        depth = self.per_mm * box.width
        face = box.middle[0] - depth * self.thickness_mm / 2
        self._draw_lead(face, middle, side)
        way, arrived = self.flight.way(self.share), self._has_arrived
        through = self.depths.arrives(self._in_the_way)
        spent = SPENT * self.radius
        # What has stopped lies inside the lead, not on its faces.
        inside = np.clip(self.depths.depth_mm * depth, spent, self.thickness_mm * depth - spent)
        x = start[:, 0] + way * (end[:, 0] - start[:, 0])
        stopped = ~through & (x >= face + inside)
        places = start.copy()
        places[:, 0] = np.where(stopped, face + inside, x)
        seen = ~stopped & ~(arrived & self.emptied)
        self.photons.points = self._discs(places[seen], self.size * self.radius)
        self.spent.points = self._discs(places[stopped], self.size * spent)
        full = arrived & (not self.emptied)
        empty = [start[(way > 0) | (self.size < 1)], end[~full | (self.size < 1)]]
        self.slots.points = self._discs(np.concatenate(empty), spent)
        self._count(side, middle)
        return self

    @property
    def _has_arrived(self) -> NDArray[np.bool_]:
        way = self.flight.way(self.share)
        return (way >= 1.0) & self.depths.arrives(self._in_the_way)

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
        width = self.thickness_mm * self.per_mm * self.area.width
        height = 1.06 * side
        # From above, out of the way of every row, down into the beam.
        drop = (1 - self.slid) * (0.5 * side + 0.53 * side + 0.3 * self.slot)
        low, high = middle - height / 2 + drop, middle + height / 2 + drop
        top = self.area.top
        low, high = min(low, top), min(high, top)
        right = face + width
        ring = [(face, low), (right, low), (right, high), (face, high), (face, low)]
        outline = polylines(np.array([[(u, v, 0.0) for u, v in ring]]))
        inner = [face + depth * self.per_mm * self.area.width for depth in self.sheets]
        edges = [polylines(np.array([[(u, low, 0.0), (u, high, 0.0)]])) for u in inner]
        self.lead.points = (
            np.concatenate([outline, *edges]) if high > low and width > 0 else np.zeros((0, 3))
        )

    def _discs(self, places: Values, radius: float) -> Values:
        return (places[:, None, :] + radius * self._disc).reshape(-1, 3)
