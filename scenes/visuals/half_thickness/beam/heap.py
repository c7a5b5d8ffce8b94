"""A heap of dots, one for each shot, over how many photons got through; a mark at their average."""

from collections.abc import Callable
from typing import Self

import numpy as np
from manim import Circle, VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.half_thickness.beam.photons import Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD

# Of a stack's width: the radius of a dot, the next one's height, and that of the first.
DISC, RISE, FIRST_UP = 0.3, 0.62, 0.6
FALLING = 2.0  # for so many shots a dot falls
MARK = 0.08, 0.34  # from the axis down: the ends of the mark, which no dot hides


class Heap(VGroup):
    """Dots over ``through`` on an axis between two ``ends``, in stacks of ``bins`` counts.

    One stack stands on the ``middle``; ``bins`` is odd, so that as many counts lie on each side.
    ``place`` tells where a count is, and how high above the axis; dots begin to fall as high up as
    ``falls_from``, unless their stack is as high.
    """

    def __init__(
        self,
        through: NDArray[np.int64],
        place: Callable[[float, float], Values],
        *,
        ends: tuple[float, float],
        middle: float,
        bins: int,
        falls_from: float,
        colours: tuple[str, str],
    ) -> None:
        super().__init__()
        lowest, highest = ends
        self.through, self.place, self.lowest = through, place, lowest
        self.told, self.falls_from = 0.0, falls_from
        self.stack = float(place(lowest + bins, 0.0)[0] - place(lowest, 0.0)[0])
        first, last = np.ceil((lowest - middle) / bins), np.floor((highest - middle) / bins)
        stacks = np.clip(np.rint((through - middle) / bins), first, last)
        self.stacks = middle + bins * stacks  # the count in the middle of each dot's stack
        earlier = [self.stacks[:k] == one for k, one in enumerate(self.stacks)]
        self.rank = np.array([np.count_nonzero(one) for one in earlier])
        dots, mark = colours
        self.mark = VMobject(stroke_color=mark, stroke_width=BOLD)
        self.dots = VMobject(stroke_width=0, fill_color=dots, fill_opacity=1)
        # Dots are smaller where the tallest stack would end above where they fall from.
        tall = (FIRST_UP + RISE * float(self.rank.max())) * self.stack
        self.size = self.stack * min(1.0, falls_from / tall)
        self._disc = Circle(DISC * self.size).points
        self.add(self.mark, self.dots)

    def average_of(self, shots: int) -> str:
        """Return how many get through in the first ``shots``, on the average."""
        return f"{self.through[:shots].mean():.1f}"

    def set_told(self, told: float) -> Self:
        """Show the first shots; the dots of the next ones are falling."""
        self.told = told
        number = int(told)
        discs = []
        for k in range(min(int(np.ceil(told + FALLING)) - 1, self.through.size)):
            fallen = min((told - k - 1 + FALLING) / FALLING, 1.0)
            up = (RISE * self.rank[k] + FIRST_UP) * self.size
            above = up + (1 - fallen**2) * max(self.falls_from - up, 0.0)
            place = self.place(float(self.stacks[k]), above)
            discs.append(min(1.0, 4 * fallen) * self._disc + place)
        self.dots.points = np.concatenate(discs) if discs else np.zeros((0, 3))
        mean = float(self.through[:number].mean()) if number else self.lowest
        ends = [self.place(mean, -down) for down in MARK]
        self.mark.points = polylines(np.array([ends])) if number else np.zeros((0, 3))
        return self
