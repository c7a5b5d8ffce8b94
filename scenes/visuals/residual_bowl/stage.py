"""All that ResidualBowl ever puts on the screen."""

from dataclasses import dataclass, replace

import numpy as np
from manim import Mobject, ValueTracker

from core.landscape.squared import ResidualLandscape
from core.tables.dataset import Dataset
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.cloud import Cloud
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.regression import Residuals, Squares, StraightLine
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.shown_points import MOST_SQUARES, ShownPoints
from scenes.visuals.plot.stem import Stem
from scenes.visuals.plot.tank import Copies, Tank
from scenes.visuals.residual_bowl import layout
from scenes.visuals.residual_bowl.cut_panel import CutPanel
from scenes.visuals.residual_bowl.data_chart import data_chart
from scenes.visuals.residual_bowl.floor import Floor, FloorNames
from scenes.visuals.residual_bowl.goal import Guides, Pulse
from scenes.visuals.residual_bowl.on_the_bowl import Ball, Bar, Cut, Stick, TangentSheet
from scenes.visuals.residual_bowl.space import FULL_TURN, BowlSpace
from scenes.visuals.residual_bowl.surface import FarWall, Levels, NearWall, Poles, Rings
from scenes.visuals.residual_bowl.tiles import FloorLines, Tiles
from scenes.visuals.residual_bowl.told import Told
from scenes.visuals.residual_bowl.units import Units
from scenes.visuals.space.projection import View
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.numerals import number_width
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import FORMULA, SMALLEST
from scenes.visuals.writing.value import Value

RIM = 3.0
LEVELS = (1, 2, 3)
MAP_MARGIN = 0.07
TICKS = (5, 5)
STEPS_SHOWN = 400  # of a read-out
DISC, SMALL_DISC = 0.09, 0.045
PIVOT = 0.13

# What is drawn anew for another view.
Seen = FloorLines | Floor | FloorNames | FarWall | NearWall | Levels | Rings
Line = tuple[float, float]
# The root of epsilon_rel, and an angle on the map (see ResidualLandscape.at).
Polar = tuple[float, float]


@dataclass(frozen=True)
class Stage:
    """The trackers, the line over its points with its tank, and the bowl over the map."""

    told: Told
    a: ValueTracker
    b: ValueTracker
    tilt: ValueTracker
    risen: ValueTracker
    space: BowlSpace
    tiles: Tiles
    chart: Chart
    points: Cloud
    line: StraightLine
    pivot: Marker
    stem: Stem
    residuals: Residuals
    squares: Squares
    tank: Tank
    pouring: Copies
    units: Units
    values: tuple[Value, Value]
    floor: Floor
    names: FloorNames
    poles: Poles
    far: FarWall
    near: NearWall
    levels: Levels
    ball: Ball
    bar: Bar
    stick: Stick
    cuts: tuple[Cut, Cut]
    panels: tuple[CutPanel, CutPanel]
    sheet: TangentSheet
    guides: Guides
    pulse: Pulse

    @property
    def drawn_line(self) -> tuple[Cloud, StraightLine, Stem, Marker]:
        """The points, and the line with the dot where its second number is read."""
        return self.points, self.line, self.stem, self.pivot

    @property
    def longest(self) -> float:
        """The angle along which rings reach farthest on the map: the level rises least there."""
        angles = np.linspace(0.0, np.pi, 361)
        fit, plane = self.space.landscape, self.space.map
        away = plane.places(*fit.at(1.0, angles)) - plane.place(fit.slope, fit.intercept)
        return float(angles[int(np.argmax(np.linalg.norm(away, axis=1)))])

    def current(self) -> Line:
        """Return (a, b) of the line on screen."""
        return float(self.a.get_value()), float(self.b.get_value())

    def view(self) -> View:
        """Return how space is seen now."""
        return self.space.view(float(self.tilt.get_value()))

    def level(self) -> float:
        """Return the sum of squares of the line on screen."""
        return float(self.space.height(*self.current())) * self.space.landscape.unit

    def follow_line(self) -> None:
        """Let all that shows the line follow its two numbers."""
        for drawn in (self.line, self.residuals, self.squares):
            drawn.add_updater(lambda m: m.set_line(*self.current()))
        self.pivot.add_updater(lambda m: m.set_place(0.0, self.current()[1]))
        # Whichever is updated first, the stem ends where the dot is now.
        self.stem.add_updater(lambda m: (self.pivot.update(), m.draw()))
        self.ball.add_updater(
            lambda m: m.set_place(*self.current(), float(self.risen.get_value()), self.view())
        )
        for part in (self.stick, self.sheet):
            part.add_updater(lambda m: m.set_place(*self.current(), self.view()))
        for panel in self.panels:
            panel.follow(self.current)
        self.tank.content.add_updater(lambda _: self.tank.set_level(self.level()))
        for follower in (self.ball, self.stick, self.sheet, self.tank.content):
            follower.update()
        slope, intercept = self.values
        slope.follow(lambda: self.current()[0])
        intercept.follow(lambda: self.current()[1])

    def draw(self, part: Mobject) -> None:
        """Draw a part of the scenery as it is seen now."""
        if isinstance(part, Seen):
            part.set_view(self.view())

    def draw_scenery(self) -> None:
        """Draw all that stands still in space as it is seen now."""
        for part in (self.tiles.lines, self.floor, self.names, self.far, self.near, self.levels):
            self.draw(part)


