"""A level sheet on which every dot is a line, seen from above; heights stand up on it.

Lines that are equally high lie on a circle: any table has the same round bowl.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from scenes.visuals.linear_regression_2d.lines.shown_data import ShownData, Values
from scenes.visuals.writing.screen import PICTURE, RIGHT_EDGE, TOP_EDGE, Box

DEPTH = 0.44  # how long a step back looks
REACH = 0.965  # of a sweep, where the picture ends: what is far back must not be too high
# Half of a side of the sheet, and how it is turned.
SIDE, SKEW = 1.03, np.radians(-11.0)
CORNERS = SKEW + np.radians([45.0, 135.0, 225.0, 315.0, 405.0])
WIDEST = SIDE * np.sqrt(2) * float(np.abs(np.cos(CORNERS)).max())
CLEAR = 0.08  # above the rim
FRONT = SIDE * np.sqrt(2) * float(np.abs(np.sin(CORNERS)).max()) * DEPTH
NAMED = 0.3  # in front of the sheet: the names of its ways
# Where the sheet is all the picture: half of what it fills, and where its middle is.
WIDE, HIGH, MIDDLE = RIGHT_EDGE - 0.1, 2.3, 0.5
WAY = 0.4, 0.5, 0.6, 0.7, 0.8, 0.9
DEPTHS = 0.3, 0.5
NEAR = 200.0  # times enlarged: so that a parabola looks straight


def _room(foot: float, back: float) -> float:
    """Return how high a sweep may be over a ``foot``, if it goes so far ``back`` on the screen."""
    return (TOP_EDGE - CLEAR - foot - back * REACH) / REACH**2


def _extent(turn: float) -> tuple[float, float]:
    """Return how far the sheet reaches across and back, seen from so much further round."""
    corners = SIDE * np.sqrt(2) * np.exp(1j * (CORNERS - turn))
    return float(np.abs(corners.real).max()), float(np.abs(corners.imag).max())


def edge(angle: float) -> float:
    """Return how far the edge of the sheet is on the way at ``angle``, 0 being face-on at first."""
    across = angle - SKEW
    return SIDE / max(abs(float(np.cos(across))), abs(float(np.sin(across))))


@dataclass(frozen=True)
class Space:
    """Places over the sheet around ``middle``, where the best line is.

    A sweep reaches ``radius`` to the side and ``up`` above the sheet; the way at the angle ``yaw``
    is seen face-on. A step back looks ``depth`` as long as one to the side. From ``near`` all is
    enlarged about ``middle`` so many times, and as much less of it is within the frame.
    """

    middle: Values
    radius: float
    up: float
    yaw: float
    depth: float = DEPTH
    near: float = 1.0

    @classmethod
    def of(cls, box: Box, least: float, top: float, yaw: float) -> "Space":
        """Fill ``box``: on the screen the sheet is as high as ``least``, sweeps end at ``top``.

        Where it would lie in the words, the picture is lifted, and as much lower.
        """
        radius = box.width / 2 / WIDEST
        foot = max(least, PICTURE.bottom + NAMED + FRONT * radius)
        up = min(top - least, _room(foot, DEPTH * radius))
        return cls(np.array([box.middle[0], foot, 0.0]), radius, up, yaw)

    def from_near(self, ways: tuple[float, float]) -> "Space":
        """Return it from very near, filling the frame, so that both ``ways`` cross upright."""
        first, second = ways
        half = (second - first) / 2
        # The same way goes to either side: between the two is the nearest of four middles.
        half -= np.pi / 2 * round(half / (np.pi / 2)) if abs(half) > np.pi / 4 else 0.0
        # Half a turn further it looks the same: one turns to where it is nearer.
        turn = (first + half - self.yaw) % np.pi - np.pi / 2
        yaw = self.yaw + turn
        depth = float(np.clip(abs(np.tan(half)), *DEPTHS))
        across, back = _extent(turn)
        radius = min(WIDE / across, HIGH / (depth * back))
        # Nor does the sheet leave the frame on the way there, on which it turns and grows.
        for share in WAY:
            room = (WIDE - (1 - share) * float(self.middle[0])) / _extent(share * turn)[0]
            radius = min(radius, self.radius + (room - self.radius) / share)
        return Space(np.array([0.0, MIDDLE, 0.0]), radius, self.up, yaw, depth, NEAR)

    def towards(self, other: "Space", share: float) -> "Space":
        """Return it after ``share`` of the way to ``other``."""
        radius, up, yaw, depth = (
            start + share * (end - start)
            for start, end in (
                (self.radius, other.radius),
                (self.up, other.up),
                (self.yaw, other.yaw),
                (self.depth, other.depth),
            )
        )
        middle = self.middle + share * (other.middle - self.middle)
        # Evenly nearer: by the same factor in the same time.
        near = self.near * (other.near / self.near) ** share
        return Space(middle, radius, up, yaw, depth, near)

    def parabola(self, along: Values) -> Values:
        """Return how high sweeps look that are ``along`` from the middle on the screen.

        Enlarged ``near`` times, places of the sweep come from so much nearer to its lowest one,
        where it is lower by the square of that.
        """
        return np.square(along) / self.near

    def places(self, along: ArrayLike, angle: ArrayLike, height: ArrayLike) -> Values:
        """Return the places (n, 3) so far along ways at angles, at heights of the sweeps."""
        along, turned, height = np.broadcast_arrays(
            np.asarray(along, dtype=float), np.subtract(angle, self.yaw), height
        )
        back = self.depth * self.radius * along * np.sin(turned) + self.up * height
        across = self.radius * along * np.cos(turned)
        places: Values = self.middle + np.stack([across, back, 0 * back], axis=-1).reshape(-1, 3)
        return places

    def on_bowl(self, lines: Values) -> Values:
        """Return the places (n, 3) on the bowl over ``lines`` (n, 2), across and back in sweeps."""
        along = np.hypot(*lines.T)
        return self.places(along, np.arctan2(*lines.T[::-1]), self.parabola(along))


class Way:
    """Heights of epsilon over the way at an ``angle``: what a stack of squares stands on.

    What lies below the sheet is hidden by it, and so is what is told of lines in the ``gap``.
    """

    def __init__(self, space: Space, shown: ShownData, height: float, angle: float) -> None:
        self.space, self._shown, self._height, self.angle = space, shown, height, angle
        self.gap = 0.0, 0.0

    def set_angle(self, angle: float) -> Self:
        """Be the way at another angle."""
        self.angle = angle
        return self

    def places(self, x: ArrayLike, y: ArrayLike) -> Values:
        """Return the places (n, 3) so far along as x, epsilon being y."""
        above = np.maximum(np.subtract(y, self._shown.rss), 0.0) / self._shown.landscape.unit
        left, right = self.gap
        told = np.less_equal(x, -left) | np.greater_equal(x, right)
        return self.space.places(x, self.angle, np.where(told, above, 0.0) / self._height)
