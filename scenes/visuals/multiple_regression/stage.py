"""Everything that MultipleRegression has on stage."""

from dataclasses import dataclass
from typing import Protocol, Self

import numpy as np
from manim import RIGHT, Mobject, VGroup, VMobject

from scenes.settings import FilmSettings
from scenes.visuals.multiple_regression.box.axes import Axes
from scenes.visuals.multiple_regression.box.crowd import crowd
from scenes.visuals.multiple_regression.box.labels import Legend, LineNames, Slope
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.own_table import plane_points
from scenes.visuals.multiple_regression.plane.beside import FlatsBeside
from scenes.visuals.multiple_regression.plane.level import Level
from scenes.visuals.multiple_regression.plane.misses import OldLine, square_corners
from scenes.visuals.multiple_regression.plane.sheet import PlaneSheet
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.space import OF_FLATS
from scenes.visuals.multiple_regression.told import Told
from scenes.visuals.multiple_regression.two_flats.pair import Pair
from scenes.visuals.multiple_regression.views import (
    FRONT,
    Stretched,
    from_the_corner,
)
from scenes.visuals.plot.beyond import Beyond
from scenes.visuals.plot.density import Density
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.shown_points import sample
from scenes.visuals.plot.tank import Pouring, Tank
from scenes.visuals.space.points import FLATS, read_points
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import PICTURE, SMALLEST, THIN, Box

COLUMNS = ("area_m2", "distance_km", "rent_eur")
TANK = Box(5.25, PICTURE.bottom + 0.1, 1.0, PICTURE.height - 1.5)
# Where no flat is: dear and small.
PER_AREA = np.array([-3.8, 2.2, 0.0])
# In a user's table nobody knows where no point is: below the axes.
OWN_SLOPE = np.array([-4.0, -2.23, 0.0])
ABOVE_LEVEL = 0.3  # what share is left
MOST_SHOWN = 60  # more residuals and their squares hide each other


class InSpace(Protocol):
    """What looks as a shot has it."""

    def set_shot(self, shot: Shot) -> Self:
        """Draw it as ``shot`` has it."""


