"""The bench: a hundred photons, sheets of lead in their way, and a grid behind each sheet.

Who gets through a sheet is counted in the grid behind it, and goes on from there to the next.
"""

from dataclasses import dataclass, fields
from math import ceil
from typing import Self

import numpy as np
from manim import RIGHT, Circle, UpdateFromAlphaFunc, VGroup, VMobject, linear
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.half_thickness.photons import PHOTONS, SIDE, Flight, Values, grid
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.screen import SMALLEST, THIN

SHEETS = 3
ALWAYS = (0, 1)  # the grids that are always seen
SPENT = 0.55  # the size of a photon that has stopped, and of an empty slot
EDGE = 0.03  # of the lead, with the edge of a photon that has stopped
TALLER = 1.06  # a sheet than a grid


@dataclass(frozen=True)
class Layout:
    """Where the bench is: grids ``pitch`` apart with slots ``slot`` apart, a sheet's width."""

    left: float
    middle: float
    top: float
    slot: float
    pitch: float
    sheet: float
    row: float  # the height of the row of counts
    size: float  # of the counts

    @property
    def side(self) -> float:
        """Return the width of a grid."""
        return SIDE * self.slot

    def towards(self, other: "Layout", share: float) -> "Layout":
        """Return the layout after ``share`` of the way to ``other``."""
        ends = [(getattr(self, f.name), getattr(other, f.name)) for f in fields(self)]
        return Layout(*((1 - share) * start + share * end for start, end in ends))


