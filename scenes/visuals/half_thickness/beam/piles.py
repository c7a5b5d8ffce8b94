"""A hundred photons fly through sheet after sheet; those that are left pile up behind each."""

from typing import Self

import numpy as np
from manim import UP, Circle, VGroup, VMobject, smooth
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.half_thickness.beam.bench import EDGE, SPENT, Bench
from scenes.visuals.half_thickness.beam.photons import PHOTONS, SEED, SIDE, Values
from scenes.visuals.half_thickness.views import FEW, FEW_SHEETS, FEW_SPAN, FULL, Views
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.screen import SMALLEST, THIN

ACROSS = 5  # photons in a row of a pile
SHEET = 0.55  # its width
SHORTER = 0.05  # than the axis: no bar of 100
DISC, RING = 0.38, 0.3  # the radius of a photon, and of what it leaves, in its room
# Shares of a step from pile to pile: the flight of one photon; when all have landed; have dropped.
TAKES, LANDED, DROPPED = 0.28, 0.56, 0.76
COUNT_UP, PULSE = 0.3, 0.6
FILLED = 0.22  # of the way to the first pile: until then the photons appear
# Shares of that way: when the second sheet begins to come, as the first has left its place; how
# long it takes; and how much later each further one begins.
BEGINS, COMES, LATER = 0.65, 0.21, 0.07