def stage(pen: Pen, data: Dataset, start: Polar, poured: Polar, cut: Polar) -> Stage:
    """Build everything: where the line starts, is poured, and where the bowl is cut."""
    # Of points left of 0 a steeper line starts higher: the bowl would turn its narrow side to us.
    shown, theme = ShownPoints.of(data, centred=bool(np.mean(data.x) < 0)), pen.theme
    landscape = ResidualLandscape.of(shown.x, shown.y)
    least = landscape.fit.rss / landscape.unit if landscape.relative else 0.0
    rim = landscape.at(np.sqrt(RIM), FULL_TURN)
    map_chart = Chart(
        pen,
        layout.MAP,
        *(Scale.around(values, MAP_MARGIN) for values in rim),
        titles=("$slope(a)$", f"${shown.letter}$"),
        ticks=TICKS,
    )
    space = BowlSpace(landscape, map_chart, RIM, least)
    floor = Floor(pen, space, TICKS)
    a, b = _line(landscape, start)
    chart = data_chart(pen, shown, data, rim)
    tank = Tank(pen, layout.TANK, Scale(0.0, space.top * landscape.unit))
    tank.content.set_z_index(1)
    line = _line(landscape, poured)
    level = float(space.height(*line)) * landscape.unit
    squares, pouring = _poured(pen, shown, tank, chart, line, level=level)
    cuts = Cut(space, 0, theme).set_z_index(3), Cut(space, 1, theme).set_z_index(3)
    stick, levels = Stick(space, theme), Levels(space, np.array(LEVELS, dtype=float), theme)
    # Seen from the side, the near wall stands before what is on the bowl.
    stick.front.set_z_index(7)
    levels.rings.near.set_z_index(6)
    pivot = Marker(chart, 0.0, b, theme.intercept, theme, radius=PIVOT)
    best = landscape.slope, landscape.intercept
    few = shown.total <= MOST_SQUARES
    return Stage(
        told=Told.of(shown),
        a=ValueTracker(a).set_z_index(1),
        b=ValueTracker(b).set_z_index(1),
        tilt=ValueTracker(0.0).set_z_index(1),
        risen=ValueTracker(0.0).set_z_index(1),
        space=space,
        tiles=Tiles(space, chart, theme),
        chart=chart,
        points=Cloud(chart, shown, theme, radius=DISC if few else SMALL_DISC).set_z_index(
            4 if few else 0.5
        ),
        line=StraightLine(chart, a, b, theme.ink).set_z_index(3),
        pivot=pivot.set_z_index(6),
        stem=Stem(pivot, theme).set_z_index(2),
        residuals=Residuals(chart, *shown.with_squares, (a, b), theme).set_z_index(2),
        squares=squares.set_z_index(1),
        tank=tank,
        pouring=pouring.set_z_index(5),
        units=Units(pen, tank, least * landscape.unit, int(RIM)),
        values=_values(pen, rim, (a, b), shown.letter),
        floor=floor,
        names=FloorNames(pen, floor, shown.letter),
        poles=Poles(space, theme).set_z_index(2),
        far=FarWall(space, theme),
        near=NearWall(space, theme).set_z_index(6),
        levels=levels,
        ball=Ball(space, theme).set_z_index(5),
        bar=Bar(space, tank, theme).set_z_index(1),
        stick=stick,
        cuts=cuts,
        panels=(
            CutPanel(pen, cuts[0], layout.CUTS[0], _line(landscape, cut), shown),
            CutPanel(pen, cuts[1], layout.CUTS[1], _line(landscape, cut), shown),
        ),
        sheet=TangentSheet(space, theme).set_z_index(4),
        guides=Guides(map_chart, *best, theme).set_z_index(2),
        pulse=Pulse(map_chart.place(*best), theme).set_z_index(4),
    )


