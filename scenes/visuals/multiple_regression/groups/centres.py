"""The smallest flats and the largest, gathered into their means: the large lie farther out."""

from typing import Self

import numpy as np
from manim import ManimColor, VGroup, interpolate_color

from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.groups.size_bands import SizeBands
from scenes.visuals.multiple_regression.shades import Shades
from scenes.visuals.multiple_regression.space import DOT
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.space.projection import Points
from scenes.visuals.space.wireframe import Discs
from scenes.visuals.writing.pen import Pen

LARGE = 2.2  # times the radius of a flat


class Centres(VGroup):
    """From the front: copies of the flats fly into the mean of their group, the smallest first.

    On its way a copy takes the colour of the group's mean distance; below, ``bands`` tell of each
    group. ``means`` (2, 3) are those of the groups.
    """

    def __init__(self, pen: Pen, flats: Flats) -> None:
        theme = pen.theme
        self._shades, self._space = Shades(theme), flats.space
        self.groups = [flats.values[rows] for rows in flats.outer]
        self.means = np.array([group.mean(axis=0) for group in self.groups])
        self._kinds = [flats.space.nearest(group[:, 1]) for group in self.groups]
        self._copies = [
            [Discs(theme.point, DOT) for _ in flats.space.distances] for _ in self.groups
        ]
        colours = [self.colour(k) for k in range(len(self.groups))]
        self.discs = [
            Discs(colour.to_hex(), LARGE * DOT, ring=theme.background) for colour in colours
        ]
        self.bands = SizeBands(pen, flats.space, self.groups, colours)
        super().__init__(
            *(disc for copies in self._copies for disc in copies), *self.discs, self.bands
        )
        self.set_share(0.0)

    def colour(self, k: int) -> ManimColor:
        """Return the colour of the mean distance of the k-th group."""
        return self._shades.at(float(self._space.distance.share(self.means[k, 1])))

    def set_share(self, share: float) -> Self:
        """Show them after ``share`` of the gathering, one group after the other."""
        for k in range(len(self.groups)):
            way = float(np.clip(len(self.groups) * share - k, 0, 1))
            self._gather(k, way * way * (3 - 2 * way))
        return self

    def _gather(self, k: int, way: float) -> None:
        places = (1 - way) * self.groups[k] + way * self.means[k]
        for kind, copies in enumerate(self._copies[k]):
            chosen: Points = places[self._kinds[k] == kind] if 0 < way < 1 else np.zeros((0, 3))
            copies.set_points_in_space(self._space.in_box(chosen), FRONT)
            copies.set_fill(interpolate_color(self._shades.of(kind), self.colour(k), way))
        mean = self._space.in_box(self.means[k : k + 1])
        self.discs[k].set_points_in_space(mean if way > 0 else mean[:0], FRONT, way)
        self.bands.set_shown(k, way)
