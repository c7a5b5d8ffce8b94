"""Photons that fall from the detector into the bar that counts them."""

from typing import Self

import numpy as np
from manim import Circle, VMobject

from scenes.visuals.half_thickness.photons import Values

AT_A_TIME = 0.35  # of the whole fall, for each photon
SHRUNK = 0.6


class Falling(VMobject):
    """Discs on their way from where they were counted to where they count; then they are gone."""

    def __init__(self, colour: str) -> None:
        super().__init__(stroke_width=0, fill_color=colour, fill_opacity=1)
        self._disc = Circle(1.0, num_components=5).points
        self.start, self.end = np.zeros((0, 3)), np.zeros((0, 3))
        self.radius = 1.0

    def between(self, start: Values, end: Values, radius: float) -> Self:
        """Fall from places (n, 3) to places (n, 3), the first ones first."""
        self.start, self.end, self.radius = start, end, radius
        self.set_share(0.0)
        return self

    def set_share(self, share: float) -> float:
        """Draw them after ``share`` of the fall; return which share of them has landed."""
        leaves = (1 - AT_A_TIME) * np.linspace(0, 1, max(len(self.start), 1))[: len(self.start)]
        way = np.clip((share - leaves) / AT_A_TIME, 0.0, 1.0)
        flying = way < 1.0
        eased = (way**2 * (3 - 2 * way))[flying, None]
        places = (1 - eased) * self.start[flying] + eased * self.end[flying]
        radius = self.radius * (1 + (SHRUNK - 1) * eased)[:, :, None]
        self.points = (places[:, None, :] + radius * self._disc).reshape(-1, 3)
        return float(np.mean(~flying)) if len(way) else 1.0
