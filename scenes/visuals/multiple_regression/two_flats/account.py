"""From the line of the smaller flat to that of the larger: along the one, and down to the other."""

from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup

from scenes.visuals.multiple_regression.arrow import HEAD, arrow
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.two_flats.lens import TIMES
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.numerals import MINUS
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, FORMULA, SMALLEST

NAMED = 0.8  # of the way up
LARGER, FARTHER = 0.25 * LEFT + 0.3 * UP, 0.32 * RIGHT + 0.2 * DOWN
OVER = 0.54 * UP  # from an amount to what it is for
BEHIND_LENSES, BEFORE_LENSES = 5.05, 5.3
UP_WAY, BROAD = BOLD + 4, BOLD + 14  # what leads up, and its line beneath
GLOWING = 1.7  # times as wide


class Account(VGroup):
    """``up`` as the plane climbs with area, ``down`` as it falls with distance: from line to line.

    The first goes in the middle of its line, which is drawn broader for it. The second ends at the
    other line in a lens on the larger flat. Names come by themselves.
    """

    def __init__(self, pen: Pen, flats: Flats) -> None:
        theme, both = pen.theme, flats.by_both
        one, other = flats.values[list(flats.twins)]
        away = other[1] - one[1]
        self.larger = float(both.per_area * (other[0] - one[0]))
        self.farther = float(-both.per_distance * away)
        places = np.array([one[:2], [other[0], one[1]], other[:2]])
        self.start, self.top, line = FRONT.project(flats.space.in_box(both.lifted(places)))
        at = FRONT.project(flats.space.in_box(other))
        self.tip = at + TIMES * (line - at)
        self.along = Strokes(theme.near, BROAD)
        self.up, self.down = (Strokes(hue, UP_WAY) for hue in (theme.slope, theme.far))
        self.glow = Strokes(theme.slope, GLOWING * UP_WAY)
        up, down = f"+{self.larger:.0f} EUR", f"{MINUS}{self.farther:.0f} EUR"
        place, beside = NAMED * self.top + (1 - NAMED) * self.start + LARGER, self.top + FARTHER
        self.names = (
            VGroup(Placed(pen.words(up, theme.slope, FORMULA), place, RIGHT)),
            VGroup(
                Placed(pen.words(down, theme.far, FORMULA), beside, LEFT),
                Placed(pen.words(f"{away:.1f} km", theme.far, SMALLEST), beside + OVER, LEFT),
            ),
        )
        super().__init__(self.along, self.up, self.glow, self.down)
        for part in (self.along, self.up, self.glow):
            part.set_z_index(BEHIND_LENSES)
        self.down.set_z_index(BEFORE_LENSES)
        self.set_gone(0.0)

    def set_gone(self, gone: float) -> Self:
        """Draw the first ``gone`` of two parts of the way: 1 is up, 2 is down, too."""
        up, down = np.clip(gone - np.arange(2), 0, 1)
        way = np.array([[self.start, self.start + up * (self.top - self.start)]])
        self.along.points = polylines(way)
        self.up.points = arrow(self.start, self.top, up)
        self.down.points = arrow(self.top, self.tip, down)
        return self.set_glowing(0.0)

    def set_glowing(self, share: float) -> Self:
        """Let what leads up become wider, as far as ``share`` of its way."""
        self.glow.points = arrow(self.start, self.top, share, GLOWING * HEAD)
        return self
