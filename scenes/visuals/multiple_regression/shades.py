"""The colour of a distance: near to far in as many shades as distances are shown."""

from dataclasses import dataclass

import numpy as np
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
        return self.at((1 - moved) * SHOWN[k] + moved * SHOWN[ONE])

    def at(self, depth: float) -> ManimColor:
        """Return the colour at a share ``depth`` of the way into the depth."""
        share = float(np.clip((depth - SHOWN[0]) / (SHOWN[-1] - SHOWN[0]), 0, 1))
        return interpolate_color(ManimColor(self.theme.near), ManimColor(self.theme.far), share)

    def in_shot(self, k: int, shot: Shot, idle: str) -> ManimColor:
        """Return the colour that the k-th distance has in a shot, ``idle`` before it is told."""
        return interpolate_color(ManimColor(idle), self.of(k, shot.moved), shot.coloured)

    def of_flat(self, k: int, shot: Shot, idle: str) -> ManimColor:
        """Return the colour of a flat at the k-th distance: faint where only others matter."""
        own, quiet = self.in_shot(k, shot, idle), max(shot.outer, shot.only_two)
        return interpolate_color(own, ManimColor(self.theme.faint), quiet)
