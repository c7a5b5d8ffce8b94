"""What moves while two sheets are compared: one call for what a sentence shows."""

from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np
from manim import FadeIn, UpdateFromAlphaFunc, VMobject, linear, smooth
from manim.utils.rate_functions import squish_rate_func

from scenes.film import exchange
from scenes.visuals.geometric_fit.bars.shares import OPACITY
from scenes.visuals.geometric_fit.compared.apart import bar, page
from scenes.visuals.geometric_fit.moves import Moves
from scenes.visuals.geometric_fit.stage import WIDE

TILT = np.deg2rad(36.0)  # of the line that lies flat, to both sides
TILTING = 1.0, 1.4, 0.9  # seconds


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

    def turn_both(self, angle: float, start: float, end: float, *, grey: bool) -> None:
        """Turn both sheets on, with the upright fit and the nearest line at ``angle``.

        Where it is shown, the ``grey`` line is the upright fit of the ``start``, turned along.
        """
        upright = self.moves.stage.upright

        def show(turn: float) -> None:
            self._show_nearest(turn, angle)
            upright.set_turn(turn, start)

        if not grey:
            self.moves.turn_evenly(show, start, end)
            return
        show(start)
        self.moves.film.add(upright.ghost)
        coming = FadeIn(upright.turned, rate_func=squish_rate_func(smooth, 0.1, 0.4))
        self.moves.turn_evenly(show, start, end, coming)

    def _show_nearest(self, turn: float, angle: float, apart: float = 1.0) -> None:
        sheet = page(turn, apart)
        self.moves.stage.tank.set_box(bar(WIDE, apart))
        self.moves.stage.show(sheet, angle, size=sheet.scale)

    def enlarge(self, turn: float) -> None:
        """Let the sheet on the right become as large as at first, and its bar with it."""
        upright = self.moves.stage.upright
        leaving = *self._beside_it, upright.ghost, upright.turned
        also = exchange(leaving, [])
        middle = squish_rate_func(smooth, 0.2, 0.95)
        go = partial(upright.set_enlarged, turn)
        self.moves.turn(go, 0.0, 1.0, 1.2, middle, also=tuple(also))

    def set_back(self, turn: float) -> None:
        """Let it go back beside the other one, without what is of another turn."""
        upright = self.moves.stage.upright
        also = exchange([], self._beside_it)
        middle = squish_rate_func(smooth, 0.05, 0.75)
        go = partial(upright.set_enlarged, turn)
        self.moves.turn(go, 1.0, 0.0, 1.1, middle, also=tuple(also))

    @property
    def _beside_it(self) -> tuple[VMobject, ...]:
        """Return what is not seen while the sheet on the right is large."""
        stage, upright = self.moves.stage, self.moves.stage.upright
        sheet = stage.paper, stage.line, stage.ways, stage.dots, *stage.far[:1]
        return *sheet, stage.tank, stage.names, upright.best

    def rock(self, turn: float) -> None:
        """Tilt the upright fit to both sides of where it lies flat."""
        upright = self.moves.stage.upright
        self.moves.film.add(upright.flat)
        tilts = 0.0, TILT, -TILT, 0.0
        for (start, end), seconds in zip(pairwise(tilts), TILTING, strict=True):
            self.moves.turn(partial(upright.set_tilt, turn), start, end, seconds)
        self.moves.film.remove(upright.flat)
