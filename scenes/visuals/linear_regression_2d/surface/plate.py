"""Close to the best line: a stick level along a, one along b, and the plate that they span.

The one stick slides along the other and leaves a plate behind: whatever way leads over it is made
of a step along a and one along b. It lies flat on the sheet, and so does a third stick in it, which
is turned until it has pointed along every mix of the two.
"""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.lines.shown_data import Values
from scenes.visuals.linear_regression_2d.surface.space import NEAR, Space, edge
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN

HALF = 0.62  # of its sides, in sweeps as they look from near
WITHIN = 0.97  # of the sheet
STICK = 16  # strokes
FILL = 0.5
TRACES = 9  # of half a turn


class Plate:
    """Sticks over the ways at ``angles`` of a and b, the plate, and a stick that turns in it.

    The third stick is as long as it may be to stay in the plate, and leaves thin ones behind.
    """

    def __init__(
        self, space: Space, angles: tuple[float, float], angle: float, theme: Theme
    ) -> None:
        u, v = ways = np.array([[np.cos(off), np.sin(off)] for off in np.array(angles) - angle])
        corners = [u + v, u - v]
        fits = [
            WITHIN * edge(float(np.arctan2(*corner[::-1]))) / float(np.linalg.norm(corner))
            for corner in corners
        ]
        self._along, self._second = min(HALF, *fits) * ways
        self._long = min(HALF, *fits) * abs(float(u[0] * v[1] - u[1] * v[0]))
        self.afar, self._front = space, angle
        colours = theme.slope, theme.intercept, theme.ink
        self.sticks = [VMobject(stroke_color=c, stroke_width=STICK) for c in colours]
        self.passed = VMobject(stroke_color=theme.ink, stroke_width=THIN)
        self.body = VMobject(stroke_color=theme.ink, stroke_width=THIN)
        # The lighter one of both: it is a plate in the light, on whatever ground.
        self.body.set_fill(max(theme.ink, theme.background, key=_light), opacity=FILL)
        for layer, part in zip((4, 5, 5, 5, 5), self.parts, strict=True):
            part.set_z_index(layer)
        self.shares = [0.0, 0.0, 0.0, 0.0]
        self.turned = 0.0
        self.set_space(space)

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """All of it."""
        return self.body, self.passed, *self.sticks

    @property
    def reach(self) -> float:
        """How far the third stick reaches, in sweeps."""
        return self._long / NEAR

    def set_space(self, space: Space) -> Self:
        """Lie there."""
        self._space = space
        return self.draw()

    def set_seen(self, share: float) -> Self:
        """Let it be seen by a ``share``."""
        for stick in (*self.sticks, self.passed):
            stick.set_stroke(opacity=share)
        self.body.set_stroke(opacity=share).set_fill(opacity=share * FILL)
        return self

    def set_share(self, which: int, share: float) -> Self:
        """Lay a ``share`` of the stick of a (0), of b (1), the plate (2) or the third stick (3)."""
        self.shares[which] = share
        return self.draw()

    def set_turned(self, turned: float) -> Self:
        """Turn the third stick so far from the way where it was laid."""
        self.turned = turned
        return self.draw()

    def draw(self) -> Self:
        """Draw what is there of it now."""
        first, second, spanned, third = self.shares
        u, v = self._along, self._second
        end = third * self._long * np.array([np.cos(self.turned), np.sin(self.turned)])
        for stick, half in zip(self.sticks, (first * u, second * v, end), strict=True):
            stick.points = self._drawn(np.array([[-half, half]]))
        behind = np.arange(0.0, self.turned, np.pi / TRACES)
        traces = self._long * np.stack([np.cos(behind), np.sin(behind)], axis=1)
        self.passed.points = self._drawn(np.stack([-traces, traces], axis=1))
        slid = spanned * v
        ring = np.array([-u - slid, u - slid, u + slid, -u + slid, -u - slid])
        self.body.points = self._drawn(ring[None])
        return self

    def _drawn(self, strokes: Values) -> Values:
        """Return the points of strokes (n, m, 2), in sweeps as they look from near."""
        if strokes.size == 0 or np.ptp(strokes) < 1e-9:
            return np.zeros((0, 3))
        across, back = np.moveaxis(strokes, -1, 0) / NEAR
        angles = self._front + np.arctan2(back, across)
        places = self._space.places(np.hypot(across, back).ravel(), angles.ravel(), 0.0)
        return polylines(places.reshape(*strokes.shape[:2], 3))


def _light(colour: str) -> float:
    return sum(int(colour[k : k + 2], 16) for k in (1, 3, 5))