def _line(landscape: ResidualLandscape, place: Polar) -> Line:
    a, b = landscape.at(*place)
    return float(a), float(b)


def _values(
    pen: Pen, rim: tuple[np.ndarray, np.ndarray], line: Line, letter: str
) -> tuple[Value, Value]:
    """Return a and b of ``line``, each where the chart of its cut will be."""
    ends = [(float(values.min()), float(values.max())) for values in rim]
    rooms = zip(ends, layout.SMALL_NUMBERS, strict=True)
    read_outs = [_read_out(*pair, room) for pair, room in rooms]
    widest = max(_width(one, *pair, FORMULA) for one, pair in zip(read_outs, ends, strict=True))
    size = FORMULA if widest <= layout.NUMBER else SMALLEST
    slope, intercept = (
        Value(
            pen,
            name,
            read_out,
            value,
            np.array([*place, 0.0]),
            colour=colour,
            size=size,
        ).set_z_index(1)
        for name, read_out, value, place, colour in zip(
            ("a", letter),
            read_outs,
            line,
            layout.VALUES,
            (pen.theme.slope, pen.theme.intercept),
            strict=True,
        )
    )
    return slope, intercept


def _read_out(low: float, high: float, room: float) -> FixedFormat:
    """Return how numbers from ``low`` to ``high`` are written in a width of ``room``."""
    # Room for a sign that hardly ever comes would part the number from its "=".
    read_out = replace(FixedFormat.for_range(low, high, steps=STEPS_SHOWN), signed=False)
    # Small digits rather than few: of 0.27 the 0 says nothing.
    while read_out.decimals > 0 and _width(read_out, low, high, SMALLEST) > room:
        read_out = replace(read_out, decimals=read_out.decimals - 1)
    if read_out.exponent and not read_out.decimals:
        finer = replace(
            read_out, exponent=read_out.exponent - 1, integer_digits=read_out.integer_digits + 1
        )
        return finer if _width(finer, low, high, SMALLEST) <= room else read_out
    return read_out


def _width(read_out: FixedFormat, low: float, high: float, size: float) -> float:
    return max(number_width(read_out.write(value), size) for value in (low, high))


def _poured(
    pen: Pen, shown: ShownPoints, tank: Tank, chart: Chart, line: Line, *, level: float
) -> tuple[Squares, Copies]:
    """Return the squares of the line, and their way into the tank while both are large.

    Those that are drawn stand for all: together they fill the tank up to ``level``.
    """
    x, y = shown.with_squares
    chart.set_area(layout.LARGE)
    tank.set_box(layout.LARGE_TANK)
    squares = Squares(chart, x, y, line, pen.theme)
    areas = (y - (line[0] * x + line[1])) ** 2
    pouring = Copies(pen, squares.corners(), areas * (level / areas.sum()), tank)
    chart.set_area(layout.DATA)
    tank.set_box(layout.TANK)
    return squares, pouring
