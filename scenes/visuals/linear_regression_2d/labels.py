"""What names a level or says what a picture means, in its place."""

import numpy as np
from manim import LEFT, Circle, VGroup

from scenes.visuals.linear_regression_2d.curves.valley import Valley
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Place, Placed
from scenes.visuals.writing.screen import FORMULA, SMALLEST, Box

BESIDE, ABOVE = 0.3, 0.3
GROUND = 0.4
APART = 0.55  # from one name beside a tank to the next below it


def beside(tank: Box, height: float) -> Place:
    """Return where a name stands on the right of ``tank``, at a height on the screen."""
    return np.array([tank.right + BESIDE, height, 0.0])


def beside_mark(pen: Pen, name: str, tank: Box, share: float) -> Placed:
    """Return the ``name`` of the mark on the right of ``tank``, at a ``share`` of it."""
    place = beside(tank, tank.bottom + share * tank.height)
    return Placed(pen.sentence(name, size=SMALLEST), place, LEFT)


def below_mark(pen: Pen, name: str, tank: Box, share: float) -> Placed:
    """Return the ``name`` of the least epsilon in ``tank``, below a ``share`` of it."""
    place = np.array([tank.middle[0], tank.bottom + share * tank.height - ABOVE, 0.0])
    return Placed(pen.formula(name, size=SMALLEST), place).set_z_index(6)


def beside_level(pen: Pen, name: str, tank: Box, share: float) -> Placed:
    """Return the ``name`` of a level on the right of ``tank``, at a ``share`` of it."""
    place = beside(tank, tank.bottom + share * tank.height)
    return Placed(pen.words(name, size=SMALLEST), place, LEFT)


def over_end(pen: Pen, name: str, valley: Valley) -> Placed:
    """Return the ``name`` of a parabola, over its right end."""
    _, end = valley.ends
    place = valley.chart.place(end, float(valley.epsilon(np.array(end))))
    return Placed(pen.formula(name, size=SMALLEST), place + np.array([0.0, ABOVE, 0.0]))


def over(pen: Pen, name: str, place: Place) -> VGroup:
    """Return the ``name`` of what is above a ``place``, on a ground that keeps curves off it."""
    above = place + np.array([0.0, 2.5 * ABOVE, 0.0])
    ground = Circle(GROUND, stroke_width=0, fill_color=pen.theme.background, fill_opacity=0.9)
    named = Placed(pen.formula(name, size=1.5 * FORMULA), above)
    return VGroup(ground.move_to(above).set_z_index(7), named.set_z_index(9))


def in_tank(pen: Pen, name: str, tank: Box, shares: tuple[float, float]) -> Placed:
    """Return the ``name`` of what ``tank`` holds between two shares of its height."""
    place = np.array([tank.middle[0], tank.bottom + sum(shares) / 2 * tank.height, 0.0])
    return Placed(pen.formula(name, size=SMALLEST), place).set_z_index(6)


def above(pen: Pen, name: str, tank: Box) -> Placed:
    """Return the ``name`` of a line above its ``tank``."""
    return Placed(pen.words(name, size=SMALLEST), np.array([tank.middle[0], tank.top + ABOVE, 0.0]))
