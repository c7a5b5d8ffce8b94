"""The colour of a distance: near to far in as many shades as distances are shown."""

from dataclasses import dataclass

from manim import ManimColor, interpolate_color

from core.palette import Theme
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.space import ONE, SHOWN


@dataclass(frozen=True)
class Shades:
    """What colour the distances have in a theme."""

    theme: Theme

    def of(self, k: int, moved: float = 0.0) -> ManimColor:
        """Return the colour of the k-th distance shown, ``moved`` towards the one distance."""
        distance = (1 - moved) * SHOWN[k] + moved * SHOWN[ONE]
        share = (distance - SHOWN[0]) / (SHOWN[-1] - SHOWN[0])
        return interpolate_color(
            ManimColor(self.theme.near), ManimColor(self.theme.far), float(share)
        )

    def in_shot(self, k: int, shot: Shot, idle: str) -> ManimColor:
        """Return the colour that the k-th distance has in a shot, ``idle`` before it is told."""
        return interpolate_color(ManimColor(idle), self.of(k, shot.moved), shot.coloured)
