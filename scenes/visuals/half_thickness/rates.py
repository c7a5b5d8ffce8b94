"""What is drawn of the rates: bars, the steps between them, the law through them, its halvings.

Each part is a pure function of the view (see ``Views``) and of how much of it is shown.
"""

from typing import Self

import numpy as np
from manim import LEFT, Circle, VMobject

from scenes.visuals.half_thickness.views import LOGARITHM, RATE, Values, Views
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD

BAR = 0.62  # of a sheet
RADIUS = 0.14
SAMPLES = 161
DASH = 0.22
TIP = 0.13
# Of the factor of a step: from the middle of its fall, from its corner.
BESIDE, ON_CORNER = np.array([0.25, 0.0, 0.0]), np.array([0.16, 0.24, 0.0])


class Bars(VMobject):
    """A bar for each rate; ``set_shown`` tells how far each has grown."""

    def __init__(self, views: Views, x: Values, rate: Values, colour: str) -> None:
        super().__init__(stroke_width=0, fill_color=colour, fill_opacity=0.9)
        self.views, self.x, self.rate = views, x, rate
        self.bar_mm = BAR * float(x[1] - x[0])
        self.view, self.shown = 0.0, np.zeros(x.size)
        self.draw()

    def set_shown(self, shown: Values) -> Self:
        """Draw each bar as far as it has grown, 0 to 1."""
        self.shown = shown
        return self.draw()

    def set_view(self, view: float) -> Self:
        """Draw the bars as ``view`` shows them."""
        self.view = view
        return self.draw()

    def slots(self, bar: int, count: int) -> Values:
        """Return ``count`` places (count, 3) inside a bar, from its foot to its top."""
        half = 0.3 * self.bar_mm
        x = self.x[bar] + half * np.array([-1, 1, 0])[np.arange(count) % 3]
        rates = self.rate[bar] * (np.arange(count) + 0.5) / count
        return self.views.places(x, rates, self.view)

    def draw(self) -> Self:
        """Draw the bars from their state."""
        left, right = self.x - self.bar_mm / 2, self.x + self.bar_mm / 2
        floor = self.views.box(self.view).bottom
        top_left = self.views.places(left, self.rate, self.view)
        top_right = self.views.places(right, self.rate, self.view)
        for top in (top_left, top_right):
            top[:, 1] = floor + self.shown * (top[:, 1] - floor)
        low_left, low_right = top_left.copy(), top_right.copy()
        low_left[:, 1] = low_right[:, 1] = floor
        grown = self.shown > 0
        ring = np.stack([low_left, low_right, top_right, top_left, low_left], axis=1)
        self.points = polylines(ring[grown])
        return self


class Tops(VMobject):
    """A disc for each rate; those at an edge of the view are not drawn."""

    def __init__(self, views: Views, x: Values, rate: Values, colour: str, ground: str) -> None:
        super().__init__(stroke_width=2, stroke_color=ground, fill_color=colour, fill_opacity=1)
        self.views, self.x, self.rate = views, x, rate
        self._disc = Circle(RADIUS).points
        self.size = 1.0
        self.set_view(LOGARITHM)

    def set_view(self, view: float) -> Self:
        """Draw the discs as ``view`` shows them."""
        self.view = view
        places = self.views.places(self.x, self.rate, view)
        inside = places[:, 0] < self.views.box(view).right - RADIUS
        self.points = (places[inside][:, None, :] + self.size * self._disc).reshape(-1, 3)
        return self

    def set_size(self, size: float) -> Self:
        """Draw the discs ``size`` times as large."""
        self.size = size
        return self.set_view(self.view)


