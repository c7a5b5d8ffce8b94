"""A tank in which the squares, or the lengths, of all misses of a line add up."""

from dataclasses import dataclass

import numpy as np
from manim import DOWN

from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.tank import Copies, Tank
from scenes.visuals.squared_versus_absolute.layers import Layers
from scenes.visuals.squared_versus_absolute.measure import Measure, Values
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import PICTURE, SMALLEST, Box

# Above a tank there is room for its title, a gap above its walls; it stands where the axes stand.
TITLE_ROOM, TITLE_GAP, BELOW, HEADROOM, WIDTH = 0.62, 0.14, 0.56, 1.06, 1.2
NOTHING = 1e-6


@dataclass(frozen=True)
class Sum:
    """What flies into the tank, and what lies in it."""

    measure: Measure
    tank: Tank
    title: Placed
    pouring: Copies
    layers: Layers


def tank_of(
    pen: Pen, measure: Measure, corners: Values, amounts: Values, *, left: float, most: float
) -> Sum:
    """Return a tank for sums up to ``most``; pieces with ``corners`` (n, 4, 3) pour into it."""
    colour = measure.colour(pen.theme)
    height = PICTURE.height - BELOW - TITLE_ROOM
    box = Box(left, PICTURE.bottom + BELOW, WIDTH, height)
    tank = Tank(pen, box, Scale(0.0, HEADROOM * most), colour)
    # A point on the line has nothing to pour.
    some = amounts > NOTHING * most
    name = pen.words(measure.noun, colour, SMALLEST)
    above = np.array([left + WIDTH / 2, box.top + TITLE_GAP, 0.0])
    return Sum(
        measure,
        tank,
        Placed(name, above, DOWN),
        Copies(pen, corners[some], amounts[some], tank, colour=colour).set_z_index(5),
        Layers(tank, amounts, pen.theme, colour).set_z_index(1),
    )
