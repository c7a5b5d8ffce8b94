"""Curves, points and labels in space, as flat mobjects whose setters take the view."""

from typing import Self

import numpy as np
from manim import Circle, VGroup, VMobject
from numpy.typing import ArrayLike

from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points, View

RING = 3  # 4 pixels at 1080p


class Strokes(VMobject):
    """n polylines in space, given as corners (n, k, 3), in one colour."""

    def __init__(self, colour: str, width: float, opacity: float = 1.0) -> None:
        super().__init__(stroke_color=colour, stroke_width=width, stroke_opacity=opacity)

    def set_corners(self, corners: ArrayLike, view: View) -> Self:
        """Draw the polylines as ``view`` shows them."""
        self.points = polylines(view.project(corners))
        return self


class Sheet(VMobject):
    """A filled polygon in space, given as corners (k, 3)."""

    def __init__(self, colour: str, opacity: float) -> None:
        super().__init__(stroke_width=0, fill_color=colour, fill_opacity=opacity)

    def set_corners(self, corners: Points, view: View) -> Self:
        """Draw the polygon as ``view`` shows it."""
        closed = np.concatenate([corners, corners[:1]])
        self.points = polylines(view.project(closed)[None])
        return self


class Discs(VMobject):
    """Discs that face the camera, at points in space."""

    def __init__(self, colour: str, radius: float, *, ring: str | None = None) -> None:
        super().__init__(
            fill_color=colour,
            fill_opacity=1,
            stroke_width=0,
            background_stroke_color=ring or colour,
            background_stroke_width=RING if ring else 0,
            background_stroke_opacity=1,
        )
        self._disc = Circle(radius).points

    def set_points_in_space(self, points: ArrayLike, view: View, size: ArrayLike = 1.0) -> Self:
        """Draw a disc at each point (n, 3); ``size`` scales all of them or each one."""
        places = view.project(points)
        sizes = np.broadcast_to(np.asarray(size, dtype=np.float64), len(places))
        discs = places[:, None, :] + sizes[:, None, None] * self._disc
        self.points = discs.reshape(-1, 3)
        return self


class Label(VGroup):
    """A typeset label that stays upright at a point in space."""

    def __init__(self, typeset: VMobject) -> None:
        super().__init__(typeset)
        middle = typeset.get_center()
        parts = typeset.family_members_with_points()
        self._parts = [(part, part.points - middle) for part in parts]

    def set_point(self, point: ArrayLike, view: View) -> Self:
        """Put the middle of the label at ``point``."""
        place = view.project(point)
        for part, shape in self._parts:
            part.points = shape + place
        return self
