"""Axes that go with the views: while one turns into the next, ticks ride to where they belong."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, VGroup, VMobject

from scenes.visuals.half_thickness.views import (
    FEW,
    FEW_LOGARITHMS,
    HALVES,
    LOGARITHMS,
    MARKED,
    NEAR_LOGARITHMS,
    STRETCHED,
    VIEWS,
    X_TICKS,
    X_TITLE_DOWN,
    Y_TICKS,
    Values,
    Views,
)
from scenes.visuals.plot.chart import ROW, TICK_GAP, TICK_LENGTH
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number, number_width
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import RIGHT_EDGE, SMALLEST, THIN, Box

ALL = np.array(VIEWS, dtype=float)
# Which ticks along x each view has: rates and their logarithms stand over the same lead.
X_ROWS = np.array([0.0, 0.0, 0.0, 0.0, 1.0, 2.0, 3.0])
ROW_CHARTS = (FEW, LOGARITHMS, NEAR_LOGARITHMS, HALVES)
LOGARITHMIC_SHARE = (ALL >= FEW_LOGARITHMS).astype(float)
CROWN = 0.32  # from the end of the axis up to the middle of its title
TOO_FAR = 0.02  # beyond the edge of the picture: a label is not seen there
OUTSIDE = 1e-6  # so far beyond the end of an axis a tick is none of its own


@dataclass(frozen=True)
class _Tick:
    """The label of a rate, and the first and the last view in which it is seen."""

    label: Number
    rate: float
    first: int
    last: int


class Axes(VGroup):
    """Both axes with the ticks of the nearest view, each where its value is in this view.

    Half-way between two views their ticks take turns: the old ones have gone by then. Marks stay
    while the axis is stretched, and become logarithms all at once.
    """

    def __init__(self, views: Views, colour: str) -> None:
        super().__init__()
        self.views, charts = views, views.charts
        self.strokes = VMobject(stroke_color=colour, stroke_width=THIN)
        self._title = _written(charts[FEW].titles[0])
        self._crowns = [_written(charts[view].titles[1]) for view in (FEW, LOGARITHMS)]
        self._x_rows = [
            list(zip(charts[k].x_labels, charts[k].x_scale.ticks(X_TICKS).positions, strict=True))
            for k in ROW_CHARTS
        ]
        self._y_ticks = self._ticks_of_y(colour)
        self.add(self.strokes, self._title, *self._crowns)
        self.add(*(label for row in self._x_rows for label, _ in row))
        self.add(*(tick.label for tick in self._y_ticks))
        self.set_view(0.0)

    def set_view(self, view: float) -> Self:
        """Draw the axes as ``view`` shows them."""
        box = self.views.box(view)
        corner = [(box.left, box.top), (box.left, box.bottom), (box.right, box.bottom)]
        self._put_titles(view, box)
        self.strokes.points = np.concatenate(
            [
                polylines(np.array([[(u, v, 0.0) for u, v in corner]])),
                *self._ticks_along_x(view, box),
                *self._ticks_along_y(view, box),
            ]
        )
        return self

    def _put_titles(self, view: float, box: Box) -> None:
        self._title.put(np.array([box.right, box.bottom - ROW + 0.2 - X_TITLE_DOWN, 0.0]))
        logarithmic = float(np.interp(view, ALL, LOGARITHMIC_SHARE))
        for crown, other in zip(self._crowns, (logarithmic, 1 - logarithmic), strict=True):
            crown.put(np.array([box.left - 0.05, box.top + CROWN, 0.0]))
            crown.set_opacity(_near(other))

    def _ticks_along_x(self, view: float, box: Box) -> Iterator[Values]:
        here = float(np.interp(view, ALL, X_ROWS))
        for number, row in enumerate(self._x_rows):
            shown = _near(abs(here - number))
            for label, x in row:
                across = float(self.views.free_places(x, 1.0, view)[0, 0])
                half = number_width(label.text, SMALLEST) / 2
                # There is no lead thinner than none.
                inside = x >= 0 and box.left - OUTSIDE <= across <= RIGHT_EDGE - half
                foot = np.array([across, box.bottom, 0.0])
                _show(label, foot + (ROW - 0.2) * DOWN, shown * inside)
                if inside and shown == 1:
                    yield polylines(np.array([[foot, foot + TICK_LENGTH * DOWN]]))

    def _ticks_of_y(self, colour: str) -> list[_Tick]:
        """Return the ticks along y, each with the first and the last view in which it is seen."""
        views, ticks = self.views, []
        for view in (FEW, LOGARITHMS, NEAR_LOGARITHMS, HALVES):
            chart = views.charts[view]
            for label, y in zip(
                chart.y_labels, chart.y_scale.ticks(Y_TICKS).positions, strict=True
            ):
                rate = views.rate(float(y), view)
                stays = view == FEW and rate in views.marks
                ticks.append(_Tick(label, rate, view, STRETCHED if stays else view))
        for mark in views.marks:
            if mark not in {tick.rate for tick in ticks if tick.first == FEW}:
                ticks.append(_Tick(_label(f"{mark:.3g}", colour), mark, MARKED, STRETCHED))
            named = _label(f"{np.log(mark):.2f}", colour)
            ticks.append(_Tick(named, mark, FEW_LOGARITHMS, FEW_LOGARITHMS))
        return ticks

    def _ticks_along_y(self, view: float, box: Box) -> Iterator[Values]:
        for tick in self._y_ticks:
            shown = _near(max(tick.first - view, view - tick.last, 0.0))
            label, rate = tick.label, tick.rate
            up = float(self.views.free_places(0.0, rate, view)[0, 1])
            inside = box.bottom - OUTSIDE <= up <= box.top + OUTSIDE
            foot = np.array([box.left, up, 0.0])
            end = box.left - TICK_LENGTH - TICK_GAP - number_width(label.text, SMALLEST)
            # A long one may reach too far left, while the axis is on its way.
            fits = float(np.clip(1 - (-RIGHT_EDGE - end) / TOO_FAR, 0.0, 1.0))
            _show(label, foot + (TICK_LENGTH + TICK_GAP) * LEFT, shown * (inside and fits))
            if inside and shown == 1:
                yield polylines(np.array([[foot, foot + TICK_LENGTH * LEFT]]))


def _written(title: Placed | None) -> Placed:
    assert title is not None  # every view has both titles
    return title


def _label(text: str, colour: str) -> Number:
    return Number(text, np.zeros(3), colour=colour, size=SMALLEST, edge=RIGHT)


def _near(distance: float) -> float:
    """Return how much is seen of what belongs to a view at this distance from the present one."""
    return float(np.clip(3 * (0.5 - distance), 0.0, 1.0))


def _show(label: Number, anchor: Values, opacity: float) -> None:
    label.anchor = anchor
    label.set_text(label.text).set_fill(opacity=opacity)
