"""Steps between rates: stairs, and by which factor they fall."""

from typing import Self

import numpy as np
from manim import LEFT, VMobject

from scenes.visuals.half_thickness.viewed import Viewed
from scenes.visuals.half_thickness.views import Values, Views
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD

BESIDE = np.array([0.25, 0.28, 0.0])


class Steps(Viewed):
    """From rate to rate down stairs, across and then down.

    The first ``shown`` steps are drawn, the last one as far as it has come.
    """

    def __init__(self, views: Views, view: float, x: Values, rate: Values, colour: str) -> None:
        super().__init__(views, view, stroke_color=colour, stroke_width=BOLD)
        self.x, self.rate = x, rate

    @property
    def number(self) -> int:
        """Return how many steps there are."""
        return self.x.size - 1

    def corners(self, step: int) -> Values:
        """Return the places (3, 3) of the start, the corner and the end of a step."""
        return self.corners_in(self.view, step)

    def corners_in(self, view: float, step: int) -> Values:
        """Return the corners of a step as ``view`` shows it."""
        x, rate = self.x[step : step + 2], self.rate[step : step + 2]
        return self.views.places([x[0], x[1], x[1]], [rate[0], rate[0], rate[1]], view)

    def draw(self) -> Self:
        """Draw the steps from their state."""
        strokes = [np.zeros((0, 3))]
        for k in range(self.number):
            grown = float(np.clip(self.shown - k, 0.0, 1.0))
            if grown == 0.0:
                break
            start, corner, end = self.corners(k)
            across, down = np.clip(2 * grown, 0, 1), np.clip(2 * grown - 1, 0, 1)
            ways = [(start, start + across * (corner - start))]
            if down:
                ways.append((corner, corner + down * (end - corner)))
            strokes.append(polylines(np.array(ways)))
        self.points = np.concatenate(strokes)
        return self


def falls(steps: Steps, number: int, view: float) -> list[VMobject]:
    """Return the falls of the first steps as ``view`` shows them, each as a stroke of its own."""
    ways = [steps.corners_in(view, k)[1:] for k in range(number)]
    strokes = [VMobject(stroke_width=BOLD, stroke_color=steps.stroke_color) for _ in ways]
    for stroke, way in zip(strokes, ways, strict=True):
        stroke.points = polylines(way[None])
    return strokes


class Factor(Placed):
    """What a step is multiplied by, to the right of its fall in every view."""

    def __init__(self, writing: VMobject, steps: Steps, step: int) -> None:
        self._steps, self._step = steps, step
        super().__init__(writing, self._place(steps.view), LEFT)

    def set_view(self, view: float) -> Self:
        """Stand where the step is in ``view``."""
        return self.put(self._place(view))

    def _place(self, view: float) -> Values:
        # Right above what the next step begins with.
        place: Values = self._steps.corners_in(view, self._step)[2] + BESIDE
        return place
