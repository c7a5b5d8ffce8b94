"""Everything that LinearRegression2D shows, built before its first frame."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from manim import VGroup, VMobject

from scenes.visuals.linear_regression_2d import labels, layout
from scenes.visuals.linear_regression_2d.curves.floor import Floor
from scenes.visuals.linear_regression_2d.curves.level_axis import LevelAxis
from scenes.visuals.linear_regression_2d.curves.single import Single
from scenes.visuals.linear_regression_2d.curves.stacking import Stacking
from scenes.visuals.linear_regression_2d.curves.valley import Valley
from scenes.visuals.linear_regression_2d.lines.fan import Fan
from scenes.visuals.linear_regression_2d.lines.line_values import LineValues
from scenes.visuals.linear_regression_2d.lines.lit import Lit
from scenes.visuals.linear_regression_2d.lines.old_level import OldLevel
from scenes.visuals.linear_regression_2d.lines.rival import Rival
from scenes.visuals.linear_regression_2d.lines.search import Line, Search
from scenes.visuals.linear_regression_2d.lines.shown_data import ShownData
from scenes.visuals.linear_regression_2d.lines.units import Units
from scenes.visuals.linear_regression_2d.surface.crosswise import Crosswise
from scenes.visuals.linear_regression_2d.told import Told
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.regression import StraightLine
from scenes.visuals.plot.stack import Stack
from scenes.visuals.plot.stem import Stem
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import Box

NAMED = 0.15  # below the old level the mark has a name of its own


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
    inset: Box
    inset_tank: Box
    slope: Valley
    single: Single
    stack: Stack
    stacking: Stacking
    second: Valley
    crosswise: Crosswise
    floor: Floor
    first: StraightLine
    best_name: Placed
    least_so_far: Placed
    found_name: Placed
    unknown: Placed
    unknown_middle: VGroup
    lit: Lit
    fan: Fan
    least_name: Placed
    beaten: OldLevel
    beaten_name: Placed
    names: tuple[Placed, Placed]
    unit_name: Placed
    units: Units
    above_least: tuple[Placed, Placed]
    axes: tuple[LevelAxis, LevelAxis, LevelAxis]
    relative_axis: LevelAxis
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
    def epsilon_axis(self) -> LevelAxis:
        """The axis of the sum of all squares."""
        return self.axes[-1]

    @property
    def level_axis(self) -> LevelAxis:
        """The axis of the level once it is counted from the mark."""
        return self.relative_axis if self.shown.landscape.relative else self.epsilon_axis

    @property
    def named_at_mark(self) -> tuple[Placed, ...]:
        """What the mark, and the unit below it, are called once the level is counted from it."""
        relative = self.shown.landscape.relative
        return (self.floor.least, self.unit_name) if relative else (self.floor.title,)

    @property
    def beside_sheet(self) -> tuple[VMobject, ...]:
        """The data and their line, its numbers and its tank."""
        return self.hero.chart, self.level_axis, self.hero.points, *self.beside_points

    @property
    def beside_points(self) -> tuple[VMobject, ...]:
        """The line through the data, its squares, its numbers and its tank."""
        hero, numbers = self.hero, (self.values.a, self.values.b)
        drawn = hero.squares, hero.residuals, hero.line
        return *drawn, hero.tank, self.pivot, self.stem, *numbers

    @property
    def of_line(self) -> tuple[VMobject, ...]:
        """All that tells of one line while the sheet is seen."""
        return *self.beside_points, *self.crosswise.ball.parts

    @property
    def moving(self) -> tuple[VMobject, ...]:
        """What changes with the line in the large chart."""
        return *self.hero.moving, self.pivot, self.stem, *self.values.numbers

    @property
    def moving_single(self) -> tuple[VMobject, ...]:
        """What changes with the line while it has one square alone."""
        return self.hero.line, self.hero.tank.content, *self.single.drawn, self.values.a.number

    def measured(self) -> tuple[VMobject, ...]:
        """Measure how far each rival is above the mark; the first line of the best one stays."""
        brackets = (rival.excess.draw() for rival in self.rivals)
        old = self.first.draw(), self.beaten.draw()
        return *brackets, *self.above_least, *old

    def count_from_the_mark(self) -> Self:
        """Count all tanks from the mark."""
        for rival in self.rivals:
            rival.tank.set_mark(self.shown.rss).set_counted_from_mark(1.0)
        return self

    def keep(self, level: float) -> None:
        """Let the mark keep a level, and be called the least so far."""
        self.hero.tank.set_mark(level)
        low = self.hero.tank.top_of(level)
        highest = self.hero.tank.top_of(self.beaten.level) - labels.APART
        self.least_so_far.put(labels.beside(layout.LARGE_TANK, min(low, highest)))
        # It is called so as soon as it leaves the level to be beaten.
        left = self.hero.tank.top_of(self.beaten.level) - low
        self.least_so_far.set_opacity(min(1.0, left / NAMED))

    def tried(self, leg: int, share: float) -> Line:
        """Return the line of a leg that goes too far; the mark keeps the lowest level."""
        self.keep(self.shown.epsilon_at(self.search.lowest(leg, share)))
        self.lit.light((leg % 2,), share)
        return self.search.trial(leg, share)

    def stepped(self, leg: int, share: float) -> Line:
        """Return the line of a leg; the mark falls with its level."""
        a, b = self.search.leg(leg, share)
        self.keep(float(self.shown.epsilon(a, b)))
        self.lit.light((leg % 2,), share)
        return a, b

    def shaken(self, number: int, way: Callable[[float], Line], share: float) -> Line:
        """Return the line of a way along which one number changes."""
        self.lit.light((number,), share)
        return way(share)

    def searched(self, since: int, share: float) -> Line:
        """Return the line of all legs from ``since`` on; the mark falls with its level."""
        return self.stepped(*self.search.reached(since, share))

    def show(self, a: float, b: float) -> None:
        """Show the line y = a x + b, all that follows from it, and its numbers."""
        self.hero.set_line(a, b)
        self.stack.draw_layers(self.hero.tank, a, b)
        self.pivot.set_place(0.0, b)
        self.stem.draw()
        self.values.set_line(a, b)
        self.crosswise.ball.set_line(a, b)
