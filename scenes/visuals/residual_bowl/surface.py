"""The bowl as of glass: poles whose tops are on it, its far and its near wall, its level lines."""

from typing import Any, Self

import numpy as np
from manim import LEFT, RIGHT, ManimColor, VGroup, VMobject, interpolate_color
from numpy.typing import ArrayLike, NDArray

from core.palette import Theme
from scenes.visuals.residual_bowl.space import FULL_TURN, BowlSpace, Horizon
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points, View
from scenes.visuals.space.wireframe import Discs, Strokes
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

# How much of the colour the lowest and the highest shade have on the right, in the middle and on
# the left: the light comes from there, and the wall lies in its own shadow.
SHADES, LIGHT = 18, ((0.62, 0.95), (0.14, 0.6), (0.4, 0.7))
NEAR, FAINT = 0.2, 0.5
POLE_RINGS, POLE_SPOKES, POLE_ROWS = 6, 20, 9
# How many poles grow at the same time, as a share of all.
GROWING = 0.3
DOT = 0.06
NAME_GAP, HALO = 0.14, 7
STEPS = 49


class Poles(VGroup):
    """Poles as high as the sums of the lines on which they stand, each with a dot on its top."""

    def __init__(self, space: BowlSpace, theme: Theme) -> None:
        roots = np.sqrt(space.rim) * np.linspace(0, 1, POLE_RINGS + 1)[1:]
        angles = np.linspace(0, 2 * np.pi, POLE_SPOKES, endpoint=False)
        # Every other ring is turned by half a step, so that no two poles hide each other.
        twist = np.where(np.arange(POLE_RINGS) % 2, np.pi / POLE_SPOKES, 0.0)
        tops = space.polar(roots[:, None], angles + twist[:, None]).reshape(-1, 3)
        self.tops = tops[_reading_order(tops)]
        self.poles = Strokes(theme.residual, THIN, 0.8)
        self.dots = Discs(theme.ink, DOT)
        super().__init__(self.poles, self.dots)

    def set_grown(self, share: float, view: View) -> Self:
        """Show the poles after ``share`` of their growth, row by row."""
        n = len(self.tops)
        grown = np.clip((share * (1 + GROWING) - np.arange(n) / n) / GROWING, 0, 1)
        eased = grown * grown * (3 - 2 * grown)
        feet = self.tops * [1, 1, 0]
        tops = feet + eased[:, None] * (self.tops - feet)
        shown = grown > 0
        self.poles.set_corners(np.stack([feet, tops], axis=1)[shown], view)
        self.dots.set_points_in_space(tops, view, np.minimum(1, 4 * grown))
        return self


class FarWall(VGroup):
    """The inside of the bowl as far as it is seen, the more intense the higher, and its edges.

    One shade lies on the next, from the rim to the lowest place: they leave no gap.
    """

    def __init__(self, space: BowlSpace, theme: Theme) -> None:
        self.space = space
        # Finer towards the lowest place, which is what one looks for.
        self.roots = np.sqrt(space.rim) * np.linspace(1, 0, SHADES, endpoint=False)
        self.shades = [_shade(root**2 / space.rim, theme) for root in self.roots]
        self.edge = Strokes(theme.residual, BOLD)
        super().__init__(*self.shades, self.edge)

    def set_view(self, view: View) -> Self:
        """Draw the inside as ``view`` shows it."""
        horizon = self.space.horizon(view)
        for part, root in zip(self.shades, self.roots, strict=True):
            rim, edge = _far_arc(self.space, horizon, root), skyline(self.space, horizon, root)
            part.points = polylines(view.project(np.concatenate([rim, edge, rim[:1]]))[None])
        self.edge.points = self.shades[0].points
        return self