@dataclass(frozen=True)
class Stage:
    """The flats, the sheet between them, the tank, and what tells of the two of one rent.

    Points of a user's own have no ``pair``; of many, all are seen at first as a ``crowd``.
    """

    flats: Flats
    told: Told
    crowd: tuple[Density | Beyond, ...]
    pair: Pair | None
    axes: Axes
    behind: FlatsBeside
    sheet: PlaneSheet
    before: FlatsBeside
    per_area: Slope
    legend: Legend
    names: LineNames
    squares: Pouring
    tank: Tank
    tank_name: VGroup
    lowest: tuple[Strokes, Strokes]
    left: Placed
    corner: Stretched
    old_line: OldLine
    level: Level

    @classmethod
    def of(cls, pen: Pen, settings: FilmSettings) -> Self:
        """Build the stage, for the article's flats or a user's own points."""
        theme = pen.theme
        flats, told, behind = _shown(pen, settings)
        own = not settings.shows_the_article
        worst = flats.sum_of_squares(flats.by_area)
        tank = Tank(pen, TANK, Scale(0.0, 1.1 * worst))
        corners = square_corners(flats, FRONT)
        steepest = max(abs(plane.per_area) for plane in (flats.by_area, flats.by_both))

        def written(text: str, y: float) -> Placed:
            return Placed(pen.words(text, size=SMALLEST), np.array([PICTURE.right, y, 0.0]), RIGHT)

        return cls(
            flats=flats,
            told=told,
            crowd=behind,
            pair=None if own else Pair.of(pen, flats),
            axes=Axes(pen, flats.space, told.titles),
            behind=FlatsBeside(flats, theme, before=False).set_z_index(1.5),
            sheet=PlaneSheet(theme, flats).set_z_index(2),
            before=FlatsBeside(flats, theme, before=True).set_z_index(4),
            per_area=Slope(
                pen, steepest, told.slope_unit, OWN_SLOPE if own else PER_AREA
            ).set_z_index(1),
            legend=Legend(pen, told.near, told.far),
            names=LineNames(pen, flats, told.line_unit).set_z_index(1),
            squares=Pouring(pen, corners, flats.missed(flats.by_area) ** 2, tank).set_z_index(3),
            tank=tank.set_z_index(1),
            tank_name=VGroup(
                written("sum of", PICTURE.top - 0.25),
                written("squares", PICTURE.top - 0.75),
            ),
            lowest=_lowest_in(tank, flats, theme.ink),
            left=_left_in(tank, flats, pen.words(told.left_share, size=SMALLEST)).set_z_index(2),
            corner=from_the_corner(flats),
            old_line=OldLine(flats, theme.ink, FRONT).set_z_index(3),
            level=Level(theme, flats),
        )

    @property
    def opening(self) -> tuple[Mobject, ...]:
        """Return what acts where there is no sheet."""
        return self.axes, self.behind, self.before

    @property
    def picture(self) -> tuple[Mobject, ...]:
        """Return what acts where there is a sheet."""
        return self.axes, self.behind, self.sheet, self.before

    @property
    def in_space(self) -> tuple[InSpace, ...]:
        """Return what a shot shows."""
        pair = self.pair
        of_two = pair.in_space if pair else ()
        sheet = (self.behind, self.sheet, self.level, self.before)
        return self.axes, *sheet, self.names, *of_two

    @property
    def shown(self) -> tuple[Mobject, ...]:
        """Return all that a shot sets."""
        worth = (self.pair.worth, self.pair.worth.amount) if self.pair else ()
        return *self.in_space, self.tank, self.old_line, self.per_area, *worth

    def show(self, shot: Shot) -> None:
        """Draw everything as ``shot`` has it."""
        for part in self.in_space:
            part.set_shot(shot)
        self.tank.set_level(self.flats.sum_of_squares(shot.plane))
        self.old_line.set_moved(shot.moved, shot.ahead)
        if self.pair:
            self.pair.worth.set_moved(shot.moved, shot.ahead)
        self.per_area.set_value(shot.plane.per_area)


def _lowest_in(tank: Tank, flats: Flats, colour: str) -> tuple[Strokes, Strokes]:
    """Draw how low the sheet can bring the tank by its tilt along distance, and by both slopes."""
    tilted, both = Strokes(colour, THIN), Strokes(colour, THIN)
    for lowest, plane in ((tilted, flats.tilted), (both, flats.by_both)):
        y = tank.top_of(flats.sum_of_squares(plane))
        ends = [(x, y, 0.0) for x in (tank.box.left, tank.box.right)]
        lowest.points = polylines(np.array([ends]))
        lowest.set_z_index(2)
    return tilted, both


def _left_in(tank: Tank, flats: Flats, share: VMobject) -> Placed:
    """Put the ``share`` that is left at the level where it is left, inside the walls."""
    level = tank.top_of(flats.sum_of_squares(flats.by_both))
    room = tank.top_of(flats.sum_of_squares(flats.by_area)) - level
    away = ABOVE_LEVEL if room > 2 * ABOVE_LEVEL else -ABOVE_LEVEL
    return Placed(share, np.array([tank.box.middle[0], level + away, 0.0]))


def _shown(pen: Pen, settings: FilmSettings) -> tuple[Flats, Told, tuple[Density | Beyond, ...]]:
    """Return the article's flats, or a user's own points, what is said of them, and the crowd."""
    if settings.shows_the_article:
        flats = Flats.of(read_points(FLATS, COLUMNS), space=OF_FLATS)
        return flats, Told.of_flats(flats), ()
    points = plane_points(settings)
    values = points.values
    flats = Flats.of(values, shown=values[sample(np.arange(len(values)), MOST_SHOWN)])
    told = Told.of_own(flats, points.labels, len(values), pen)
    many = len(values) > MOST_SHOWN
    return flats, told, crowd(values, flats.space, pen.theme.point) if many else ()
