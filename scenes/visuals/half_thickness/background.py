"""What a detector counts without a source, and the points that are too near to it."""

from dataclasses import dataclass

import numpy as np
from manim import LEFT, RIGHT

from core.attenuation.fit import GROSS_OVER_BACKGROUND
from scenes.visuals.half_thickness.rates import Level, Tops
from scenes.visuals.half_thickness.room import Room
from scenes.visuals.half_thickness.views import LOGARITHMS, Values, Views
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, Box

SECONDS = 4.2  # the detector is watched for so long
ROOM = 2.5  # its width
NAME_ABOVE, NAME_BELOW = np.array([0.1, 0.3, 0.0]), np.array([0.1, -0.32, 0.0])


@dataclass(frozen=True)
class Background:
    """The detector without a source, its level, the limit above it, and points below the limit."""

    room: Room
    room_name: Placed
    level: Level
    level_name: Placed
    limit: Level
    limit_names: tuple[Placed, Placed]
    late: Tops
    left_out: Tops

    @classmethod
    def of(
        cls, pen: Pen, views: Views, late: tuple[Values, Values], level: tuple[float, float]
    ) -> "Background":
        """Build it for the ``late`` points, (x, rate), and the level: in per cent, and a second."""
        theme, (per_cent, per_second) = pen.theme, level
        limit = GROSS_OVER_BACKGROUND * per_cent
        box = views.box(LOGARITHMS)
        room = Box(box.right - ROOM - 0.1, box.top - ROOM - 0.1, ROOM, ROOM)
        rise = f'"ln" thin {GROSS_OVER_BACKGROUND:g} = {np.log(GROSS_OVER_BACKGROUND):.1f}'
        lowest_x = views.charts[LOGARITHMS].x_scale.low

        def place(rate: float) -> Values:
            left: Values = views.places(lowest_x, rate, LOGARITHMS)[0]
            return left

        return cls(
            room=Room(room, per_second, SECONDS, theme),
            room_name=Placed(
                pen.sentence("no source", theme.muted, SMALLEST),
                np.array([room.left - 0.25, room.middle[1], 0.0]),
                RIGHT,
            ),
            level=Level(views, per_cent, theme.muted).set_z_index(3),
            level_name=Placed(
                pen.sentence("counted without a source", theme.muted, SMALLEST),
                place(per_cent) + NAME_BELOW,
                LEFT,
            ),
            limit=Level(views, limit, theme.ink, below=per_cent).set_z_index(3),
            limit_names=(
                Placed(
                    pen.sentence(f"{GROSS_OVER_BACKGROUND:g} times that", size=SMALLEST),
                    place(limit) + NAME_ABOVE,
                    LEFT,
                ),
                Placed(
                    pen.sentence(f"up by ${rise}$", size=SMALLEST), place(limit) + NAME_BELOW, LEFT
                ),
            ),
            late=Tops(views, *late, theme.point, theme.background).set_z_index(6),
            left_out=Tops(views, *late, theme.background, theme.muted)
            .set_stroke(width=BOLD - 2)
            .set_z_index(7),
        )
