"""What moves while two sheets are compared: one call for what a sentence shows."""

from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np
from manim import Animation, FadeIn, FadeOut, UpdateFromAlphaFunc, VMobject, linear, smooth
from manim.utils.rate_functions import squish_rate_func

from scenes.film import exchange
from scenes.visuals.geometric_fit.bars.shares import OPACITY
from scenes.visuals.geometric_fit.compared.apart import bar, page
from scenes.visuals.geometric_fit.moves import Moves
from scenes.visuals.geometric_fit.stage import WIDE

TILT = np.deg2rad(36.0)  # of the line that lies flat, to both sides
SOON = squish_rate_func(smooth, 0.0, 0.4)
TILTING = 1.1, 1.7, 1.1  # seconds


@dataclass(frozen=True)
class Comparing:
    """Plays what happens on two sheets beside each other, and on one of them when it is large."""

    moves: Moves

    def drained(self, angle: float) -> UpdateFromAlphaFunc:
        """Let what lies along the line at ``angle`` sink away in the bar."""
        stage, shares = self.moves.stage, self.moves.stage.shares
        across = stage.share_across(angle)
        return UpdateFromAlphaFunc(shares.along, lambda _, s: shares.set_along(across, 1 - s))

    def refill(self) -> None:
        """Let the tank show again what is in it: as much as what is across."""
        shares = self.moves.stage.shares
        self.moves.film.remove(shares.along, shares.across)
        self.moves.stage.tank.content.set_fill(opacity=OPACITY)

    def thinned(self, start: float, end: float) -> UpdateFromAlphaFunc:
        """Let the strokes of the ways go from the width ``start`` to ``end``."""
        ways = self.moves.stage.ways
        return UpdateFromAlphaFunc(
            ways, lambda m, s: m.set_stroke(width=start + s * (end - start)), rate_func=linear
        )

    def slide_aside(self, angle: float) -> None:
        """Let the sheet and its bar make room; then a copy appears that is measured upright."""
        stage = self.moves.stage
        stage.upright.set_turn(0.0)
        going, coming = (squish_rate_func(smooth, *part) for part in ((0.0, 0.65), (0.6, 1.0)))
        self.moves.turn(
            lambda apart: self._show_nearest(0.0, angle, apart),
            0.0,
            1.0,
            1.3,
            going,
            also=(FadeIn(stage.upright, stage.names, rate_func=coming),),
        )

    def show_both(self, turn: float, angle: float) -> None:
        """Show both sheets at ``turn``, with the upright fit and the nearest line at ``angle``."""
        self._show_nearest(turn, angle)
        self.moves.stage.upright.set_turn(turn)

    def _show_nearest(self, turn: float, angle: float, apart: float = 1.0) -> None:
        sheet = page(turn, apart)
        self.moves.stage.tank.set_box(bar(WIDE, apart))
        self.moves.stage.show(sheet, angle, size=sheet.scale)

    def named_two(self) -> tuple[Animation, ...]:
        """Let the name of a line make room for that of the one which turned along."""
        upright = self.moves.stage.upright
        room, coming = (squish_rate_func(smooth, *part) for part in ((0.0, 0.4), (0.45, 0.8)))
        aside = UpdateFromAlphaFunc(
            upright.best, lambda _, s: upright.set_named_two(s), rate_func=room
        )
        return aside, FadeIn(upright.turned, rate_func=coming)

    def enlarge(self, turn: float) -> None:
        """Let the sheet on the right become as large as at first, and its bar with it."""
        upright = self.moves.stage.upright
        leaving = *self._beside_it, upright.ghost, upright.turned
        also = exchange(leaving, [upright.name_large()])
        middle = squish_rate_func(smooth, 0.2, 0.95)
        go = partial(upright.set_enlarged, turn)
        self.moves.turn(go, 0.0, 1.0, 1.4, middle, also=tuple(also))

    def _greyed(self, start: float, end: float) -> UpdateFromAlphaFunc:
        """Let the upright ways become grey, or red again."""
        upright = self.moves.stage.upright
        return UpdateFromAlphaFunc(
            upright.ways, lambda _, s: upright.set_greyed(start + s * (end - start))
        )

    def set_back(self, turn: float) -> None:
        """Let it go back beside the other one, without what is of another turn."""
        upright = self.moves.stage.upright
        upright.set_named_two(0.0)
        also = exchange([upright.names], self._beside_it)
        middle = squish_rate_func(smooth, 0.05, 0.75)
        go = partial(upright.set_enlarged, turn)
        self.moves.turn(go, 1.0, 0.0, 1.4, middle, also=tuple(also))

    @property
    def _beside_it(self) -> tuple[VMobject, ...]:
        """Return what is beside the sheet on the right and its bar."""
        stage, upright = self.moves.stage, self.moves.stage.upright
        sheet = stage.paper, stage.line, stage.ways, stage.dots, *stage.far[:1]
        return *sheet, stage.tank, stage.names, upright.least, upright.best

    def rock(self, turn: float) -> None:
        """Tilt the upright fit where it lies flat: what its ways gain and lose is seen."""
        upright = self.moves.stage.upright
        parts = upright.flat, upright.gained, upright.lost
        self.moves.film.add(*parts)
        tilts = 0.0, TILT, -TILT, 0.0
        for (start, end), seconds in zip(pairwise(tilts), TILTING, strict=True):
            also: tuple[Animation, ...] = ()
            if start == 0.0:
                also = self._greyed(0.0, 1.0), FadeIn(upright.pieces, rate_func=SOON)
            if end == 0.0:
                also = self._greyed(1.0, 0.0), FadeOut(upright.pieces)
            self.moves.turn(partial(upright.set_tilt, turn), start, end, seconds, also=also)
        self.moves.film.remove(*parts)
