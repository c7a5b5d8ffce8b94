"""Everything that MultipleRegression has on stage."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from manim import RIGHT, VGroup

from scenes.visuals.multiple_regression.axes import Axes
from scenes.visuals.multiple_regression.beside import FlatsBeside, PlumbLines
from scenes.visuals.multiple_regression.flats import Flats, Footprint
from scenes.visuals.multiple_regression.labels import Kilometres, Legend, Slope
from scenes.visuals.multiple_regression.misses import AreaAlone, OldLine, square_corners
from scenes.visuals.multiple_regression.sheet import PlaneSheet
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.twins import OneRent, Rings, Walk
from scenes.visuals.multiple_regression.views import FRONT, edge_on
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.tank import Pouring, Tank
from scenes.visuals.space.points import FLATS, read_points
from scenes.visuals.space.projection import View
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Place, Placed
from scenes.visuals.writing.screen import PICTURE, SMALLEST, Box

COLUMNS = ("area_m2", "distance_km", "rent_eur")
TANK = Box(5.25, PICTURE.bottom + 0.1, 1.0, PICTURE.height - 1.5)
# Where no flat is: dear and small, and cheap and large.
PER_AREA, PER_DISTANCE = np.array([[-3.8, 2.2, 0.0], [1.65, -0.5, 0.0]])
# The two pictures that are compared, side by side and of one scale.
ALONE = View(FRONT.azimuth, 0.0, (-3.2, 0.3), 2.1)
EDGE, EDGE_SCALE = (-0.7, 0.2), 3.3
TOGETHER = (2.45, 0.3)
NAMES = -2.2  # height of what is written below them


@dataclass(frozen=True)
class Stage:
    """The flats, the sheet between them, the tank, and what tells of the two of one rent."""

    flats: Flats
    axes: Axes
    plumb_lines: PlumbLines
    behind: FlatsBeside
    sheet: PlaneSheet
    before: FlatsBeside
    rings: Rings
    one_rent: OneRent
    walk: Walk
    per_area: Slope
    per_distance: Slope
    legend: Legend
    kilometres: Kilometres
    squares: Pouring
    tank: Tank
    tank_name: VGroup
    alone: AreaAlone
    alone_name: Placed
    together_name: Placed
    old_line: OldLine
    all_at_one: Placed

    @classmethod
    def of(cls, pen: Pen) -> Self:
        """Build the stage."""
        theme = pen.theme
        flats = Flats.of(read_points(FLATS, COLUMNS))
        footprint = Footprint.of(flats.values)
        worst = flats.sum_of_squares(flats.by_area)
        tank = Tank(pen, TANK, Scale(0.0, 1.1 * worst))
        corners = square_corners(flats, FRONT)

        def written(text: str, x: float, y: float, edge: Place = 0 * RIGHT) -> Placed:
            return Placed(pen.words(text, size=SMALLEST), np.array([x, y, 0.0]), edge)

        return cls(
            flats=flats,
            axes=Axes(pen),
            plumb_lines=PlumbLines(flats, theme).set_z_index(1),
            behind=FlatsBeside(flats, theme, before=False).set_z_index(1.5),
            sheet=PlaneSheet(theme, footprint).set_z_index(2),
            before=FlatsBeside(flats, theme, before=True).set_z_index(4),
            rings=Rings(flats, theme.ink).set_z_index(5),
            one_rent=OneRent(pen, flats).set_z_index(3),
            walk=Walk(pen, flats).set_z_index(6),
            per_area=Slope(pen, "m²", PER_AREA).set_z_index(1),
            per_distance=Slope(pen, "km", PER_DISTANCE).set_value(flats.by_both.per_distance),
            legend=Legend(pen),
            kilometres=Kilometres(pen, flats, footprint),
            squares=Pouring(pen, corners, flats.missed(flats.by_area) ** 2, tank).set_z_index(3),
            tank=tank.set_z_index(1),
            tank_name=VGroup(
                written("sum of", PICTURE.right, PICTURE.top - 0.25, RIGHT),
                written("squares", PICTURE.right, PICTURE.top - 0.75, RIGHT),
            ),
            alone=AreaAlone(pen, flats, ALONE),
            alone_name=written("area alone", ALONE.centre[0], NAMES),
            together_name=written("area and distance", TOGETHER[0], NAMES),
            old_line=OldLine(flats, theme.ink, FRONT).set_z_index(3),
            all_at_one=written("all at 5 km", 3.0, -0.9),
        )

    @property
    def edge_view(self) -> View:
        """Return the view that sees the fitted plane edge on, from near by."""
        return View(edge_on(self.flats.by_both), 0.0, EDGE, EDGE_SCALE)

    @property
    def compared_view(self) -> View:
        """Return that view beside the picture of area alone, and as large."""
        return replace(self.edge_view, centre=TOGETHER, scale=ALONE.scale)

    @property
    def in_space(self) -> tuple[Axes | PlumbLines | FlatsBeside | PlaneSheet | Rings, ...]:
        """Return what a shot shows."""
        return self.axes, self.plumb_lines, self.behind, self.sheet, self.before, self.rings

    def show(self, shot: Shot) -> None:
        """Draw everything as ``shot`` has it."""
        for part in self.in_space:
            part.set_shot(shot)
        moved = self.flats.moved(shot.moved)
        self.tank.set_level(moved.sum_of_squares(shot.plane))
        self.per_area.set_value(shot.plane.per_area)
