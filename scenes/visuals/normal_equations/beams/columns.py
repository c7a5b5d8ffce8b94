"""Two columns and a beam that lies on them: level exactly where both are equally high.

It lies on the inner corner of the higher column, and on the outer corner of the other. Below
stand a title and, where there is room, what is weighed on each of the two sides; below the area a
note where the scale is another one than before.
"""

from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN, Box

Values = NDArray[np.float64]

TITLE_ROW, SIDES_ROW = 0.62, 0.5
HEADROOM = 0.5
COLUMN, OVERHANG = 0.3, 0.03  # shares of the width
RESTS = 0.04  # half of its stroke above what the beam lies on
FLYING = 8
# More pieces than these would be nothing but outlines.
MOST_OUTLINES = 60
BASELINE = 0.52  # of what is weighed, below the ground
NOTED = 0.35  # below the area


class Columns(VGroup):
    """The ground, the beam and the writing; who inherits from it stands the columns on it.

    ``colours`` are those of the beam and of the ground.
    """

    def __init__(
        self,
        area: Box,
        title: VMobject,
        sides: tuple[VMobject, VMobject],
        colours: tuple[str, str],
    ) -> None:
        super().__init__()
        beam, ground = colours
        self.area = area
        self.a = self.b = 0.0
        self.base = VMobject(stroke_color=ground, stroke_width=THIN)
        self.beam = VMobject(stroke_color=beam, stroke_width=BOLD)
        self.title = Placed(title, np.zeros(3))
        self.sides = VGroup(*(Placed(side, np.zeros(3)) for side in sides))
        self.note = VGroup()
        self._rises = [middle_above_baseline(side) for side in sides]

    def set_line(self, a: float, b: float) -> Self:
        """Weigh what belongs to y = a x + b."""
        self.a, self.b = a, b
        return self.draw()

    def set_area(self, area: Box) -> Self:
        """Stand in ``area``: a pure function of the area."""
        self.area = area
        return self.draw()

    def draw(self) -> Self:
        """Draw everything where the area, the line and the chart are now."""
        raise NotImplementedError

    def note_scale(self, pen: Pen, before: float, now: float) -> Self:
        """Tell below the title whether 1 is drawn smaller ``now`` than ``before``, or larger."""
        scale = "smaller scale" if now < before else "larger scale"
        word = pen.words(scale, pen.theme.muted, SMALLEST)
        self.note.submobjects = [Placed(word, np.zeros(3))]
        return self.draw()

    @property
    def floor(self) -> float:
        """Return how high the ground lies."""
        return self.area.bottom + TITLE_ROW + SIDES_ROW

    @property
    def tallest(self) -> float:
        """Return how high the highest column may be."""
        return self.area.top - self.floor - HEADROOM

    @property
    def half(self) -> float:
        """Return half of the width of a column."""
        return COLUMN * self.area.width / 2

    @property
    def middles(self) -> tuple[float, float]:
        """Return where the two columns have their middles."""
        share = OVERHANG + COLUMN / 2
        left, width = self.area.left, self.area.width
        return left + share * width, left + (1 - share) * width

    def _draw_around(self, tops: tuple[float, float]) -> None:
        """Draw the ground, the beam across columns that reach up to ``tops``, and the writing."""
        left, right = self.middles
        half = self.half
        steep = (tops[1] - tops[0]) / (right - left)
        lying = half * abs(steep) + RESTS
        ends = [
            (left - half, tops[0] - half * steep + lying, 0.0),
            (right + half, tops[1] + half * steep + lying, 0.0),
        ]
        self.beam.points = polylines(np.array([ends]))
        ground = [(self.area.left, self.floor, 0.0), (self.area.right, self.floor, 0.0)]
        self.base.points = polylines(np.array([ground]))
        self.title.put(np.array([self.area.middle[0], self.area.bottom + 0.2, 0.0]))
        for note in self.note:
            note.put(np.array([self.area.middle[0], self.area.bottom - NOTED, 0.0]))
        for side, middle, rise in zip(self.sides, (left, right), self._rises, strict=True):
            side.put(np.array([middle, self.floor - BASELINE + rise, 0.0]))


def on_the_way(start: Values, end: Values, gathered: float, *, turned: bool = False) -> Values:
    """Return the rings (n, 4, 3) of rectangles on their way, one after the other.

    Those that are ``turned`` lie down at the start, and are upright at the end.
    """
    n = len(end)
    way = np.clip((gathered * (n + FLYING) - np.arange(n)) / FLYING, 0, 1)[:, None]
    # Down first: what stands beside the chart is not crossed.
    eased = np.concatenate([way**2, 1 - (1 - way) ** 2, way], axis=1)
    middle = eased * end.mean(axis=1) + (1 - eased) * start.mean(axis=1)
    sizes = [np.ptp(ring, axis=1)[:, :2] for ring in (start, end)]
    wide, tall = ((1 - way) * sizes[0][:, :: -1 if turned else 1] + way * sizes[1]).T / 2
    angle = (1 - way[:, 0]) * np.pi / 2 * turned
    across = np.stack([np.cos(angle), np.sin(angle), 0 * angle], axis=1) * wide[:, None]
    up = np.stack([-np.sin(angle), np.cos(angle), 0 * angle], axis=1) * tall[:, None]
    corners = (-across - up, across - up, across + up, up - across)
    return np.stack([middle + corner for corner in corners], axis=1)


def named_sides(pen: Pen, left: str, right: str) -> tuple[VMobject, VMobject]:
    """Return what stands below the two columns."""
    muted = pen.theme.muted
    return pen.sentence(left, muted, SMALLEST), pen.sentence(right, muted, SMALLEST)


def middle_above_baseline(writing: VMobject) -> float:
    """Return how far the middle of a word is above the line that most of its letters stand on."""
    feet = [float(glyph.get_bottom()[1]) for glyph in writing.family_members_with_points()]
    return float(writing.get_center()[1]) - float(np.median(feet))


def rings(left: Values, right: Values, low: Values, high: Values) -> Values:
    """Return the corners (n, 4, 3) of upright rectangles."""
    flat = np.zeros_like(low)
    left, right = np.broadcast_to(left, low.shape), np.broadcast_to(right, low.shape)
    ring = ((left, low), (right, low), (right, high), (left, high))
    return np.stack([np.stack([u, v, flat], axis=-1) for u, v in ring], axis=1)


def in_box(box: Box, places: Values) -> Values:
    """Return ``places`` (n, 3), those beyond a box at its edge."""
    return np.clip(places, [box.left, box.bottom, 0.0], [box.right, box.top, 0.0])


def closed(corners: Values) -> Values:
    """Return the points of closed rings with these corners (n, m, 3)."""
    return polylines(np.concatenate([corners, corners[:, :1]], axis=1))
