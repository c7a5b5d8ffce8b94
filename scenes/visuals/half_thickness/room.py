"""A detector without a source: it ticks all the same, since the room counts, too."""

from typing import Self

import numpy as np
from manim import Circle, VGroup, VMobject

from core.palette import Theme
from core.photons.chance import ticks_by_chance
from scenes.visuals.half_thickness.photons import PHOTONS, Values, grid
from scenes.visuals.writing.screen import THIN, Box

SEED = 1908
# As many ticks a second as a watcher can tell apart, and at least one to see.
RATES = (1.0, 8.0)
POP = 0.35  # seconds from large to settled
LARGE = 1.2


class Room(VGroup):
    """A grid of slots in ``box``; a tick of the counter lights one of them, by chance."""

    def __init__(self, box: Box, rate: float, seconds: float, theme: Theme) -> None:
        super().__init__()
        self.slot, self.seconds = box.height / 10, seconds
        self.times = ticks_by_chance(float(np.clip(rate, *RATES)), seconds - POP, SEED)[:PHOTONS]
        rng = np.random.default_rng(SEED)
        self._grid = grid(box.left, box.middle[1], self.slot)
        self._lit = rng.permutation(PHOTONS)[: self.times.size]
        self._disc = Circle(1.0, num_components=5).points
        self.slots = VMobject(stroke_color=theme.muted, stroke_width=THIN)
        self.ticks = VMobject(stroke_width=0, fill_color=theme.muted, fill_opacity=1)
        self.slots.points = self._discs(self._grid, np.full(PHOTONS, 0.2))
        self.add(self.slots, self.ticks)
        self.set_share(0.0)

    def set_share(self, share: float) -> Self:
        """Show what has ticked after ``share`` of the time."""
        since = share * self.seconds - self.times
        ticked = since >= 0
        radius = 0.36 * (1 + LARGE * np.clip(1 - since / POP, 0.0, 1.0))
        self.ticks.points = self._discs(self._grid[self._lit[ticked]], radius[ticked])
        return self

    def _discs(self, places: Values, radius: Values) -> Values:
        radii = self.slot * radius[:, None, None]
        return (places[:, None, :] + radii * self._disc).reshape(-1, 3)
