"""Squares, enlarged, and the two arms that a shift adds to each or takes from it."""

from typing import Self

import numpy as np
from manim import DOWN, UP, VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.columns import closed
from scenes.visuals.normal_equations.leaning import Line
from scenes.visuals.plot.regression import Squares, square
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import SMALLEST, THIN

GAINED, LOST, CORNER = 0.85, 0.3, 0.15
APART = 0.15
VISIBLE = 0.02  # no thinner arm is drawn


class EnlargedSquare(VGroup):
    """The square on the k-th miss of ``squares`` while the line goes from one to another.

    It is drawn ``zoom`` times as large as its miss, around the place ``across``.
    """

    def __init__(
        self,
        pen: Pen,
        squares: Squares,
        k: int,
        lines: tuple[Line, Line],
        *,
        zoom: float,
        across: float,
    ) -> None:
        super().__init__()
        self.squares, self.k = squares, k
        before, after = (abs(miss_of(squares, k, line)) for line in lines)
        self.lines, self.gains = lines, after > before
        self.zoom = zoom
        self.before = self.now = self.zoom * before
        self.corner = across - self.zoom * max(before, after) / 2, layout.ENLARGED_BOTTOM
        self.base = square(pen.theme)
        colour = pen.theme.intercept
        self.arms = VGroup(
            *(
                VMobject(
                    stroke_width=THIN, stroke_color=colour, fill_color=colour, fill_opacity=share
                )
                for share in (*(2 * [GAINED if self.gains else LOST]), CORNER)
            )
        )
        self.add(self.base, self.arms)
        self.set_come(1.0)
        self.set_line(*lines[1])
        self.where, self.arm = self._names(pen)
        self.set_line(*lines[0])

    def set_come(self, share: float) -> Self:
        """Show the square after ``share`` of its way out of the chart."""
        small = self.squares.corners()[self.k]
        self.base.points = closed(((1 - share) * small + share * self._large(self.before))[None])
        return self

    def set_line(self, a: float, b: float) -> Self:
        """Show the square of y = a x + b beside the one of the line before."""
        self.now = self.zoom * abs(miss_of(self.squares, self.k, (a, b)))
        inner, outer = sorted((self.before, self.now))
        left, bottom = self.corner
        self.base.points = closed(self._large(inner)[None])
        ends = (
            ((inner, 0.0), (outer, inner)),
            ((0.0, inner), (inner, outer)),
            ((inner, inner), (outer, outer)),
        )
        for arm, ((u, v), (w, z)) in zip(self.arms, ends, strict=True):
            ring = np.array([(u, v, 0.0), (w, v, 0.0), (w, z, 0.0), (u, z, 0.0)])
            arms = ring[None, : 4 if outer - inner > VISIBLE else 0]
            arm.points = closed(arms + np.array([left, bottom, 0.0]))
        return self

    def _large(self, side: float) -> NDArray[np.float64]:
        left, bottom = self.corner
        right, top = left + side, bottom + side
        return np.array(
            [(left, bottom, 0.0), (right, bottom, 0.0), (right, top, 0.0), (left, top, 0.0)]
        )

    def _names(self, pen: Pen) -> tuple[VMobject, VMobject]:
        """Return on which side of the line the point is, and what each arm is."""
        side = "below" if miss_of(self.squares, self.k, self.lines[0]) < 0 else "above"
        arm = pen.formula('res("miss") dot intercept("shift")', size=SMALLEST)
        return (
            pen.words(side, pen.theme.muted, SMALLEST).next_to(self.base, DOWN, buff=APART),
            arm.next_to(VGroup(self.base, self.arms), UP, buff=APART),
        )


def enlarged_two(
    pen: Pen, squares: Squares, lines: tuple[Line, Line]
) -> tuple[EnlargedSquare, EnlargedSquare]:
    """Return the largest square below the line and the largest above it, both as much enlarged."""
    misses = [miss_of(squares, k, lines[0]) for k in range(len(squares.x))]
    chosen = int(np.argmin(misses)), int(np.argmax(misses))
    longest = max(abs(miss_of(squares, k, line)) for k in chosen for line in lines)
    zoom = layout.ENLARGED_SIDE / (longest or 1.0)
    below, above = (
        EnlargedSquare(pen, squares, k, lines, zoom=zoom, across=across)
        for k, across in zip(chosen, layout.ENLARGED_AT, strict=True)
    )
    return below, above


def miss_of(squares: Squares, k: int, line: Line) -> float:
    """Return the miss of the k-th point of ``squares``."""
    a, b = line
    return float(squares.y[k] - (a * squares.x[k] + b))
