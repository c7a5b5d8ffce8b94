"""What a detector counts without a source, and the points that are too near to it."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import RIGHT, VMobject

from scenes.visuals.half_thickness.rates import RADIUS, Floor, Level, Tops
from scenes.visuals.half_thickness.views import FEW_LOGARITHMS, LOGARITHMS, Values, Views
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

NAME_AT = np.array([-1.2, -0.32, 0.0])  # from where the line meets the level
OVER = 0.42  # points that are left out


@dataclass(frozen=True)
class Background:
    """The floor of ticks without a source, and the points that are left out."""

    floor: Floor
    level: Level
    level_name: Placed
    left_out_name: VMobject
    left_out: Tops

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return all that is drawn of it, without the points."""
        return (self.floor, self.level, *self.names)

    @property
    def names(self) -> tuple[VMobject, ...]:
        """Return what is said of the level and of the points that are too near to it."""
        return self.level_name, self.left_out_name

    @classmethod
    def of(
        cls,
        pen: Pen,
        views: Views,
        late: tuple[Values, Values],
        per_cent: float,
        meets_mm: float,
        *,
        few_mm: float,
    ) -> Self:
        """Build it for the ``late`` points, (x, rate), and the rate without a source.

        At ``meets_mm`` the line comes down to that. Bars stand up to ``few_mm``.
        """
        theme = pen.theme
        place = views.places(meets_mm, per_cent, LOGARITHMS)[0]
        name = pen.sentence("left out", theme.muted, SMALLEST)
        return cls(
            left_out_name=_over_the_last(views, late, name),
            floor=Floor(views, per_cent, theme.muted),
            level=Level(views, per_cent, theme.muted).set_z_index(3),
            level_name=Placed(
                pen.sentence("the detector's own ticks", theme.muted, SMALLEST),
                place + NAME_AT,
                RIGHT,
            ),
            left_out=Tops(views, *late, few_mm, colours=(theme.background, theme.muted))
            .set_view(FEW_LOGARITHMS)
            .set_shown(1.0)
            .set_stroke(width=BOLD - 2)
            .set_z_index(7),
        )


def _over_the_last(views: Views, late: tuple[Values, Values], name: VMobject) -> VMobject:
    """Put a name over the last points, at the right edge; without points there is none."""
    places = views.places(*late, LOGARITHMS)
    if not len(places):
        return VMobject()
    right = views.box(LOGARITHMS).right
    below = places[places[:, 0] > right - name.width - RADIUS]
    high = float(below[:, 1].max()) if len(below) else float(places[-1, 1])
    return Placed(name, np.array([right, high + OVER, 0.0]), RIGHT)
