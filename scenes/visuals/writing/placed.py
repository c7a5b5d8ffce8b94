"""A piece of writing that can be put anywhere, again and again, without ever drifting."""

from typing import Self

import numpy as np
from manim import ORIGIN, VGroup, VMobject
from numpy.typing import NDArray

Place = NDArray[np.float64]


class Placed(VGroup):
    """``writing`` with its ``edge`` (LEFT, RIGHT, UP, ... or ORIGIN for its middle) at a place.

    ``put`` is a pure function of the place: a frame never depends on the frame before.
    """

    def __init__(self, writing: VMobject, place: Place, edge: Place = ORIGIN) -> None:
        super().__init__(writing)
        anchor = writing.get_critical_point(edge)
        parts = writing.family_members_with_points()
        self._shapes = [(part, part.points - anchor) for part in parts]
        self.put(place)

    def put(self, place: Place, size: float = 1.0) -> Self:
        """Put the edge at ``place`` (3,), so many times as large as it was written."""
        for part, shape in self._shapes:
            part.points = size * shape + place
        return self
