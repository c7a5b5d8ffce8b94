"""epsilon_rel over the (a, b) plane: level curves that rise into a bowl, and what moves on it."""

from typing import Self

import numpy as np
from manim import VGroup
from numpy.typing import ArrayLike

from core import palette
from core.landscape import ResidualLandscape
from core.palette import Theme
from scenes.projection import Points, View
from scenes.space import Discs, Label, Strokes, Wireframe
from scenes.typeset import formula

FULL_TURN = np.linspace(0.0, 2 * np.pi, 97)
SPOKES = np.linspace(0.0, 2 * np.pi, 24, endpoint=False)
RINGS = 8
FLOOR = 1.12
LABELS_AT = 1.27
# The height of the bowl's rim, where half the width of its floor is 1.
RIM = 1.45
TANGENT = 0.42


class BowlSpace:
    """Where (a, b) and its epsilon_rel lie in space; ``rise`` 0 is a map, 1 the whole bowl."""

    def __init__(self, landscape: ResidualLandscape, height: float) -> None:
        self.landscape, self.height = landscape, height
        a, b = landscape.at(np.sqrt(height), FULL_TURN)
        self.spans = float(np.ptp(a)) / 2, float(np.ptp(b)) / 2

    def points(self, a: ArrayLike, b: ArrayLike, epsilon_rel: ArrayLike, rise: float) -> Points:
        """Return the points (..., 3) of lines (a, b), lifted by ``epsilon_rel``."""
        u = (np.asarray(a, dtype=float) - self.landscape.slope) / self.spans[0]
        v = (np.asarray(b, dtype=float) - self.landscape.intercept) / self.spans[1]
        z = rise * RIM * np.asarray(epsilon_rel, dtype=float) / self.height
        return np.stack(np.broadcast_arrays(u, v, z), axis=-1)

    def polar(self, root: ArrayLike, angle: ArrayLike, rise: float) -> Points:
        """Return the points at which epsilon_rel is ``root`` squared, seen under ``angle``."""
        roots, angles = np.broadcast_arrays(
            np.asarray(root, dtype=float), np.asarray(angle, dtype=float)
        )
        return self.points(*self.landscape.at(roots, angles), roots**2, rise)


class Ground(VGroup):
    """The (a, b) plane: a square with its two labels."""

    def __init__(self, theme: Theme) -> None:
        self.frame = Strokes(theme.muted, 2, 0.8)
        self.slope = Label(formula("slope(a)", colour=theme.ink))
        self.intercept = Label(formula("intercept(b)", colour=theme.ink))
        super().__init__(self.frame, self.slope, self.intercept)

    def set_view(self, view: View) -> Self:
        """Draw the square and put the labels beside its near edges."""
        corner = np.array([[-1, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0], [-1, -1, 0]])
        self.frame.set_corners(FLOOR * corner[None], view)
        self.slope.set_point([0, -LABELS_AT, 0], view)
        self.intercept.set_point([-LABELS_AT, 0, 0], view)
        return self


class LevelRings(VGroup):
    """Curves on which epsilon_rel is constant, on the ground and at their height."""

    def __init__(self, space: BowlSpace, levels: tuple[float, ...], theme: Theme) -> None:
        self.space, self.roots = space, np.sqrt(levels)
        self.shadow = Strokes(theme.muted, 1.5, 0.35)
        self.lifted = Wireframe(theme.ink, 2.5)
        super().__init__(self.shadow, self.lifted)

    def set_view(self, view: View, rise: float) -> Self:
        """Draw the curves, lifted by the share ``rise`` of their height."""
        ring = self.roots[:, None], FULL_TURN
        self.shadow.set_corners(self.space.polar(*ring, 0.0), view)
        self.lifted.set_corners(self.space.polar(*ring, rise), view)
        return self


class Wall(VGroup):
    """The surface of the bowl, as a wireframe."""

    def __init__(self, space: BowlSpace, theme: Theme) -> None:
        self.space = space
        self.rings = Wireframe(theme.muted, 1.2, 0.55)
        self.spokes = Wireframe(theme.muted, 1.2, 0.55)
        super().__init__(self.rings, self.spokes)

    def set_view(self, view: View, rise: float) -> Self:
        """Draw the wires; they unfold from the middle while ``rise`` grows to 1."""
        roots = np.sqrt(self.space.height) * rise * np.linspace(0, 1, RINGS + 1)
        self.rings.set_corners(self.space.polar(roots[1:, None], FULL_TURN, rise), view)
        self.spokes.set_corners(self.space.polar(roots, SPOKES[:, None], rise), view)
        return self


class Path(Strokes):
    """A path of lines (a, b) on the surface."""

    def __init__(self, space: BowlSpace, colour: str) -> None:
        super().__init__(colour, 6)
        self.space = space

    def set_path(self, a: ArrayLike, b: ArrayLike, heights: ArrayLike, view: View) -> Self:
        """Draw the path through (a, b), each n numbers, at their ``heights``, in a whole bowl."""
        self.set_corners(self.space.points(a, b, heights, 1.0)[None], view)
        return self


class LineMark(VGroup):
    """One line as a point on the surface, with the drop to its place (a, b)."""

    def __init__(self, space: BowlSpace, theme: Theme) -> None:
        self.space = space
        self.drop = Strokes(palette.BEST_LINE, 2.5, 0.8)
        self.disc = Discs(palette.BEST_LINE, 0.12, ring=theme.ink)
        super().__init__(self.drop, self.disc)

    def set_place(self, a: float, b: float, height: float, view: View, rise: float) -> Self:
        """Move to the line (a, b) with its epsilon_rel ``height``."""
        ends = self.space.points([a, a], [b, b], [0.0, height], rise)
        self.drop.set_corners(ends[None], view)
        self.disc.set_points_in_space(ends[1:], view)
        return self


class Tangents(VGroup):
    """The two tangents of the surface along a and along b; their slopes are the gradient."""

    def __init__(self, space: BowlSpace) -> None:
        self.space = space
        self.along_a, self.along_b = Strokes(palette.SLOPE, 7), Strokes(palette.INTERCEPT, 7)
        super().__init__(self.along_a, self.along_b)

    def set_place(self, a: float, b: float, height: float, view: View) -> Self:
        """Touch the surface at (a, b); both tangents are as long wherever they touch."""
        slopes = self.space.landscape.gradient(a, b)
        middle = self.space.points(a, b, height, 1.0)
        per_unit = RIM / self.space.height
        for k, part in enumerate((self.along_a, self.along_b)):
            along = np.zeros(3)
            along[k], along[2] = 1.0, slopes[k] * self.space.spans[k] * per_unit
            half = TANGENT * along / np.linalg.norm(along)
            part.set_corners(np.stack([middle - half, middle + half])[None], view)
        return self
