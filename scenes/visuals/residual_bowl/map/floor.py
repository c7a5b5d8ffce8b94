"""The floor of the bowl in space: the axes of the map."""

from itertools import pairwise
from typing import Self

import numpy as np
from manim import VGroup
from numpy.typing import NDArray

from scenes.visuals.plot.scale import Scale, Ticks
from scenes.visuals.residual_bowl.bowl.space import LARGEST, BowlSpace
from scenes.visuals.space.projection import View
from scenes.visuals.space.wireframe import Label, Strokes
from scenes.visuals.writing.numerals import Number, number_width
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BAND, FORMULA, RIGHT_EDGE, SMALLEST, THIN

# In units of space, away from an edge; and where along its edge a title is.
TICK, LABEL_AT, TITLE_AT = 0.12, 0.58, 1.18
TITLE_SHARE = 0.62
LAST_TICK = 0.97  # the corner of the floor is as far to the right as anything may be
LOWEST_LABEL = BAND.top + 0.2
# A title stands farther away from labels that are wider than this: along b they reach towards it.
USUAL_LABEL, FARTHER = (0.8, 0.4), (1.0, 1.2)
# Away from the edge along a and from the edge along b.
OUT = np.array([[0.0, -1.0, 0.0], [-1.0, 0.0, 0.0]])

Place = NDArray[np.float64]


class Floor(Strokes):
    """A rectangle with ticks along its two near edges."""

    def __init__(self, pen: Pen, space: BowlSpace, ticks: tuple[int, int]) -> None:
        super().__init__(pen.theme.muted, THIN)
        self.space = space
        self.scales = space.map.x_scale, space.map.y_scale
        self.ticks = [_inside(scale, n) for scale, n in zip(self.scales, ticks, strict=True)]
        a, b = self.scales
        ring = [(a.low, b.low), (a.high, b.low), (a.high, b.high), (a.low, b.high), (a.low, b.low)]
        edges = [np.stack(pair) for pair in pairwise(space.points(*end, 0.0) for end in ring)]
        for k, ticks_along in enumerate(self.ticks):
            feet = (self.on_edge(k, float(position)) for position in ticks_along.positions)
            edges.extend(np.stack([foot, foot + TICK * OUT[k]]) for foot in feet)
        self._edges = np.array(edges)

    def on_edge(self, along: int, value: float) -> Place:
        """Return the point of space at ``value`` on the near edge along a (0) or b (1)."""
        a, b = self.scales
        place: Place = self.space.points(
            *((value, b.low) if along == 0 else (a.low, value)), height=0.0
        )
        return place

    def set_view(self, view: View) -> Self:
        """Draw the floor as ``view`` shows it."""
        return self.set_corners(self._edges, view)


class FloorNames(VGroup):
    """What is written along the two near edges of the floor."""

    def __init__(self, pen: Pen, floor: Floor, letter: str) -> None:
        self.floor = floor
        self._labels: list[tuple[Number, Place]] = []
        self._titles: list[tuple[Label, Place]] = []
        # Letters do not become smaller when the floor does.
        out = LARGEST / floor.space.scale * OUT
        for k, (scale, ticks) in enumerate(zip(floor.scales, floor.ticks, strict=True)):
            for text, position in zip(ticks.labels, ticks.positions, strict=True):
                label = Number(
                    text, np.zeros(3), colour=pen.theme.muted, size=SMALLEST, edge=np.zeros(3)
                )
                at = floor.on_edge(k, float(position)) + LABEL_AT * out[k]
                self._labels.append((label, at))
            title = Label(pen.formula(("slope(a)", letter)[k], size=FORMULA))
            middle = floor.on_edge(k, scale.low + TITLE_SHARE * scale.span)
            widest = max(number_width(text, SMALLEST) for text in ticks.labels)
            away = TITLE_AT + FARTHER[k] * max(0.0, widest - USUAL_LABEL[k])
            self._titles.append((title, middle + away * out[k]))
        super().__init__(*(label for label, _ in self._labels), *(t for t, _ in self._titles))

    def set_view(self, view: View) -> Self:
        """Stand beside the floor as ``view`` shows it."""
        for label, place in self._labels:
            label.anchor = view.project(place)
            room = RIGHT_EDGE - number_width(label.text, SMALLEST) / 2
            # At the lowest corner of the floor it would be in the words.
            label.anchor[:2] = min(label.anchor[0], room), max(label.anchor[1], LOWEST_LABEL)
            label.set_text(label.text)
        for title, place in self._titles:
            title.set_point(place, view)
        return self


def _inside(scale: Scale, most: int) -> Ticks:
    """Return the ticks of an edge without what is at its far end."""
    ticks = scale.ticks(most)
    kept = scale.share(ticks.positions) <= LAST_TICK
    labels = tuple(text for text, keep in zip(ticks.labels, kept, strict=True) if keep)
    return Ticks(ticks.positions[kept], labels, ticks.factor)
