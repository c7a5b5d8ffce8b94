"""Everything that LinearRegression2D shows, built before its first frame."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from manim import VMobject

from core.tables.dataset import Dataset
from scenes.visuals.linear_regression_2d import labels, layout
from scenes.visuals.linear_regression_2d.closing import closing
from scenes.visuals.linear_regression_2d.crossing import Crossing
from scenes.visuals.linear_regression_2d.doubt import Doubt
from scenes.visuals.linear_regression_2d.floor import Floor
from scenes.visuals.linear_regression_2d.level_axis import LevelAxis, room_for
from scenes.visuals.linear_regression_2d.line_values import LineValues
from scenes.visuals.linear_regression_2d.mix import REACH, Mix
from scenes.visuals.linear_regression_2d.rival import Rival
from scenes.visuals.linear_regression_2d.search import Line, Search
from scenes.visuals.linear_regression_2d.shown_data import ShownData
from scenes.visuals.linear_regression_2d.stacking import Stacking
from scenes.visuals.linear_regression_2d.told import Told
from scenes.visuals.linear_regression_2d.turns import Turns
from scenes.visuals.linear_regression_2d.valley import Valley
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.regression import StraightLine
from scenes.visuals.plot.scale import Scale, Ticks
from scenes.visuals.plot.stack import Stack
from scenes.visuals.plot.stem import Stem
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import THIN, Box

# Height on the landscape (epsilon_rel) at the ends of each sweep: the same for any table.
SWEEP_HEIGHT = 3.0
RIM = 1.1 * SWEEP_HEIGHT
# Root of the height of each rival, and where it lies around the best line: the one in the middle
# is where the search begins, the other two cross the best line among the points.
RIVALS = ((1.5, 2.6), (1.0, 1.9), (1.67, 0.5))
# The two parabolas stand on one mark, for a moment at once: one is to be the wider one.
MARGINS = 0.22, 0.04
SLOPE = "$slope(a)$"
# Of the line while its crossing moves, and after which share of it the turns have one height.
SWINGS, SETTLING = 1.5, 0.1


@dataclass(frozen=True)
class Stage:
    """The parts of the film and what it says; ``hero`` is the rival in the middle."""

    shown: ShownData
    told: Told
    search: Search
    rivals: tuple[Rival, ...]
    pivot: Marker
    stem: Stem
    values: LineValues
    beside: Box
    slope: Valley
    stack: Stack
    stacking: Stacking
    second: Valley
    crossing: Crossing
    mix: Mix
    doubt: Doubt
    turns: Turns
    floor: Floor
    ours: StraightLine
    theirs: StraightLine
    first: StraightLine
    third_name: Placed
    best_name: Placed
    found_name: Placed
    least_name: Placed
    area: Formula
    epsilon_axis: LevelAxis
    relative_axis: LevelAxis
    definition: Formula
    closing: str

    @property
    def hero(self) -> Rival:
        """The best of the rivals, whose chart and tank stay."""
        return self.rivals[1]

    @property
    def others(self) -> tuple[Rival, Rival]:
        """The two rivals that leave and come back."""
        return self.rivals[0], self.rivals[2]

    @property
    def opening(self) -> tuple[VMobject, ...]:
        """The three rivals and their tanks."""
        return tuple(part for rival in self.rivals for part in rival.parts)

    @property
    def best(self) -> tuple[float, float]:
        """The least-squares line (a, b)."""
        return self.shown.landscape.slope, self.shown.landscape.intercept

    @property
    def level_axis(self) -> LevelAxis:
        """The axis of the level once it is counted from the mark."""
        return self.relative_axis if self.shown.landscape.relative else self.epsilon_axis

    @property
    def moving(self) -> tuple[VMobject, ...]:
        """What changes with the line in the large chart."""
        return *self.hero.moving, self.pivot, self.stem, *self.values.numbers

    @property
    def told_last(self) -> tuple[VMobject, ...]:
        """What the line and its curve leave behind when the rivals come back."""
        mix, values = self.mix, self.values
        curve = *mix.moving, *mix.flat, *self.turns.parts, self.level_axis
        line = values.a, values.b, self.pivot, self.stem, self.ours
        return *curve, *line, self.crossing.dot, self.stack.layers

    def measured(self) -> tuple[VMobject, ...]:
        """Measure how far each rival is above the mark; the first line of the best one stays."""
        return *(rival.excess.draw() for rival in self.rivals), self.first.draw()

    def turning(self, *stops: float) -> list[Callable[[float], Line]]:
        """Return the ways along a turn about the crossing from each of the stops to the next."""

        def way(k: int) -> Callable[[float], Line]:
            def go(share: float) -> Line:
                along = stops[k] + share * (stops[k + 1] - stops[k])
                self.turns.set_along(along, stops[: k + 1])
                return self.crossing.line(along)

            return go

        return [way(k) for k in range(len(stops) - 1)]

    def turned(self, start: float, seen: Iterable[float], share: float) -> Line:
        """Return the line after ``share`` of the way of its crossing from ``start`` on.

        Of the turn so far all between ``seen`` is uncovered; now all turns end at one height.
        """
        turns = self.turns
        low, high = self.crossing.move(start, share)
        along = REACH * float(np.sin(2 * np.pi * SWINGS * share))
        left = max(0.0, 1 - share / SETTLING)
        ends = [(1 - left) * REACH * np.sign(end) + left * end for end in seen]
        turns.set_along(along, tuple(map(float, ends))).set_traces(low, high)
        return self.crossing.line(along)

    def tried(self, leg: int, share: float) -> Line:
        """Return the line of a leg that goes too far; the mark keeps the lowest level."""
        self.hero.tank.set_mark(self.shown.epsilon_at(self.search.lowest(leg, share)))
        return self.search.trial(leg, share)

    def searched(self, since: int, share: float) -> Line:
        """Return the line of all legs from ``since`` on; the mark falls with its level."""
        a, b = self.search.line(since, share)
        self.hero.tank.set_mark(float(self.shown.epsilon(a, b)))
        return a, b

    def show(self, a: float, b: float) -> None:
        """Show the line y = a x + b, all that follows from it, and its numbers."""
        self.hero.set_line(a, b)
        self.stack.draw_layers(self.hero.tank, a, b)
        self.pivot.set_place(0.0, b)
        self.stem.draw()
        self.values.set_line(a, b)


def build_stage(data: Dataset, pen: Pen) -> Stage:
    """Return the stage for ``data``."""
    shown = ShownData.of(data, SWEEP_HEIGHT, RIVALS)
    told, fit, theme = Told.of(shown), shown.landscape, pen.theme
    levels = Scale(0.0, shown.epsilon_at(RIM))
    lines = [(float(a), float(b)) for a, b in (fit.at(*rival) for rival in RIVALS)]
    rivals = tuple(
        Rival(pen, shown, line, places, levels, name=f"line {k}")
        for k, (line, places) in enumerate(
            zip(lines, zip(layout.PANELS, layout.PANEL_TANKS, strict=True), strict=True), start=1
        )
    )
    hero, least = rivals[1], float(levels.share(shown.rss))
    ticks, above = levels.ticks(4), Scale(0.0, RIM).ticks(4)
    best = fit.slope, fit.intercept
    slope, second = _sweeps(pen, shown, told, levels)
    crossing = Crossing(hero.chart, shown, SWEEP_HEIGHT, theme)
    mix = Mix(pen, slope, second, crossing, third=crossing.of(lines[2]), letter=told.letter)
    axis = LevelAxis(pen, layout.TANK, levels, ticks.positions, ticks=ticks, title="epsilon")
    stack = Stack(
        slope.chart,
        shown.points,
        shown.epsilon,
        lambda a: (a, 0 * a + best[1]),
        theme,
    )
    values = LineValues(pen, shown, told.letter, SWEEP_HEIGHT, layout.VALUES_BESIDE)
    pivot = Marker(hero.chart, 0.0, lines[1][1], theme.intercept, theme, radius=0.13)
    first, third, ours = (
        StraightLine(hero.chart, *line, theme.muted, width=THIN)
        for line in (lines[1], lines[2], best)
    )
    return Stage(
        shown,
        told,
        Search.of(fit, RIVALS[1]),
        rivals,
        pivot.set_z_index(6),
        Stem(pivot, theme).set_z_index(5),
        values.set_line(*lines[1]),
        layout.beside(room_for(ticks, above), _proportion(hero.chart, layout.LARGE)),
        slope,
        stack,
        Stacking(shown, hero, values, slope, stack),
        second,
        crossing,
        mix,
        Doubt(mix, theme, float(np.sign(lines[2][0] - best[0]))),
        Turns(mix, theme),
        Floor(pen, slope.chart, shown.rss),
        ours,
        third,
        first,
        labels.at_end(pen, "line 3"),
        labels.above(pen, "best", layout.PANEL_TANKS[1]),
        labels.beside_mark(pen, layout.LARGE_TANK, least),
        labels.above_mark(pen, layout.PANEL_TANKS[1], least),
        axis.named(pen, "area"),
        axis,
        _relative_axis(pen, shown, levels, above),
        labels.inside(pen, told.definition, second.chart.box),
        closing(shown, values),
    )


def _sweeps(pen: Pen, shown: ShownData, told: Told, levels: Scale) -> tuple[Valley, Valley]:
    """Return epsilon against each of the two numbers, while the other one is the best."""
    fit, theme = shown.landscape, pen.theme
    a0, b0 = fit.slope, fit.intercept
    da, db = fit.slope_reach(SWEEP_HEIGHT), fit.intercept_reach(SWEEP_HEIGHT)
    charts = (
        Chart(
            pen,
            layout.CURVE,
            Scale.around([best - reach, best + reach], margin),
            levels,
            titles=(title, ""),
            ticks=(4, 0),
        )
        for best, reach, title, margin in (
            (a0, da, SLOPE, MARGINS[0]),
            (b0, db, f"${told.letter}$", MARGINS[1]),
        )
    )
    of_a, of_b = charts
    return (
        Valley(
            of_a,
            lambda a: shown.epsilon(a, b0),
            lambda a: (a, b0),
            a0,
            da,
            colour=theme.slope,
            theme=theme,
        ),
        Valley(
            of_b,
            lambda b: shown.epsilon(a0, b),
            lambda b: (a0, b),
            b0,
            db,
            colour=theme.intercept,
            theme=theme,
        ),
    )


def _proportion(chart: Chart, area: Box) -> float:
    """Return width : height of the box of ``chart`` when it is laid out in ``area``."""
    now = chart.area
    chart.set_area(area)
    box = chart.box
    chart.set_area(now)
    return box.width / box.height


def _relative_axis(pen: Pen, shown: ShownData, levels: Scale, ticks: Ticks) -> LevelAxis:
    """Return the axis of epsilon_rel: its 0 is at the mark, its unit is what lies below."""
    at = np.array([shown.epsilon_at(float(height)) for height in ticks.positions])
    return LevelAxis(pen, layout.TANK, levels, at, ticks=ticks, title='epsilon_"rel"')
