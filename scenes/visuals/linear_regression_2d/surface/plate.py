"""Close to the best line: a stick level along a, one along b, and the plate that they span.

The one stick slides along the other and leaves a plate behind: whatever way leads over it is made
of a step along a and one along b. It lies flat on the sheet, and so does its diagonal, on which
both numbers change at once.
"""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.lines.shown_data import Values
from scenes.visuals.linear_regression_2d.surface.space import Space
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN

HALF = 0.86  # of its width, in sweeps as they look from near
STICK = 16  # strokes
FILL = 0.5


class Plate:
    """Sticks over the ways at ``angles`` of a and b, the plate, and a stick over its diagonal.

    The sides of the plate are such that its diagonal is the way at ``angle``.
    """

    def __init__(
        self, space: Space, angles: tuple[float, float], angle: float, theme: Theme
    ) -> None:
        off = np.array(angles) - angle
        sides = np.array([np.sin(off[1]), -np.sin(off[0])])
        sides /= np.abs(sides * np.cos(off)).sum()
        steps = np.stack([sides * np.cos(off), sides * np.sin(off)], axis=1)
        self._along, self._second = HALF * steps
        self._angle, self.afar = angle, space
        colours = theme.slope, theme.intercept, theme.ink
        self.sticks = [VMobject(stroke_color=c, stroke_width=STICK) for c in colours]
        self.body = VMobject(stroke_color=theme.ink, stroke_width=THIN)
        self.body.set_fill(theme.ink, opacity=FILL)
        for layer, part in zip((4, 5, 5, 5), self.parts, strict=True):
            part.set_z_index(layer)
        self.shares = [0.0, 0.0, 0.0, 0.0]
        self.set_space(space)

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """All of it."""
        return self.body, *self.sticks

    def set_space(self, space: Space) -> Self:
        """Lie there."""
        self._space = space
        return self.draw()

    def set_seen(self, share: float) -> Self:
        """Let it be seen by a ``share``."""
        for stick in self.sticks:
            stick.set_stroke(opacity=share)
        self.body.set_stroke(opacity=share).set_fill(opacity=share * FILL)
        return self

    def set_share(self, which: int, share: float) -> Self:
        """Lay a ``share`` of the stick of a (0), of b (1), of the plate (2), its diagonal (3)."""
        self.shares[which] = share
        return self.draw()

    def draw(self) -> Self:
        """Draw what is there of it now."""
        first, second, spanned, across = self.shares
        u, v = self._along, self._second
        for stick, half in zip(self.sticks, (first * u, second * v, across * (u + v)), strict=True):
            stick.points = self._drawn(np.array([[-half, half]]))
        slid = spanned * v
        ring = np.array([-u - slid, u - slid, u + slid, -u + slid, -u - slid])
        self.body.points = self._drawn(ring[None])
        return self

    def _drawn(self, strokes: Values) -> Values:
        """Return the points of strokes (n, m, 2), in sweeps as they look from near."""
        if np.ptp(strokes) < 1e-9:
            return np.zeros((0, 3))
        across, back = np.moveaxis(strokes, -1, 0) / self._space.near
        angles = self._angle + np.arctan2(back, across)
        places = self._space.places(np.hypot(across, back).ravel(), angles.ravel(), 0.0)
        return polylines(places.reshape(*strokes.shape[:2], 3))
