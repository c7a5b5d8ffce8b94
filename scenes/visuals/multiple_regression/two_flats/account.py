"""From the smaller flat to the larger: across, up for its area, and down for its distance."""

from typing import Self

import numpy as np
from manim import LEFT, RIGHT, VGroup, VMobject

from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.space import DOT
from scenes.visuals.multiple_regression.two_flats.arrow import arrow
from scenes.visuals.multiple_regression.two_flats.twins import RING, written_size
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points
from scenes.visuals.space.wireframe import Discs, Strokes
from scenes.visuals.writing.numerals import MINUS
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

ASIDE = 0.12 * RIGHT  # of the place of the larger one, either way: both arrows end within its ring
CLEAR = 0.24 * RIGHT  # of the arrows
BELOW_TOP = np.array([0.0, -0.24, 0.0])
# Where the stroke across has no flat above it.
ACROSS, OVER = 0.255, np.array([0.0, 0.42, 0.0])


class Account(VGroup):
    """On one place across, that of the larger flat: ``up`` and beside it ``down``.

    What these leave over, ``left``, the sheet misses of the two. Names come by themselves.
    """

    def __init__(self, pen: Pen, flats: Flats) -> None:
        theme, both = pen.theme, flats.by_both
        one, other = flats.values[list(flats.twins)]
        self.larger = both.per_area * (other[0] - one[0])
        self.farther = -both.per_distance * (other[1] - one[1])
        self.left = self.larger - self.farther
        rents = one[2] + np.array([0.0, self.larger, self.left])
        places = np.stack([np.full(3, other[0]), np.full(3, other[1]), rents], axis=-1)
        self.flat, self.top, self.tip = FRONT.project(flats.space.in_box(places))
        self.start = FRONT.project(flats.space.in_box(one))
        self.across = VMobject(stroke_color=theme.ink, stroke_width=THIN + 1)
        self.up, self.down = (Strokes(hue, BOLD + 1) for hue in (theme.slope, theme.far))
        across = (1 - ACROSS) * self.start + ACROSS * self.flat + OVER
        self.size = Placed(written_size(pen, other[0] - one[0]), across)
        up, down = f"+{self.larger:.0f} EUR", f"{MINUS}{self.farther:.0f} EUR"
        self.names = (
            Placed(
                pen.words(up, theme.slope, SMALLEST), self.top + BELOW_TOP - ASIDE - CLEAR, RIGHT
            ),
            Placed(
                pen.words(down, theme.far, SMALLEST), self.top + BELOW_TOP + ASIDE + CLEAR, LEFT
            ),
        )
        super().__init__(self.across, self.up, self.down)
        self.set_gone(0.0)

    def set_gone(self, gone: float) -> Self:
        """Draw the first ``gone`` of three parts of the way: 1 is across, 2 is up, 3 is down."""
        across, up, down = np.clip(gone - np.arange(3), 0, 1)
        start, end = self.start + RING * RIGHT, self.flat - RING * RIGHT
        self.across.points = polylines(np.array([[start, start + across * (end - start)]]))
        self.up.points = arrow(self.flat - ASIDE, self.top - ASIDE, up)
        self.down.points = arrow(self.top + ASIDE, self.tip + ASIDE, down)
        return self


class Walker(Discs):
    """A disc that goes the whole way of an account."""

    def __init__(self, account: Account, colour: str) -> None:
        super().__init__(colour, DOT)
        beside = account.flat - ASIDE, account.top - ASIDE, account.top + ASIDE
        self._corners = np.stack([account.start, *beside, account.tip + ASIDE])
        lengths = np.linalg.norm(np.diff(self._corners, axis=0), axis=1)
        self._shares = np.concatenate([[0.0], np.cumsum(lengths)]) / lengths.sum()
        self.set_gone(0.0)

    def set_gone(self, share: float) -> Self:
        """Stand after ``share`` of the way."""
        at: Points = np.array([np.interp(share, self._shares, k) for k in self._corners.T])
        self.points = self._disc + at
        return self
