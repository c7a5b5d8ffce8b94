"""The way along which both numbers change at once, as it lies on the sheet."""

from typing import Self

import numpy as np
from manim import VMobject

from scenes.visuals.linear_regression_2d.surface.space import REACH, Space
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

DASHES, SEEN = 21, 0.55
# Where its letters stand: before its end, and below it on the screen.
BEFORE, BELOW = 0.3, 0.42


class Diagonal(VMobject):
    """Dashes over the way at ``angle``, on both sides of the best line; ``letters`` stand apart.

    They are those of the ``numbers`` that change along it, which alone change along the ``others``.
    """

    def __init__(
        self,
        pen: Pen,
        space: Space,
        angle: float,
        others: tuple[float, float],
        numbers: tuple[str, str],
    ) -> None:
        super().__init__(stroke_color=pen.theme.ink, stroke_width=BOLD)
        self.angle = angle
        # Where the flatter one of the others goes back, there is room before it.
        flatter = min((float(np.tan(other - angle)) for other in others), key=abs)
        self.side = float(np.copysign(1.0, flatter))
        self.set_z_index(5)
        first, second = numbers
        words = pen.sentence(f"${first}$ and ${second}$", size=SMALLEST)
        self.letters = Placed(words, np.zeros(3)).set_z_index(9)
        self.set_space(space)

    def set_space(self, space: Space) -> Self:
        """Lie there."""
        long = 2 * REACH / DASHES
        starts = -REACH + np.arange(DASHES) * long
        dashes = np.stack([starts, starts + SEEN * long], axis=1)
        self.points = polylines(space.places(dashes.ravel(), self.angle, 0.0).reshape(DASHES, 2, 3))
        end = space.places(self.side * (REACH - BEFORE), self.angle, 0.0)[0]
        self.letters.put(end - np.array([0.0, BELOW, 0.0]))
        return self
