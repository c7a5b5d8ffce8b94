"""Steps between rates: stairs, a single fall, and the falls that are laid beside another one."""

from typing import Self

import numpy as np
from manim import VMobject

from scenes.visuals.half_thickness.views import Values, Views
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD

TIP = 0.13


class Steps(VMobject):
    """From rate to rate down stairs, across and then down, with a tip at the end of each fall."""

    def __init__(self, views: Views, x: Values, rate: Values, colour: str) -> None:
        super().__init__(stroke_color=colour, stroke_width=BOLD)
        self.views, self.x, self.rate = views, x, rate
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
        return self.views.places([x[0], x[1], x[1]], [rate[0], rate[0], rate[1]], self.view)

    def draw(self) -> Self:
        """Draw the steps from their state."""
        strokes = [np.zeros((0, 3))]
        for k in range(self.x.size - 1):
            grown = float(np.clip(self.shown - k, 0.0, 1.0))
            if grown == 0.0:
                break
            start, corner, end = self.corners(k)
            across, down = np.clip(2 * grown, 0, 1), np.clip(2 * grown - 1, 0, 1)
            strokes.append(polylines(np.array([[start, start + across * (corner - start)]])))
            if down:
                strokes.append(_arrow(corner, corner + down * (end - corner)))
        self.points = np.concatenate(strokes)
        return self


class Fall(VMobject):
    """An arrow straight down from one rate to another."""

    def __init__(self, views: Views, x: float, rates: tuple[float, float], colour: str) -> None:
        super().__init__(stroke_color=colour, stroke_width=BOLD)
        self.views, self.x, self.rates = views, x, rates
        self.view, self.shown = 0.0, 0.0
        self.draw()

    @property
    def ends(self) -> Values:
        """Return the places (2, 3) of its upper and its lower end."""
        return self.views.places(self.x, self.rates, self.view)

    def set_shown(self, shown: float) -> Self:
        """Draw the upper ``shown`` of the arrow."""
        self.shown = shown
        return self.draw()

    def set_view(self, view: float) -> Self:
        """Draw the arrow as ``view`` shows it."""
        self.view = view
        return self.draw()

    def draw(self) -> Self:
        """Draw the arrow from its state."""
        top, end = self.ends
        self.points = _arrow(top, top + self.shown * (end - top)) if self.shown else top[:0]
        return self


class Named(Placed):
    """Writing beside the middle of a fall, wherever this stands."""

    def __init__(self, writing: VMobject, fall: Fall, beside: Values, edge: Values) -> None:
        self._fall, self._beside = fall, beside
        super().__init__(writing, fall.ends.mean(axis=0) + beside, edge)

    def set_view(self, view: float) -> Self:
        """Stand where the fall is in ``view``."""
        return self.put(self._fall.set_view(view).ends.mean(axis=0) + self._beside)


class Laid(VMobject):
    """The falls of stairs on their way straight across, until they lie beside another fall."""

    def __init__(self, steps: Steps, across: float) -> None:
        super().__init__(stroke_color=steps.get_stroke_color(), stroke_width=BOLD)
        self._falls = [steps.corners(k)[1:] for k in range(steps.x.size - 1)]
        self.across = across
        self.set_laid(0.0)

    def set_laid(self, share: float) -> Self:
        """Draw the falls after ``share`` of their way."""
        arrows = []
        for fall in self._falls:
            ends = fall.copy()
            ends[:, 0] += share * (self.across - ends[:, 0])
            arrows.append(_arrow(*ends))
        self.points = np.concatenate(arrows)
        return self


def _arrow(top: Values, end: Values) -> Values:
    """Return the points of an arrow straight down, with a smaller tip where it is short."""
    size = min(TIP, 0.4 * float(top[1] - end[1]))
    wings = [end + size * np.array([side, 1.3, 0.0]) for side in (-1, 1)]
    return np.concatenate(
        [polylines(np.array([[top, end]])), polylines(np.array([[wings[0], end, wings[1]]]))]
    )
