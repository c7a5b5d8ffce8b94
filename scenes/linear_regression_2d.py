"""The film of the article: no line has a smaller residual than the least-squares line.

Storyboard
    rivals      three lines through the same points; their squares fill three tanks; the middle
                one wins, but is there a better one?
    least       the winner, large: its two numbers move until the tank holds the least
    sweep a     only the slope changes: the level of the tank draws a parabola
    sweep b     only the intercept changes: another one, and again nothing below the mark
    mark        the axis is numbered anew: 0 at the mark, and what lies below it is the unit
    sweep both  every line is a point of a map; whichever way one leaves its centre, the squares
                grow
    answer      the rivals again, the best line between them: they give in, down to the mark
"""

from collections.abc import Callable, Iterable

import numpy as np
from manim import FadeIn, FadeOut, VMobject, linear, smooth, squish_rate_func

from scenes.film import FIRST_HALF, SECOND_HALF, Film
from scenes.visuals.linear_regression_2d import layout
from scenes.visuals.linear_regression_2d.moves import give_in, move, pour
from scenes.visuals.linear_regression_2d.stage import Stage, build_stage
from scenes.visuals.linear_regression_2d.valley import Valley
from scenes.visuals.plot.appearing import grow
from scenes.visuals.plot.together import together

Line = tuple[float, float]

LAST_FIFTH = squish_rate_func(smooth, 0.8, 1.0)


