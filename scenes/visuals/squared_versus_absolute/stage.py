"""All that SquaredVersusAbsolute ever puts on the screen."""

from dataclasses import dataclass

import numpy as np
from manim import Polygon, ValueTracker
from numpy.typing import NDArray

from core.fits.line import fit_line
from core.landscape.absolute import equally_good_lines, level_curve
from core.tables.dataset import Dataset
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.projection import View
from scenes.visuals.squared_versus_absolute.dragged_point import DraggedPoint, dragged_point
from scenes.visuals.squared_versus_absolute.lifted_line import HERO, LiftedLine, lifted_line
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, SQUARED
from scenes.visuals.squared_versus_absolute.valleys import (
    FULL_TURN,
    LevelPolygons,
    Valleys,
    ValleySpace,
)
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, PICTURE, RIGHT_EDGE, SMALLEST, Box
from scenes.visuals.writing.value import Value

Values = NDArray[np.float64]

START_BELOW = 1.5
MAP = Box(HERO.left, PICTURE.bottom, RIGHT_EDGE - HERO.left, PICTURE.height)
# Level curves of the sum of lengths, relative to the least sum.
GROWTH = (1.25, 1.6, 2.0)
INSET_ON_MAP = Box(PICTURE.left, -0.95, 4.1, 4.55)


@dataclass(frozen=True)
class Landscape:
    """The sum of lengths over all lines (a, b): valleys in space, then a map."""

    sight: ValueTracker  # 0 from the front, 1 aside, 2 from above
    low: ValueTracker
    high: ValueTracker
    space: ValleySpace
    valleys: Valleys
    rings: LevelPolygons
    map: Chart
    corners: tuple[Values, Values]
    patch: Polygon
    marker: Marker
    best_squares: Marker
    sums: tuple[Value, Value]

    def view(self) -> View:
        """Return the view of the valleys now."""
        at = float(self.sight.get_value())
        if at <= 1:
            return self.space.front.towards(self.space.aside, at)
        return self.space.aside.towards(self.space.top, at - 1)

    def follow(self, line: LiftedLine) -> None:
        """Let the valleys follow the sight and the line on screen."""
        self.valleys.add_updater(
            lambda m: m.set_sight(
                self.low.get_value(), self.high.get_value(), line.a.get_value(), self.view()
            )
        )
        self.rings.add_updater(lambda m: m.set_view(self.view()))
        self.marker.add_updater(lambda m: m.set_place(*line.current()))
        lengths, squares = self.sums
        lengths.follow(lambda: float(line.amounts(ABSOLUTE).sum()))
        squares.follow(lambda: float(line.amounts(SQUARED).sum()))


@dataclass(frozen=True)
class Stage:
    """The drag that opens and closes, the line that is lifted, the landscape of all lines."""

    drag: DraggedPoint
    line: LiftedLine
    landscape: Landscape


def stage(pen: Pen, pairs: Dataset, many: Dataset) -> Stage:
    """Build everything: ``pairs`` are the six points, ``many`` those of which one is dragged."""
    line = lifted_line(pen, pairs, START_BELOW)
    return Stage(dragged_point(pen, many), line, landscape(pen, line))


def landscape(pen: Pen, line: LiftedLine) -> Landscape:
    """Build the sums of lengths over all lines, about the line that is lifted."""
    x, y, theme = line.data.x, line.data.y, pen.theme
    a = float(line.a.get_value())
    slopes, _ = level_curve(x, y, line.rim, FULL_TURN)
    chart = Chart(
        pen,
        MAP,
        Scale.around(slopes, 0.05),
        line.reach,
        titles=("slope $slope(a)$", "intercept $intercept(b)$"),
        ticks=(5, 5),
    )
    space = ValleySpace(x, y, line.absolute.chart, chart, line.rim)
    best = fit_line(x, y)
    corners = equally_good_lines(x, y)
    least = float(ABSOLUTE.total(x, y, a, best.intercept))
    sums = tuple(
        Value(
            pen,
            f'{measure.hue}("{measure.noun}")',
            FixedFormat(1, 0, integer_digits=digits, signed=False),
            least,
            np.array([PICTURE.left, height, 0.0]),
            colour=measure.colour(theme),
            size=SMALLEST,
        ).set_z_index(1)
        for measure, height, digits in ((ABSOLUTE, -1.5, 1), (SQUARED, -2.2, 2))
    )
    return Landscape(
        sight=ValueTracker(0.0).set_z_index(1),
        low=ValueTracker(a).set_z_index(1),
        high=ValueTracker(a).set_z_index(1),
        space=space,
        valleys=Valleys(space, a, theme).set_z_index(2),
        rings=LevelPolygons(space, np.array([*(g * least for g in GROWTH), line.rim]), theme),
        map=chart,
        corners=corners,
        patch=Polygon(
            *chart.places(*corners),
            stroke_color=theme.absolute,
            stroke_width=BOLD,
            fill_color=theme.absolute,
            fill_opacity=0.55,
        ).set_z_index(1),
        marker=Marker(chart, a, best.intercept, theme.ink, theme).set_z_index(5),
        best_squares=Marker(chart, best.slope, best.intercept, theme.squared, theme).set_z_index(4),
        sums=(sums[0], sums[1]),
    )
