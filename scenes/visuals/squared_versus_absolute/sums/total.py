"""A tank in which the squares, or the lengths, of all misses of a line add up."""

from dataclasses import dataclass

import numpy as np
from manim import DOWN, VMobject

from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.tank import Copies, Tank
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, SQUARED, Measure, Values
from scenes.visuals.squared_versus_absolute.sums.layers import Layers
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import PICTURE, SMALLEST, Box

# Above a tank there is room for its title, a gap above its walls; it stands where the axes stand.
TITLE_ROOM, TITLE_GAP, BELOW, HEADROOM = 0.62, 0.14, 0.56, 1.06
# Lengths stand on each other as a thin bar.
WIDTHS = {SQUARED.noun: 1.2, ABSOLUTE.noun: 0.5}
NOTHING = 1e-6


@dataclass(frozen=True)
class Sum:
    """A tank, and the layers that lie in it."""

    measure: Measure
    tank: Tank
    title: Placed
    layers: Layers

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return what is seen of it: all but the mark."""
        return self.tank.walls, self.title, self.layers


@dataclass(frozen=True)
class Poured(Sum):
    """A tank, and what flies into it."""

    pouring: Copies


def sum_of(pen: Pen, measure: Measure, amounts: Values, *, left: float, most: float) -> Sum:
    """Return a tank for sums up to ``most``, with ``amounts`` (n,) in it."""
    colour = measure.colour(pen.theme)
    height = PICTURE.height - BELOW - TITLE_ROOM
    wide = WIDTHS[measure.noun]
    box = Box(left + (WIDTHS[SQUARED.noun] - wide) / 2, PICTURE.bottom + BELOW, wide, height)
    tank = Tank(pen, box, Scale(0.0, HEADROOM * most), colour)
    name = pen.words(measure.noun, colour, SMALLEST)
    above = np.array([box.middle[0], box.top + TITLE_GAP, 0.0])
    layers = Layers(tank, amounts, pen.theme, colour).set_z_index(1)
    return Sum(measure, tank, Placed(name, above, DOWN), layers)


def poured(
    pen: Pen, measure: Measure, corners: Values, amounts: Values, *, left: float, most: float
) -> Poured:
    """Return a tank for sums up to ``most``; pieces with ``corners`` (n, 4, 3) pour into it."""
    total = sum_of(pen, measure, amounts, left=left, most=most)
    # A point on the line has nothing to pour.
    some = amounts > NOTHING * most
    colour = measure.colour(pen.theme)
    copies = Copies(pen, corners[some], amounts[some], total.tank, colour=colour).set_z_index(5)
    return Poured(measure, total.tank, total.title, total.layers, copies)
