"""From the line of the smaller flat to that of the larger: along the one, and down to the other."""

from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup, VMobject

from scenes.visuals.multiple_regression.arrow import HEAD, arrow
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.numerals import MINUS
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, FORMULA, SMALLEST

NAMED = 0.8  # of the way up
LARGER, FARTHER = 0.25 * LEFT + 0.3 * UP, 0.32 * RIGHT + 0.2 * DOWN
OVER = 0.54 * UP  # from an amount to what it is for
MISSED = 0.4 * LEFT + 0.34 * UP, 0.4 * RIGHT + 0.4 * DOWN  # from either flat
GLOWING = 1.7  # times as wide


class Account(VGroup):
    """``up`` as the plane climbs with area, ``down`` as it falls with distance: from line to line.

    What these leave over is what the two flats miss their lines by, ``missed``. Names come by
    themselves.
    """

    def __init__(self, pen: Pen, flats: Flats) -> None:
        theme, both = pen.theme, flats.by_both
        one, other = pair = flats.values[list(flats.twins)]
        away = other[1] - one[1]
        self.larger = float(both.per_area * (other[0] - one[0]))
        self.farther = float(-both.per_distance * away)
        self.missed = flats.missed(both)[list(flats.twins)]
        places = np.array([one[:2], [other[0], one[1]], other[:2]])
        self.start, self.top, self.tip = FRONT.project(flats.space.in_box(both.lifted(places)))
        self.up, self.down = (Strokes(hue, BOLD + 4) for hue in (theme.slope, theme.far))
        self.glow = Strokes(theme.slope, GLOWING * (BOLD + 4))
        up, down = f"+{self.larger:.0f} EUR", f"{MINUS}{self.farther:.0f} EUR"
        place, beside = NAMED * self.top + (1 - NAMED) * self.start + LARGER, self.top + FARTHER
        self.names = (
            VGroup(Placed(pen.words(up, theme.slope, FORMULA), place, RIGHT)),
            VGroup(
                Placed(pen.words(down, theme.far, FORMULA), beside, LEFT),
                Placed(pen.words(f"{away:.1f} km", theme.far, SMALLEST), beside + OVER, LEFT),
            ),
            VGroup(
                *(
                    Placed(_signed(pen, miss), at + way, edge)
                    for miss, at, way, edge in zip(
                        self.missed,
                        FRONT.project(flats.space.in_box(pair)),
                        MISSED,
                        (RIGHT, LEFT),
                        strict=True,
                    )
                )
            ),
        )
        super().__init__(self.up, self.down, self.glow)
        self.set_gone(0.0)

    def set_gone(self, gone: float) -> Self:
        """Draw the first ``gone`` of two parts of the way: 1 is up, 2 is down, too."""
        up, down = np.clip(gone - np.arange(2), 0, 1)
        self.up.points = arrow(self.start, self.top, up)
        self.down.points = arrow(self.top, self.tip, down)
        return self.set_glowing(0.0)

    def set_glowing(self, share: float) -> Self:
        """Let what leads up become wider, as far as ``share`` of its way."""
        self.glow.points = arrow(self.start, self.top, share, GLOWING * HEAD)
        return self


def _signed(pen: Pen, miss: float) -> VMobject:
    """Return a residual, written."""
    return pen.words(f"{miss:+.0f} EUR".replace("-", MINUS), pen.theme.residual, SMALLEST)
