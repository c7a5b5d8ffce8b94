"""What is drawn of the rates: bars, discs, the law through them, levels."""

from typing import Self

import numpy as np
from manim import Circle

from scenes.visuals.half_thickness.viewed import Viewed
from scenes.visuals.half_thickness.views import (
    FEW,
    FEW_LOGARITHMS,
    LOGARITHMS,
    NEAR_LOGARITHMS,
    Values,
    Views,
)
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD, THIN

BAR = 0.62  # of a sheet
RADIUS = 0.14
NEARBY = 0.6  # of a disc's size, near to the line: how far it misses a disc is seen there
SAMPLES = 161
DASH = 0.22
SOLID, PALE = 0.9, 0.25  # how opaque bars are


class Bars(Viewed):
    """A bar for each rate; paler ones, through which a level is seen, keep their outline.

    The first ones may start at what chance has left of a hundred: ``set_grown`` tells how far
    they have come from there.
    """

    def __init__(
        self, views: Views, x: Values, rate: Values, by_chance: list[int], colour: str
    ) -> None:
        super().__init__(
            views,
            FEW,
            stroke_color=colour,
            stroke_width=THIN,
            fill_color=colour,
            fill_opacity=SOLID,
        )
        self.x, self.measured, self.by_chance, self.grown = x, rate, rate.copy(), 0.0
        self.by_chance[: len(by_chance)] = by_chance
        self.half_mm = BAR / 2 * float(x[1] - x[0])
        self.draw()

    @property
    def rate(self) -> Values:
        """Return how high the bars are now."""
        return self.by_chance + self.grown * (self.measured - self.by_chance)

    def set_grown(self, grown: float) -> Self:
        """Draw the bars after this share of their way to what was measured."""
        self.grown = grown
        return self.draw()

    def draw(self) -> Self:
        """Draw the bars from their state."""
        floor = self.views.box(self.view).bottom
        top_left = self.views.places(self.x - self.half_mm, self.rate, self.view)
        top_right = self.views.places(self.x + self.half_mm, self.rate, self.view)
        low_left, low_right = top_left.copy(), top_right.copy()
        low_left[:, 1] = low_right[:, 1] = floor
        # What lies beyond the end of the axis has no width.
        drawn = top_right[:, 0] > top_left[:, 0]
        ring = np.stack([low_left, low_right, top_right, top_left, low_left], axis=1)
        self.points = polylines(ring[drawn]) if drawn.any() else np.zeros((0, 3))
        return self


class Tops(Viewed):
    """A disc for each rate, ``shown`` times as large as its usual size.

    Towards the edges of the view discs become small: outside there are none. Those behind more
    lead than there are bars come where the logarithms of all are shown.
    """

    def __init__(
        self, views: Views, x: Values, rate: Values, few_mm: float, *, colours: tuple[str, str]
    ) -> None:
        colour, ground = colours
        super().__init__(
            views, FEW, stroke_width=2, stroke_color=ground, fill_color=colour, fill_opacity=1
        )
        self.x, self.rate, self.late = x, rate, x > few_mm
        self._disc = Circle(RADIUS).points

    def draw(self) -> Self:
        """Draw the discs from their state."""
        places = self.views.free_places(self.x, self.rate, self.view)
        box = self.views.box(self.view)
        beyond = np.maximum(places[:, 0] + RADIUS - box.right, box.bottom - places[:, 1])
        come = np.where(self.late, np.clip(self.view - FEW_LOGARITHMS, 0.0, 1.0), 1.0)
        near = np.interp(self.view, (LOGARITHMS, NEAR_LOGARITHMS), (1.0, NEARBY))
        size = self.shown * near * come * np.clip(1 - beyond / RADIUS, 0.0, 1.0)
        drawn = size > 0
        discs = size[drawn][:, None, None] * self._disc
        self.points = (places[drawn][:, None, :] + discs).reshape(-1, 3)
        return self


class Law(Viewed):
    """I = I_0 exp(-mu x), a line where logarithms are shown; its first ``shown`` is drawn.

    Until it is fitted it is tilted about its ``pivot`` (mm): so much less it falls in a millimetre.
    """

    def __init__(self, views: Views, x: Values, rate: Values, pivot: float, colour: str) -> None:
        super().__init__(views, LOGARITHMS, stroke_color=colour, stroke_width=BOLD)
        self.x, self.rate, self.pivot, self.tilt = x, rate, pivot, 0.0

    def set_tilt(self, tilt: float) -> Self:
        """Draw it tilted."""
        self.tilt = tilt
        return self.draw()

    def at(self, x: Values) -> Values:
        """Return the rate that it has at x, among those between which it is drawn."""
        exponents = np.interp(x, self.x, np.log(self.rate)) + self.tilt * (x - self.pivot)
        return np.asarray(np.exp(exponents))

    def draw(self) -> Self:
        """Draw the law from its state, as far as it lies in the box."""
        places = self.views.places(self.x, self.at(self.x), self.view)
        places = places[: round(self.shown * self.x.size)]
        # What is cut at an edge of the box would run along it.
        box = self.views.box(self.view)
        inside = (places[:, 0] < box.right - 1e-9) & (places[:, 1] > box.bottom + 1e-9)
        places = places[inside]
        self.points = polylines(places[None]) if len(places) > 1 else np.zeros((0, 3))
        return self


class Level(Viewed):
    """A dashed line at a rate after ``shown`` of its rise from the foot."""

    def __init__(self, views: Views, rate: float, colour: str) -> None:
        super().__init__(views, LOGARITHMS, stroke_color=colour, stroke_width=BOLD)
        self.rate = rate

    @property
    def right(self) -> float:
        """Return how far to the right it goes."""
        return self.views.box(self.view).right

    def draw(self) -> Self:
        """Draw the line from its state."""
        height, right = risen(self), self.right
        starts = np.arange(self.views.box(self.view).left, right, 2 * DASH)
        dashes = [[(x, height, 0.0), (min(x + DASH, right), height, 0.0)] for x in starts]
        self.points = polylines(np.array(dashes))
        return self


def risen(part: Level) -> float:
    """Return the height on the screen that a level has risen to."""
    low, top = part.views.places(0.0, [0.0, part.rate], part.view)[:, 1]
    return float(low + part.shown * (top - low))
