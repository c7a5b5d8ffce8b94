"""What is drawn on the page: its edges and rules, points, lines, distances and squares."""

from typing import Self

import numpy as np
from manim import Circle, VGroup, VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.page import SHEET, Page, Values
from scenes.visuals.plot.regression import RADIUS, set_rings, square
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD, THIN

FAR = 10.0  # beyond every edge of the page
RULE = 0.85  # from one rule of the page to the next
CORNERS = np.array(
    [
        (SHEET.left, SHEET.bottom),
        (SHEET.right, SHEET.bottom),
        (SHEET.right, SHEET.top),
        (SHEET.left, SHEET.top),
        (SHEET.left, SHEET.bottom),
    ]
)
RULES = [
    np.array([(SHEET.left, y), (SHEET.right, y)])
    for y in np.arange(SHEET.bottom + RULE, SHEET.top - RULE / 2, RULE)
]


class Paper(VGroup):
    """A ruled sheet, as far as the picture shows it."""

    def __init__(self, theme: Theme) -> None:
        self.rules = VMobject(stroke_color=theme.faint, stroke_width=THIN)
        self.edges = VMobject(stroke_color=theme.muted, stroke_width=THIN)
        super().__init__(self.rules, self.edges)

    def set_page(self, page: Page) -> Self:
        """Lay the sheet as ``page`` lies."""
        edges = np.stack([CORNERS[:-1], CORNERS[1:]], axis=1)
        for part, strokes in ((self.rules, RULES), (self.edges, edges)):
            part.points = _seen(page, strokes)
        return self


class Dots(VMobject):
    """Discs at points of the page, with a rim in the colour of the ground."""

    def __init__(self, theme: Theme, radius: float = RADIUS) -> None:
        super().__init__(
            stroke_width=2, stroke_color=theme.background, fill_color=theme.point, fill_opacity=1
        )
        self._disc = Circle(radius).points

    def set_points_on(self, page: Page, points: Values, size: float = 1.0) -> Self:
        """Draw a disc at each point (n, 2), ``size`` times as large."""
        self.points = (page.places(points)[:, None, :] + size * self._disc).reshape(-1, 3)
        return self


class StraightAcross(VMobject):
    """A line at an angle, as far as the page reaches."""

    def __init__(self, colour: str, *, width: float = BOLD) -> None:
        super().__init__(stroke_color=colour, stroke_width=width)

    def set_line(self, page: Page, angle: float, offset: float = 0.0, drawn: float = 1.0) -> Self:
        """Draw the line that passes the middle at ``offset``: ``drawn`` of it, from there on."""
        along = np.array([np.cos(angle), np.sin(angle)])
        through = offset * np.array([-along[1], along[0]])
        ends = page.stroke(through - FAR * along, through + FAR * along)
        if ends is None:
            self.points = np.zeros((0, 3))
            return self
        foot = page.places(through)
        self.points = polylines((foot + drawn * (ends - foot))[None])
        return self


class Ways(VMobject):
    """A stroke from each point to where its distance ends."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(stroke_color=theme.residual, stroke_width=BOLD)

    def set_ways(self, page: Page, points: Values, feet: Values, drawn: float = 1.0) -> Self:
        """Draw the ways from points (n, 2) to feet (n, 2): the first ``drawn`` of each."""
        ends = points + drawn * (feet - points)
        self.points = polylines(page.places(np.stack([points, ends], axis=1)))
        return self


class SquaresOnWays(VGroup):
    """A square on each way, each its own fill."""

    def __init__(self, count: int, theme: Theme) -> None:
        super().__init__(*(square(theme) for _ in range(count)))

    def set_ways(self, page: Page, points: Values, feet: Values, drawn: float = 1.0) -> Self:
        """Draw the squares on the ways, their widths scaled by ``drawn``."""
        set_rings(self, square_corners(page, points, feet, drawn))
        return self


def square_corners(page: Page, points: Values, feet: Values, drawn: float = 1.0) -> Values:
    """Return the corners (n, 4, 3) of the squares on the ways from points to feet.

    They run counter-clockwise from the lower left: on the way to a tank a square then turns
    little.
    """
    start, end = page.places(points), page.places(feet)
    way = end - start
    side = drawn * np.stack([-way[:, 1], way[:, 0], np.zeros(len(way))], axis=-1)
    # Towards the middle, where there is room on the page.
    inwards = np.sign(((page.middle - start) * side).sum(axis=1))
    side *= np.where(inwards == 0, 1.0, inwards)[:, None]
    ring = np.stack([start, end, end + side, start + side], axis=1)
    clockwise = way[:, 0] * side[:, 1] < way[:, 1] * side[:, 0]
    ring[clockwise] = ring[clockwise, ::-1]
    first = (ring[..., 0] + ring[..., 1]).argmin(axis=1)
    order = (first[:, None] + np.arange(4)) % 4
    corners: Values = np.take_along_axis(ring, order[..., None], axis=1)
    return corners


class Cross(VMobject):
    """A cross at the middle of the points."""

    def __init__(self, theme: Theme, reach: float = 0.2) -> None:
        super().__init__(stroke_color=theme.ink, stroke_width=BOLD)
        self._arms = reach * np.array([[[-1, 0, 0], [1, 0, 0]], [[0, -1, 0], [0, 1, 0]]])

    def set_page(self, page: Page) -> Self:
        """Draw it upright in the middle of ``page``."""
        self.points = polylines(page.middle + self._arms)
        return self


def _seen(page: Page, strokes: list[Values] | Values) -> Values:
    ends = [seen for stroke in strokes if (seen := page.stroke(*stroke)) is not None]
    return polylines(np.array(ends))
