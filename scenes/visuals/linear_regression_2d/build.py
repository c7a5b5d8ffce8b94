"""The stage of LinearRegression2D, built for a table before its first frame."""

from typing import Any

import numpy as np

from core.landscape.squared import ResidualLandscape
from core.tables.dataset import Dataset
from scenes.visuals.linear_regression_2d import labels, layout
from scenes.visuals.linear_regression_2d.closing import closing
from scenes.visuals.linear_regression_2d.curves.floor import Floor
from scenes.visuals.linear_regression_2d.curves.level_axis import LevelAxis, room_for
from scenes.visuals.linear_regression_2d.curves.single import Single
from scenes.visuals.linear_regression_2d.curves.stacking import Stacking, room_for_each
from scenes.visuals.linear_regression_2d.curves.valley import Valley
from scenes.visuals.linear_regression_2d.lines.fan import Fan
from scenes.visuals.linear_regression_2d.lines.line_values import LineValues
from scenes.visuals.linear_regression_2d.lines.lit import Lit
from scenes.visuals.linear_regression_2d.lines.old_level import OldLevel
from scenes.visuals.linear_regression_2d.lines.rival import Rival
from scenes.visuals.linear_regression_2d.lines.search import Line, Search
from scenes.visuals.linear_regression_2d.lines.shown_data import Rivals, ShownData
from scenes.visuals.linear_regression_2d.lines.units import Units
from scenes.visuals.linear_regression_2d.stage import Stage
from scenes.visuals.linear_regression_2d.surface.ball import Ball
from scenes.visuals.linear_regression_2d.surface.bowl import Bowl
from scenes.visuals.linear_regression_2d.surface.course import Course
from scenes.visuals.linear_regression_2d.surface.crosswise import Crosswise
from scenes.visuals.linear_regression_2d.surface.diagonal import Diagonal
from scenes.visuals.linear_regression_2d.surface.met import Met, Ours
from scenes.visuals.linear_regression_2d.surface.mixes import Mixes, across
from scenes.visuals.linear_regression_2d.surface.net import Net
from scenes.visuals.linear_regression_2d.surface.sheet import Sheet
from scenes.visuals.linear_regression_2d.surface.space import REACH, Space, Way
from scenes.visuals.linear_regression_2d.surface.stairs import Stairs
from scenes.visuals.linear_regression_2d.surface.wall import Wall
from scenes.visuals.linear_regression_2d.surface.ways import Ways
from scenes.visuals.linear_regression_2d.told import Told
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.regression import StraightLine
from scenes.visuals.plot.scale import Scale, Ticks
from scenes.visuals.plot.stack import Stack
from scenes.visuals.plot.stem import Stem
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import THIN, Box

# Height on the landscape (epsilon_rel) at the ends of each sweep: the same for any table.
SWEEP_HEIGHT = 3.0
RIM = 1.1 * SWEEP_HEIGHT
# Root of the height of each rival, and where it lies around the best line: the one in the middle
# is where the search begins, the other two cross the best line among the points.
RIVALS = ((1.5, 2.6), (1.0, 1.9), (1.66, 0.5))
# The two parabolas stand on one mark, for a moment at once: one is to be the wider one. Beside
# either there is room for the name of the mark.
MARGINS = 0.28, 0.13
SLOPE = "$slope(a)$"
# The angle of the way of both, which is seen face-on, so that neither a nor b is seen end-on.
FACE_ON = 0.35
# Of a sweep, how far a mix is walked step by step; the net that is seen there has as many meshes.
FAR, MESHES = 0.85 * REACH, 4
RINGS = 2  # that the bowl has below its rim, at these heights of epsilon_rel: 1, 2


def rivals_about(landscape: ResidualLandscape) -> Rivals:
    """Return the rivals; the third on the side where a and b go different ways."""
    *others, (height, angle) = RIVALS
    return *others, (height, _turned(landscape, angle))