class Steps(VMobject):
    """From rate to rate down stairs, with a tip at the end of each fall.

    The stairs go across first and then down, or down first where ``down_first``.
    """

    def __init__(
        self, views: Views, x: Values, rate: Values, colour: str, *, down_first: bool = False
    ) -> None:
        super().__init__(stroke_color=colour, stroke_width=BOLD)
        self.views, self.x, self.rate, self.down_first = views, x, rate, down_first
        self.view, self.shown = 0.0, 0.0
        self.draw()

    def set_shown(self, shown: float) -> Self:
        """Draw the first ``shown`` steps, the last one as far as it has come."""
        self.shown = shown
        return self.draw()

    def set_view(self, view: float) -> Self:
        """Draw the steps as ``view`` shows them."""
        self.view = view
        return self.draw()

    def corners(self, step: int) -> Values:
        """Return the places (3, 3) of the start, the corner and the end of a step."""
        x, rate = self.x[step : step + 2], self.rate[step : step + 2]
        at = (x[0], rate[1]) if self.down_first else (x[1], rate[0])
        return self.views.places([x[0], at[0], x[1]], [rate[0], at[1], rate[1]], self.view)

    def draw(self) -> Self:
        """Draw the steps from their state."""
        strokes = [np.zeros((0, 3))]
        for k in range(self.x.size - 1):
            grown = float(np.clip(self.shown - k, 0.0, 1.0))
            if grown == 0.0:
                break
            start, corner, end = self.corners(k)
            first, second = np.clip(2 * grown, 0, 1), np.clip(2 * grown - 1, 0, 1)
            turn, tip = start + first * (corner - start), corner + second * (end - corner)
            strokes.append(polylines(np.array([[start, turn]])))
            strokes.append(polylines(np.array([[corner, tip]])) if second else np.zeros((0, 3)))
            fall = (start, turn) if self.down_first else (corner, tip)
            if self.down_first or second:
                strokes.append(_tip(*fall))
        self.points = np.concatenate(strokes)
        return self


class Factor(Placed):
    """The factor of a step: beside its fall where rates are shown, on its corner in logarithms.

    The steps turn first, and it goes with them.
    """

    def __init__(self, writing: VMobject, steps: Steps, step: int) -> None:
        self._steps, self._step = steps, step
        super().__init__(writing, self._place(RATE), LEFT)

    def set_view(self, view: float) -> Self:
        """Stand where the step is in ``view``, on the way from rates to their logarithms."""
        return self.put(self._place(view))

    def _place(self, view: float) -> Values:
        _, corner, end = self._steps.set_view(view).corners(self._step)
        share = np.clip((view - RATE) / (LOGARITHM - RATE), 0.0, 1.0)
        beside, on = (corner + end) / 2 + BESIDE, corner + ON_CORNER
        place: Values = (1 - share) * beside + share * on
        return place


def _tip(top: Values, end: Values) -> Values:
    """Return the points of a tip at the lower end of a fall, smaller where the fall is short."""
    size = min(TIP, 0.4 * float(top[1] - end[1]))
    wings = [end + size * np.array([side, 1.3, 0.0]) for side in (-1, 1)]
    return polylines(np.array([[wings[0], end, wings[1]]]))


class Law(VMobject):
    """I = I_0 exp(-mu x), a line where logarithms are shown."""

    def __init__(self, views: Views, x: Values, rate: Values, colour: str) -> None:
        super().__init__(stroke_color=colour, stroke_width=BOLD)
        self.views, self.x, self.rate = views, x, rate
        self.view, self.shown = float(LOGARITHM), 0.0
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
    """A dashed line at a rate, as far up from the foot of the picture as it has risen."""

    def __init__(self, views: Views, rate: float, colour: str) -> None:
        super().__init__(stroke_color=colour, stroke_width=BOLD)
        self.views, self.rate = views, rate
        self.set_risen(0.0)

    def set_risen(self, share: float) -> Self:
        """Draw the line after ``share`` of its rise."""
        box = self.views.box(LOGARITHM)
        top = float(self.views.places(0.0, self.rate, LOGARITHM)[0, 1])
        height = box.bottom + share * (top - box.bottom)
        starts = np.arange(box.left, box.right, 2 * DASH)
        dashes = [[(x, height, 0.0), (min(x + DASH, box.right), height, 0.0)] for x in starts]
        self.points = polylines(np.array(dashes))
        return self
