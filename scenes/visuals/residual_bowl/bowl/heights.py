"""How high the squares of some points stand over the map: one makes a trough, a sum a bowl.

On the map the gap between a point and a line is an affine function of the line's place (u, v):
g = p u + q v + r. Its square is the form (p, q, r)^T (p, q, r), and heights add as forms do.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scenes.visuals.residual_bowl.bowl import convex
from scenes.visuals.residual_bowl.bowl.convex import Polygon
from scenes.visuals.space.projection import Points, View

Values = NDArray[np.float64]

# Along the bottom of a trough nothing bends: so little, beside the most, is nothing.
STRAIGHT = 1e-9
# Its outline is an ellipse so long that it is straight as far as one sees.
FAR = 1e5
# No farther from the surface is a straight piece of its edge: half a pixel.
SMOOTH = 0.004
_ANGLES = np.linspace(0.0, 2 * np.pi, 96, endpoint=False)
CIRCLE = np.column_stack([np.cos(_ANGLES), np.sin(_ANGLES)])


@dataclass(frozen=True)
class Heights:
    """z = (u, v, 1) ``form`` (u, v, 1) over a map of ``size``, never below 0; cut at ``top``."""

    form: Values
    size: tuple[float, float]
    top: float

    def at(self, u: ArrayLike, v: ArrayLike) -> Values:
        """Return the heights of places."""
        places = np.stack(np.broadcast_arrays(u, v, 1.0), axis=-1)
        heights: Values = np.sum(places @ self.form * places, axis=-1)
        return np.maximum(heights, 0.0)

    def over(self, places: Values) -> Points:
        """Return the points (..., 3) of space above ``places`` (..., 2)."""
        heights = self.at(places[..., 0], places[..., 1])
        return np.concatenate([places, heights[..., None]], axis=-1)

    def outline(self, polygon: Polygon) -> Polygon:
        """Return the closed outline of ``polygon`` with corners where the surface bends."""
        edges = np.roll(polygon, -1, axis=0) - polygon
        # So far is the surface over the middle of an edge from a straight line over its ends.
        away = np.sum(edges @ self.form[:2, :2] * edges, axis=1) / 4
        pieces = np.ceil(np.sqrt(np.maximum(away, 0.0) / SMOOTH)).astype(int)
        return convex.divided(polygon, np.maximum(1, pieces))

    def gradient(self, u: float, v: float) -> Values:
        """Return how steep it is along u and along v."""
        steepness: Values = 2 * self.form[:2] @ [u, v, 1.0]
        return steepness

    @cached_property
    def lowest(self) -> tuple[float, float]:
        """Return the lowest place; of a trough, that which is nearest to the middle of the map."""
        inverse = np.linalg.pinv(self.form[:2, :2], rcond=STRAIGHT, hermitian=True)
        u, v = -inverse @ self.form[:2, 2]
        return float(u), float(v)

    @cached_property
    def least(self) -> float:
        """Return the height of the lowest place."""
        return float(self.at(*self.lowest))

    @cached_property
    def _ways(self) -> tuple[Values, Values]:
        """Return how much it bends two ways at a right angle, and these, against the clock."""
        bends, ways = np.linalg.eigh(self.form[:2, :2])
        ways[:, 1] *= np.sign(np.linalg.det(ways))
        return bends, ways

    def walk(self, place: tuple[float, float], way: Values) -> Values:
        """Return from where to where (2, 2) a straight ``way`` over ``place`` stays below the top.

        As far as the map goes; where it nowhere does, twice where it is least.
        """
        along = np.array([*way, 0.0])
        bend, middle = float(along @ self.form @ along), self.low(place, way)
        room = max(0.0, self.top - float(self.at(*middle)))
        # As far as one sees, where nothing bends.
        reach = float(np.sqrt(room / bend)) if bend > 0 else FAR
        low, high = -reach, reach
        for at, step, whole in zip(middle, way, self.size, strict=True):
            if step:
                met = sorted([(-whole / 2 - at) / step, (whole / 2 - at) / step])
                low, high = max(low, met[0]), min(high, met[1])
        ends: Values = middle + np.outer([low, max(low, high)], way)
        return ends

    def low(self, place: tuple[float, float], way: Values) -> Values:
        """Return the lowest place (2,) on a straight ``way`` over ``place``."""
        along = np.array([*way, 0.0])
        bend = float(along @ self.form @ along)
        back = float(along @ self.form @ [*place, 1.0]) / bend if bend > 0 else 0.0
        lowest: Values = np.array(place) - back * way
        return lowest

    def ellipse(self, level: float) -> Polygon:
        """Return the outline of all below ``level``, on the map and beyond, against the clock."""
        u, v = self.lowest
        bends, ways = self._ways
        above = max(0.0, level - self.least)
        reach = np.sqrt(above / np.maximum(bends, max(above, 1e-30) / FAR**2))
        # Half as large, it is as smooth with half as many corners.
        circle = CIRCLE if 4 * above > self.top - self.least else CIRCLE[::2]
        ring: Polygon = circle * reach @ ways.T + [u, v]
        return ring

    def below(self, level: float) -> Polygon:
        """Return the part of the map over which the surface lies below ``level``."""
        return convex.rectangle(self.ellipse(level), *self.size)

    def horizon(self, view: View) -> tuple[Values, float]:
        """Return where the surface turns its inside away: p . normal is less on the inside."""
        towards = view.nearness(np.eye(3))
        normal = 2 * self.form[:2, :2] @ towards[:2]
        return normal, float(towards[2] - 2 * self.form[:2, 2] @ towards[:2])

    def shows_inside(self, u: float, v: float, view: View) -> bool:
        """Tell whether the surface at a place is seen from inside: it is a far wall."""
        normal, most = self.horizon(view)
        return bool(normal @ [u, v] <= most)

    def across(self, u: float) -> tuple[float, float]:
        """Return from where to where along v the surface at ``u`` lies below the top."""
        half, at = self.size[1] / 2, np.array([u, 0.0, 1.0])
        # Along v the height is bend v^2 + 2 slope v + start.
        bend, slope, start = self.form[1, 1], self.form[1] @ at, at @ self.form @ at
        above = slope * slope - bend * (start - self.top)
        middle, reach = -slope / bend, np.sqrt(max(0.0, above)) / bend
        low, high = np.clip([middle - reach, middle + reach], -half, half)
        return float(low), float(high)