class NearWall(VGroup):
    """The outside of the bowl as far as it is seen: a thin glass with its rim."""

    def __init__(self, space: BowlSpace, theme: Theme) -> None:
        self.space = space
        self.glass = VMobject(stroke_width=0, fill_color=theme.faint, fill_opacity=NEAR)
        self.rim = Strokes(theme.residual, BOLD)
        super().__init__(self.glass, self.rim)

    def set_view(self, view: View) -> Self:
        """Draw the outside as ``view`` shows it."""
        horizon, root = self.space.horizon(view), float(np.sqrt(self.space.rim))
        half = horizon.opening(root)
        near = self.space.polar(root, horizon.angle + np.linspace(half, -half, 2 * STEPS))
        ring = np.concatenate([near, skyline(self.space, horizon, root), near[:1]])
        self.glass.points = polylines(view.project(ring)[None])
        self.rim.set_corners(near[None], view)
        return self


class Rings(VGroup):
    """Lines of equal level on the bowl: strong on the far wall, faint on the near one."""

    def __init__(self, space: BowlSpace, levels: ArrayLike, theme: Theme) -> None:
        self.space, self._roots = space, np.sqrt(levels)
        self.far = Strokes(theme.ink, THIN)
        self.near = Strokes(theme.ink, THIN, FAINT)
        super().__init__(self.far, self.near)

    def places(self) -> Points:
        """Return the rings (n, k, 3) in space."""
        return self.space.polar(self._roots[:, None], FULL_TURN)

    def set_view(self, view: View) -> Self:
        """Draw the rings."""
        horizon = self.space.horizon(view)
        half = horizon.opening(self._roots)[:, None]
        shares = np.linspace(0, 1, 2 * STEPS)
        far = horizon.angle + half + shares * (2 * np.pi - 2 * half)
        near = horizon.angle - half + shares * 2 * half
        roots = self._roots[:, None]
        self.far.set_corners(self.space.polar(roots, far), view)
        self.near.set_corners(self.space.polar(roots, near), view)
        return self


class Levels(VGroup):
    """Rings, each named where it reaches farthest right."""

    def __init__(self, space: BowlSpace, levels: NDArray[np.float64], theme: Theme) -> None:
        self.rings = Rings(space, levels, theme)
        self.names = [
            Number(f"{level:g}", np.zeros(3), colour=theme.ink, size=SMALLEST) for level in levels
        ]
        for name in self.names:
            # No line of the floor runs into a digit.
            name.set_stroke(theme.background, HALO, background=True)
        super().__init__(self.rings, *self.names)

    def set_view(self, view: View) -> Self:
        """Draw the rings, and put their names beside them."""
        self.rings.set_view(view)
        for name, ring in zip(self.names, view.project(self.rings.places()), strict=True):
            name.anchor = ring[int(np.argmax(ring[:, 0]))] + NAME_GAP * RIGHT
            name.set_text(name.text)
        return self


def _reading_order(places: Points) -> NDArray[np.intp]:
    """Return the order of ``places`` on the map row by row: it tells nothing of their heights."""
    across, down = places[:, 0], places[:, 1].max() - places[:, 1]
    rows = np.minimum(POLE_ROWS * down / down.max(), POLE_ROWS - 1).astype(int)
    order: NDArray[np.intp] = np.lexsort((across, rows))
    return order


def _shade(share: float, theme: Theme) -> VMobject:
    """Return an empty part of the wall at the share ``share`` of its height."""
    ground, hue = ManimColor(theme.background), ManimColor(theme.residual)
    # Several colours are a gradient, though manim's types know of one only.
    colours: Any = [
        interpolate_color(ground, hue, low + (high - low) * share) for low, high in LIGHT
    ]
    return VMobject(stroke_width=0, fill_color=colours, fill_opacity=1, sheen_direction=LEFT)


def _far_arc(space: BowlSpace, horizon: Horizon, root: float) -> Points:
    half = horizon.opening(root)
    return space.polar(root, horizon.angle + np.linspace(half, 2 * np.pi - half, 2 * STEPS))


def skyline(space: BowlSpace, horizon: Horizon, root: float) -> Points:
    """Return the points (n, 3) on the horizon inside the ring at ``root``, against the clock."""
    near = min(horizon.root, root)
    across = float(np.sqrt(max(0.0, root * root - near * near))) * np.linspace(-1, 1, STEPS)
    return space.polar(np.hypot(near, across), horizon.angle + np.arctan2(across, near))
