"""A chart: axes with ticks and titles in an area of the screen, and what is drawn in it.

A chart can move: from the whole picture into a corner and back. What is drawn in it follows,
since every part draws itself anew from its values and the chart's present box.
"""

from collections.abc import Iterable
from typing import Protocol, Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UpdateFromAlphaFunc, VGroup, VMobject, smooth
from numpy.typing import ArrayLike, NDArray

from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number, number_width
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST, THIN, Box

TICK_LENGTH = 0.1
TICK_GAP = 0.16  # between a tick and its label
TICKS_GROW = 1.5  # how much wider a chart becomes while its ticks appear
ROW = 0.56  # the height of a row of writing beside an axis


class Drawn(Protocol):
    """A part of a chart that can draw itself anew where the chart is now."""

    def draw(self) -> object:
        """Set the points from the values and the chart's present box."""


class Chart(VGroup):
    """Axes in ``area``: the writing beside them lies inside the area, too.

    ``ticks`` is the largest number of ticks along x and along y (0: none); they appear as the
    area grows wider than ``ticks_from``, titles as it grows wider than ``titles_from``: first the
    room for them, then they. Titles are Typst sentences (see ``Pen.sentence``) or ready writing;
    the title of x ends its axis, the title of y crowns its own. What all labels of an axis share,
    such as a power of ten, stands behind its title while there are labels. A ``note`` stands over
    the right end of the chart, once both ticks and titles are there.
    """

    def __init__(
        self,
        pen: Pen,
        area: Box,
        x_scale: Scale,
        y_scale: Scale,
        *,
        titles: tuple[str | VMobject, str | VMobject] = ("", ""),
        note: str = "",
        ticks: tuple[int, int] = (5, 4),
        ticks_from: float = 0.0,
        titles_from: float = 0.0,
    ) -> None:
        super().__init__()
        self._ticks_from, self._titles_from = ticks_from, titles_from
        self.x_scale, self.y_scale = x_scale, y_scale
        self._x_ticks = x_scale.ticks(ticks[0]) if ticks[0] else None
        self._y_ticks = y_scale.ticks(ticks[1]) if ticks[1] else None
        muted = pen.theme.muted
        self.axes = VMobject(stroke_color=muted, stroke_width=THIN)
        self.x_labels = _numbers(self._x_ticks.labels if self._x_ticks else (), muted, 0 * RIGHT)
        self.y_labels = _numbers(self._y_ticks.labels if self._y_ticks else (), muted, RIGHT)
        self.titles = [
            Title(pen, title, axis.factor if axis else "", edge) if title != "" else None
            for title, axis, edge in zip(
                titles, (self._x_ticks, self._y_ticks), (RIGHT, LEFT), strict=True
            )
        ]
        self.note = Title(pen, note, "", RIGHT) if note else None
        self.add(self.axes, *self.x_labels, *self.y_labels)
        self.add(*(one for one in (*self.titles, self.note) if one is not None))
        self.set_area(area)

    def set_area(self, area: Box) -> None:
        """Lay the chart out in ``area``: a pure function of the area."""
        self.area = area
        widest = max((number_width(label.text, SMALLEST) for label in self.y_labels), default=0.0)
        ticks, titles = (
            (area.width - least) / TICKS_GROW for least in (self._ticks_from, self._titles_from)
        )
        self._ticks_shown, self._titles_shown = _shown(ticks), _shown(titles)
        self._shared_room = _room(ticks)
        beside = widest + TICK_GAP + TICK_LENGTH if self.y_labels else 0.0
        left = max(0.05, _room(ticks) * beside)
        below = (
            max(0.05, ROW * _room(max(ticks, titles))) if self.x_labels or self.titles[0] else 0.05
        )
        above = max(0.05, ROW * _room(titles)) if self.titles[1] or self.note else 0.05
        self.box = Box(
            area.left + left, area.bottom + below, area.width - left, area.height - below - above
        )
        self._draw_axes()
        self._place_writing()

    def places(self, x: ArrayLike, y: ArrayLike) -> NDArray[np.float64]:
        """Return the places (n, 3) of the values x and y, each a number or n numbers."""
        across, up = np.broadcast_arrays(self.x_scale.share(x), self.y_scale.share(y))
        return np.stack(
            [
                self.box.left + self.box.width * across,
                self.box.bottom + self.box.height * up,
                np.zeros_like(across),
            ],
            axis=-1,
        ).reshape(-1, 3)

    def place(self, x: float, y: float) -> NDArray[np.float64]:
        """Return the place (3,) of one pair of values."""
        place: NDArray[np.float64] = self.places(x, y)[0]
        return place

    def move(
        self, area: Box, content: Iterable[VMobject], run_time: float = 1.2
    ) -> list[UpdateFromAlphaFunc]:
        """Return the animations that take the chart to ``area`` and ``content`` with it."""
        start = self.area

        def go(_: object, share: float) -> None:
            self.set_area(start.towards(area, smooth(share)))

        def follow(part: Drawn, _: float) -> None:
            part.draw()

        # The chart goes first: what follows draws itself in the box that it then has.
        return [
            UpdateFromAlphaFunc(self, go, run_time=run_time, rate_func=lambda t: t),
            *(
                UpdateFromAlphaFunc(part, follow, run_time=run_time, rate_func=lambda t: t)
                for part in content
            ),
        ]

    def _draw_axes(self) -> None:
        box = self.box
        strokes = [
            [(box.left, box.top, 0.0), (box.left, box.bottom, 0.0)],
            [(box.left, box.bottom, 0.0), (box.right, box.bottom, 0.0)],
        ]
        length = TICK_LENGTH * self._ticks_shown
        if self._x_ticks:
            at = self.places(self._x_ticks.positions, self.y_scale.low)
            strokes.extend([place, place + length * DOWN] for place in at)
        if self._y_ticks:
            at = self.places(self.x_scale.low, self._y_ticks.positions)
            strokes.extend([place, place + length * LEFT] for place in at)
        self.axes.points = polylines(np.array(strokes))

    def _place_writing(self) -> None:
        box, row = self.box, self.box.bottom - ROW + 0.2
        title, crown = self.titles
        end = box.right + 0.02
        if title is not None:
            beyond = (1 - self._shared_room) * title.shared_width
            title.put(np.array([box.right + beyond, row, 0.0]))
            title.set_seen(self._titles_shown, self._ticks_shown)
            end = box.right + beyond - title.width - 2 * TICK_GAP
        if crown is not None:
            # Letters of other scripts may be as high as the row.
            above = min(0.32, ROW - crown.height / 2)
            crown.put(np.array([box.left - 0.05, box.top + above, 0.0]))
            crown.set_seen(self._titles_shown, self._ticks_shown)
        if self.note is not None:
            self.note.put(np.array([box.right, box.top + 0.32, 0.0]))
            self.note.set_opacity(min(self._titles_shown, self._ticks_shown))
        if self._x_ticks:
            used = -np.inf
            for label, position in zip(self.x_labels, self._x_ticks.positions, strict=True):
                across = float(self.place(float(position), self.y_scale.low)[0])
                half = number_width(label.text, SMALLEST) / 2
                fits = across - half >= used and across + half <= end
                used = across + half + TICK_GAP if fits else used
                label.anchor = np.array([across, row, 0.0])
                label.set_text(label.text).set_fill(opacity=self._ticks_shown * fits)
        if self._y_ticks:
            for label, position in zip(self.y_labels, self._y_ticks.positions, strict=True):
                place = self.place(self.x_scale.low, float(position))
                label.anchor = place + (TICK_LENGTH + TICK_GAP) * LEFT
                label.set_text(label.text).set_fill(opacity=self._ticks_shown)


