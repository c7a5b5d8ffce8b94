"""The line nearest to the points, when no direction of the plane is special.

Storyboard
    page        turn the page and fit again: the least-squares line moves on the paper. Why?
    upright     its distances are measured upright, and up is a matter of how the page is held
    shortest    the distances swing to the shortest way: turn the page now, and nothing changes
    middle      a misplaced line slides to the centroid while the sum of its squares falls
    dial        the line turns; its sum is drawn around it: two narrow places, one line
    space       the same in space: looking along the best line, the points crowd round one dot
    again       the opening shot with that line: turn the page, the line stays
"""

from collections.abc import Callable

import numpy as np
from manim import (
    Create,
    FadeIn,
    FadeOut,
    Mobject,
    UpdateFromAlphaFunc,
    linear,
    smooth,
    there_and_back,
)

from scenes.film import Film
from scenes.visuals.geometric_fit.cloud import feet_nearest
from scenes.visuals.geometric_fit.stage import LARGEST_OFFSET, Stage

TURN = np.deg2rad(55.0)


class GeometricFit(Film):
    """Shortest distances, the line through the centroid that has the least of them, and space."""

    poster_step = "dial"
    poster_share = 0.7
    stage: Stage

    def construct(self) -> None:
        """Tell the storyboard."""
        self.stage = Stage.of(self.pen)
        self.turn_the_page()
        self.look_upright()
        self.measure_shortest()
        self.slide_to_the_middle()
        self.turn_the_line()
        self.go_into_space()
        self.turn_the_page_again()

    def turn_the_page(self) -> None:
        """Turn the paper under its least-squares line."""
        stage = self.stage
        self.step("page")
        stage.show_least_squares(0.0)
        self.watch(stage.paper)
        self.add(stage.paper, stage.rival, stage.line, stage.dots, stage.angle, stage.angle_name)
        self.say("The line of least squares, drawn on a page.")
        self.wait(2.2)
        self.say("Turn the page and fit again: now it is another line!")
        self._with_all(stage.show_least_squares, 0.0, TURN, 4.0)
        self.wait(1.0)
        self._with_all(stage.show_least_squares, TURN, 0.0, 2.6)

    def look_upright(self) -> None:
        """Show the upright distances, and that they change with the page."""
        stage = self.stage
        self.step("upright")
        self.say("It measures straight up. But a page has no up.")
        self.play(Create(stage.ways), run_time=1.2)
        self._with_all(stage.show_least_squares, 0.0, TURN, 3.0)
        self._with_all(stage.show_least_squares, TURN, 0.0, 2.0)

    def measure_shortest(self) -> None:
        """Swing the distances to the shortest way; they turn with the page."""
        stage = self.stage
        self.step("shortest")
        self.say("So measure the shortest way to the line.")
        self.play(FadeOut(stage.angle, stage.angle_name, stage.rival), run_time=0.3)
        swing = UpdateFromAlphaFunc(stage.ways, lambda _, s: stage.swing_ways(s), rate_func=smooth)
        self.play(swing, run_time=2.0)
        self.say("However the page is turned, these ways stay the same.")
        angle = stage.cloud.least_squares_angle(0.0)
        self._with_all(
            lambda turn: stage.show_line(angle, turn=turn), 0.0, TURN, 3.4, there_and_back
        )

    def slide_to_the_middle(self) -> None:
        """Slide a misplaced line to the centroid while the sum falls."""
        stage = self.stage
        self.step("middle")
        angle = stage.cloud.least_squares_angle(0.0)
        self.say("Which line has the least squares of these ways?")
        stage.show_line(angle)
        stage.squares.set_ways(stage.cloud.points, stage.cloud.points)
        self.watch(stage.paper, stage.tank)
        self.play(FadeIn(stage.tank, stage.tank_name), run_time=0.6)
        self.add(stage.squares)
        points, feet = stage.cloud.points, feet_nearest(stage.cloud.points, angle)
        grow = UpdateFromAlphaFunc(
            stage.squares, lambda m, s: m.set_ways(points, feet, s), rate_func=smooth
        )
        self.play(grow, run_time=1.0)
        self._with_all(lambda d: stage.show_line(angle, d), 0.0, LARGEST_OFFSET, 1.8)
        self.say("It must pass through the middle of the points:")
        self._with_all(lambda d: stage.show_line(angle, d), LARGEST_OFFSET, -LARGEST_OFFSET, 3.2)
        self.say("there, what pulls it up equals what pulls it down.")
        self._with_all(lambda d: stage.show_line(angle, d), -LARGEST_OFFSET, 0.0, 1.8)
        self.play(FadeIn(stage.centroid), run_time=0.4)
        self.wait(0.8)

    def turn_the_line(self) -> None:
        """Turn the line about the centroid; its sum is drawn around it."""
        stage = self.stage
        self.step("dial")
        start = stage.cloud.least_squares_angle(0.0)
        best = stage.cloud.best_angle
        self.say("Now turn it, and draw how large the sum is, all around.")
        self.play(FadeOut(stage.squares), run_time=0.4)
        stage.rival.set_angle(start)
        stage.dial.set_swept(start, start)
        stage.marks.set_angle(start)
        self.add(stage.rival, stage.dial, stage.marks)

        def show(angle: float) -> None:
            stage.show_line(angle)
            stage.dial.set_swept(start, angle)
            stage.marks.set_angle(angle)

        self._with_all(show, start, start + np.pi, 7.0)
        self.wait(0.4)
        self.say("Two narrow places, half a turn apart: one line.")

        def show_closed(angle: float) -> None:
            stage.show_line(angle)
            stage.marks.set_angle(angle)

        self._with_all(show_closed, start + np.pi, best + np.pi, 2.2)
        stage.tank.set_mark(float(stage.cloud.sum_of_squares(best)))
        self.wait(1.4)
        degrees = np.rad2deg(best - start)
        self.say(f"It is {degrees:.0f} degrees away from the line of least squares.")
        self.wait(2.0)

    def go_into_space(self) -> None:
        """Walk about a cloud in space until one looks along its line."""
        stage = self.stage
        self.step("space")
        self.hush()
        leaving = (stage.paper, stage.dots, stage.line, stage.rival, stage.ways, stage.dial)
        rest = (stage.marks, stage.tank, stage.tank_name, stage.centroid)
        self.play(FadeOut(*leaving, *rest), run_time=0.5)
        self.watch(stage.space)
        self.play(FadeIn(stage.space), run_time=0.6)
        self.say("In space it is the same line: through the middle.")
        walk = UpdateFromAlphaFunc(
            stage.space, lambda m, s: m.set_view(m.view(0.55 * s)), rate_func=smooth
        )
        self.play(walk, run_time=3.4)
        self.say("Look along it: the points crowd round one dot.")
        rest_of_it = UpdateFromAlphaFunc(
            stage.space, lambda m, s: m.set_view(m.view(0.55 + 0.45 * s)), rate_func=smooth
        )
        self.play(rest_of_it, run_time=3.6)
        self.wait(1.2)

    def turn_the_page_again(self) -> None:
        """Close on the turning page with the line that stays."""
        stage = self.stage
        self.step("again")
        self.hush()
        self.play(FadeOut(stage.space), run_time=0.4)
        best = stage.cloud.best_angle
        stage.show_line(best)
        self.watch(stage.paper)
        opening = (stage.paper, stage.ways, stage.line, stage.dots, stage.angle, stage.angle_name)
        self.play(FadeIn(*opening), run_time=0.5)
        self.say("Turn the page: the line stays.")
        self._with_all(lambda turn: stage.show_line(best, turn=turn), 0.0, TURN, 4.2)

    def _with_all(
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
