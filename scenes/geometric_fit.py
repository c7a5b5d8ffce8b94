"""The line nearest to the points, when no direction of the sheet is special.

Storyboard
    page        points on a round sheet that turns: does the same line still fit them best? one
                square, then all, of the ways straight up to a line, which turns until their sum is
                least, and a mark stays there; turned with the sheet, it is no longer best: another
                is, and then another
    shortest    measured at a right angle to the line instead: it turns through all directions, and
                stays where the sum is least; with a second one it turns with the sheet, and both
                keep their sums; why is that one the best?
    point       one point's distance to the mean is a wide bar: what is along the line and what is
                across it, squared, share it
    shadows     another point's larger square makes a wider bar beside it, just as high; then all
                have theirs; in each, only the border moves while the line turns, and so it does in
                the box, without walls; blue is how far the shadows are from the mean: as red falls
                to the mark they spread, beside the grey of where they crowded
    again       the opening shot beside its answer: two sheets turn, and as the points stand the
                upright fit has left its line and lies flat; large, it is tilted to both sides, and
                its sum only grows; on they turn to where the cloud lies level and both agree, and
                from there on only one of them stays with it
"""

import numpy as np
from manim import FadeIn, FadeOut, VGroup, smooth
from manim.utils.rate_functions import squish_rate_func

from scenes.film import Film, exchange
from scenes.visuals.geometric_fit.bars.moves import Sharing
from scenes.visuals.geometric_fit.compared.moves import Comparing
from scenes.visuals.geometric_fit.moves import Moves
from scenes.visuals.geometric_fit.own_table import OwnTable
from scenes.visuals.geometric_fit.sheet.page import Page
from scenes.visuals.geometric_fit.sheet.turns import (
    apart_after,
    evenly,
    quarter_after,
    to_upright,
)
from scenes.visuals.geometric_fit.stage import PARTLY, Stage, beside, worst_leant
from scenes.visuals.writing.screen import BOLD, THIN

BEYOND = np.deg2rad(35.0)  # the worst line: as far a line is turned past it


