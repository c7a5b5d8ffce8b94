"""A second point and its bar: its square is larger, and so its bar is wider."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from scenes.visuals.geometric_fit.bars.row import Row
from scenes.visuals.geometric_fit.bars.shares import Shares
from scenes.visuals.geometric_fit.bars.triangle import DASHES
from scenes.visuals.geometric_fit.sheet.cloud import feet_nearest
from scenes.visuals.geometric_fit.sheet.drawn import broken, from_lower_left
from scenes.visuals.geometric_fit.sheet.page import MOVED, Values
from scenes.visuals.plot.regression import set_rings, square
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, PICTURE, SMALLEST, THIN

RING = 0.25  # radius
CORNERS = 48
BELOW = 0.12  # bars are the strokes as wide as these,
NAME = 0.38  # and their names,
BETWEEN = 0.25  # which are apart
INSET = 0.05  # of such a stroke
END = 0.07  # half as high are its ends


class Other(VGroup):
    """The last point of ``row``: its way to the mean, squared at ``corners`` (4, 3), and its bar.

    That bar comes beside the first one, and both widths are named. From then on both points have
    ``rings``; while the line turns, this one has legs.
    """

    def __init__(self, row: Row, corners: Values, pen: Pen) -> None:
        theme = pen.theme
        self.point, self.row, self.corners = row.measured[row.other], row, corners
        self.far = float(self.point @ self.point)
        self.way = VMobject(stroke_color=theme.ink, stroke_width=BOLD)
        first, last = MOVED.places([self.point, np.zeros(2)])
        self.way.points = polylines(broken(first, last, DASHES[0]))
        self.squares = VGroup(square(theme, theme.muted))
        set_rings(self.squares, corners[None])
        self.bar = Shares(row.box_of(row.other, row.both), (), 0.0, pen)
        self.bar.whole.set_stroke(theme.ink)
        self.widths = _widths(row, pen)
        self.rings = VMobject(stroke_color=theme.ink, stroke_width=BOLD)
        two = row.measured[[row.one, row.other]]
        self.rings.points = polylines(np.stack([_ring(point) for point in two]))
        self.along = VMobject(stroke_color=theme.point, stroke_width=2 * BOLD)
        self.across = VMobject(stroke_color=theme.residual, stroke_width=2 * BOLD)
        self.legs = VGroup(self.along, self.across)
        super().__init__(self.squares, self.way, self.legs, self.rings, self.bar)
        self.set_z_index(5)
        self.squares.set_z_index(3)
        self.bar.set_z_index(2)
        self.rings.set_z_index(7)

    def set_angle(self, angle: float) -> Self:
        """Lay the legs along and across the line at ``angle``, and split the bar accordingly."""
        foot = feet_nearest(self.point[None], angle)[0]
        self.along.points = polylines(MOVED.places([np.zeros(2), foot])[None])
        self.across.points = polylines(MOVED.places([foot, self.point])[None])
        across = self.point - foot
        self.bar.set_split(float(across @ across) / self.far)
        return self


def compared(points: Values, one: Values, beside: Values, right: float) -> tuple[Values, Values]:
    """Return the farthest of ``points`` (n, 2) that can be squared, and the corners of its square.

    That square stays left of ``right`` and in the picture, on the side that is farther from the
    square ``beside`` it (4, 3) on the way of ``one``. Where none can, it is the nearest point.
    """
    others = points[(points != one).any(axis=1)]
    others = others[np.argsort((others**2).sum(axis=1))]
    squares = np.stack([_square(point, side) for point in others for side in (1, -1)])
    x, y = squares[..., 0], squares[..., 1]
    room = (x.min(axis=1) > PICTURE.left) & (x.max(axis=1) < right)
    room &= (y.min(axis=1) > PICTURE.bottom) & (y.max(axis=1) < PICTURE.top)
    number = int(np.flatnonzero(room)[-1]) // 2 if room.any() else 0
    pair = squares[2 * number : 2 * number + 2]
    away = np.linalg.norm(pair.mean(axis=1) - beside.mean(axis=0), axis=-1)
    away[~room[2 * number : 2 * number + 2]] -= 2 * PICTURE.width
    return others[number], pair[int(away.argmax())]


def _square(point: Values, side: int) -> Values:
    """Return the corners (4, 3) of the square on the way of a ``point``, on one ``side`` of it."""
    aside = side * np.array([-point[1], point[0]])
    ring = MOVED.places([np.zeros(2), point, point + aside, aside])
    corners: Values = from_lower_left(ring[None])[0]
    return corners


def _widths(row: Row, pen: Pen) -> VGroup:
    """Return strokes as wide as the first two bars, and what both widths are."""
    strokes = VMobject(stroke_color=pen.theme.ink, stroke_width=THIN)
    boxes = [row.box_of(number, row.both) for number in (row.one, row.other)]
    y = row.box.bottom - BELOW
    drawn = []
    for box in boxes:
        left, right = box.left + INSET, box.right - INSET
        drawn += [[(x, y - END, 0), (x, y + END, 0)] for x in (left, right)]
        drawn.append([(left, y, 0), (right, y, 0)])
    strokes.points = polylines(np.array(drawn))
    formulas = [pen.formula('"distance"^2', pen.theme.ink, SMALLEST) for _ in boxes]
    # Below its bar; where that is narrow, the name is on its side of what is between both.
    away = (formulas[0].width + BETWEEN) / 2
    first, second = boxes
    places = min(first.middle[0], first.right - away), max(second.middle[0], second.left + away)
    names = (
        Placed(formula, np.array([x, row.box.bottom - NAME, 0.0]))
        for formula, x in zip(formulas, places, strict=True)
    )
    return VGroup(strokes, *names)


def _ring(point: Values) -> Values:
    """Return the corners (CORNERS + 1, 3) of a ring about a ``point`` of the sheet."""
    angle = np.linspace(0, 2 * np.pi, CORNERS + 1)
    return MOVED.places(point + RING * np.stack([np.cos(angle), np.sin(angle)], axis=1))
