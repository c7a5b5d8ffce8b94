"""The heights along one straight way over the map, lifted out of space: flat, and large."""

from dataclasses import replace
from typing import Self

import numpy as np
from manim import DOWN, LEFT, ORIGIN, RIGHT, UP, VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.residual_bowl import layout
from scenes.visuals.residual_bowl.balls.on_the_bowl import BALL
from scenes.visuals.residual_bowl.bowl.heights import Heights
from scenes.visuals.residual_bowl.bowl.space import BowlSpace
from scenes.visuals.residual_bowl.bowl.troughs import ALONE, Troughs
from scenes.visuals.residual_bowl.map.verdicts import FLAT
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points, View
from scenes.visuals.space.wireframe import Discs
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

BARS, FILLED, OPACITY = 17, 0.62, 0.8
STEPS = 49
# How far above its place a bar begins to drop, and by which share of its way it is all there.
HOVER, APPEARED = 0.7, 0.3
SMALLER = 0.6  # is a ball where the cut is small
# So far from each other, as a share of how far they can be, two balls stand on the curve.
APART = 0.8
SAID = 0.5  # over the chord, and under the curve
ABOVE = 0.32  # the end of a curve
# Where the fourth trough lifts the cut out of the bowl, it is shown so far above where it turns.
ROOM = 1.4

Values = NDArray[np.float64]
Place = tuple[float, float]


