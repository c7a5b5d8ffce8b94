"""What a move of the line adds to the squares of all misses: two arms and a corner each.

(miss - move)^2 = miss^2 - 2 miss move + move^2. The squares stand in two rows, those of points
above the line on it, those of points below it hang from it. A square on the side that the line
leaves gains its arms and a corner; another loses its arms, which overlap in a corner: that is taken
twice, so one of the two is given back, and stands beside the square. The squares themselves stay
whole: what is lost lies on them. The arms of a shift and a turn at once are those of the shift and,
next to them, those of the turn. A few squares of each row are drawn; the others' arms and corners
come from their points.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import VGroup, VMobject

from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.beams.columns import Values, closed, on_the_way, rings
from scenes.visuals.normal_equations.squares.arms_in_rows import AROUND, ArmsInRows, Flags, Rows
from scenes.visuals.plot.regression import Squares, set_rings, square
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import THIN, Box

APART = 0.25  # between the squares of a row, beyond what they grow
MOST = 4  # squares in a row
BESIDE, RAISED = 0.12, 0.3  # of the word for a row: from the row, and from its line
CORNER = 0.9
PACKED, LONG = 0.55, 6.0  # how high corners may be beside epsilon, and how long all of them


@dataclass(frozen=True)
class Move:
    """How far the line moves at each point (n,), and what a beam weighs the misses with (n,)."""

    at_points: Values
    levers: Values
    colour: str


class Growth(VGroup):
    """The squares of ``squares`` for its line, and what ``moves`` of it, one by one, add to each.

    ``moved`` counts the moves that are made. Arms are laid ``thick``; ``sides`` are the words
    beside the two rows. Squares that are not drawn shrink to their ``places`` (n, 3).
    """

    def __init__(
        self,
        pen: Pen,
        squares: Squares,
        moves: Sequence[Move],
        *,
        places: Values,
        thick: float,
        sides: VGroup,
    ) -> None:
        theme = pen.theme
        super().__init__()
        self.start = squares.corners()
        self.misses = squares.y - (squares.a * squares.x + squares.b)
        self.x = squares.x
        self.moves = np.sum([move.at_points for move in moves], axis=0)
        self.largest = np.abs(self.moves)
        self.drawn = self._clearest()
        self.come = 1.0
        self.moved = float(len(moves))
        self.packed = self.packed_at = 0.0
        self.slots = self._slots(places, thick)
        self.squares = VGroup(*(square(theme) for _ in squares.x))
        self.line = VMobject(stroke_width=THIN, stroke_color=theme.ink)
        before = np.zeros_like(self.x)
        self.arms: list[ArmsInRows] = []
        for move in moves:
            self.arms.append(self._arms(move, before, thick))
            before = before + move.at_points
        self.corners, self.added = (
            VMobject(
                stroke_width=THIN,
                stroke_color=edge,
                fill_color=theme.residual,
                fill_opacity=CORNER,
            )
            for edge in (theme.residual, theme.background)
        )
        for word, floor, up in zip(sides, self._floors(self.slots.unit), (1, -1), strict=True):
            right = layout.ROWS.left - BESIDE
            word.shift((right - word.get_right()[0], floor + up * RAISED - word.get_y(), 0.0))
        self.sides = sides
        self.line.points = self._line()
        self.add(self.sides, self.line, self.squares, *self.arms, self.corners, self.added)
        self.draw()

    @property
    def shares(self) -> Values:
        """Return how far each of the moves has gone: one after the other, ``moved`` in all."""
        return np.clip(self.moved - np.arange(len(self.arms)), 0.0, 1.0)

    @property
    def now(self) -> Values:
        """Return how far the line has moved at each point (n,)."""
        gone = [share * arms.moves for share, arms in zip(self.shares, self.arms, strict=True)]
        return np.asarray(np.sum(gone, axis=0))

    @property
    def packed_long(self) -> float:
        """Return how long the corners are, side by side behind epsilon."""
        return float(np.ptp(self._row()[:, :, 0]))

    @property
    def rows(self) -> Values:
        """Return the corners (n, 4, 3) of the squares where they stand in rows."""
        slots = self.slots
        return rings(slots.left, slots.right, slots.low, slots.high)

    def draw(self) -> Self:
        """Draw everything for the shares of the ways that it has gone."""
        set_rings(self.squares, (1 - self.come) * self.start + self.come * self.rows)
        for arms, share in zip(self.arms, self.shares, strict=True):
            arms.set(moved=share)
        slots, end = self.slots, self.now
        right = slots.right + slots.units * np.abs(end)
        corner = rings(slots.right, right, *slots.along(0 * end, end))
        self.corners.points = closed(corner)
        self.added.points = closed(on_the_way(corner, self._row(), self.packed))
        return self

    def set(self, **shares: float) -> Self:
        """Draw everything for these shares of what ``come``, ``moved`` and the others count."""
        for name, share in shares.items():
            setattr(self, name, share)
        return self.draw()

    def _arms(self, move: Move, before: Values, thick: float) -> ArmsInRows:
        unit = self.slots.unit
        up, low = self._floors(unit)
        reach = unit * float(self.largest[self.drawn].max(initial=0.0))
        low, up = low + reach, up - reach
        return ArmsInRows(
            self.slots,
            self.misses,
            move.at_points,
            move.levers,
            before=before,
            colour=move.colour,
            room=Box(layout.ROWS.left, low, layout.ROWS.width, up - low),
            thick=unit * thick,
        )

    def _clearest(self) -> Flags:
        """Return who is drawn (n,): of each row those whose misses are most beyond their moves."""
        drawn = np.zeros(self.x.shape, dtype=bool)
        beyond = np.abs(self.misses) - self.largest
        for those in map(np.flatnonzero, (self.misses > 0, self.misses <= 0)):
            drawn[those[np.argsort(-beyond[those], kind="stable")[:MOST]]] = True
        return drawn

    @property
    def _by_row(self) -> tuple[Flags, Flags]:
        """Return who is drawn above the line, and who is drawn below it (n,)."""
        above = self.misses > 0
        return above & self.drawn, ~above & self.drawn

    def _slots(self, places: Values, thick: float) -> Rows:
        """Return where the squares stand in their rows."""
        area, rows = layout.ROWS, self._by_row
        sides = np.abs(self.misses)
        wide = [
            (area.width - those.sum() * APART) / (sides + self.largest)[those].sum()
            for those in rows
            if those.any()
        ]
        tall = sum(float(sides[those].max(initial=0.0)) for those in rows)
        # Between the rows there is room for two strips of two arms each, and for corners.
        room = tall + 4 * thick + 2 * float(self.largest[self.drawn].max())
        unit = float(min(*wide, (area.height - 4 * AROUND) / room))
        left, floors = places[:, 0].copy(), places[:, 1].copy()
        for those, floor in zip(rows, self._floors(unit), strict=True):
            each = unit * (sides + self.largest)[those]
            gap = (area.width - each.sum()) / max(1, len(each))
            left[those] = area.left + gap / 2 + np.cumsum(each + gap) - each - gap
            floors[those] = floor
        right = left + unit * sides * self.drawn
        up = np.where(self.misses > 0, 1.0, -1.0)
        return Rows(left, right, floors, up, unit, self.drawn)

    def _floors(self, unit: float) -> tuple[float, float]:
        """Return how high the line is drawn below the upper row, and above the lower one."""
        area, (above, below) = layout.ROWS, self._by_row
        up = area.top - unit * float(self.misses[above].max(initial=0.0))
        low = area.bottom + unit * float(-self.misses[below].min(initial=0.0))
        return up, low

    def _line(self) -> Values:
        """Return the points of the line, below the upper row and above the lower one."""
        area = layout.ROWS
        return polylines(
            np.array(
                [
                    [(area.left, floor, 0.0), (area.right, floor, 0.0)]
                    for floor in self._floors(self.slots.unit)
                ]
            )
        )

    def _row(self) -> Values:
        """Return the corners (n, 4, 3) of the corners side by side behind epsilon."""
        whole = self.slots.unit * self.largest
        # Smaller where they would reach beyond the picture.
        scale = min(PACKED / max(float(whole.max()), PACKED), LONG / max(float(whole.sum()), LONG))
        sides = scale * self.slots.unit * np.abs(self.now)
        right = self.packed_at + np.cumsum(sides)
        low = np.full_like(sides, layout.ROWS_EPSILON[1] - 0.2)
        return rings(right - sides, right, low, low + sides)
