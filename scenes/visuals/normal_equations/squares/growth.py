"""What a move of the line adds to the squares of all misses: two arms and a corner each.

(miss - move)^2 = miss^2 - 2 miss move + move^2. The squares stand in two rows, those of points
above the line on it, those of points below it hang from it. A square on the side that the line
leaves gains its arms and a corner; another loses its arms, which overlap in a corner: that is taken
twice, so one of the two is given back. Laid end to end the arms are as long as what a beam weighs.
"""

from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.beams.columns import Values, closed, on_the_way, rings
from scenes.visuals.normal_equations.squares.enlarged import GAINED, LOST
from scenes.visuals.plot.regression import Squares, set_rings, square
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import THIN

Flags = NDArray[np.bool_]

APART = 0.1  # between the squares of a row, beyond what they grow
AROUND = 0.12  # around the two strips of arms
BESIDE, RAISED = 0.12, 0.3  # of the word for a row: from the row, and from its line
CORNER = 0.9


class Growth(VGroup):
    """The squares of ``squares`` for its line, and what moving it by ``moves`` (n,) adds to each.

    ``levers`` (n,) are what a beam weighs the misses with: moves are a number times them. For a
    move that is a shift and a turn at once they are the moves themselves. There is ``room`` for the
    largest and the middle one of several moves. ``sides`` are the words beside the two rows.
    """

    def __init__(
        self,
        pen: Pen,
        squares: Squares,
        moves: Values,
        levers: Values,
        *,
        colour: str,
        room: tuple[float, float],
        sides: VGroup,
    ) -> None:
        theme = pen.theme
        super().__init__()
        self.start = squares.corners()
        self.misses = squares.y - (squares.a * squares.x + squares.b)
        self.x, self.moves, self.levers = squares.x, moves, levers
        self.most, self._thick = room
        self.colour = colour
        self.unit = self._unit()
        self.come = self.moved = 1.0
        self.gathered = self.met = self.packed = 0.0
        self.packed_at = 0.0
        self.squares = VGroup(*(square(theme) for _ in moves))
        self.line = VMobject(stroke_width=THIN, stroke_color=theme.ink)
        self.lost, self.gained = (
            VMobject(stroke_width=THIN, stroke_color=colour, fill_color=colour, fill_opacity=share)
            for share in (LOST, GAINED)
        )
        self.corners, self.added = (
            VMobject(
                stroke_width=THIN,
                stroke_color=theme.background,
                fill_color=theme.residual,
                fill_opacity=CORNER,
            )
            for _ in range(2)
        )
        for word, floor, up in zip(sides, self._floors, (1, -1), strict=True):
            right = layout.ROWS.left - BESIDE
            word.shift((right - word.get_right()[0], floor + up * RAISED - word.get_y(), 0.0))
        self.sides = sides
        self.add(self.sides, self.squares, self.line, self.lost, self.gained)
        self.add(self.corners, self.added)
        self.draw()

    @property
    def rows(self) -> Values:
        """Return the corners (n, 4, 3) of the squares where they stand in rows."""
        return rings(*self._ends(self._slots()))

    @property
    def strips(self) -> float:
        """Return how long the arms of each kind are, laid end to end, two side by side."""
        long = np.abs(self.levers * self.misses)
        return float(self._scale * max(long[self.gains].sum(), long[~self.gains].sum()))

    @property
    def gains(self) -> Flags:
        """Return which squares gain their arms (n,)."""
        gains: Flags = self.misses * self.moves < 0
        return gains

    def draw(self) -> Self:
        """Draw everything for the shares of the ways that it has gone."""
        set_rings(self.squares, (1 - self.come) * self.start + self.come * self.rows)
        foot, side, corner = self._added()
        for part, those in ((self.lost, ~self.gains), (self.gained, self.gains)):
            ends = self._laid(those)
            arms = [
                on_the_way(foot[those], ends[0], self.gathered),
                on_the_way(side[those], ends[1], self.gathered, turned=True),
            ]
            part.points = closed(np.concatenate(arms))
        self.line.points = self._line()
        self.corners.points = closed(corner)
        self.added.points = closed(on_the_way(corner, self._row(), self.packed))
        return self

    def set(self, **shares: float) -> Self:
        """Draw everything for these shares: of ``come``, ``moved``, ``gathered``, ..."""
        for name, share in shares.items():
            setattr(self, name, share)
        return self.draw()

    def _unit(self) -> float:
        """Return how large a miss of 1 is drawn."""
        area, most = layout.ROWS, self.most
        above = self.misses > 0
        sides = [np.abs(self.misses[those]) for those in (above, ~above)]
        wide = [
            (area.width - len(those) * APART) / (those.sum() + len(those) * most)
            for those in sides
            if len(those)
        ]
        tall = sum(float(those.max(initial=0.0)) for those in sides)
        # Between the rows there is room for two strips of two arms each, and for corners.
        return float(min(*wide, (area.height - 4 * AROUND) / (tall + 4 * self._thick + 2 * most)))

    @property
    def _scale(self) -> float:
        """Return how long a miss is on its strip, times its lever, if the arm keeps its area."""
        step = np.abs(self.moves).sum() / np.abs(self.levers).sum()
        return float(self.unit * step / self._thick)

    @property
    def _floors(self) -> tuple[float, float]:
        """Return how high the line is drawn below the upper row, and above the lower one."""
        area, above = layout.ROWS, self.misses > 0
        up = area.top - self.unit * float(self.misses[above].max(initial=0.0))
        low = area.bottom + self.unit * float(-self.misses[~above].min(initial=0.0))
        return up, low

    def _slots(self) -> tuple[Values, Values, Values, Values]:
        """Return left ends, floors, sides, and on which side of it (n,) of all squares."""
        most, above = self.unit * self.most, self.misses > 0
        sides = self.unit * np.abs(self.misses)
        left = np.zeros_like(sides)
        for those in (above, ~above):
            wide = sides[those] + most + APART
            left[those] = layout.ROWS.middle[0] - wide.sum() / 2 + np.cumsum(wide) - wide
        floors = np.where(above, *self._floors)
        return left, floors, sides, np.where(above, 1.0, -1.0)

    def _ends(self, slots: tuple[Values, ...]) -> tuple[Values, Values, Values, Values]:
        left, floors, sides, up = slots
        far = floors + up * sides
        return left, left + sides, np.minimum(floors, far), np.maximum(floors, far)

    def _added(self) -> tuple[Values, Values, Values]:
        """Return the corners (n, 4, 3) of the arms along the line, those beside, the corners."""
        left, floors, *_ = self._slots()
        _, right, low, high = self._ends(self._slots())
        move = self.moved * self.unit * self.moves
        foot = np.sort([floors, floors + move], axis=0)
        # Wider where it gains, narrower where it loses.
        wider = np.where(self.gains, 1.0, -1.0) * np.abs(move)
        side = np.sort([right, right + wider], axis=0)
        return (
            rings(left, right, foot[0], foot[1]),
            rings(side[0], side[1], low, high),
            rings(side[0], side[1], foot[0], foot[1]),
        )

    def _line(self) -> Values:
        """Return the points of the line, at each square as high as it has been moved."""
        left, floors, sides, _ = self._slots()
        wide = sides + self.unit * self.most + APART
        high = floors + self.moved * self.unit * self.moves
        flat = np.zeros_like(left)
        ends = np.stack([(left, high, flat), (left + wide, high, flat)])
        return polylines(ends.transpose(2, 0, 1))

    def _laid(self, those: Flags) -> tuple[Values, Values]:
        """Return the corners (m, 4, 3) of both arms of some squares, laid end to end."""
        long = self._scale * np.abs(self.levers * self.misses)[those]
        start = layout.ROWS.middle[0] - self.strips / 2
        right = start + np.cumsum(long)
        thick, middle = self.unit * self._thick, self._between
        gains = bool(np.all(self.gains[those]))
        away = (1 - self.met) if gains else -(1 - self.met)
        foot = middle - thick - away * (thick + AROUND / 2)
        ends = [np.full_like(long, foot + k * thick) for k in range(3)]
        return rings(right - long, right, ends[0], ends[1]), rings(
            right - long, right, ends[1], ends[2]
        )

    @property
    def _between(self) -> float:
        """Return the middle of the room between the corners of the rows."""
        up, low = self._floors
        reach = self.moves.max(initial=0.0) + self.moves.min(initial=0.0)
        return (up + low + self.unit * float(reach)) / 2

    def _row(self) -> Values:
        """Return the corners (n, 4, 3) of the corners side by side behind epsilon."""
        sides = self.unit * np.abs(self.moves)
        right = self.packed_at + np.cumsum(sides)
        low = np.full_like(sides, layout.ROWS_EPSILON[1] - 0.2)
        return rings(right - sides, right, low, low + sides)
