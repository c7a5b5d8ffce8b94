"""The map of all lines: a across, b up, rings of equal epsilon_rel, ever redder ground outside."""

from collections.abc import Callable

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from core.landscape.squared import ResidualLandscape
from scenes.visuals.linear_regression_2d.search import Line, Search
from scenes.visuals.linear_regression_2d.staircase import Staircase
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN, Box

Values = NDArray[np.float64]
LEVELS = (1.0, 2.0, 3.0)
# Farther out the ground alone tells that it rises.
FARTHER = (4.5, 6.5, 9.0, 12.0)
FULL_TURN = np.linspace(0.0, 2 * np.pi, 481)
MARGIN = 0.08
TINT = 0.075  # of the ground outside of each ring
# Around a ring's label the ring is left out.
GAP = 0.3


class Ring(VGroup):
    """The lines of one level as far as the map shows them, with room for a label.

    The label stands where the ring is seen under the angle ``FULL_TURN[at]``. Where epsilon_rel
    has no meaning there is none.
    """

    def __init__(
        self, pen: Pen, chart: Chart, landscape: ResidualLandscape, level: float, at: int
    ) -> None:
        places = _ring(chart, landscape, level)
        inside = _inside(chart.box, places)
        near = np.linalg.norm(places - places[at], axis=1) < GAP * landscape.relative
        hidden = near | ~inside
        outline = VMobject(stroke_color=pen.theme.muted, stroke_width=THIN)
        strokes = np.stack([places[:-1], places[1:]], axis=1)[~(hidden[:-1] | hidden[1:])]
        outline.points = polylines(strokes)
        super().__init__(_outside(pen, chart, places), outline)
        if landscape.relative:
            name, middle = f"{level:g}", np.zeros(3)
            self.add(Number(name, places[at], colour=pen.theme.ink, size=SMALLEST, edge=middle))


class LevelMap:
    """A chart of (a, b) with its rings, the ways of the two sweeps, and the search."""

    def __init__(self, pen: Pen, area: Box, search: Search, titles: tuple[str, str]) -> None:
        fit, theme = search.landscape, pen.theme
        self.search, self.landscape = search, fit
        da, db = fit.slope_reach(LEVELS[-1]), fit.intercept_reach(LEVELS[-1])
        a0, b0 = fit.slope, fit.intercept
        ring_a, ring_b = fit.at(np.sqrt(LEVELS[0]), FULL_TURN)
        self.chart = Chart(
            pen,
            area,
            Scale.around(np.append(ring_a, [a0 - da, a0 + da]), MARGIN),
            Scale.around(np.append(ring_b, [b0 - db, b0 + db]), MARGIN),
            titles=titles,
            ticks=(6, 5),
        )
        self.along_slope = _way(self.chart, [a0 - da, a0 + da], [b0, b0], theme.slope)
        self.along_intercept = _way(self.chart, [a0, a0], [b0 - db, b0 + db], theme.intercept)
        self.staircase = Staircase(self.chart, search, theme).set_z_index(2)
        searched = self.chart.places(*np.transpose(search.corners))
        taken = [searched, *(way.points for way in self.ways)]
        self.rings = [
            Ring(pen, self.chart, fit, level, at)
            for level, at in zip(LEVELS, _free_angles(self.chart, fit, taken), strict=True)
        ]
        self.rings[-1].add(
            *(_outside(pen, self.chart, _ring(self.chart, fit, level)) for level in FARTHER)
        )
        self.marker = Marker(self.chart, a0, b0, theme.ink, theme).set_z_index(4)

    @property
    def ways(self) -> tuple[VMobject, ...]:
        """The lines that the sweeps of one number came by."""
        return self.along_slope, self.along_intercept

    @property
    def corners(self) -> tuple[Line, ...]:
        """A way along both lines: out and back with a alone, then with b alone."""
        fit = self.landscape
        a, b = fit.slope, fit.intercept
        steep, high = a + fit.slope_reach(LEVELS[-1]), b + fit.intercept_reach(LEVELS[-1])
        return (a, b), (steep, b), (a, b), (a, high), (a, b)

    def straight(self, start: Line, end: Line) -> Callable[[float], Line]:
        """Return what stands at a share of the straight way from one line to another."""
        first, last = np.array(start), np.array(end)
        return lambda share: self._stand(*(first + share * (last - first)))

    def set_round(self, share: float) -> Line:
        """Stand at ``share`` of the ring on which the search began."""
        root, angle = self.search.seen
        return self._stand(*self.landscape.at(root, angle + 2 * np.pi * share))

    def set_searched(self, share: float) -> Line:
        """Stand at ``share`` of the search."""
        self.staircase.set_walked(share)
        return self._stand(*self.search.line(0, share))

    def _stand(self, a: float | Values, b: float | Values) -> Line:
        self.marker.set_place(float(a), float(b))
        return self.marker.x, self.marker.y


def _way(chart: Chart, a: list[float], b: list[float], colour: str) -> VMobject:
    way = VMobject(stroke_color=colour, stroke_width=BOLD)
    way.points = polylines(chart.places(a, b)[None])
    return way.set_z_index(1)


def _ring(chart: Chart, landscape: ResidualLandscape, level: float) -> Values:
    return chart.places(*landscape.at(np.sqrt(level), FULL_TURN))


def _inside(box: Box, places: Values) -> NDArray[np.bool_]:
    x, y = places[:, 0], places[:, 1]
    return (box.left <= x) & (x <= box.right) & (box.bottom <= y) & (y <= box.top)


def _outside(pen: Pen, chart: Chart, ring: Values) -> VMobject:
    """Return a tint of all that the map shows outside of ``ring``."""
    box, middle = chart.box, (ring[:-1].mean(axis=0))
    way = ring - middle
    # A ring is cut where a straight way from its middle meets the edge.
    edges = np.array([[box.left, box.bottom], [box.right, box.top]]) - middle[:2]
    room = np.where(way[:, :2] > 0, edges[1], edges[0])
    with np.errstate(divide="ignore"):
        cut = np.minimum(1.0, np.min(np.abs(room) / np.abs(way[:, :2]), axis=1))
    frame = [(box.left, box.bottom), (box.right, box.bottom), (box.right, box.top)]
    frame += [(box.left, box.top), (box.left, box.bottom)]
    around = np.array([(u, v, 0.0) for u, v in frame])
    tint = VMobject(color=pen.theme.residual, stroke_width=0, fill_opacity=TINT)
    # The inner edge goes round the other way, which leaves the middle empty.
    inner = (middle + cut[:, None] * way)[::-1]
    tint.points = np.concatenate([polylines(around[None]), polylines(inner[None])])
    return tint


def _free_angles(chart: Chart, landscape: ResidualLandscape, others: list[Values]) -> list[int]:
    """Return where in FULL_TURN the label of each ring is farthest from all else on the map."""
    rings = [_ring(chart, landscape, level) for level in LEVELS]
    box = chart.box
    within = Box(box.left + GAP, box.bottom + GAP, box.width - 2 * GAP, box.height - 2 * GAP)
    taken, found = list(others), []
    for k, ring in enumerate(rings):
        all_else = np.concatenate([*taken, *rings[:k], *rings[k + 1 :]])
        free = np.linalg.norm(ring[:, None] - all_else, axis=2).min(axis=1)
        found.append(int(np.argmax(np.where(_inside(within, ring), free, -1.0))))
        taken.append(ring[found[-1]][None])
    return found
