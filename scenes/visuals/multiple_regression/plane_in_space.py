"""A plane over two variables: the sheet, the points before and behind it, one step along it."""

from typing import Self

import numpy as np
from manim import VGroup
from numpy.typing import ArrayLike, NDArray

from core import palette
from core.fits.multiple import MultipleFit
from core.palette import Theme
from scenes.visuals.space.projection import Points, View
from scenes.visuals.space.wireframe import CUBE, Discs, Label, Sheet, Strokes, Wireframe
from scenes.visuals.writing.typeset import formula

GRID = np.linspace(-1.0, 1.0, 9)
LABELS_AT = 1.2
MARGIN = 1.08
# Seen this nearly edge on, the sheet turns into a line.
THIN = 0.15
BESIDE = 0.17
# An arrow head in the cube, unless the arrow is too short for it.
HEAD, HEAD_SHARE = 0.1, 0.45


class PlaneSpace:
    """Where points (x0, x1, y) lie in the cube from -1 to 1 that holds all of ``points``."""

    def __init__(self, points: Points) -> None:
        self.points = points
        low, high = points.min(axis=0), points.max(axis=0)
        self.middle, self.half = (low + high) / 2, MARGIN * (high - low) / 2

    def place(self, points: ArrayLike) -> NDArray[np.float64]:
        """Return the places in the cube, of the same shape (..., 3)."""
        return np.asarray((np.asarray(points, dtype=float) - self.middle) / self.half)

    def facing(self, plane: MultipleFit, view: View) -> float:
        """Return how much of its upper side the plane turns to the camera: 0 is edge on."""
        a0, a1 = plane.coefficients * self.half[:2] / self.half[2]
        upright = np.array([-a0, -a1, 1.0])
        return float(view.nearness(upright / np.linalg.norm(upright)))

    def edge_on(self, plane: MultipleFit) -> float:
        """Return the azimuth at which a level view sees the plane as a line."""
        a0, a1 = plane.coefficients * self.half[:2]
        return float(np.arctan2(-a0, a1)) if a1 < 0 else float(np.arctan2(a0, -a1))


class Cube(VGroup):
    """The edges of the cube and the names of its three axes."""

    def __init__(self, theme: Theme) -> None:
        self.edges = Wireframe(theme.muted, 1.5, 0.6)
        self.names = [Label(formula(name, colour=theme.ink)) for name in ("x_0", "x_1", "y")]
        super().__init__(self.edges, *self.names)

    def set_view(self, view: View) -> Self:
        """Draw the cube as ``view`` shows it."""
        self.edges.set_corners(CUBE, view)
        ends = ([0, -1, -LABELS_AT], [-1, 0, -LABELS_AT], [-LABELS_AT, 1, 0])
        for name, end in zip(self.names, ends, strict=True):
            name.set_point(end, view)
        return self


class PlaneSheet(VGroup):
    """The plane as a sheet with a grid, and as a line where it is seen edge on."""

    def __init__(self, space: PlaneSpace) -> None:
        self.space = space
        self.sheet = Sheet(palette.BEST_LINE, 0.2)
        self.grid = Wireframe(palette.BEST_LINE, 2)
        self.edge = Strokes(palette.BEST_LINE, 6)
        super().__init__(self.sheet, self.grid, self.edge)

    def set_plane(self, plane: MultipleFit, view: View) -> Self:
        """Draw ``plane`` as ``view`` shows it."""
        space = self.space
        u, v = np.meshgrid(GRID, GRID)
        X = np.stack([u, v], axis=-1) * space.half[:2] + space.middle[:2]
        heights = plane.predict(X.reshape(-1, 2)).reshape(u.shape)
        grid = space.place(np.concatenate([X, heights[..., None]], axis=-1))
        outline = grid[[0, 0, -1, -1, 0], [0, -1, -1, 0, 0]]
        self.sheet.set_corners(outline[:-1], view)
        self.grid.set_corners(np.concatenate([grid, grid.transpose(1, 0, 2)]), view)
        self.edge.set_corners(outline[None], view)
        self.edge.set_stroke(opacity=max(0.0, 1 - abs(space.facing(plane, view)) / THIN))
        return self


