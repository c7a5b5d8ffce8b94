"""A tank that squares pour into: the height of what is in it is their sum."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.plot.regression import SQUARE_OPACITY, set_rings, square
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, THIN, Box

BELOW = 0.6  # how much darker the content is below a mark
OVERHANG = 0.14  # of a mark, beyond the walls
# How many squares are on their way at the same time.
FLYING = 5
# A copy is all there after one of so many parts of its way.
APPEARING = 6


class Tank(VGroup):
    """Walls in ``box``, what is in it, and a mark at a level worth remembering.

    ``levels`` says which value lies at the bottom and which at the top. A chart beside it with the
    same scale and the same bottom and top shows the same level at the same height.
    """

    def __init__(self, pen: Pen, box: Box, levels: Scale, colour: str | None = None) -> None:
        super().__init__()
        self.levels = levels
        hue = colour or pen.theme.residual
        self.walls = VMobject(stroke_color=pen.theme.muted, stroke_width=THIN)
        self.content = VMobject(stroke_width=0, fill_color=hue, fill_opacity=0.75)
        self.mark = VMobject(stroke_color=pen.theme.ink, stroke_width=BOLD)
        # What no line can avoid is darker, once the level is counted from the mark.
        self.below = VMobject(stroke_width=0, fill_color=pen.theme.background, fill_opacity=0)
        self.add(self.walls, self.content, self.below, self.mark)
        self.level = levels.low
        self.marked: float | None = None
        self.set_box(box)

    def set_box(self, box: Box) -> Self:
        """Stand in ``box``, with the same level and mark."""
        self.box = box
        corners = [(box.left, box.top), (box.left, box.bottom), (box.right, box.bottom)]
        corners.append((box.right, box.top))
        self.walls.points = polylines(np.array([[(u, v, 0.0) for u, v in corners]]))
        return self.draw()

    def set_levels(self, levels: Scale) -> Self:
        """Let other values lie at the bottom and at the top."""
        self.levels = levels
        return self.draw()

    def draw(self) -> Self:
        """Draw level and mark where they are now."""
        self.set_level(self.level)
        return self if self.marked is None else self.set_mark(self.marked)

    def top_of(self, value: float) -> float:
        """Return the height on the screen at which ``value`` lies, never above the rim."""
        return self.box.bottom + self.box.height * float(np.clip(self.levels.share(value), 0, 1))

    def set_level(self, value: float) -> Self:
        """Fill the tank up to ``value``; above its rim it stays full."""
        self.level = value
        self.content.points = self._filled(value)
        return self

    def set_mark(self, value: float) -> Self:
        """Draw the mark at ``value``."""
        self.marked = value
        y = self.top_of(value)
        ends = [(self.box.left - OVERHANG, y, 0.0), (self.box.right + OVERHANG, y, 0.0)]
        self.mark.points = polylines(np.array([ends]))
        self.below.points = self._filled(value)
        return self

    def set_counted_from_mark(self, share: float) -> Self:
        """Darken what lies below the mark."""
        self.below.set_fill(opacity=share * BELOW)
        return self

    def _filled(self, value: float) -> NDArray[np.float64]:
        box, top = self.box, self.top_of(value)
        ring = [(box.left, box.bottom), (box.right, box.bottom), (box.right, top), (box.left, top)]
        return polylines(np.array([[(u, v, 0.0) for u, v in [*ring, ring[0]]]]))


class Pouring(VGroup):
    """Squares on their way into a tank: each becomes a layer, and the layers lie on each other.

    ``corners`` (n, 4, 3) are those of the squares, counter-clockwise from the lower left;
    ``areas`` (n,) are in the units of the tank's levels.
    """

    def __init__(
        self,
        pen: Pen,
        corners: NDArray[np.float64],
        areas: NDArray[np.float64],
        tank: Tank,
        *,
        colour: str | None = None,
    ) -> None:
        super().__init__(*(square(pen.theme, colour) for _ in areas))
        self._start = corners
        tops = [tank.top_of(tank.levels.low + float(total)) for total in np.cumsum(areas)]
        bottoms = [tank.box.bottom, *tops[:-1]]
        left, right = tank.box.left, tank.box.right
        self._layers = np.array(
            [
                [(left, low, 0.0), (right, low, 0.0), (right, high, 0.0), (left, high, 0.0)]
                for low, high in zip(bottoms, tops, strict=True)
            ]
        )
        self.set_share(0.0)

    def ways(self, share: float) -> NDArray[np.float64]:
        """Return how far each square (n,) has come after ``share`` of the pouring."""
        n = len(self._start)
        way: NDArray[np.float64] = np.clip((share * (n + FLYING) - np.arange(n)) / FLYING, 0, 1)
        return way

    def set_share(self, share: float) -> Self:
        """Show the squares after ``share`` of the pouring, one after the other."""
        way = self.ways(share)[:, None, None]
        eased = way * way * (3 - 2 * way)
        set_rings(self, (1 - eased) * self._start + eased * self._layers)
        return self


class Copies(Pouring):
    """Copies on their way while the squares stay: a copy is seen only once it has left.

    Before that it would lie on its square, which would look darker than it is.
    """

    def set_share(self, share: float) -> Self:
        """Show the copies after ``share`` of the pouring."""
        super().set_share(share)
        for part, way in zip(self.submobjects, self.ways(share), strict=True):
            seen = min(1.0, APPEARING * float(way))
            part.set_stroke(opacity=seen).set_fill(opacity=SQUARE_OPACITY * seen)
        return self
