"""About what the lines of equal distance turn: the middles of their flats."""

from typing import Self

from core.palette import Theme
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.space.wireframe import Discs

PIVOT = 0.1  # radius, on the screen


class Pivots(Discs):
    """A small disc in the middle of each line, where the tilted plane and the last are as high."""

    def __init__(self, flats: Flats, theme: Theme) -> None:
        super().__init__(theme.ink, PIVOT, ring=theme.background)
        self._space = flats.space
        self._places = flats.footprint.places(flats.space.distances, 0.0)

    def set_shot(self, shot: Shot) -> Self:
        """Draw them where ``shot`` has the lines."""
        lifted = shot.plane.lifted(self._places)
        return self.set_points_in_space(self._space.in_box(lifted), shot.view)
