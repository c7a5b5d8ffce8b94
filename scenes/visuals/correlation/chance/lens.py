"""The foot of a pile where it ends, enlarged: a window over either end, the whole pile in sight."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.palette import Theme
from scenes.visuals.correlation.chance.hill import WIDTH, heights
from scenes.visuals.correlation.chance.pile import (
    CORNERS,
    FROM_MARK,
    JOINT,
    ROOM_ABOVE,
    WIDEST_JOINT,
    Pile,
)
from scenes.visuals.plot.curve import Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD, RIGHT_EDGE, THIN, Box

SIDES = (-1.0, 1.0)
INSIDE, OUTSIDE = 1.1, 1.8  # bins that are seen on either side of ours
ROOM = 5.5  # bricks: in so low a window each of them is a block
ACROSS, FOOT = 2.4, 0.5  # how wide a window is, and where it begins: a share of the chart
FROM_OURS = 0.2  # so far from its mark
STEPS = 41


class Lens(VGroup):
    """Two windows that rise from both ends of a pile: its bricks, its marks and the hill in them.

    ``opened`` is how far: at 0 each lies where it belongs in the chart, and shows what is there.
    """

    def __init__(self, pile: Pile, theme: Theme, *, with_hill: bool) -> None:
        self.pile, self.with_hill, self.opened = pile, with_hill, 0.0
        ink, muted = theme.ink, theme.muted
        self.strips = VMobject(stroke_color=muted, stroke_width=THIN)
        self.frames = VMobject(
            stroke_color=muted, stroke_width=THIN, fill_color=theme.background, fill_opacity=1
        )
        self.near = VMobject(stroke_width=0, fill_color=theme.point, fill_opacity=1)
        self.far = VMobject(stroke_color=ink, stroke_width=THIN, stroke_opacity=0, fill_opacity=1)
        self.marks = VMobject(stroke_color=ink, stroke_width=BOLD)
        self.hill = VMobject(stroke_color=ink, stroke_width=WIDTH)
        self.far_bricks = np.zeros((0, len(CORNERS), 3))
        parts = self.strips, self.frames, self.near, self.far, self.marks, self.hill
        super().__init__(*parts)

    @property
    def room(self) -> float:
        """Return how many bricks high a window is."""
        beyond = self.pile.deals.beyond
        return max(ROOM, ROOM_ABOVE * float(self.pile.y[beyond].max() + 0.5))

    @property
    def ends(self) -> tuple[float, float]:
        """Return from which to which distance from 0 a window reaches."""
        pile, ours = self.pile, abs(self.pile.deals.ours)
        farthest = float(np.abs(pile.x[pile.deals.beyond]).max()) + pile.bin / 2
        return ours - INSIDE * pile.bin, max(ours + OUTSIDE * pile.bin, farthest)

    def box(self, opened: float) -> Box:
        """Return where the window over the right end is; the other one is its image.

        It rises beside the mark of ours: outside it, or else where the hill leaves room.
        """
        chart, (low, high) = self.pile.chart, self.ends
        (left, bottom, _), (right, top, _) = chart.place(low, 0.0), chart.place(high, self.room)
        rise = FOOT * chart.box.height
        ours = float(chart.place(abs(self.pile.deals.ours), 0.0)[0])
        outside = ours + FROM_OURS
        start = outside if outside + ACROSS <= RIGHT_EDGE else ours - FROM_OURS - ACROSS
        highest = Box(start, bottom + rise, ACROSS, chart.box.height - rise)
        return Box(left, bottom, right - left, top - bottom).towards(highest, opened)

    def places(self, side: float, r: Values, bricks: Values, opened: float | None = None) -> Values:
        """Return the places (n, 3) in a window of distances from 0 and of heights in bricks."""
        box, (low, high) = self.box(self.opened if opened is None else opened), self.ends
        across = box.left + box.width * (np.clip(r, low, high) - low) / (high - low)
        up = box.bottom + box.height * np.clip(bricks, 0.0, self.room) / self.room
        middle = self.pile.chart.place(0.0, 0.0)[0]
        mirrored = middle + side * (across - middle)
        places: Values = np.stack([mirrored, up, np.zeros_like(up)], axis=-1)
        return places

    def open(self, share: float) -> Self:
        """Open both windows up to a share."""
        self.opened = share
        return self.draw()

    def outline(self, share: float) -> Self:
        """Leave only the edges of those as far out as ours, up to a share."""
        self.far.set_fill(opacity=1 - share).set_stroke(opacity=share)
        return self

    def draw(self) -> Self:
        """Draw what is in both windows, the bricks in the colours that they have in their pile."""
        pile, ours, (low, high) = self.pile, abs(self.pile.deals.ours), self.ends
        r = np.linspace(low, high, STEPS)
        over = heights(pile, np.clip(r, 0.0, 1.0))
        if self.with_hill:
            # From where it leaves the window.
            r = np.linspace(np.interp(-self.room, -over, r), high, STEPS)
            over = heights(pile, np.clip(r, 0.0, 1.0))
        mark = np.full(2, ours), np.array([0.0, self.room])
        frames = np.array([self.places(side, *self._corners) for side in SIDES])
        self.frames.points = polylines(frames)
        self.marks.points = polylines(np.array([self.places(side, *mark) for side in SIDES]))
        hills = np.array([self.places(side, r, over) for side in SIDES])
        self.hill.points = polylines(hills) if self.with_hill else np.zeros((0, 3))
        strips = np.array([self.places(side, *self._corners, opened=0.0) for side in SIDES])
        self.strips.points = polylines(strips)
        bricks = self._bricks()
        self.far_bricks = bricks[pile.deals.beyond]
        seen = np.ptp(bricks[..., 0], axis=1) * np.ptp(bricks[..., 1], axis=1) > 0
        for part, which in ((self.near, ~pile.deals.beyond), (self.far, pile.deals.beyond)):
            part.points = polylines(bricks[which & seen])
        self.far.set_fill(pile.far.get_fill_color())
        return self

    @property
    def _corners(self) -> tuple[Values, Values]:
        """Return the corners of a window: their distances from 0 and their heights in bricks."""
        low, high = self.ends
        return np.array([low, high, high, low, low]), self.room * np.array([0, 0, 1, 1, 0])

    def _bricks(self) -> Values:
        """Return the corners (n, 5, 3) of all bricks, as far as they lie in the windows."""
        pile, box, (low, high) = self.pile, self.box(self.opened), self.ends
        size = np.array([box.width * pile.bin / (high - low), box.height / self.room])
        joint = np.minimum(JOINT, WIDEST_JOINT * size) / size
        half = 0.5 * (1 - joint)
        away = np.where(pile.deals.beyond, min(FROM_MARK, WIDEST_JOINT * size[0]) / size[0], 0.0)
        corners = half[0] * np.sign(pile.x)[:, None] * CORNERS[:, 0]  # the image of an image
        r = np.abs(pile.x)[:, None] + pile.bin * (away[:, None] + corners)
        up = pile.y[:, None] + half[1] * CORNERS[:, 1]
        right, left = self.places(1.0, r, up), self.places(-1.0, r, up)
        bricks: Values = np.where((pile.x > 0)[:, None, None], right, left)
        return bricks
