"""What ways gain and lose when the line they lead to is tilted."""

import numpy as np

from scenes.visuals.geometric_fit.sheet.page import Values

Strokes = tuple[Values, Values]  # starts and ends (k, 2)


def gained(points: Values, before: Values, after: Values) -> Strokes:
    """Return of the ways from points to feet ``after`` (n, 2) what those ``before`` had not."""
    return _only(points, before, after)


def lost(points: Values, before: Values, after: Values) -> Strokes:
    """Return of the ways from points to feet ``before`` (n, 2) what those ``after`` have not."""
    return _only(points, after, before)


def _only(points: Values, others: Values, feet: Values) -> Strokes:
    """Return the pieces of the ways to feet (n, 2) that those to ``others`` do not cover.

    Both lie on one straight line through each point, on the same side of it or not.
    """
    way, other = feet - points, others - points
    same = (way * other).sum(axis=1) > 0
    uncovered = ~same | ((way**2).sum(axis=1) > (other**2).sum(axis=1))
    starts = np.where(same[:, None], others, points)
    return starts[uncovered], feet[uncovered]