def _turned(landscape: ResidualLandscape, angle: float) -> float:
    return float(np.copysign(angle, landscape.fit.x_mean or 1.0))


def build_stage(data: Dataset, pen: Pen) -> Stage:
    """Return the stage for ``data``."""
    shown = ShownData.of(data, SWEEP_HEIGHT, rivals_about)
    told, fit, theme = Told.of(shown), shown.landscape, pen.theme
    levels = Scale(0.0, shown.epsilon_at(RIM))
    lines = [(float(a), float(b)) for a, b in (fit.at(*rival) for rival in rivals_about(fit))]
    rivals = tuple(
        Rival(pen, shown, line, places, levels, name=f"line {k}")
        for k, (line, places) in enumerate(
            zip(lines, zip(layout.PANELS, layout.PANEL_TANKS, strict=True), strict=True), start=1
        )
    )
    hero, least = rivals[1], float(levels.share(shown.rss))
    ticks, above = levels.ticks(4), Scale(0.0, RIM).ticks(4)
    best = fit.slope, fit.intercept
    slope = _sweep(pen, shown, levels, SLOPE, MARGINS[0], of_slope=True)
    second = _sweep(pen, shown, levels, f"${told.letter}$", MARGINS[1], of_slope=False)
    axis = LevelAxis(pen, layout.TANK, levels, ticks.positions, ticks=ticks, title="epsilon")
    single = Single.of(theme, hero, slope.chart, shown, slope.reach)
    stack = Stack(
        slope.chart,
        shown.points,
        shown.epsilon,
        lambda a: (a, 0 * a + best[1]),
        theme,
        first=single.index,
    )
    largest = room_for_each(stack, slope.ends, best[1], levels)
    axes = _area_axis(pen, single.levels), _area_axis(pen, Scale(0.0, largest)), axis
    values = LineValues(pen, shown, told.letter, SWEEP_HEIGHT, layout.VALUES_BESIDE)
    pivot = Marker(hero.chart, 0.0, lines[1][1], theme.intercept, theme, radius=0.13)
    pivot.set_z_index(6)
    stem = Stem(pivot, theme).set_z_index(5)
    room = room_for(ticks, above)
    tank = layout.inset_tank(room)
    crosswise = _crosswise(pen, shown, (slope, second), tank, levels=levels, first=single.index)
    proportion = _proportion(hero.chart, layout.LARGE)
    first = StraightLine(hero.chart, *lines[1], theme.muted, width=THIN)
    return Stage(
        shown,
        told,
        Search.of(fit, RIVALS[1]),
        rivals,
        pivot,
        stem,
        values.set_line(*lines[1]),
        layout.beside(room, proportion),
        layout.inset(proportion),
        tank,
        slope,
        single,
        stack,
        Stacking(shown, hero, values, slope, single, stack, levels, largest, axes),
        second,
        crosswise,
        Floor(pen, slope.chart, shown.rss),
        first,
        labels.above(pen, "best", layout.PANEL_TANKS[1]),
        labels.beside_mark(pen, "least so far", layout.LARGE_TANK, least),
        labels.beside_mark(pen, "least so far: $epsilon_0$", layout.LARGE_TANK, least),
        labels.below_mark(pen, '"?"', layout.LARGE_TANK, least),
        labels.over(pen, '"?"', crosswise.afar.middle),
        Lit(values),
        Fan(hero.chart, Ways(fit, SWEEP_HEIGHT), theme),
        labels.below_mark(pen, "epsilon_0", layout.PANEL_TANKS[1], least),
        OldLevel(hero.tank, hero.epsilon(), theme),
        labels.beside_level(pen, "line 2", layout.LARGE_TANK, float(levels.share(hero.epsilon()))),
        (
            labels.over_end(pen, SLOPE.strip("$"), slope),
            labels.over_end(pen, told.letter, second),
        ),
        labels.below_mark(pen, "epsilon_0", layout.TANK, least),
        Units(layout.TANK, least, int(SWEEP_HEIGHT), theme),
        _above_least(pen, shown, lines, levels),
        axes,
        _relative_axis(pen, shown, levels, above),
        closing(shown, values),
    )


