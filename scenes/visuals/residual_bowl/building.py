"""How everything that ResidualBowl puts on the screen is made from a table."""

import numpy as np
from manim import ValueTracker

from core.landscape.squared import ResidualLandscape
from core.palette import Theme
from core.tables.dataset import Dataset
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.cloud import Cloud
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.regression import Residuals, StraightLine
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.shown_points import MOST_SQUARES, ShownPoints
from scenes.visuals.plot.stem import Stem
from scenes.visuals.residual_bowl import layout
from scenes.visuals.residual_bowl.balls.on_the_bowl import Ball, Bar, Place, Stick
from scenes.visuals.residual_bowl.balls.profile import Profile
from scenes.visuals.residual_bowl.balls.runners import Runners
from scenes.visuals.residual_bowl.balls.stacks import Stacks
from scenes.visuals.residual_bowl.bowl.cut import Cut
from scenes.visuals.residual_bowl.bowl.space import BowlSpace
from scenes.visuals.residual_bowl.bowl.surface import FarWall, NearWall
from scenes.visuals.residual_bowl.bowl.troughs import ALONE, Troughs, Values
from scenes.visuals.residual_bowl.map.fan import LINES, Fan, Miss
from scenes.visuals.residual_bowl.map.floor import Floor, FloorNames
from scenes.visuals.residual_bowl.map.goal import Pulse
from scenes.visuals.residual_bowl.map.height_scale import HeightScale
from scenes.visuals.residual_bowl.map.lines import Path, PointLines, Ribs, Walk, ends
from scenes.visuals.residual_bowl.map.step_down import Reach, Stairs, StepDown, round_step
from scenes.visuals.residual_bowl.map.tiles import Tiles
from scenes.visuals.residual_bowl.map.verdicts import DifferentX, SameX
from scenes.visuals.residual_bowl.points.coming import ComingDiscs, ComingSquares
from scenes.visuals.residual_bowl.points.data_chart import data_chart
from scenes.visuals.residual_bowl.points.read_outs import error_read_out, read_outs
from scenes.visuals.residual_bowl.stage import Stage
from scenes.visuals.residual_bowl.told import Told
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, THIN

RIM = 3.0  # of the bowl of all points, above its lowest place, in units of its least sum
MAP_MARGIN = 0.07
# How far out on the map the line goes: farther, its dot would leave the chart.
WITHIN = 0.86
TICKS = (5, 5)
LARGE_DISC, DISC, SMALL_DISC = 0.13, 0.09, 0.045
PIVOT = 0.13
LIT = 2.4 * BOLD
FULL_TURN = np.linspace(0.0, 2 * np.pi, 97)
# Balls start all around its rim.
START = 1.36
AROUND = START + np.linspace(0.0, 2 * np.pi, 7)[1:-1]


