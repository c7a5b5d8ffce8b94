"""One square, enlarged, and the two arms that a shift adds to it or takes from it."""

from typing import Self

import numpy as np
from manim import DOWN, RIGHT, UP, VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.columns import closed
from scenes.visuals.plot.regression import Squares, square
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import SMALLEST, THIN

ARM, CORNER = 0.85, 0.3
APART = 0.15
VISIBLE = 0.02  # no thinner arm is drawn

Line = tuple[float, float]


class EnlargedSquare(VGroup):
    """The square on the k-th miss of ``squares`` while the line goes from one to another."""

    def __init__(self, pen: Pen, squares: Squares, k: int, lines: tuple[Line, Line]) -> None:
        super().__init__()
        self.squares, self.k = squares, k
        before, after = (abs(self._miss(line)) for line in lines)
        self.gains = after > before
        self.zoom = layout.ENLARGED_SIDE / (max(before, after) or 1.0)
        self.before = self.now = self.zoom * before
        self.base = square(pen.theme)
        colour = pen.theme.intercept
        self.arms = VGroup(
            *(
                VMobject(
                    stroke_width=THIN, stroke_color=colour, fill_color=colour, fill_opacity=share
                )
                for share in (ARM, ARM, CORNER)
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
        self.now = self.zoom * abs(self._miss((a, b)))
        inner, outer = sorted((self.before, self.now))
        left, bottom = layout.ENLARGED
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
        left, bottom = layout.ENLARGED
        right, top = left + side, bottom + side
        return np.array(
            [(left, bottom, 0.0), (right, bottom, 0.0), (right, top, 0.0), (left, top, 0.0)]
        )

    def _miss(self, line: Line) -> float:
        a, b = line
        return float(self.squares.y[self.k] - (a * self.squares.x[self.k] + b))

    def _names(self, pen: Pen) -> VGroup:
        """Return how long the square is, and what each arm is."""
        miss = pen.formula('res("miss")', size=SMALLEST).next_to(self.base, DOWN, buff=APART)
        arms = [
            pen.formula('res("miss") dot intercept("shift")', size=SMALLEST).next_to(
                arm, side, buff=APART
            )
            for arm, side in zip(self.arms, (RIGHT, UP), strict=False)
        ]
        return VGroup(miss, *arms)
