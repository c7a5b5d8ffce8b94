"""A bracket beside a fall: the same on the axis of few rates and where their line starts."""

import numpy as np

from scenes.visuals.half_thickness.views import Values
from scenes.visuals.space.polylines import polylines

ARM = 0.14


def bracket(top: Values, foot: Values, side: int) -> Values:
    """Return the points of a bracket whose arms end at ``top`` and ``foot``.

    It stands to their right where ``side`` is 1, to their left where it is -1.
    """
    out = np.array([side * ARM, 0.0, 0.0])
    return polylines(np.array([[top, top + out, foot + out, foot]]))