class Bench(VGroup):
    """Everything on the bench.

    Its state is the layout, the photons' depths in sheets, how thick the sheets are (1: a whole
    one), how far each has slid in (0 above the picture, 1 in the beam), how far the photons have
    flown (0 to 3: 1.5 is in the middle of the second flight), and how far the grids behind the
    second and third sheet have opened. ``draw`` is a pure function of it.
    """

    def __init__(self, layout: Layout, depths: Values, theme: Theme) -> None:
        super().__init__()
        self.layout, self.depths, self.flight = layout, depths, Flight.in_columns()
        self.thickness, self.slid = 1.0, (0.0,) * SHEETS
        self.flown, self.opened = 0.0, 0.0
        self.slots = VMobject(stroke_color=theme.muted, stroke_width=THIN)
        self.lead = VMobject(
            stroke_color=theme.muted, stroke_width=THIN, fill_color=theme.faint, fill_opacity=1
        )
        # An edge in the colour of the ground tells apart those that lie one on the other.
        self.spent = VMobject(
            stroke_width=2, stroke_color=theme.background, fill_color=theme.muted, fill_opacity=1
        )
        self.photons = VMobject(stroke_width=0, fill_color=theme.photon, fill_opacity=1)
        self._disc = Circle(1.0, num_components=5).points
        colours = (theme.muted, *(theme.photon,) * SHEETS)
        self.counts, self.losses = (
            [Number("", np.zeros(3), colour=colour, edge=0 * RIGHT) for colour in row]
            for row in (colours, (theme.muted,) * SHEETS)
        )
        self.add(self.slots, self.lead, self.spent, self.photons, *self.counts, *self.losses)
        self.draw()

    @property
    def arrived(self) -> int:
        """Return how many photons are behind the sheet that they have flown through last."""
        return self.reached(max(1, ceil(self.flown)))

    @property
    def beside_half(self) -> str:
        """Tell how many have arrived, compared with one half of all."""
        more = self.arrived - PHOTONS / 2
        return "just half" if more == 0 else f"{'more' if more > 0 else 'less'} than half"

    @property
    def radius(self) -> float:
        """Return the radius of a photon."""
        return 0.36 * self.layout.slot

    def reached(self, station: int) -> int:
        """Return how many photons have been in the grid ``station``."""
        return int(np.count_nonzero(self._has_reached(station)))

    def set(self, **state: object) -> Self:
        """Set parts of the state by name."""
        for name, value in state.items():
            setattr(self, name, value)
        return self.draw()

    def fly(self, run_time: float) -> UpdateFromAlphaFunc:
        """Return the animation of the next flight."""
        start = float(round(self.flown))
        return UpdateFromAlphaFunc(
            self, lambda m, s: m.set(flown=start + s), run_time=run_time, rate_func=linear
        )

    def station(self, number: int) -> Values:
        """Return the places (100, 3) of the slots of a grid."""
        at = self.layout
        return grid(at.left + number * at.pitch, at.middle, at.slot)

    def face(self, sheet: int) -> tuple[float, float]:
        """Return the left and the right side of a sheet."""
        at = self.layout
        middle = at.left + at.side + sheet * at.pitch + (at.pitch - at.side) / 2
        half = self.thickness * at.sheet / 2
        return middle - half, middle + half

    def draw(self) -> Self:
        """Draw everything from the state."""
        k = self._flights
        start, end = self.station(k), self.station(k + 1)
        spent = SPENT * self.radius
        places = start + self._way[:, None] * (end - start)
        stopped = np.zeros(PHOTONS, dtype=bool)
        losses = [0] * SHEETS
        for sheet in range(k + 1):
            left, right = self.face(sheet)
            inside = self.depths / self.thickness - sheet
            # What has stopped lies inside the lead, not on its faces.
            margin = spent + EDGE
            x = np.clip(left + inside * (right - left), left + margin, right - margin)
            here = (inside < 1) & ~stopped & ((sheet < k) | (places[:, 0] >= x))
            places[here] = np.stack([x, start[:, 1], start[:, 2]], axis=-1)[here]
            stopped |= here
            losses[sheet] = int(np.count_nonzero(here))
        self.photons.points = self._discs(places[~stopped], self.radius)
        self.spent.points = self._discs(places[stopped], spent)
        self._draw_slots(spent)
        self._draw_lead()
        self._write(losses)
        return self

    @property
    def _flights(self) -> int:
        """Return how many flights are over, or all but the last."""
        return min(int(self.flown), SHEETS - 1)

    @property
    def _way(self) -> Values:
        return self.flight.way(self.flown - self._flights)

    def _has_reached(self, station: int) -> NDArray[np.bool_]:
        through = self.depths > station * self.thickness
        if station <= self._flights:
            return through
        return through & (station == self._flights + 1) & (self._way >= 1.0)

    def _draw_slots(self, radius: float) -> None:
        """Draw the slots in which no photon of full size is."""
        k, discs = self._flights, [np.zeros((0, 3))]
        for station in range(SHEETS + 1):
            full = self._has_reached(station)
            if station == k:
                full = full & (self._way == 0)
            full = full & (station in (k, k + 1))
            size = radius if station in ALWAYS else radius * self.opened
            if size > 0:
                discs.append(self._discs(self.station(station)[~full], size))
        self.slots.points = np.concatenate(discs)

    def _draw_lead(self) -> None:
        at, strokes = self.layout, [np.zeros((0, 3))]
        height = TALLER * at.side
        for sheet, slid in enumerate(self.slid):
            left, right = self.face(sheet)
            low = at.middle - height / 2
            low += (1 - slid) * (at.top - low)
            high = min(low + height, at.top)
            if slid == 0 or high <= low:
                continue
            ring = [(left, low), (right, low), (right, high), (left, high), (left, low)]
            strokes.append(polylines(np.array([[(u, v, 0.0) for u, v in ring]])))
            if self.thickness > 1:
                edge = left + at.sheet
                strokes.append(polylines(np.array([[(edge, low, 0.0), (edge, high, 0.0)]])))
        self.lead.points = np.concatenate(strokes)

    def _write(self, losses: list[int]) -> None:
        at = self.layout
        for station, number in enumerate(self.counts):
            number.anchor = np.array([at.left + station * at.pitch + at.side / 2, at.row, 0.0])
            number.size = at.size
            shown = station in ALWAYS or self.opened == 1
            number.set_text(str(self.reached(station)) if shown else "")
        for sheet, (number, loss) in enumerate(zip(self.losses, losses, strict=True)):
            number.anchor = np.array([sum(self.face(sheet)) / 2, at.row, 0.0])
            number.size = max(SMALLEST, 0.72 * at.size)
            number.set_text(f"-{loss}" if loss else "")

    def _discs(self, places: Values, radius: float) -> Values:
        return (places[:, None, :] + radius * self._disc).reshape(-1, 3)
