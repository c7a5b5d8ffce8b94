"""The sheet: round, so that nothing of it says which way is up, and how it lies on the screen.

Places on the sheet are counted from its middle, which is the middle of the points, in units of the
screen. The sheet turns; up stays up.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scenes.visuals.writing.screen import PICTURE

Values = NDArray[np.float64]

RADIUS = 3.0
FARTHEST = 2.75  # point, from the middle
HOME = -2.4, PICTURE.middle[1]
MIDDLE = np.array([*HOME, 0.0])

ASIDE = -5.95  # the middle of what stands left of the sheet


@dataclass(frozen=True)
class Page:
    """A sheet turned by ``turn`` radians about its ``middle`` on the screen, ``scale`` as large."""

    turn: float = 0.0
    middle: tuple[float, float] = HOME
    scale: float = 1.0

    def places(self, points: ArrayLike) -> Values:
        """Return the places (..., 3) on the screen of points (..., 2) of the sheet."""
        at = self.scale * rotated(points, self.turn) + np.array(self.middle)
        places: Values = np.concatenate([at, np.zeros((*at.shape[:-1], 1))], axis=-1)
        return places


def on_the_way(share: float) -> Page:
    """Return the level sheet after a ``share`` of the way to the left, where bars have room."""
    return Page(middle=(HOME[0] + share * (PICTURE.left + RADIUS - HOME[0]), HOME[1]))


def rotated(points: ArrayLike, turn: float) -> Values:
    """Return points (..., 2) turned by ``turn`` radians about the origin."""
    cos, sin = np.cos(turn), np.sin(turn)
    turned: Values = np.asarray(points, dtype=float) @ np.array([[cos, sin], [-sin, cos]])
    return turned


def on_the_sheet(starts: Values, ends: Values) -> Values:
    """Return strokes (k, 2, 2) from starts to ends (n, 2), those from outside cut at the rim.

    One from outside that does not meet the sheet is left out.
    """
    way = ends - starts
    # Where |start + t way| is the radius: a t^2 + 2 b t + c = 0.
    a, b = (way**2).sum(axis=1), (starts * way).sum(axis=1)
    c = (starts**2).sum(axis=1) - RADIUS**2
    root = np.sqrt(np.maximum(b * b - a * c, 0.0))
    enters, leaves = ((-b + sign * root) / np.where(a > 0, a, 1.0) for sign in (-1, 1))
    outside = c > 0
    first = np.where(outside, enters, 0.0)
    last = np.where(outside, np.minimum(leaves, 1.0), 1.0)
    met = ~outside | ((root > 0) & (enters > 0) & (enters < 1))
    shares = np.stack([first, last], axis=1)[met, :, None]
    strokes: Values = starts[met, None] + shares * way[met, None]
    return strokes


def chord(angle: float, offset: float = 0.0) -> Values:
    """Return the ends (2, 2) on the rim of the line at ``angle`` that passes at ``offset``."""
    along = np.array([np.cos(angle), np.sin(angle)])
    foot = offset * np.array([-along[1], along[0]])
    half = np.sqrt(RADIUS**2 - offset**2)
    ends: Values = foot + half * np.array([-along, along])
    return ends


MOVED = on_the_way(1.0)
