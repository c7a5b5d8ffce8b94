"""The straight lines on the map along which one point has no gap, and the ribs of a trough."""

from typing import Self

import numpy as np
from manim import VGroup
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.residual_bowl.bowl.convex import cut
from scenes.visuals.residual_bowl.bowl.heights import Heights
from scenes.visuals.space.projection import View
from scenes.visuals.space.wireframe import Sheet, Strokes
from scenes.visuals.writing.screen import BOLD, THIN

Values = NDArray[np.float64]
Place = tuple[float, float]

RIBS, RIB_STEPS = 11, 33
RIB_OPACITY = 0.9
SHEET = 0.2


def between(start: Place, end: Place) -> Values:
    """Return places (n, 2) on the straight way."""
    places: Values = np.linspace(start, end, RIB_STEPS)
    return places


class PointLines(Strokes):
    """For each of ``gaps`` (n, 3) the places on the map where it is 0, as far as there are some."""

    def __init__(self, gaps: Values, size: tuple[float, float], colour: str, width: float) -> None:
        super().__init__(colour, width)
        self._size = size
        self.ends = np.array([ends(gap, size) for gap in gaps]).reshape(-1, 2, 2)

    def move(self, k: int, gap: Values) -> Self:
        """Let the k-th be that of ``gap``."""
        self.ends[k] = ends(gap, self._size)
        return self

    def set_drawn(self, count: float, view: View) -> Self:
        """Draw the first ``count`` of them; of a part of one as much from its left end."""
        share = np.clip(count - np.arange(len(self.ends)), 0, 1)[:, None, None]
        drawn = self.ends[:, :1] + share * (self.ends - self.ends[:, :1])
        drawn = drawn[share[:, 0, 0] > 0]
        return self.set_corners(np.concatenate([drawn, 0 * drawn[..., :1]], axis=-1), view)


class Ribs(VGroup):
    """A trough that is not to hide another one: curves across it, and its edges."""

    def __init__(self, theme: Theme) -> None:
        self.across = Strokes(theme.point, THIN, RIB_OPACITY)
        self.edge = Strokes(theme.point, BOLD)
        super().__init__(self.across, self.edge)

    def set_heights(self, heights: Heights, view: View, seen: float = 1.0) -> Self:
        """Draw ``heights`` from the left end of the map to the share ``seen`` of it."""
        left, width = -heights.size[0] / 2, heights.size[0]
        across = left + width * np.linspace(0.0, 1.0, RIBS)
        ends = np.array([heights.across(float(u)) for u in across])
        there = (across <= left + seen * width) & (ends[:, 0] < ends[:, 1])
        across, ends = across[there], ends[there]
        v = ends[:, :1] + (ends[:, 1:] - ends[:, :1]) * np.linspace(0.0, 1.0, RIB_STEPS)
        places = np.stack([np.broadcast_to(across[:, None], v.shape), v], axis=-1)
        self.across.set_corners(heights.over(places), view)
        part = cut(heights.below(heights.top), (1, 0), left + seen * width)
        self.edge.set_corners(heights.over(heights.outline(part))[None], view)
        return self


class Path(Strokes):
    """A straight way on the map as it goes on a surface: in ink, that which the ball has gone."""

    def __init__(self, theme: Theme, colour: str | None = None) -> None:
        super().__init__(colour or theme.ink, BOLD)

    def set_gone(self, heights: Heights, start: Place, end: Place, view: View) -> Self:
        """Draw it as it goes straight on the map from place to place."""
        return self.set_corners(heights.over(between(start, end))[None], view)


class Walk(VGroup):
    """A cut through a surface: a straight way on the map, its heights, and the sheet between."""

    def __init__(self, theme: Theme) -> None:
        self.sheet = Sheet(theme.ink, SHEET)
        self.straight, self.path = Strokes(theme.ink, THIN), Strokes(theme.ink, BOLD)
        super().__init__(self.sheet, self.straight, self.path)

    def set_gone(
        self, share: float, way: tuple[Place, Values], heights: Heights, view: View
    ) -> Self:
        """Draw the first ``share`` of the ``way``, a place and a direction."""
        start, end = heights.walk(*way)
        places = np.linspace(start, start + share * (end - start), RIB_STEPS)
        below, above = np.pad(places, ((0, 0), (0, 1))), heights.over(places)
        self.straight.set_corners(below[None], view)
        self.path.set_corners(above[None], view)
        self.sheet.set_corners(np.concatenate([above, below[::-1]]), view)
        return self


def ends(gap: Values, size: tuple[float, float]) -> Values:
    """Return where p u + q v + r = 0 enters and leaves a map: (2, 2), one place twice outside."""
    p, q, r = gap
    half_width, half_depth = size[0] / 2, size[1] / 2
    u = np.array([-half_width, half_width])
    if p:
        met = np.sort([(-r - q * half_depth) / p, (-r + q * half_depth) / p])
        u = np.clip(met, -half_width, half_width)
    v = np.clip(-(p * u + r) / q, -half_depth, half_depth)
    return np.column_stack([u, v])
