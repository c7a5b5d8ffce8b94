"""Lines by their two freedoms: turned about the mean point, and shifted."""

from collections.abc import Callable, Iterable
from typing import Protocol, Self

import numpy as np
from manim import Animation, VMobject, smooth

from core.fits.normal_equations import NormalEquations
from core.landscape.squared import ResidualLandscape
from scenes.visuals.plot.together import together

# Where the line starts: turned, and shifted.
TURNED, SHIFTED = -1.45, -1.7
# Where a few squares are looked at, and how far the line is shifted then.
NEARER, NEARER_YET = 0.45 * SHIFTED, 0.28 * SHIFTED
# How far it is shifted beyond the least epsilon.
BEYOND = 0.6

Line = tuple[float, float]


class Following(Protocol):
    """A part of the picture that depends on the line."""

    def set_line(self, a: float, b: float) -> object:
        """Draw what belongs to y = a x + b."""


class Leaning:
    """The line of the film, and what follows it.

    A place is (turn, shift): both are 0 at the best line, and epsilon grows with their squares.
    ``reach`` is how far the line goes where both together are 1: there epsilon is larger than the
    least by its square.
    """

    def __init__(
        self, landscape: ResidualLandscape, place: tuple[float, float], *, reach: float = 1.0
    ) -> None:
        self.landscape, self.reach = landscape, reach
        self.now = self.line(*place)
        self.parts: list[Following] = []

    def line(self, turn: float, shift: float) -> Line:
        """Return the line (a, b) of a place."""
        away = self.reach * np.hypot(turn, shift)
        a, b = self.landscape.at(away, np.arctan2(shift, turn))
        return float(a), float(b)

    def set_line(self, a: float, b: float) -> Self:
        """Show y = a x + b."""
        self.now = a, b
        for part in self.parts:
            part.set_line(a, b)
        return self

    def to(
        self,
        line: Line,
        seen: Iterable[VMobject],
        rate: Callable[[float], float] = smooth,
    ) -> list[Animation]:
        """Return the animations of the way to a line; ``seen`` are the parts on screen."""
        start, end = np.array(self.now), np.array(line)

        def go(_: object, share: float) -> None:
            self.set_line(*map(float, start + share * (end - start)))

        return together(go, seen, rate)


def in_turns(sums: NormalEquations, start: Line, steps: int) -> list[Line]:
    """Return the lines that make one beam level after the other: by a turn, by a shift, and so on.

    A turn about b makes the x times misses cancel, a shift the misses. Each of them brings only
    the share B B / (A N) of what the other had gained back into disorder: it never quite ends.
    """
    a, b = start
    lines = []
    for step in range(steps):
        if step % 2:
            b = (sums.D - sums.B * a) / sums.N
        else:
            a = (sums.C - sums.B * b) / sums.A
        lines.append((a, b))
    return lines
