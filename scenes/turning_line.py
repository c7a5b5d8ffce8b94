"""A line through a point of the plane that turns, with its way to each point."""

from typing import Self

import numpy as np
from manim import VMobject
from numpy.typing import ArrayLike, NDArray

from core import palette
from scenes.panel import Panel
from scenes.polylines import polylines

Values = NDArray[np.float64]
ARROW_LENGTH, ARROW_WIDTH = 0.3, 0.12


def direction(angle: float) -> Values:
    """Return the unit vector under ``angle``, in radians."""
    return np.array([np.cos(angle), np.sin(angle)])


class TurningLine(VMobject):
    """A line through ``pivot``, as long on either side, and an arrow that tells its direction."""

    def __init__(self, panel: Panel, pivot: Values, reach: float, colour: str) -> None:
        super().__init__(stroke_color=colour, stroke_width=6)
        self.panel, self.pivot, self.reach = panel, pivot, reach

    def set_angle(self, angle: float) -> Self:
        """Turn to ``angle``."""
        along = direction(angle)
        ends = self.pivot + self.reach * np.array([-along, along])
        places = self.panel.places(*ends.T)
        tip = places[1]
        forward = (tip - places[0]) / np.linalg.norm(tip - places[0])
        aside = ARROW_WIDTH * np.array([-forward[1], forward[0], 0.0])
        foot = tip - ARROW_LENGTH * forward
        head = np.stack([foot + aside, tip, foot - aside])
        self.points = np.concatenate([polylines(places[None]), polylines(head[None])])
        return self


class Distances(VMobject):
    """The way from each point to the line: upright, or the shortest, or between the two."""

    def __init__(self, panel: Panel, x: Values, y: Values, pivot: Values) -> None:
        super().__init__(stroke_color=palette.RESIDUAL, stroke_width=3)
        self.panel, self.pivot = panel, pivot
        self.data = np.stack([x, y], axis=1)

    def set_angle(self, angle: float, *, shortest: float = 1.0, drawn: float = 1.0) -> Self:
        """Draw the ways to the line under ``angle``; ``shortest`` 0 is upright, 1 the shortest."""
        feet = self._feet(angle)
        if shortest < 1:
            away = self.data[:, 0] - self.pivot[0]
            upright = np.stack([self.data[:, 0], self.pivot[1] + np.tan(angle) * away], axis=1)
            feet = upright + shortest * (feet - upright)
        self._draw(self.data + drawn * (feet - self.data))
        return self

    def _feet(self, angle: float) -> Values:
        along = direction(angle)
        return np.asarray(self.pivot + ((self.data - self.pivot) @ along)[:, None] * along)

    def _draw(self, feet: ArrayLike) -> None:
        ends = self.panel.places(*np.asarray(feet).T)
        self.points = polylines(np.stack([self.panel.places(*self.data.T), ends], axis=1))