def _sweep(
    pen: Pen, shown: ShownData, levels: Scale, title: str, margin: float, *, of_slope: bool
) -> Valley:
    """Return epsilon against one number of the line, while the other one is the best."""
    fit, theme = shown.landscape, pen.theme

    def line(value: Any) -> tuple[Any, Any]:
        return (value, fit.intercept) if of_slope else (fit.slope, value)

    best, reach, colour = (
        (fit.slope, fit.slope_reach, theme.slope)
        if of_slope
        else (fit.intercept, fit.intercept_reach, theme.intercept)
    )
    far = reach(SWEEP_HEIGHT)
    across = Scale.around([best - far, best + far], margin)
    chart = Chart(pen, layout.CURVE, across, levels, titles=(title, ""), ticks=(4, 0))
    return Valley(
        chart, lambda v: shown.epsilon(*line(v)), line, best, far, colour=colour, theme=theme
    )


def _crosswise(
    pen: Pen,
    shown: ShownData,
    valleys: tuple[Valley, Valley],
    tank: Box,
    *,
    levels: Scale,
    first: int,
) -> Crosswise:
    """Return the sheet with all that stands on it beside its ``tank``."""
    ways, theme = Ways(shown.landscape, SWEEP_HEIGHT), pen.theme
    least, top = (
        tank.bottom + tank.height * float(levels.share(shown.epsilon_at(height)))
        for height in (0.0, SWEEP_HEIGHT)
    )
    yaw = _turned(shown.landscape, FACE_ON)
    space = Space.of(layout.space_beside(tank), least, top, yaw)
    letters = SLOPE.strip("$"), "intercept(h)" if shown.origin else "intercept(b)"
    sheet = Sheet(pen, space, ways, valleys, letters)
    ball = Ball(space, ways, theme)
    rings = np.arange(1, RINGS + 1) / SWEEP_HEIGHT
    near = space.from_near(sheet.angles)
    course = Course(sheet.angles, across(near.yaw, yaw), FAR)
    diagonal = Diagonal(pen, space, yaw, sheet.angles, letters)
    return Crosswise(
        ways,
        sheet,
        ball,
        diagonal,
        Net(space, course, MESHES, theme),
        Stairs(near, course, theme),
        near,
        Wall(Way(space, shown, SWEEP_HEIGHT, yaw), shown, ways, first, theme),
        Mixes(space, yaw, theme),
        Bowl(space, rings, theme),
        space,
        _met(pen, space, ways),
        Ours(pen, space, diagonal.side, "our line"),
    )


def _met(pen: Pen, space: Space, ways: Ways) -> tuple[Met, Met, Met]:
    """Return the rivals as they are met on the bowl."""
    fit = ways.landscape
    lines = ((float(a), float(b)) for a, b in (fit.at(*rival) for rival in rivals_about(fit)))
    first, second, third = (Met(pen, space, ways, line, k) for k, line in enumerate(lines, start=1))
    return first, second, third


def _above_least(
    pen: Pen, shown: ShownData, lines: list[Line], levels: Scale
) -> tuple[Placed, Placed]:
    """Return what the brackets beside the tanks of the first and the third rival measure."""
    name = 'epsilon_"rel"' if shown.landscape.relative else "epsilon"
    low = float(levels.share(shown.rss))
    first, third = (
        labels.in_tank(
            pen, name, layout.PANEL_TANKS[k], (low, float(levels.share(shown.epsilon(*lines[k]))))
        )
        for k in (0, 2)
    )
    return first, third


def _area_axis(pen: Pen, levels: Scale) -> LevelAxis:
    """Return the axis of the area of a single square."""
    ticks = levels.ticks(5)
    return LevelAxis(pen, layout.TANK, levels, ticks.positions, ticks=ticks, title='"area"')


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
