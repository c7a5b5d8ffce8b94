"""What moves on the bowl: one line as a ball on its level, the cuts, the sheet that touches."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.plot.tank import Tank
from scenes.visuals.residual_bowl.space import BowlSpace
from scenes.visuals.residual_bowl.surface import skyline
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import View
from scenes.visuals.space.wireframe import Discs, Sheet, Strokes
from scenes.visuals.writing.screen import BOLD, THIN

BALL = 0.19
BAR = 0.2  # how wide a level is that stands on its place
HOP = 0.5
DASH = 0.13
CUT_STEPS = 61
# Half the side of the sheet, in units of space; of it, a tangent is so long.
SHEET, TANGENT = 1.0, 1.0
CORNERS = ((-1, -1), (1, -1), (1, 1), (-1, 1))
UP_AND_DOWN = np.linspace(0.0, 2 * np.pi, 193)


class Ball(Discs):
    """One line as a ball: on the map, or on the bowl."""

    def __init__(self, space: BowlSpace, theme: Theme) -> None:
        super().__init__(theme.ink, BALL, ring=theme.background)
        self.space = space

    def set_place(self, a: float, b: float, risen: float, view: View) -> Self:
        """Move to the line (a, b), at the share ``risen`` of its height."""
        top = self.space.points([a], [b], risen * self.space.height(a, b))
        return self.set_points_in_space(top, view)


class Bar(VMobject):
    """The content of a tank on its way to the place of its line, where it stands as it is."""

    def __init__(self, space: BowlSpace, tank: Tank, theme: Theme) -> None:
        super().__init__(stroke_width=0, fill_color=theme.residual, fill_opacity=0.75)
        self.space, self.tank = space, tank

    def set_flown(self, share: float, a: float, b: float, view: View) -> Self:
        """Show it after ``share`` of its way to the line (a, b)."""
        box, level = self.tank.box, float(self.space.height(a, b))
        foot = view.project(self.space.points(a, b, 0.0))
        rise = view.project(self.space.points(a, b, level))[1] - foot[1]
        start = np.array([box.middle[0], box.bottom, box.width])
        x, y, width = start + share * (np.array([foot[0], foot[1], BAR]) - start)
        y += HOP * 4 * share * (1 - share)
        left, right, top = x - width / 2, x + width / 2, y + rise
        ring = [(left, y), (right, y), (right, top), (left, top), (left, y)]
        self.points = polylines(np.array([[(*corner, 0.0) for corner in ring]]))
        return self


class Stick(VGroup):
    """The level of a line beneath the ball: in front of the bowl, below it, or seen through it."""

    def __init__(self, space: BowlSpace, theme: Theme) -> None:
        self.space = space
        self.front = VMobject(stroke_color=theme.residual, stroke_width=2 * BOLD)
        self.below = VMobject(stroke_color=theme.residual, stroke_width=2 * BOLD)
        self.through = VMobject(stroke_color=theme.ink, stroke_width=THIN + 1)
        super().__init__(self.below, self.through, self.front)

    def set_place(self, a: float, b: float, view: View) -> Self:
        """Stand beneath the line (a, b)."""
        foot = view.project(self.space.points(a, b, 0.0))
        top = view.project(self.space.on_surface(a, b))
        far = self.space.shows_inside(a, b, view)
        edge = foot.copy()
        if far:
            edge[1] = np.clip(self._lowest_at(float(foot[0]), view), foot[1], top[1])
        self.front.points = polylines(np.array([[top if far else foot, top]]))
        self.below.points = polylines(np.array([[foot, edge]]))
        starts = np.arange(edge[1], top[1], 2 * DASH) if far else np.array([top[1]])
        ends = np.minimum(starts + DASH, top[1])
        dashes = np.stack([starts, ends], axis=1)[..., None] * [0.0, 1.0, 0.0]
        self.through.points = polylines(dashes + np.array([foot[0], 0.0, 0.0]))
        return self

    def _lowest_at(self, across: float, view: View) -> float:
        """Return how low on the screen the bowl reaches at ``across``."""
        outline = self._outline(view)
        start, end = outline[:-1], outline[1:]
        met = (start[:, 0] - across) * (end[:, 0] - across) <= 0
        if not met.any():
            return float("inf")
        start, end = start[met], end[met]
        wide = end[:, 0] - start[:, 0]
        share = (across - start[:, 0]) / np.where(wide == 0, 1.0, wide)
        return float((start[:, 1] + share * (end[:, 1] - start[:, 1])).min())

    def _outline(self, view: View) -> NDArray[np.float64]:
        root = float(np.sqrt(self.space.rim))
        edge = skyline(self.space, self.space.horizon(view), root)
        return view.project(np.concatenate([self.space.polar(root, UP_AND_DOWN), edge]))


class Cut(Strokes):
    """The paths on the bowl when only one number changes: ``along`` is 0 for a and 1 for b."""

    def __init__(self, space: BowlSpace, along: int, theme: Theme) -> None:
        super().__init__((theme.slope, theme.intercept)[along], BOLD + 1)
        self.space, self.along = space, along

    def reach(self, a: float, b: float) -> tuple[float, float]:
        """Return how far the number can change from the line (a, b) down and up to the rim."""
        fit = self.space.landscape
        curvature = (fit.slope_curvature, fit.intercept_curvature)[self.along]
        # The height along the path is curvature t^2 + steepness t + height.
        half = fit.gradient(a, b)[self.along] / (2 * curvature)
        below = max(0.0, self.space.rim - float(fit.height(a, b))) / curvature
        root = float(np.sqrt(half * half + below))
        return -half - root, -half + root

    def path(self, a: float, b: float, low: float, high: float) -> NDArray[np.float64]:
        """Return the lines (2, n) of the path from ``low`` to ``high``, seen from (a, b)."""
        lines = np.tile([[a], [b]], CUT_STEPS)
        lines[self.along] += np.linspace(low, high, CUT_STEPS)
        return lines

    def set_swept(self, line: tuple[float, float], low: float, high: float, view: View) -> Self:
        """Draw the path from ``low`` to ``high``, seen from the line (a, b)."""
        return self.set_corners(self.space.on_surface(*self.path(*line, low, high))[None], view)

    def set_place(self, a: float, b: float, view: View) -> Self:
        """Draw the whole path through the line (a, b)."""
        return self.set_swept((a, b), *self.reach(a, b), view)


class TangentSheet(VGroup):
    """A sheet that touches the bowl, with its slopes along a and along b."""

    def __init__(self, space: BowlSpace, theme: Theme) -> None:
        self.space = space
        self.sheet = Sheet(theme.ink, 0.22).set_stroke(theme.ink, THIN)
        self.along_a = Strokes(theme.slope, BOLD + 2)
        self.along_b = Strokes(theme.intercept, BOLD + 2)
        super().__init__(self.sheet, self.along_a, self.along_b)

    def set_place(self, a: float, b: float, view: View) -> Self:
        """Touch the bowl at (a, b); the sheet is as large wherever it touches."""
        middle = self.space.on_surface(a, b)
        along = np.column_stack([np.eye(2), self.space.steepness(a, b)])
        along /= np.linalg.norm(along, axis=1, keepdims=True)
        # Square wherever it touches: one side along a, the other at a right angle to it.
        beside = np.cross(np.cross(along[0], along[1]), along[0])
        beside /= np.linalg.norm(beside)
        corners = [middle + SHEET * (s * along[0] + t * beside) for s, t in CORNERS]
        self.sheet.set_corners(np.array(corners), view)
        for part, way in zip((self.along_a, self.along_b), along, strict=True):
            half = TANGENT * SHEET * way
            part.set_corners(np.stack([middle - half, middle + half])[None], view)
        return self
