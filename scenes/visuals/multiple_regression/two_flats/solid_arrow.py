"""A broad arrow on the screen with a solid head: its tip is a point, however broad it is."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.screen import BOLD, THIN

BROAD = BOLD + 4
LONG, HALF = 0.34, 0.17  # of the head
INTO_HEAD = 0.1  # how far the shaft reaches: no ground is seen between


class SolidArrow(VGroup):
    """A shaft and a triangle from ``start`` to ``end``."""

    def __init__(self, colour: str, start: Points, end: Points) -> None:
        self.start, self.end = start, end
        self.shaft = Strokes(colour, BROAD)
        self.head = VMobject(stroke_width=0, fill_color=colour, fill_opacity=1)
        super().__init__(self.shaft, self.head)
        self.set_gone(0.0)

    @property
    def tip(self) -> Points:
        """Return where the tip is, once anything is drawn."""
        tip: Points = self.head.points[3]
        return tip

    def set_thin(self, share: float) -> Self:
        """Draw the shaft after ``share`` of its way from broad to thin."""
        self.shaft.set_stroke(width=(1 - share) * BROAD + share * THIN)
        return self

    def set_gone(self, gone: float) -> Self:
        """Draw the first ``gone`` of its way."""
        if gone <= 0:
            self.shaft.points = self.head.points = np.zeros((0, 3))
            return self
        way = gone * (self.end - self.start)
        length = float(np.linalg.norm(way))
        along, tip = way / length, self.start + way
        across = np.array([-along[1], along[0], 0.0])
        size = min(1.0, length / LONG)
        foot = tip - size * LONG * along
        wings = [foot + side * size * HALF * across for side in (-1, 1)]
        self.shaft.points = polylines(np.array([[self.start, foot + size * INTO_HEAD * along]]))
        self.head.points = polylines(np.array([[wings[0], tip, wings[1], wings[0]]]))
        return self
