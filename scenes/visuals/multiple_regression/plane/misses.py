"""What area alone said: its line, its slope along area, the squares of what it misses."""

from typing import Self

import numpy as np

from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.space.projection import Points, View
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.screen import BOLD


def square_corners(flats: Flats, view: View) -> Points:
    """Return the corners (n, 4, 3) of the squares on the residuals, seen from the front.

    A square opens towards the middle of the flats.
    """
    on_line = flats.by_area.lifted(flats.values[:, :2])
    at_flat, at_line = (
        view.project(flats.space.in_box(values)) for values in (flats.values, on_line)
    )
    side = np.abs(at_line[:, 1] - at_flat[:, 1])
    opening = np.sign(at_flat[:, 0].mean() - at_flat[:, 0])
    left = at_flat[:, 0] + np.minimum(0, opening * side)
    low = np.minimum(at_flat[:, 1], at_line[:, 1])
    corner = np.stack([left, low, np.zeros_like(left)], axis=-1)
    ring = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]])
    corners: Points = corner[:, None, :] + side[:, None, None] * ring
    return corners


class OldLine(Strokes):
    """The line of area alone, from the front: as long as its sheet, at last as all lines."""

    def __init__(self, flats: Flats, colour: str, view: View) -> None:
        super().__init__(colour, BOLD)
        self._flats, self._view = flats, view
        distance = flats.space.distance
        around = flats.footprint.places([distance.low] * 2 + [distance.high] * 2, [-1, 1, -1, 1])
        lines = flats.footprint.lines(flats.space.distances[[0, -1]])
        self._sheet, self._lines = (
            np.array([area.min(), area.max()]) for area in (around[:, 0], lines[..., 0])
        )
        self.set_moved(0.0)

    def set_moved(self, moved: float, ahead: float = 0.0, *, drawn: float = 1.0) -> Self:
        """Draw the first ``drawn`` of it, as it is for flats ``moved`` towards one distance."""
        along = (1 - moved) * self._sheet + moved * self._lines
        ends = self._flats.alone(moved, ahead).lifted(np.stack([along, [0.0, 0.0]], axis=-1))
        start, end = self._flats.space.in_box(ends)
        return self.set_corners([[start, start + drawn * (end - start)]], self._view)
