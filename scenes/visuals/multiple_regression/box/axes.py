"""The axes of the box with ticks and titles, as a view shows them."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, VGroup

from scenes.visuals.multiple_regression.box.labels import LEGEND
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.space import Space
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points, View
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.fitted import fitted
from scenes.visuals.writing.numerals import Number, number_width
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import RIGHT_EDGE, SMALLEST, THIN

MOST_TICKS = 5
HEIGHT = 0.36  # of a number
APPEARING = 0.1  # how much clearer of each other numbers become while they appear
GROWING = 0.9  # how much longer an axis becomes while its title appears
FARTHER = np.array([0.0, 0.12, 0.0])
LONG = 3.0  # a title above the picture is beside what moves there, or else in the row of the legend
TITLES_END = 5.0  # the tank is beyond
EVADING = np.array([-1.0, -0.25, 0.0])
BELOW = 0.36 * DOWN
GAP = 0.12  # from a title to the power of ten that the numbers share


@dataclass(frozen=True)
class Beside:
    """Where the writing of an axis is, on the screen: its numbers, and its title.

    Numbers and title are there when the axis is seen as long as ``least``. The title has its
    ``edge`` at ``title_from`` the place at the share ``at`` of the axis; with what its numbers
    share it is cut at ``width``.
    """

    numbers: Points
    least: float
    at: float
    title_from: Points
    edge: Points
    width: float


BELOW_AREA = Beside(BELOW, 3.24, 0.5, np.array([0.35, -0.85, 0.0]), LEFT, 3.4)
BELOW_DISTANCE = Beside(
    np.array([-0.12, -0.3, 0.0]), 2.3, 0.5, np.array([0.45, -0.78, 0.0]), RIGHT, 3.6
)
ABOVE_RENT = Beside(0.15 * LEFT, 2.25, 1.0, np.array([-1.1, 0.45, 0.0]), LEFT, 6.2)


class Axis(VGroup):
    """One edge of the box: its line, its numbers, its title; the first number is left out."""

    def __init__(self, pen: Pen, scale: Scale, ends: Points, title: str, beside: Beside) -> None:
        ticks = scale.ticks(MOST_TICKS)
        self._ends, self._beside = ends, beside
        self._shares = scale.share(ticks.positions[1:])[:, None]
        muted = pen.theme.muted
        self.line = Strokes(muted, THIN)
        across = beside.numbers[0]
        edge = LEFT if across > 0 else RIGHT if across < 0 else 0 * RIGHT
        self.numbers = [
            Number(label, np.zeros(3), colour=muted, size=SMALLEST, edge=edge)
            for label in ticks.labels[1:]
        ]
        self._widest = max((number_width(n.text, SMALLEST) for n in self.numbers), default=0.0)
        written = _title(pen, title, ticks.factor, beside.width)
        # A power of ten stands higher than words: a little farther from the numbers.
        outwards = np.sign(beside.title_from[1]) if ticks.factor else 0.0
        self._title_from = beside.title_from + outwards * FARTHER
        self._left = written.width * (1 + beside.edge[0]) / 2
        self._right = written.width - self._left
        self.title = Placed(written, np.zeros(3), beside.edge)
        super().__init__(self.line, *self.numbers, self.title)

    def set_view(self, view: View) -> Self:
        """Draw the axis; where it is seen end on, its writing leaves."""
        ends = view.project(self._ends)
        start, end = ends
        self.line.points = polylines(ends[None])
        places = (1 - self._shares) * start + self._shares * end
        length = float(np.linalg.norm(end - start))
        shown = _risen(length - self._beside.least, GROWING)
        for number, place in zip(self.numbers, places, strict=True):
            number.anchor = self._beside_axis(number, place)
            number.set_text(number.text).set_fill(opacity=shown * self._clear(places))
        at = self._beside.at
        place = (1 - at) * start + at * end + self._title_from
        beyond = max(0.0, place[0] + self._right - TITLES_END)
        place += beyond * EVADING
        if self._title_from[1] > 0 and self._left + self._right > LONG:
            place[1] = LEGEND[1]
        place[0] = max(place[0], self._left - RIGHT_EDGE)
        self.title.put(place)
        self.title.set_opacity(shown)
        return self

    def _beside_axis(self, number: Number, place: Points) -> Points:
        """Return where a number goes: never off the picture."""
        anchor: Points = place + self._beside.numbers
        if number.edge[0] > 0:
            anchor[0] = max(anchor[0], number_width(number.text, SMALLEST) - RIGHT_EDGE)
        return anchor

    def _clear(self, places: Points) -> float:
        """Return how clear of each other numbers at ``places`` are: 0 or less is not at all."""
        if len(places) < 2:
            return 1.0
        across, up = np.abs(places[1] - places[0])[:2]
        return _risen(max(across - self._widest, up - HEIGHT), APPEARING)


def _title(pen: Pen, title: str, factor: str, width: float) -> VGroup:
    """Return a title, cut where it needs to be, and what the numbers of its axis share."""
    muted = pen.theme.muted
    shared = [pen.formula(factor, muted, SMALLEST)] if factor else []
    written = VGroup(fitted(pen, title, width - sum(one.width + GAP for one in shared), muted))
    for one in shared:
        written.add(one.next_to(written, RIGHT, buff=GAP))
    return written


def _risen(above: float, within: float) -> float:
    """Return 1 for what is at least 0, and less for what is below, down to 0."""
    return float(np.clip(1 + above / within, 0, 1))


class Axes(VGroup):
    """Area along the front, distance into the depth, rent upwards at the left."""

    def __init__(self, pen: Pen, space: Space, titles: tuple[str, str, str]) -> None:
        area, distance, rent = space.area, space.distance, space.rent
        low, right = ((at, distance.high, rent.low) for at in (area.low, area.high))
        deep, top = ((area.low, distance.low, at) for at in (rent.low, rent.high))
        self.area, self.distance, self.rent = (
            Axis(pen, scale, space.in_box(ends), title, beside)
            for scale, ends, title, beside in zip(
                (area, distance, rent),
                ([low, right], [deep, low], [deep, top]),
                titles,
                (BELOW_AREA, BELOW_DISTANCE, ABOVE_RENT),
                strict=True,
            )
        )
        super().__init__(self.area, self.distance, self.rent)

    def set_shot(self, shot: Shot) -> Self:
        """Draw the axes as the view of ``shot`` has them."""
        for axis in (self.area, self.distance, self.rent):
            axis.set_view(shot.view)
        return self
