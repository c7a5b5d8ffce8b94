"""Bricks that fall onto a pile: one for each deal, at its r."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.palette import Theme
from scenes.visuals.correlation.deals import Deals
from scenes.visuals.correlation.rings import rings_around
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD

# As wide as a bin may be, in r and in standard deviations of r; narrower ones are hard to see.
WIDEST_BIN, WIDEST_IN_DEVIATIONS = 0.104, 0.7
# Between bricks, so that they can be counted: in units, and at most a share of a brick.
JOINT, WIDEST_JOINT = 0.06, 0.18
CORNERS = np.array([[-1, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0], [-1, -1, 0]])
ROOM_ABOVE = 1.35  # how many times as high as the highest pile a chart becomes
# How many bricks fall at the same time when they fall fast.
FALLING = 40.0
MOST_ENCIRCLED = 12  # bricks as far out as ours; more are no tail


class Pile(VGroup):
    """A brick for each deal, piled up over its r; those as far out as ours in another colour.

    Where these are few, a ring on either side shows where they lie; ``encircled`` is how much of it
    is drawn.
    """

    def __init__(self, chart: Chart, deals: Deals, theme: Theme) -> None:
        self.near, self.far = (
            VMobject(stroke_width=0, fill_color=colour, fill_opacity=1)
            for colour in (theme.point, theme.ink)
        )
        self.rings = VMobject(stroke_color=theme.ink, stroke_width=BOLD)
        super().__init__(self.near, self.far, self.rings)
        self.chart, self.deals = chart, deals
        self.bin = _bin(deals)
        bins = np.floor(deals.r / self.bin)
        self.x = (bins + 0.5) * self.bin
        rank = np.array([np.count_nonzero(bins[:k] == b) for k, b in enumerate(bins)])
        self.y = rank + 0.5
        self.shown = 0.0
        self.falling = 1.0
        self.encircled = 0.0
        self.draw()

    @property
    def highest(self) -> float:
        """Return the height of the highest pile, in bricks."""
        return float(self.y.max()) + 0.5

    def height_of(self, shown: float) -> float:
        """Return the height of the highest pile of the first ``shown`` bricks."""
        return float(self.y[: int(shown) + 1].max()) + 0.5

    def show_all(self) -> Self:
        """Let all bricks lie, those as far out as ours encircled, and fill the chart."""
        self.encircled = float(self.can_be_encircled)
        self.shown = self.x.size + self.falling
        return self.set_room(ROOM_ABOVE * self.highest)

    def set_room(self, bricks: float) -> Self:
        """Let the chart be so many bricks high."""
        self.chart.y_scale = Scale(0.0, bricks)
        return self.draw()

    def set_shown(self, shown: float, falling: float = 1.0) -> Self:
        """Let the first ``shown`` bricks fall, ``falling`` of them at the same time."""
        self.shown, self.falling = shown, falling
        return self.draw()

    @property
    def can_be_encircled(self) -> bool:
        """Whether there are bricks as far out as ours, and few."""
        return 0 < int(self.deals.beyond.sum()) <= MOST_ENCIRCLED

    def encircle(self, share: float) -> Self:
        """Draw a share of the rings around those as far out as ours."""
        self.encircled = share
        return self.draw()

    def draw(self) -> Self:
        """Draw the bricks where the chart is now."""
        box, beyond = self.chart.box, self.deals.beyond
        way = np.clip((self.shown - np.arange(self.x.size)) / self.falling, 0.0, 1.0)
        width = self.bin * box.width / self.chart.x_scale.span
        height = np.full(self.x.size, box.height / self.chart.y_scale.span)
        places = self.chart.places(self.x, 0.0)
        # A brick falls from below the edge, whole from its first frame on.
        top = box.top - height / 2
        landed = box.bottom + self.y * height
        places[:, 1] = np.where(way < 1, top + way**2 * (landed - top), landed)
        sides = np.stack([np.full(self.x.size, width), height, np.zeros(self.x.size)], axis=1)
        half = 0.5 * (sides - np.minimum(JOINT, WIDEST_JOINT * sides))
        bricks = places[:, None] + half[:, None] * CORNERS
        self.far_bricks = bricks[beyond]
        for part, which in ((self.near, ~beyond), (self.far, beyond)):
            drawn = bricks[which & (way > 0)]
            part.points = polylines(drawn) if len(drawn) else np.zeros((0, 3))
        tails = [bricks[beyond & (self.x < 0)], bricks[beyond & (self.x > 0)]]
        self.rings.points = rings_around([tail for tail in tails if len(tail)], self.encircled)
        return self


def _bin(deals: Deals) -> float:
    """Return the width of a bin.

    Our r and its mirror image are edges of bins: no pile stands on either side of them. Where ours
    is hardly different from 0, bins begin at 0 alone.
    """
    ours = abs(deals.ours)
    widest = min(WIDEST_BIN, WIDEST_IN_DEVIATIONS * float(deals.r.std()))
    return ours / np.ceil(ours / widest) if ours > widest / 2 else widest