def _room(grown: float) -> float:
    """Return the share of the room that writing has after ``grown`` of its growth."""
    return float(np.clip(2 * grown, 0, 1))


def _shown(grown: float) -> float:
    """Return how much writing is seen: it waits until it has its room."""
    return float(np.clip(2 * grown - 1, 0, 1))


class Title(Placed):
    """The title of an axis, and behind it what all labels of the axis share."""

    def __init__(
        self, pen: Pen, title: str | VMobject, factor: str, edge: NDArray[np.float64]
    ) -> None:
        muted = pen.theme.muted
        self._title = pen.sentence(title, muted, SMALLEST) if isinstance(title, str) else title
        self._shared = pen.formula(factor, muted, SMALLEST) if factor else VGroup()
        self.shared_width = self._shared.width + TICK_GAP if factor else 0.0
        self._shared.next_to(self._title, RIGHT, buff=TICK_GAP)
        super().__init__(VGroup(self._title, self._shared), np.zeros(3), edge)

    def set_seen(self, title: float, shared: float) -> Self:
        """Show the title, and what the labels share, as far as each is there."""
        self._title.set_opacity(title)
        self._shared.set_opacity(min(title, shared))
        return self


def _numbers(labels: tuple[str, ...], colour: str, edge: NDArray[np.float64]) -> list[Number]:
    return [Number(label, np.zeros(3), colour=colour, size=SMALLEST, edge=edge) for label in labels]
