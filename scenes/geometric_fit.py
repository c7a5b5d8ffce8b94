"""The line nearest to the points, when no direction of the sheet is special.

Storyboard
    page        points on a round sheet, fitted while it is held in three ways: three best lines?
    shortest    straight up belongs to the paper; swung to the shortest way, the red turns with it
    middle      off the middle, the distances above and below differ, and the sum of squares grows
    dial        the line turns about the middle; the tank's height, marked on it, draws a dial with
                one waist
    space       a third measurement per point: the sheet becomes space, the line goes with the
                points; looking along it, they crowd round one dot
    again       the opening shot: the sheet turns, its own line with it, the upright fit does not
"""

import numpy as np
from manim import FadeIn, FadeOut, UpdateFromAlphaFunc, smooth
from manim.utils.rate_functions import ease_in_sine, ease_out_sine

from scenes.film import Film
from scenes.visuals.geometric_fit.moves import Moves
from scenes.visuals.geometric_fit.own_table import OwnTable
from scenes.visuals.geometric_fit.page import Page
from scenes.visuals.geometric_fit.space import FRONT, SIDE
from scenes.visuals.geometric_fit.stage import LARGEST_OFFSET, Stage

SMALL = 0.5  # size of the points while they are not what one looks at


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
        self.add(stage.labels)
        for words in self.table.opening:
            self.say(words)
            self.wait(2.4)
        self.say("Least squares: straight up to the line, squared, summed.")
        self.wait(0.8)
        self.moves.pour()
        self.say("No line has less. Now turn the sheet, line and all...")
        self.wait(1.2)
        if self.table.labels:
            self.play(FadeOut(stage.labels), run_time=0.4)
        self.moves.turn_under(angles[0], turns[0], turns[1], 2.4)
        self.say("...and fit again: another line!")
        self.moves.fit_anew(0, 1)
        self.say("Turn it once more...")
        self.moves.turn_under(angles[1], turns[1], turns[2], 2.4)
        self.say("...and fit again: a third!")
        self.moves.fit_anew(1, 2)
        self.say("Three lines for the same points. Which is their own?")
        self.add(stage.tried[2])
        self.play(
            FadeOut(stage.line, stage.ways),
            self.moves.filled(stage.tank.level, 0.0),
            run_time=0.8,
        )
        self.moves.turn_back(turns[2], turns[0], 2.0)
        self.wait(1.2)

    def measure_shortest(self) -> None:
        """Swing the distances to the shortest way; they turn with the sheet."""
        stage = self.stage
        level, first, second = stage.turns
        angle = stage.cloud.upright_angle(level)
        self.step("shortest")
        self.say("Straight up belongs to the paper, not to the points.")
        self.moves.show_upright(angle, level)
        self.play(
            FadeIn(stage.line, stage.ways),
            FadeOut(*stage.tried),
            self.moves.filled(0.0, stage.tank.level),
            run_time=0.8,
        )
        self.wait(1.0)
        self.say("Take any line, and swing the red to the shortest way.")
        self.let_appear()
        self.moves.turn(lambda s: stage.show(Page(level), angle, upright=1 - s), 0.0, 1.0, 2.2)
        self.wait(0.8)
        self.say("Turn the sheet now: no length changes, nor does the sum.")
        for one, other, run_time in ((level, first, 1.8), (first, second, 2.6), (second, level, 2)):
            self.moves.turn(lambda turn: stage.show(Page(turn), angle), one, other, run_time)

    def find_the_middle(self) -> None:
        """Slide the line off the middle and back while the sums on its two sides change."""
        stage = self.stage
        page, angle = Page(stage.turns[0]), stage.cloud.upright_angle(stage.turns[0])
        self.step("middle")

        def slide(offset: float) -> None:
            stage.show(page, angle, offset)

        slide(0.0)
        self.say("So which line has the least? First, slide this one.")
        self.play(FadeIn(stage.middle, scale=2.0), run_time=0.5)
        self.moves.turn(slide, 0.0, LARGEST_OFFSET, 2.0)
        self.play(FadeIn(stage.above, stage.below, stage.side_names), run_time=0.5)
        self.wait(0.4)
        self.say("Distances above and below it are out of balance.")
        self.moves.turn(slide, LARGEST_OFFSET, -LARGEST_OFFSET, 3.6)
        self.say("In balance the sum is least: through the mean point.")
        self.moves.turn(slide, -LARGEST_OFFSET, 0.0, 2.6)
        self.wait(1.2)

    def turn_the_line(self) -> None:
        """Turn the line about the middle; its sum is drawn around it."""
        stage = self.stage
        page, start = Page(stage.turns[0]), stage.cloud.upright_angle(stage.turns[0])
        closed = start + np.pi
        best = closed + (stage.cloud.best_angle - start + np.pi / 2) % np.pi - np.pi / 2
        self.step("dial")
        self.say("Mark the tank’s height on the line, to both sides.")
        beside = (stage.above, stage.below, stage.side_names)
        self.play(FadeOut(*beside, stage.ways), self.moves.resized(1.0, SMALL), run_time=0.6)
        stage.dial.set_copied(start, 0.0)
        copy = UpdateFromAlphaFunc(stage.dial, lambda m, s: m.set_copied(start, s))
        self.play(copy, run_time=2.0, rate_func=smooth)
        self.wait(0.4)

        def show(angle: float) -> None:
            stage.show(page, angle)
            stage.dots.set_points_on(page, stage.cloud.points[stage.cloud.shown], SMALL)
            stage.dial.set_arms(angle)

        def sweep(angle: float) -> None:
            show(angle)
            stage.dial.set_swept(start, angle)

        half = start + np.pi / 2
        self.say("Now turn it: each direction gets its mark.")
        self.moves.turn(sweep, start, half, 3.2, ease_in_sine)
        self.say("Half a turn, the same line again: the curve closes.")
        self.moves.turn(sweep, half, closed, 3.6, ease_out_sine)
        self.say("Its waist is one direction: the line of the least sum.")
        self.moves.turn(show, closed, best, 1.8)
        stage.tank.set_mark(float(stage.cloud.sum_of_squares(best)))
        fill = UpdateFromAlphaFunc(stage.dial, lambda m, s: m.set_filled(0.25 * s))
        self.play(fill, run_time=0.8)
        self.wait(1.2)
        self.say(self.table.verdict)
        stage.show(page, best)
        self.play(
            FadeOut(stage.dial, stage.middle),
            FadeIn(*stage.tried, stage.ways),
            self.moves.resized(SMALL, 1.0),
            run_time=0.9,
        )
        self.wait(1.8)
        if self.table.closing:
            self.say(self.table.closing)
            self.wait(1.0)

    def go_into_space(self) -> None:
        """Let the points leave the sheet, and walk until one looks along their line."""
        stage = self.stage
        space, on_the_sheet = stage.space, (stage.paper, stage.dots, stage.line, stage.ways)
        self.step("space")
        self.say("A direction needs no up, so it serves in space as well.")
        self.play(FadeOut(*stage.tried), self.moves.marked(1.0, 0.0), run_time=0.8)
        self.wait(1.0)
        if self.table.labels:
            self.say("Here are other points, for which more is known.")
            self.play(FadeOut(*on_the_sheet[1:]), FadeIn(space), run_time=0.8)
            self.wait(1.0)
        self.remove(*on_the_sheet)
        self.watch(space, stage.tank, stage.tank_name)
        self.add(space)
        self.say("Measure a third thing at each point: its height.")
        self.moves.walk((FRONT, 0.0, 1.0), (SIDE, 1.0, 1.0), 3.6)
        self.wait(0.6)
        self.say("No slope describes this line. A direction does.")
        self.wait(1.6)
        self.say("Look along it: the points crowd round one dot.")
        self.moves.walk((SIDE, 1.0, 1.0), (space.on_the_way, 1.0, 0.0), 2.2, ease_in_sine)
        self.moves.walk(
            (space.on_the_way, 1.0, 0.0), (space.along_the_line, 1.0, 0.0), 3.2, ease_out_sine
        )
        self.wait(1.4)

    def turn_the_page_again(self) -> None:
        """Close on the turning sheet with the line that stays, and the one that does not."""
        stage = self.stage
        best, (level, first, second) = stage.cloud.best_angle, stage.turns
        space, on_the_sheet = stage.space, (stage.paper, stage.dots, stage.line, stage.ways)
        self.step("again")
        self.say("Back on the sheet; grey is what is fitted straight up.")
        back = (space.on_the_way, 1.0, 0.0)
        self.moves.walk((space.along_the_line, 1.0, 0.0), back, 1.7, ease_in_sine)
        self.moves.walk(back, (FRONT, 0.0, 1.0), 2.0, ease_out_sine)
        stage.show(Page(level), best)
        self.watch(stage.paper, stage.tank)
        if self.table.labels:
            self.play(FadeOut(space), FadeIn(*on_the_sheet), run_time=0.8)
        self.remove(space)
        self.add(*on_the_sheet)
        self.play(FadeIn(stage.upright), self.moves.marked(0.0, 1.0), run_time=0.5)
        self.wait(0.4)
        self.say("Their own line turns with them.")
        self.moves.turn(lambda turn: stage.show(Page(turn), best), level, second, 2.2)
        self.moves.turn(lambda turn: stage.show(Page(turn), best), second, first, 3.0)
