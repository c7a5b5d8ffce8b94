"""Lines by their two freedoms: turned about the mean point, and shifted."""

from collections.abc import Callable, Iterable
from typing import Protocol, Self

import numpy as np
from manim import Animation, VMobject, smooth

from core.landscape.squared import ResidualLandscape
from scenes.visuals.plot.together import together

# Where the line starts: turned, and shifted.
TURNED, SHIFTED = -1.45, -1.7
# Where a few squares are looked at, and how far the line is shifted then.
NEARER, NEARER_YET = 0.45 * SHIFTED, 0.28 * SHIFTED
# How far it is shifted beyond the least epsilon.
BEYOND = 0.6
# By how much epsilon would grow, from the least, when only a changes: a small turn.
SMALL_TURN = 0.4


class Following(Protocol):
    """A part of the picture that depends on the line."""

    def set_line(self, a: float, b: float) -> object:
        """Draw what belongs to y = a x + b."""


class Leaning:
    """The line of the film and what follows it.

    ``place`` is (turn, shift): both are 0 at the best line, and epsilon grows with their squares.
    ``reach`` is how far the line goes where both together are 1: there epsilon is larger than the
    least by its square.
    """

    def __init__(
        self, landscape: ResidualLandscape, place: tuple[float, float], *, reach: float = 1.0
    ) -> None:
        self.landscape, self.place, self.reach = landscape, place, reach
        self.parts: list[Following] = []

    def line(self, turn: float, shift: float) -> tuple[float, float]:
        """Return the line (a, b) of a place."""
        away = self.reach * np.hypot(turn, shift)
        a, b = self.landscape.at(away, np.arctan2(shift, turn))
        return float(a), float(b)

    @property
    def now(self) -> tuple[float, float]:
        """Return the line (a, b) that is shown."""
        return self.line(*self.place)

    def set_place(self, turn: float, shift: float) -> Self:
        """Show the line of a place."""
        self.place = turn, shift
        return self._show(self.now)

    def to(
        self,
        turn: float,
        shift: float,
        seen: Iterable[VMobject],
        rate: Callable[[float], float] = smooth,
    ) -> list[Animation]:
        """Return the animations of the way to a place; ``seen`` are the parts on screen."""
        start, end = np.array(self.place), np.array([turn, shift])

        def go(_: object, share: float) -> None:
            self.set_place(*map(float, start + share * (end - start)))

        return together(go, seen, rate)

    def steeper(
        self, by: float, seen: Iterable[VMobject], rate: Callable[[float], float] = smooth
    ) -> list[Animation]:
        """Return the animations in which a grows, and b does not change."""

        def go(_: object, share: float) -> None:
            a, b = self.now
            self._show((a + share * by, b))

        return together(go, seen, rate)

    def _show(self, line: tuple[float, float]) -> Self:
        for part in self.parts:
            part.set_line(*line)
        return self
