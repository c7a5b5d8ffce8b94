"""A ruler laid over the first two bars: where it says one half is, as if rates fell evenly."""

from typing import Self

from scenes.visuals.half_thickness.viewed import Viewed
from scenes.visuals.half_thickness.views import FEW, FULL, Values, Views
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD


class Ruler(Viewed):
    """A straight line from the top of the first bar through that of the second, down to 0."""

    def __init__(self, views: Views, x: Values, rate: Values, colour: str) -> None:
        super().__init__(views, FEW, stroke_color=colour, stroke_width=BOLD)
        self.fall_per_mm = float((rate[0] - rate[1]) / (x[1] - x[0]))

    @property
    def half(self) -> str:
        """Return where it comes down to one half, in mm."""
        return f"{FULL / 2 / self.fall_per_mm:.3g}"

    def draw(self) -> Self:
        """Draw it from its state."""
        end = self.shown * FULL / self.fall_per_mm
        places = self.views.places([0.0, end], [FULL, (1 - self.shown) * FULL], self.view)
        self.points = polylines(places[None])
        return self
