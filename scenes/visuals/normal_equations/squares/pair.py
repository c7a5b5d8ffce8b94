"""One square above the line and one below it, large beside the small chart that they come from.

The line goes up. The square below it gains an arm along the line, one beside it, and a corner
between both. The line cuts an arm off the square above it; the arm beside it is then too short by a
corner, and with a corner added it is lost, too. What is left is the square of the moved line.
"""

from typing import Self

import numpy as np
from manim import RIGHT, UP, UR, Dot, VGroup, VMobject, smooth

from core.palette import Theme
from scenes.visuals.normal_equations.beams.columns import Values, closed
from scenes.visuals.normal_equations.squares.arms import GAINED, LOST
from scenes.visuals.plot.regression import Squares, square
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

# How large both are drawn, how far the line moves, and how far away goes what is lost.
SIDE, MOVE, AWAY = 2.8, 0.56, 0.75
# The lower left corners of both squares, and how far the line reaches beyond them.
ABOVE, BELOW = np.array([-3.0, -0.6, 0.0]), np.array([1.6, -1.05, 0.0])
BEYOND = 0.9
ON_TOP = 9  # they leave the chart in front of all that is in it
NAMED, COUNTED = 3.32, -2.2  # how high the words and the terms stand
ASIDE = -0.35, 0.6  # of the terms, from the middle of their square
COMING = 0.3  # of its way the upright arm is laid on the square, and then it goes
RADIUS = 0.15  # of the points
CORNER = 0.9
NEXT = 0.15  # of a name, from its part


