"""The same in space: points, the line nearest to them, and the shortest ways to it."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import ArrayLike

from core.fits.orthogonal import fit_orthogonal
from core.palette import Theme
from scenes.visuals.geometric_fit.drawn import clipped
from scenes.visuals.plot.regression import RADIUS
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points, View
from scenes.visuals.space.wireframe import Discs, Strokes
from scenes.visuals.writing.screen import BOLD, PICTURE, THIN

CENTRE = PICTURE.middle
SCALE = 1.3
REACH = 3.1  # of the line, on either side of the centroid
FLOOR = -1.55  # below the centroid
RULES = 14  # ruled lines of the floor on either side, one unit apart


class CloudInSpace(VGroup):
    """Everything in space, drawn as a view shows it."""

    def __init__(self, points: ArrayLike, theme: Theme) -> None:
        p = np.asarray(points, dtype=float)
        self.fit = fit_orthogonal(p)
        self.p: Points = p - self.fit.centroid
        along = self.fit.direction
        self.feet: Points = np.outer(self.p @ along, along)
        self.floor = VMobject(stroke_color=theme.faint, stroke_width=THIN)
        self.line = Strokes(theme.ink, BOLD)
        self.ways = Strokes(theme.residual, BOLD)
        self.dots = Discs(theme.point, RADIUS, ring=theme.background)
        super().__init__(self.floor, self.ways, self.line, self.dots)
        self.set_view(self.view(0.0))

    @property
    def along_the_line(self) -> tuple[float, float]:
        """Return the azimuth and elevation from which one looks along the line."""
        x, y, z = self.fit.direction
        return float(np.arctan2(y, x)), float(np.arcsin(z))

    def view(self, share: float) -> View:
        """Return the view after ``share`` of the walk that ends looking along the line."""
        azimuth, elevation = self.along_the_line
        start = View(azimuth - 1.75, 0.3, CENTRE, SCALE)
        return start.towards(View(azimuth, elevation, CENTRE, SCALE), share)

    def set_view(self, view: View) -> Self:
        """Draw everything as ``view`` shows it."""
        ends = REACH * np.outer([-1.0, 1.0], self.fit.direction)
        self._draw_floor(view)
        self.line.set_corners(ends[None], view)
        self.ways.set_corners(np.stack([self.p, self.feet], axis=1), view)
        self.dots.set_points_in_space(self.p, view)
        return self

    def _draw_floor(self, view: View) -> None:
        """Rule the floor as far as the picture shows it."""
        rules = np.arange(-RULES, RULES + 1.0)
        ends = np.array(
            [
                line
                for k in rules
                for line in (
                    [[k, -RULES, FLOOR], [k, RULES, FLOOR]],
                    [[-RULES, k, FLOOR], [RULES, k, FLOOR]],
                )
            ]
        )
        shown = [clipped(start, end, PICTURE) for start, end in view.project(ends)]
        self.floor.points = polylines(np.array([line for line in shown if line is not None]))
