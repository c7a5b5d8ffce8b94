"""What names a level or says what a picture means, in its place."""

import numpy as np
from manim import LEFT

from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST, Box

BESIDE, ABOVE = 0.55, 0.3
HIGH = 0.72  # where a formula stands in a parabola, of its height


def beside_mark(pen: Pen, tank: Box, share: float) -> Placed:
    """Return the name of the least epsilon on the right of ``tank``, at a ``share`` of it."""
    place = np.array([tank.right + BESIDE, tank.bottom + share * tank.height, 0.0])
    return Placed(pen.formula("epsilon_0"), place, LEFT)


def above_mark(pen: Pen, tank: Box, share: float) -> Placed:
    """Return the name of the least epsilon in ``tank``, above a ``share`` of it."""
    place = np.array([tank.middle[0], tank.bottom + share * tank.height + ABOVE, 0.0])
    return Placed(pen.formula("epsilon_0", size=SMALLEST), place)


def inside(pen: Pen, source: str, box: Box) -> Formula:
    """Return a formula in the middle of the parabolas that fill ``box``."""
    formula = pen.formula(source)
    formula.move_to((box.middle[0], box.bottom + HIGH * box.height, 0.0))
    return formula
