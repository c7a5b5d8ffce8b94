"""The line nearest to the points, when no direction of the sheet is special.

Storyboard
    page        points on a round sheet, fitted while it is held in three ways: three best lines?
    shortest    up belongs to the screen; swung to the shortest way, the red turns with the sheet
    middle      off the mean, one side weighs more: moved back, the sum of squares falls
    dial        the line turns about the mean; its sum, drawn along it, makes a curve with one waist
    space       the points rise from the sheet; one looks along the line, and turns it till the
                points lie closest round the dot that it is
    again       the opening shot: their own line turns with the sheet, the upright fit slides on it
"""

import numpy as np
from manim import FadeIn, FadeOut, UpdateFromAlphaFunc, smooth
from manim.utils.rate_functions import ease_in_sine, ease_out_sine

from scenes.film import Film
from scenes.visuals.geometric_fit.moves import Moves
from scenes.visuals.geometric_fit.own_table import OwnTable
from scenes.visuals.geometric_fit.page import Page
from scenes.visuals.geometric_fit.space import Shot
from scenes.visuals.geometric_fit.stage import LARGEST_OFFSET, Stage


class GeometricFit(Film):
    """Shortest distances, the line through the mean that has the least of them, and space."""

    poster_step = "dial"
    poster_share = 0.72
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
        self.go_into_space()
        self.turn_the_page_again()

    def fit_on_a_turned_page(self) -> None:
        """Fit the same points while the sheet is held in three ways; every line stays on it."""
        stage = self.stage
        turns, angles = stage.turns, [stage.cloud.upright_angle(turn) for turn in stage.turns]
        self.step("page")
        self.moves.show_upright(angles[0], turns[0])
        stage.tank.set_level(0.0)
        self.watch(stage.paper, stage.tank)
        self.add(stage.paper, stage.tank, stage.tank_name, stage.ways, stage.line, stage.dots)
        self.add(stage.up, stage.labels)
        for words in self.table.opening:
            self.say(words)
            self.wait(2.4)
        self.say("Least squares: straight up or down to the line, squared, summed.")
        self.wait(0.6)
        self.moves.pour()
        self.say("Measured straight up, no line has less.")
        self.moves.try_another(turns[0], 2.4)
        self.wait(0.4)
        self.say("Now turn the sheet, line and all...")
        if self.table.labels:
            self.play(FadeOut(stage.labels), run_time=0.4)
        self.moves.turn_under(angles[0], turns[0], turns[1], 2.2)
        self.say("...and fit again: another line!")
        self.moves.fit_anew(0, 1)
        self.say("Turn it once more...")
        self.moves.turn_under(angles[1], turns[1], turns[2], 2.2)
        self.say("...and fit again: a third!")
        self.moves.fit_anew(1, 2)
        self.say("Three lines for the same points. Which is their own?")
        self.add(stage.tried[2])
        tank = (stage.tank, stage.tank_name)
        self.play(FadeOut(stage.line, stage.ways, *tank), run_time=0.6)
        back = stage.cloud.best_angle
        self.moves.turn(lambda turn: stage.show(Page(turn), back), turns[2], turns[0], 1.8)
        self.wait(1.0)

    def measure_shortest(self) -> None:
        """Swing the distances to the shortest way; they turn with the sheet."""
        stage = self.stage
        level, first, second = stage.turns
        fit, angle = stage.cloud.upright_angle(level), stage.another
        measured = (stage.line, stage.ways)
        self.step("shortest")
        self.say("“Up” belongs to the screen: the points have none.")
        self.moves.show_upright(fit, level)
        self.play(
            FadeIn(*measured, stage.tank, stage.tank_name), FadeOut(*stage.tried), run_time=0.6
        )
        self.moves.turn_under(fit, level, first, 1.3)
        self.moves.turn_under(fit, first, level, 1.3)
        self.say("So take any line, and swing the red to the shortest way.")
        self.let_appear()
        self.moves.turn(lambda a: self.moves.show_upright(a, level), fit, angle, 1.2)
        self.play(FadeOut(stage.up), run_time=0.4)
        self.moves.turn(lambda s: stage.show(Page(level), angle, upright=1 - s), 0.0, 1.0, 1.8)
        self.play(FadeIn(stage.corner), run_time=0.4)
        self.say("Turn the sheet now: no length changes, nor does the sum.")
        for one, other, run_time in (
            (level, first, 1.4),
            (first, second, 2.0),
            (second, level, 1.6),
        ):
            self.moves.turn(lambda turn: stage.show(Page(turn), angle), one, other, run_time)

    def find_the_middle(self) -> None:
        """Slide the line off the middle and back while the sums on its two sides change."""
        stage = self.stage
        page, angle = Page(stage.turns[0]), stage.another
        self.step("middle")

        def slide(offset: float) -> None:
            stage.show(page, angle, offset)

        slide(0.0)
        self.say("Which line has the least? The cross is the mean point.")
        self.play(FadeIn(stage.middle, scale=2.0), FadeOut(stage.corner), run_time=0.8)
        self.wait(1.4)
        self.say("Slide off it: one side weighs more, and the sum grows.")
        self.play(FadeIn(stage.balance), run_time=0.6)
        self.moves.turn(slide, 0.0, LARGEST_OFFSET, 2.2)
        self.wait(0.6)
        self.say("Moved back, more ways shrink than grow: the sum falls.")
        self.let_appear()
        self.moves.turn(slide, LARGEST_OFFSET, 0.0, 2.6)
        self.say("In balance it is least: the line meets the mean.")
        for one, other in ((0.0, -LARGEST_OFFSET / 2), (-LARGEST_OFFSET / 2, 0.0)):
            self.moves.turn(slide, one, other, 1.2)
        self.wait(0.6)

    def turn_the_line(self) -> None:
        """Turn the line about the middle; its sum is drawn around it."""
        stage = self.stage
        page, start = Page(stage.turns[0]), stage.another
        closed = start + np.pi
        best = closed + (stage.cloud.best_angle - start + np.pi / 2) % np.pi - np.pi / 2
        self.step("dial")
        self.say("Draw the sum along the line, both ways.")
        self.play(FadeOut(stage.balance, stage.ways), run_time=0.5)
        stage.dial.set_copied(start, 0.0)
        copy = UpdateFromAlphaFunc(stage.dial, lambda m, s: m.set_copied(start, s))
        self.play(copy, run_time=2.2, rate_func=smooth)

        def show(angle: float) -> None:
            stage.show(page, angle)
            stage.dial.set_arms(angle)

        def sweep(angle: float) -> None:
            show(angle)
            stage.dial.set_swept(start, angle)

        half = start + np.pi / 2
        self.say("Turn it: every direction gets its sum.")
        self.moves.turn(sweep, start, half, 3.0, ease_in_sine)
        self.say("Half a turn, the same line again: the curve closes.")
        self.moves.turn(sweep, half, closed, 3.4, ease_out_sine)
        self.say("Its waist is one direction: the line of the least sum.")
        self.moves.turn(show, closed, best, 2.0)
        stage.tank.set_mark(float(stage.cloud.sum_of_squares(best)))
        self.play(self.moves.marked(0.0, 1.0), run_time=0.4)
        self.wait(1.2)
        self.say(self.table.verdict)
        stage.show(page, best)
        self.play(
            FadeOut(stage.dial, stage.middle),
            FadeIn(*stage.tried, stage.tried_levels, stage.ways),
            run_time=0.8,
        )
        self.wait(2.4)
        if self.table.closing:
            self.say(self.table.closing)
            self.wait(1.0)

    def go_into_space(self) -> None:
        """Let the points rise, and turn their line until, seen along it, they lie closest."""
        stage = self.stage
        space, on_the_sheet = stage.space, (stage.paper, stage.dots, stage.line, stage.ways)
        self.step("space")
        gone = FadeOut(*stage.tried, stage.tried_levels)
        if self.table.labels:
            self.say("Here are other points, for which more is known.")
            start = stage.tank.level
            end = space.set_shot(space.flat).tank.level
            swap = (FadeOut(*on_the_sheet), FadeIn(space), self.moves.filled(start, end))
            self.play(gone, self.moves.marked(1.0, 0.0), *swap, run_time=0.8)
            self.wait(1.0)
        else:
            self.play(gone, self.moves.marked(1.0, 0.0), run_time=0.5)
        self.remove(*on_the_sheet)
        self.watch(space, stage.tank, stage.tank_name)
        self.add(space)
        self.say("A third measurement lifts each point into space.")
        self.moves.walk(space.flat, space.risen, 3.2)
        self.say("Look along the line: a dot, and a wide star of ways.")
        self.moves.walk(space.risen, space.afloat(space.on_the_sheet), 0.5)
        along = Shot.looking(space.on_the_sheet)
        self.moves.walk(space.afloat(space.on_the_sheet), along, 2.2)
        self.play(FadeIn(space.around), run_time=0.4)
        self.watch(space, space.around, stage.tank, stage.tank_name)
        self.wait(0.4)
        self.say("Turn it till the points lie closest: the best line.")
        self.moves.look_along(space.on_the_sheet, space.best, 2.8)
        self.wait(0.8)
        self.say("Along any other line: wider.")
        self.moves.look_along(space.best, space.other, 1.4)
        self.moves.look_along(space.other, space.best, 1.2)

    def turn_the_page_again(self) -> None:
        """Close on the turning sheet with the line that stays, and the one that does not."""
        stage = self.stage
        best, (level, first, second) = stage.cloud.best_angle, stage.turns
        space, on_the_sheet = stage.space, (stage.paper, stage.dots, stage.line, stage.ways)
        self.step("again")
        self.hush()
        self.play(FadeOut(space.around), run_time=0.4)
        self.watch(space, stage.tank, stage.tank_name)
        self.moves.walk(Shot.looking(space.best), space.afloat(space.best), 1.4)
        self.moves.walk(space.afloat(space.best), space.flat, 1.6)
        stage.show(Page(level), best)
        self.watch(stage.paper, stage.tank)
        if self.table.labels:
            self.play(FadeOut(space), FadeIn(*on_the_sheet), run_time=0.8)
        self.remove(space)
        self.add(*on_the_sheet)
        self.say("Grey, fitted anew straight up, slides over the points.")
        grey = (stage.upright, stage.upright_level)
        self.play(FadeIn(*grey), self.moves.marked(0.0, 1.0), run_time=0.6)
        self.moves.turn(lambda turn: stage.show(Page(turn), best), level, second, 2.8)
        self.say("Their own line turns with them.")
        self.moves.turn(lambda turn: stage.show(Page(turn), best), second, first, 3.0)
