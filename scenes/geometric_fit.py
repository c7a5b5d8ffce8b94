"""The line nearest to the points, when no direction of the sheet is special.

Storyboard
    page        points on a round sheet that turns: does their best line turn, too? one square, then
                all, of the ways straight up to a line, which turns until their sum is least, and a
                mark stays there; turned with the sheet, it is no longer best: another is, and then
                another
    shortest    measured at a right angle to the line instead: the line of the least sum and a
                second one turn with the sheet, and keep their sums; why is that one the best?
    point       one point keeps its distance to the mean: what is along the line and what is across
                it, squared, share one bar
    shadows     the bars of all points in a row, that of the one ringed as it is: none changes its
                height while the line turns, nor does the one that they slide into; their shadows
                fall on the line, crowd where much is across, and spread widest where the least is
    again       the opening shot beside its answer: two sheets turn, and the upright fit wanders and
                its sum rises until it lies flat, while the nearest line turns with the points
"""

import numpy as np
from manim import FadeIn, FadeOut, VGroup
from manim.utils.rate_functions import smooth, squish_rate_func

from scenes.film import Film
from scenes.visuals.geometric_fit.moves import Moves
from scenes.visuals.geometric_fit.own_table import OwnTable
from scenes.visuals.geometric_fit.page import Page
from scenes.visuals.geometric_fit.row import LOWERING
from scenes.visuals.geometric_fit.stage import PARTLY, Stage, beside
from scenes.visuals.geometric_fit.turns import EVENLY, evenly, onwards, round_to_upright
from scenes.visuals.writing.screen import BOLD, THIN

SLOWLY = np.deg2rad(45.0)  # in a second the sheets turn at last: both lines can be followed
BEYOND = np.deg2rad(35.0)  # the worst line: from there its bars are stacked


