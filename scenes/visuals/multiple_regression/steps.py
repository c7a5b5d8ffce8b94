"""One step along one variable on the plane: level first, then up or down to the plane."""

from typing import Self

import numpy as np
from manim import VGroup

from scenes.visuals.multiple_regression.flats import Plane, in_box
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import View
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.screen import BOLD

HEAD = 0.13  # of an arrow, on the screen


class Step(VGroup):
    """From a place (area, distance) of the plane a run along variable ``k``, then the rise."""

    def __init__(
        self, plane: Plane, place: tuple[float, float], k: int, run: float, colours: tuple[str, str]
    ) -> None:
        start = np.array([*place, float(plane.rent(*place))])
        bend = start.copy()
        bend[k] += run
        top = bend.copy()
        top[2] = float(plane.rent(bend[0], bend[1]))
        self.rise = float(top[2] - bend[2])
        self.corners = in_box(np.stack([start, bend, top]))
        self.level, self.upright = (Strokes(colour, BOLD + 1) for colour in colours)
        super().__init__(self.level, self.upright)

    def set_climbed(self, share: float, view: View) -> Self:
        """Draw the level half, then the upright half with the head of its arrow."""
        start, bend, top = self.corners
        across, up = min(1.0, 2 * share), max(0.0, 2 * share - 1)
        self.level.set_corners([[start, start + across * (bend - start)]], view)
        tip = bend + up * (top - bend)
        foot, end = view.project(np.stack([bend, tip]))
        self.upright.set_corners([[bend, tip]], view)
        size = min(HEAD, 0.5 * float(np.linalg.norm(end - foot)))
        if size > 0:
            sense = np.sign(end[1] - foot[1])
            wings = [end + size * np.array([side, -1.4 * sense, 0.0]) for side in (-1, 1)]
            head = np.array([[wings[0], end], [end, wings[1]]])
            self.upright.points = np.concatenate([self.upright.points, polylines(head)])
        return self
