"""Read values off the screen: the inverse of a panel's mapping."""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def values(panel: Any, places: NDArray[np.float64]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return the values (x, y) that lie at ``places`` of shape (..., 3) in ``panel``."""
    box, x, y = panel.box, panel.x_scale, panel.y_scale
    u = (places[..., 0] - box.left) / box.width
    v = (places[..., 1] - box.bottom) / box.height
    return x.low + u * (x.high - x.low), y.low + v * (y.high - y.low)
