"""What is drawn on the page: its edges and rules, points, lines, distances and squares."""

from typing import Self

import numpy as np
from manim import Circle, ManimColor, VGroup, VMobject, interpolate_color

from core.palette import Theme
from scenes.visuals.geometric_fit.sheet.page import RADIUS, Page, Values, chord, on_the_sheet
from scenes.visuals.plot.regression import RADIUS as DOT
from scenes.visuals.plot.regression import RIM, set_rings, square
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD, THIN

RULE = 0.75  # from one rule of the sheet to the next
RULED = 0.62  # opacity: they are the only sign that the sheet turns, and no line of a fit
CORNER = 0.24  # sides of the mark of a right angle
LARGE = 0.36  # those of the one that is looked at
LEAST_WAY = 0.8  # to be marked, where there is one


class Paper(VGroup):
    """A round, ruled sheet: its rules tell how it is turned."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.rules = VMobject(stroke_color=theme.muted, stroke_width=THIN, stroke_opacity=RULED)
        self.rim = VMobject(stroke_color=theme.muted, stroke_width=THIN)
        super().__init__(self.rules, self.rim)

    def set_page(self, page: Page) -> Self:
        """Lay the sheet as ``page`` lies."""
        self.rules.points = polylines(page.places(rules()))
        self.rim.points = polylines(page.places(rim())[None])
        return self

    def set_dimmed(self, share: float) -> Self:
        """Let the rules be as quiet as a grid: much else is drawn on the sheet."""
        plain, quiet = ManimColor(self.theme.muted), ManimColor(self.theme.faint)
        self.rules.set_stroke(
            interpolate_color(plain, quiet, share), opacity=RULED + share * (1 - RULED)
        )
        return self


def rules() -> Values:
    """Return the ends (n, 2, 2) of the rules of the sheet."""
    return np.array([chord(0.0, y) for y in np.arange(-3, 4) * RULE])


def rim(corners: int = 180) -> Values:
    """Return a ring (corners + 1, 2) along the edge of the sheet."""
    angle = np.linspace(0, 2 * np.pi, corners + 1)
    return RADIUS * np.stack([np.cos(angle), np.sin(angle)], axis=1)


class Dots(VMobject):
    """Discs at points of the page, on a rim in the colour of the ground."""

    def __init__(self, theme: Theme, radius: float = DOT) -> None:
        super().__init__(
            stroke_width=0,
            background_stroke_width=RIM,
            background_stroke_color=theme.background,
            background_stroke_opacity=1,
            fill_color=theme.point,
            fill_opacity=1,
        )
        self._disc = Circle(radius).points

    def set_points_on(self, page: Page, points: Values, size: float = 1.0) -> Self:
        """Draw a disc at each point (n, 2), ``size`` times as large."""
        self.points = (page.places(points)[:, None, :] + size * self._disc).reshape(-1, 3)
        return self


class StraightAcross(VMobject):
    """A line at an angle, from rim to rim of the sheet."""

    def __init__(self, colour: str) -> None:
        super().__init__(stroke_color=colour, stroke_width=BOLD)

    def set_line(self, page: Page, angle: float) -> Self:
        """Draw the line through the middle."""
        self.points = polylines(page.places(chord(angle))[None])
        return self


def broken(start: Values, end: Values, dashes: int) -> Values:
    """Return the ends (dashes, 2, 3) of a stroke that is broken into ``dashes``."""
    starts = np.arange(dashes) / (dashes - 1 / 3)
    shares = np.stack([starts, starts + 2 / 3 / (dashes - 1 / 3)], axis=1)
    ends: Values = start + shares[..., None] * (end - start)
    return ends


class Corner(VMobject):
    """The mark of a right angle where one of the ways meets a line: where there is room for it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(stroke_color=theme.ink, stroke_width=BOLD)

    def set_ways(self, page: Page, points: Values, feet: Values) -> Self:
        """Mark the angle of the way from points to feet (n, 2) that has the most room beside it."""
        rings = right_angles(points, feet, LARGE)
        self.points = polylines(page.places(rings[roomiest(rings, points, feet)])[None])
        return self


def right_angles(points: Values, feet: Values, size: float) -> Values:
    """Return the corners (2, n, 3, 2) of the marks on either side of the ways to feet (n, 2)."""
    way = points - feet
    back = size * way / np.maximum(np.hypot(*way.T), size)[:, None]
    aside = np.stack([-back[:, 1], back[:, 0]], axis=1)
    return np.stack(
        [feet[:, None] + np.stack([back, back + s * aside, s * aside], axis=1) for s in (1, -1)]
    )


