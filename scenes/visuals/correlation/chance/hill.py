"""The hill that a formula expects: how many bricks lie over each r if chance is as it says."""

from typing import Self

import numpy as np
from manim import RIGHT, VGroup, VMobject

from core.fits.correlation import density_by_chance
from core.palette import Theme
from scenes.visuals.correlation.chance.pile import Pile
from scenes.visuals.correlation.points.card import BELOW, ROW, R, word
from scenes.visuals.plot.curve import Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import RIGHT_EDGE

WIDTH, STEPS = 9.0, 81
LOWER = 0.14  # than numbers stands a formula, for its exponent
LIT_SIZE, LIT_BESIDE = 60, np.array([-0.45, -LOWER, 0.0])  # and from the p that is found by it


class Hill(VMobject):
    """The density of r where there is nothing to find, as high as the bricks of a pile.

    Under it lies as much as under all bricks. What would reach over its chart is cut off there.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(stroke_color=theme.ink, stroke_width=WIDTH)

    def lie_over(self, pile: Pile, seen: float = 1.0) -> Self:
        """Lie over a pile, the share ``seen`` of it, from the left."""
        end, cut = 2 * seen - 1.0, _leaves_chart(pile)
        sides = [(low, min(high, end)) for low, high in ((-1.0, -cut), (cut, 1.0))]
        drawn = [np.linspace(low, high, STEPS) for low, high in sides if low < high]
        strokes = [polylines(pile.chart.places(r, heights(pile, r))[None]) for r in drawn]
        self.points = np.concatenate(strokes) if strokes else np.zeros((0, 3))
        return self


def hill_formula(pen: Pen) -> Placed:
    """Return what its height is proportional to (see ``density_by_chance``), in the first row."""
    written = pen.formula(rf"{word('formula')} (1 - r^2)^((n - 4) \/ 2)")
    return Placed(written, np.array([RIGHT_EDGE, ROW - LOWER, 0.0]), RIGHT)


def lit_formula(pen: Pen) -> tuple[Placed, VGroup]:
    """Return the same with all but r and n dimmed, below both on the card; and these two."""
    power = r"muted(\() {{ n : n }} muted(- 4 \) \/ 2)"
    source = rf"muted(\(1 -) {{{{ r : r }}}}^muted(2) muted(\))^({power})"
    written = pen.formula(source, size=LIT_SIZE)
    return Placed(written, R + BELOW + LIT_BESIDE, RIGHT), VGroup(
        *(written.select(letter)[0] for letter in "rn")
    )


def heights(pile: Pile, r: Values) -> Values:
    """Return how high the hill is over ``r``: the number of bricks times the width of one."""
    bricks: Values = pile.deals.r.size * pile.bin * density_by_chance(r, pile.deals.y.size)
    return bricks


def _leaves_chart(pile: Pile) -> float:
    """Return how far from 0 the hill is as high as its chart; 0 if it is nowhere."""
    room = pile.chart.y_scale.high
    r = np.linspace(1.0, 0.0, 10 * STEPS)
    return float(np.interp(room, heights(pile, r), r))
