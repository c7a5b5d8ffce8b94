"""All that ResidualBowl ever puts on the screen."""

from dataclasses import dataclass

import numpy as np
from manim import Mobject, ValueTracker

from core.fits.line import fit_line
from core.landscape.squared import ResidualLandscape
from core.tables.dataset import Dataset
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import Points, Residuals, Squares, StraightLine
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.tank import Copies, Tank
from scenes.visuals.residual_bowl.floor import Floor, FloorNames, HeightScale
from scenes.visuals.residual_bowl.on_the_bowl import Ball, Cut, TangentSheet
from scenes.visuals.residual_bowl.readouts import gradient_values, line_values
from scenes.visuals.residual_bowl.space import FULL_TURN, BowlSpace
from scenes.visuals.residual_bowl.surface import Levels, Poles, Rings, Wall
from scenes.visuals.residual_bowl.tiles import Tiles
from scenes.visuals.space.projection import View
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE, RIGHT_EDGE, TOP_EDGE, Box
from scenes.visuals.writing.value import Value

RIM = 3.0
LEVELS = (1, 2, 3)
MAP = Box(-2.0, PICTURE.bottom, RIGHT_EDGE + 2.0, PICTURE.height)
DATA = Box(PICTURE.left, -0.45, 3.15, TOP_EDGE + 0.45)
LARGE = Box(PICTURE.left, PICTURE.bottom, 11.3, PICTURE.height)
# The tank stands beside the chart of the data; its width is a share of the chart's.
TANK_GAP, TANK_SHARE, TANK_LEAST = 0.15, 0.07, 0.32
MAP_MARGIN = 0.07
TICKS = (5, 5)

Line = tuple[float, float]
# The root of epsilon_rel, and an angle on the map (see ResidualLandscape.at).
Polar = tuple[float, float]


@dataclass(frozen=True)
class Stage:
    """The trackers, the line over its points with its tank, and the bowl over the map."""

    a: ValueTracker
    b: ValueTracker
    tilt: ValueTracker
    turn: ValueTracker
    lift: ValueTracker
    space: BowlSpace
    tiles: Tiles
    chart: Chart
    points: Points
    line: StraightLine
    residuals: Residuals
    squares: Squares
    tank: Tank
    pouring: Copies
    values: tuple[Value, Value]
    gradient: tuple[Value, Value]
    floor: Floor
    names: FloorNames
    heights: HeightScale
    height_name: str
    poles: Poles
    wall: Wall
    levels: Levels
    ball: Ball
    cuts: tuple[Cut, Cut]
    sheet: TangentSheet

    def current(self) -> Line:
        """Return (a, b) of the line on screen."""
        return float(self.a.get_value()), float(self.b.get_value())

    def view(self) -> View:
        """Return how space is seen now."""
        return self.space.view(float(self.tilt.get_value()), float(self.turn.get_value()))

    def lifted(self) -> float:
        """Return how far the bowl is above the floor, in units of the least sum."""
        return float(self.lift.get_value())

    def level(self) -> float:
        """Return the sum of squares of the line on screen."""
        space = self.space
        height = float(space.landscape.height(*self.current()))
        return (height + space.least) * space.landscape.unit

    def follow_line(self) -> None:
        """Let all that shows the line follow its two numbers."""
        for part in (self.line, self.residuals, self.squares):
            part.add_updater(lambda m: m.set_line(*self.current()))
        self.ball.add_updater(lambda m: m.set_place(*self.current(), self.lifted(), self.view()))
        self.sheet.add_updater(lambda m: m.set_place(*self.current(), self.view()))
        self.sheet.update()
        self.ball.update()
        self.tank.content.add_updater(lambda _: self.tank.set_level(self.level()))
        slope, intercept = self.values
        slope.follow(lambda: self.current()[0])
        intercept.follow(lambda: self.current()[1])
        along_a, along_b = self.gradient
        along_a.follow(lambda: self.space.landscape.gradient(*self.current())[0])
        along_b.follow(lambda: self.space.landscape.gradient(*self.current())[1])

    def draw(self, part: Mobject) -> None:
        """Draw a part of the scenery as it is seen now."""
        if isinstance(part, Floor | FloorNames | HeightScale):
            part.set_view(self.view())
        elif isinstance(part, Wall | Levels | Rings):
            part.set_view(self.lifted(), self.view())

    def draw_scenery(self) -> None:
        """Draw all that stands still in space as it is seen now."""
        for part in (self.floor, self.names, self.heights, self.wall, self.levels):
            self.draw(part)


