"""What a detector counts without a source, and the points that are too near to it."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import RIGHT, VMobject

from scenes.visuals.half_thickness.rates import Floor, Level, Tops
from scenes.visuals.half_thickness.views import FITTED, LOGARITHMS, Values, Views
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

NAME_AT = np.array([-0.15, -0.32, 0.0])  # from where the line meets the level


@dataclass(frozen=True)
class Background:
    """The floor of ticks without a source, and the points that are left out."""

    floor: Floor
    level: Level
    level_name: Placed
    late: Tops
    left_out: Tops

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return all that is drawn of it, without the points."""
        return (self.floor, self.level, self.level_name)

    @classmethod
    def of(
        cls,
        pen: Pen,
        views: Views,
        late: tuple[Values, Values],
        per_cent: float,
        meets_mm: float,
    ) -> Self:
        """Build it for the ``late`` points, (x, rate), and the rate without a source.

        At ``meets_mm`` the line comes down to that.
        """
        theme = pen.theme
        place = views.places(meets_mm, per_cent, LOGARITHMS)[0]
        return cls(
            floor=Floor(views, per_cent, theme.muted),
            level=Level(views, per_cent, theme.muted).set_z_index(3),
            level_name=Placed(
                pen.sentence("the detector's own ticks", theme.muted, SMALLEST),
                place + NAME_AT,
                RIGHT,
            ),
            late=Tops(views, *late, theme.point, theme.background)
            .set_view(FITTED)
            .set_shown(1.0)
            .set_z_index(6),
            left_out=Tops(views, *late, theme.background, theme.muted)
            .set_view(LOGARITHMS)
            .set_shown(1.0)
            .set_stroke(width=BOLD - 2)
            .set_z_index(7),
        )
