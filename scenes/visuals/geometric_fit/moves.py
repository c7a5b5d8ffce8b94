"""What moves in GeometricFit: one call for what a sentence shows."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from manim import (
    Animation,
    FadeIn,
    FadeOut,
    Mobject,
    UpdateFromAlphaFunc,
    VMobject,
    linear,
    smooth,
)
from manim.utils.rate_functions import squish_rate_func

from scenes.film import Film
from scenes.visuals.geometric_fit.apart import bar, page
from scenes.visuals.geometric_fit.cloud import feet_nearest, feet_upright
from scenes.visuals.geometric_fit.drawn import SquaresOnWays, Ways
from scenes.visuals.geometric_fit.marks import Mark
from scenes.visuals.geometric_fit.page import Page, Values
from scenes.visuals.geometric_fit.row import FLOWN
from scenes.visuals.geometric_fit.shares import OPACITY, WHOLE
from scenes.visuals.geometric_fit.stage import SMALL, TANK, Stage
from scenes.visuals.geometric_fit.turns import nearest
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
        self._grow(stage.ways, ways, (0.0 * first, first), 0.6)
        self._grow(stage.one, (page, points[one], feet[one]), (0.0, 1.0), 0.8)
        self._grow(stage.ways, ways, (first, 1.0), 0.6)
        self.film.remove(stage.one)
        self._grow(stage.squares, squared, (first[:n], 1.0), 0.7)
        self.film.remove(stage.squares)
        pour = UpdateFromAlphaFunc(stage.pouring, lambda m, s: m.set_share(s), rate_func=linear)
        self.film.play(pour, run_time=1.8)
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

    def fit_upright(
        self, start: float, turn: float, seconds: tuple[float, float], *between: Animation
    ) -> None:
        """Turn the line from ``start`` through the upright fit to as large a sum, and back to it.

        Sums are equal where slopes on the screen are equally far from that of the fit.
        """
        fit = self.stage.cloud.upright_angle(turn)
        slope = 2 * np.tan(fit + turn) - np.tan(start + turn)
        beyond = float(np.arctan(slope)) - turn
        self._find_least(
            lambda angle: self.show_upright(angle, turn), (start, beyond, fit), seconds, *between
        )

    def fit_nearest(self, start: float, turn: float, seconds: tuple[float, float]) -> float:
        """Turn the line through the nearest one to the second, leave that grey, and come back.

        Return the angle it has then.
        """
        stage, page = self.stage, Page(turn)
        best = nearest(stage.cloud.best_angle, start)
        end = best + stage.second.angle - stage.cloud.best_angle
        left = FadeIn(stage.second, run_time=0.3)
        self._find_least(lambda angle: stage.show(page, angle), (start, end, best), seconds, left)
        return best

    def _find_least(
        self,
        show: Callable[[float], None],
        angles: tuple[float, float, float],
        seconds: tuple[float, float],
        *between: Animation,
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
        self.turn(go, start, beyond, seconds[0])
        if between:
            self.film.play(*between)
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
            1.8,
            going,
            also=(FadeIn(stage.upright, stage.names, rate_func=coming),),
        )

    def show_both(self, turn: float, angle: float) -> None:
        """Show both sheets at ``turn``, with the upright fit and the nearest line at ``angle``."""
        self._show_nearest(turn, angle)
        self.stage.upright.set_turn(turn)

    def _show_nearest(self, turn: float, angle: float, apart: float = 1.0) -> None:
        sheet = page(turn, apart)
        self.stage.tank.set_box(bar(TANK, apart))
        self.stage.show(sheet, angle, size=(1 - apart) * SMALL + apart * sheet.scale)

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

    def emptied(self) -> UpdateFromAlphaFunc:
        """Let what is in the tank fade, and leave its walls."""
        content = self.stage.tank.content
        return UpdateFromAlphaFunc(
            content, lambda m, s: m.set_fill(opacity=OPACITY * (1 - s)), rate_func=linear
        )

    def pour_whole(self, square: Values) -> None:
        """Let the ``square`` of one point's distance become the whole bar."""
        shares = self.stage.shares
        pour = UpdateFromAlphaFunc(shares.whole, lambda _, s: shares.set_whole_arriving(square, s))
        self.film.play(pour, run_time=1.0)
        self.film.play(FadeIn(shares.names[2]), run_time=0.4)

    def pour_share(self, part: int, square: Values, across: float) -> None:
        """Let a copy of a ``square`` on a leg become its part of the bar, and name it."""
        shares = self.stage.shares
        shares.set_split(across)
        shape, name = (shares.across, shares.along)[part], shares.names[part]
        pour = UpdateFromAlphaFunc(shape, lambda _, s: shares.set_arriving(part, square, across, s))
        self.film.play(pour, run_time=0.8)
        self.film.play(FadeIn(name), run_time=0.3)

    def uncovered(self) -> UpdateFromAlphaFunc:
        """Let the grey of the whole fade behind its two parts: its outline stays."""
        return UpdateFromAlphaFunc(
            self.stage.shares.whole, lambda m, s: m.set_fill(opacity=WHOLE * (1 - s))
        )

    def set_in_a_row(self, *going: Mobject) -> None:
        """Let the bar of one point become narrow, those of two more grow, and then all others.

        Each of the three is marked: a copy of its point goes to its foot. What is ``going`` does so
        meanwhile.
        """
        stage, (one, *others) = self.stage, self.stage.marks
        self.film.add(one)
        self.film.play(FadeOut(*going), *self._arriving(0), self._flying(one, 1.0), run_time=1.2)
        for number, mark in enumerate(others, 1):
            self.film.add(mark)
            self.film.play(*self._arriving(number), self._flying(mark, FLOWN), run_time=0.9)
        self.film.play(
            *self._arriving(1 + len(others)),
            FadeIn(stage.dots, stage.far),
            FadeOut(*others),
            run_time=0.9,
        )

    def _flying(self, mark: Mark, end: float) -> UpdateFromAlphaFunc:
        rate = squish_rate_func(smooth, 0.0, end)
        return UpdateFromAlphaFunc(mark, lambda m, s: m.set_flown(s), rate_func=rate)

    def _arriving(self, start: int) -> tuple[UpdateFromAlphaFunc, UpdateFromAlphaFunc]:
        """Let those bars arrive of which it is the time, and the ways of their points with them."""
        stage, row = self.stage, self.stage.row
        cloud = stage.cloud
        points = cloud.points[cloud.with_ways]
        feet = feet_nearest(points, row.angle)
        arrivals = np.full((len(points), 1), 1.0 + len(row.lit))
        arrivals[row.order, 0] = row.arrivals

        def drawn(share: float) -> Values:
            return np.clip(start + share - arrivals, 0.0, 1.0)

        return (
            UpdateFromAlphaFunc(row, lambda m, s: m.set_arrived(start + s), rate_func=linear),
            UpdateFromAlphaFunc(
                stage.ways,
                lambda m, s: m.set_ways(Page(), points, feet, drawn(s)),
                rate_func=linear,
            ),
        )

    def turn_with_bars(self, start: float, end: float, run_time: float) -> None:
        """Turn the line, and show at every moment what each point has across it and along it."""

        def go(angle: float) -> None:
            self.stage.explain(angle)
            self.stage.row.set_angle(angle)

        self.turn(go, start, end, run_time)

    def stacked(self) -> UpdateFromAlphaFunc:
        """Let the bars slide into the tank, one after the other."""
        return UpdateFromAlphaFunc(self.stage.row, lambda m, s: m.set_stacked(s), rate_func=linear)

    def joined(self) -> UpdateFromAlphaFunc:
        """Let the seams between the layers close."""
        return UpdateFromAlphaFunc(self.stage.row, lambda m, s: m.set_seams(1 - s))

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
