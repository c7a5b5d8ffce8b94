"""How the film ends: beside each other a map of points at one x and a map of points at several."""

from typing import Self

import numpy as np
from manim import RIGHT, UP, ManimColor, VGroup, VMobject, interpolate_color

from core.landscape.squared import ResidualLandscape
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.shown_points import ShownPoints
from scenes.visuals.residual_bowl import layout
from scenes.visuals.residual_bowl.bowl.heights import Heights
from scenes.visuals.residual_bowl.bowl.space import BowlSpace
from scenes.visuals.residual_bowl.bowl.troughs import Troughs
from scenes.visuals.residual_bowl.map.fan import LINES
from scenes.visuals.residual_bowl.map.goal import Guides
from scenes.visuals.residual_bowl.map.lines import ends
from scenes.visuals.residual_bowl.map.tiles import Tile
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points, View
from scenes.visuals.space.wireframe import Discs
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST, THIN, Box
from scenes.visuals.writing.value import Value

# The level lines, as shares of the rim.
LEVELS = 0.2, 0.6, 1.0
FULL_TURN = np.linspace(0.0, 2 * np.pi, 97)
DOT = 0.14
GAP, ROW = 0.25, 0.34
# Numbers away from their axis, and from the letter at its end.
BELOW, BESIDE, FREE = 0.36, 0.15, 0.5
# The screen itself.
FLAT = View(-np.pi / 2, np.pi / 2, (0.0, 0.0), 1.0)

Line = tuple[float, float]
Place = tuple[float, float]


class Verdict(VGroup):
    """A map with its level lines, over it its points as they lie in their chart, and a heading."""

    def __init__(self, pen: Pen, area: Box, plane: Chart, tile: Tile, *, words: str, letter: str):
        theme = pen.theme
        self.map = Chart(
            pen,
            Box(area.left, area.bottom, area.width, area.height - layout.TILE_ROOM),
            plane.x_scale,
            plane.y_scale,
            titles=("$slope(a)$", f"${letter}$"),
            ticks=(0, 0),
        )
        self.tile = tile
        beside = np.array([tile.box.right + GAP, tile.box.middle[1], 0.0])
        self.heading, self.legend = (
            Placed(pen.sentence(text, theme.ink, SMALLEST), beside + up * UP, -RIGHT)
            for text, up in ((words, ROW), ('$res("equal error")$', -ROW))
        )
        self.levels = VMobject(stroke_color=theme.residual, stroke_width=THIN)
        super().__init__(self.map, self.tile, self.heading, self.legend)


class SameX(Verdict):
    """The first two points at the same x: their level lines are straight, and a row is best."""

    def __init__(
        self,
        pen: Pen,
        plane: Chart,
        chart: Chart,
        troughs: Troughs,
        *,
        row: tuple[Line, Line],
        points: Points,
        letter: str,
    ) -> None:
        a, b = np.linspace(*row, LINES).T
        lines = list(zip(a, b, strict=True))
        tile = Tile(layout.tile(layout.SAME), chart, points, lines, pen.theme)
        super().__init__(pen, layout.SAME, plane, tile, words="same $x$", letter=letter)
        middle = troughs.gaps[0] + np.array([0.0, 0.0, troughs.apart / 2])
        away = np.sqrt(np.array(LEVELS) * troughs.level / 2)
        gaps = middle + np.outer([*-away, *away], [0.0, 0.0, 1.0])
        size = np.array(troughs.size)
        shares = np.array([ends(gap, troughs.size) for gap in gaps]) / size + 0.5
        box = self.map.box
        places = shares * [box.width, box.height] + [box.left, box.bottom]
        self.levels.points = polylines(np.concatenate([places, 0 * places[..., :1]], axis=-1))
        self.best = self.map.places(a, b)
        self.row = Discs(pen.theme.ink, DOT)
        self.add(self.levels)

    def set_found(self, share: float) -> Self:
        """Show the first ``share`` of the row of best lines."""
        count = int(np.ceil(share * len(self.best) - 1e-9))
        self.row.set_points_in_space(self.best[:count], FLAT)
        return self


