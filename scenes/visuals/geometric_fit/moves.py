"""What moves in GeometricFit: one call for what a sentence shows."""

from collections.abc import Callable
from dataclasses import dataclass

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

from scenes.film import Film
from scenes.visuals.geometric_fit.sheet.cloud import feet_upright
from scenes.visuals.geometric_fit.sheet.drawn import SquaresOnWays, Ways
from scenes.visuals.geometric_fit.sheet.page import Page, Values, on_the_way
from scenes.visuals.geometric_fit.sheet.turns import EVENLY, evenly, nearest
from scenes.visuals.geometric_fit.stage import Stage
from scenes.visuals.plot.together import together

MARKED = 0.1  # of a swing, until the mark on the tank is all there
SLOWLY = np.deg2rad(34.0)  # in a second the sheets turn at last: both lines can be followed
LEAST_SECONDS = 2.0  # of such a turn


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
        named = FadeIn(stage.middle, stage.mean, rate_func=squish_rate_func(smooth, 0.55, 0.85))
        self.film.play(pour, named, run_time=2.1)
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
        self, start: float, turn: float, seconds: tuple[float, float], *also: Animation
    ) -> None:
        """Turn the line from ``start`` through the upright fit to as large a sum, and back to it.

        Sums are equal where slopes on the screen are equally far from that of the fit.
        """
        fit = self.stage.cloud.upright_angle(turn)
        slope = 2 * np.tan(fit + turn) - np.tan(start + turn)
        beyond = float(np.arctan(slope)) - turn
        self._find_least(
            lambda angle: self.show_upright(angle, turn), (start, beyond, fit), seconds, also=also
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
        also: tuple[Animation, ...] = (),
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
        self.turn(go, start, beyond, seconds[0], rate_func, also=also)
        if seconds[1]:
            self.turn(show, beyond, fit, seconds[1])
        self.film.play(FadeIn(stage.least), run_time=0.4)

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

    def dimmed(self, start: float, end: float) -> UpdateFromAlphaFunc:
        """Let the rules of the sheet become quiet, or plain again."""
        paper = self.stage.paper
        return UpdateFromAlphaFunc(
            paper.rules, lambda _, s: paper.set_dimmed(start + s * (end - start))
        )

    def move_over(self, angle: float) -> None:
        """Move the sheet to the left, with its line and its points."""
        self.turn(lambda share: self.stage.show(on_the_way(share), angle), 0.0, 1.0, 0.9)

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

    def turn_evenly(
        self, show: Callable[[float], None], start: float, end: float, *also: Animation
    ) -> None:
        """Show all values from ``start`` to ``end`` so slowly that two lines can be followed."""
        seconds = max(abs(end - start) / SLOWLY / EVENLY, LEAST_SECONDS)
        self.turn(show, start, end, seconds, evenly, also=also)
