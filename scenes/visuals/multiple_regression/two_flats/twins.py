"""Two flats of one rent: rings about them, what they share, what the larger one is worth."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup, VMobject

from core.palette import Theme
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shades import Shades
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.space import DOT
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points
from scenes.visuals.space.wireframe import Discs, Strokes
from scenes.visuals.writing.numerals import Number, number_width
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

RING = 0.24  # radius, on the screen
BELOW = 0.64 * RIGHT + 0.4 * DOWN  # a stroke's end, where a line climbs to the right
UNDER, ALONG = 0.32 * DOWN, 0.5  # the middle of a stroke
ASIDE, INSIDE = 0.36 * RIGHT, 0.2 * LEFT  # of a bar, beyond a ring, and on its other side
BEFORE, AFTER = 0.62 * LEFT + 0.34 * UP, 0.7 * RIGHT + 0.06 * UP  # the ends of a stroke
SPACE = 0.16  # before a unit
NEARLY = 0.02  # radians


class Rings(VMobject):
    """A ring about either of the two; from the front it holds no other flat."""

    def __init__(self, flats: Flats, theme: Theme) -> None:
        super().__init__(stroke_color=theme.ink, stroke_width=THIN + 1, fill_color=theme.background)
        self.flats = flats
        self._discs = Discs(theme.ink, RING)

    def set_shot(self, shot: Shot) -> Self:
        """Draw them where the two are."""
        values = self.flats.moved(shot.moved, shot.ahead).values[list(self.flats.twins)]
        self.points = self._discs.set_points_in_space(
            self.flats.space.in_box(values), shot.view
        ).points
        return self.set_fill(opacity=_from_front(shot))


class TwoDots(VGroup):
    """From the front, the two once more, before all others."""

    def __init__(self, flats: Flats, theme: Theme) -> None:
        self._flats, self._shades, self._idle = flats, Shades(theme), theme.point
        self._values = flats.values[list(flats.twins)]
        self._kinds = flats.space.nearest(self._values[:, 1])
        super().__init__(*(Discs(theme.point, DOT, ring=theme.background) for _ in self._kinds))

    def set_shot(self, shot: Shot) -> Self:
        """Draw them where the two are."""
        moved = self._flats.moved(shot.moved, shot.ahead).values[list(self._flats.twins)]
        alone = replace(shot, moved=shot.moved + shot.ahead * (1 - shot.moved))
        for k, value, dot, own in zip(
            self._kinds, moved, self.submobjects, (shot, alone), strict=True
        ):
            places = self._flats.space.in_box(value[None])
            dot.set_points_in_space(places if _from_front(shot) else places[:0], shot.view)
            dot.set_fill(self._shades.in_shot(k, own, self._idle))
        return self


class OneRent(VGroup):
    """From the front: the level stroke from one to the other, how large they are, and how far."""

    def __init__(self, pen: Pen, flats: Flats) -> None:
        pair = flats.values[list(flats.twins)]
        ends = FRONT.project(flats.space.in_box(pair)) + RING * np.array([RIGHT, LEFT])
        self.level = VMobject(stroke_color=pen.theme.ink, stroke_width=THIN + 1)
        self.level.points = polylines(ends[None])
        self.sizes = _beside(ends, [written_size(pen, area) for area in pair[:, 0]])
        hues = pen.theme.near, pen.theme.far
        one, other = (
            pen.words(f"{distance:.1f} km", hue, SMALLEST)
            for distance, hue in zip(pair[:, 1], hues, strict=True)
        )
        self.distances = (
            Placed(one, ends[0] + BEFORE, RIGHT),
            Placed(other, ends[1] + BELOW, LEFT),
        )
        super().__init__(self.level, *self.sizes)


class Worth(VGroup):
    """From the front, on a line: from the area of the smaller one to that of the larger, and up.

    ``amount`` says how high that is, ``more`` how far it is along; both go with it. What area alone
    said stays behind as ``before``.
    """

    def __init__(self, pen: Pen, flats: Flats) -> None:
        self._flats = flats
        self._areas = flats.values[list(flats.twins), 0]
        self.more_area = float(np.ptp(self._areas))
        self.level = VMobject(stroke_color=pen.theme.ink, stroke_width=THIN + 1)
        self.rise = Strokes(pen.theme.slope, BOLD + 3)
        self.amount = Amount(pen, pen.theme.slope)
        self.more = Placed(written_size(pen, self.more_area), np.zeros(3))
        super().__init__(self.level, self.rise)
        self.set_moved(0.0)
        self.before = self._outline(pen)

    def worth(self, moved: float, ahead: float = 0.0) -> float:
        """Return how much more the larger one costs by the line of area alone."""
        return self._flats.alone(moved, ahead).per_area * self.more_area

    def set_moved(self, moved: float, ahead: float = 0.0, *, risen: float = 1.0) -> Self:
        """Draw it for flats ``moved`` towards one distance, the first ``risen`` of the way up."""
        start, turn, end = self._corners(moved, ahead)
        self.level.points = polylines(np.array([[start, turn]]))
        self.rise.points = polylines(np.array([[turn, turn + risen * (end - turn)]]))
        self.amount.put((turn + end) / 2 + ASIDE, self.worth(moved, ahead))
        self.more.put(start + ALONG * (turn - start) + UNDER)
        return self

    def _outline(self, pen: Pen) -> VGroup:
        """Return what it is before any flat moves, in grey: its outline, and the amount inside."""
        start, turn, end = corners = self._corners(0.0, 0.0)
        outline = VMobject(stroke_color=pen.theme.muted, stroke_width=THIN)
        outline.points = polylines(np.array([[*corners, start]]))
        amount = pen.words(f"{self.worth(0.0):.0f}", pen.theme.muted, SMALLEST)
        return VGroup(outline, Placed(amount, (turn + end) / 2 + INSIDE, RIGHT))

    def _corners(self, moved: float, ahead: float) -> Points:
        """Return where it begins, turns and ends (3, 3), on the screen."""
        line = self._flats.alone(moved, ahead)
        (one, other), (low, high) = self._areas, line.rent(self._areas, 0.0)
        corners = np.array([[one, 0, low], [other, 0, low], [other, 0, high]])
        return FRONT.project(self._flats.space.in_box(corners))


class Amount(VGroup):
    """An amount of money that can change in every frame."""

    def __init__(self, pen: Pen, colour: str) -> None:
        self.number = Number("+0", np.zeros(3), colour=colour, size=SMALLEST)
        self.unit = Placed(pen.words("EUR", colour, SMALLEST), np.zeros(3), LEFT)
        super().__init__(self.number, self.unit)

    def put(self, place: Points, amount: float) -> Self:
        """Write ``amount``, from ``place`` to the right."""
        text = f"{amount:+.0f}"
        self.number.anchor = place
        self.number.set_text(text)
        self.unit.put(place + (number_width(text, SMALLEST) + SPACE) * RIGHT)
        return self


def _from_front(shot: Shot) -> float:
    """Return how nearly the flats are seen from the front: 1 is from there."""
    return max(0.0, 1 - shot.view.elevation / NEARLY)


def written_size(pen: Pen, area: float) -> VMobject:
    """Return an area, written."""
    return pen.words(f"{area:.0f} m²", size=SMALLEST)


def _beside(places: Iterable[Points], writings: Iterable[VMobject]) -> list[Placed]:
    """Return what is written beside the two."""
    ways = (BEFORE, RIGHT), (AFTER, LEFT)
    return [
        Placed(writing, place + way, edge)
        for place, writing, (way, edge) in zip(places, writings, ways, strict=True)
    ]
