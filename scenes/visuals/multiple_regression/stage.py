"""Everything that MultipleRegression has on stage."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import RIGHT

from scenes.visuals.multiple_regression.axes import Axes
from scenes.visuals.multiple_regression.flats import Flats, Plane, edge_on
from scenes.visuals.multiple_regression.sheet import FlatsBeside, Ghosts, PlaneSheet
from scenes.visuals.multiple_regression.steps import Step
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.tank import Tank
from scenes.visuals.space.points import FLATS, read_points
from scenes.visuals.space.projection import Points, View
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import PICTURE, SMALLEST, Box

COLUMNS = ("area_m2", "distance_km", "rent_eur")
FRONT = View(-np.pi / 2, 0.0, (-0.7, 0.8), 2.1)
CORNER = View(-2.25, 0.3, (-1.2, 0.55), 1.6)
TANK = Box(5.3, PICTURE.bottom + 0.1, 0.9, PICTURE.height - 0.9)
AREA_STEP, DISTANCE_STEP = 20.0, 4.0
NOTE_PLACE = np.array([PICTURE.right, 2.6, 0.0])


@dataclass(frozen=True)
class Stage:
    """The flats, the sheet between them, the tank, and a step along each variable."""

    flats: Flats
    axes: Axes
    behind: FlatsBeside
    sheet: PlaneSheet
    before: FlatsBeside
    ghosts: Ghosts
    tank: Tank
    tank_name: Placed
    area_step: Step
    distance_step: Step
    area_note: Placed
    distance_note: Placed

    @classmethod
    def of(cls, pen: Pen) -> Self:
        """Build the stage."""
        theme = pen.theme
        flats = Flats.of(read_points(FLATS, COLUMNS))
        both = flats.by_both
        steps = theme.ink, theme.slope
        notes = [
            f"slope(a_{k}) = {value:.0f} {unit}".replace("-", "\N{MINUS SIGN}")
            for k, value, unit in (
                (0, both.per_area, '"EUR per m²"'),
                (1, both.per_distance, '"EUR per km"'),
            )
        ]
        worst = flats.sum_of_squares(flats.by_area)
        return cls(
            flats=flats,
            axes=Axes(pen),
            behind=FlatsBeside(theme, before=False).set_z_index(1),
            sheet=PlaneSheet(theme).set_z_index(2),
            before=FlatsBeside(theme, before=True).set_z_index(4),
            ghosts=Ghosts(theme).set_z_index(3),
            tank=Tank(pen, TANK, Scale(0.0, 1.25 * worst)).set_z_index(1),
            tank_name=Placed(
                pen.sentence("$res(epsilon)$"), np.array([TANK.middle[0], TANK.top + 0.4, 0.0])
            ),
            area_step=Step(both, (45.0, 0.0), 0, AREA_STEP, steps).set_z_index(5),
            distance_step=Step(both, (30.0, 2.0), 1, DISTANCE_STEP, steps).set_z_index(5),
            area_note=Placed(pen.formula(notes[0], size=SMALLEST), NOTE_PLACE, RIGHT),
            distance_note=Placed(
                pen.formula(notes[1], size=SMALLEST), NOTE_PLACE + np.array([0, -0.8, 0]), RIGHT
            ),
        )

    @property
    def edge_view(self) -> View:
        """Return the view that sees the fitted plane edge on."""
        return View(edge_on(self.flats.by_both), 0.0, FRONT.centre, 1.95)

    def show(
        self, view: View, plane: Plane, values: Points | None = None, drawn: float = 1.0
    ) -> None:
        """Draw everything for a view, a plane and, where they are moved, other flats."""
        shown = self.flats.values if values is None else values
        self.axes.set_view(view)
        self.sheet.set_plane(plane, view)
        self.behind.set_plane(shown, plane, view, drawn)
        self.before.set_plane(shown, plane, view, drawn)
        self.tank.set_level(self.flats.sum_of_squares(plane))
