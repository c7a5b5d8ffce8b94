"""The sum of squares as of glass: its far and its near wall, and its level lines."""

from typing import Any, Self

import numpy as np
from manim import LEFT, LineJointType, ManimColor, VGroup, VMobject, interpolate_color

from core.palette import Theme
from scenes.visuals.residual_bowl.bowl import convex
from scenes.visuals.residual_bowl.bowl.convex import Polygon
from scenes.visuals.residual_bowl.bowl.heights import Heights
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points, View
from scenes.visuals.writing.screen import BOLD

# How much of the colour the lowest and the highest shade have on the right, in the middle and on
# the left: the light comes from there, and the wall lies in its own shadow.
SHADES, LIGHT = 18, ((0.62, 0.95), (0.14, 0.6), (0.4, 0.7))
GLASS = 0.13
# So many shades are large enough for a hole to be cheaper than what is painted in it.
HOLLOW = 10

Part = tuple[float, float]
NOTHING: Points = np.zeros((0, 3))


class Shade(VMobject):
    """The part of a wall below a ``share`` of its height, lit from the right."""

    def __init__(self, share: float, theme: Theme) -> None:
        ground, hue = ManimColor(theme.background), ManimColor(theme.residual)
        # Several colours are a gradient, though manim's types know of one only.
        colours: Any = [
            interpolate_color(ground, hue, low + (high - low) * share) for low, high in LIGHT
        ]
        super().__init__(stroke_width=0, fill_color=colours, fill_opacity=1, sheen_direction=LEFT)

    def get_gradient_start_and_end_points(self) -> tuple[Points, Points]:
        """Return its right and its left end, as manim does in thirty times the time."""
        across = self.points[:, 0]
        start, end = np.zeros(3), np.zeros(3)
        start[0], end[0] = across.max(), across.min()
        return start, end


class FarWall(VGroup):
    """The inside as far as it is seen, the more intense the higher, and its edges.

    One shade lies on the next, from the rim to the lowest place, and reaches below it so far that
    they leave no gap.
    """

    def __init__(self, theme: Theme) -> None:
        # Finer towards the lowest place, which is what one looks for.
        self.shares = np.linspace(1, 0, SHADES, endpoint=False) ** 2
        self.shades = [Shade(float(share), theme) for share in self.shares]
        self.edge = _edge(theme)
        super().__init__(*self.shades, self.edge)

    def set_painted(self, share: float) -> Self:
        """Paint the inside so far; without paint its edges are left."""
        for part in self.shades:
            part.set_fill(opacity=share)
        return self

    def set_heights(self, heights: Heights, view: View, seen: Part | None = None) -> Self:
        """Draw the inside of ``heights``, of which only the u in ``seen`` are there."""
        least = heights.least
        normal, most = heights.horizon(view)
        whole = (heights.below(least + float(k) * (heights.top - least)) for k in self.shares)
        inside = (convex.cut(_swept(part, seen), normal, most) for part in whole)
        drawn = [_drawn(part, heights, view) for part in inside]
        for k, part in enumerate(self.shades):
            # Where shades below cover it, it would be painted for nothing.
            hole = drawn[k + 2] if k < HOLLOW else NOTHING
            part.points = np.concatenate([drawn[k], hole[::-1]])
        self.edge.points = drawn[0]
        return self


class NearWall(VGroup):
    """The outside as far as it is seen: a thin glass with its rim."""

    def __init__(self, theme: Theme) -> None:
        self.glass = VMobject(stroke_width=0, fill_color=theme.residual, fill_opacity=GLASS)
        self.rim = _edge(theme)
        super().__init__(self.glass, self.rim)

    def set_heights(self, heights: Heights, view: View, seen: Part | None = None) -> Self:
        """Draw the outside of ``heights``, of which only the u in ``seen`` are there."""
        normal, most = heights.horizon(view)
        outside = convex.cut(_swept(heights.below(heights.top), seen), -normal, -most)
        self.glass.points = _drawn(outside, heights, view)
        edge = _open(heights, outside, normal, most)
        self.rim.points = (
            polylines(view.project(heights.over(edge))[None]) if len(edge) else NOTHING
        )
        return self


def _open(heights: Heights, polygon: Polygon, normal: Polygon, most: float) -> Polygon:
    """Return the outline of ``polygon`` without its straight edge along the horizon."""
    ring = heights.outline(polygon)[:-1]
    on_horizon = np.isclose(ring @ normal, most, rtol=1e-6, atol=1e-9)
    if not on_horizon.any():
        return heights.outline(polygon)
    # From where it leaves the horizon to where it comes back.
    leaves = int(np.argmax(on_horizon & ~np.roll(on_horizon, -1)))
    ring, on_horizon = np.roll(ring, -leaves, axis=0), np.roll(on_horizon, -leaves)
    back = 1 + int(np.argmax(np.append(on_horizon[1:], True)))
    opened: Polygon = np.concatenate([ring, ring[:1]])[: back + 1]
    return opened


def _edge(theme: Theme) -> VMobject:
    # Where a trough ends at the edge of the map, a pointed corner would stand out as a thorn.
    joint = LineJointType.ROUND
    return VMobject(stroke_color=theme.residual, stroke_width=BOLD, joint_type=joint)


def _swept(polygon: Polygon, seen: Part | None) -> Polygon:
    if seen is None:
        return polygon
    return convex.cut(convex.cut(polygon, (1, 0), seen[1]), (-1, 0), -seen[0])


def _drawn(polygon: Polygon, heights: Heights, view: View) -> Points:
    if not len(polygon):
        return NOTHING
    return polylines(view.project(heights.over(heights.outline(polygon)))[None])
