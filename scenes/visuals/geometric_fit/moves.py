"""What moves in GeometricFit: one call for what a sentence shows."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from manim import FadeIn, UpdateFromAlphaFunc, VMobject, linear, smooth

from scenes.film import Film
from scenes.visuals.geometric_fit.apart import bar, page
from scenes.visuals.geometric_fit.cloud import feet_upright
from scenes.visuals.geometric_fit.drawn import SquaresOnWays, Ways, shrunk, square_corners
from scenes.visuals.geometric_fit.page import Page, Values
from scenes.visuals.geometric_fit.shares import OPACITY, WHOLE
from scenes.visuals.geometric_fit.stage import OVERSHOT, TANK, Stage
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
        """Draw the upright way of one point and its square, then all; pour their small copies."""
        stage, page = self.stage, Page(self.stage.turns[0])
        points = stage.cloud.points[stage.cloud.with_ways]
        feet = feet_upright(points, angle, page.turn)
        n, one = stage.cloud.measured.size, [stage.chosen]
        first = 1.0 * (np.arange(len(points)) == stage.chosen)[:, None]
        ways, squared = (page, points, feet), (page, points[:n], feet[:n])
        self._grow(stage.ways, ways, (0.0 * first, first), 0.7)
        self._grow(stage.one, (page, points[one], feet[one]), (0.0, 1.0), 0.9)
        self._grow(stage.ways, ways, (first, 1.0), 0.7)
        self.film.remove(stage.one)
        self._grow(stage.squares, squared, (first[:n], 1.0), 0.8)
        self._pour_squares(square_corners(*squared, sides=stage.squares.sides))
        self.show_upright(angle, page.turn)

    def _pour_squares(self, corners: Values) -> None:
        """Make the squares as small as their layers are, and pour them."""
        stage = self.stage

        def make_small(_: object, share: float) -> None:
            set_rings(stage.squares, shrunk(corners, 1 - share * (1 - stage.size_in_tank)))

        shrink = UpdateFromAlphaFunc(stage.squares, make_small, rate_func=smooth)
        self.film.play(shrink, run_time=0.7)
        self.film.remove(stage.squares)
        pour = UpdateFromAlphaFunc(stage.pouring, lambda m, s: m.set_share(s), rate_func=linear)
        self.film.play(pour, run_time=1.5)
        self.film.remove(stage.pouring)

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

    def fit_first(self, start: float) -> None:
        """Turn the line from the angle ``start`` beyond its least sum, and back to it."""
        turn = self.stage.turns[0]
        fit = self.stage.cloud.upright_angle(turn)
        beyond = fit + OVERSHOT * (fit - start)
        self.turn(lambda angle: self.show_upright(angle, turn), start, beyond, 1.8)
        self.turn(lambda angle: self.show_upright(angle, turn), beyond, fit, 0.9)

    def refit(self, start: float, turn: float) -> None:
        """Turn the line from the angle ``start`` to the upright fit of the sheet at ``turn``."""
        fit = self.stage.cloud.upright_angle(turn)
        self.turn(lambda angle: self.show_upright(angle, turn), start, fit, 1.2)

    def part(self, angle: float) -> None:
        """Let two sheets come from one, and measure upright again on that to the left."""
        stage = self.stage
        copy, fit = stage.upright, stage.cloud.upright_angle(0.0)
        near = self.nearest(angle, fit)

        def go_apart(apart: float) -> None:
            self._show_nearest(0.0, angle, apart)
            copy.set_line(0.0, angle, apart, 0.0)

        go_apart(0.0)
        self.film.add(copy)
        self.turn(go_apart, 0.0, 1.0, 1.3)
        self.film.play(FadeIn(stage.names), run_time=0.4)
        self.turn(lambda s: copy.set_line(0.0, near + s * (fit - near), 1.0, s), 0.0, 1.0, 1.3)

    def show_both(self, turn: float, angle: float) -> None:
        """Show both sheets at ``turn``, with the upright fit and the nearest line at ``angle``."""
        self._show_nearest(turn, angle)
        self.stage.upright.set_line(turn, self.stage.cloud.upright_angle(turn))

    def _show_nearest(self, turn: float, angle: float, apart: float = 1.0) -> None:
        sheet = page(turn, apart, 1)
        self.stage.tank.set_box(bar(TANK, apart, 1))
        self.stage.show(sheet, angle, size=sheet.scale)

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
