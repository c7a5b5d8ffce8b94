"""What moves in GeometricFit: one call for what a sentence shows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from manim import (
    Animation,
    FadeIn,
    UpdateFromAlphaFunc,
    VMobject,
    linear,
    smooth,
)
from manim.utils.rate_functions import squish_rate_func

from scenes.film import Film, exchange
from scenes.visuals.geometric_fit.apart import bar, page
from scenes.visuals.geometric_fit.cloud import feet_nearest, feet_upright
from scenes.visuals.geometric_fit.drawn import SquaresOnWays, Ways
from scenes.visuals.geometric_fit.page import MOVED, Page, Values, on_the_way
from scenes.visuals.geometric_fit.shares import OPACITY, WHOLE
from scenes.visuals.geometric_fit.stage import WIDE, Stage
from scenes.visuals.geometric_fit.turns import evenly, nearest
from scenes.visuals.plot.together import together

MARKED = 0.1  # of a swing, until the mark on the tank is all there


@dataclass(frozen=True)
class Moves:
    """Plays in ``film`` what happens on ``stage``."""

    film: Film
    stage: Stage

    def show_upright(self, angle: float, turn: float) -> None:
        """Show the sheet at ``turn`` with a line at ``angle`` and the upright ways to it."""
        self.stage.show(Page(turn), angle, upright=1.0)

    def pour(self, angle: float) -> None:
        """Draw the upright way of one point and its square, then all; pour these one by one."""
        stage, page = self.stage, Page(self.stage.turns[0])
        points = stage.cloud.points[stage.cloud.with_ways]
        feet = feet_upright(points, angle, page.turn)
        n, one = stage.cloud.measured.size, [stage.chosen]
        first = 1.0 * (np.arange(len(points)) == stage.chosen)[:, None]
        ways, squared = (page, points, feet), (page, points[:n], feet[:n])
        self.film.play(FadeIn(stage.tank, stage.tank_name), run_time=0.4)
        self._grow(stage.ways, ways, (0.0 * first, first), 0.4)
        self._grow(stage.one, (page, points[one], feet[one]), (0.0, 1.0), 0.7)
        self._grow(stage.ways, ways, (first, 1.0), 0.5)
        self.film.remove(stage.one)
        self._grow(stage.squares, squared, (first[:n], 1.0), 0.6)
        self.film.remove(stage.squares)
        pour = UpdateFromAlphaFunc(stage.pouring, lambda m, s: m.set_share(s), rate_func=linear)
        self.film.play(pour, FadeIn(stage.middle), run_time=2.1)
        self.film.remove(stage.pouring)
        self.show_upright(angle, page.turn)

    def _grow(
        self,
        part: Ways | SquaresOnWays,
        ways: tuple[Page, Values, Values],
        drawn: tuple[Values | float, Values | float],
        run_time: float,
    ) -> None:
        """Draw ``ways``, or the squares on them, from how much of each to how much of each."""
        start, end = drawn
        growing = UpdateFromAlphaFunc(
            part, lambda m, s: m.set_ways(*ways, start + s * (end - start)), rate_func=smooth
        )
        self.film.play(growing, run_time=run_time)

    def fit_upright(self, start: float, turn: float, seconds: tuple[float, float]) -> None:
        """Turn the line from ``start`` through the upright fit to as large a sum, and back to it.

        Sums are equal where slopes on the screen are equally far from that of the fit.
        """
        fit = self.stage.cloud.upright_angle(turn)
        slope = 2 * np.tan(fit + turn) - np.tan(start + turn)
        beyond = float(np.arctan(slope)) - turn
        self._find_least(
            lambda angle: self.show_upright(angle, turn), (start, beyond, fit), seconds
        )

    def sweep_nearest(self, start: float, turn: float, run_time: float) -> None:
        """Turn the line through all directions, and on to where its sum is least."""
        stage, page = self.stage, Page(turn)
        best = nearest(stage.cloud.best_angle, start)
        end = best + float(np.copysign(np.pi, best - start))
        self._find_least(
            lambda angle: stage.show(page, angle), (start, end, best), (run_time, 0.0), evenly
        )

    def _find_least(
        self,
        show: Callable[[float], None],
        angles: tuple[float, float, float],
        seconds: tuple[float, float],
        rate_func: Callable[[float], float] = smooth,
    ) -> None:
        """Turn the line from one angle to the next, and back to where its sum is least.

        On the tank a mark goes down with the sum, and stays where that was lowest.
        """
        start, beyond, fit = angles
        stage, tank = self.stage, self.stage.tank
        show(fit)
        least = tank.level

        def go(angle: float) -> None:
            show(angle)
            passed = (angle - fit) * (beyond - fit) >= 0
            stage.mark(least if passed else tank.level)
            tank.mark.set_stroke(opacity=min(1.0, (angle - start) / (beyond - start) / MARKED))

        go(start)
        self.turn(go, start, beyond, seconds[0], rate_func)
        if seconds[1]:
            self.turn(show, beyond, fit, seconds[1])
        self.film.play(FadeIn(stage.least), run_time=0.4)

    def slide_aside(self, angle: float) -> None:
        """Let the sheet and its bar make room; then a copy appears that is measured upright."""
        stage = self.stage
        stage.upright.set_turn(0.0)
        going, coming = (squish_rate_func(smooth, *part) for part in ((0.0, 0.65), (0.6, 1.0)))
        self.turn(
            lambda apart: self._show_nearest(0.0, angle, apart),
            0.0,
            1.0,
            1.3,
            going,
            also=(FadeIn(stage.upright, stage.names, rate_func=coming),),
        )

    def enlarge(self, turn: float) -> None:
        """Let the sheet on the right become as large as at first, and its bar with it."""
        upright = self.stage.upright
        leaving = *self._beside_it, upright.ghost, upright.turned
        also = exchange(leaving, [upright.name_large()])
        middle = squish_rate_func(smooth, 0.25, 0.8)
        go = partial(upright.set_enlarged, turn)
        self.turn(go, 0.0, 1.0, 1.3, middle, also=tuple(also))

    def set_back(self, turn: float) -> None:
        """Let it go back beside the other one, without what is of another turn."""
        upright = self.stage.upright
        upright.set_named_two(0.0)
        also = exchange([upright.names], self._beside_it)
        middle = squish_rate_func(smooth, 0.2, 0.75)
        go = partial(upright.set_enlarged, turn)
        self.turn(go, 1.0, 0.0, 1.3, middle, also=tuple(also))

    def named_two(self) -> tuple[Animation, ...]:
        """Let the name of a line make room for that of the one which turned along."""
        upright = self.stage.upright
        room, coming = (squish_rate_func(smooth, *part) for part in ((0.0, 0.4), (0.45, 0.8)))
        aside = UpdateFromAlphaFunc(
            upright.best, lambda _, s: upright.set_named_two(s), rate_func=room
        )
        return aside, FadeIn(upright.turned, rate_func=coming)

    def greyed(self, more: bool) -> UpdateFromAlphaFunc:
        """Let the upright ways become grey, or red again."""
        upright = self.stage.upright
        return UpdateFromAlphaFunc(
            upright.ways, lambda _, s: upright.set_greyed(s if more else 1 - s)
        )

    @property
    def _beside_it(self) -> tuple[VMobject, ...]:
        """Return what is beside the sheet on the right and its bar."""
        stage, upright = self.stage, self.stage.upright
        sheet = stage.paper, stage.line, stage.ways, stage.dots, *stage.far[:1]
        return *sheet, stage.tank, stage.names, upright.least, upright.best

    def show_both(self, turn: float, angle: float) -> None:
        """Show both sheets at ``turn``, with the upright fit and the nearest line at ``angle``."""
        self._show_nearest(turn, angle)
        self.stage.upright.set_turn(turn)

    def _show_nearest(self, turn: float, angle: float, apart: float = 1.0) -> None:
        sheet = page(turn, apart)
        self.stage.tank.set_box(bar(WIDE, apart))
        self.stage.show(sheet, angle, size=sheet.scale)

    def fit_while_turning(self, start: float, end: float, run_time: float) -> None:
        """Turn the sheet, and fit upright at every moment."""

        def go(turn: float) -> None:
            self.show_upright(self.stage.cloud.upright_angle(turn), turn)
            self.stage.mark(self.stage.tank.level)

        self.turn(go, start, end, run_time)

    def marked(self, start: float, end: float) -> UpdateFromAlphaFunc:
        """Let the mark of the least sum on the tank come or go."""
        mark = self.stage.tank.mark
        return UpdateFromAlphaFunc(
            mark, lambda m, s: m.set_stroke(opacity=start + s * (end - start)), rate_func=linear
        )

    def pour_whole(self, square: Values) -> None:
        """Let the ``square`` of one point's distance become the whole bar."""
        single = self.stage.single
        pour = UpdateFromAlphaFunc(single.whole, lambda _, s: single.set_whole_arriving(square, s))
        self.film.play(pour, run_time=1.0)
        self.film.play(FadeIn(single.names[2]), run_time=0.4)

    def pour_shares(self, squares: Sequence[Values], across: float) -> None:
        """Let copies of the ``squares`` on the legs become the parts of the bar, and name them."""
        single = self.stage.single.set_split(across)
        for part, square in enumerate(squares):
            self._pour_share(part, square, across)
        # Behind its two parts the grey of the whole goes: its outline stays.
        fade = UpdateFromAlphaFunc(single.whole, lambda m, s: m.set_fill(opacity=WHOLE * (1 - s)))
        self.film.play(fade, run_time=0.4)

    def _pour_share(self, part: int, square: Values, across: float) -> None:
        single = self.stage.single
        shape = (single.across, single.along)[part]
        pour = UpdateFromAlphaFunc(shape, lambda _, s: single.set_arriving(part, square, across, s))
        self.film.play(pour, run_time=0.8)
        self.film.play(FadeIn(single.names[part]), run_time=0.3)

    def move_over(self, angle: float) -> None:
        """Move the sheet to the left, with its line and its points."""
        self.turn(lambda share: self.stage.show(on_the_way(share), angle), 0.0, 1.0, 0.9)

    def narrow(self, *also: Animation) -> None:
        """Make room beside the bar of one point."""
        row = self.stage.row
        narrow = UpdateFromAlphaFunc(row, lambda m, s: m.set_narrowed(s))
        self.film.play(narrow, *also, run_time=0.9)

    def pour_other(self) -> None:
        """Let the square of another point become a bar beside the first, of two parts as well."""
        other, bar = self.stage.other, self.stage.other.bar
        pour = UpdateFromAlphaFunc(
            bar.whole, lambda _, s: bar.set_whole_arriving(other.corners, s)
        )
        self.film.play(FadeIn(other.squares, other.way, other.ring), run_time=0.6)
        self.film.play(pour, run_time=1.0)
        fade = UpdateFromAlphaFunc(bar.whole, lambda m, s: m.set_fill(opacity=WHOLE * (1 - s)))
        parts = FadeIn(bar.across, bar.along, other.legs, other.widths)
        self.film.play(fade, parts, run_time=0.5)

    def join_bars(self, run_time: float, *also: Animation) -> None:
        """Let the bars of all points join these two, and their ways across the line grow."""
        stage, row = self.stage, self.stage.row
        points = stage.cloud.points[stage.cloud.with_ways]
        feet = feet_nearest(points, row.angle)
        self.film.play(
            UpdateFromAlphaFunc(row, lambda m, s: m.set_joined(s)),
            UpdateFromAlphaFunc(stage.other.frame, lambda *_: stage.other.frame_bar()),
            UpdateFromAlphaFunc(stage.ways, lambda m, s: m.set_ways(MOVED, points, feet, s)),
            *also,
            run_time=run_time,
        )

    def turn_with_bars(self, start: float, end: float, run_time: float) -> None:
        """Turn the line, and show at every moment what each point has across it and along it."""

        def go(angle: float) -> None:
            self.stage.explain(angle)
            self.stage.row.set_angle(angle)

        self.turn(go, start, end, run_time)

    def level_bars(self, run_time: float) -> None:
        """Take the walls between the bars away: what is in them becomes level, in one tank.

        There the least sum of before is still marked.
        """
        stage, tank = self.stage, self.stage.tank.set_box(WIDE)
        tank.content.set_fill(opacity=0.0)
        assert tank.marked is not None
        stage.mark(tank.marked)
        level = UpdateFromAlphaFunc(stage.row, lambda m, s: m.set_levelled(s))
        walls = FadeIn(tank, stage.least, rate_func=squish_rate_func(smooth, 0.0, 0.3))
        self.film.play(level, walls, run_time=run_time)

    def drained(self, angle: float) -> UpdateFromAlphaFunc:
        """Let what lies along the line at ``angle`` sink away in the bar."""
        stage, shares = self.stage, self.stage.shares
        across = stage.share_across(angle)
        return UpdateFromAlphaFunc(shares.along, lambda _, s: shares.set_along(across, 1 - s))

    def refill(self) -> None:
        """Let the tank show again what is in it: as much as what is across."""
        shares = self.stage.shares
        self.film.remove(shares.along, shares.across)
        self.stage.tank.content.set_fill(opacity=OPACITY)

    def thinned(self, start: float, end: float) -> UpdateFromAlphaFunc:
        """Let the strokes of the ways go from the width ``start`` to ``end``."""
        ways = self.stage.ways
        return UpdateFromAlphaFunc(
            ways, lambda m, s: m.set_stroke(width=start + s * (end - start)), rate_func=linear
        )

    def turn(
        self,
        show: Callable[[float], None],
        start: float,
        end: float,
        run_time: float,
        rate_func: Callable[[float], float] = smooth,
        *,
        also: tuple[Animation, ...] = (),
    ) -> None:
        """Show all values from ``start`` to ``end`` with everything that is on stage."""

        def go(_: object, share: float) -> None:
            show(start + share * (end - start))

        there = (m for m in self.film.mobjects if isinstance(m, VMobject))
        moving = [part for part in there if part is not self.film.words]
        self.film.play(*together(go, moving, rate_func), *also, run_time=run_time)
