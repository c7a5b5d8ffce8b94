"""Steps between rates: stairs, and their falls put together in a column."""

from typing import Self

import numpy as np

from scenes.visuals.half_thickness.viewed import Viewed
from scenes.visuals.half_thickness.views import Values, Views
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD

TIP, SPECK = 0.13, 0.02


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
        x, rate = self.x[step : step + 2], self.rate[step : step + 2]
        return self.views.places([x[0], x[1], x[1]], [rate[0], rate[0], rate[1]], self.view)

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


class Column(Viewed):
    """The falls of stairs on their way straight across into a column at ``x``, one by one.

    The first ``shown`` have arrived, the next one is as far as it has come.
    """

    def __init__(self, steps: Steps, x: float) -> None:
        super().__init__(
            steps.views, steps.view, stroke_color=steps.get_stroke_color(), stroke_width=BOLD
        )
        self.steps, self.x = steps, x

    def draw(self) -> Self:
        """Draw the falls from their state."""
        x, rate = self.steps.x, self.steps.rate
        arrows = [np.zeros((0, 3))]
        for k in range(self.steps.number):
            way = float(np.clip(self.shown - k, 0.0, 1.0))
            if way == 0.0:
                break
            across = x[k + 1] + way * (self.x - x[k + 1])
            arrows.append(arrow(*self.views.places(across, rate[k : k + 2], self.view)))
        self.points = np.concatenate(arrows)
        return self


def arrow(top: Values, end: Values) -> Values:
    """Return the points of an arrow straight down: short ones have smaller tips, specks none."""
    length = float(top[1] - end[1])
    if length < SPECK:
        return np.zeros((0, 3))
    size = min(TIP, 0.4 * length)
    wings = [end + size * np.array([side, 1.3, 0.0]) for side in (-1, 1)]
    return np.concatenate(
        [polylines(np.array([[top, end]])), polylines(np.array([[wings[0], end, wings[1]]]))]
    )
