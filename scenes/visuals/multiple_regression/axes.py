"""The axes of the box with ticks and titles, as a view shows them."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, VGroup

from scenes.visuals.multiple_regression.flats import AREA, DISTANCE, RENT, in_box
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.projection import Points, View
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST, THIN

APPEARING = 0.2  # how much clearer ticks become while their writing appears


@dataclass(frozen=True)
class Beside:
    """Where the writing of an axis is, on the screen: its numbers, and its title.

    Numbers and title are there when ticks are ``clear`` of each other, in units of the screen.
    The title has its ``edge`` at ``title_from`` the place at the share ``at`` of the axis.
    """

    numbers: Points
    clear: float
    at: float
    title_from: Points
    edge: Points


class Axis(VGroup):
    """One edge of the box: its line, its numbers, its title; the first number is left out."""

    def __init__(self, pen: Pen, scale: Scale, ends: Points, title: str, beside: Beside) -> None:
        ticks = scale.ticks(9)
        shares = scale.share(ticks.positions[1:])[:, None]
        self._ends = in_box(ends)
        self._ticks = (1 - shares) * self._ends[0] + shares * self._ends[1]
        self._beside = beside
        muted = pen.theme.muted
        self.line = Strokes(muted, THIN)
        across = beside.numbers[0]
        edge = LEFT if across > 0 else RIGHT if across < 0 else 0 * RIGHT
        self.numbers = [
            Number(label, np.zeros(3), colour=muted, size=SMALLEST, edge=edge)
            for label in ticks.labels[1:]
        ]
        self.title = Placed(pen.sentence(title, muted, SMALLEST), np.zeros(3), beside.edge)
        super().__init__(self.line, *self.numbers, self.title)

    def set_view(self, view: View, there: float) -> Self:
        """Draw the axis as far as it is ``there``; where it is seen end on, its writing leaves."""
        self.line.set_corners(self._ends[None], view)
        start, end = view.project(self._ends)
        places = view.project(self._ticks)
        apart = float(np.linalg.norm(places[1] - places[0]))
        shown = there * float(np.clip(1 - (self._beside.clear - apart) / APPEARING, 0, 1))
        self.line.set_stroke(opacity=there)
        for number, place in zip(self.numbers, places, strict=True):
            number.anchor = place + self._beside.numbers
            number.set_text(number.text).set_fill(opacity=shown)
        at = self._beside.at
        self.title.put((1 - at) * start + at * end + self._beside.title_from)
        self.title.set_opacity(shown)
        return self


class Axes(VGroup):
    """Area along the front, distance into the depth, rent upwards at the left."""

    def __init__(self, pen: Pen) -> None:
        low = (AREA.low, DISTANCE.low, RENT.low)
        deep = (AREA.low, DISTANCE.high, RENT.low)
        self.area = Axis(
            pen,
            AREA,
            np.array([low, (AREA.high, *low[1:])]),
            "area (m²)",
            Beside(0.36 * DOWN, 0.72, 0.5, np.array([0.35, -0.85, 0.0]), LEFT),
        )
        self.distance = Axis(
            pen,
            DISTANCE,
            np.array([low, deep]),
            "distance (km)",
            Beside(np.array([-0.12, -0.3, 0.0]), 1.35, 0.5, np.array([0.45, -0.78, 0.0]), RIGHT),
        )
        self.rent = Axis(
            pen,
            RENT,
            np.array([deep, (AREA.low, DISTANCE.high, RENT.high)]),
            "rent (EUR)",
            Beside(0.15 * LEFT, 0.5, 1.0, np.array([-1.1, 0.45, 0.0]), LEFT),
        )
        super().__init__(self.area, self.distance, self.rent)

    def set_shot(self, shot: Shot) -> Self:
        """Draw the axes as far as ``shot`` has any."""
        for axis in (self.area, self.distance, self.rent):
            axis.set_view(shot.view, shot.axes)
        return self
