"""What names a level or says what a picture means, in its place."""

import numpy as np
from manim import LEFT, RIGHT
from numpy.typing import NDArray

from scenes.visuals.plot.regression import StraightLine
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST, Box

Values = NDArray[np.float64]

BESIDE, ABOVE = 0.55, 0.3


def beside_mark(pen: Pen, tank: Box, share: float) -> Placed:
    """Return the name of the least epsilon on the right of ``tank``, at a ``share`` of it."""
    place = np.array([tank.right + BESIDE, tank.bottom + share * tank.height, 0.0])
    return Placed(pen.formula("epsilon_0"), place, LEFT)


def above_mark(pen: Pen, tank: Box, share: float) -> Placed:
    """Return the name of the least epsilon in ``tank``, above a ``share`` of it."""
    place = np.array([tank.middle[0], tank.bottom + share * tank.height + ABOVE, 0.0])
    return Placed(pen.formula("epsilon_0", size=SMALLEST), place)


def in_tank(pen: Pen, name: str, tank: Box, shares: tuple[float, float]) -> Placed:
    """Return the ``name`` of what ``tank`` holds between two shares of its height."""
    place = np.array([tank.middle[0], tank.bottom + sum(shares) / 2 * tank.height, 0.0])
    return Placed(pen.formula(name, size=SMALLEST), place).set_z_index(6)


def above(pen: Pen, name: str, tank: Box) -> Placed:
    """Return the ``name`` of a line above its ``tank``."""
    return Placed(pen.words(name, size=SMALLEST), np.array([tank.middle[0], tank.top + ABOVE, 0.0]))


def at_end(pen: Pen, name: str) -> Placed:
    """Return the ``name`` of a line, to be put where it ends."""
    return Placed(pen.words(name, size=SMALLEST), np.zeros(3), RIGHT)


def end_of(line: StraightLine) -> Values:
    """Return where the name of ``line`` ends: above its right end."""
    end: Values = line.points[-1] + np.array([0.0, ABOVE, 0.0])
    return end
