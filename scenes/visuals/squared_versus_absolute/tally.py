"""How many points lie above a line and how many below."""

from typing import Self

import numpy as np
from manim import LEFT, VGroup
from numpy.typing import NDArray

from scenes.visuals.squared_versus_absolute.stray import TOUCHING
from scenes.visuals.writing.numerals import Number, number_width
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import WORDS

GAP = 0.18


def sides(x: NDArray[np.float64], y: NDArray[np.float64], a: float, b: float) -> tuple[int, int]:
    """Return how many points lie above y = a x + b and how many below."""
    gaps, rounding = y - (a * x + b), TOUCHING * np.ptp(y)
    return int(np.sum(gaps > rounding)), int(np.sum(gaps < -rounding))


class Tally(VGroup):
    """``3 above`` and ``3 below``, each at its place (the middle of the left edge)."""

    def __init__(
        self,
        pen: Pen,
        places: tuple[NDArray[np.float64], NDArray[np.float64]],
        counts: tuple[int, int],
        colour: str,
    ) -> None:
        numbers = [
            Number(str(count), place, colour=colour, size=WORDS, edge=LEFT)
            for count, place in zip(counts, places, strict=True)
        ]
        across = np.array([number_width("0", WORDS) + GAP, 0.0, 0.0])
        # The stem of a b is as high as a digit: words hang by it, whatever goes below the line.
        self.names = [
            Placed(pen.words(word, colour), np.zeros(3), LEFT) for word in ("above", "below")
        ]
        for name, place in zip(self.names, places, strict=True):
            name.put(place + across)
        self.numbers = numbers
        self.counts = counts
        super().__init__(*numbers, *self.names)

    def set_counts(self, above: int, below: int) -> Self:
        """Show the two counts."""
        self.counts = above, below
        for number, count in zip(self.numbers, (above, below), strict=True):
            number.set_text(str(count))
        return self
