"""A detector without a source: its ticks on a strip of time, and how many there are."""

from typing import Self

import numpy as np
from manim import LEFT, RIGHT, VGroup, VMobject

from core.palette import Theme
from core.photons.chance import ticks_by_chance
from scenes.visuals.half_thickness.photons import Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.screen import SMALLEST, THIN, Box

SEED = 1903  # by chance as many ticks as on the average
MOST = 80  # ticks that can be told apart on the strip
POP = 0.06  # of the time: so long a tick stands out
HIGH = 0.6  # of the box, when it has settled


class Room(VGroup):
    """A strip of time in ``box``, ``span`` seconds of the lab: a tick of the counter is a stroke.

    The number below it counts the ticks.
    """

    def __init__(self, box: Box, rate: float, live_time: float, theme: Theme) -> None:
        super().__init__()
        self.box, self.span = box, min(live_time, MOST / rate) if rate else live_time
        self.times = ticks_by_chance(rate, self.span, SEED)
        self.strip = VMobject(stroke_color=theme.muted, stroke_width=THIN)
        self.strip.points = polylines(
            np.array([[(box.left, box.bottom, 0.0), (box.right, box.bottom, 0.0)]])
        )
        self.ticks = VMobject(stroke_color=theme.ink, stroke_width=THIN)
        foot = np.array([box.left, box.bottom - 0.35, 0.0])
        self.count = Number("0", foot, size=SMALLEST, colour=theme.ink, edge=LEFT)
        self.add(self.strip, self.ticks, self.count)
        self.set_shown(0.0)

    @property
    def beside_count(self) -> Values:
        """Return where writing goes on behind the number."""
        return self.count.anchor + 0.8 * RIGHT

    def set_shown(self, share: float) -> Self:
        """Show what has ticked after ``share`` of the time."""
        since = share - self.times / self.span
        since = since[since >= 0]
        across = self.box.left + self.box.width * (share - since)
        tall = self.box.height * (HIGH + (1 - HIGH) * np.clip(1 - since / POP, 0.0, 1.0))
        feet = np.stack([across, np.full_like(across, self.box.bottom), 0 * across], axis=-1)
        heads = feet + tall[:, None] * np.array([0.0, 1.0, 0.0])
        strokes = np.stack([feet, heads], axis=1)
        self.ticks.points = polylines(strokes) if len(strokes) else np.zeros((0, 3))
        self.count.set_text(str(len(strokes)))
        return self
