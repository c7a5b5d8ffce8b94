"""From the smaller flat to the larger: across, up for its area, and down for its distance."""

from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, VGroup, VMobject

from scenes.visuals.multiple_regression.arrow import HEAD, arrow
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.two_flats.twins import RING, written_size
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.numerals import MINUS
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, FORMULA, THIN

ASIDE = 0.12 * RIGHT  # of the place of the larger one, either way: both arrows end within its ring
CLEAR = 0.28 * RIGHT  # of the arrows
NAMED = 0.88  # of the way up: no flat is there
ALONG, UNDER = 0.2, 0.35 * DOWN  # the stroke across, where no flat is


class Account(VGroup):
    """On one place across, that of the larger flat: ``up`` and beside it ``down``.

    What these leave over, ``left``, the sheet misses of the two. Names come by themselves.
    """

    def __init__(self, pen: Pen, flats: Flats) -> None:
        theme, both = pen.theme, flats.by_both
        one, other = flats.values[list(flats.twins)]
        more = float(other[0] - one[0])
        self.larger = both.per_area * more
        self.farther = -both.per_distance * (other[1] - one[1])
        self.left = self.larger - self.farther
        rents = one[2] + np.array([0.0, self.larger, self.left])
        places = np.stack([np.full(3, other[0]), np.full(3, other[1]), rents], axis=-1)
        self.flat, self.top, self.tip = FRONT.project(flats.space.in_box(places))
        self.start = FRONT.project(flats.space.in_box(one))
        self.across = VMobject(stroke_color=theme.ink, stroke_width=THIN + 1)
        self.up, self.down = (Strokes(hue, BOLD + 4) for hue in (theme.slope, theme.far))
        under = self.start + ALONG * (self.flat - self.start) + UNDER
        self.size = Placed(written_size(pen, more), under)
        up, down = f"+{self.larger:.0f} EUR", f"{MINUS}{self.farther:.0f} EUR"
        place = self.flat + NAMED * (self.top - self.flat)
        self.names = (
            Placed(pen.words(up, theme.slope, FORMULA), place - ASIDE - CLEAR, RIGHT),
            Placed(pen.words(down, theme.far, FORMULA), place + ASIDE + CLEAR, LEFT),
        )
        super().__init__(self.across, self.up, self.down)
        self.set_gone(0.0)

    def set_gone(self, gone: float, covered: float = 0.0) -> Self:
        """Draw the first ``gone`` of three parts of the way: 1 is across, 2 is up, 3 is down.

        What leads down lies beside what leads up, or ``covered`` of the way over that, until only
        what is ``left`` of it is seen, without a head.
        """
        across, up, down = np.clip(gone - np.arange(3), 0, 1)
        start, end = self.start + RING * RIGHT, self.flat - RING * RIGHT
        self.across.points = polylines(np.array([[start, start + across * (end - start)]]))
        self.up.points = arrow(self.flat - ASIDE, self.top - ASIDE, up, HEAD * (1 - covered))
        beside = (1 - 2 * covered) * ASIDE
        self.down.points = arrow(self.top + beside, self.tip + beside, down)
        return self
