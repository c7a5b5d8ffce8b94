"""At the best line, from very near: the rails of a and of b, and the board of all mixes.

The rails lie level on the sheet, for each parabola is lowest there. The board is to hold both of
them: tilted, it is above either on one side and below it on the other.
"""

from typing import Self

import numpy as np
from manim import VMobject, interpolate_color
from manim.utils.color import ManimColor

from core.palette import Theme
from scenes.visuals.linear_regression_2d.curves.valley import VALLEY
from scenes.visuals.linear_regression_2d.surface.space import REACH, Space
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN

ROUND = 0.78  # the board, in sweeps
RAIL = 18  # strokes
SHADE = 0.5  # of the board, between the ground and what is muted
FILL = 0.92
HIDING = 0.06  # so far tilted, the board hides what is below it
STEPS = 73
SIDES = 1.0, -1.0  # from the middle to either end of a rail


class Plate:
    """Rails over the ways at ``angles``, and a board that can be tilted along ``angle``."""

    def __init__(
        self, space: Space, angles: tuple[float, float], angle: float, theme: Theme
    ) -> None:
        self.angle, self._angles = angle, angles
        # Towards the eye it first rises where the rails do not go on the screen.
        self.aside = -float(np.copysign(1.0, np.sin(2 * (np.array(angles) - angle)).sum()))
        colours = theme.slope, theme.intercept
        self.rails = [VMobject(stroke_color=colour) for colour in colours]
        # What of them is above the board, half by half.
        self.upper = [[VMobject(stroke_color=colour) for _ in SIDES] for colour in colours]
        ground, light = (ManimColor(colour) for colour in (theme.background, theme.muted))
        self.body = VMobject(stroke_color=theme.ink, stroke_width=THIN)
        self.body.set_fill(interpolate_color(ground, light, SHADE))
        for layer, parts in ((3, self.rails), (4, [self.body]), (7, self._halves)):
            for part in parts:
                part.set_z_index(layer)
        self.thick = self.laid = self.tilt = 0.0
        self.set_space(space)

    @property
    def _halves(self) -> list[VMobject]:
        return [half for rail in self.upper for half in rail]

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """All of it, from below."""
        return *self.rails, self.body, *self._halves

    def set_space(self, space: Space) -> Self:
        """Lie there."""
        self._space = space
        return self.draw()

    def set_rails(self, thick: float) -> Self:
        """Let the rails be between nothing (0) and all that they are (1)."""
        self.thick = thick
        return self.draw()

    def set_laid(self, share: float) -> Self:
        """Let the board be seen by a ``share``."""
        self.laid = share
        return self.draw()

    def set_tilt(self, tilt: float) -> Self:
        """Let the board rise so steeply along its way."""
        self.tilt = tilt
        return self.draw()

    def draw(self) -> Self:
        """Draw what is there of it now."""
        space = self._space
        for rail, halves, angle in zip(self.rails, self.upper, self._angles, strict=True):
            rises = self.tilt * float(np.cos(angle - self.angle))
            for side, half in zip(SIDES, halves, strict=True):
                half.points = polylines(space.places([0.0, side * REACH], angle, 0.0)[None])
                under = self.laid * float(np.clip(side * rises / HIDING, 0.0, 1.0))
                self._stroke(half, 1.0 - under)
            rail.points = polylines(space.places([-REACH, REACH], angle, 0.0)[None])
            self._stroke(rail, 1.0)
        around = np.linspace(0.0, 2 * np.pi, STEPS)
        heights = self.tilt * ROUND * np.cos(around)
        self.body.points = polylines(space.places(ROUND, self.angle + around, heights)[None])
        self.body.set_stroke(opacity=self.laid).set_fill(opacity=self.laid * FILL)
        return self

    def _stroke(self, part: VMobject, seen: float) -> None:
        width = VALLEY + self.thick * (RAIL - VALLEY)
        part.set_stroke(width=width, opacity=seen * min(1.0, 4 * self.thick))
