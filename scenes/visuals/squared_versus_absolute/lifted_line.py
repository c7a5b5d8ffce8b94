"""The first half of SquaredVersusAbsolute: six points, a line that is lifted, and its sums."""

from dataclasses import dataclass, replace

import numpy as np
from manim import ValueTracker, VMobject

from core.fits.line import fit_line
from core.landscape.absolute import kinks
from core.tables.dataset import Dataset
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.regression import Residuals, Squares, StraightLine
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.tank import Copies, Tank
from scenes.visuals.space.polylines import polylines
from scenes.visuals.squared_versus_absolute.layers import Layers, bars
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, SQUARED, Measure
from scenes.visuals.squared_versus_absolute.touched_points import TouchedPoints
from scenes.visuals.squared_versus_absolute.valley import Valley
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE, THIN, Box

# Of the disc where the line meets the left axis, at the height b: the inset leaves room for it.
CROSSING = 0.12
# The inset has the shape of the large chart: the line looks as steep in both.
LARGE = Box(PICTURE.left, PICTURE.bottom, 8.6, PICTURE.height)
INSET = Box(PICTURE.left + CROSSING, PICTURE.bottom, 3.98, 3.38)
HERO = Box(-2.1, PICTURE.bottom, 7.2, PICTURE.height)
TANK_LEFT, TANK_WIDTH = 5.4, 0.95
# Lengths stay thin where they are laid end to end.
LENGTHS_WIDTH = 0.12
# How far beyond the outermost corners the sweep goes, in their span.
OVERSHOOT = 0.3
# How high the charts are, in the greatest value they hold, and how far x goes on.
HEADROOM, BEYOND = 1.1, 1.0


