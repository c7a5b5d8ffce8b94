"""The map of all lines: a across, b up, rings of equal epsilon_rel, and a walk between them."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from core.landscape.squared import ResidualLandscape
from scenes.visuals.linear_regression_2d.spiral import Spiral
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN, Box

Values = NDArray[np.float64]
LEVELS = (1.0, 2.0, 3.0)
FULL_TURN = np.linspace(0.0, 2 * np.pi, 241)
MARGIN = 0.07
TINT = 0.075  # for each unit of epsilon_rel, inside its ring
# Around a ring's label the ring is left out.
GAP = 0.3
TAIL_PIECES = 10
RUN_OUT = 0.18  # of a run to a ring and round it
TAIL = 0.4  # of the walk


class Ring(VGroup):
    """The lines of one level: their outline with room for its label, tinted the more they cost.

    The label stands where the ring is seen under the angle ``FULL_TURN[at]``. Where epsilon_rel
    has no meaning there is none.
    """

    def __init__(
        self, pen: Pen, chart: Chart, landscape: ResidualLandscape, level: float, at: int
    ) -> None:
        places = _ring(chart, landscape, level)
        near = np.linalg.norm(places - places[at], axis=1) < GAP * landscape.relative
        fill = VMobject(color=pen.theme.residual, stroke_width=0, fill_opacity=TINT * level)
        # Its inner edge goes round the other way, which leaves the middle empty.
        inner = _ring(chart, landscape, level - 1)[::-1]
        fill.points = np.concatenate([polylines(places[None]), polylines(inner[None])])
        strokes = np.stack([places[:-1], places[1:]], axis=1)[~(near[:-1] | near[1:])]
        outline = VMobject(stroke_color=pen.theme.muted, stroke_width=THIN)
        outline.points = polylines(strokes)
        super().__init__(fill, outline)
        if landscape.relative:
            name, middle = f"{level:g}", np.zeros(3)
            self.add(Number(name, places[at], colour=pen.theme.ink, size=SMALLEST, edge=middle))


class Tail(VGroup):
    """The last part of a walk, thinning out towards its end."""

    def __init__(self, chart: Chart, a: Values, b: Values, colour: str) -> None:
        super().__init__(
            *(
                VMobject(
                    stroke_color=colour,
                    stroke_width=THIN + (BOLD - THIN) * share,
                    stroke_opacity=share,
                )
                for share in np.linspace(0.42, 0.9, TAIL_PIECES)
            )
        )
        self._whole = polylines(chart.places(a, b)[None]).reshape(-1, 4, 3)
        self.set_walked(0.0)

    def set_walked(self, share: float) -> Self:
        """End at ``share`` of the way."""
        n = len(self._whole)
        edges = np.linspace(share - TAIL, share, TAIL_PIECES + 1)
        cuts = np.clip(np.round(edges * n), 0, n).astype(int)
        for part, start, end in zip(self.submobjects, cuts, cuts[1:], strict=False):
            part.points = self._whole[start:end].reshape(-1, 3)
        return self


class LevelMap:
    """A chart of (a, b) with its rings, the two straight ways through the centre, and a walk."""

    def __init__(self, pen: Pen, area: Box, path: Spiral, titles: tuple[str, str]) -> None:
        fit, theme = path.landscape, pen.theme
        outer_a, outer_b = fit.at(np.sqrt(LEVELS[-1]), FULL_TURN)
        self.path = path
        self.chart = Chart(
            pen,
            area,
            Scale.around(outer_a, MARGIN),
            Scale.around(outer_b, MARGIN),
            titles=titles,
            ticks=(8, 4),
        )
        da, db = fit.slope_reach(LEVELS[-1]), fit.intercept_reach(LEVELS[-1])
        a0, b0 = fit.slope, fit.intercept
        self.along_slope = _way(self.chart, [a0 - da, a0 + da], [b0, b0], theme.slope)
        self.along_intercept = _way(self.chart, [a0, a0], [b0 - db, b0 + db], theme.intercept)
        at = _free_angle(self.chart, fit, self.ways)
        self.rings = [Ring(pen, self.chart, fit, level, at) for level in reversed(LEVELS)]
        self.tail = Tail(self.chart, *path.whole(), theme.ink).set_z_index(3)
        self.marker = Marker(self.chart, a0, b0, theme.ink, theme).set_z_index(4)

    @property
    def ways(self) -> tuple[VMobject, ...]:
        """The lines that the sweeps of one number came by."""
        return self.along_slope, self.along_intercept

    @property
    def moving(self) -> tuple[VMobject, ...]:
        """What changes during the walk."""
        return self.marker, self.tail

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Everything on the map."""
        return self.chart, *self.rings, *self.ways, *self.moving

    def set_on_ways(self, share: float) -> tuple[float, float]:
        """Stand at ``share`` of a run along the two ways, to and fro; return the line there."""
        fit, swing = self.path.landscape, np.sin(4 * np.pi * share)
        da = swing * fit.slope_reach(LEVELS[-1]) * (share < 0.5)
        db = swing * fit.intercept_reach(LEVELS[-1]) * (share >= 0.5)
        a, b = float(fit.slope + da), float(fit.intercept + db)
        self.marker.set_place(a, b)
        return a, b

    def set_round_a_ring(self, share: float) -> tuple[float, float]:
        """Stand at ``share`` of a run out to the middle ring, once round it, and home."""
        out = min(1.0, share / RUN_OUT, (1 - share) / RUN_OUT)
        turn = float(np.clip((share - RUN_OUT) / (1 - 2 * RUN_OUT), 0, 1))
        root = np.sqrt(LEVELS[1]) * out
        a, b = (float(v) for v in self.path.landscape.at(root, 2 * np.pi * turn))
        self.marker.set_place(a, b)
        return a, b

    def set_home(self, share: float) -> tuple[float, float]:
        """Stand at ``share`` of the straight way from the end of the walk to the centre."""
        fit = self.path.landscape
        far, home = np.array(self.path.at(1.0)), np.array([fit.slope, fit.intercept])
        a, b = (float(value) for value in far + share * (home - far))
        self.marker.set_place(a, b)
        return a, b

    def set_walked(self, share: float) -> tuple[float, float]:
        """Stand at ``share`` of the walk; return the line (a, b) that is there."""
        a, b = (float(value) for value in self.path.at(share))
        self.marker.set_place(a, b)
        self.tail.set_walked(share)
        return a, b


def _way(chart: Chart, a: list[float], b: list[float], colour: str) -> VMobject:
    way = VMobject(stroke_color=colour, stroke_width=BOLD)
    way.points = polylines(chart.places(a, b)[None])
    return way.set_z_index(1)


def _ring(chart: Chart, landscape: ResidualLandscape, level: float) -> Values:
    return chart.places(*landscape.at(np.sqrt(level), FULL_TURN))


def _free_angle(chart: Chart, landscape: ResidualLandscape, others: tuple[VMobject, ...]) -> int:
    """Return where in FULL_TURN labels are farthest from each other and from ``others``."""
    labels = np.array([_ring(chart, landscape, level) for level in LEVELS])
    apart = np.linalg.norm(np.diff(labels, axis=0), axis=2).min(axis=0)
    taken = np.concatenate([part.points for part in others])
    free = np.linalg.norm(labels[:, :, None] - taken, axis=3).min(axis=(0, 2))
    return int(np.argmax(np.minimum(apart, free)))
