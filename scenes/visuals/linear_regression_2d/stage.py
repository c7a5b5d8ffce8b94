"""Everything that LinearRegression2D shows, built before its first frame."""

from dataclasses import dataclass

import numpy as np
from manim import LEFT, RIGHT, VMobject

from core.tables.dataset import Dataset
from scenes.visuals.linear_regression_2d import layout
from scenes.visuals.linear_regression_2d.cut import Cut
from scenes.visuals.linear_regression_2d.level_axis import LevelAxis, room_for
from scenes.visuals.linear_regression_2d.level_map import LEVELS, LevelMap
from scenes.visuals.linear_regression_2d.line_values import LineValues
from scenes.visuals.linear_regression_2d.rival import Rival
from scenes.visuals.linear_regression_2d.search import Line, Search
from scenes.visuals.linear_regression_2d.shown_data import ShownData
from scenes.visuals.linear_regression_2d.stem import Stem
from scenes.visuals.linear_regression_2d.told import Told
from scenes.visuals.linear_regression_2d.valley import Valley
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.scale import Scale, Ticks
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST, Box

# Height on the landscape (epsilon_rel) at the ends of each sweep: the same for any table.
SWEEP_HEIGHT = LEVELS[-1]
RIM = 1.1 * SWEEP_HEIGHT
NAME_OF_MARK = np.array([-0.1, 0.3, 0.0])
BESIDE_MARK = np.array([0.25, 0.0, 0.0])
ABOVE_MARK = np.array([-0.04, 0.3, 0.0])
# Root of the height of each rival, and where it lies around the best line.
# The middle one is where the search begins, on the innermost ring of the map.
RIVALS = ((1.5, 2.9), (1.0, 1.9), (1.67, -0.3))


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
    slope: Valley
    second: Valley
    found_name: Placed
    least_name: Placed
    beside: Box
    epsilon_axis: LevelAxis
    relative_axis: LevelAxis
    definition: Formula
    map: LevelMap
    cut: Cut

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
    def levels(self) -> Scale:
        """What lies at the foot and at the rim of every tank: 0 is at the foot."""
        return self.rivals[0].tank.levels

    def name_mark_in_tank(self) -> Placed:
        """Write the name of the least epsilon into the narrow tank in the middle."""
        box = layout.PANEL_TANKS[1]
        height = box.bottom + box.height * float(self.levels.share(self.shown.rss))
        return self.least_name.put(np.array([box.right, height, 0.0]) + ABOVE_MARK)

    @property
    def measured(self) -> tuple[VMobject, ...]:
        """What names the levels of the closing shot."""
        excess = [part for rival in self.others for part in rival.excess.parts]
        return self.name_mark_in_tank(), *excess

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
        self.pivot.set_place(0.0, b)
        self.stem.draw()
        self.values.set_line(a, b)


def build_stage(data: Dataset, pen: Pen) -> Stage:
    """Return the stage for ``data``."""
    shown = ShownData.of(data, SWEEP_HEIGHT, RIVALS)
    told, fit, theme = Told.of(shown), shown.landscape, pen.theme
    search = Search.of(fit, RIVALS[1])
    levels = Scale(0.0, shown.epsilon_at(RIM))
    lines = [(float(a), float(b)) for a, b in (fit.at(*rival) for rival in RIVALS)]
    rivals = tuple(
        Rival(pen, shown, line, places, levels)
        for line, places in zip(
            lines, zip(layout.PANELS, layout.PANEL_TANKS, strict=True), strict=True
        )
    )
    hero = rivals[1]
    ticks, above = levels.ticks(4), Scale(0.0, RIM).ticks(4)
    a0, b0 = fit.slope, fit.intercept
    da, db = fit.slope_reach(SWEEP_HEIGHT), fit.intercept_reach(SWEEP_HEIGHT)
    slope = Valley(
        pen,
        layout.CURVE,
        lambda a: shown.epsilon(a, b0),
        ends=(a0 - da, a0, a0 + da),
        levels=levels,
        title="slope $slope(a)$",
        colour=theme.slope,
        margin=0.22,
    )
    second = Valley(
        pen,
        layout.CURVE,
        lambda b: shown.epsilon(a0, b),
        ends=(b0 - db, b0, b0 + db),
        levels=levels,
        title=told.second,
        colour=theme.intercept,
        # Wider than the other one: for a moment both stand on the same mark.
        margin=0.04,
    )
    pivot = Marker(hero.chart, 0.0, lines[1][1], theme.intercept, theme, radius=0.13)
    plane = LevelMap(
        pen,
        layout.MAP,
        search,
        ("slope $slope(a)$", told.second),
        (slope.corners(), second.corners()),
    )
    beside = layout.beside(room_for(ticks, above), _proportion(hero.chart, layout.LARGE))
    return Stage(
        shown,
        told,
        search,
        rivals,
        pivot.set_z_index(6),
        Stem(pivot, theme).set_z_index(5),
        LineValues(pen, shown, told.letter, SWEEP_HEIGHT, layout.VALUES_BESIDE).set_line(*lines[1]),
        slope,
        second,
        _beside_the_mark(pen, levels, shown),
        _on_the_mark(pen, slope),
        beside,
        LevelAxis(pen, layout.TANK, levels, ticks.positions, ticks=ticks, title="epsilon"),
        _relative_axis(pen, shown, levels, above),
        _over_the_valley(pen, told.definition, second),
        plane,
        Cut(pen, layout.cut(beside), plane, shown, levels),
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


def _beside_the_mark(pen: Pen, levels: Scale, shown: ShownData) -> Placed:
    """Return the name of the least epsilon beside its mark on the large tank."""
    box = layout.LARGE_TANK
    height = box.bottom + box.height * float(levels.share(shown.rss))
    place = np.array([box.right, height, 0.0]) + BESIDE_MARK
    return Placed(pen.formula("epsilon_0"), place, LEFT)


def _on_the_mark(pen: Pen, valley: Valley) -> Placed:
    """Return the name of the least epsilon, at the right end of its mark."""
    end = valley.chart.place(valley.chart.x_scale.high, valley.least)
    return Placed(pen.formula("epsilon_0", size=SMALLEST), end + NAME_OF_MARK, RIGHT)


def _over_the_valley(pen: Pen, source: str, valley: Valley) -> Formula:
    formula = pen.formula(source)
    box = valley.chart.box
    formula.move_to((box.left + box.width / 2, box.bottom + 0.72 * box.height, 0.0))
    return formula
