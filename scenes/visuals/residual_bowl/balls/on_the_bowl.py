"""What is on the bowl: one line as a ball on its height, and the bar of its square."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.residual_bowl.bowl.convex import cut
from scenes.visuals.residual_bowl.bowl.heights import Heights
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points, View
from scenes.visuals.space.wireframe import Discs
from scenes.visuals.writing.screen import BOLD, THIN

BALL = 0.19
BAR = 0.2  # how wide a square is once it stands as a bar
HOP = 0.5
DASH = 0.13

Place = tuple[float, float]


class Ball(Discs):
    """One line as a ball: on the map, or on the bowl."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme.ink, BALL, ring=theme.background)

    def set_place(self, place: Place, height: float, view: View, size: float) -> Self:
        """Move to ``place`` on the map, and so high above it."""
        return self.set_points_in_space([(*place, height)], view, size)


class Bar(VMobject):
    """A square on its way to the place of its line, where it stands as high as it is large."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            stroke_width=THIN,
            stroke_color=theme.residual,
            fill_color=theme.residual,
            fill_opacity=0.6,
        )

    def set_flown(self, share: float, square: Points, standing: Points) -> Self:
        """Show it after ``share`` of its way from the corners (4, 3) of ``square``."""
        ring = square + share * (standing - square)
        ring[:, 1] += HOP * 4 * share * (1 - share)
        return self.set_corners(ring)

    def set_corners(self, ring: Points) -> Self:
        """Draw it between its corners (4, 3)."""
        self.points = polylines(np.concatenate([ring, ring[:1]])[None])
        return self


def standing(place: Place, low: float, high: float, view: View, width: float = BAR) -> Points:
    """Return the corners (4, 3) of a bar on the screen, as those of a square go round."""
    foot, top = view.project([(*place, low), (*place, high)])
    half = np.array([width / 2, 0.0, 0.0])
    return np.array([foot - half, foot + half, top + half, top - half])


class Stick(VGroup):
    """The height of a line beneath the ball: before the bowl, below it, or seen through it."""

    def __init__(self, theme: Theme) -> None:
        self.front = VMobject(stroke_color=theme.residual, stroke_width=2 * BOLD)
        self.below = VMobject(stroke_color=theme.residual, stroke_width=2 * BOLD)
        self.through = VMobject(stroke_color=theme.ink, stroke_width=THIN + 1)
        super().__init__(self.below, self.through, self.front)

    def set_place(self, place: Place, heights: Heights, view: View) -> Self:
        """Stand beneath ``place``."""
        foot, top = view.project([(*place, 0.0), (*place, float(heights.at(*place)))])
        far = heights.shows_inside(*place, view)
        edge = foot.copy()
        if far:
            edge[1] = np.clip(_lowest_at(float(foot[0]), heights, view), foot[1], top[1])
        self.front.points = polylines(np.array([[top if far else foot, top]]))
        self.below.points = polylines(np.array([[foot, edge]]))
        starts = np.arange(edge[1], top[1], 2 * DASH) if far else np.array([top[1]])
        dashes = np.stack([starts, np.minimum(starts + DASH, top[1])], axis=1)
        self.through.points = polylines(
            dashes[..., None] * [0.0, 1.0, 0.0] + np.array([foot[0], 0.0, 0.0])
        )
        return self


def _lowest_at(across: float, heights: Heights, view: View) -> float:
    """Return how low on the screen the surface reaches at ``across``."""
    outline = view.project(heights.over(_outline(heights, view)))
    start, end = outline[:, 0], outline[:, 1]
    met = (start[:, 0] - across) * (end[:, 0] - across) <= 0
    if not met.any():
        return float("inf")
    start, end = start[met], end[met]
    wide = end[:, 0] - start[:, 0]
    share = (across - start[:, 0]) / np.where(wide == 0, 1.0, wide)
    return float((start[:, 1] + share * (end[:, 1] - start[:, 1])).min())


def _outline(heights: Heights, view: View) -> NDArray[np.float64]:
    """Return the edges (n, 2, 2) of both walls on the map."""
    whole = heights.below(heights.top)
    normal, most = heights.horizon(view)
    rings = (heights.outline(cut(whole, s * normal, s * most)) for s in (1, -1))
    return np.concatenate([np.stack([ring[:-1], ring[1:]], axis=1) for ring in rings])
