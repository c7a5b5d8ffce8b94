"""About what the lines of equal distance turn: the middles of their flats."""

from typing import Self

from manim import VGroup

from core.palette import Theme
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shades import Shades
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.space.wireframe import Discs

# Radius, on the screen: of those between, and of the first and the last with a ring of its own.
PIVOT, OUTER, RING = 0.08, 0.13, 12


class Pivots(VGroup):
    """A disc in the middle of each line, where the tilted plane and the last are as high.

    The first and the last, which tell why the lines move apart, have the colours of their lines.
    """

    def __init__(self, flats: Flats, theme: Theme) -> None:
        self._space = flats.space
        self._places = flats.footprint.places(flats.space.distances, 0.0)
        shades, last = Shades(theme), len(self._places) - 1
        between = [Discs(theme.muted, PIVOT, ring=theme.background) for _ in range(1, last)]
        first, final = (
            Discs(shades.of(k).to_hex(), OUTER).set_stroke(theme.ink, RING, background=True)
            for k in (0, last)
        )
        super().__init__(first, *between, final)

    def set_shot(self, shot: Shot) -> Self:
        """Draw them where ``shot`` has the lines."""
        lifted = self._space.in_box(shot.plane.lifted(self._places))
        for pivot, place in zip(self.submobjects, lifted, strict=True):
            pivot.set_points_in_space(place[None], shot.view)
        return self
