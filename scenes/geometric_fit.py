"""The line nearest to the points, when no direction of the sheet is special.

Storyboard
    page        points on a round sheet, fitted while it is held in three ways: three best lines,
                whose least sums stay marked; is the one of the lowest the best?
    shortest    turned alone, a line's sum changes; swung to the shortest way, it stays
    middle      the line lies aside; it slides to the side of more length, until both balance, at
                the mean: beyond, the sum rises again
    dial        the line turns about the mean; the sum of every direction becomes its radius there
    spread      the points keep their distance to the mean: least across the line is most along it
    again       the opening shot, turned on: the upright fit meets one direction after the other;
                level, up is the shortest way, once at the most and once at the least of all; and
                back: the nearest line turns with the points
"""

import numpy as np
from manim import FadeIn, FadeOut, UpdateFromAlphaFunc, smooth
from manim.utils.rate_functions import ease_in_sine, ease_out_sine

from scenes.film import Film
from scenes.visuals.geometric_fit.moves import Moves
from scenes.visuals.geometric_fit.own_table import OwnTable
from scenes.visuals.geometric_fit.page import Page
from scenes.visuals.geometric_fit.stage import Stage, beside
from scenes.visuals.writing.screen import BOLD, THIN

NEARLY = 0.75  # of the way from one level line to the other
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
        start = beside(angles[0])
        self.step("page")
        self.moves.show_upright(start, turns[0])
        stage.tank.set_level(0.0)
        self.watch(stage.paper, stage.tank)
        self.add(stage.paper, stage.tank, stage.tank_name, stage.line, stage.dots, stage.far)
        self.add(stage.up, stage.labels)
        self.say(self.table.opening)
        self.wait(0.6)
        self.moves.lay_line(start, 2 * angles[0] - start, 1.2)
        self.moves.lay_line(2 * angles[0] - start, start, 1.2)
        if self.table.outside:
            self.say(self.table.outside)
        self.say("Measure up or down to the line, square, and add it all up.")
        self.moves.pour(start)
        self.say("Least squares takes the line that has the least sum.")
        self.moves.fit_first(start)
        self.say("Turn the sheet, line and all: the sum has changed...")
        if self.table.labels:
            self.play(FadeOut(stage.labels), run_time=0.4)
        self.moves.turn_under(angles[0], turns[0], turns[1], 2.2)
        self.say("...and fit again: another line is best!")
        self.moves.fit_anew(1)
        self.say("Turn it once more: a third line.")
        self.moves.turn_under(angles[1], turns[1], turns[2], 2.0)
        self.moves.fit_anew(2)
        self.say(self.table.bet)
        self.wait(1.0)
        self.moves.point_out()
        self.wait(1.6)

    def measure_shortest(self) -> None:
        """Swing the distances to the shortest way; they turn with the sheet."""
        stage = self.stage
        level, first, second = stage.turns
        fit, angle = stage.cloud.upright_angle(second), stage.another
        self.step("shortest")
        self.say("Turn it back, and it has more than the first: no fair contest.")
        self.moves.turn_under(fit, second, level, 2.4)
        self.wait(1.2)
        self.say("Take the shortest distance instead, at a right angle.")
        self.play(FadeOut(stage.up, *stage.tried, *stage.upright_levels), run_time=0.6)
        self.moves.turn(lambda s: stage.show(Page(level), fit, upright=1 - s), 0.0, 1.0, 1.8)
        self.play(FadeIn(stage.corner), run_time=0.4)
        self.say("Lay the line anywhere: all turns together, and the sum stays.")
        self.moves.turn(
            lambda s: stage.show(Page(level), fit + s * (angle - fit), s * stage.off), 0.0, 1.0, 1.4
        )
        for start, end in ((level, first), (first, level)):
            self.moves.turn(lambda turn: stage.show(Page(turn), angle, stage.off), start, end, 1.5)

    def find_the_middle(self) -> None:
        """Slide the line until both sides balance."""
        stage = self.stage
        page, angle = Page(stage.turns[0]), stage.another
        self.step("middle")

        def slide(offset: float) -> None:
            stage.show(page, angle, offset)

        slide(stage.off)
        self.say("Where is the least? Here more red lies below than above.")
        self.play(FadeIn(stage.balance), FadeOut(stage.corner), run_time=0.6)
        self.wait(1.0)
        self.say("Slide it down: the longer side shrinks, and the sum falls...")
        self.moves.turn(slide, stage.off, 0.0, 3.2)
        self.say("...until both sides balance, at the mean. Beyond, it rises.")
        self.play(FadeIn(stage.middle, scale=2.5), run_time=0.8)
        self.wait(0.6)
        self.moves.turn(slide, 0.0, -stage.off / 2, 0.9)
        self.moves.turn(slide, -stage.off / 2, 0.0, 0.9)
        self.wait(0.6)

    def turn_the_line(self) -> None:
        """Turn the line about the middle; its sum is drawn around it."""
        stage = self.stage
        page, start = Page(stage.turns[0]), stage.another
        closed = start + np.pi
        best = closed + (stage.cloud.best_angle - start + np.pi / 2) % np.pi - np.pi / 2
        self.step("dial")

        self.say("Lay the sum on the line as two arms, and turn it about the mean.")
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
        self.moves.turn(sweep, start, half, 1.8, ease_in_sine)
        self.moves.turn(sweep, half, closed, 2.0, ease_out_sine)
        self.say("Where the arms are shortest, the sum is least.")
        self.moves.turn(show, closed, best, 1.6)
        stage.tank.set_mark(float(stage.cloud.sum_of_squares(best)))
        self.play(self.moves.marked(0.0, 1.0), run_time=0.6)
        self.wait(1.0)
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
        self.wait(0.3)
        self.moves.turn(lambda angle: stage.show(page, angle), at, best, 0.8)
        self.wait(0.3)

    def explain_the_direction(self) -> None:
        """Turn the line once more: what is lost across it is gained along it."""
        stage, spread = self.stage, self.stage.spread
        page, best = Page(stage.turns[0]), stage.cloud.best_angle
        self.step("spread")

        def show(angle: float) -> None:
            stage.show(page, angle)
            spread.set_angle(angle)

        show(best)
        self.say("Why this line? A point keeps its distance to the mean.")
        self.play(
            FadeOut(*stage.tried, *stage.tried_levels, stage.ways, stage.dots, stage.far),
            self.moves.marked(1.0, 0.0),
            FadeIn(spread.triangle.hypotenuse),
            run_time=0.8,
        )
        self.moves.turn(show, best, spread.leant, 2.0)
        self.say('By Pythagoras, $point("along"^2) + res("across"^2)$ never changes.')
        self.play(FadeIn(spread.triangle.legs), run_time=0.6)
        self.wait(0.6)
        self.moves.turn(show, spread.leant, best, 3.2)
        self.wait(0.6)
        self.say("Over all points, too: what one loses, the other gains.")
        stage.ways.set_stroke(width=THIN)
        self.play(
            FadeOut(spread.triangle),
            FadeIn(spread, stage.ways, stage.dots, stage.far),
            run_time=0.8,
        )
        self.moves.turn(show, best, best - AWAY, 2.2)
        self.say("So the least across is the widest spread along the line.")
        self.play(FadeIn(spread.extent), run_time=0.6)
        self.moves.turn(show, best - AWAY, best, 2.6)
        self.wait(1.0)

    def turn_the_page_again(self) -> None:
        """Close on the turning sheet: upright, every line has its moment; the nearest one turns."""
        stage, spread, fan = self.stage, self.stage.spread, self.stage.fan
        level, best = stage.turns[0], stage.cloud.best_angle
        # The longer way to where the best line lies level: the worst one does so before.
        there = level + (np.pi if best < np.pi / 2 else 0.0) - best
        before = there - np.copysign(np.pi / 2, there)
        self.step("again")

        def fit(turn: float) -> None:
            self.moves.show_upright(stage.cloud.upright_angle(turn), turn)
            fan.set_swept(Page(turn), level, turn)

        self.say("Measure straight up again, and turn the sheet...")
        self.play(
            FadeOut(spread, spread.extent, stage.middle),
            FadeIn(stage.up),
            self.moves.marked(0.0, 1.0),
            self.moves.thinned(THIN, BOLD),
            self.moves.ruled(1.0, 0.0),
            run_time=0.5,
        )
        self.moves.measure_upright(best, level, 0.6)
        fit(level)
        self.add(fan)
        nearly = level + NEARLY * (before - level)
        self.moves.turn(fit, level, nearly, 1.2, ease_in_sine)
        self.say("Level: up is shortest. Yet no line through the mean is worse.")
        self.moves.turn(fit, nearly, before, 0.9, ease_out_sine)
        self.wait(2.2)
        self.say("Every line through the mean has its moment...")
        nearly = before + NEARLY * (there - before)
        self.moves.turn(fit, before, nearly, 2.8, ease_in_sine)
        self.say("...and this one, level again, has the least of all.")
        self.moves.turn(fit, nearly, there, 1.2, ease_out_sine)
        self.wait(2.2)
        if self.table.aside:
            self.say(self.table.aside)
        self.play(FadeOut(fan, stage.up), self.moves.ruled(0.0, 1.0), run_time=0.5)
        self.say("This line turns with the points.")
        on_the_way = self.moves.nearest(best, stage.cloud.upright_angle(there))
        self.moves.turn(lambda turn: stage.show(Page(turn), on_the_way), there, level, 2.8)
        self.play(FadeIn(*stage.tried), run_time=0.8)
