"""The hill that a formula expects: how many bricks lie over each r if chance is as it says."""

from typing import Self

import numpy as np
from manim import VMobject

from core.fits.correlation import density_by_chance
from core.palette import Theme
from scenes.visuals.correlation.pile import Pile
from scenes.visuals.space.polylines import polylines

WIDTH, STEPS = 9.0, 161


class Hill(VMobject):
    """The density of r where there is nothing to find, as high as the bricks of a pile.

    Under it lies as much as under all bricks: it is their number times the width of one.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(stroke_color=theme.ink, stroke_width=WIDTH)

    def lie_over(self, pile: Pile, seen: float = 1.0) -> Self:
        """Lie over a pile, the share ``seen`` of it, from the left."""
        count, n = pile.deals.r.size, pile.deals.y.size
        r = np.linspace(-1.0, 2 * seen - 1.0, STEPS)
        bricks = count * pile.bin * density_by_chance(r, n)
        stroke = polylines(pile.chart.places(r, bricks)[None])
        self.points = stroke if seen else np.zeros((0, 3))
        return self
