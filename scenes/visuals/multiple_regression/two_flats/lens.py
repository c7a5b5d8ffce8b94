"""What is in the ring about a flat, magnified: by how little the flat misses its line."""

from typing import Self

import numpy as np
from manim import DOWN, RIGHT, UP, Circle, VGroup, VMobject

from scenes.visuals.multiple_regression.space import DOT
from scenes.visuals.multiple_regression.two_flats.twins import RING
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points
from scenes.visuals.space.wireframe import Discs, Strokes
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

TIMES = 7  # as large
RADIUS, POINT = 1.05, 0.09  # of an open lens, and of the flat in it: a flat is not magnified
MISS = BOLD + 4
SCALE = 0.3 * RIGHT + 0.74 * DOWN  # from a flat to what is written in its lens


class Lens(VGroup):
    """A ring about a flat that grows, and with it how far the line passes ``above`` the flat.

    ``inward`` is the way to the other flat, on the screen.
    """

    def __init__(
        self, pen: Pen, at: Points, *, above: float, along: Points, hue: str, inward: Points
    ) -> None:
        theme = pen.theme
        self.at, self._above, self._along, self._inward = at, above, along, inward
        self.glass = VMobject(
            stroke_color=theme.ink,
            stroke_width=THIN + 1,
            fill_color=theme.background,
            fill_opacity=1,
        )
        self.line, self.level = Strokes(hue, BOLD), Strokes(theme.ink, THIN + 1)
        self.miss = Strokes(theme.residual, MISS)
        self.dot = Discs(hue, DOT, ring=theme.background)
        self.scale_name = Placed(pen.words(f"{TIMES} ×", theme.muted, SMALLEST), at + SCALE)
        super().__init__(self.glass, self.line, self.level, self.miss, self.dot, self.scale_name)

    def on_line(self, opened: float = 1.0) -> Points:
        """Return where the line passes the flat in a lens that is ``opened`` so far."""
        place: Points = self.at + (1 + opened * (TIMES - 1)) * self._above * UP
        return place

    def set_opened(self, opened: float) -> Self:
        """Draw it ``opened`` so far, without the miss."""
        radius = RING + opened * (RADIUS - RING)
        self.glass.points = Circle(radius).points + self.at
        self.line.points = polylines(self.chord(opened)[None])
        self.level.points = polylines(np.array([[self.at, self.at + radius * self._inward]]))
        size = 1 + opened * (POINT / DOT - 1)
        self.dot.points = size * self.dot._disc + self.at
        self.scale_name.set_opacity(max(0.0, 2 * opened - 1))
        return self.set_missed(0.0)

    def set_missed(self, share: float) -> Self:
        """Draw the first ``share`` of what the flat misses its line by, from the line on."""
        line = self.on_line()
        drawn = np.array([[line, line + share * (self.at - line)]])
        self.miss.points = polylines(drawn) if share > 0 else np.zeros((0, 3))
        return self

    def chord(self, opened: float = 1.0) -> Points:
        """Return the ends (2, 3) of what is seen of the line, to the right the last one."""
        radius, start = RING + opened * (RADIUS - RING), self.on_line(opened)
        ahead = float((start - self.at) @ self._along)
        half = np.sqrt(ahead**2 + radius**2 - float(np.sum((start - self.at) ** 2)))
        ends: Points = start + np.outer([-ahead - half, -ahead + half], self._along)
        return ends