def build(pen: Pen, data: Dataset) -> Stage:
    """Build everything."""
    # Of points left of 0 a steeper line starts higher: the bowl would turn its narrow side to us.
    shown, theme = ShownPoints.of(data, centred=bool(np.mean(data.x) < 0)), pen.theme
    landscape = ResidualLandscape.of(shown.x, shown.y)
    rim = landscape.at(np.sqrt(RIM), FULL_TURN)
    plane = Chart(
        pen,
        layout.MAP,
        *(Scale.around(values, MAP_MARGIN) for values in rim),
        titles=("$slope(a)$", f"${shown.letter}$"),
        ticks=TICKS,
    )
    troughs = Troughs.of(shown, plane)
    last_level = (RIM + landscape.relative) * landscape.unit
    cut = Cut.of(troughs, last_level)
    space = BowlSpace.holding(plane, cut.edges(troughs))
    floor = Floor(pen, space, TICKS)
    first = troughs.gaps[0]
    whole, flat = _way(first, space), _way(first + np.array([0.0, 0.0, troughs.apart / 2]), space)
    step, count, way = _steps(whole, space)
    chart = data_chart(pen, shown, data, rim)
    best = landscape.slope, landscape.intercept
    few = shown.total <= MOST_SQUARES
    # Where x is counted from its mean, it is not the x of the table.
    named = not shown.origin
    disc = DISC if few else SMALL_DISC
    pivot = Marker(chart, 0.0, best[1], theme.intercept, theme, radius=PIVOT)
    x, y = shown.x[troughs.order], shown.y[troughs.order]
    fan = Fan(space, chart, *way, theme, count=count).set_z_index(1)
    row = space.line(*flat[0]), space.line(*flat[1])
    two = np.array([(x[0], y[0]), (x[0], y[0] + troughs.apart)])
    same = SameX(pen, plane, chart, troughs, row=row, points=two, letter=shown.letter)
    values = read_outs(pen, rim, best, shown.letter)
    layouts = values[0].layout, values[1].layout
    different = DifferentX(pen, space, chart, landscape, shown=shown, rim=RIM, layouts=layouts)
    step_down = StepDown(pen, plane, step, float(x[0]), named=named)
    names = FloorNames(pen, floor, shown.letter).set_view(space.view(1.0))
    several = troughs.steps >= ALONE
    error = error_read_out(pen, max(troughs.level, last_level), shown.y)
    return Stage(
        told=Told.of(shown, troughs, meet=not landscape.relative),
        landscape=landscape,
        troughs=troughs,
        cut=cut,
        last_level=last_level,
        a=_tracker(best[0]),
        b=_tracker(best[1]),
        tilt=_tracker(0.0),
        away=_tracker(0.0),
        risen=_tracker(0.0),
        shown=_tracker(0.0),
        squared=_tracker(0.0),
        added=_tracker(1.0),
        lifted=_tracker(0.0),
        own=_tracker(0.0),
        followed=_tracker(0.0),
        level=_tracker(troughs.level),
        heading=_tracker(0.0),
        space=space,
        tiles=Tiles(plane, chart, theme),
        chart=chart,
        cloud=Cloud(chart, shown, theme, radius=disc).set_z_index(4 if few else 0.5),
        discs=ComingDiscs(chart, x, y, theme, LARGE_DISC).set_z_index(4),
        squares=ComingSquares(chart, x, y, best, theme).set_z_index(1),
        gap=Residuals(chart, x[:1], y[:1], best, theme).set_z_index(2),
        line=StraightLine(chart, *best, theme.ink).set_z_index(3),
        pivot=pivot.set_z_index(6),
        stem=Stem(pivot, theme).set_z_index(2),
        values=values,
        error=error,
        floor=floor,
        names=names,
        height_scale=HeightScale(space, error.layout, last_level, theme),
        way=way,
        flat=flat,
        first_point=(x[0], y[0]),
        journey=((x[0], y[0] + troughs.apart), (x[1], y[1])),
        first_lines=PointLines(troughs.gaps[:ALONE], space.size, theme.point, BOLD),
        other_lines=PointLines(troughs.gaps[ALONE:], space.size, theme.point, THIN),
        step_down=step_down.set_z_index(2),
        stairs=Stairs(pen, space, fan.places).set_z_index(1),
        reach=Reach(pen, chart, named=named).set_z_index(2),
        fan=fan,
        many=Fan(space, chart, *flat, theme).set_z_index(4),
        miss=Miss(troughs.gaps[0], theme).set_z_index(2),
        path=Path(theme).set_z_index(3),
        old_floor=Path(theme, theme.residual).set_z_index(3.5),
        turned=Strokes(theme.point, LIT).set_z_index(3),
        walk=Walk(theme).set_z_index(3),
        profile=Profile(pen, troughs, space) if several else None,
        ribs=Ribs(theme).set_z_index(3),
        far=FarWall(theme),
        # Seen from the side, the near wall stands before what is on the bowl.
        near=NearWall(theme).set_z_index(6),
        ball=Ball(theme).set_z_index(5),
        bar=Bar(theme).set_z_index(4),
        on_top=Bar(theme).set_z_index(4),
        stacks=Stacks(theme).set_z_index(4),
        stick=_stick(theme),
        runners=Runners(landscape, space, chart, AROUND, theme),
        same=same,
        different=different,
        pulse=Pulse(different.best, theme).set_z_index(4),
        # Seen on both sides of the floor that it lies under, and hidden where that is.
        lit=Strokes(theme.ink, LIT).set_z_index(-0.5),
        rings=tuple(Pulse(place, theme) for place in chart.places(x[:ALONE], y[:ALONE])),
    )


def _way(gap: Values, space: BowlSpace) -> tuple[Place, Place]:
    """Return from where to where the line goes while it turns about the point of ``gap``."""
    width, depth = space.size
    start, end = ends(gap, (WITHIN * width, WITHIN * depth))
    return (float(start[0]), float(start[1])), (float(end[0]), float(end[1]))


def _steps(way: tuple[Place, Place], space: BowlSpace) -> tuple[float, int, tuple[Place, Place]]:
    """Return a round step in a, how many lines are so far apart on ``way``, and their own way."""
    start, end = np.array(way)
    whole = abs(space.line(*end)[0] - space.line(*start)[0])
    step = round_step(whole / (LINES - 1))
    count = 1 + int(whole / step + 1e-9)
    half = (count - 1) * step / whole / 2 * (end - start)
    (u, v), (w, x) = (start + end) / 2 - half, (start + end) / 2 + half
    return step, count, ((float(u), float(v)), (float(w), float(x)))


def _tracker(value: float) -> ValueTracker:
    return ValueTracker(value).set_z_index(1)


def _stick(theme: Theme) -> Stick:
    stick = Stick(theme).set_z_index(3)
    # Before the bowl, and behind the ball that it carries.
    stick.front.set_z_index(4.5)
    return stick
