"""The same in space: points, the line nearest to them, and the shortest ways to it."""

from itertools import combinations, product
from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import ArrayLike

from core.fits.orthogonal import fit_orthogonal
from core.palette import Theme
from scenes.visuals.geometric_fit.page import clipped
from scenes.visuals.plot.regression import RADIUS
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points, View
from scenes.visuals.space.wireframe import Discs, Strokes
from scenes.visuals.writing.screen import BOLD, PICTURE, THIN

CENTRE = PICTURE.middle
START, END = 1.2, 1.75  # scale of the view at the start and at the end of the walk
TURN = 1.9  # of the walk, in radians
REACH = 3.5  # of the line, on either side of the centroid
MARGIN = 0.3  # of the box beyond the points
TIP = 0.19  # radius of the end of the line, on the screen


class CloudInSpace(VGroup):
    """Everything in space, drawn as a view shows it."""

    def __init__(self, points: ArrayLike, theme: Theme) -> None:
        p = np.asarray(points, dtype=float)
        self.fit = fit_orthogonal(p)
        self.p: Points = p - self.fit.centroid
        along = self.fit.direction
        self.feet: Points = np.outer(self.p @ along, along)
        low, high = self.p.min(axis=0) - MARGIN, self.p.max(axis=0) + MARGIN
        self._edges = _edges(low, high)
        self._shadows = self.p.copy()
        self._shadows[:, 2] = low[2]
        self.box: VMobject = Strokes(theme.muted, THIN)
        self.plumb_lines: VMobject = Strokes(theme.faint, THIN)
        self.line = Strokes(theme.ink, BOLD)
        self.ways = Strokes(theme.residual, BOLD)
        self.dots = Discs(theme.point, RADIUS, ring=theme.background)
        self.tip = Discs(theme.ink, TIP, ring=theme.background)
        super().__init__(self.box, self.plumb_lines, self.ways, self.line, self.dots, self.tip)
        self.set_walked(0.0)

    @property
    def along_the_line(self) -> tuple[float, float]:
        """Return the azimuth and elevation from which one looks along the line."""
        x, y, z = self.fit.direction
        return float(np.arctan2(y, x)), float(np.arcsin(z))

    def view(self, share: float) -> View:
        """Return the view after ``share`` of the walk that ends looking along the line."""
        azimuth, elevation = self.along_the_line
        start = View(azimuth - TURN, 0.25, CENTRE, START)
        return start.towards(View(azimuth, elevation, CENTRE, END), share)

    def set_walked(self, share: float) -> Self:
        """Draw everything after ``share`` of the walk."""
        view = self.view(share)
        ends = REACH * np.outer([-1.0, 1.0], self.fit.direction)
        for part, strokes in (
            (self.box, self._edges),
            (self.plumb_lines, np.stack([self.p, self._shadows], axis=1)),
        ):
            seen = [clipped(start, end, PICTURE) for start, end in view.project(strokes)]
            part.points = polylines(np.array([ends for ends in seen if ends is not None]))
        self.line.set_corners(ends[None], view)
        self.ways.set_corners(np.stack([self.p, self.feet], axis=1), view)
        self.dots.set_points_in_space(self.p, view)
        self.tip.set_points_in_space(ends[1:], view)
        return self


def _edges(low: Points, high: Points) -> Points:
    """Return the twelve edges (12, 2, 3) of the box between two corners."""
    corners = np.array(list(product(*zip(low, high, strict=True))))
    pairs = combinations(corners, 2)
    return np.array([pair for pair in pairs if np.sum(pair[0] != pair[1]) == 1])
