"""The page: how it lies on the screen, and what of a straight stroke on it can be seen.

Places on the page are counted from the middle of the points. The page turns; up stays up.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scenes.visuals.writing.screen import PICTURE, Box

Values = NDArray[np.float64]

UNIT = 1.08  # of the page, on the screen
HEIGHT = 0.55  # of the middle, on the screen
SHEET = Box(-3.95, -2.65, 7.9, 5.3)  # the edges of the page, in its own units


@dataclass(frozen=True)
class Page:
    """A page turned by ``turn`` radians about its middle, which is at ``across`` on the screen."""

    turn: float = 0.0
    across: float = 0.0

    @property
    def middle(self) -> Values:
        """Return the place (3,) of the middle."""
        return np.array([self.across, HEIGHT, 0.0])

    def places(self, points: ArrayLike) -> Values:
        """Return the places (..., 3) on the screen of points (..., 2) of the page."""
        at = UNIT * rotated(points, self.turn)
        return np.concatenate([at, np.zeros((*at.shape[:-1], 1))], axis=-1) + self.middle

    def stroke(self, start: ArrayLike, end: ArrayLike) -> Values | None:
        """Return the ends (2, 3) on the screen of what can be seen of a stroke, or None.

        It ends where the page ends, and where the picture does.
        """
        on_page = clipped(np.asarray(start, dtype=float), np.asarray(end, dtype=float), SHEET)
        if on_page is None:
            return None
        first, last = self.places(on_page)
        return clipped(first, last, PICTURE)


def rotated(points: ArrayLike, turn: float) -> Values:
    """Return points (..., 2) turned by ``turn`` radians about the origin."""
    cos, sin = np.cos(turn), np.sin(turn)
    turned: Values = np.asarray(points, dtype=float) @ np.array([[cos, sin], [-sin, cos]])
    return turned


def clipped(start: Values, end: Values, box: Box) -> Values | None:
    """Return the two ends of what ``box`` shows of a straight stroke, or None."""
    low, high, way = 0.0, 1.0, end - start
    for k, (least, most) in enumerate(((box.left, box.right), (box.bottom, box.top))):
        if abs(way[k]) < 1e-12:
            if not least - 1e-9 <= start[k] <= most + 1e-9:
                return None
            continue
        near, far = sorted(((least - start[k]) / way[k], (most - start[k]) / way[k]))
        low, high = max(low, near), min(high, far)
    if low >= high:
        return None
    return np.array([start + low * way, start + high * way])
