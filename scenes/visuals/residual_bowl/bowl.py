"""epsilon_rel over the (a, b) plane: a map with level curves that rises into a bowl."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import VGroup
from numpy.typing import ArrayLike

from core.landscape.squared import ResidualLandscape
from core.palette import Theme
from scenes.visuals.space.projection import Points, View
from scenes.visuals.space.wireframe import Label, Sheet, Strokes, Wireframe
from scenes.visuals.writing.typeset import formula

FULL_TURN = np.linspace(0.0, 2 * np.pi, 65)
SPOKES = np.linspace(0.0, 2 * np.pi, 24, endpoint=False)
RINGS = 8
FLOOR = 1.12
LABELS_AT = 1.27
# The height of the bowl's rim, where half the width of its floor is 1.
RIM = 1.45
INSIDE, OUTSIDE = 0.09, 0.2

SCALE = 2.05
FROM_ABOVE, FROM_THE_SIDE = np.array([3.0, -0.35]), np.array([3.0, -1.45])
ELEVATION = 0.42


@dataclass(frozen=True)
class Sight:
    """What is seen: a map from above when ``tilt`` is 0, a bowl from the side when it is 1.

    The ellipses rise while the map tilts. ``turn`` is the angle by which the whole has turned.
    """

    tilt: float = 0.0
    turn: float = 0.0

    @property
    def view(self) -> View:
        """Return the view of space."""
        across, up = FROM_ABOVE + self.tilt * (FROM_THE_SIDE - FROM_ABOVE)
        return View(
            azimuth=-np.pi / 2 + self.turn,
            elevation=np.pi / 2 + self.tilt * (ELEVATION - np.pi / 2),
            centre=(float(across), float(up)),
            scale=SCALE,
        )


class BowlSpace:
    """Where lines (a, b) and their epsilon_rel lie in space; the rim is ``height`` high."""

    def __init__(self, landscape: ResidualLandscape, height: float) -> None:
        self.landscape, self.height = landscape, height
        a, b = landscape.at(np.sqrt(height), FULL_TURN)
        self.spans = float(np.ptp(a)) / 2, float(np.ptp(b)) / 2

    def points(self, a: ArrayLike, b: ArrayLike, rise: float) -> Points:
        """Return the points (..., 3) of lines (a, b), with the share ``rise`` of their height."""
        u = (np.asarray(a, dtype=float) - self.landscape.slope) / self.spans[0]
        v = (np.asarray(b, dtype=float) - self.landscape.intercept) / self.spans[1]
        z = rise * RIM * self.landscape.height(a, b) / self.height
        return np.stack(np.broadcast_arrays(u, v, z), axis=-1)

    def polar(self, root: ArrayLike, angle: ArrayLike, rise: float) -> Points:
        """Return the points at which epsilon_rel is ``root`` squared, seen under ``angle``."""
        roots, angles = np.broadcast_arrays(
            np.asarray(root, dtype=float), np.asarray(angle, dtype=float)
        )
        return self.points(*self.landscape.at(roots, angles), rise)


class Ground(VGroup):
    """The (a, b) plane: a square with its two labels."""

    def __init__(self, theme: Theme) -> None:
        self.frame = Strokes(theme.muted, 2, 0.8)
        self.slope = Label(formula("slope(a)", colour=theme.ink))
        self.intercept = Label(formula("intercept(b)", colour=theme.ink))
        super().__init__(self.frame, self.slope, self.intercept)

    def set_sight(self, sight: Sight) -> Self:
        """Draw the square and put the labels beside its near edges."""
        corner = np.array([[-1, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0], [-1, -1, 0]])
        self.frame.set_corners(FLOOR * corner[None], sight.view)
        self.slope.set_point([0, -LABELS_AT, 0], sight.view)
        self.intercept.set_point([-LABELS_AT, 0, 0], sight.view)
        return self


class LevelRings(VGroup):
    """Curves on which epsilon_rel is constant, on the ground and at their height."""

    def __init__(self, space: BowlSpace, levels: tuple[float, ...], theme: Theme) -> None:
        self.space, self.roots = space, np.sqrt(levels)
        self.shadow = Strokes(theme.muted, 1.5, 0.35)
        self.lifted = Wireframe(theme.ink, 2.5)
        super().__init__(self.shadow, self.lifted)

    def set_sight(self, sight: Sight) -> Self:
        """Draw the curves."""
        ring = self.roots[:, None], FULL_TURN
        self.shadow.set_corners(self.space.polar(*ring, 0.0), sight.view)
        self.lifted.set_corners(self.space.polar(*ring, sight.tilt), sight.view)
        return self


class Wall(VGroup):
    """The surface of the bowl, as of glass: what is seen of its inside, of its outside, wires."""

    def __init__(self, space: BowlSpace, theme: Theme) -> None:
        self.space = space
        self.inside, self.outside = (Sheet(theme.muted, opacity) for opacity in (INSIDE, OUTSIDE))
        self.rings, self.spokes = (Wireframe(theme.muted, 1.2, 0.55) for _ in range(2))
        super().__init__(self.inside, self.outside, self.rings, self.spokes)

    def set_sight(self, sight: Sight) -> Self:
        """Draw the wall; it unfolds from the middle while the sight tilts."""
        polar, view, rise = self.space.polar, sight.view, sight.tilt
        rim = np.sqrt(self.space.height) * rise
        roots = rim * np.linspace(0, 1, RINGS + 1)
        self.rings.set_corners(polar(roots[1:, None], FULL_TURN, rise), view)
        self.spokes.set_corners(polar(roots, SPOKES[:, None], rise), view)
        facing, half = self._outside_seen(sight)
        share = np.linspace(0, 1, len(FULL_TURN))
        # Between what is seen from inside and from outside lies a chord of the map.
        towards, across = rim * np.cos(half), rim * np.sin(half) * (1 - 2 * share)
        chord = np.hypot(towards, across), facing + np.arctan2(across, towards)
        outside = rim, facing + half * (2 * share - 1)
        inside = rim, facing + half + 2 * (np.pi - half) * share
        fold = polar(*chord, rise)
        self.outside.set_corners(np.concatenate([polar(*outside, rise), fold]), view)
        self.inside.set_corners(np.concatenate([polar(*inside, rise), fold[::-1]]), view)
        return self

    def _outside_seen(self, sight: Sight) -> tuple[float, float]:
        """Return the angle under which the outside is seen, and how far it reaches on the rim.

        In the coordinates p = root cos(angle), q = root sin(angle) the bowl is z = k (p^2 + q^2),
        and its outside is seen where 2 k (p d + q e) > f for a camera towards (d, e, f).
        """
        unit = self.space.polar([1.0, 1.0], [0.0, np.pi / 2], 0.0)[:, :2]
        *flat, up = sight.view.nearness(np.eye(3))
        d, e = np.linalg.solve(unit.T, flat)
        k, rim = sight.tilt * RIM / self.space.height, np.sqrt(self.space.height) * sight.tilt
        steepest = 2 * k * rim * float(np.hypot(d, e))
        half = float(np.arccos(up / steepest)) if steepest > up else 0.0
        return float(np.arctan2(e, d)), half