def stage(pen: Pen, data: Dataset, start: Polar, poured: Polar) -> Stage:
    """Build everything: where the line starts, and where its squares are poured."""
    x, y, theme = data.x, data.y, pen.theme
    landscape = ResidualLandscape.of(x, y)
    least = fit_line(x, y).rss / landscape.unit if landscape.relative else 0.0
    rim = landscape.at(np.sqrt(RIM), FULL_TURN)
    map_chart = Chart(
        pen,
        MAP,
        *(Scale.around(values, MAP_MARGIN) for values in rim),
        titles=("slope $slope(a)$", "intercept $intercept(b)$"),
        ticks=TICKS,
    )
    space = BowlSpace(landscape, map_chart, RIM, least)
    floor = Floor(pen, space, TICKS)
    a, b = _line(landscape, start)
    chart = _data_chart(pen, data, rim)
    tank = Tank(pen, tank_box(chart), Scale(0.0, (RIM + least) * landscape.unit))
    tank.content.set_z_index(1)
    squares, pouring = _poured(pen, data, tank, chart, _line(landscape, poured))
    name = 'epsilon_"rel"' if landscape.relative else "epsilon"
    return Stage(
        a=ValueTracker(a).set_z_index(1),
        b=ValueTracker(b).set_z_index(1),
        tilt=ValueTracker(0.0).set_z_index(1),
        turn=ValueTracker(0.0).set_z_index(1),
        lift=ValueTracker(1.0).set_z_index(1),
        space=space,
        tiles=Tiles(map_chart, chart, theme),
        chart=chart,
        points=Points(chart, x, y, theme, radius=0.09).set_z_index(4),
        line=StraightLine(chart, a, b, theme.ink).set_z_index(3),
        residuals=Residuals(chart, x, y, (a, b), theme).set_z_index(2),
        squares=squares.set_z_index(1),
        tank=tank,
        pouring=pouring.set_z_index(5),
        values=line_values(pen, rim, (a, b)),
        gradient=gradient_values(pen, landscape, rim),
        floor=floor,
        names=FloorNames(pen, floor),
        heights=HeightScale(pen, space, (0, *LEVELS), name),
        height_name=name,
        poles=Poles(space, theme).set_z_index(2),
        wall=Wall(space, theme),
        levels=Levels(space, np.array(LEVELS, dtype=float), theme),
        ball=Ball(space, theme).set_z_index(5),
        cuts=(Cut(space, 0, theme).set_z_index(3), Cut(space, 1, theme).set_z_index(3)),
        sheet=TangentSheet(space, theme).set_z_index(4),
    )


def _line(landscape: ResidualLandscape, place: Polar) -> Line:
    a, b = landscape.at(*place)
    return float(a), float(b)


def _data_chart(pen: Pen, data: Dataset, rim: tuple[np.ndarray, np.ndarray]) -> Chart:
    """Leave room for the data and for the lines on the rim of the bowl."""
    a, b = rim
    ends = a[:, None] * np.array([data.x.min(), data.x.max()]) + b[:, None]
    y = Scale.around(np.concatenate([data.y, ends.ravel()]), 0.03)
    titles = "$x$", "$y$"
    return Chart(pen, DATA, Scale.around(data.x, 0.06), y, titles=titles, ticks=(0, 0))


def tank_box(chart: Chart) -> Box:
    """Return where the tank stands beside the chart of the data, wherever that is now."""
    width = TANK_LEAST + TANK_SHARE * chart.area.width
    return Box(chart.area.right + TANK_GAP, chart.box.bottom, width, chart.box.height)


def _poured(
    pen: Pen, data: Dataset, tank: Tank, chart: Chart, line: Line
) -> tuple[Squares, Copies]:
    """Return the squares of the line, and their way into the tank while both are large."""
    x, y = data.x, data.y
    chart.set_area(LARGE)
    tank.set_box(tank_box(chart))
    squares = Squares(chart, x, y, line, pen.theme)
    pouring = Copies(pen, squares.corners(), (y - (line[0] * x + line[1])) ** 2, tank)
    chart.set_area(DATA)
    return squares, pouring
