"""What each point adds to a sum, as layers that lie on each other in a tank."""

from typing import Self

import numpy as np
from manim import VGroup
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.plot.regression import set_rings, square
from scenes.visuals.plot.tank import Tank

# Of a length that is seen as a bar, in units of the screen.
BAR_WIDTH = 0.12


class Layers(VGroup):
    """One layer for each of ``amounts`` (n,), in the units of the tank's levels."""

    def __init__(self, tank: Tank, amounts: NDArray[np.float64], theme: Theme, colour: str) -> None:
        super().__init__(*(square(theme, colour) for _ in amounts))
        self.tank = tank
        self.set_amounts(amounts)

    def set_amounts(self, amounts: NDArray[np.float64]) -> Self:
        """Lay the layers anew."""
        box, low = self.tank.box, self.tank.levels.low
        tops = [self.tank.top_of(low + float(total)) for total in np.cumsum(amounts)]
        set_rings(
            self,
            np.array(
                [
                    [(box.left, v, 0), (box.right, v, 0), (box.right, w, 0), (box.left, w, 0)]
                    for v, w in zip([box.bottom, *tops[:-1]], tops, strict=True)
                ]
            ),
        )
        return self


def bars(start: NDArray[np.float64], end: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the corners (n, 4, 3) of upright bars from ``start`` (n, 3) to ``end`` (n, 3)."""
    low, high = np.minimum(start, end), np.maximum(start, end)
    half = np.array([BAR_WIDTH / 2, 0.0, 0.0])
    return np.stack([low - half, low + half, high + half, high - half], axis=1)
