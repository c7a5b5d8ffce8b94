"""Where the points fall on a line at a right angle, and how far from the mean that is."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.sheet.cloud import feet_nearest
from scenes.visuals.geometric_fit.sheet.drawn import Dots, StraightAcross
from scenes.visuals.geometric_fit.sheet.page import MOVED, Values
from scenes.visuals.space.polylines import polylines

BEAD = 0.075  # radius
WIDE = 22  # strokes along the line: seen beside it
TINT = 0.72  # of each of them: they lie on each other
TRACE = 0.6  # opacity of where the shadows were, in grey


class Shadows(VGroup):
    """A bead for each of ``points`` (n, 2) on a line through the mean, and its way from there."""

    def __init__(self, points: Values, theme: Theme) -> None:
        self.casting = points
        self.along = VGroup(
            *(
                VMobject(stroke_color=theme.point, stroke_width=WIDE, stroke_opacity=TINT)
                for _ in points
            )
        )
        self.beads = Dots(theme, BEAD).set_fill(theme.ink)
        super().__init__(self.along, self.beads)
        self.along.set_z_index(5.5)
        self.beads.set_z_index(6)

    def set_angle(self, angle: float, drawn: float = 1.0, fallen: float = 1.0) -> Self:
        """Let them fall from their points on the line at ``angle``, their ways ``drawn`` so far."""
        feet = feet_nearest(self.casting, angle)
        self.beads.set_points_on(MOVED, self.casting + fallen * (feet - self.casting))
        for way, foot in zip(self.along, feet, strict=True):
            way.points = polylines(MOVED.places(np.stack([0 * foot, drawn * foot]))[None])
        return self


class Trace(VGroup):
    """The line at ``angle`` with the shadows on it, grey: where they were before the line turns."""

    def __init__(self, points: Values, angle: float, theme: Theme) -> None:
        feet = feet_nearest(points, angle)
        places = feet @ np.array([np.cos(angle), np.sin(angle)])
        ends = feet[[places.argmin(), places.argmax()]]
        self.band = VMobject(stroke_color=theme.muted, stroke_width=WIDE, stroke_opacity=TRACE)
        self.band.points = polylines(MOVED.places(ends)[None])
        self.beads = Dots(theme, BEAD).set_fill(theme.muted).set_points_on(MOVED, feet)
        self.line = StraightAcross(theme.muted).set_line(MOVED, angle)
        super().__init__(self.line, self.band, self.beads)
        self.set_z_index(2)
