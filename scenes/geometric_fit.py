"""The line nearest to the points, when no direction of the sheet is special.

Storyboard
    page        points on a round sheet; one square, then all, of the ways straight up to a line,
                and the line of their least sum; turned with the sheet, it is no longer best:
                another is, and then another
    shortest    up does not turn with the sheet, a right angle does: all turns together, and every
                line keeps its sum
    middle      the line slides off the mean and back: there its sum is least
    direction   it turns through all directions, and its sum rises and falls: why?
    point       one point keeps its distance to the mean: what is along the line and what is across
                it, squared, share one bar
    shadows     the bars of all points stack to one, and that stays full as well: their shadows fall
                on the line, crowd where much is across, and spread widest where the least is
    again       the opening shot beside its answer: two sheets turn, and the upright fit wanders and
                its sum rises, while the nearest line and its sum turn with the points
"""

import numpy as np
from manim import FadeIn, FadeOut, VGroup
from manim.utils.rate_functions import ease_in_sine, ease_out_sine

from scenes.film import Film
from scenes.visuals.geometric_fit.moves import Moves
from scenes.visuals.geometric_fit.own_table import OwnTable
from scenes.visuals.geometric_fit.page import Page
from scenes.visuals.geometric_fit.stage import PARTLY, SMALL, Stage, beside
from scenes.visuals.writing.screen import BOLD, THIN

