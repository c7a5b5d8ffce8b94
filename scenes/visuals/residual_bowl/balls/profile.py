"""The heights along one straight way over the map, lifted out of space: flat, and large."""

from typing import Self

import numpy as np
from manim import LEFT, RIGHT, VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.residual_bowl import layout
from scenes.visuals.residual_bowl.bowl.heights import Heights
from scenes.visuals.residual_bowl.bowl.troughs import ALONE, Troughs
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points, View
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

BARS, NARROW, WIDE, OPACITY = 17, 0.3, 0.62, 0.8
STEPS = 49

Values = NDArray[np.float64]
Place = tuple[float, float]


class Profile(VGroup):
    """Bars of the first three troughs along a way, those of the fourth, and the curve of both.

    What the curve was before stays, and so does that of the fourth trough until it is laid on.
    """

    def __init__(self, pen: Pen, troughs: Troughs, top: float) -> None:
        theme = pen.theme
        self._troughs, self._top = troughs, top
        self.low, self.high = (
            VMobject(stroke_width=0, fill_color=colour, fill_opacity=OPACITY)
            for colour in (theme.residual, theme.point)
        )
        self.base, self.former, self.part, self.path = (
            VMobject(stroke_color=colour, stroke_width=width)
            for colour, width in (
                (theme.muted, THIN),
                (theme.muted, BOLD),
                (theme.point, BOLD),
                (theme.ink, BOLD),
            )
        )
        super().__init__(self.base, self.low, self.high, self.former, self.part, self.path)
        ends = (layout.PROFILE.left, LEFT), (layout.PROFILE.right, RIGHT)
        self.names = VGroup(
            *(
                Placed(pen.sentence(text, colour, SMALLEST), np.array([x, layout.WHOSE, 0]), edge)
                for (x, edge), text, colour in zip(
                    ends,
                    ("first three", "fourth"),
                    (theme.residual, theme.point),
                    strict=True,
                )
            )
        )
        box = layout.PROFILE
        self._origin = np.array([box.middle[0], box.bottom])
        # So far from its lowest place the sum of the first three reaches the top, every way.
        first, _, _ = self._surfaces(0.0)
        self._reach = float(np.sqrt((top - first.least) * troughs.level / top))
        self._units = np.array([box.width / 2 / self._reach, box.height / top])

    def set_way(self, place: Place, angle: float, laid: float, view: View, lifted: float) -> Self:
        """Show the way over ``place``, a share of it ``lifted`` from where ``view`` shows it.

        The fourth trough is so far ``laid`` on the others.
        """
        first, part, whole = self._surfaces(laid)
        way = self._troughs.way(angle)
        # Where the first three bend a way up stays where it is however the way turns.
        middle = float((first.low(place, way) - place) @ way / (way @ way))

        def over(t: Values) -> Values:
            return np.array(place) + t[..., None] * way

        def seen(t: Values, heights: Values) -> Points:
            flat = self._origin + self._units * np.stack([t - middle, heights], axis=-1)
            space = view.project(np.concatenate([over(t), heights[..., None]], axis=-1))
            space[..., :2] += lifted * (flat - space[..., :2])
            return space

        for curve, heights in ((self.former, first), (self.part, part), (self.path, whole)):
            t = self._within(heights, place, way, middle)
            curve.points = polylines(seen(t, heights.over(over(t))[..., 2])[None])
        t = self._within(whole, place, way, middle)
        self.base.points = polylines(seen(t[[0, -1]], np.zeros(2))[None])
        step = (t[-1] - t[0]) / BARS
        middles = t[0] + step * (np.arange(BARS) + 0.5)
        below, above = (one.over(over(middles))[:, 2] for one in (first, part))
        above = np.minimum(above, part.top)
        foot = np.minimum(laid * below, above)
        # As long as they stand before the others, these are seen beside them.
        width = NARROW + laid * (WIDE - NARROW)
        for bars, share, start, end in (
            (self.low, WIDE, 0 * below, below),
            (self.high, width, foot, above),
        ):
            across = middles[:, None] + share / 2 * step * np.array([-1, 1, 1, -1, -1])
            up = np.stack([start, start, end, end, start], axis=-1)
            bars.points = polylines(seen(across, up))
        return self

    def _surfaces(self, laid: float) -> tuple[Heights, Heights, Heights]:
        """Return the first three troughs, the fourth so far laid on them, and all of them."""
        level, few = self._troughs.level, ALONE - 1
        return (
            self._troughs.heights(few, level, self._top),
            self._troughs.coming(few, laid, level, self._top),
            self._troughs.heights(few + laid, level, self._top),
        )

    def _within(self, heights: Heights, place: Place, way: Values, middle: float) -> Values:
        """Return steps (n,) along the way over ``place``, as far as it is shown."""
        ends = (heights.walk(place, way) - place) @ way / (way @ way)
        start, end = np.clip(ends, middle - self._reach, middle + self._reach)
        return np.linspace(float(start), float(end), STEPS)