class DifferentX(Verdict):
    """All points: the level lines go round the one best line, with its guides to both axes.

    These are rings of equal height on the bowl before they are laid on the map with its edges.
    """

    def __init__(
        self,
        pen: Pen,
        space: BowlSpace,
        chart: Chart,
        landscape: ResidualLandscape,
        *,
        shown: ShownPoints,
        rim: float,
        layouts: tuple[FixedFormat, FixedFormat],
    ) -> None:
        best = landscape.slope, landscape.intercept
        points = np.column_stack([shown.x, shown.y])[shown.squared]
        tile = Tile(layout.tile(layout.DIFFERENT), chart, points, [best], pen.theme)
        super().__init__(
            pen, layout.DIFFERENT, space.map, tile, words="different $x$", letter=shown.letter
        )
        self._space, self._hues = space, (pen.theme.ink, pen.theme.residual)
        rings = [landscape.at(np.sqrt(share * rim), FULL_TURN) for share in LEVELS]
        a, b = space.map.x_scale, space.map.y_scale
        self._rings, self._best = np.moveaxis(np.array(rings), 1, -1), np.array([best])
        self._edges = np.array([(a.low, b.high), (a.low, b.low), (a.high, b.low)])
        self.edges = VMobject(stroke_color=pen.theme.muted, stroke_width=THIN)
        self.best = self.map.place(*best)
        self.guides = Guides(self.map, *best, pen.theme)
        self.feet = self._at_feet(pen, best, shown.letter, layouts)

    def _at_feet(
        self, pen: Pen, best: Line, letter: str, layouts: tuple[FixedFormat, FixedFormat]
    ) -> VGroup:
        """Return the two numbers of the best line, each at the foot of its guide."""
        colours, box = (pen.theme.slope, pen.theme.intercept), self.map.box
        slope, intercept = (
            Value(pen, name, one, value, np.zeros(3), colour=colour, size=SMALLEST)
            for name, one, value, colour in zip(("a", letter), layouts, best, colours, strict=True)
        )
        (across, _, _), (_, up, _) = self.guides.feet
        # Never on the letter at the end of the axis.
        left = min(across - slope.width / 2, box.right - FREE - slope.width)
        slope.put(np.array([max(left, box.left), box.bottom - BELOW, 0.0]))
        left = box.left - BESIDE - intercept.width
        if left >= layout.SAME.right + BESIDE:
            intercept.put(np.array([left, up, 0.0]))
        else:
            intercept.put(np.array([box.left + BESIDE, up + ROW, 0.0]))
        return VGroup(slope, intercept)

    def set_laid(self, share: float, heights: Heights, view: View) -> Points:
        """Show the rings a ``share`` of their way from the bowl down; return where the best is."""
        laid = [
            self._on_the_way(share, lines, heights, view)
            for lines in (self._rings, self._edges, self._best)
        ]
        self.levels.points, self.edges.points = polylines(laid[0]), polylines(laid[1][None])
        start, end = map(ManimColor, self._hues)
        self.levels.set_stroke(interpolate_color(start, end, share))
        best: Points = laid[2][0]
        return best

    def _on_the_way(self, share: float, lines: Points, heights: Heights, view: View) -> Points:
        """Return where ``lines`` (..., 2) are between the bowl, the edges the map, and this map."""
        places = self._space.floor(*np.moveaxis(lines, -1, 0))
        over = heights.over(places)
        if lines is self._edges:
            over[..., 2] = 0.0
        seen = view.project(over)
        flat = self.map.places(*lines.reshape(-1, 2).T).reshape(seen.shape)
        on_the_way: Points = seen + share * (flat - seen)
        return on_the_way