class GeometricFit(Film):
    """Shortest distances, the line through the mean that has the least of them, and why."""

    poster_step = "shadows"
    table: OwnTable
    stage: Stage
    moves: Moves

    def construct(self) -> None:
        """Tell the storyboard."""
        self.table = OwnTable.of(self.settings)
        self.stage = Stage.of(self.table, self.pen)
        self.moves = Moves(self, self.stage)
        self.rock_the_page()
        self.fit_on_a_page()
        self.turn_the_page()
        self.measure_shortest()
        self.turn_two_lines()
        self.look_at_one_point()
        self.stack_the_bars()
        self.light_the_shadows()
        self.turn_the_page_again()

    def rock_the_page(self) -> None:
        """Ask whether the line that is best on the level sheet still is on a turned one."""
        stage = self.stage
        level, first, _ = stage.turns
        self.step("page")
        self.watch(VGroup(stage.paper, stage.tank))
        self._show_unmeasured(level)
        self.add(stage.paper, stage.tank, stage.tank_name, stage.line, stage.dots, stage.far)
        self.add(stage.up)
        self.say("Turn the sheet: is its best line still the best?")
        self.moves.turn(self._show_unmeasured, level, first, 1.7)
        self.wait(0.1)
        self.moves.turn(self._show_unmeasured, first, level, 1.4)

    def _show_unmeasured(self, turn: float, off: float = 0.0) -> None:
        fit = self.stage.cloud.upright_angle(self.stage.turns[0])
        self.moves.show_upright(fit + off, turn)
        self.stage.tank.set_level(0.0)

    def fit_on_a_page(self) -> None:
        """Pour the squares of upright distances, and turn the line until their sum is least."""
        stage = self.stage
        level = stage.turns[0]
        fit = stage.cloud.upright_angle(level)
        start = beside(fit)
        if self.table.opening:
            self.say(self.table.opening)
            self.play(FadeIn(stage.labels), run_time=0.6)
            self.wait(0.6)
        if self.table.outside:
            self.say(self.table.outside)
            self.wait(0.6)
        self.say("Square how far each point is from a line, up or down.")
        self.moves.turn(lambda off: self._show_unmeasured(level, off), 0.0, start - fit, 0.8)
        self.moves.pour(start)
        self.say("Turn the line: where is the sum of squares least?")
        self.moves.fit_upright(start, level, (2.1, 1.0))
        self.say("Here: this line is the best.")
        self.wait(1.2)

    def turn_the_page(self) -> None:
        """Turn the sheet: measured upright, the best line does not turn with it."""
        stage = self.stage
        level, first, second = stage.turns
        held, fit = PARTLY * first, stage.cloud.upright_angle(level)
        self.say("Turn the sheet, and the line with it.")
        if self.table.labels:
            self.play(FadeOut(stage.labels), run_time=0.4)
        self.moves.turn(lambda turn: self.moves.show_upright(fit, turn), level, held, 2.0)
        self.wait(0.5)
        self.say("Its sum has grown.")
        self.wait(1.5)
        self.say("Does another line have less?")
        # What was least stays marked until the mark that goes down now has found the new one.
        before = VGroup(stage.tank.mark.copy(), stage.least.copy())
        self.remove(stage.least)
        self.add(stage.left, before)
        self.moves.fit_upright(fit, held, (1.2, 0.6), FadeOut(before, run_time=0.2))
        self.say("Another line has less.")
        self.wait(1.5)
        self.say("Turn on: the best line changes all the way.")
        self.moves.fit_while_turning(held, first, 1.0)
        self.moves.fit_while_turning(first, second, 1.9)
        self.say("Does any best line turn with the points?")
        self.wait(1.5)

    def measure_shortest(self) -> None:
        """Swing the distances to the shortest way, and the line to the least sum of them."""
        stage = self.stage
        turned = stage.turns[-1]
        fit = stage.cloud.upright_angle(turned)
        self.step("shortest")
        self.say("Measure at a right angle to the line instead.")
        self.play(
            FadeOut(stage.up, stage.left, stage.least),
            self.moves.marked(1.0, 0.0),
            FadeIn(stage.one),
            run_time=0.6,
        )
        self.moves.turn(lambda s: stage.show(Page(turned), fit, upright=1 - s), 0.0, 1.0, 1.6)
        self.play(FadeIn(stage.corner), run_time=0.4)
        self.wait(0.4)
        self.say("Which line has the least sum now?")
        self.play(FadeOut(stage.one, stage.corner), run_time=0.3)
        self.moves.fit_nearest(fit, turned, (1.6, 0.8))

    def turn_two_lines(self) -> None:
        """Turn the sheet with the best line and a second one: both keep their sums."""
        stage = self.stage
        level, other, turned = stage.turns
        best = stage.cloud.best_angle
        self.say("This one: the grey one has more.")
        self.play(FadeIn(stage.corner), run_time=0.6)
        self.wait(0.6)
        self.say("Right angles turn along: every line keeps its sum.")
        self.moves.turn(lambda turn: stage.show(Page(turn), best), turned, other, 2.0)
        self.moves.turn(lambda turn: stage.show(Page(turn), best), other, level, 1.4)
        self.say("So the best stays best.")
        self.play(FadeOut(stage.second, stage.corner), run_time=0.8)
        self.wait(0.7)
        self.say("But why is it this one?")
        self.wait(1.5)

    @property
    def worst_leant(self) -> float:
        """Return the angle of the line of the largest sum, on the side where one point leans."""
        best = self.stage.cloud.best_angle
        return float(best + np.copysign(np.pi / 2, self.stage.triangle.leant - best))

    def look_at_one_point(self) -> None:
        """Let one point share its squared distance between along and across."""
        stage, one = self.stage, self.stage.triangle
        best = stage.cloud.best_angle
        self.step("point")
        stage.explain(best, alone=True)
        self.say("One point: its way to the mean, the cross, is fixed.")
        self.play(
            FadeOut(stage.ways, stage.dots, stage.far, stage.tank_name, stage.least),
            FadeIn(one.hypotenuse, stage.middle),
            self.moves.emptied(),
            self.moves.marked(1.0, 0.0),
            run_time=0.8,
        )
        self.wait(0.4)
        *squares, whole = one.corners(best)
        self.moves.pour_whole(whole)
        self.say("Pour in the squares across and along the line.")
        self.play(FadeIn(one.legs), run_time=0.6)
        for part, square in reversed(list(enumerate(squares))):
            self.moves.pour_share(part, square, one.squared_across(best) / one.total)
        self.play(self.moves.uncovered(), run_time=0.4)
        self.say("Turn: by Pythagoras, they always fill the bar.")
        self.moves.turn(lambda angle: stage.explain(angle, alone=True), best, one.leant, 2.8)
        self.wait(0.3)

    def stack_the_bars(self) -> None:
        """Set the bars of all points in a row, turn the line, and stack them: none changes."""
        stage, shares, one = self.stage, self.stage.shares, self.stage.triangle
        leant = one.leant
        self.step("shadows")
        self.say("Each point has such a bar.")
        stage.ways.set_stroke(width=THIN)
        self.remove(shares.across, shares.along)
        self.add(stage.row, stage.ways)
        self.moves.set_in_a_row(
            *(one.hypotenuse, one.squares, one.corner),
            *(shares.whole, *shares.names, stage.tank),
        )
        stage.explain(leant)
        self.wait(0.2)
        self.say("Turn the line: every bar stays as high.")
        self.moves.turn_with_bars(leant, self.worst_leant + BEYOND, 2.5)
        self.wait(0.4)
        self.say("Shrink all alike; stack red on red, blue on blue.")
        self.play(FadeOut(stage.marks[0], one.along, one.across), run_time=0.3)
        tank = FadeIn(stage.tank, rate_func=squish_rate_func(smooth, 0.0, LOWERING))
        self.play(tank, self.moves.stacked(), run_time=3.0)
        self.play(
            FadeIn(shares.whole, *shares.sums, stage.least),
            self.moves.joined(),
            self.moves.marked(0.0, 1.0),
            run_time=0.5,
        )
        self.remove(stage.row)
        self.add(shares.across, shares.along)
        self.say("The whole stays as high, too.")
        self.moves.turn(stage.explain, self.worst_leant + BEYOND, self.worst_leant, 1.6)
        self.wait(0.3)

    def light_the_shadows(self) -> None:
        """Let the points fall on the line: there they crowd, and then they spread widest."""
        stage, worst = self.stage, self.worst_leant
        quarter = worst - stage.cloud.best_angle
        self.say("Drop a shadow of each point on the line.")
        self.add(stage.shadows)
        self.moves.turn(lambda fallen: stage.explain(worst, 0.0, fallen), 0.0, 1.0, 1.4)
        self.moves.turn(lambda lit: stage.explain(worst, lit), 0.0, 1.0, 0.7)
        self.wait(0.5)
        self.add(stage.crowd)
        self.say("Turn on: as the red falls, the shadows spread.")
        self.moves.turn(lambda angle: stage.explain(angle, 1.0), worst, worst + quarter, 3.2)
        self.say("Least across, most along: the principal axis.")
        self.play(FadeIn(stage.axis), run_time=0.6)
        if self.table.aside:
            self.say(self.table.aside)

    def turn_the_page_again(self) -> None:
        """Close on two sheets that turn: upright distances change, the shortest ones do not."""
        stage, best = self.stage, self.stage.cloud.best_angle
        self.step("again")
        stage.explain(best, 1.0)
        self.play(
            self.moves.drained(best),
            FadeOut(stage.shares.whole, *stage.shares.sums, stage.shadows, stage.crowd),
            FadeOut(stage.least, stage.middle, stage.axis, *stage.far[1:]),
            self.moves.thinned(THIN, BOLD),
            run_time=0.7,
        )
        self.moves.refill()
        self.say("Compare both ways to measure.")
        self.watch(VGroup(stage.paper, stage.tank, stage.upright))
        self.moves.slide_aside(best)

        def show(turn: float) -> None:
            self.moves.show_both(turn, best)

        # There the nearest line is upright, and so the other one level. On the way both are level.
        end = round_to_upright(best)
        self.say("Turn both: which line comes along?")
        self.moves.turn(show, 0.0, end, abs(end) / SLOWLY / EVENLY, evenly)
        self.wait(0.2)
        self.say("The points stand up; the straight-up fit lies flat!")
        self.wait(1.9)
        self.say("The principal axis stays the best.")
        self.moves.turn(show, end, onwards(end), 2.2, also=(FadeIn(stage.axis_turned),))
