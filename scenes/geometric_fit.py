"""The line nearest to the points, when no direction of the page is special.

Storyboard
    page        the same points, fitted on a page that is held in three ways: three best lines?
    upright     the fit measures straight up, and up is a matter of how the page is held
    shortest    the distances swing to the shortest way: turn the page now, and nothing changes
    middle      off the middle, the distances above and below differ, and the sum of squares grows
    dial        the line turns about the middle; its sum is drawn around it: one narrow direction
    space       the same in space: looking along the best line, the points crowd round one dot
    again       the opening shot with that line: turn the page, the line stays
"""

from collections.abc import Callable

import numpy as np
from manim import (
    FadeIn,
    FadeOut,
    Mobject,
    UpdateFromAlphaFunc,
    linear,
    smooth,
)
from manim.utils.rate_functions import ease_in_sine, ease_out_sine

from scenes.film import Film
from scenes.visuals.geometric_fit.page import Page
from scenes.visuals.geometric_fit.stage import ASIDE, LARGEST_OFFSET, TURNS, Stage

LEVEL, RIGHT_TURN, LEFT_TURN = TURNS
SMALL = 0.5  # size of the points while they are not what one looks at


class GeometricFit(Film):
    """Shortest distances, the line through the centroid that has the least of them, and space."""

    poster_step = "dial"
    poster_share = 0.78
    stage: Stage

    def construct(self) -> None:
        """Tell the storyboard."""
        self.stage = Stage.of(self.pen)
        self.fit_on_a_turned_page()
        self.look_upright()
        self.measure_shortest()
        self.find_the_middle()
        self.turn_the_line()
        self.go_into_space()
        self.turn_the_page_again()

    def fit_on_a_turned_page(self) -> None:
        """Fit the same points while the page is held in three ways; every line stays on it."""
        stage = self.stage
        level, right, left = (stage.cloud.upright_angle(turn) for turn in TURNS)
        self.step("page")
        stage.show(Page(), level)
        self.watch(stage.paper)
        self.add(stage.paper, stage.line, stage.dots)
        self.say("Points on a page, and the line of least squares.")
        self.wait(2.6)
        self.say("Now turn the page, line and all...")
        self.turn(lambda turn: stage.show(Page(turn), level), LEVEL, RIGHT_TURN, 2.2)
        self.say("...and fit again. Another line!")
        self.draw_anew(0, Page(RIGHT_TURN), right)
        self.wait(0.6)
        self.say("Now the other way...")
        self.turn(lambda turn: stage.show(Page(turn), right), RIGHT_TURN, LEFT_TURN, 2.4)
        self.say("...and once more: a third!")
        self.draw_anew(1, Page(LEFT_TURN), left)
        self.wait(0.4)
        self.say("The same points. Which line is theirs?")
        self.turn(lambda turn: stage.show(Page(turn), left), LEFT_TURN, LEVEL, 1.6)
        self.wait(1.6)

    def look_upright(self) -> None:
        """Show that the distances stay upright while the page turns, so that the line slides."""
        stage = self.stage
        self.step("upright")
        self.say("Each fit measures straight up to its line.")
        self.play(FadeOut(*stage.tried[:2], stage.line), run_time=0.4)
        self.show_upright(LEVEL)
        self.play(FadeIn(stage.line, stage.ways), run_time=0.8)
        self.wait(1.4)
        self.say("But a page has no up: turn it, and the line slides.")
        self.turn(self.show_upright, LEVEL, RIGHT_TURN, 3.4)
        self.turn(self.show_upright, RIGHT_TURN, LEFT_TURN, 3.6)
        self.hush()
        self.turn(self.show_upright, LEFT_TURN, LEVEL, 1.4)

    def measure_shortest(self) -> None:
        """Swing the distances to the shortest way; they turn with the page."""
        stage = self.stage
        angle = stage.cloud.upright_angle(LEVEL)
        self.step("shortest")
        self.say("So measure the shortest way to the line.")
        self.turn(lambda s: stage.show(Page(), angle, upright=1 - s), 0.0, 1.0, 1.8)
        self.wait(0.6)
        self.say("Turn the page now: their lengths stay.")
        for start, end, run_time in (
            (LEVEL, RIGHT_TURN, 2.2),
            (RIGHT_TURN, LEFT_TURN, 2.4),
            (LEFT_TURN, LEVEL, 1.2),
        ):
            self.turn(lambda turn: stage.show(Page(turn), angle), start, end, run_time)

    def find_the_middle(self) -> None:
        """Slide the line off the middle and back while the sums on its two sides change."""
        stage = self.stage
        angle = stage.cloud.upright_angle(LEVEL)
        page = Page(across=ASIDE)
        self.step("middle")
        self.say("Square these distances, and add them up.")
        self.turn(lambda across: stage.show(Page(across=across), angle), 0.0, ASIDE, 1.0)
        self.watch(stage.paper, stage.tank)
        feet = stage.cloud.feet_nearest(angle)
        grow = UpdateFromAlphaFunc(
            stage.squares,
            lambda m, s: m.set_ways(page, stage.cloud.points, feet, s),
            rate_func=smooth,
        )
        stage.tank.set_level(0.0)
        self.play(grow, FadeIn(stage.tank, stage.tank_name), run_time=0.9)
        self.remove(stage.squares)
        pour = UpdateFromAlphaFunc(stage.pouring, lambda m, s: m.set_share(s), rate_func=linear)
        self.play(pour, run_time=2.2)
        self.remove(stage.pouring)

        def slide(offset: float) -> None:
            stage.show(page, angle, offset)

        slide(0.0)
        self.say("Where must the best line pass? Try beside the middle.")
        self.play(FadeIn(stage.middle, scale=2.0), run_time=0.5)
        self.turn(slide, 0.0, LARGEST_OFFSET, 2.0)
        self.play(FadeIn(stage.above, stage.below, stage.side_names), run_time=0.5)
        self.wait(0.4)
        self.say("Distances above and below it are out of balance.")
        self.turn(slide, LARGEST_OFFSET, -LARGEST_OFFSET, 3.6)
        self.say("In balance, the sum of squares is least: at the middle.")
        self.turn(slide, -LARGEST_OFFSET, 0.0, 2.6)
        self.wait(1.2)

    def turn_the_line(self) -> None:
        """Turn the line about the middle; its sum is drawn around it."""
        stage = self.stage
        page, best = Page(across=ASIDE), stage.cloud.best_angle
        start = stage.cloud.upright_angle(LEVEL)
        self.step("dial")
        self.say("Now turn it about the middle.")
        beside = (stage.above, stage.below, stage.side_names)
        self.play(FadeOut(*beside, stage.ways), self.resized(1.0, SMALL), run_time=0.5)
        self.play(FadeIn(stage.dial), run_time=0.4)

        def show(angle: float) -> None:
            stage.show(page, angle)
            stage.dots.set_points_on(page, stage.cloud.points, SMALL)
            stage.dial.set_spokes(angle)

        def sweep(angle: float) -> None:
            show(angle)
            stage.dial.set_swept(start, angle)

        middle = start + np.pi / 2
        self.turn(sweep, start, middle, 3.2, ease_in_sine)
        self.say("The red arm is as long as the sum is large.")
        self.turn(sweep, middle, start + np.pi, 3.6, ease_out_sine)
        self.say("It has one narrow waist: the best direction.")
        self.turn(show, start + np.pi, best + np.pi, 1.8)
        stage.tank.set_mark(float(stage.cloud.sum_of_squares(best)))
        fill = UpdateFromAlphaFunc(stage.dial, lambda m, s: m.set_filled(0.25 * s))
        self.play(fill, run_time=0.8)
        self.wait(1.2)
        self.say("None of the three was it.")
        stage.show(page, best)
        self.play(
            FadeOut(stage.dial, stage.middle),
            FadeIn(*stage.tried, stage.ways),
            self.resized(SMALL, 1.0),
            run_time=0.9,
        )
        self.wait(1.8)

    def go_into_space(self) -> None:
        """Walk about a cloud in space until one looks along its line."""
        stage = self.stage
        self.step("space")
        self.hush()
        page = (stage.paper, stage.dots, stage.line, *stage.tried, stage.ways)
        self.play(FadeOut(*page, stage.tank, stage.tank_name), run_time=0.5)
        self.watch(stage.space)
        self.play(FadeIn(stage.space), run_time=0.6)
        self.say("Other points, in space: again one line is nearest.")
        walk = UpdateFromAlphaFunc(
            stage.space, lambda m, s: m.set_walked(0.5 * s), rate_func=ease_in_sine
        )
        self.play(walk, run_time=3.2)
        self.say("Look along it: all of them crowd round one dot.")
        arrive = UpdateFromAlphaFunc(
            stage.space, lambda m, s: m.set_walked(0.5 + 0.5 * s), rate_func=ease_out_sine
        )
        self.play(arrive, run_time=3.6)
        self.wait(1.0)

    def turn_the_page_again(self) -> None:
        """Close on the turning page with the line that stays."""
        stage = self.stage
        best = stage.cloud.best_angle
        self.step("again")
        self.say("Back on the page:")
        self.play(FadeOut(stage.space), run_time=0.5)
        stage.show(Page(), best)
        self.watch(stage.paper)
        self.play(FadeIn(stage.paper, stage.ways, stage.line, stage.dots), run_time=0.5)
        self.say("However it turns, the line stays.")
        self.turn(lambda turn: stage.show(Page(turn), best), LEVEL, RIGHT_TURN, 2.2)
        self.turn(lambda turn: stage.show(Page(turn), best), RIGHT_TURN, LEFT_TURN, 2.6)

    def show_upright(self, turn: float) -> None:
        """Show the page at ``turn`` with the line that is fitted upright, and its distances."""
        self.stage.show(Page(turn), self.stage.cloud.upright_angle(turn), upright=1.0)

    def draw_anew(self, former: int, page: Page, angle: float) -> None:
        """Draw the line at ``angle``, and leave the one of the ``former`` fit on the page."""
        stage = self.stage
        self.add(stage.tried[former])
        draw = UpdateFromAlphaFunc(
            stage.line, lambda m, s: m.set_line(page, angle, drawn=s), rate_func=smooth
        )
        self.play(draw, run_time=1.0)

    def resized(self, start: float, end: float) -> UpdateFromAlphaFunc:
        """Let the points grow or shrink where the page lies beside the tank."""
        points, page = self.stage.cloud.points, Page(across=ASIDE)

        def resize(_: Mobject, share: float) -> None:
            self.stage.dots.set_points_on(page, points, start + share * (end - start))

        return UpdateFromAlphaFunc(self.stage.dots, resize, rate_func=smooth)

    def turn(
        self,
        show: Callable[[float], None],
        start: float,
        end: float,
        run_time: float,
        rate_func: Callable[[float], float] = smooth,
    ) -> None:
        """Show all values from ``start`` to ``end`` with everything that is on stage."""

        def go(_: Mobject, share: float) -> None:
            show(start + share * (end - start))

        moving = [mobject for mobject in self.mobjects if mobject is not self.words]
        first, *others = moving
        self.play(
            UpdateFromAlphaFunc(first, go, rate_func=rate_func),
            *(UpdateFromAlphaFunc(part, lambda *_: None, rate_func=linear) for part in others),
            run_time=run_time,
        )