BEYOND = 0.8  # of the way to the mean the line slides on: the sum has risen again
SLOWLY = np.deg2rad(24.0)  # in a second the sheets turn at last: both lines can be followed
LATER = 2 / 3  # of that turn, from where on the upright fit falls back to level
ONWARDS = np.deg2rad(30.0)  # the sheets turn under the last words


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
        self.fit_on_a_turned_page()
        self.measure_shortest()
        self.find_the_middle()
        self.ask_for_the_direction()
        self.look_at_one_point()
        self.stack_the_bars()
        self.light_the_shadows()
        self.turn_the_page_again()

    def fit_on_a_turned_page(self) -> None:
        """Fit the same points while the sheet is held in three ways; every line stays on it."""
        stage = self.stage
        level, first, second = stage.turns
        start = beside(stage.cloud.upright_angle(level))
        self.step("page")
        self.moves.show_upright(start, level)
        stage.tank.set_level(0.0)
        self.watch(VGroup(stage.paper, stage.tank))
        self.add(stage.paper, stage.tank, stage.tank_name, stage.line, stage.dots, stage.far)
        self.add(stage.up, stage.labels)
        for told in filter(None, (self.table.opening, self.table.outside)):
            self.say(told)
            self.wait(0.6)
        self.say("Square how far each point is from the line, up or down.")
        self.moves.pour(start)
        self.say("The best line has the least sum of squares.")
        self.moves.fit_first(start)
        self.say("Turn the sheet. Does the best line turn with it?")
        if self.table.labels:
            self.play(FadeOut(stage.labels), run_time=0.4)
        held, fit = PARTLY * first, stage.cloud.upright_angle(level)
        self.wait(0.4)
        self.moves.turn(lambda turn: self.moves.show_upright(fit, turn), level, held, 1.8)
        self.wait(0.8)
        self.say("No: the old one, grey, turned. Now another is best!")
        self.add(stage.left[0])
        self.moves.refit(fit, held)
        self.moves.fit_while_turning(held, first, 2.0)
        self.wait(0.4)
        self.say("And another! Is there a line that turns with the points?")
        self.play(FadeOut(stage.left[0]), run_time=0.4)
        self.add(stage.left[1])
        self.moves.fit_while_turning(first, second, 3.0)
        self.wait(0.6)

    def measure_shortest(self) -> None:
        """Swing the distances to the shortest way; with any line they turn with the sheet."""
        stage = self.stage
        level, other, turned = stage.turns
        fit = stage.cloud.upright_angle(turned)
        self.step("shortest")
        self.say("Up does not turn with the sheet. A right angle does!")
        self.play(FadeOut(stage.up, stage.left[1]), FadeIn(stage.one), run_time=0.6)
        self.moves.turn(lambda s: stage.show(Page(turned), fit, upright=1 - s), 0.0, 1.0, 1.8)
        self.play(FadeIn(stage.corner), run_time=0.4)
        self.say("So all turns together, and the sum stays.")
        self.moves.turn(lambda turn: stage.show(Page(turn), fit), turned, other, 2.4)
        self.say("Another line keeps its sum, so the best stays best.")
        self.play(FadeOut(stage.corner, stage.one), run_time=0.3)
        self.moves.turn(lambda angle: stage.show(Page(other), angle), fit, stage.another, 0.9)
        self.play(FadeIn(stage.corner), run_time=0.3)
        self.moves.turn(lambda turn: stage.show(Page(turn), stage.another), other, level, 1.6)

    def find_the_middle(self) -> None:
        """Slide the line off the mean to both sides, and back."""
        stage, page = self.stage, Page()
        angle, beyond = stage.another, -BEYOND * stage.off
        self.step("middle")
        self.say("Slid off the mean (the cross), its sum is larger.")
        self.play(FadeOut(stage.corner), FadeIn(stage.middle, scale=2.5), run_time=0.5)
        for start, end, seconds in (
            (0.0, stage.off, 0.9),
            (stage.off, beyond, 1.3),
            (beyond, 0, 0.8),
        ):
            self.moves.turn(lambda off: stage.show(page, angle, off), start, end, seconds)

    def ask_for_the_direction(self) -> None:
        """Turn the line through the largest sum to the least, and mark that: why is it there?"""
        stage, page, start = self.stage, Page(), self.stage.another
        best = stage.cloud.best_angle
        worst = self.moves.nearest(best + np.pi / 2, start)
        least = worst + np.copysign(np.pi / 2, worst - start)
        self.step("direction")
        self.say("And in which direction? This way, the sum grows.")
        self.moves.turn(lambda angle: stage.show(page, angle), start, worst, 2.6)
        self.say("This way, it is least. Why just this way?")
        self.moves.turn(lambda angle: stage.show(page, angle), worst, least, 2.4)
        stage.tank.set_mark(float(stage.cloud.sum_of_squares(best)))
        self.play(self.moves.marked(0.0, 1.0), FadeIn(stage.least), run_time=0.5)
        self.wait(0.6)

    @property
    def worst_leant(self) -> float:
        """Return the angle of the line of the largest sum, on the side where one point leans."""
        best = self.stage.cloud.best_angle
        return float(best + np.copysign(np.pi / 2, self.stage.triangle.leant - best))

    def look_at_one_point(self) -> None:
        """Let one point share its squared distance between along and across."""
        stage, one, shares = self.stage, self.stage.triangle, self.stage.shares
        best = stage.cloud.best_angle
        self.step("point")
        stage.explain(best, alone=True)
        self.say("Take one point. Its distance to the mean is fixed.")
        self.play(
            FadeOut(stage.ways, stage.dots, stage.far, stage.tank_name, stage.least),
            FadeIn(one.hypotenuse),
            self.moves.emptied(),
            self.moves.marked(1.0, 0.0),
            run_time=0.8,
        )
        self.wait(0.4)
        *squares, whole = one.corners(best)
        self.moves.pour_whole(whole)
        self.say('By Pythagoras, $point("along"^2) + res("across"^2)$ fill the same bar.')
        self.play(FadeIn(one.legs), run_time=0.6)
        for part, square in reversed(list(enumerate(squares))):
            self.moves.pour_share(part, square, one.squared_across(best) / one.total)
        self.play(FadeOut(shares.names[2]), self.moves.uncovered(), run_time=0.4)
        self.say("Turn the line: what one loses, the other gains.")
        self.moves.turn(lambda angle: stage.explain(angle, alone=True), best, one.leant, 2.8)
        self.wait(0.3)

    def stack_the_bars(self) -> None:
        """Stack the bars of all points, and turn the line: the bar of them stays full."""
        stage, shares, leant = self.stage, self.stage.shares, self.stage.triangle.leant
        self.step("shadows")
        self.say("Stack the bars of all points, colour upon colour.")
        stage.ways.set_stroke(width=THIN)
        self.remove(shares.across, shares.along)
        self.add(stage.stack)
        self.play(
            FadeOut(stage.triangle, shares.whole, *shares.names[:2]),
            FadeIn(stage.ways, stage.dots, stage.far),
            self.moves.shrunk_to_its_slice(),
            run_time=1.2,
        )
        self.play(self.moves.stacked(), run_time=2.6)
        stage.explain(leant)
        self.wait(0.4)
        self.say("Turn the line: this bar stays full, too.")
        self.play(
            FadeIn(shares.whole, *shares.sums, stage.least),
            self.moves.joined(),
            self.moves.marked(0.0, 1.0),
            run_time=0.6,
        )
        self.remove(stage.stack)
        self.add(shares.across, shares.along)
        self.moves.turn(stage.explain, leant, self.worst_leant, 1.8)
        self.wait(0.4)

    def light_the_shadows(self) -> None:
        """Let the points fall on the line: there they crowd, and then they spread widest."""
        stage, worst = self.stage, self.worst_leant
        quarter = worst - stage.cloud.best_angle
        self.say("Each point casts a shadow. Here they crowd.")
        self.add(stage.shadows)
        self.moves.turn(lambda fallen: stage.explain(worst, 0.0, fallen), 0.0, 1.0, 1.4)
        self.moves.turn(lambda lit: stage.explain(worst, lit), 0.0, 1.0, 0.7)
        self.wait(0.8)
        self.add(stage.crowd)
        self.say("Least across is most along: the shadows spread widest.")
        self.moves.turn(lambda angle: stage.explain(angle, 1.0), worst, worst + quarter, 3.6)
        self.say("This is the principal axis.")
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
            FadeOut(stage.least, stage.middle, *stage.far[1:]),
            self.moves.thinned(THIN, BOLD),
            run_time=0.7,
        )
        self.moves.refill()
        self.moves.turn(lambda s: stage.show(Page(), best, size=s), SMALL, 1.0, 0.3)
        self.say("Two copies: straight up, and the shortest way.")
        self.watch(VGroup(stage.paper, stage.tank, stage.upright))
        self.moves.part(best)

        def show(turn: float) -> None:
            self.moves.show_both(turn, best)

        # There the nearest line is upright, and so the other one level. On the way both are level.
        end = self.moves.round_to_upright(best)
        later, seconds = LATER * end, abs(end) / SLOWLY
        self.say("Turn both: on the left, line and sum change.")
        self.moves.turn(show, 0.0, later, LATER * seconds, ease_in_sine)
        self.say("As the points stand up, the left line lies down!")
        self.moves.turn(show, later, end, (1 - LATER) * seconds, ease_out_sine)
        self.wait(0.4)
        self.say("The nearest line turns with them.")
        self.moves.turn(show, end, end + np.copysign(ONWARDS, end), 2.4)
