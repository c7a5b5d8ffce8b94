"""The line nearest to the points, when no direction of the sheet is special.

Storyboard
    page        points on a round sheet, fitted while it is held in three ways: three best lines?
    shortest    up belongs to the screen; swung to the shortest way, the red turns with the sheet
    middle      a step of the line to its side takes a strip from all ways below and gives it to all
                above: the side of more length decides, until both balance, at the mean
    dial        the line turns about the mean; the sum of every direction becomes its radius there
    spread      the points keep their distance to the mean: least across the line is most along it
    again       the opening shot, half a turn of it: the upright fit meets every direction; and back
                by another half: their own line turns with the points
"""

import numpy as np
from manim import FadeIn, FadeOut, UpdateFromAlphaFunc, linear, smooth
from manim.utils.rate_functions import ease_in_sine, ease_out_sine

from scenes.film import Film
from scenes.visuals.geometric_fit.moves import Moves
from scenes.visuals.geometric_fit.own_table import OwnTable
from scenes.visuals.geometric_fit.page import Page
from scenes.visuals.geometric_fit.stage import Stage, beside
from scenes.visuals.writing.screen import BOLD, THIN

AWAY = np.deg2rad(50.0)  # from the best line, where it is explained


class GeometricFit(Film):
    """Shortest distances, the line through the mean that has the least of them, and why."""

    poster_step = "dial"
    poster_share = 0.6
    table: OwnTable
    stage: Stage
    moves: Moves

    def construct(self) -> None:
        """Tell the storyboard."""
        self.table = OwnTable.of(self.settings)
        self.stage = Stage.of(self.table, self.pen)
        self.moves = Moves(self, self.stage)
        self.fit_on_a_turned_page()
        self.measure_shortest()
        self.find_the_middle()
        self.turn_the_line()
        self.explain_the_direction()
        self.turn_the_page_again()

    def fit_on_a_turned_page(self) -> None:
        """Fit the same points while the sheet is held in three ways; every line stays on it."""
        stage = self.stage
        turns, angles = stage.turns, [stage.cloud.upright_angle(turn) for turn in stage.turns]
        self.step("page")
        self.moves.show_upright(beside(angles[0]), turns[0])
        stage.tank.set_level(0.0)
        self.watch(stage.paper, stage.tank)
        self.add(stage.paper, stage.tank, stage.tank_name, stage.line, stage.dots)
        self.add(stage.up, stage.labels)
        self.say(self.table.opening)
        self.wait(1.0)
        self.moves.lay_line(beside(angles[0]), angles[0], 1.6)
        self.say("Least squares: straight up or down to the line, squared, summed.")
        self.moves.pour()
        self.say("Measured straight up, no line has less.")
        self.moves.try_another(turns[0], 2.6)
        self.say("Now turn the sheet, line and all...")
        named = [FadeOut(stage.labels)] if self.table.labels else []
        self.play(self.moves.marked(1.0, 0.0), *named, run_time=0.4)
        self.moves.turn_under(angles[0], turns[0], turns[1], 2.2)
        self.say("...and fit again: another line!")
        self.moves.fit_anew(0, 1)
        self.say("Turn it once more...")
        self.moves.turn_under(angles[1], turns[1], turns[2], 2.4)
        self.say("...and fit again: a third!")
        self.moves.fit_anew(1, 2)
        self.say("Three lines for the same points. Which is their own?")
        self.add(stage.tried[2])
        tank = (stage.tank, stage.tank_name)
        self.play(FadeOut(stage.line, stage.ways, *tank), run_time=0.6)
        back = stage.cloud.best_angle
        self.moves.turn(lambda turn: stage.show(Page(turn), back), turns[2], turns[0], 1.8)
        self.wait(1.2)

    def measure_shortest(self) -> None:
        """Swing the distances to the shortest way; they turn with the sheet."""
        stage = self.stage
        level, first, second = stage.turns
        fit, angle = stage.cloud.upright_angle(level), stage.another
        self.step("shortest")
        self.say("“Up” is the screen's: as the points turn, the sum changes.")
        self.moves.show_upright(fit, level)
        self.play(
            FadeIn(stage.line, stage.ways, stage.tank, stage.tank_name),
            FadeOut(*stage.tried),
            run_time=0.8,
        )
        self.moves.turn_under(fit, level, first, 1.5)
        self.moves.turn_under(fit, first, level, 1.5)
        self.say("Orthogonal regression: from any line, the shortest distance.")
        self.moves.turn(lambda a: self.moves.show_upright(a, level), fit, angle, 1.0)
        self.play(FadeOut(stage.up), run_time=0.4)
        self.moves.turn(lambda s: stage.show(Page(level), angle, upright=1 - s), 0.0, 1.0, 1.6)
        self.play(FadeIn(stage.corner), run_time=0.4)
        self.say("Turn the sheet now: no length changes, nor does the sum...")
        self.moves.turn(lambda turn: stage.show(Page(turn), angle), level, first, 1.3)
        self.moves.turn(lambda turn: stage.show(Page(turn), angle), first, second, 1.9)
        self.say("...so the best line must turn with the points. Which is it?")
        self.moves.turn(lambda turn: stage.show(Page(turn), angle), second, level, 1.6)

    def find_the_middle(self) -> None:
        """Step to the side of the middle, and back by strips until both sides balance."""
        stage, nudge = self.stage, self.stage.nudge
        page, angle = Page(stage.turns[0]), stage.another
        self.step("middle")

        def slide(offset: float) -> None:
            stage.show(page, angle, offset)
            nudge.set_offset(offset)

        slide(0.0)
        self.say("Push the line aside: one side gets longer, the sum grows.")
        self.play(FadeIn(stage.balance), FadeOut(stage.corner), run_time=0.6)
        self.moves.turn(slide, 0.0, nudge.before, 2.0)
        self.say("A small step back: a square below loses nearly two strips,")
        below, above = nudge.squares
        self.play(FadeIn(below.square, below.way), FadeOut(stage.ways), run_time=0.8)
        self.add(nudge, below)
        self.moves.turn(slide, nudge.before, nudge.after, 1.4)
        self.say("one above gains as many, each as long as its distance.")
        self.play(FadeIn(above), run_time=0.8)
        self.wait(1.6)
        self.say("Below there is more length: more is lost, the sum falls...")
        self.play(FadeOut(nudge, below, above), FadeIn(stage.ways), run_time=0.6)
        self.moves.turn(slide, nudge.after, nudge.after / 4, 3.0, linear)
        self.say("...until both sides cancel: there the line meets the mean.")
        self.moves.turn(slide, nudge.after / 4, 0.0, 0.8, ease_out_sine)
        self.play(FadeIn(stage.middle, scale=2.0), run_time=0.6)

    def turn_the_line(self) -> None:
        """Turn the line about the middle; its sum is drawn around it."""
        stage = self.stage
        page, start = Page(stage.turns[0]), stage.another
        closed = start + np.pi
        best = closed + (stage.cloud.best_angle - start + np.pi / 2) % np.pi - np.pi / 2
        self.step("dial")

        self.say("Try all tilts about it: each sum becomes its radius, both ways.")
        self.play(FadeOut(stage.balance), self.moves.thinned(BOLD, THIN), run_time=0.4)
        stage.dial.set_copied(start, 0.0)
        copy = UpdateFromAlphaFunc(stage.dial, lambda m, s: m.set_copied(start, s))
        self.play(copy, run_time=1.8, rate_func=smooth)

        def show(angle: float) -> None:
            stage.show(page, angle)
            stage.dial.set_arms(angle)

        def sweep(angle: float) -> None:
            show(angle)
            stage.dial.set_swept(start, angle)

        half = start + np.pi / 2
        self.moves.turn(sweep, start, half, 2.0, ease_in_sine)
        self.moves.turn(sweep, half, closed, 2.4, ease_out_sine)
        self.say("Half a turn, the same line again: the curve is closed.")
        self.wait(0.8)
        self.moves.turn(show, closed, best, 2.0)
        self.say("Here it is narrowest: the line of the least sum.")
        stage.tank.set_mark(float(stage.cloud.sum_of_squares(best)))
        self.play(self.moves.marked(0.0, 1.0), run_time=0.6)
        self.compare(best)

    def compare(self, best: float) -> None:
        """Lay the line on each of the three upright fits and leave a mark on the tank there."""
        stage, page = self.stage, Page(self.stage.turns[0])
        stage.show(page, best)
        self.say(self.table.verdict)
        self.play(
            FadeOut(stage.dial),
            FadeIn(*stage.tried),
            self.moves.thinned(THIN, BOLD),
            run_time=0.8,
        )
        at = best
        fits = [self.moves.nearest(stage.cloud.upright_angle(turn), best) for turn in stage.turns]
        for fit, mark in sorted(
            zip(fits, stage.tried_levels, strict=True), key=lambda one: abs(one[0] - best)
        ):
            self.moves.turn(lambda angle: stage.show(page, angle), at, fit, 0.6)
            self.add(mark)
            at = fit
        self.wait(0.25)
        self.moves.turn(lambda angle: stage.show(page, angle), at, best, 0.75)

    def explain_the_direction(self) -> None:
        """Turn the line once more: what is lost across it is gained along it."""
        stage, spread = self.stage, self.stage.spread
        page, best = Page(stage.turns[0]), stage.cloud.best_angle
        self.step("spread")

        def show(angle: float) -> None:
            stage.show(page, angle)
            spread.set_angle(angle)

        show(best)
        self.say("Why there? A point keeps its distance to the mean.")
        self.play(
            FadeOut(*stage.tried, *stage.tried_levels),
            self.moves.marked(1.0, 0.0),
            self.moves.thinned(BOLD, THIN),
            FadeIn(spread.triangle.whole),
            run_time=0.8,
        )
        self.moves.turn(show, best, spread.leant, 2.0)
        self.say('Pythagoras: $point("along"^2) + res("across"^2)$ never changes.')
        self.play(FadeIn(spread.triangle.legs), run_time=0.6)
        self.moves.turn(show, spread.leant, best, 2.6)
        self.say("Over all points: what the one loses, the other gains.")
        self.play(FadeOut(spread.triangle), FadeIn(spread), run_time=0.8)
        self.moves.turn(show, best, best - AWAY, 1.8)
        self.moves.turn(show, best - AWAY, best, 1.8)
        self.say("So least across is most along: the widest spread.")
        self.play(self.moves.thinned(THIN, BOLD), run_time=0.8)

    def turn_the_page_again(self) -> None:
        """Close on the turning sheet: the upright fit meets every line, their own one stays."""
        stage, spread, fan = self.stage, self.stage.spread, self.stage.fan
        level, best = stage.turns[0], stage.cloud.best_angle
        half = level + np.pi
        self.step("again")

        def fit(turn: float) -> None:
            self.moves.show_upright(stage.cloud.upright_angle(turn), turn)
            fan.set_swept(Page(turn), level, turn)

        self.say("Measure straight up again: turn the sheet half round...")
        self.play(
            FadeOut(spread, stage.middle),
            FadeIn(stage.up),
            self.moves.marked(0.0, 1.0),
            run_time=0.5,
        )
        self.moves.measure_upright(best, level, 0.6)
        fit(level)
        self.add(fan)
        self.moves.turn(fit, level, level + np.pi / 2, 2.0, ease_in_sine)
        self.say("...and each direction on the sheet is best for a moment.")
        self.moves.turn(fit, level + np.pi / 2, half, 2.8, ease_out_sine)
        self.say(self.table.aside)
        self.play(FadeOut(fan, stage.up), run_time=0.5)
        self.moves.measure_shortest(best - np.pi, half, 0.9)
        self.say("Their own line turns with them.")
        self.moves.turn(lambda turn: stage.show(Page(turn), best), half, level + 2 * np.pi, 3.0)
        self.play(FadeIn(*stage.tried), run_time=0.8)
