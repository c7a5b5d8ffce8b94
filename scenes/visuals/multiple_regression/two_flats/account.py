"""From the line of the smaller flat to that of the larger: along the one, and down to the other."""

from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup

from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.two_flats.solid_arrow import SolidArrow
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import FORMULA, SMALLEST

NAMED = 0.8  # of the way up
LARGER, FARTHER = 0.25 * LEFT + 0.3 * UP, 0.25 * RIGHT + 0.2 * DOWN
BEFORE_RINGS = 5.06, 5.05  # and behind the flats in them; the tip of the first is whole


class Account(VGroup):
    """``up`` as the plane climbs with area, ``down`` as it falls with distance: from line to line.

    ``away`` is how much farther out the larger flat is, ``answer`` what leads up: both come by
    themselves.
    """

    def __init__(self, pen: Pen, flats: Flats) -> None:
        theme, both = pen.theme, flats.by_both
        one, other = flats.values[list(flats.twins)]
        self.larger = float(both.per_area * (other[0] - one[0]))
        self.farther = float(-both.per_distance * (other[1] - one[1]))
        places = np.array([one[:2], [other[0], one[1]], other[:2]])
        start, top, end = FRONT.project(flats.space.in_box(both.lifted(places)))
        self.up = SolidArrow(theme.slope, start, top)
        self.down = SolidArrow(theme.far, top, end)
        kilometres = pen.words(f"{other[1] - one[1]:.1f} km", theme.far, SMALLEST)
        self.away = Placed(kilometres, top + FARTHER, LEFT)
        answer = pen.words(f"+{self.larger:.0f} EUR", theme.slope, FORMULA)
        self.answer = Placed(answer, NAMED * top + (1 - NAMED) * start + LARGER, RIGHT)
        super().__init__(self.up, self.down)
        for way, before in zip((self.up, self.down), BEFORE_RINGS, strict=True):
            way.set_z_index(before)

    def set_gone(self, gone: float) -> Self:
        """Draw the first ``gone`` of two parts of the way: 1 is up, 2 is down, too."""
        for part, way in enumerate((self.up, self.down)):
            way.set_gone(float(np.clip(gone - part, 0, 1)))
        return self