class Profile(VGroup):
    """Bars of the first three troughs along a way, those of the fourth on them, and their curve.

    Both curves, that of three and that of all four, end at the same height: what bends more is
    narrower there. Bars stand where the sum of all four stays below that height.
    """

    def __init__(self, pen: Pen, troughs: Troughs, space: BowlSpace) -> None:
        theme, top = pen.theme, space.top
        self._troughs, self._top, self._cut = troughs, top, top
        self.low, self.high = (
            VMobject(stroke_width=0, fill_color=colour, fill_opacity=OPACITY)
            for colour in (theme.residual, theme.point)
        )
        self.base, self.former, self.path = (
            VMobject(stroke_color=colour, stroke_width=width)
            for colour, width in ((theme.muted, THIN), (theme.muted, BOLD), (theme.ink, BOLD))
        )
        super().__init__(self.base, self.low, self.high, self.former, self.path)
        box = layout.PROFILE
        self.three, self.fourth = (
            Placed(pen.sentence(text, colour, SMALLEST), np.array([x, layout.WHOSE, 0]), edge)
            for x, edge, text, colour in (
                (box.left, LEFT, "first three", theme.residual),
                (box.right, RIGHT, "fourth", theme.point),
            )
        )
        self.pair, self.third, self.small_pair = (
            Discs(theme.ink, BALL, ring=theme.background).set_z_index(6.5) for _ in range(3)
        )
        self.equal, self.lower = (
            Placed(pen.sentence(text, theme.ink, SMALLEST), np.zeros(3))
            for text in ("equal", "lower")
        )
        self.chord, self.sag = (
            VMobject(stroke_color=colour, stroke_width=width).set_z_index(4)
            for colour, width in ((theme.muted, BOLD), (theme.ink, THIN))
        )
        self._origin = np.array([box.middle[0], box.bottom])
        # So far from its lowest place the sum of the first three reaches that height, every way.
        first, _, whole = self._surfaces(1.0)
        self._cut = max(top, ROOM * float(whole.at(*troughs.hub)))
        self._reach = float(np.sqrt((self._cut - first.least) * troughs.level / top))
        self._units = np.array([box.width / 2 / self._reach, box.height / self._cut])
        # What is on the right in the bowl comes to the right.
        start, end = space.view(1.0).project(np.array([(0, 0, 0), (*troughs.way(0.0), 0)]))
        self._units[0] *= 1 if end[0] >= start[0] else -1
        # Above the left end of what was, and above the right end of what is.
        whole = self._surfaces(1.0)[2]
        t = self._within(whole, 0.0)
        right = self._flat(0.0, t, self._along(whole, 0.0, t))[:, 0].max()
        self.marks = VGroup(
            *(
                Placed(
                    pen.sentence(text, colour, SMALLEST), np.array([x, box.top + ABOVE, 0]), edge
                )
                for x, edge, text, colour in (
                    (box.left, LEFT, "before", theme.muted),
                    (right, ORIGIN, "now", theme.ink),
                )
            )
        )

    def set_way(
        self, angle: float, laid: float, view: View, *, lifted: float = 1.0, dropped: float = 1.0
    ) -> Self:
        """Show the way at an ``angle``, a share of it ``lifted`` from where ``view`` shows it.

        The bars of the fourth trough have so far ``dropped`` on those of the others, and the curve
        is that of the others with a share ``laid`` of it.
        """
        place, way = self._troughs.hub, self._troughs.way(angle)

        def seen(t: Values, heights: Values, over: float = 0.0) -> Points:
            places = np.array(place) + t[..., None] * way
            space = view.project(np.concatenate([places, heights[..., None]], axis=-1))
            flat = self._flat(angle, t, heights) + np.array([0.0, over, 0.0])
            on_the_way: Points = space + lifted * (flat - space)
            return on_the_way

        first, part, whole = self._surfaces(laid)
        for curve, heights in ((self.former, first), (self.path, whole)):
            t = self._within(heights, angle)
            curve.points = polylines(seen(t, self._along(heights, angle, t))[None])
        t = self._within(first, angle)
        self.base.points = polylines(seen(t[[0, -1]], np.zeros(2))[None])
        bars = self._bars(angle)
        below, more = (self._along(one, angle, bars) for one in (first, part))
        over = HOVER * (1 - dropped)
        self.low.points = polylines(seen(*_standing(bars, 0 * below, below)))
        self.high.points = polylines(seen(*_standing(bars, below, below + more), over))
        self.high.set_fill(opacity=OPACITY * min(1.0, dropped / APPEARED))
        return self

    def set_pair(self, angle: float, view: View, *, drawn: float, fallen: float) -> Self:
        """Put two balls on the curve of all four, equally high, and join them by a level chord.

        So much of the chord is ``drawn``; from its middle a third ball has ``fallen`` so far down
        to the curve. In the bowl the two are small.
        """
        whole, way = self._surfaces(1.0)[2], self._troughs.way(angle)
        t, hub = self._within(whole, angle), np.array(self._troughs.hub)
        lowest = float((whole.low(self._troughs.hub, way) - hub) @ way / (way @ way))
        reach = APART * max(0.0, min(lowest - t[0], t[-1] - lowest))
        at = lowest + reach * np.array([-1.0, 0.0, 1.0])
        heights = self._along(whole, angle, at)
        left, low, right = self._flat(angle, at, heights)
        self.pair.set_points_in_space([left, right], FLAT)
        places = hub + at[:, None] * way
        self.small_pair.set_points_in_space(
            np.column_stack([places, heights])[[0, 2]], view, SMALLER
        )
        self.chord.points = polylines(np.array([[left, left + drawn * (right - left)]]))
        middle = (left + right) / 2
        third = middle + fallen * (low - middle)
        self.sag.points = polylines(np.array([[middle, third]]))
        self.third.set_points_in_space([third], FLAT)
        self.equal.put(middle + SAID * UP)
        self.lower.put(low + SAID * DOWN)
        return self

    def _flat(self, angle: float, t: Values, heights: Values) -> Points:
        """Return where heights at ``t`` are on the screen (n, 3) once they are lifted."""
        flat = self._origin + self._units * np.stack([t - self._middle(angle), heights], axis=-1)
        return np.concatenate([flat, 0 * flat[..., :1]], axis=-1)

    def _surfaces(self, laid: float) -> tuple[Heights, Heights, Heights]:
        """Return the first three troughs, the fourth, and the three with a share of it."""
        level, few = self._troughs.level, ALONE - 1
        first, part, whole = (
            replace(one, top=self._cut)
            for one in (
                self._troughs.heights(few, level, self._top),
                self._troughs.coming(few, 0.0, level, self._top),
                self._troughs.heights(few + laid, level, self._top),
            )
        )
        return first, part, whole

    def _middle(self, angle: float) -> float:
        """Return where on the way at an ``angle`` the first three are lowest.

        Where they bend a way up stays where it is however the way turns.
        """
        place, way = self._troughs.hub, self._troughs.way(angle)
        first, _, _ = self._surfaces(0.0)
        return float((first.low(place, way) - place) @ way / (way @ way))

    def _along(self, heights: Heights, angle: float, t: Values) -> Values:
        """Return the heights at ``t`` on the way at an ``angle``."""
        along = np.array(self._troughs.hub) + t[..., None] * self._troughs.way(angle)
        return heights.at(along[..., 0], along[..., 1])

    def _within(self, heights: Heights, angle: float) -> Values:
        """Return steps (n,) along the way at an ``angle``, as far as ``heights`` are shown."""
        place, way, middle = self._troughs.hub, self._troughs.way(angle), self._middle(angle)
        ends = (heights.walk(place, way) - place) @ way / (way @ way)
        start, end = np.clip(ends, middle - self._reach, middle + self._reach)
        return np.linspace(float(start), float(end), STEPS)

    def _bars(self, angle: float) -> Values:
        """Return the left and the right edges (n, 2) of bars below the curve of all four."""
        t = self._within(self._surfaces(1.0)[2], angle)
        step = (t[-1] - t[0]) / BARS
        middles: Values = t[0] + step * (np.arange(BARS) + 0.5)
        edges: Values = middles[:, None] + FILLED / 2 * step * np.array([-1.0, 1.0])
        return edges


def _standing(edges: Values, foot: Values, top: Values) -> tuple[Values, Values]:
    """Return across and up (n, 5) the closed outlines of bars, each cut as the curves run."""
    corners = [0, 1, 1, 0, 0]
    up = np.stack([foot[:, 0], foot[:, 1], top[:, 1], top[:, 0], foot[:, 0]], axis=-1)
    return edges[:, corners], up