class LinearRegression2D(Film):
    """Sweeps of a, of b and of both about the least-squares line."""

    poster_step = "rivals"
    poster_share = 0.95
    stage: Stage

    def construct(self) -> None:
        """Tell the storyboard."""
        data = self.settings.dataset()
        self.stage = build_stage(data, self.pen)
        self.show_rivals()
        self.find_the_least()
        self.sweep_slope()
        self.sweep_intercept()
        self.count_from_the_mark()
        self.sweep_both()
        self.answer()

    def show_rivals(self) -> None:
        """Three lines, their squares, their tanks: one holds less than the others."""
        self.step("rivals")
        stage, rivals, told = self.stage, self.stage.rivals, self.stage.told
        for rival in rivals:
            self.add(rival.chart, rival.tank, rival.line, rival.points)
        self.watch(*self.stage.opening)
        self.say(told.question)
        self.wait(1.0)
        self.play(*(grow(rival.residuals) for rival in rivals), run_time=1.0)
        self.say(told.squares)
        self.play(*(grow(rival.squares) for rival in rivals), run_time=1.3)
        self.say(told.pouring)
        self.remove(*(rival.squares for rival in rivals))
        self.let_appear()
        self.add(*(rival.pouring for rival in stage.others))
        self.play(pour(stage.hero), run_time=2.2, rate_func=linear)
        self.play(*(pour(rival) for rival in stage.others), run_time=1.3, rate_func=linear)
        for rival in rivals:
            rival.tank.set_level(rival.epsilon())
        self.play(
            *(FadeIn(part) for rival in rivals for part in (rival.tank.content, rival.squares)),
            *(FadeOut(rival.pouring) for rival in rivals),
            run_time=0.4,
        )
        self.say("The middle line wins. Is there a better one?")
        self.wait(1.1)

    def find_the_least(self) -> None:
        """The winner becomes large; its line moves until the squares are least."""
        self.step("least")
        stage, hero, values = self.stage, self.stage.hero, self.stage.values
        leaving = (part for rival in stage.others for part in rival.parts)
        self.play(*(FadeOut(part) for part in leaving), run_time=0.5)
        self.watch(hero.chart)
        self.play(*move(stage.hero, layout.LARGE, layout.LARGE_TANK))
        self.say(stage.told.two_numbers)
        stage.pivot.draw()
        self.play(FadeIn(values.a), FadeIn(values.b), FadeIn(stage.pivot), run_time=0.6)
        self.play(FadeIn(values.epsilon), run_time=0.6)
        self.say("Move it: least $res(epsilon)$, the sum of squares.")
        start, best = np.array(hero.start), np.array(stage.best)
        self._show_lines(lambda share: start + share * (best - start), run_time=2.2)
        hero.tank.set_mark(stage.shown.rss)
        self.say("Mark this level: $epsilon_0$. Is it the least?")
        self.play(FadeIn(hero.tank.mark), run_time=0.4)
        self.wait(0.4)

    def sweep_slope(self) -> None:
        """Swing a about the optimum while the level of the tank draws a parabola."""
        self.step("sweep a")
        stage, valley = self.stage, self.stage.slope
        self.say("Change only the slope $slope(a)$.")
        values = (stage.values.a, stage.values.b, stage.values.epsilon)
        self.play(*map(FadeOut, values), run_time=0.3)
        stage.values.put(layout.VALUES_BELOW)
        self.watch(stage.hero.tank, stage.epsilon_axis, valley.chart)
        arriving = (valley.chart, stage.epsilon_axis, valley.floor, *valley.moving)
        self.play(
            *move(stage.hero, layout.INSET, layout.TANK, [stage.pivot]),
            *(FadeIn(part, rate_func=SECOND_HALF) for part in arriving),
            *(FadeIn(value, rate_func=LAST_FIFTH) for value in values),
            run_time=1.3,
        )
        self.settle(valley.chart, stage.epsilon_axis)
        self.play(FadeIn(stage.least_name), run_time=0.3)
        self.settle(stage.least_name)
        self._swing(valley, lambda a: (a, stage.best[1]), 1, "The other way: it rises again.")

    def sweep_intercept(self) -> None:
        """Swing b about the optimum: another parabola, the same mark."""
        self.step("sweep b")
        stage, old, valley = self.stage, self.stage.slope, self.stage.second
        self.say(stage.told.only_second)
        self.add(valley.floor)
        self.remove(old.floor)
        self.play(*map(FadeOut, (old.chart, *old.moving)), run_time=0.5)
        self.watch(stage.hero.tank, stage.epsilon_axis, valley.chart)
        self.play(*map(FadeIn, (valley.chart, *valley.moving)), run_time=0.5)
        self.settle(valley.chart)
        self._swing(valley, lambda b: (stage.best[0], b), 2, "Again, no line fell below the mark.")
        self.play(FadeIn(valley.never), run_time=0.5)
        self.wait(0.2)

    def count_from_the_mark(self) -> None:
        """Number the axis anew: the mark becomes 0, what lies below it the unit."""
        self.step("mark")
        stage, values = self.stage, self.stage.values
        self.say(stage.told.mark)
        if stage.shown.landscape.relative:
            self.play(FadeIn(stage.above), FadeOut(stage.epsilon_axis), run_time=0.6)
            self.wait(1.0)
            self.say(stage.told.in_units)
            self.play(
                FadeIn(stage.relative_axis),
                FadeOut(stage.above, rate_func=FIRST_HALF),
                FadeOut(values.epsilon, rate_func=FIRST_HALF),
                FadeIn(stage.definition, rate_func=SECOND_HALF),
                FadeIn(values.relative, rate_func=SECOND_HALF),
                run_time=1.0,
            )
            self.settle(stage.relative_axis)
        else:
            self.play(FadeIn(stage.definition), run_time=0.6)
        self.wait(1.0)

    def sweep_both(self) -> None:
        """Wander over the map of all lines."""
        self.step("sweep both")
        stage, valley, plane = self.stage, self.stage.second, self.stage.map
        self.say("Now both. Each point of this map is one line.")
        leaving = (valley.chart, valley.floor, *valley.moving, stage.level_axis, stage.definition)
        leaving += (valley.never, stage.least_name)
        self.play(*map(FadeOut, leaving), run_time=0.5)
        self.watch(plane.chart)
        self.play(*map(FadeIn, (plane.chart, *plane.ways, plane.marker)), run_time=0.6)
        self._show_lines(plane.set_on_ways, plane.marker, run_time=1.5)
        self.say("On a ring all lines are equally bad.")
        for ring in reversed(plane.rings):
            self.play(FadeIn(ring, scale=0.6), run_time=0.35)
        self.settle(*plane.ways, *plane.rings, plane.chart)
        self._show_lines(plane.set_round_a_ring, plane.marker, run_time=3.8)
        self.say("Whichever way we leave the centre, the squares grow.")
        self._show_lines(plane.set_walked, *plane.moving, run_time=3.2)
        self.hush()
        self.play(FadeOut(plane.tail), run_time=0.4)
        self._show_lines(plane.set_home, plane.marker, run_time=0.9)

    def answer(self) -> None:
        """The rivals again, the best line between them; they give in."""
        self.step("answer")
        stage, values = self.stage, self.stage.values
        leaving = (*stage.map.parts, values.a, values.b, stage.level_value, stage.pivot)
        self.play(*map(FadeOut, leaving), run_time=0.5)
        for rival in stage.others:
            rival.tank.set_mark(stage.shown.rss)
        self.watch(*stage.opening)
        self.play(*move(stage.hero, layout.PANELS[1], layout.PANEL_TANKS[1]))
        arriving = (part for rival in stage.others for part in rival.parts)
        self.play(*map(FadeIn, arriving), run_time=0.6)
        self.say(stage.told.answer)
        self.let_appear()
        self.play(
            *(anim for rival in stage.others for anim in give_in(rival, stage.best)), run_time=2.6
        )
        self.wait(0.3)

    def _show_lines(
        self, line: Callable[[float], Iterable[float]], *others: VMobject, run_time: float
    ) -> None:
        """Show the line (a, b) of each share of the time, and all that follows from it."""
        stage = self.stage
        shown = [part for part in stage.values.numbers if part in self.get_mobject_family_members()]
        parts = (*stage.hero.moving, stage.pivot, *shown, *others)
        # What has been said stands still while lines move: it is drawn once.
        self.let_appear()
        self.play(
            *together(lambda _, share: stage.show(*line(share)), parts),
            run_time=run_time,
        )

    def _swing(
        self, valley: Valley, line: Callable[[float], Line], turn: int, seen_then: str
    ) -> None:
        """Swing a number out, to the other side and back; at ``turn`` say what is ``seen_then``."""
        seen = [valley.optimum]
        for target, run_time in (
            (valley.optimum + valley.reach, 1.1),
            (valley.optimum - valley.reach, 1.7),
            (valley.optimum, 1.0),
        ):
            start = seen[-1]

            def go(share: float, start: float = start, target: float = target) -> Line:
                value = start + share * (target - start)
                valley.set_value(value, tuple(seen))
                return line(value)

            if len(seen) == turn + 1:
                self.say(seen_then)
            self._show_lines(go, *valley.moving, run_time=run_time)
            seen.append(target)
