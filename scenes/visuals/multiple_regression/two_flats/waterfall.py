"""The sum of the account beside the picture, as high as in it: up, down, and what is left over."""

from typing import Self

import numpy as np
from manim import LEFT, RIGHT, UP, VGroup, VMobject

from scenes.visuals.multiple_regression.two_flats.account import Account
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.numerals import MINUS
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import PIXELS_PER_UNIT, SMALLEST, THIN

FROM, WIDE, NEXT = 4.3, 0.32, 0.38  # beyond the axes; how wide a piece is, and to the next one
STROKE = 0.75 * PIXELS_PER_UNIT  # manim's strokes are measured in so many parts of a unit
OVERHANG, NAME, BESIDE = 0.1, 0.3, 0.12


class Waterfall(VGroup):
    """Three pieces beside each other, each from where the one before it ends, back to 0.

    The first two are level with the ways of ``account``. ``names`` come by themselves.
    """

    def __init__(self, pen: Pen, account: Account) -> None:
        theme, hues = pen.theme, (pen.theme.slope, pen.theme.far, pen.theme.residual)
        base, top, rest = account.up.start[1], account.up.end[1], account.down.end[1]
        self._levels = base, top, rest, base
        middles = [FROM + WIDE / 2 + k * NEXT for k in range(len(hues))]
        self._middles = middles
        self.pieces = [Strokes(hue, STROKE * WIDE) for hue in hues]
        self.zero = VMobject(stroke_color=theme.muted, stroke_width=THIN)
        beyond = middles[-1] + WIDE / 2
        ends = FROM - OVERHANG, beyond + OVERHANG
        self.zero.points = polylines(np.array([[(x, base, 0.0) for x in ends]]))
        left = account.larger - account.farther
        amounts = [account.larger, -account.farther, -left]
        texts = [f"{amount:+.0f}".replace("-", MINUS) for amount in amounts]
        places = (
            (np.array([middles[0], top, 0.0]) + NAME * UP, 0 * RIGHT),
            (np.array([middles[2], (top + rest) / 2, 0.0]) + (BESIDE - WIDE / 2) * RIGHT, LEFT),
            (np.array([ends[1] + BESIDE, base, 0.0]) + 0.5 * NAME * UP, LEFT),
        )
        self.names = [
            Placed(pen.words(text, hue, SMALLEST), place, edge)
            for text, hue, (place, edge) in zip(texts, hues, places, strict=True)
        ]
        nothing = pen.words("0", theme.muted, SMALLEST)
        at = np.array([ends[0] - BESIDE, base, 0.0])
        super().__init__(self.zero, Placed(nothing, at, RIGHT), *self.pieces)
        self.set_gone(0.0)

    def set_gone(self, gone: float) -> Self:
        """Draw the first ``gone`` of the three pieces."""
        for k, (piece, x) in enumerate(zip(self.pieces, self._middles, strict=True)):
            share = float(np.clip(gone - k, 0, 1))
            start, end = self._levels[k : k + 2]
            ends = [(x, start, 0.0), (x, start + share * (end - start), 0.0)]
            piece.points = polylines(np.array([ends])) if share > 0 else np.zeros((0, 3))
        return self
