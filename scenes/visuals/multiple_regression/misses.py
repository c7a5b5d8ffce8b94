"""What area alone said: its line, the level of its sheet, the squares of what it misses."""

from typing import Self

import numpy as np

from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.space.projection import Points, View
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.screen import BOLD, THIN


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
    """The line of area alone, from the front, as far as the flats reach."""

    def __init__(self, flats: Flats, colour: str, view: View) -> None:
        super().__init__(colour, BOLD)
        self._flats, self._view = flats, view
        self.set_moved(0.0)

    def set_moved(self, moved: float, drawn: float = 1.0) -> Self:
        """Draw the first ``drawn`` of it, as it is for flats ``moved`` towards one distance."""
        plane, area = self._flats.alone(moved), self._flats.values[:, 0]
        ends = plane.lifted(np.array([[end, 0.0] for end in (area.min(), area.max())]))
        start, end = self._flats.space.in_box(ends)
        return self.set_corners([[start, start + drawn * (end - start)]], self._view)


class OldLevel(Strokes):
    """Along distance on the sheet of area alone, at the middle area: level, whatever is seen."""

    def __init__(self, flats: Flats, colour: str) -> None:
        super().__init__(colour, THIN)
        distance, area = flats.space.distance, flats.values[:, 0].mean()
        ends = np.array([[area, end] for end in (distance.low, distance.high)])
        self._ends = flats.space.in_box(flats.by_area.lifted(ends))

    def set_shot(self, shot: Shot) -> Self:
        """Draw it as the view of ``shot`` has it."""
        return self.set_corners(self._ends[None], shot.view)
