"""One square, enlarged, with the two arms and the corner that a shift adds to it."""

from typing import Self

import numpy as np
from manim import RIGHT, UP, UR, VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.beams.columns import closed
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
        self.names = self._names(pen)
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

    def _names(self, pen: Pen) -> VGroup:
        """Return what the two arms and the corner are called, beside them."""
        upright, lying, corner = self.arms
        colour = pen.theme.intercept
        return VGroup(
            pen.words("arm", colour, SMALLEST).next_to(upright, RIGHT, buff=APART),
            pen.words("arm", colour, SMALLEST).next_to(lying, UP, buff=APART),
            pen.words("corner", pen.theme.muted, SMALLEST).next_to(corner, UR, buff=APART / 2),
        )


def enlarged_below(pen: Pen, squares: Squares, lines: tuple[Line, Line]) -> EnlargedSquare:
    """Return the largest square below the line, enlarged."""
    misses = [miss_of(squares, k, lines[0]) for k in range(len(squares.x))]
    lowest = int(np.argmin(misses))
    longest = max(abs(miss_of(squares, lowest, line)) for line in lines)
    zoom = layout.ENLARGED_SIDE / (longest or 1.0)
    return EnlargedSquare(pen, squares, lowest, lines, zoom=zoom, across=layout.ENLARGED_AT)


def miss_of(squares: Squares, k: int, line: Line) -> float:
    """Return the miss of the k-th point of ``squares``."""
    a, b = line
    return float(squares.y[k] - (a * squares.x[k] + b))
