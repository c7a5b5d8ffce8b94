"""The parabolas of all ways: they stand on the sheet, together a bowl."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.lines.shown_data import Values
from scenes.visuals.linear_regression_2d.surface.space import REACH, Space
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN

WAYS, STEPS = 20, 49
TINT = 0.16


class Bowl:
    """What the parabola leaves behind while its way turns by half a turn, and its level rings."""

    def __init__(self, space: Space, rings: Values, theme: Theme) -> None:
        self._start = space.yaw
        self._rings = np.append(np.sqrt(rings), REACH)
        self.traces = VMobject(stroke_color=theme.muted, stroke_width=THIN).set_z_index(2)
        self.rings = VMobject(stroke_color=theme.ink, stroke_width=THIN).set_z_index(2)
        self.body = VMobject(stroke_width=0, fill_color=theme.residual, fill_opacity=TINT)
        self.body.set_z_index(2)
        self.turned = 0.0
        self.set_space(space)

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """The parabolas that were passed, and the rings."""
        return self.traces, self.rings

    def set_space(self, space: Space) -> Self:
        """Stand there."""
        self._space = space
        self.body.points = polylines(self._outline()[None])
        return self.set_turned(self.turned)

    def set_turned(self, turned: float) -> Self:
        """Show what was passed while the way turned so far from where it began."""
        self.turned = turned
        start, along = self._start, np.linspace(-REACH, REACH, STEPS)
        passed = np.linspace(0, np.pi, WAYS, endpoint=False)
        angles = start + passed[passed <= turned]
        self.traces.points = polylines(
            np.array([self._space.places(along, angle, along * along) for angle in angles])
        )
        arcs = [
            self._space.places(ring, start + side + np.linspace(0, turned, STEPS), ring * ring)
            for ring in self._rings
            for side in (0.0, np.pi)
        ]
        self.rings.points = polylines(np.array(arcs))
        return self

    def _outline(self) -> Values:
        """Return the outline of the whole bowl: its rim behind, and below where it bends away.

        At a distance u to the side it is lowest on the screen where back and up outweigh each
        other: ``v`` to the front with depth radius = 2 up v.
        """
        front = self._space.depth * self._space.radius / (2 * self._space.up)
        side = np.sqrt(max(0.0, REACH**2 - front**2))
        u = np.linspace(-side, side, STEPS)
        below = self._space.places(
            np.hypot(u, front), self._space.yaw + np.arctan2(-front, u), u * u + front * front
        )
        # The rim from the right end of that over its back to the left end.
        bend = float(np.arctan2(front, side))
        rim = self._space.places(
            REACH, self._space.yaw + np.linspace(-bend, np.pi + bend, 2 * STEPS), REACH**2
        )
        return np.concatenate([below, rim, below[:1]])
