"""A line through a point of the plane that turns, with its way to each point."""

from dataclasses import replace
from typing import Self

import numpy as np
from manim import VMobject
from numpy.typing import ArrayLike, NDArray

from core import palette
from core.fits.orthogonal import OrthogonalFit
from scenes.visuals.plot.panel import Panel
from scenes.visuals.space.polylines import polylines

Values = NDArray[np.float64]
ARROW_LENGTH, ARROW_WIDTH = 0.3, 0.13


def direction(angle: float) -> Values:
    """Return the unit vector under ``angle``, in radians."""
    return np.array([np.cos(angle), np.sin(angle)])


class TurningLine(VMobject):
    """A line through ``pivot`` across its panel, and an arrow head that tells its direction."""

    def __init__(self, panel: Panel, pivot: Values, reach: float, colour: str) -> None:
        super().__init__(stroke_color=colour, stroke_width=6)
        self.panel, self.pivot, self.reach = panel, pivot, reach
        x, y = panel.x_scale, panel.y_scale
        self._room = np.array([[x.low, y.low], [x.high, y.high]]) - pivot

    def set_angle(self, angle: float) -> Self:
        """Turn to ``angle``; the head is ``reach`` away from the pivot."""
        along = direction(angle)
        ends = self.pivot + np.array([-self._way_out(-along) * along, self._way_out(along) * along])
        places = self.panel.places(*ends.T)
        tip = self.panel.place(*(self.pivot + self.reach * along))
        forward = (places[1] - places[0]) / np.linalg.norm(places[1] - places[0])
        aside = ARROW_WIDTH * np.array([-forward[1], forward[0], 0.0])
        foot = tip - ARROW_LENGTH * forward
        head = np.stack([foot + aside, tip, foot - aside])
        self.points = np.concatenate([polylines(places[None]), polylines(head[None])])
        return self

    def _way_out(self, along: Values) -> float:
        """Return how far it is from the pivot to the edge of the panel."""
        room = np.where(along > 0, self._room[1], -self._room[0])
        size = np.abs(along)
        return float(np.min(np.divide(room, size, out=np.full(2, np.inf), where=size > 0)))


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


def residual_along(fit: OrthogonalFit, along: Values, points: Values) -> float:
    """Return the sum of squared distances to the line through the centroid in a direction."""
    return float(np.sum(replace(fit, direction=along).distances(points) ** 2))