class PointsBeside(VGroup):
    """The points on one side of a plane, before it or behind it, with their residuals.

    What lies behind is to be drawn before the sheet, so that the sheet covers it.
    """

    def __init__(self, space: PlaneSpace, *, before: bool) -> None:
        self.space, self.before = space, before
        self.residuals = Strokes(palette.RESIDUAL, 3.5)
        self.dots = Discs(palette.DATA, 0.085)
        super().__init__(self.residuals, self.dots)

    def set_plane(self, plane: MultipleFit, view: View, drawn: float = 1.0) -> Self:
        """Draw the points, and the share ``drawn`` of each residual from its point."""
        points = self.space.points
        missed = points[:, 2] - plane.predict(points[:, :2])
        before = missed * self.space.facing(plane, view) >= 0
        chosen = before if self.before else ~before
        feet = points[chosen].copy()
        feet[:, 2] -= drawn * missed[chosen]
        ends = self.space.place(np.stack([points[chosen], feet], axis=1))
        self.residuals.set_corners(ends, view)
        self.dots.set_points_in_space(ends[:, 0], view)
        return self


class Stair(VGroup):
    """One unit along variable ``k`` from the middle of a plane, then up or down to the plane."""

    def __init__(self, space: PlaneSpace, plane: MultipleFit, k: int, theme: Theme) -> None:
        self.k = k
        run, rise = np.zeros(3), np.zeros(3)
        run[k], rise[2] = 1.0, plane.coefficients[k]
        base = space.middle[:2] - run[:2] / 2
        start = np.array([*base, float(plane.predict(base[None])[0])])
        self.corners = space.place(np.stack([start, start + run, start + run + rise]))
        self.level, self.upright = Strokes(theme.ink, 7), Strokes(palette.SLOPE, 10)
        self.unit = Label(formula("1", colour=theme.ink))
        self.rise = Label(formula(f"a_{k}", colour=theme.ink))
        self.names = VGroup(self.unit, self.rise)
        self.heads = Strokes(theme.ink, 6), Strokes(palette.SLOPE, 6)
        super().__init__(self.level, self.heads[0], self.upright, self.heads[1])

    def set_climbed(self, share: float, view: View) -> Self:
        """Draw the level half of the stair, then its upright half."""
        start, bend, top = self.corners
        across, up = min(1.0, 2 * share), max(0.0, 2 * share - 1)
        reached, climbed = start + across * (bend - start), bend + up * (top - bend)
        self.level.set_corners([[start, reached]], view)
        self.upright.set_corners([[bend, climbed]], view)
        for head, foot, tip, aside in (
            (self.heads[0], start, reached, top - bend),
            (self.heads[1], bend, climbed, bend - start),
        ):
            head.set_corners([_head(foot, tip, aside)], view)
        return self

    def set_names(self, view: View) -> Self:
        """Put the names of both halves beside them."""
        start, bend, top = self.corners
        side = np.sign(top[2] - bend[2])
        aside = np.array([-np.sin(view.azimuth), np.cos(view.azimuth), 0.0])
        away = aside * np.sign(aside @ (bend - start))
        self.unit.set_point((start + bend) / 2 - [0, 0, side * BESIDE], view)
        self.rise.set_point((bend + top) / 2 + BESIDE * away, view)
        return self


def _head(foot: Points, tip: Points, aside: Points) -> Points:
    """Return the corners of an arrow head at ``tip``, which opens to both sides along ``aside``."""
    length = float(np.linalg.norm(tip - foot))
    size = min(HEAD, HEAD_SHARE * length)
    back = size * (foot - tip) / (length or 1.0)
    barb = 0.6 * size * aside / np.linalg.norm(aside)
    return np.stack([tip + back + barb, tip, tip + back - barb])