@dataclass(frozen=True)
class Sum:
    """One measure of the line that is lifted: what flies, what lies in the tank, its valley."""

    measure: Measure
    tank: Tank
    pouring: Copies
    layers: Layers
    chart: Chart
    valley: Valley
    marker: Marker
    level: VMobject

    def follow(self, line: "LiftedLine") -> None:
        """Let layers, level and marker follow the line on screen."""
        self.layers.add_updater(lambda m: m.set_amounts(line.amounts(self.measure)))
        self.marker.add_updater(lambda m: m.set_place(*self.of(line)))
        self.level.add_updater(lambda m: self.draw_level(m, *self.of(line)))

    def of(self, line: "LiftedLine") -> tuple[float, float]:
        """Return b and the sum of the line on screen."""
        return line.current()[1], float(line.amounts(self.measure).sum())

    def draw_level(self, mobject: VMobject, b: float, total: float) -> None:
        """Draw ``mobject`` from the tank's level to the place of ``b`` in the valley."""
        place = self.chart.place(b, total)
        end = np.array([self.tank.box.left, place[1], 0.0])
        mobject.points = polylines(np.array([[place, end]]))

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return all that leaves with the tank."""
        still = self.chart, self.tank.walls, self.valley
        return *still, self.layers, self.marker, self.level


@dataclass(frozen=True)
class LiftedLine:
    """Six points and one line y = a x + b in a chart, with both of its sums."""

    data: Dataset
    a: float
    b: ValueTracker
    reach: Scale
    chart: Chart
    points: TouchedPoints
    line: StraightLine
    squares: Squares
    lengths: Residuals
    misses: Residuals
    squared: Sum
    absolute: Sum
    crossing: Marker

    def current(self) -> tuple[float, float]:
        """Return (a, b) of the line on screen."""
        return self.a, float(self.b.get_value())

    def amounts(self, measure: Measure) -> np.ndarray:
        """Return what each point adds to the sum on screen."""
        return measure.amounts(self.data.x, self.data.y, *self.current())

    def follow(self) -> None:
        """Let all that shows the line follow its two numbers."""
        self.line.add_updater(lambda m: m.set_line(*self.current()))
        for part in (self.squares, self.lengths, self.points):
            part.add_updater(lambda m: m.set_line(*self.current()))
        self.crossing.add_updater(lambda m: m.set_place(0.0, self.b.get_value()))


def lifted_line(pen: Pen, data: Dataset, start: float) -> LiftedLine:
    """Return the stage of the first half; the line starts ``start`` below the best one."""
    # Those nearest to the tank pour first: no piece overtakes another one.
    order = np.argsort(-data.x, kind="stable")
    data = replace(data, x=data.x[order], y=data.y[order])
    x, y, theme = data.x, data.y, pen.theme
    best = fit_line(x, y)
    a, b = best.slope, best.intercept - start
    reach, rim = _reach(data, a)
    swept = np.concatenate([y, a * x + reach.low, a * x + reach.high])
    # Its left axis is at x = 0 and its lower one at y = 0: there b is a height.
    chart = Chart(
        pen,
        LARGE,
        Scale(0.0, float(x.max()) + BEYOND),
        Scale(0.0, HEADROOM * float(swept.max())),
        titles=("$x$", "$y$"),
        ticks=(0, 0),
    )
    squares = Squares(chart, x, y, (a, b), theme, colour=theme.squared)
    lengths = Residuals(chart, x, y, (a, b), theme, colour=theme.absolute)
    # Squares pour where the line starts; lengths later, in the inset, where it is lowest.
    below = {SQUARED.noun: b, ABSOLUTE.noun: reach.low}
    starts = {SQUARED.noun: squares.corners()}
    chart.set_area(INSET)
    starts[ABSOLUTE.noun] = bars(chart.places(x, y), chart.places(x, a * x + reach.low))
    chart.set_area(LARGE)
    sums = {}
    for measure in (SQUARED, ABSOLUTE):
        top = rim if measure is ABSOLUTE else float(measure.total(x, y, a, reach.high))
        hero = Chart(
            pen,
            HERO,
            reach,
            Scale(0.0, HEADROOM * top),
            titles=("$intercept(b)$", measure.title),
            ticks=(5, 4),
        )
        width = LENGTHS_WIDTH if measure is ABSOLUTE else TANK_WIDTH
        box = Box(TANK_LEFT, hero.box.bottom, width, hero.box.height)
        colour = measure.colour(theme)
        tank = Tank(pen, box, hero.y_scale, colour)
        amounts = measure.amounts(x, y, a, below[measure.noun])
        valley = Valley(hero, measure, data, a, theme)
        sums[measure.noun] = Sum(
            measure,
            tank,
            Copies(pen, starts[measure.noun], amounts, tank, colour=colour).set_z_index(5),
            Layers(tank, amounts, theme, colour).set_z_index(1),
            hero,
            valley.set_z_index(2),
            Marker(hero, b, valley.total(b), colour, theme).set_z_index(4),
            VMobject(stroke_color=theme.muted, stroke_width=THIN).set_z_index(1),
        )
    return LiftedLine(
        data=data,
        a=a,
        b=ValueTracker(b).set_z_index(1),
        reach=reach,
        chart=chart,
        points=TouchedPoints(chart, x, y, theme).set_z_index(4),
        line=StraightLine(chart, a, b, theme.ink).set_z_index(2),
        squares=squares.set_z_index(1),
        lengths=lengths.set_z_index(3),
        misses=Residuals(chart, x, y, (a, b), theme).set_z_index(3),
        squared=sums[SQUARED.noun],
        absolute=sums[ABSOLUTE.noun],
        crossing=Marker(chart, 0.0, b, theme.intercept, theme, radius=CROSSING).set_z_index(5),
    )


def _reach(data: Dataset, a: float) -> tuple[Scale, float]:
    """Return the b between which the line is lifted, and the sum of lengths at both ends."""
    bends = kinks(data.x, data.y, a)
    low = bends[0] - OVERSHOOT * (bends[-1] - bends[0])
    rim = float(ABSOLUTE.total(data.x, data.y, a, low))
    # Above all points the sum rises by their number for each unit of b.
    high = bends[-1] + (rim - float(ABSOLUTE.total(data.x, data.y, a, bends[-1]))) / bends.size
    return Scale(float(low), float(high)), rim
