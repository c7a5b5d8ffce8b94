"""The bars of single points beside each other, and then on top of each other in one."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.cloud import Cloud, Indices, feet_nearest
from scenes.visuals.geometric_fit.page import Values
from scenes.visuals.geometric_fit.shares import OPACITY
from scenes.visuals.plot.regression import set_rings
from scenes.visuals.plot.tank import Tank
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD, PICTURE

GAP = 0.25  # between two bars, of the width of one
APART = 0.3  # from the tank to the bars that are to slide into it
FLOWN = 0.5  # of the time in which a bar arrives: from there on it grows
LOWERING = 0.2  # of the stacking: then all bars are as low as their layers
FLYING = 3  # points whose bars are on their way at the same time
LIFTED, SLIDING, WIDENING = (0.0, 0.5), (0.3, 0.9), (0.8, 1.0)  # parts of the way of a bar
SEAM = 1.5  # between two layers, in the colour of the ground


class Row(VGroup):
    """A bar for each point that is measured: what lies across the line, and on it what along.

    A mark lies on each top while the bars stand beside each other.

    The bars stand right of the left wall of ``tank``, that of the point ``one`` before the others,
    which stand as they lie on the line; the highest is as high as all of them on top of each other.
    There the others stand for those that are not measured, too. ``order`` (n,) are the numbers of
    the points among the measured ones; ``lit`` are the bars that arrive before most others.
    """

    def __init__(self, cloud: Cloud, one: Values, angle: float, tank: Tank, theme: Theme) -> None:
        points = cloud.points[cloud.measured]
        self.order = _from_one_on(points, one, angle)
        self.measured = points[self.order]
        self.lit = _highest_apart((self.measured**2).sum(axis=1))
        self.total = float((cloud.points**2).sum())
        self.cloud, self.floor, self.box = cloud, tank.box.bottom, tank.box
        self.full = tank.top_of(self.total) - self.floor
        self.lefts, self.rights = self._places(tank.box.left)
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

    @property
    def arrivals(self) -> Values:
        """Return when each bar (n,) begins to arrive: the first, the lit ones, all the others."""
        starts = np.full(len(self.measured), 1.0 + len(self.lit))
        starts[[0, *self.lit]] = np.arange(1.0 + len(self.lit))
        return starts

    def foot(self, number: int) -> Values:
        """Return the place (2,) of the middle of the foot of a bar."""
        return np.array([(self.lefts[number] + self.rights[number]) / 2, self.floor])

    def set_angle(self, angle: float) -> Self:
        """Show all bars for the line at ``angle``."""
        self.angle = angle
        return self._draw(self.bars())

    def bars(self) -> Values:
        """Return left, bottom, right and top (2, n, 4) of what is across and what is along."""
        heights = self.full / (self.measured**2).sum(axis=1).max() * self._squares()
        return self._standing(self.lefts, self.rights, heights)

    def set_arrived(self, time: float) -> Self:
        """Show the one bar on its way from a whole tank to its place, and the others growing.

        Each takes one unit of ``time`` from its arrival on.
        """
        bars = self.bars()
        way = np.clip(time - self.arrivals, 0.0, 1.0)
        grown = _eased(way, FLOWN, 1.0)
        self.tops.set_stroke(opacity=float(grown.min()))
        bars[:, 1:, 1::2] = self.floor + grown[1:, None] * (bars[:, 1:, 1::2] - self.floor)
        heights = self.full / float(self._squares()[:, 0].sum()) * self._squares()[:, :1]
        whole = self._standing(np.array([self.box.left]), np.array([self.box.right]), heights)
        bars[:, :1] = whole + _eased(way[:1], 0.0, 1.0) * (bars[:, :1] - whole)
        return self._draw(bars)

    def set_stacked(self, share: float) -> Self:
        """Show the bars after ``share`` of the stacking: lowered, they slide into the tank.

        One after the other keeps its width until it is there, its red on the red and its blue on
        the blue.
        """
        lowered = float(_eased(np.array([share]), 0.0, LOWERING)[0])
        self.tops.set_stroke(opacity=1 - lowered)
        standing = self._standing(*self._places(self.box.right + APART), self._layers())
        if share < LOWERING:
            bars = self.bars()
            return self._draw(bars + lowered * (standing - bars))
        count = len(self.measured)
        time = (share - LOWERING) / (1 - LOWERING) * (count + FLYING - 1)
        way = np.clip((time - np.arange(count)) / FLYING, 0, 1)
        return self._draw(self._sliding(standing, way)).set_seams(way)

    def set_seams(self, seen: Values | float) -> Self:
        """Show the seams between layers: without them it is one bar."""
        opacities = np.broadcast_to(seen, len(self.measured))
        for parts in (self.across, self.along):
            for part, opacity in zip(parts, opacities, strict=True):
                part.set_stroke(opacity=float(opacity))
        return self

    def _sliding(self, standing: Values, way: Values) -> Values:
        """Return the edges of the bars, each after its ``way`` (n,) from where it is standing."""
        lifted, slid, widened = (_eased(way, *part) for part in (LIFTED, SLIDING, WIDENING))
        layers = self._column(lifted)
        # As long as there is not yet room for its red, a blue stays above it.
        layers[1, :, 1] += (1 - lifted) * (standing[0, :, 3] - standing[0, :, 1])
        bars = standing.copy()
        bars[..., 1] += lifted * (layers[..., 1] - standing[..., 1])
        bars[..., 3] = bars[..., 1] + standing[..., 3] - standing[..., 1]
        bars[..., 0] += slid * (layers[..., 0] - standing[..., 0])
        width = standing[..., 2] - standing[..., 0]
        bars[..., 2] = bars[..., 0] + width + widened * (self.box.width - width)
        return bars

    def _column(self, room: Values) -> Values:
        """Return the edges (2, n, 4) of all layers, each with a share (n,) of its ``room``."""
        edges = self.floor + np.append(0.0, np.cumsum((room * self._layers()).ravel()))
        layers = np.empty((2, len(room), 4))
        layers[..., 0], layers[..., 2] = self.box.left, self.box.right
        layers[..., 1], layers[..., 3] = (e.reshape(2, -1) for e in (edges[:-1], edges[1:]))
        return layers

    def _places(self, left: float) -> tuple[Values, Values]:
        """Return the left and right edges (n,) of bars that stand from ``left`` on."""
        count = len(self.measured)
        width = (PICTURE.right - left) / (count * (1 + GAP) - GAP)
        lefts: Values = left + width * (1 + GAP) * np.arange(count, dtype=np.float64)
        return lefts, lefts + width

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


def _from_one_on(points: Values, one: Values, angle: float) -> Indices:
    """Return the numbers of points (n, 2), first the ``one`` and then as they lie on the line."""
    places = points @ np.array([np.cos(angle), np.sin(angle)])
    return np.lexsort([places, (points != one).any(axis=1)])


def _highest_apart(heights: Values) -> tuple[int, ...]:
    """Return the highest bar of the second and the last third of those (n,) after the first."""
    thirds = np.array_split(np.arange(1, len(heights)), 3)[1:]
    return tuple(int(third[heights[third].argmax()]) for third in thirds if third.size)


def _eased(way: Values, start: float, end: float) -> Values:
    kept = np.clip((way - start) / (end - start), 0.0, 1.0)
    eased: Values = kept * kept * (3 - 2 * kept)
    return eased


def _standing_for_all(squares: Values, whole: float) -> Values:
    """Return the squares (n,) with all but the first scaled so that they add up to ``whole``."""
    others = float(squares[1:].sum())
    return np.append(squares[:1], squares[1:] * ((whole - squares[0]) / others if others else 1))
