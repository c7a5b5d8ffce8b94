"""One point that stands for all: its square can be seen, whichever way its distance is measured."""

import numpy as np

from scenes.visuals.geometric_fit.sheet.cloud import Cloud, feet_nearest, feet_upright
from scenes.visuals.geometric_fit.sheet.drawn import square_corners
from scenes.visuals.geometric_fit.sheet.page import MIDDLE, RADIUS, Page, Values
from scenes.visuals.geometric_fit.sheet.turns import Turns

CROWDED = 0.15  # as much shorter might be a way without one more point on its square


def one_apart(cloud: Cloud, turns: Turns, start: float) -> tuple[int, float]:
    """Return the number of a measured point, and on which side of its way its square lies.

    Its way is long both to the first line, at the angle ``start``, and the shortest way to the last
    upright fit, and its squares lie on the sheet, with few points on them.
    """
    points, last = cloud.points[cloud.measured], cloud.upright_angle(turns[-1])
    held = (
        (turns[0], feet_upright(points, start, turns[0])),
        (turns[-1], feet_upright(points, last, turns[-1])),
        (turns[-1], feet_nearest(points, last)),
    )
    sides = (1.0, -1.0)
    plain = np.stack(
        [
            np.min([_plain(points, feet, turn, side) for turn, feet in held], axis=0)
            for side in sides
        ]
    )
    side, number = np.unravel_index(int(plain.argmax()), plain.shape)
    return int(number), sides[int(side)]


def _plain(points: Values, feet: Values, turn: float, side: float) -> Values:
    """Return how long each way (n,) is, less what its square has on it; below 0 off the sheet."""
    corners = square_corners(Page(turn), points, feet, sides=side)
    out = np.linalg.norm(corners - MIDDLE, axis=-1).max(axis=1)
    low, high = corners[:, 0], corners[:, 2]
    middles, half = (low + high) / 2, np.linalg.norm(feet - points, axis=1) / 2
    away = np.linalg.norm(Page(turn).places(points) - middles[:, None], axis=-1)
    crowd = (away < half[:, None]).sum(axis=1)
    plain: Values = np.where(out < RADIUS, 2 * half - CROWDED * crowd, -out)
    return plain
