"""Everything that LinearRegression2D shows, built before its first frame."""

from dataclasses import dataclass

import numpy as np
from manim import RIGHT, VMobject

from core.tables.dataset import Dataset
from scenes.visuals.linear_regression_2d import layout
from scenes.visuals.linear_regression_2d.level_axis import LevelAxis, room_for
from scenes.visuals.linear_regression_2d.level_map import LEVELS, LevelMap
from scenes.visuals.linear_regression_2d.line_values import LineValues
from scenes.visuals.linear_regression_2d.rival import Rival
from scenes.visuals.linear_regression_2d.shown_data import ShownData
from scenes.visuals.linear_regression_2d.spiral import Spiral
from scenes.visuals.linear_regression_2d.told import Told
from scenes.visuals.linear_regression_2d.valley import Valley
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.scale import Scale, Ticks
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST, Box
from scenes.visuals.writing.value import Value

# Height on the landscape (epsilon_rel) at the ends of each sweep: the same for any table.
SWEEP_HEIGHT = LEVELS[-1]
RIM = 1.1 * SWEEP_HEIGHT
NAME_OF_MARK = np.array([-0.1, 0.3, 0.0])
# Root of the height of each rival, and where it lies around the best line.
RIVALS = ((1.5, 2.9), (0.9, 1.9), (1.67, -0.3))


@dataclass(frozen=True)
class Stage:
    """The parts of the film and what it says; ``hero`` is the rival in the middle."""

    shown: ShownData
    told: Told
    path: Spiral
    rivals: tuple[Rival, ...]
    pivot: Marker
    values: LineValues
    slope: Valley
    second: Valley
    least_name: Placed
    epsilon_axis: LevelAxis
    relative_axis: LevelAxis
    above: Formula
    definition: Formula
    map: LevelMap

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
    def level_value(self) -> Value:
        """The value of the level once it is counted from the mark."""
        values = self.values
        return values.relative if self.shown.landscape.relative else values.epsilon

    def show(self, a: float, b: float) -> None:
        """Show the line y = a x + b, all that follows from it, and its numbers."""
        self.hero.set_line(a, b)
        self.pivot.set_place(0.0, b)
        self.values.set_line(a, b)


def build_stage(data: Dataset, pen: Pen) -> Stage:
    """Return the stage for ``data``."""
    shown = ShownData.of(data, SWEEP_HEIGHT, RIVALS)
    told, fit, theme = Told.of(shown), shown.landscape, pen.theme
    path = Spiral(fit, SWEEP_HEIGHT)
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
    area = _right_of(layout.CURVE, room_for(ticks, above))
    a0, b0 = fit.slope, fit.intercept
    da, db = fit.slope_reach(SWEEP_HEIGHT), fit.intercept_reach(SWEEP_HEIGHT)
    slope = Valley(
        pen,
        area,
        lambda a: shown.epsilon(a, b0),
        ends=(a0 - da, a0, a0 + da),
        levels=levels,
        title="slope $slope(a)$",
        colour=theme.slope,
    )
    second = Valley(
        pen,
        area,
        lambda b: shown.epsilon(a0, b),
        ends=(b0 - db, b0, b0 + db),
        levels=levels,
        title=told.second,
        colour=theme.intercept,
    )
    return Stage(
        shown,
        told,
        path,
        rivals,
        Marker(hero.chart, 0.0, lines[1][1], theme.intercept, theme, radius=0.13).set_z_index(5),
        LineValues(pen, shown, told.letter, path, layout.VALUES_BESIDE).set_line(*lines[1]),
        slope,
        second,
        _on_the_mark(pen, slope),
        LevelAxis(pen, slope.chart, ticks.positions, ticks, "epsilon"),
        _relative_axis(pen, shown, second, above),
        _over_the_valley(pen, told.above, second),
        _over_the_valley(pen, told.definition, second),
        LevelMap(pen, layout.MAP, path, ("slope $slope(a)$", told.second_in_full)),
    )


def _relative_axis(pen: Pen, shown: ShownData, valley: Valley, ticks: Ticks) -> LevelAxis:
    """Return the axis of epsilon_rel: its 0 is at the mark, its unit is what lies below."""
    at = np.array([shown.epsilon_at(float(height)) for height in ticks.positions])
    return LevelAxis(pen, valley.chart, at, ticks, 'epsilon_"rel"')


def _on_the_mark(pen: Pen, valley: Valley) -> Placed:
    """Return the name of the least epsilon, at the right end of its mark."""
    end = valley.chart.place(valley.chart.x_scale.high, valley.least)
    return Placed(pen.formula("epsilon_0", size=SMALLEST), end + NAME_OF_MARK, RIGHT)


def _over_the_valley(pen: Pen, source: str, valley: Valley) -> Formula:
    formula = pen.formula(source)
    box = valley.chart.box
    formula.move_to((box.left + box.width / 2, box.bottom + 0.72 * box.height, 0.0))
    return formula


def _right_of(area: Box, room: float) -> Box:
    return Box(area.left + room, area.bottom, area.width - room, area.height)
