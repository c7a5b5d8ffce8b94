"""What moves in GeometricFit: one call for what a sentence shows."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from manim import FadeIn, UpdateFromAlphaFunc, VMobject, linear, smooth, there_and_back

from scenes.film import Film
from scenes.visuals.geometric_fit.cloud import feet_upright
from scenes.visuals.geometric_fit.drawn import shrunk, square_corners
from scenes.visuals.geometric_fit.page import Page
from scenes.visuals.geometric_fit.stage import OVERSHOT, Stage
from scenes.visuals.plot.regression import set_rings
from scenes.visuals.plot.together import together
from scenes.visuals.writing.screen import BOLD

SWELLING = 1.5 * BOLD


@dataclass(frozen=True)
class Moves:
    """Plays in ``film`` what happens on ``stage``."""

    film: Film
    stage: Stage

    def show_upright(self, angle: float, turn: float) -> None:
        """Show the sheet at ``turn`` with a line at ``angle`` and the upright ways to it."""
        self.stage.show(Page(turn), angle, upright=1.0)

    def pour(self, angle: float) -> None:
        """Draw the upright ways to a line at ``angle``; make their squares small, pour them."""
        stage, page = self.stage, Page(self.stage.turns[0])
        points = stage.cloud.points[stage.cloud.with_ways]
        feet = feet_upright(points, angle, page.turn)
        reach = UpdateFromAlphaFunc(
            stage.ways, lambda m, s: m.set_ways(page, points, feet, s), rate_func=smooth
        )
        self.film.play(reach, run_time=0.8)
        n = stage.cloud.measured.size
        points, feet = points[:n], feet[:n]
        grow = UpdateFromAlphaFunc(
            stage.squares, lambda m, s: m.set_ways(page, points, feet, s), rate_func=smooth
        )
        self.film.play(grow, run_time=1.0)
        corners = square_corners(page, points, feet)

        def make_small(_: object, share: float) -> None:
            set_rings(stage.squares, shrunk(corners, 1 - share * (1 - stage.size_in_tank)))

        shrink = UpdateFromAlphaFunc(stage.squares, make_small, rate_func=smooth)
        self.film.play(shrink, run_time=0.8)
        self.film.remove(stage.squares)
        pour = UpdateFromAlphaFunc(stage.pouring, lambda m, s: m.set_share(s), rate_func=linear)
        self.film.play(pour, run_time=2.2)
        self.film.remove(stage.pouring)
        self.show_upright(angle, page.turn)

    def lay_line(self, start: float, end: float, run_time: float) -> None:
        """Let the line swing from the angle ``start`` to ``end``, unmeasured."""
        line, page = self.stage.line, Page(self.stage.turns[0])
        swing = UpdateFromAlphaFunc(
            line, lambda m, s: m.set_line(page, start + s * (end - start)), rate_func=smooth
        )
        self.film.play(swing, run_time=run_time)

    def turn_under(self, angle: float, start: float, end: float, run_time: float) -> None:
        """Turn the sheet with a line at ``angle`` while its ways stay upright."""
        self.turn(lambda turn: self.show_upright(angle, turn), start, end, run_time)

    def fit_first(self, start: float) -> None:
        """Turn the line from the angle ``start`` beyond its least sum, and back to it."""
        turn = self.stage.turns[0]
        fit = self.stage.cloud.upright_angle(turn)
        beyond = fit + OVERSHOT * (fit - start)
        self.turn(lambda angle: self.show_upright(angle, turn), start, beyond, 1.8)
        self.turn(lambda angle: self.show_upright(angle, turn), beyond, fit, 0.9)
        self.leave_a_trace(0)

    def fit_anew(self, now: int) -> None:
        """Swing the line from the former fit to the one of turn ``now``."""
        stage, turn = self.stage, self.stage.turns[now]
        start, end = (stage.cloud.upright_angle(stage.turns[k]) for k in (now - 1, now))
        self.film.let_appear()
        self.turn(lambda angle: self.show_upright(angle, turn), start, end, 1.2)
        self.leave_a_trace(now)

    def leave_a_trace(self, fit: int) -> None:
        """Mark on the tank what is least at this ``fit``, and leave its line on the sheet."""
        self.film.play(FadeIn(self.stage.upright_levels[fit]), run_time=0.4)
        self.film.add(self.stage.tried[fit])

    def point_out(self) -> None:
        """Let each of the fitted lines and its mark on the tank swell, one after the other."""
        for pair in zip(self.stage.tried, self.stage.upright_levels, strict=True):
            swell = [
                UpdateFromAlphaFunc(part, lambda m, s: m.set_stroke(width=BOLD + SWELLING * s))
                for part in pair
            ]
            self.film.play(*swell, run_time=0.7, rate_func=there_and_back)

    def marked(self, start: float, end: float) -> UpdateFromAlphaFunc:
        """Let the mark of the least sum on the sheet come or go."""
        mark = self.stage.tank.mark
        return UpdateFromAlphaFunc(
            mark, lambda m, s: m.set_stroke(opacity=start + s * (end - start)), rate_func=linear
        )

    def ruled(self, start: float, end: float) -> UpdateFromAlphaFunc:
        """Let the rules of the sheet come or go."""
        return UpdateFromAlphaFunc(
            self.stage.paper.rules,
            lambda m, s: m.set_stroke(opacity=start + s * (end - start)),
            rate_func=linear,
        )

    def measure_upright(self, angle: float, turn: float, run_time: float) -> None:
        """Lay the line at ``angle`` on the upright fit, and let its ways swing upright."""
        stage, page = self.stage, Page(turn)
        fit = self.nearest(stage.cloud.upright_angle(turn), angle)
        self.turn(lambda a: stage.show(page, a), angle, fit, run_time)
        self.turn(lambda s: stage.show(page, fit, upright=s), 0.0, 1.0, run_time)

    def measure_shortest(self, angle: float, turn: float, run_time: float) -> None:
        """Let the ways to the upright fit swing to the shortest, and lay the line at ``angle``."""
        stage, page = self.stage, Page(turn)
        fit = self.nearest(stage.cloud.upright_angle(turn), angle)
        self.turn(lambda s: stage.show(page, fit, upright=1 - s), 0.0, 1.0, run_time)
        self.turn(lambda a: stage.show(page, a), fit, angle, run_time)

    @staticmethod
    def nearest(line: float, angle: float) -> float:
        """Return that angle of a ``line`` that is nearest to ``angle``: it has one every pi."""
        return line + np.pi * round((angle - line) / np.pi)

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
    ) -> None:
        """Show all values from ``start`` to ``end`` with everything that is on stage."""

        def go(_: object, share: float) -> None:
            show(start + share * (end - start))

        there = (m for m in self.film.mobjects if isinstance(m, VMobject))
        moving = [part for part in there if part is not self.film.words]
        self.film.play(*together(go, moving, rate_func), run_time=run_time)
