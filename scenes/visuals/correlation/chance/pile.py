"""Bricks that fall onto a pile: one for each deal, at its r."""

from typing import Self

import numpy as np
from manim import ManimColor, VGroup, VMobject

from core.palette import Theme
from scenes.visuals.correlation.chance.deals import Deals
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Values
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines

# As wide as a bin may be, in r and in standard deviations of r; narrower ones are hard to see.
WIDEST_BIN, WIDEST_IN_DEVIATIONS = 0.104, 0.7
WIDEST_APART = 0.05  # of few bricks: they do not touch, and ours has room below 1 when pressed
# Between bricks, so that they can be counted: in units, and at most a share of a brick.
JOINT, WIDEST_JOINT = 0.06, 0.18
FROM_MARK = 0.1
CORNERS = np.array([[-1, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0], [-1, -1, 0]])
ROOM_ABOVE = 1.35  # how many times as high as the highest pile a chart becomes
# How many bricks fall at the same time when they fall fast.
FALLING = 40.0
MOST_IN_TAILS = 12  # bricks as far out as ours; more are no tail


class Pile(VGroup):
    """A brick for each deal, piled up over its r; those as far out as ours in another colour.

    They have it once they have been ``found``. Bricks of all deals there are lie ``apart``.
    Those as far out as ours lie outside its mark. What would reach over the chart is cut off.
    """

    def __init__(
        self, chart: Chart, deals: Deals, theme: Theme, far: str, *, apart: bool = False
    ) -> None:
        self.near, self.far = (
            VMobject(stroke_width=0, fill_color=theme.point, fill_opacity=1) for _ in range(2)
        )
        super().__init__(self.near, self.far)
        self.chart, self.deals = chart, deals
        self.colours = ManimColor(theme.point), ManimColor(far)
        self.bin = _bin(deals, WIDEST_APART if apart else WIDEST_BIN)
        self.x, self.y = stacked(deals.r, self.bin, apart=apart)
        if apart:
            self.x += self.outwards
        self.shown, self.landed = 0.0, 0
        self.falling = 1.0
        self.found = 0.0
        self.draw()

    @property
    def highest(self) -> float:
        """Return the height of the highest pile, in bricks."""
        return float(self.y.max()) + 0.5

    def height_of(self, shown: float) -> float:
        """Return the height of the highest pile of the first ``shown`` bricks."""
        return float(self.y[: int(shown) + 1].max()) + 0.5

    @property
    def room_for_all(self) -> float:
        """Return how many bricks high a chart is that shows all of them."""
        return ROOM_ABOVE * self.highest

    def set_room(self, bricks: float) -> Self:
        """Let the chart be so many bricks high."""
        self.chart.y_scale = Scale(0.0, bricks)
        return self.draw()

    def set_shown(self, shown: float, falling: float = 1.0, landed: int = 0) -> Self:
        """Let the first ``shown`` bricks fall, ``falling`` at once; some have ``landed``."""
        self.shown, self.falling, self.landed = shown, falling, landed
        return self.draw()

    def set_found(self, share: float) -> Self:
        """Give those as far out as ours a share of their colour."""
        self.found = share
        self.far.set_fill(self.colours[0].interpolate(self.colours[1], share))
        return self

    @property
    def outwards(self) -> Values:
        """Return how far those as far out as ours lie outside their r where bricks lie apart."""
        half: Values = np.where(self.deals.beyond, np.sign(self.deals.r) * self.bin / 2, 0.0)
        return half

    @property
    def has_tails(self) -> bool:
        """Whether there are bricks as far out as ours, and few."""
        return 0 < int(self.deals.beyond.sum()) <= MOST_IN_TAILS

    def lay(self, x: Values) -> Self:
        """Let the bricks lie elsewhere: the middle of each over an r."""
        self.x = x
        return self.draw()

    def draw(self) -> Self:
        """Draw the bricks where the chart is now."""
        box, beyond = self.chart.box, self.deals.beyond
        number = np.arange(self.x.size)
        way = np.clip((self.shown - number) / self.falling, 0.0, 1.0)
        way[number < self.landed] = 1.0
        width = self.bin * box.width / self.chart.x_scale.span
        height = np.full(self.x.size, box.height / self.chart.y_scale.span)
        places = self.chart.places(self.x, 0.0)
        # A brick falls from below the edge, whole from its first frame on.
        top = box.top - height / 2
        landed = box.bottom + self.y * height
        places[:, 1] = np.where(way < 1, top + way**2 * (landed - top), landed)
        sides = np.stack([np.full(self.x.size, width), height, np.zeros(self.x.size)], axis=1)
        half = 0.5 * (sides - np.minimum(JOINT, WIDEST_JOINT * sides))
        # Those as far out as ours lie outside its mark, also where they are as white as it is.
        places[:, 0] += np.sign(self.x) * np.minimum(FROM_MARK, WIDEST_JOINT * width) * beyond
        seen = (way > 0) & (places[:, 1] - half[:, 1] < box.top)
        bricks = places[:, None] + half[:, None] * CORNERS
        bricks[..., 1] = np.minimum(bricks[..., 1], box.top)
        self.far_bricks = bricks[beyond]
        for part, which in ((self.near, ~beyond), (self.far, beyond)):
            drawn = bricks[which & seen]
            part.points = polylines(drawn) if len(drawn) else np.zeros((0, 3))
        return self


def stacked(r: Values, width: float, *, apart: bool) -> tuple[Values, Values]:
    """Return where bricks of a ``width`` lie, one for each r, and how high, in bricks.

    Where they lie ``apart`` the middle of a bin is at 0, and else the edge of one.
    """
    bins = np.rint(r / width) if apart else np.floor(r / width) + 0.5
    rank = np.array([np.count_nonzero(bins[:k] == b) for k, b in enumerate(bins)])
    return bins * width, rank + 0.5


def _bin(deals: Deals, widest: float) -> float:
    """Return the width of a bin, of which our r is a multiple.

    It is an edge of bins, or the middle of one where they lie apart: no pile stands on either side
    of such an edge. Where ours is hardly different from 0, bins begin at 0 alone.
    """
    ours = abs(deals.ours)
    widest = min(widest, WIDEST_IN_DEVIATIONS * float(deals.r.std()))
    return ours / np.ceil(ours / widest) if ours > widest / 2 else widest