def roomiest(rings: Values, points: Values, feet: Values) -> tuple[int, int]:
    """Return side and number of the mark that is farthest from all other ways and the rim."""
    others = points + np.linspace(0, 1, 9)[:, None, None] * (feet - points)
    away = np.linalg.norm(rings[:, :, :, None, None] - others, axis=-1).min(axis=(2, 3))
    own = np.eye(len(points), dtype=bool)
    within = RADIUS - np.linalg.norm(rings, axis=-1).max(axis=-1)
    room = np.minimum(np.where(own, np.inf, away).min(axis=-1), within)
    room[:, np.hypot(*(points - feet).T) < LEAST_WAY] -= RADIUS  # all short: still a mark
    side, number = np.unravel_index(int(room.argmax()), room.shape)
    return int(side), int(number)


class Ways(VMobject):
    """A stroke from each point to where its distance ends."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(stroke_color=theme.residual, stroke_width=BOLD)

    def set_ways(
        self, page: Page, points: Values, feet: Values, drawn: float | Values = 1.0
    ) -> Self:
        """Draw the ways from points (n, 2) to feet (n, 2): the first ``drawn`` of each.

        What comes from outside the sheet is seen from its rim on.
        """
        ends = points + drawn * (feet - points)
        self.points = polylines(page.places(on_the_sheet(points, ends)))
        return self


class SquaresOnWays(VGroup):
    """A square on each way, each its own fill; ``sides`` (n,) are those of ``square_corners``."""

    def __init__(self, sides: Values, theme: Theme) -> None:
        self.sides = sides
        super().__init__(*(square(theme) for _ in sides))

    def set_ways(
        self, page: Page, points: Values, feet: Values, drawn: float | Values = 1.0
    ) -> Self:
        """Draw the squares on the ways, their widths scaled by ``drawn``."""
        set_rings(self, square_corners(page, points, feet, drawn, self.sides))
        return self


def square_corners(
    page: Page,
    points: Values,
    feet: Values,
    drawn: float | Values = 1.0,
    sides: float | Values = 0.0,
) -> Values:
    """Return the corners (n, 4, 3) of the squares on the ways from points to feet.

    They lie to the left of the way (1), to its right (-1), or where the middle of the sheet is (0).
    """
    start, end = page.places(points), page.places(feet)
    way = end - start
    side = drawn * np.stack([-way[:, 1], way[:, 0], np.zeros(len(way))], axis=-1)
    # Towards the middle, where there is room on the page.
    inwards = np.sign(((page.places(np.zeros(2)) - start) * side).sum(axis=1))
    inwards = np.where(inwards == 0, 1.0, inwards)
    side *= np.where(np.asarray(sides) == 0, inwards, sides)[:, None]
    return from_lower_left(np.stack([start, end, end + side, start + side], axis=1))


def from_lower_left(rings: Values) -> Values:
    """Return the corners of squares (n, 4, 3) counter-clockwise from the lower left.

    On the way to a tank a square then turns little.
    """
    way, side = (rings[:, k] - rings[:, 0] for k in (1, 3))
    clockwise = way[:, 0] * side[:, 1] < way[:, 1] * side[:, 0]
    ring = np.where(clockwise[:, None, None], rings[:, ::-1], rings)
    first = (ring[..., 0] + ring[..., 1]).argmin(axis=1)
    order = (first[:, None] + np.arange(4)) % 4
    corners: Values = np.take_along_axis(ring, order[..., None], axis=1)
    return corners


def shrunk(corners: Values, size: float) -> Values:
    """Return squares (n, 4, 3) about the same middles, with sides ``size`` times as long."""
    middles = corners.mean(axis=1, keepdims=True)
    smaller: Values = middles + size * (corners - middles)
    return smaller


class Cross(VMobject):
    """A cross at the middle of the points."""

    def __init__(self, theme: Theme, reach: float = 0.26) -> None:
        super().__init__(stroke_color=theme.ink, stroke_width=BOLD)
        self._arms = reach * np.array([[[-1, 0, 0], [1, 0, 0]], [[0, -1, 0], [0, 1, 0]]])

    def set_page(self, page: Page) -> Self:
        """Lie where the middle of ``page`` is."""
        self.points = polylines(np.array([*page.middle, 0.0]) + self._arms)
        return self
