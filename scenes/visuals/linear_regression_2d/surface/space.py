"""A level sheet on which every dot is a line, seen from above; heights stand up on it.

Lines that are equally high lie on a circle: any table has the same round bowl.
"""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from scenes.visuals.linear_regression_2d.lines.shown_data import ShownData, Values
from scenes.visuals.writing.screen import PICTURE, TOP_EDGE, Box

DEPTH = 0.44  # how long a step back looks
REACH = 0.93  # of a sweep, where the picture ends: what is far back must not be too high
# Half of a side of the sheet, and how it is turned.
SIDE, SKEW = 1.03, np.radians(-11.0)
CORNERS = SKEW + np.radians([45.0, 135.0, 225.0, 315.0, 405.0])
WIDEST = SIDE * np.sqrt(2) * float(np.abs(np.cos(CORNERS)).max())
NEAR = 2.0  # how much larger all is from near
CLEAR = 0.2  # above the rim: a ball rides on it
FRONT = SIDE * np.sqrt(2) * float(np.abs(np.sin(CORNERS)).max()) * DEPTH


def edge(angle: float) -> float:
    """Return how far the edge of the sheet is on the way at ``angle``, 0 being face-on at first."""
    across = angle - SKEW
    return SIDE / max(abs(float(np.cos(across))), abs(float(np.sin(across))))


@dataclass(frozen=True)
class Space:
    """Places over the sheet around ``middle``, where the best line is.

    A sweep reaches ``radius`` to the side and ``up`` above the sheet; the way at the angle ``yaw``
    is seen face-on. A step back looks ``DEPTH`` as long as one to the side. A part of the sheet is
    seen, the ``near``-th as long; no way is shown farther than ``far``.
    """

    middle: Values
    radius: float
    up: float
    yaw: float
    near: float = 1.0
    far: float = REACH

    @classmethod
    def of(cls, box: Box, least: float, top: float, yaw: float) -> "Space":
        """Fill ``box``: on the screen the sheet is as high as ``least``, sweeps end at ``top``.

        Where it would lie in the words, the picture is lifted, and as much lower.
        """
        radius = box.width / 2 / WIDEST
        foot = max(least, PICTURE.bottom + FRONT * radius)
        room = (TOP_EDGE - CLEAR - foot - DEPTH * REACH * radius) / REACH**2
        return cls(np.array([box.middle[0], foot, 0.0]), radius, min(top - least, room), yaw)

    def turned(self, angle: float) -> "Space":
        """Return it as seen from further round."""
        return replace(self, yaw=self.yaw + angle)

    def nearer(self) -> "Space":
        """Return what is around the best line as seen from near, in the same place."""
        radius, up = NEAR * self.radius, NEAR * self.up
        back, room = DEPTH * radius / 2, TOP_EDGE - CLEAR - float(self.middle[1])
        far = (np.sqrt(back * back + up * room) - back) / up
        return replace(self, radius=radius, up=up, near=NEAR, far=min(REACH, float(far)))

    def towards(self, other: "Space", share: float) -> "Space":
        """Return it after ``share`` of the way to ``other``: all grows evenly."""
        radius, up, near, far = (
            start * (end / start) ** share
            for start, end in (
                (self.radius, other.radius),
                (self.up, other.up),
                (self.near, other.near),
                (self.far, other.far),
            )
        )
        return Space(self.middle, radius, up, self.yaw, near, far)

    def reach(self, angle: float) -> float:
        """Return how far the way at ``angle`` is shown: as far as the sheet, and not too high."""
        wide = abs(float(np.cos(angle - self.yaw)))
        return min(self.far, REACH / max(self.near * wide, 1e-9))

    def places(self, along: ArrayLike, angle: ArrayLike, height: ArrayLike) -> Values:
        """Return the places (n, 3) so far along ways at angles, at heights of the sweeps."""
        along, turned, height = np.broadcast_arrays(
            np.asarray(along, dtype=float), np.subtract(angle, self.yaw), height
        )
        back = DEPTH * self.radius * along * np.sin(turned) + self.up * height
        across = self.radius * along * np.cos(turned)
        places: Values = self.middle + np.stack([across, back, 0 * back], axis=-1).reshape(-1, 3)
        return places


class Way:
    """Heights of epsilon over the way at an ``angle``: what a stack of squares stands on.

    What lies below the sheet is hidden by it.
    """

    def __init__(self, space: Space, shown: ShownData, height: float, angle: float) -> None:
        self.space, self._shown, self._height, self.angle = space, shown, height, angle

    def set_angle(self, angle: float) -> Self:
        """Be the way at another angle."""
        self.angle = angle
        return self

    def places(self, x: ArrayLike, y: ArrayLike) -> Values:
        """Return the places (n, 3) so far along as x, epsilon being y."""
        above = np.maximum(np.subtract(y, self._shown.rss), 0.0) / self._shown.landscape.unit
        return self.space.places(x, self.angle, above / self._height)