class Piles(VGroup):
    """Photons on their way from pile to pile, and the sheets between the piles.

    Its state is how far the first pile has ``come`` from where the grid before stood (0 to 1),
    how many sheets have been ``passed`` (0 to 4), and how far the numbers have run from what chance
    has left to the ``counts`` of a measurement (``counted``, 0 to 1).
    What a pile leaves behind when it flies on are rings: so many were there.
    """

    def __init__(
        self, views: Views, depths: Values, before: Bench, theme: Theme, counts: Values | None
    ) -> None:
        """Build it for ``depths`` in sheets; ``before`` has the grid and the lead to begin with."""
        super().__init__()
        self.depths, self.before, self.measured = depths, before, counts
        self.come, self.passed, self.counted = 0.0, 0.0, 0.0
        chart = views.charts[FEW]
        sheet_mm = chart.x_scale.span / FEW_SPAN
        self.feet = chart.places(sheet_mm * np.arange(FEW_SHEETS + 1), 0.0)
        self.tall = float(chart.place(0.0, FULL)[1]) - self.feet[0, 1]
        self.slot = self.tall * ACROSS / PHOTONS
        self.high = chart.box.height - SHORTER
        self.ranks = ranks_in_piles(depths)
        self.sheets = [
            VMobject(
                stroke_color=theme.muted, stroke_width=THIN, fill_color=theme.faint, fill_opacity=1
            )
            for _ in range(FEW_SHEETS)
        ]
        self.rings = VMobject(stroke_color=theme.photon, stroke_width=THIN)
        self.spent = VMobject(
            stroke_width=2, stroke_color=theme.background, fill_color=theme.muted, fill_opacity=1
        )
        self.photons = VMobject(stroke_width=0, fill_color=theme.photon, fill_opacity=1)
        self.counts = [
            Number(
                "",
                foot + (np.ceil(self.left[k] / ACROSS) * self.slot + COUNT_UP) * UP,
                size=SMALLEST,
                colour=theme.photon,
                edge=np.zeros(3),
            )
            for k, foot in enumerate(self.feet)
        ]
        self._disc = Circle(1.0, num_components=5).points
        self._late = np.random.default_rng(SEED).uniform(0.0, 1.6, PHOTONS)
        self.add(*self.sheets, self.rings, self.spent, self.photons, *self.counts)
        self.draw()

    @property
    def left(self) -> list[int]:
        """Return how many are left behind none, one, two ... sheets."""
        return [int(np.count_nonzero(rank >= 0)) for rank in self.ranks]

    @property
    def uncounted(self) -> list[VMobject]:
        """Return all but the numbers."""
        return [part for part in self.submobjects if part not in self.counts]

    def set(self, **state: float) -> Self:
        """Set parts of the state by name."""
        for name, value in state.items():
            setattr(self, name, value)
        return self.draw()

    def set_counted(self, counted: float) -> Self:
        """Let the numbers run, and nothing else."""
        self.counted = counted
        self._write()
        return self

    def draw(self) -> Self:
        """Draw everything from the state."""
        step = min(int(self.passed), FEW_SHEETS - 1)
        part = self.passed - step
        places, stopped = self._in_step(step, part)
        if not self.passed:
            start = self.before.station(0)
            places = start + smooth(_share(self.come, FILLED, 1.0)) * (places - start)
        size = DISC * (self.slot + (1 - self.come) * (self.before.layout.slot - self.slot))
        alive = (self.depths > step) & ~stopped
        flying = self._discs(places[alive], size * _share(self.come, 0.0, FILLED))
        self.photons.points = flying
        self._draw_rings(step, part)
        self._draw_spent()
        self._draw_sheets()
        self._write()
        return self

    def in_pile(self, pile: int, rank: NDArray[np.int64]) -> Values:
        """Return the places (n, 3) in a pile of the photons of these ranks."""
        row, column = np.divmod(np.maximum(rank, 0), ACROSS)
        shift = np.stack([column - (ACROSS - 1) / 2, row + 0.5, np.zeros(rank.size)], axis=-1)
        places: Values = self.feet[pile] + self.slot * shift
        return places

    def faces(self, sheet: int) -> tuple[float, float]:
        """Return the left and the right side of a sheet, the first one being 0."""
        middle = float(self.feet[sheet : sheet + 2, 0].mean())
        return middle - SHEET / 2, middle + SHEET / 2

    def _write(self) -> None:
        """Write the counts of the piles that are there; each is seen to come."""
        for k, (number, count) in enumerate(zip(self.counts, self.left, strict=True)):
            there = self.come == 1 and (k == 0 or self.passed >= k - 1 + DROPPED)
            coming = _share(self.passed, k - 1 + DROPPED, k) if k else 1.0
            number.size = SMALLEST * (1 + PULSE * float(np.sin(np.pi * coming)))
            more = 0.0 if self.measured is None else self.counted * (self.measured[k] - count)
            number.set_text(f"{count + more:,.0f}" if there else "")

    def _in_step(self, step: int, part: float) -> tuple[Values, NDArray[np.bool_]]:
        """Return where all photons are in a step, and which have stopped by then."""
        start, end = (self.in_pile(pile, self.ranks[pile]) for pile in (step, step + 1))
        column = self.ranks[step] % ACROSS
        order = (ACROSS - 1 - column) + self._late
        leaves = (LANDED - TAKES) * order / order.max()
        way = np.clip((part - leaves) / TAKES, 0.0, 1.0)
        places = start.copy()
        places[:, 0] += way * (self.feet[step + 1, 0] - self.feet[step, 0])
        stops = self._stops(step)
        stopped = (self.depths <= step + 1) & (places[:, 0] >= stops)
        through = self.depths > step + 1
        dropped = _share(part, LANDED, DROPPED) ** 2
        places[through] += dropped * (end - places)[through]
        return places, stopped

    def _stops(self, sheet: int) -> Values:
        """Return how far across each photon gets that stops in this sheet."""
        left, right = self.faces(sheet)
        margin = SPENT * DISC * self.slot + EDGE
        x: Values = left + margin + (self.depths - sheet) * (right - left - 2 * margin)
        return x

    def _draw_rings(self, step: int, part: float) -> None:
        rings = [np.zeros((0, 3))]
        for pile in range(step + (part > 0)):
            rank = self.ranks[pile]
            gone = rank >= 0
            if pile == step:
                places, _ = self._in_step(step, part)
                gone &= places[:, 0] > self.in_pile(pile, rank)[:, 0]
            rings.append(self._discs(self.in_pile(pile, rank[gone]), RING * self.slot))
        self.rings.points = np.concatenate(rings)

    def _draw_spent(self) -> None:
        discs = [np.zeros((0, 3))]
        for sheet in range(min(int(self.passed) + 1, FEW_SHEETS)):
            places, stopped = self._in_step(sheet, min(self.passed - sheet, 1.0))
            stopped &= self.depths > sheet
            places[:, 0] = self._stops(sheet)
            discs.append(self._discs(places[stopped], SPENT * DISC * self.slot))
        self.spent.points = np.concatenate(discs)

    def _draw_sheets(self) -> None:
        at, foot = self.before.layout, float(self.feet[0, 1])
        first = np.array([*self.before.face(), at.lead_low, at.lead_low + at.lead_height])
        for number, sheet in enumerate(self.sheets):
            place = np.array([*self.faces(number), foot, foot + self.high])
            if number == 0:
                place = first + smooth(_share(self.come, FILLED, 1.0)) * (place - first)
            else:  # one after the other
                begins = BEGINS + LATER * (number - 1)
                sheet.set_opacity(smooth(_share(self.come, begins, begins + COMES)))
            left, right, low, high = place
            ring = [(left, low), (right, low), (right, high), (left, high), (left, low)]
            sheet.points = polylines(np.array([[(u, v, 0.0) for u, v in ring]]))

    def _discs(self, places: Values, radius: float) -> Values:
        if radius == 0:
            return np.zeros((0, 3))
        return (places[:, None, :] + radius * self._disc).reshape(-1, 3)


def ranks_in_piles(depths: Values) -> list[NDArray[np.int64]]:
    """Return the rank of each photon in each pile, and -1 in those that it does not reach.

    The first pile has the rows of the grid one on the other; whoever is left keeps its order.
    """
    row, column = np.divmod(np.arange(PHOTONS), SIDE)
    ranks = [SIDE * (SIDE - 1 - row) + column]
    for sheets in range(1, FEW_SHEETS + 1):
        order = np.argsort(ranks[0])
        left = order[depths[order] > sheets]
        rank = np.full(PHOTONS, -1)
        rank[left] = np.arange(left.size)
        ranks.append(rank)
    return ranks


def _share(value: float, start: float, end: float) -> float:
    return float(np.clip((value - start) / (end - start), 0.0, 1.0))
