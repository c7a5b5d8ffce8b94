"""The bars of single points beside each other, and then on top of each other in one."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.cloud import Cloud, feet_nearest
from scenes.visuals.geometric_fit.page import Values
from scenes.visuals.geometric_fit.shares import OPACITY
from scenes.visuals.plot.regression import set_rings
from scenes.visuals.plot.tank import Tank
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD, PICTURE

GAP = 0.25  # between two bars, of the width of one
GROWING = 0.5  # of the time in which the bar of one point becomes narrow: from there on others come
FLYING = 2  # points whose bars are on their way at the same time
LEVEL = 0.1  # of the stacking, until the marks on the tops are gone
SEAM = 1.5  # between two layers, in the colour of the ground


class Row(VGroup):
    """A bar for each point that is measured: what lies across the line, and on it what along.

    A mark lies on each top while the bars stand beside each other.

    The bars stand right of the left wall of ``tank``, that of the point ``one`` before the others,
    the highest as high as all of them on top of each other. There the others stand for those that
    are not measured, too.
    """

    def __init__(self, cloud: Cloud, one: Values, angle: float, tank: Tank, theme: Theme) -> None:
        self.measured = _from_one_on(cloud.points[cloud.measured], one, angle)
        self.total = float((cloud.points**2).sum())
        self.cloud, self.floor, self.box = cloud, tank.box.bottom, tank.box
        self.full = tank.top_of(self.total) - self.floor
        count = len(self.measured)
        place = (PICTURE.right - tank.box.left) / (count * (1 + GAP) - GAP)
        starts = np.arange(count, dtype=np.float64)
        self.lefts: Values = tank.box.left + place * (1 + GAP) * starts
        self.rights: Values = self.lefts + place
        self.across, self.along = (
            VGroup(
                *(
                    VMobject(
                        stroke_color=theme.background,
                        stroke_width=SEAM,
                        stroke_opacity=0.0,
                        fill_color=hue,
                        fill_opacity=OPACITY,
                    )
                    for _ in self.measured
                )
            )
            for hue in (theme.residual, theme.point)
        )
        self.tops = VMobject(stroke_color=theme.ink, stroke_width=BOLD)
        super().__init__(self.across, self.along, self.tops)
        self.set_z_index(2)
        self.set_angle(angle)

    def set_angle(self, angle: float) -> Self:
        """Show all bars for the line at ``angle``."""
        self.angle = angle
        return self._draw(self.bars())

    def bars(self) -> Values:
        """Return left, bottom, right and top (2, n, 4) of what is across and what is along."""
        heights = self.full / (self.measured**2).sum(axis=1).max() * self._squares()
        return self._standing(self.lefts, self.rights, heights)

    def set_grown(self, share: float) -> Self:
        """Show the one bar on its way from a whole tank to its place, and the others growing."""
        bars = self.bars()
        others = max(0.0, share - GROWING) / (1 - GROWING)
        self.tops.set_stroke(opacity=others)
        bars[:, 1:, 1::2] = self.floor + others * (bars[:, 1:, 1::2] - self.floor)
        heights = self.full / float(self._squares()[:, 0].sum()) * self._squares()[:, :1]
        whole = self._standing(np.array([self.box.left]), np.array([self.box.right]), heights)
        bars[:, :1] = whole + min(1.0, share / GROWING) * (bars[:, :1] - whole)
        return self._draw(bars)

    def set_stacked(self, share: float) -> Self:
        """Show the bars after ``share`` of the stacking: one after the other becomes two layers."""
        bars = self.bars()
        count = len(self.measured)
        way = np.clip((share * (count + FLYING - 1) - np.arange(count)) / FLYING, 0, 1)
        way = way * way * (3 - 2 * way)
        edges = self.floor + np.append(0.0, np.cumsum((way * self._layers()).ravel()))
        layers = np.empty_like(bars)
        layers[..., 0], layers[..., 2] = self.box.left, self.box.right
        layers[..., 1], layers[..., 3] = (e.reshape(2, count) for e in (edges[:-1], edges[1:]))
        self.tops.set_stroke(opacity=max(0.0, 1 - share / LEVEL))
        return self._draw(bars + way[:, None] * (layers - bars)).set_seams(way)

    def set_seams(self, seen: Values | float) -> Self:
        """Show the seams between layers: without them it is one bar."""
        opacities = np.broadcast_to(seen, len(self.measured))
        for parts in (self.across, self.along):
            for part, opacity in zip(parts, opacities, strict=True):
                part.set_stroke(opacity=float(opacity))
        return self

    def _squares(self) -> Values:
        """Return what each point has across the line and along it (2, n), squared."""
        feet = feet_nearest(self.measured, self.angle)
        return np.stack([((self.measured - feet) ** 2).sum(axis=1), (feet**2).sum(axis=1)])

    def _layers(self) -> Values:
        """Return the heights (2, n) of all layers in the tank."""
        across = float(self.cloud.sum_of_squares(self.angle))
        sums = across, self.total - across
        squares = zip(self._squares(), sums, strict=True)
        layers = np.stack([_standing_for_all(one, whole) for one, whole in squares])
        heights: Values = self.full / self.total * layers
        return heights

    def _standing(self, lefts: Values, rights: Values, heights: Values) -> Values:
        """Return the edges (2, n, 4) of parts of those heights (2, n), the second on the first."""
        across = np.full_like(lefts, self.floor), self.floor + heights[0]
        along = across[1], across[1] + heights[1]
        return np.stack(
            [np.stack([lefts, low, rights, high], axis=1) for low, high in (across, along)]
        )

    def _draw(self, bars: Values) -> Self:
        left, low, right, high = np.moveaxis(bars, -1, 0)
        corners = (left, low), (right, low), (right, high), (left, high)
        rings = np.stack([np.stack([x, y, 0 * x], axis=-1) for x, y in corners], axis=2)
        for parts, ring in zip((self.across, self.along), rings, strict=True):
            set_rings(parts, ring)
        self.tops.points = polylines(rings[1, :, 2:])
        return self


def _from_one_on(points: Values, one: Values, angle: float) -> Values:
    """Return the points (n, 2), first the ``one`` and then the others as they lie on the line."""
    places = points @ np.array([np.cos(angle), np.sin(angle)])
    return points[np.lexsort([places, (points != one).any(axis=1)])]


def _standing_for_all(squares: Values, whole: float) -> Values:
    """Return the squares (n,) with all but the first scaled so that they add up to ``whole``."""
    others = float(squares[1:].sum())
    return np.append(squares[:1], squares[1:] * ((whole - squares[0]) / others if others else 1))
