"""All mixes together are a bowl that stands on the sheet: its level rings, and its body."""

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.lines.shown_data import Values
from scenes.visuals.linear_regression_2d.surface.space import REACH, Space
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN

STEPS = 49
TINT = 0.16


class Bowl:
    """The rings at which epsilon_rel is level, out to the rim, and what they enclose."""

    def __init__(self, space: Space, rings: Values, theme: Theme) -> None:
        self.rings = VMobject(stroke_color=theme.muted, stroke_width=THIN).set_z_index(2)
        around = np.linspace(0, 2 * np.pi, 4 * STEPS)
        drawn = [
            space.places(ring, around, ring * ring) for ring in np.append(np.sqrt(rings), REACH)
        ]
        self.rings.points = polylines(np.array(drawn))
        self.body = VMobject(stroke_width=0, fill_color=theme.residual, fill_opacity=TINT)
        self.body.points = polylines(_outline(space)[None])
        self.body.set_z_index(2)

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """All of it."""
        return self.body, self.rings


def _outline(space: Space) -> Values:
    """Return the outline of the whole bowl: its rim behind, and below where it bends away.

    At a distance u to the side it is lowest on the screen where back and up outweigh each
    other: ``v`` to the front with depth radius = 2 up v.
    """
    front = space.depth * space.radius / (2 * space.up)
    side = np.sqrt(max(0.0, REACH**2 - front**2))
    u = np.linspace(-side, side, STEPS)
    below = space.places(np.hypot(u, front), space.yaw + np.arctan2(-front, u), u * u + front**2)
    # The rim from the right end of that over its back to the left end.
    bend = float(np.arctan2(front, side))
    back = space.yaw + np.linspace(-bend, np.pi + bend, 2 * STEPS)
    return np.concatenate([below, space.places(REACH, back, REACH**2), below[:1]])
