"""What a small move of the line does to a few squares: each gains or loses a strip.

A square on a miss m has the area m^2. When the line is shifted by d, the strip on two of its
sides has the area 2 m d, but for d^2 in the corner: hence the 2 of the derivative.
"""

from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.plot.regression import Squares
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN

GAINED, LOST = 0.85, 0.3
PER_SIDE = 2
LEAST = 0.4


def few(squares: Squares) -> NDArray[np.bool_]:
    """Tell which squares to look at: up to two on each side, the largest that stand apart.

    Small ones have strips that nobody would see.
    """
    corners = squares.corners()
    low, high = corners[:, 0, :2], corners[:, 2, :2]
    sides = high[:, 1] - low[:, 1]
    above = squares.y > squares.a * squares.x + squares.b
    chosen: list[int] = []
    for side in (above, ~above):
        taken = 0
        for k in np.argsort(-sides):
            free = all(np.any((low[k] >= high[j]) | (high[k] <= low[j])) for j in chosen)
            if side[k] and free and taken < PER_SIDE and sides[k] > LEAST * sides.max():
                chosen.append(int(k))
                taken += 1
    mask = np.zeros(len(low), dtype=bool)
    mask[chosen] = True
    return mask


class Strips(VGroup):
    """The strips between the squares as they were and as they are now.

    What is gained is bright, what is lost is dim.
    """

    def __init__(self, squares: Squares, colour: str) -> None:
        super().__init__(*(VMobject(stroke_width=THIN, stroke_color=colour) for _ in squares.x))
        self.squares, self.colour = squares, colour
        self.before = squares.corners()

    def set_start(self) -> Self:
        """Let the strips begin at the squares as they are now."""
        self.before = self.squares.corners()
        return self.draw()

    def draw(self) -> Self:
        """Draw what lies between the squares before and those of now."""
        for part, old, new in zip(self, self.before, self.squares.corners(), strict=True):
            gained = np.ptp(new[:, 1]) > np.ptp(old[:, 1])
            part.set_fill(self.colour, opacity=GAINED if gained else LOST)
            ring = _strip(*((new, old) if gained else (old, new)))
            part.points = polylines(ring[None])
        return self

    def set_line(self, a: float, b: float) -> Self:
        """Follow the squares to y = a x + b."""
        self.squares.set_line(a, b)
        return self.draw()


def _strip(large: NDArray[np.float64], small: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the ring of the L that a square leaves of a larger one with a corner in common."""
    k = int(np.linalg.norm(large - small, axis=1).argmin())
    large, small = np.roll(large, -k, axis=0), np.roll(small, -k, axis=0)
    ring = [large[1], large[2], large[3], small[3], small[2], small[1], large[1]]
    return np.array(ring)
