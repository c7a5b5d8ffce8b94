"""The colour of a distance: near to far in five shades, one for every other kilometre."""

from dataclasses import dataclass

import numpy as np
from manim import ManimColor, interpolate_color

from core.palette import Theme
from scenes.visuals.multiple_regression.flats import ONE_DISTANCE
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.space.projection import Points

SHOWN = np.array([1.0, 3.0, 5.0, 7.0, 9.0])  # km


def nearest_shown(distances: Points) -> Points:
    """Return for each distance (n,) which of those shown is nearest to it."""
    nearest: Points = np.abs(distances[:, None] - SHOWN).argmin(axis=1)
    return nearest


@dataclass(frozen=True)
class Shades:
    """What colour the distances have in a theme."""

    theme: Theme

    def of(self, k: int, moved: float = 0.0) -> ManimColor:
        """Return the colour of the k-th distance shown, ``moved`` towards the one distance."""
        distance = (1 - moved) * SHOWN[k] + moved * ONE_DISTANCE
        share = (distance - SHOWN[0]) / (SHOWN[-1] - SHOWN[0])
        return interpolate_color(
            ManimColor(self.theme.near), ManimColor(self.theme.far), float(share)
        )

    def in_shot(self, k: int, shot: Shot, idle: str) -> ManimColor:
        """Return the colour that the k-th distance has in a shot, ``idle`` before it is told."""
        return interpolate_color(ManimColor(idle), self.of(k, shot.moved), shot.coloured)
