"""What a detector counts without a source, and the points that are too near to it."""

from dataclasses import dataclass

import numpy as np
from manim import LEFT, RIGHT, VMobject

from core.attenuation.fit import GROSS_OVER_BACKGROUND
from scenes.visuals.half_thickness.rates import Level, Tops
from scenes.visuals.half_thickness.room import Room
from scenes.visuals.half_thickness.views import LOGARITHMS, Values, Views
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, Box

ROOM_WIDTH, ROOM_HEIGHT, ROOM_BELOW_TOP = 5.4, 0.7, 1.2
NAME_ABOVE, NAME_BELOW = 0.3, np.array([0.1, -0.32, 0.0])


@dataclass(frozen=True)
class Background:
    """The detector without a source, its level, the limit above it, and points below the limit."""

    room: Room
    room_name: Placed
    with_source: Placed
    level: Level
    level_name: Placed
    limit: Level
    limit_name: Placed
    late: Tops
    left_out: Tops

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return all that is drawn of it, without the points."""
        names = (self.room_name, self.with_source, self.level_name, self.limit_name)
        return (self.room, self.level, self.limit, *names)

    @classmethod
    def of(
        cls,
        pen: Pen,
        views: Views,
        late: tuple[Values, Values],
        level: tuple[float, float],
        *,
        live_time: float,
    ) -> "Background":
        """Build it for the ``late`` points, (x, rate), and the level: in per cent, and a second.

        ``live_time`` is that of the first point.
        """
        theme, (per_cent, per_second) = pen.theme, level
        limit = GROSS_OVER_BACKGROUND * per_cent
        box = views.box(LOGARITHMS)
        strip = Box(box.right - ROOM_WIDTH, box.top - ROOM_BELOW_TOP, ROOM_WIDTH, ROOM_HEIGHT)
        room = Room(strip, per_second, live_time, theme)
        # Per cent are those of the rate without lead.
        full = room.span * per_second / per_cent * 100 if per_cent else 0.0
        lowest_x = views.charts[LOGARITHMS].x_scale.low

        def place(rate: float) -> Values:
            left: Values = views.places(lowest_x, rate, LOGARITHMS)[0]
            return left

        return cls(
            room=room,
            room_name=Placed(
                pen.sentence(f"without the source, {room.span:.3g} s", theme.muted, SMALLEST),
                np.array([strip.left, strip.top + 0.3, 0.0]),
                LEFT,
            ),
            with_source=Placed(
                pen.sentence(f"instead of {full:,.0f}", theme.muted, SMALLEST),
                room.beside_count,
                LEFT,
            ),
            level=Level(views, per_cent, theme.muted).set_z_index(3),
            level_name=Placed(
                pen.sentence("without the source", theme.muted, SMALLEST),
                place(per_cent) + NAME_BELOW,
                LEFT,
            ),
            limit=Level(views, limit, theme.ink, below=per_cent).set_z_index(3),
            limit_name=Placed(
                pen.sentence(f"{GROSS_OVER_BACKGROUND:g} times that", size=SMALLEST),
                np.array([box.right, place(limit)[1] + NAME_ABOVE, 0.0]),
                RIGHT,
            ),
            late=Tops(views, *late, theme.point, theme.background).set_z_index(6),
            left_out=Tops(views, *late, theme.background, theme.muted)
            .set_view(LOGARITHMS)
            .set_shown(1.0)
            .set_stroke(width=BOLD - 2)
            .set_z_index(7),
        )
