"""What moves in GeometricFit: one call for what a sentence shows."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from manim import FadeIn, UpdateFromAlphaFunc, VMobject, linear, smooth

from scenes.film import Film
from scenes.visuals.geometric_fit.cloud import feet_upright
from scenes.visuals.geometric_fit.drawn import shrunk, square_corners
from scenes.visuals.geometric_fit.page import Page, Values
from scenes.visuals.geometric_fit.shares import OPACITY, WHOLE
from scenes.visuals.geometric_fit.stage import OVERSHOT, Stage
from scenes.visuals.plot.regression import set_rings
from scenes.visuals.plot.together import together


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
        self.film.play(reach, run_time=1.0)
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
        self.film.play(pour, run_time=1.7)
        self.film.remove(stage.pouring)
        self.show_upright(angle, page.turn)

    def fit_first(self, start: float) -> None:
        """Turn the line from the angle ``start`` beyond its least sum, and back to it."""
        turn = self.stage.turns[0]
        fit = self.stage.cloud.upright_angle(turn)
        beyond = fit + OVERSHOT * (fit - start)
        self.turn(lambda angle: self.show_upright(angle, turn), start, beyond, 1.8)
        self.turn(lambda angle: self.show_upright(angle, turn), beyond, fit, 0.9)

    def fit_while_turning(self, start: float, end: float, run_time: float) -> None:
        """Turn the sheet, and fit upright at every moment."""
        fit = self.stage.cloud.upright_angle
        self.turn(lambda turn: self.show_upright(fit(turn), turn), start, end, run_time)

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

    def shrunk_to_its_slice(self) -> UpdateFromAlphaFunc:
        """Let the bar of one point become as low as its slice of the bar of all is."""
        return UpdateFromAlphaFunc(self.stage.stack, lambda m, s: m.set_first(s))

    def stacked(self) -> UpdateFromAlphaFunc:
        """Let the squares of all other points become slices of the bar, one after the other."""
        return UpdateFromAlphaFunc(self.stage.stack, lambda m, s: m.set_share(s), rate_func=linear)

    def joined(self) -> UpdateFromAlphaFunc:
        """Let the seams between the slices close."""
        return UpdateFromAlphaFunc(self.stage.stack, lambda m, s: m.set_seams(1 - s))

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

    @staticmethod
    def nearest(line: float, angle: float) -> float:
        """Return that angle of a ``line`` that is nearest to ``angle``: it has one every pi."""
        return line + np.pi * round((angle - line) / np.pi)

    @staticmethod
    def round_to_upright(line: float) -> float:
        """Return the turn of the sheet that sets a ``line`` upright, the longer way round."""
        back = np.pi / 2 - line % np.pi
        return float(back - np.copysign(np.pi, back))

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
