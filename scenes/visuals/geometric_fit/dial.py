"""The sum of squares of every direction, drawn around the cloud: how far out is how large.

The level of the tank is copied on the line, to both sides of the middle. A line has two ends, so
after half a turn of the line the dial is closed, and its two narrowest places are one line.
"""

from typing import Self

import numpy as np
from manim import Circle, VGroup, VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.cloud import Cloud
from scenes.visuals.geometric_fit.page import MIDDLE, Values
from scenes.visuals.plot.tank import Tank
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD, THIN

STEP = np.pi / 180
MARK = 0.12
TINT = 0.2
CARRIED = 0.65  # share of the time until the height of the tank lies on the line
HALVES = np.array([0.0, np.pi])


class Dial(VGroup):
    """What has been swept of the dial, at both ends of the line, and the arms that sweep it."""

    def __init__(self, cloud: Cloud, tank: Tank, theme: Theme) -> None:
        self.cloud, self.tank = cloud, tank
        red = theme.residual
        self.rim = VMobject(stroke_color=red, stroke_width=BOLD)
        self.area = VMobject(stroke_width=0, fill_color=red, fill_opacity=TINT)
        self.arms = VMobject(stroke_color=red, stroke_width=2 * BOLD)
        self.marks = VMobject(
            stroke_color=theme.ink, stroke_width=THIN, fill_color=red, fill_opacity=1
        )
        self._disc = Circle(MARK).points
        super().__init__(self.area, self.rim, self.arms, self.marks)

    def place(self, angle: Values) -> Values:
        """Return the places (n, 3) of the dial at ``angle`` (n,)."""
        tank = self.tank
        out = tank.box.height * tank.levels.share(self.cloud.sum_of_squares(angle))
        along = np.stack([np.cos(angle), np.sin(angle), np.zeros_like(angle)], axis=-1)
        places: Values = MIDDLE + out[:, None] * along
        return places

    def set_copied(self, angle: float, share: float) -> Self:
        """Carry the height of the tank to the line at ``angle``, and then to its other side.

        What is carried is as long and as straight on its whole way.
        """
        long = float(np.linalg.norm(self.place(np.array([angle]))[0] - MIDDLE))
        box = self.tank.box
        carried = float(np.clip(share / CARRIED, 0.0, 1.0))
        foot = np.array([box.middle[0], box.bottom, 0.0])
        foot += carried * (MIDDLE - foot)
        # From upright in the tank by the shorter way.
        now = np.pi / 2 + carried * (angle % np.pi - np.pi / 2)
        other = max(0.0, (share - CARRIED) / (1 - CARRIED))
        along = np.array([np.cos(now), np.sin(now), 0.0])
        tips = foot + long * np.outer([1.0, -other], along)
        return self._set_arms(np.stack([tips, np.stack([foot, foot])], axis=1))

    def set_swept(self, start: float, end: float) -> Self:
        """Draw the dial for lines from the angle ``start`` to ``end``, and the arms there."""
        angles = np.linspace(start, end, max(2, round(abs(end - start) / STEP)))
        halves = [self.place(angles + half) for half in HALVES]
        self.rim.points = np.concatenate([polylines(half[None]) for half in halves])
        sectors = [np.concatenate([[MIDDLE], half, [MIDDLE]]) for half in halves]
        self.area.points = np.concatenate([polylines(sector[None]) for sector in sectors])
        return self.set_arms(end)

    def set_arms(self, angle: float) -> Self:
        """Lay the arms, and the discs at their ends, along the line at ``angle``."""
        return self.set_copied(angle, 1.0)

    def _set_arms(self, ends: Values) -> Self:
        self.arms.points = polylines(ends)
        self.marks.points = (ends[:, :1, :] + self._disc).reshape(-1, 3)
        return self
