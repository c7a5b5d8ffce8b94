"""Where the points fall on a line at a right angle: their shadows, which can be lit."""

from typing import Self

import numpy as np
from manim import Circle, VGroup, VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.cloud import feet_nearest
from scenes.visuals.geometric_fit.drawn import Dots, StraightAcross
from scenes.visuals.geometric_fit.page import Page, Values

LIT = 0.13  # radius
UNLIT = 0.6  # of that
GLOW = np.array([0.33, 0.29, 0.24, 0.19])  # radii of the light around one
TINT = 0.09  # of each of them


class Shadows(VGroup):
    """A disc for each of ``points`` (n, 2) on a line through the mean, and a glow around it."""

    def __init__(self, points: Values, theme: Theme) -> None:
        self.casting = points
        self.glow = VGroup(*(VMobject(stroke_width=0, fill_color=theme.point) for _ in GLOW))
        self.discs = Dots(theme, LIT)
        self._halos = [Circle(radius).points for radius in GLOW]
        super().__init__(self.glow, self.discs)
        self.glow.set_z_index(2)
        self.discs.set_z_index(6)

    def set_angle(self, angle: float, lit: float = 0.0, fallen: float = 1.0) -> Self:
        """Let them fall from their points on the line at ``angle``; there they are ``lit``."""
        feet = self.casting + fallen * (feet_nearest(self.casting, angle) - self.casting)
        self.discs.set_points_on(Page(), feet, UNLIT + lit * (1 - UNLIT))
        for light, halo in zip(self.glow, self._halos, strict=True):
            light.points = (Page().places(feet)[:, None, :] + halo).reshape(-1, 3)
            light.set_fill(opacity=TINT * lit)
        return self


class Crowd(VGroup):
    """What is left of a line at an ``angle`` and of the shadows of ``points`` on it."""

    def __init__(self, points: Values, angle: float, theme: Theme) -> None:
        line = StraightAcross(theme.muted).set_line(Page(), angle)
        discs = Dots(theme, UNLIT * LIT).set_fill(theme.muted)
        super().__init__(line, discs.set_points_on(Page(), feet_nearest(points, angle)))
        line.set_z_index(2)
        discs.set_z_index(3)
