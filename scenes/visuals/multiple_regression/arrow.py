"""An arrow on the screen, as far as it has gone."""

import numpy as np

from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points

HEAD = 0.16


def arrow(start: Points, end: Points, share: float, head: float = HEAD) -> Points:
    """Return the points of an arrow that has gone ``share`` of its way on the screen."""
    if share <= 0:
        return np.zeros((0, 3))
    tip = start + share * (end - start)
    length = float(np.linalg.norm(tip - start))
    along = (tip - start) / length
    across = np.array([-along[1], along[0], 0.0])
    size = min(head, 0.5 * length)
    wings = [tip - size * (1.4 * along + side * across) for side in (-1, 1)]
    return polylines(np.array([[start, tip], [wings[0], tip], [tip, wings[1]]]))
