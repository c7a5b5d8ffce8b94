"""The bench: a hundred photons, a sheet of lead in their way, and a grid that counts arrivals."""

from typing import Self

import numpy as np
from manim import RIGHT, Circle, UpdateFromAlphaFunc, VGroup, VMobject, linear
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.half_thickness.beam.layout import Layout
from scenes.visuals.half_thickness.beam.photons import PHOTONS, Flight, Values, grid
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.screen import SMALLEST, THIN

SPENT = 0.55  # the size of a photon that has stopped, and of an empty slot
EDGE = 0.03  # of the lead, with the edge of a photon that has stopped


class Bench(VGroup):
    """Everything on the bench.

    Its state is the layout, the photons' depths in sheets, which of them are there, how thick the
    lead is (1: one sheet), how far it has slid in (0 above the picture, 1 in the beam), how much of
    as much again has grown behind it (``second``), how far the photons have flown (0 to 1), how far
    the grid behind the lead is open, and whether losses are told as a number.
    ``draw`` is a pure function of it.
    """

    def __init__(
        self, layout: Layout, depths: Values, theme: Theme, *, tells_losses: bool = True
    ) -> None:
        super().__init__()
        self.layout, self.depths, self.flight = layout, depths, Flight.in_columns()
        self.here: NDArray[np.bool_] = np.ones(PHOTONS, dtype=bool)
        self.thickness, self.slid, self.second, self.flown = 1.0, 0.0, 0.0, 0.0
        self.opened, self.tells_losses = 1.0, tells_losses
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
        self.sent, self.arrival, self.loss = (
            Number("", np.zeros(3), colour=colour, edge=0 * RIGHT)
            for colour in (theme.muted, theme.photon, theme.muted)
        )
        self.add(self.slots, self.lead, self.spent, self.photons)
        self.add(self.sent, self.arrival, self.loss)
        self.draw()

    @property
    def arrived(self) -> int:
        """Return how many photons have got through."""
        return int(np.count_nonzero(self._is_behind))

    def outcome(self, again: str = "") -> str:
        """Tell how many have arrived, and what that makes of the bet on one half."""
        right = self.arrived == PHOTONS / 2
        return "the bet is won" if right else f"the bet is lost{again}"

    @property
    def radius(self) -> float:
        """Return the radius of a photon."""
        return 0.36 * self.layout.slot

    def set(self, **state: object) -> Self:
        """Set parts of the state by name."""
        for name, value in state.items():
            setattr(self, name, value)
        return self.draw()

    def fly(self, run_time: float) -> UpdateFromAlphaFunc:
        """Return the animation of a flight."""
        return UpdateFromAlphaFunc(
            self, lambda m, s: m.set(flown=s), run_time=run_time, rate_func=linear
        )

    def station(self, number: int) -> Values:
        """Return the places (100, 3) of the slots of a grid: 0 before the lead, 1 behind it."""
        at = self.layout
        return grid(at.left + number * at.pitch, at.middle, at.slot)

    def face(self) -> tuple[float, float]:
        """Return the left and the right side of the lead."""
        middle, half = self.layout.lead_middle, self.thickness * self.layout.sheet / 2
        return middle - (1 + self.second) * half, middle + (1 + self.second) * half

    @property
    def sheets(self) -> float:
        """Return how many sheets are in the beam."""
        return self.thickness * (1 + (self.second == 1))

    def draw(self) -> Self:
        """Draw everything from the state."""
        start, end = self.station(0), self.station(1)
        spent = SPENT * self.radius
        places = start + self._way[:, None] * (end - start)
        left, right = self.face()
        inside = self.depths / self.sheets
        # What has stopped lies inside the lead, not on its faces.
        margin = spent + EDGE
        x = left + margin + inside * (right - left - 2 * margin)
        stopped = self.here & (inside < 1) & (places[:, 0] >= x)
        places[stopped, 0] = x[stopped]
        self.photons.points = self._discs(places[self.here & ~stopped], self.radius)
        self.spent.points = self._discs(places[stopped], spent)
        self._draw_slots(spent)
        self._draw_lead()
        self._write(int(np.count_nonzero(stopped)))
        return self

    @property
    def _way(self) -> Values:
        return self.flight.way(self.flown)

    @property
    def _is_behind(self) -> NDArray[np.bool_]:
        return self.here & (self.depths > self.sheets) & (self._way >= 1.0)

    def _draw_slots(self, radius: float) -> None:
        """Draw the slots in which no photon is."""
        waiting = self.here & (self._way == 0)
        discs = [self._discs(self.station(0)[~waiting], radius)]
        if self.opened > 0:
            discs.append(self._discs(self.station(1)[~self._is_behind], radius * self.opened))
        self.slots.points = np.concatenate(discs)

    def _draw_lead(self) -> None:
        at, strokes = self.layout, [np.zeros((0, 3))]
        left, wide = self.face()[0], self.thickness * at.sheet
        low = at.lead_low + (1 - self.slid) * (at.top - at.lead_low)
        high = min(low + at.lead_height, at.top)
        for start, width in ((left, wide), (left + wide, self.second * wide)):
            if width == 0 or self.slid == 0 or high <= low:
                continue
            end, edge = start + width, start + at.sheet
            ring = [(start, low), (end, low), (end, high), (start, high), (start, low)]
            strokes.append(polylines(np.array([[(u, v, 0.0) for u, v in ring]])))
            if self.thickness > 1 and self.second == 0:
                strokes.append(polylines(np.array([[(edge, low, 0.0), (edge, high, 0.0)]])))
        self.lead.points = np.concatenate(strokes)

    def _write(self, lost: int) -> None:
        at = self.layout
        for number, across in ((self.sent, at.sent_at), (self.arrival, at.arrived_at)):
            number.anchor, number.size = np.array([across, at.row, 0.0]), at.size
        self.sent.set_text(str(int(self.here.sum())))
        self.arrival.set_text(str(self.arrived) if self.opened == 1 else "")
        self.loss.anchor = np.array([at.lead_middle, at.row, 0.0])
        self.loss.size = max(SMALLEST, 0.72 * at.size)
        self.loss.set_text(f"-{lost}" if lost and self.tells_losses else "")

    def _discs(self, places: Values, radius: float) -> Values:
        return (places[:, None, :] + radius * self._disc).reshape(-1, 3)
