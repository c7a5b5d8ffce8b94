"""Rings that are drawn around what would be overlooked."""

from collections.abc import Sequence

import numpy as np

from scenes.visuals.plot.curve import Values
from scenes.visuals.space.polylines import polylines

MARGIN = 0.17
CORNERS = 81


def rings_around(groups: Sequence[Values], share: float) -> Values:
    """Return the outline of a ring around each group of places, the first ``share`` of it.

    It is as far from all sides of the group: a circle cut in two, with straight lines between.
    """
    if not groups or share <= 0:
        return np.zeros((0, 3))
    angles = np.pi * (0.5 + 2 * share * np.linspace(0, 1, CORNERS))
    round_about = np.stack([np.cos(angles), np.sin(angles), 0 * angles], axis=1)
    return polylines(np.stack([_around(group, round_about) for group in groups]))


def _around(group: Values, round_about: Values) -> Values:
    places = group.reshape(-1, 3)
    low, high = places.min(axis=0), places.max(axis=0)
    corners: Values = (low + high) / 2 + np.sign(round_about.round(9)) * (high - low) / 2
    return corners + MARGIN * round_about
