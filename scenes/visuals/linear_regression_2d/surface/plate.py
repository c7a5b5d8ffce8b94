"""At the best line: a stick along a, one along b, and the plate that both of them carry.

The sticks lie level on the sheet, for each parabola is lowest there. The plate carries a third
stick along a mix of the two. Were that one tilted, the plate would be too, and leave them.
"""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.surface.space import REACH, Space
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN

LONG = 0.72  # half of a stick along a or b, in sweeps, unless it is seen from near
ROUND = 0.55  # the plate, and half of the stick that it carries
LIFT = 0.3  # above the sheet, in sweeps: where the plate comes from
STICK = 16  # strokes
FILL = 0.5
STEPS = 49


class Plate:
    """Sticks over the ways at ``angles`` of a and b, the plate, and a stick at ``angle`` on it."""

    def __init__(
        self, space: Space, angles: tuple[float, float], angle: float, theme: Theme
    ) -> None:
        self.angle, self._angles = angle, (*angles, angle)
        # Tilted to where the sticks do not go on the screen, it hides neither.
        self.aside = -float(np.copysign(1.0, np.sin(2 * (np.array(angles) - angle)).sum()))
        colours = theme.slope, theme.intercept, theme.ink
        self.sticks = [VMobject(stroke_color=c, stroke_width=STICK) for c in colours]
        self.body = VMobject(stroke_color=theme.ink, stroke_width=THIN)
        # The lighter one of both: it is a plate in the light, on whatever ground.
        self._colour = max(theme.ink, theme.background, key=_light)
        for layer, part in zip((5, 5, 5, 7), self.parts, strict=True):
            part.set_z_index(layer)
        self.shares = [0.0, 0.0, 0.0, 0.0]
        self.tilt = 0.0
        self.set_space(space)

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """All of it, from below."""
        first, second, third = self.sticks
        return first, second, self.body, third

    def set_space(self, space: Space) -> Self:
        """Lie there."""
        self._space = space
        return self.draw()

    def set_share(self, which: int, share: float) -> Self:
        """Lay a ``share`` of the stick of a (0), of b (1), the plate (2) or the third stick (3)."""
        self.shares[which] = share
        return self.draw()

    def set_tilt(self, tilt: float) -> Self:
        """Let the plate rise so steeply along its stick."""
        self.tilt = tilt
        return self.draw()

    def set_seen(self, share: float) -> Self:
        """Let it be seen by a ``share``."""
        for stick in self.sticks:
            stick.set_stroke(opacity=share)
        laid = self.shares[2] * share
        self.body.set_stroke(opacity=laid).set_fill(self._colour, opacity=laid * FILL)
        return self

    def draw(self) -> Self:
        """Draw what is there of it now."""
        first, second, laid, third = self.shares
        # A stiff plate that is steeper reaches less far to the side.
        space = self._space
        short = 1 / np.hypot(1.0, self.tilt * space.up / space.radius)
        long = min(LONG * space.near, REACH)
        halves = first * long, second * long, third * ROUND * short
        for stick, angle, half, tilt in zip(
            self.sticks, self._angles, halves, (0.0, 0.0, self.tilt), strict=True
        ):
            ends = half * np.array([-1.0, 1.0])
            stick.points = polylines(space.places(ends, angle, tilt * ends)[None])
        around = np.linspace(0.0, 2 * np.pi, STEPS)
        along, across = short * ROUND * np.cos(around), ROUND * np.sin(around)
        ring = space.places(
            np.hypot(along, across),
            self.angle + np.arctan2(across, along),
            self.tilt * along + LIFT * (1 - laid),
        )
        self.body.points = polylines(ring[None])
        return self.set_seen(1.0)


def _light(colour: str) -> float:
    return sum(int(colour[k : k + 2], 16) for k in (1, 3, 5))