class Pair(VGroup):
    """Both squares, the line at each of them, and what a shift adds to them and takes away.

    ``terms`` are what the two squares gain and lose: ``one``, ``two`` and ``corner``.
    ``sides`` tell where the squares are, ``names`` what is gained, ``dots`` are their points.
    """

    def __init__(self, pen: Pen, squares: Squares) -> None:
        super().__init__()
        theme = pen.theme
        self.start = squares.corners()[[*one_of_each(squares)]]
        self.squares = VGroup(square(theme), square(theme))
        floors = float(ABOVE[1]), float(BELOW[1]) + SIDE
        self.floors = np.array(floors)
        self.before = VMobject(stroke_width=THIN, stroke_color=theme.muted)
        self.line = VMobject(stroke_width=BOLD, stroke_color=theme.ink)
        self.gained = [*_arms(theme, GAINED), _corner(theme)]
        self.lost = [*_arms(theme, LOST), _corner(theme)]
        self.sides = VGroup(
            *(
                pen.words(side, theme.muted, SMALLEST).move_to((at[0] + SIDE / 2, NAMED, 0.0))
                for side, at in (("above the line", ABOVE), ("below the line", BELOW))
            )
        )
        self.terms = _terms(pen, "-", ABOVE, ASIDE[0]), _terms(pen, "+", BELOW, ASIDE[1])
        self.come = self.moved = 0.0
        self.away = [0.0, 0.0]
        self.before.points = self._line(0.0)
        outer = SIDE + MOVE
        for part, ends in zip(
            self.gained,
            ((0, SIDE, SIDE, outer), (SIDE, outer, 0, SIDE), (SIDE, outer, SIDE, outer)),
            strict=True,
        ):
            part.points = closed(BELOW + _ring(*ends))
        self.dots = VGroup(
            *(
                Dot(at, radius=RADIUS, color=theme.point).set_stroke(theme.background, THIN)
                for at in (ABOVE + SIDE * UP, BELOW)
            )
        )
        self.names = _names(pen, self.gained)
        for part in self.parts:
            part.set_z_index(ON_TOP)
        self.add(self.squares)
        self.draw()

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Everything that is drawn, besides words and terms."""
        return *self.squares, self.before, self.line, *self.gained, *self.lost, self.dots

    def set(self, **shares: float) -> Self:
        """Draw both for these shares: of ``come`` and ``moved``."""
        for name, share in shares.items():
            setattr(self, name, share)
        return self.draw()

    def set_away(self, arm: int, share: float) -> Self:
        """Draw the square above the line while its first or second arm is on its way."""
        self.away[arm] = share
        return self.draw()

    def draw(self) -> Self:
        """Draw everything for the shares of the ways that it has gone."""
        aside, coming = self.away[1], min(1.0, self.away[1] / COMING)
        gone = smooth(self.away[0]), smooth(max(0.0, (aside - COMING) / (1 - COMING)))
        move, right = MOVE * self.moved, MOVE if aside > COMING else 0.0
        large = ABOVE + _ring(0, SIDE - right, move, SIDE), BELOW + _ring(0, SIDE, 0, SIDE)
        rings = (1 - self.come) * self.start + self.come * np.concatenate(large)
        for part, ring in zip(self.squares, rings, strict=True):
            part.points = closed(ring[None])
        self.line.points = self._line(move)
        self.gained[0].points = closed(BELOW + _ring(0, SIDE, SIDE, SIDE + move))
        lying, upright, corner = self.lost
        lying.points = closed(ABOVE + _ring(0, SIDE, 0, move) - [0, gone[0] * AWAY, 0])
        to_the_right = np.array([gone[1] * AWAY, 0, 0])
        upright.points = closed(ABOVE + _ring(SIDE - MOVE, SIDE, 0, SIDE) + to_the_right)
        corner.points = closed(ABOVE + _ring(SIDE - MOVE, SIDE, 0, MOVE) + to_the_right)
        upright.set_fill(opacity=coming * LOST).set_stroke(opacity=coming)
        return self

    def _line(self, move: float) -> Values:
        """Return the points of the line below one square and above the other."""
        ends = [
            [(at[0] - BEYOND / 2, floor + move, 0.0), (at[0] + SIDE + BEYOND, floor + move, 0.0)]
            for at, floor in zip((ABOVE, BELOW), self.floors, strict=True)
        ]
        return polylines(np.array(ends))


def one_of_each(squares: Squares) -> tuple[int, int] | tuple[()]:
    """Return a point above the line and one below it, with large misses that are most alike.

    Return nothing if all are on one side.
    """
    misses = squares.y - (squares.a * squares.x + squares.b)
    below, above = int(misses.argmin()), np.flatnonzero(misses > 0)
    if misses[below] >= 0 or not above.size:
        return ()
    return int(above[np.abs(misses[above] + misses[below]).argmin()]), below


def _ring(left: float, right: float, low: float, high: float) -> Values:
    """Return the corners (1, 4, 3) of one rectangle."""
    return np.array([[(left, low, 0), (right, low, 0), (right, high, 0), (left, high, 0)]], float)


def _arms(theme: Theme, opacity: float) -> list[VMobject]:
    colour = theme.intercept
    return [
        VMobject(stroke_width=THIN, stroke_color=colour, fill_color=colour, fill_opacity=opacity)
        for _ in range(2)
    ]


def _corner(theme: Theme) -> VMobject:
    return VMobject(
        stroke_width=THIN,
        stroke_color=theme.residual,
        fill_color=theme.residual,
        fill_opacity=CORNER,
    )


def _names(pen: Pen, gained: list[VMobject]) -> VGroup:
    """Return what the two arms and the corner are called, beside them."""
    lying, upright, corner = gained
    return VGroup(
        pen.words("arm", pen.theme.intercept, SMALLEST).next_to(lying, UP, buff=NEXT),
        pen.words("arm", pen.theme.intercept, SMALLEST).next_to(upright, RIGHT, buff=NEXT),
        pen.words("corner", pen.theme.residual, SMALLEST).next_to(corner, UR, buff=NEXT),
    )


def _terms(pen: Pen, sign: str, at: Values, aside: float) -> Formula:
    """Return what a square gains or loses, below it."""
    arm = f'{sign} intercept("arm")'
    terms = pen.formula(
        f'{{{{{arm} : one}}}} {{{{{arm} : two}}}} {{{{+ res("corner") : corner}}}}',
        size=SMALLEST,
    )
    return terms.move_to((at[0] + SIDE / 2 + aside, COUNTED, 0.0))