class GeometricFit(Film):
    """Shortest distances, the line through the mean that has the least of them, and why."""

    poster_step = "shadows"
    table: OwnTable
    stage: Stage
    moves: Moves
    sharing: Sharing
    comparing: Comparing

    def construct(self) -> None:
        """Tell the storyboard."""
        self.table = OwnTable.of(self.settings)
        self.stage = Stage.of(self.table, self.pen)
        self.moves = Moves(self, self.stage)
        self.sharing, self.comparing = Sharing(self.moves), Comparing(self.moves)
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
        self.add(stage.paper, stage.line, stage.dots, stage.far, stage.up)
        self.say("Turn the points: does the same line still fit best?")
        self.moves.turn(self._show_unmeasured, level, first, 1.8)
        self.wait(0.1)
        self.moves.turn(self._show_unmeasured, first, level, 1.5)

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
        self.moves.turn(lambda off: self._show_unmeasured(level, off), 0.0, start - fit, 0.6)
        self.moves.pour(start)
        self.say("Turn the line: where is the sum of squares least?")
        unnamed = FadeOut(stage.mean, rate_func=squish_rate_func(smooth, 0.4, 0.6))
        self.moves.fit_upright(start, level, (2.1, 1.0), unnamed)
        self.say("Here the line fits best.")
        self.wait(1.1)

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
        self.say("Its sum has grown: does another line have less?")
        self.wait(0.6)
        self.play(FadeOut(stage.least), self.moves.marked(1.0, 0.0), run_time=0.4)
        self.add(stage.left)
        self.moves.fit_upright(fit, held, (1.3, 0.7))
        self.say("Yes. Each turn has its own best line.")
        self.moves.fit_while_turning(held, first, 2.4)
        self.say("Could we measure so that it turns along?")
        self.moves.fit_while_turning(first, second, 2.1)
        self.play(
            FadeOut(stage.up, stage.left, stage.least), self.moves.marked(1.0, 0.0), run_time=0.6
        )

    def measure_shortest(self) -> None:
        """Swing the distances to the shortest way, and the line to the least sum of them."""
        stage = self.stage
        turned = stage.turns[-1]
        fit = stage.cloud.upright_angle(turned)
        self.step("shortest")
        self.say("Measure at a right angle to the line instead.")
        self.play(FadeIn(stage.one), run_time=0.5)
        self.moves.turn(lambda s: stage.show(Page(turned), fit, upright=1 - s), 0.0, 1.0, 1.6)
        self.play(FadeIn(stage.corner), run_time=0.4)
        self.wait(0.4)
        self.say("Turn the line all the way: where is the sum least?")
        self.play(FadeOut(stage.one, stage.corner), run_time=0.3)
        self.moves.sweep_nearest(fit, turned, 3.2)
        self.say("It is least for this one.")
        self.wait(0.5)

    def turn_two_lines(self) -> None:
        """Turn the sheet with the best line and a second one: both keep their sums."""
        stage = self.stage
        level, other, turned = stage.turns
        best = stage.cloud.best_angle
        self.say("Right angles turn along: every line keeps its sum.")
        two = stage.second, stage.corner
        quiet, plain = (self.moves.dimmed(*shares) for shares in ((0.0, 1.0), (1.0, 0.0)))
        self.play(*exchange([stage.tank_name], two), quiet, run_time=0.8)
        self.moves.turn(lambda turn: stage.show(Page(turn), best), turned, other, 1.6)
        self.moves.turn(lambda turn: stage.show(Page(turn), best), other, level, 1.1)
        self.say("So the best stays best: but why this one?")
        self.play(*exchange(two, [stage.tank_name]), plain, run_time=0.8)
        self.wait(1.2)

    @property
    def worst_leant(self) -> float:
        """Return the angle of the line of the largest sum, on the side where one point leans."""
        return worst_leant(self.stage.cloud.best_angle, self.stage.triangle)

    def look_at_one_point(self) -> None:
        """Let one point share its squared distance between along and across."""
        stage, one = self.stage, self.stage.triangle
        best = stage.cloud.best_angle
        self.step("point")
        self.say("Square how far one point is from the mean, the cross.")
        gone = FadeOut(stage.ways, stage.tank, stage.tank_name, stage.least, *stage.far[1:])
        self.play(gone, run_time=0.5)
        self.moves.move_over(best)
        stage.explain(best)
        self.play(FadeOut(stage.dots, *stage.far[:1]), FadeIn(one.hypotenuse), run_time=0.6)
        *squares, whole = one.corners(best)
        self.sharing.pour_whole(whole)
        self.say("Pour in the squares across and along the line.")
        self.play(FadeIn(one.legs), run_time=0.6)
        self.sharing.pour_shares(squares, one.squared_across(best) / one.total)
        self.say("Turn: by Pythagoras, they always fill the bar.")
        self.moves.turn(stage.explain, best, one.leant, 2.8)
        self.wait(0.3)

    def stack_the_bars(self) -> None:
        """Set the bars of all points beside each other, turn the line, and take their walls away.

        Neither a bar nor the whole ever changes its size.
        """
        stage, single, one = self.stage, self.stage.single, self.stage.triangle
        other = stage.other
        leant, beyond = one.leant, self.worst_leant + self._onwards(BEYOND)
        self.step("shadows")
        self.watch(VGroup(stage.paper, stage.row))
        self.say("A larger square makes a wider bar, just as high.")
        stage.ways.set_stroke(width=THIN)
        stage.row.set_narrowed(0.0)
        self.remove(single.across, single.along)
        self.add(stage.row)
        self.sharing.narrow(
            FadeOut(one.legs, single.whole, *single.names), FadeIn(stage.dots, *stage.far[:1])
        )
        self.sharing.pour_other()
        self.wait(1.5)
        self.say("So each point gets its bar.")
        self.play(FadeOut(one.hypotenuse, other.squares, other.way, other.widths), run_time=0.5)
        stage.row.set_joined(0.0)
        self.remove(other.bar.whole, other.bar.across, other.bar.along)
        self.add(stage.ways)
        self.sharing.join_bars(1.5)
        self.say("Turn: in each bar, red and blue trade.")
        self.sharing.turn_with_bars(leant, beyond, 2.4)
        self.say("Take the walls away: red and blue level out.")
        self.play(FadeOut(other.legs, other.rings), run_time=0.4)
        self.sharing.level_bars(2.2)
        self.remove(stage.row)
        self.add(stage.shares.across, stage.shares.along)
        self.say("The whole is fixed: what red gains, blue loses.")
        self.play(FadeIn(stage.shares.whole, *stage.shares.names), run_time=0.5)
        self.moves.turn(stage.explain, beyond, self.worst_leant, 2.4)
        self.wait(0.3)

    def _onwards(self, angle: float) -> float:
        """Return an ``angle`` in the direction in which the line turns while it is explained."""
        best = self.stage.cloud.best_angle
        return float(np.copysign(angle, self.stage.triangle.leant - best))

    def light_the_shadows(self) -> None:
        """Let the points fall on the line: there they crowd, and then they spread widest."""
        stage, worst = self.stage, self.worst_leant
        best = worst + self._onwards(np.pi / 2)
        self.watch(VGroup(stage.paper, stage.tank))
        self.say("Each point casts its shadow on the line.")
        stage.explain(worst, 0.0, 0.0)
        self.add(stage.shadows)
        self.moves.turn(lambda fallen: stage.explain(worst, 0.0, fallen), 0.0, 1.0, 1.3)
        self.say("Blue sums their squared distances from the cross.")
        self.moves.turn(lambda drawn: stage.explain(worst, drawn), 0.0, 1.0, 0.8)
        self.wait(0.8)
        self.say("As the red falls, the shadows spread.")
        self.add(stage.trace)
        self.moves.turn(lambda angle: stage.explain(angle, 1.0), worst, best, 2.7, evenly)
        self.say("Least red, widest spread: the principal axis.")
        self.play(FadeIn(stage.axis), run_time=0.6)
        self.wait(1.0)
        if self.table.aside:
            self.say(self.table.aside)

    def turn_the_page_again(self) -> None:
        """Close on two sheets that turn: upright distances change, the shortest ones do not."""
        stage, best = self.stage, self.stage.cloud.best_angle
        self.step("again")
        stage.explain(best, 1.0)
        self.hush()
        self.play(
            self.comparing.drained(best),
            FadeOut(stage.shares.whole, *stage.shares.names, stage.shadows),
            FadeOut(stage.least, stage.middle, stage.axis, stage.trace),
            self.comparing.thinned(THIN, BOLD),
            run_time=0.7,
        )
        self.comparing.refill()
        self.watch(VGroup(stage.paper, stage.tank, stage.upright))
        # There the nearest line is upright, and so the other one level; then both lie level.
        upright = to_upright(best)
        level = quarter_after(upright)
        self.say("Both ways to measure: which line turns along?")
        self.comparing.slide_aside(best)
        self.wait(0.5)
        self.comparing.turn_both(best, 0.0, upright, grey=True)
        self.say("The straight-up fit lies flat!")
        self.wait(0.9)
        self.watch(VGroup(stage.upright.paper, stage.upright.tank))
        self.comparing.enlarge(upright)
        self.say("Tilt it either way: the sum grows.")
        self.comparing.rock(upright)
        self.watch(VGroup(stage.paper, stage.tank, stage.upright))
        self.comparing.set_back(upright)
        self.say("Turn on: where do both agree?")
        self.comparing.turn_both(best, upright, level, grey=False)
        self.say("Here both ways agree.")
        self.wait(1.5)
        self.say("Right angles turn along; up doesn't.")
        self.comparing.turn_both(best, level, apart_after(stage.cloud, level), grey=True)
        self.wait(0.3)
