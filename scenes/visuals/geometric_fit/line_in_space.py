"""Points in space, a line through their centroid that turns, and the shortest ways to it."""

from typing import Self

import numpy as np
from manim import VGroup
from numpy.typing import NDArray

from core import palette
from core.fits.orthogonal import fit_orthogonal
from core.palette import Theme
from scenes.visuals.geometric_fit.turning_line import residual_along
from scenes.visuals.space.projection import Points, View
from scenes.visuals.space.wireframe import CUBE, Discs, Label, Strokes, Wireframe
from scenes.visuals.writing.typeset import formula

UPRIGHT = np.array([0.0, 0.0, 1.0])
MARGIN, BEYOND = 1.05, 1.25
# How much larger the nearest points are than the farthest.
DEPTH = 0.25
# The arrow u, and how far below c and u stand, as shares of half the box.
ARROW, HEAD = 0.55, 0.16
C_BELOW, U_BELOW = 0.36, 0.2


class LineInSpace(VGroup):
    """A box with points (n, 3), their centroid and a line through it.

    At ``way`` 0 the line is upright, at 1 it lies along the direction of least residual.
    """

    def __init__(self, points: Points, theme: Theme) -> None:
        self.data, self.fit = points, fit_orthogonal(points)
        self.centred = points - self.fit.centroid
        self.half = MARGIN * float(np.abs(self.centred).max())
        self.box = Wireframe(theme.muted, 1.5, 0.6)
        self.distances = Strokes(palette.RESIDUAL, 3)
        self.line = Strokes(palette.BEST_LINE, 6)
        self.dots = Discs(palette.DATA, 0.085)
        self.centroid = Discs(theme.background, 0.1, ring=theme.ink)
        super().__init__(self.box, self.distances, self.line, self.dots, self.centroid)

    def set_view(self, view: View, way: float) -> Self:
        """Draw everything as ``view`` shows it."""
        along = self.direction(way)
        feet = (self.centred @ along)[:, None] * along
        self.box.set_corners(self.half * CUBE, view)
        self.distances.set_corners(np.stack([self.centred, feet], axis=1), view)
        self.line.set_corners(BEYOND * self.half * np.array([[-along, along]]), view)
        near = view.nearness(self.centred) / self.half
        self.dots.set_points_in_space(self.centred, view, 1 + DEPTH * near)
        self.centroid.set_points_in_space(np.zeros((1, 3)), view)
        return self

    def direction(self, way: float) -> NDArray[np.float64]:
        """Return the direction on the shortest turn from upright to the best."""
        best = self.fit.direction
        across = UPRIGHT - (UPRIGHT @ best) * best
        across /= np.linalg.norm(across)
        angle = (1 - way) * np.arccos(UPRIGHT @ best)
        return np.asarray(np.cos(angle) * best + np.sin(angle) * across)

    def residual(self, way: float) -> float:
        """Return the sum of squared distances of the points to the line."""
        return residual_along(self.fit, self.direction(way), self.data)


class LineNames(VGroup):
    """The arrow u along the best line from the centroid c, and both names."""

    def __init__(self, space: LineInSpace, theme: Theme) -> None:
        self.space = space
        self.arrow = Strokes(theme.ink, 7)
        self.head = Strokes(theme.ink, 7)
        self.centroid, self.along = (Label(formula(name, colour=theme.ink)) for name in "cu")
        super().__init__(self.arrow, self.head, self.centroid, self.along)

    def set_view(self, view: View) -> Self:
        """Draw arrow and names as ``view`` shows them."""
        half, along = self.space.half, self.space.fit.direction
        aside = UPRIGHT - (UPRIGHT @ along) * along
        aside /= np.linalg.norm(aside)
        tip = ARROW * half * along
        back, barb = -HEAD * half * along, 0.6 * HEAD * half * aside
        down = -half * UPRIGHT
        self.arrow.set_corners([[np.zeros(3), tip]], view)
        self.head.set_corners([[tip + back + barb, tip, tip + back - barb]], view)
        self.centroid.set_point(C_BELOW * down, view)
        self.along.set_point(tip + U_BELOW * down, view)
        return self
