"""The arms that one move of the line adds to squares in two rows, or takes from them."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.normal_equations.beams.columns import Values, closed, on_the_way, rings
from scenes.visuals.normal_equations.squares.arms import GAINED, LOST
from scenes.visuals.writing.screen import THIN, Box

Flags = NDArray[np.bool_]

AROUND, BETWEEN = 0.12, 0.05  # around the two strips of arms, and between them


@dataclass(frozen=True)
class Rows:
    """Where squares stand: their left and right ends, how high the line is, and how far they reach.

    ``up`` is 1 for those that stand on the line, and -1 for those that hang from it. Those that are
    not ``drawn`` are nothing but a place, from which their arms come.
    """

    left: Values
    right: Values
    floors: Values
    up: Values
    unit: float
    drawn: Flags

    @property
    def units(self) -> Values:
        """How long 1 is at each of them."""
        return np.asarray(self.unit * self.drawn, dtype=np.float64)

    @property
    def low(self) -> Values:
        """How low each of them reaches."""
        return np.minimum(self.floors, self.floors + self.up * (self.right - self.left))

    @property
    def high(self) -> Values:
        """How high each of them reaches."""
        return np.maximum(self.floors, self.floors + self.up * (self.right - self.left))

    def along(self, start: Values, end: Values) -> Values:
        """Return the ends (2, n) of what lies along the line between two moves of it."""
        return np.sort(self.floors + self.units * np.stack([start, end]), axis=0)

    def beside(self, start: Values, end: Values) -> Values:
        """Return the ends (2, n) of what stands beside the squares: they gain where it leaves."""
        return np.sort(self.right - self.up * self.units * np.stack([start, end]), axis=0)


class ArmsInRows(VGroup):
    """What ``moves`` (n,) of the line, after it has gone ``before`` (n,), add to the squares.

    ``levers`` (n,) are what a beam weighs the misses with: moves are a number times them. Laid end
    to end, ``thick`` or thicker, between the rows, the arms are as long as what that beam weighs.
    """

    def __init__(
        self,
        rows: Rows,
        misses: Values,
        moves: Values,
        levers: Values,
        *,
        before: Values,
        colour: str,
        room: Box,
        thick: float,
    ) -> None:
        self.rows, self.misses, self.moves, self.before = rows, misses, moves, before
        self.levers, self.room = levers, room
        self.gone_before = self.moved = 1.0
        self.gathered = self.met = 0.0
        area = np.abs(misses * moves) * rows.unit**2
        # No longer than there is room for.
        most = max(area[self.gains].sum(), area[~self.gains].sum())
        self.thick = max(thick, float(most) / room.width)
        self.long = area / self.thick
        self.lost, self.gained = (
            VMobject(stroke_width=THIN, stroke_color=colour, fill_color=colour, fill_opacity=share)
            for share in (LOST, GAINED)
        )
        super().__init__(self.lost, self.gained)
        self.draw()

    @property
    def gains(self) -> Flags:
        """Return which squares gain their arms (n,)."""
        gains: Flags = self.misses * self.moves < 0
        return gains

    def set(self, **shares: float) -> Self:
        """Draw them for these shares: of ``moved``, ``gone_before`` and others."""
        for name, share in shares.items():
            setattr(self, name, share)
        return self.draw()

    def draw(self) -> Self:
        """Draw them for the shares of the ways that they have gone."""
        rows = self.rows
        start = self.gone_before * self.before
        end = start + self.moved * self.moves
        (low, high), (left, right) = rows.along(start, end), rows.beside(start, end)
        foot = rings(rows.left, rows.right, low, high)
        side = rings(left, right, rows.low, rows.high)
        for part, those in ((self.lost, ~self.gains), (self.gained, self.gains)):
            ends = self._laid(those)
            arms = [
                on_the_way(foot[those], ends[0], self.gathered),
                on_the_way(side[those], ends[1], self.gathered, turned=True),
            ]
            part.points = closed(np.concatenate(arms))
        return self

    def _laid(self, those: Flags) -> tuple[Values, Values]:
        """Return the corners (m, 4, 3) of both arms of some squares, laid end to end."""
        long, thick = self.long[those], self.thick
        across, middle = self.room.middle
        longest = max(self.long[self.gains].sum(), self.long[~self.gains].sum())
        right = across - longest / 2 + np.cumsum(long)
        # What is gained lies below what is lost, edge to edge; there they use each other up.
        side = -1 if bool(np.all(self.gains[those])) else 1
        ends = [
            np.full_like(long, middle + side * (1 - self.met) * (k * thick + BETWEEN / 2))
            for k in range(3)
        ]
        lying, upright = (np.sort(ends[k : k + 2], axis=0) for k in range(2))
        return rings(right - long, right, *lying), rings(right - long, right, *upright)
