"""What is drawn of the rates: bars, discs, the law through them, levels.

Each part is a pure function of the view (see ``Views``) and of how much of it is shown.
"""

from typing import Self

import numpy as np
from manim import Circle, VMobject

from scenes.visuals.half_thickness.views import LOGARITHMS, Values, Views
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD

BAR = 0.62  # of a sheet
RADIUS = 0.14
SAMPLES = 161
DASH = 0.22


class Bars(VMobject):
    """A bar for each rate; ``set_shown`` tells how high each is, as a share of its rate."""

    def __init__(self, views: Views, x: Values, rate: Values, colour: str) -> None:
        super().__init__(stroke_width=0, fill_color=colour, fill_opacity=0.9)
        self.views, self.x, self.rate = views, x, rate
        self.half_mm = BAR / 2 * float(x[1] - x[0])
        self.view, self.shown = 0.0, np.zeros(x.size)
        self.draw()

    def set_shown(self, shown: Values) -> Self:
        """Draw each bar as far as it has grown."""
        self.shown = shown
        return self.draw()

    def set_view(self, view: float) -> Self:
        """Draw the bars as ``view`` shows them."""
        self.view = view
        return self.draw()

    def draw(self) -> Self:
        """Draw the bars from their state."""
        floor = self.views.box(self.view).bottom
        top_left = self.views.places(self.x - self.half_mm, self.rate, self.view)
        top_right = self.views.places(self.x + self.half_mm, self.rate, self.view)
        for top in (top_left, top_right):
            top[:, 1] = floor + self.shown * (top[:, 1] - floor)
        low_left, low_right = top_left.copy(), top_right.copy()
        low_left[:, 1] = low_right[:, 1] = floor
        # What lies beyond the end of the axis has no width.
        grown = (self.shown > 0) & (top_right[:, 0] > top_left[:, 0])
        ring = np.stack([low_left, low_right, top_right, top_left, low_left], axis=1)
        self.points = polylines(ring[grown]) if grown.any() else np.zeros((0, 3))
        return self


class Tops(VMobject):
    """A disc for each rate; those at an edge of the view are not drawn."""

    def __init__(self, views: Views, x: Values, rate: Values, colour: str, ground: str) -> None:
        super().__init__(stroke_width=2, stroke_color=ground, fill_color=colour, fill_opacity=1)
        self.views, self.x, self.rate = views, x, rate
        self._disc = Circle(RADIUS).points
        self.size = 1.0
        self.set_view(LOGARITHMS)

    def set_view(self, view: float) -> Self:
        """Draw the discs as ``view`` shows them."""
        self.view = view
        places, box = self.views.free_places(self.x, self.rate, view), self.views.box(view)
        inside = (places[:, 0] < box.right - RADIUS) & (places[:, 1] > box.bottom + RADIUS)
        self.points = (places[inside][:, None, :] + self.size * self._disc).reshape(-1, 3)
        return self

    def set_size(self, size: float) -> Self:
        """Draw the discs ``size`` times as large."""
        self.size = size
        return self.set_view(self.view)


class Law(VMobject):
    """I = I_0 exp(-mu x), a line where logarithms are shown."""

    def __init__(self, views: Views, x: Values, rate: Values, colour: str) -> None:
        super().__init__(stroke_color=colour, stroke_width=BOLD)
        self.views, self.x, self.rate = views, x, rate
        self.view, self.shown = float(LOGARITHMS), 0.0
        self.draw()

    def set_shown(self, share: float) -> Self:
        """Draw the first ``share`` of the law."""
        self.shown = share
        return self.draw()

    def set_view(self, view: float) -> Self:
        """Draw the law as ``view`` shows it."""
        self.view = view
        return self.draw()

    def draw(self) -> Self:
        """Draw the law from its state, as far as it lies in the box."""
        places = self.views.places(self.x, self.rate, self.view)[: round(self.shown * self.x.size)]
        # What is cut at an edge of the box would run along it.
        box = self.views.box(self.view)
        inside = (places[:, 0] < box.right - 1e-9) & (places[:, 1] > box.bottom + 1e-9)
        places = places[inside]
        self.points = polylines(places[None]) if len(places) > 1 else np.zeros((0, 3))
        return self


class Level(VMobject):
    """A dashed line at a rate, as far up as it has risen: from a rate below, or from the foot."""

    def __init__(self, views: Views, rate: float, colour: str, below: float = 0.0) -> None:
        super().__init__(stroke_color=colour, stroke_width=BOLD)
        self.views, self.rate, self.below = views, rate, below
        self.set_risen(0.0)

    def set_risen(self, share: float) -> Self:
        """Draw the line after ``share`` of its rise."""
        box = self.views.box(LOGARITHMS)
        low, top = self.views.places(0.0, [self.below, self.rate], LOGARITHMS)[:, 1]
        height = low + share * (top - low)
        starts = np.arange(box.left, box.right, 2 * DASH)
        dashes = [[(x, height, 0.0), (min(x + DASH, box.right), height, 0.0)] for x in starts]
        self.points = polylines(np.array(dashes))
        return self
