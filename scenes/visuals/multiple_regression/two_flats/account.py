"""From the smaller flat to the larger: along its line, down to the other line, and what is left."""

from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup, VMobject

from scenes.visuals.multiple_regression.arrow import HEAD, arrow
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.two_flats.twins import RING, WIDE
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.numerals import MINUS
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, FORMULA, SMALLEST, THIN

NAMED = 0.8  # of the way up
ERROR = 0.52 * RIGHT + 0.3 * DOWN  # from the larger flat
POINTED = 0.11  # the head of what ends at a flat
LARGER, FARTHER = 0.25 * LEFT + 0.3 * UP, 0.32 * RIGHT + 0.2 * DOWN
OVER = 0.54 * UP  # from an amount to what it is for
GLOWING = 1.7  # times as wide


class Account(VGroup):
    """``up`` as the plane climbs with area, ``down`` as it falls with distance.

    What these leave over, ``left``, the plane misses of the two: a bar, ``error``, from the end of
    the arrows to the larger flat. Names come by themselves.
    """

    def __init__(self, pen: Pen, flats: Flats) -> None:
        theme, both = pen.theme, flats.by_both
        one, other = flats.values[list(flats.twins)]
        more, away = other[:2] - one[:2]
        self.larger = float(both.per_area * more)
        self.farther = float(-both.per_distance * away)
        self.left = self.larger - self.farther
        steps = [[0, 0, 0], [more, 0, self.larger], [more, away, self.left]]
        steps.append([more, away, 0])
        corners = FRONT.project(flats.space.in_box(one + np.array(steps)))
        self.start, self.top, self.tip, self.end = corners
        self.up, self.down = (Strokes(hue, BOLD + 4) for hue in (theme.slope, theme.far))
        self.level = VMobject(stroke_color=theme.ink, stroke_width=THIN + 1)
        self.error = VMobject(stroke_width=0, fill_color=theme.residual, fill_opacity=1)
        self.glow = Strokes(theme.slope, GLOWING * (BOLD + 4))
        up = f"+{self.larger:.0f} EUR"
        down, error = (f"{MINUS}{amount:.0f} EUR" for amount in (self.farther, self.left))
        place, beside = NAMED * self.top + (1 - NAMED) * self.start + LARGER, self.top + FARTHER
        self.names = (
            VGroup(Placed(pen.words(up, theme.slope, FORMULA), place, RIGHT)),
            VGroup(
                Placed(pen.words(down, theme.far, FORMULA), beside, LEFT),
                Placed(pen.words(f"{away:.1f} km", theme.far, SMALLEST), beside + OVER, LEFT),
            ),
            VGroup(
                Placed(pen.words(error, theme.residual, FORMULA), self.end + ERROR, LEFT),
                Placed(pen.words("error", theme.residual, SMALLEST), self.end + ERROR - OVER, LEFT),
            ),
        )
        super().__init__(self.up, self.down, self.error, self.level, self.glow)
        self.set_gone(0.0)

    def set_gone(self, gone: float) -> Self:
        """Draw the first ``gone`` of three parts of the way: 1 is up, 2 is down, too, 3 is all."""
        up, down, error = np.clip(gone - np.arange(3), 0, 1)
        self.up.points = arrow(self.start, self.top, up)
        self.down.points = arrow(self.top, self.tip, down, POINTED)
        self.error.points = self._strip(error)
        across = self._across(self.end, WIDE * RING)[None]
        self.level.points = polylines(across if error else across[:0])
        return self.set_glowing(0.0)

    def set_glowing(self, share: float) -> Self:
        """Let what leads up become wider, as far as ``share`` of its way."""
        self.glow.points = arrow(self.start, self.top, share, GLOWING * HEAD)
        return self

    def _strip(self, share: float) -> Points:
        """Return the points of what is between both ends in the ring, ``share`` of its width."""
        half = share * np.sqrt((WIDE * RING) ** 2 - (self.tip - self.end)[1] ** 2)
        low, high = self._across(self.end, half), self._across(self.tip, half)
        around = np.array([[*low, *high[::-1], low[0]]])
        return polylines(around if share else around[:0])

    def _across(self, middle: Points, half: float) -> Points:
        return np.array([middle + half * way for way in (LEFT, RIGHT)])
