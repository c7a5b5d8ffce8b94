"""The film of the article: no line has a smaller residual than the least-squares line.

Storyboard
    rivals      three lines through the same points; their squares fill three tanks; the middle
                one wins, but is there a better one?
    search      the winner, large: turned, shifted, turned again, and a mark keeps the lowest
                level, until neither helps
    sweep a     only the slope changes: the level of the tank draws a parabola on the mark
    sweep b     only the intercept changes: another one, on the same mark
    mark        the level is counted from the mark, in units of what lies below it
    sweep both  both at once: every line is a point of a map, and the two parabolas, laid down,
                are a cross on it
    cuts        why neither helps: every cut of the map through the middle is such a parabola,
                wider or narrower, on the same mark
    search on the map
                once round a ring the line changes while the tank stands still; the search was a
                staircase from there to the middle
    answer      the rivals again, the best line between them: they swing into it, and only there
                do they come down to the mark
"""

from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise

from manim import (
    Animation,
    FadeIn,
    FadeOut,
    UpdateFromAlphaFunc,
    VMobject,
    linear,
    smooth,
    squish_rate_func,
)

from scenes.film import FIRST_HALF, SECOND_HALF, Film
from scenes.visuals.linear_regression_2d import layout
from scenes.visuals.linear_regression_2d.moves import move, pour, turn, visit
from scenes.visuals.linear_regression_2d.search import Line
from scenes.visuals.linear_regression_2d.stage import Stage, build_stage
from scenes.visuals.linear_regression_2d.valley import Valley
from scenes.visuals.plot.appearing import grow
from scenes.visuals.plot.together import together

# The large chart has left the place of the first panel by then.
ONCE_FREE = squish_rate_func(smooth, 0.65, 1.0)
AT_ONCE = squish_rate_func(smooth, 0.0, 0.25)
ONCE_ALONE = squish_rate_func(smooth, 0.2, 0.6)
LAST_FIFTH = squish_rate_func(smooth, 0.8, 1.0)


class LinearRegression2D(Film):
    """A search for the least-squares line, sweeps of a and b about it, and the map of all lines."""

    poster_step = "rivals"
    poster_share = 0.95
    stage: Stage

    def construct(self) -> None:
        """Tell the storyboard."""
        data = self.settings.dataset()
        self.stage = build_stage(data, self.pen)
        self.show_rivals()
        self.search()
        self.sweep_slope()
        self.sweep_intercept()
        self.count_from_the_mark()
        self.sweep_both()
        self.cut_through_the_middle()
        self.search_on_the_map()
        self.answer()

    def show_rivals(self) -> None:
        """Three lines, their squares, their tanks: one holds less than the others."""
        self.step("rivals")
        rivals, told = self.stage.rivals, self.stage.told
        for rival in rivals:
            self.add(rival.chart, rival.tank, rival.line, rival.points)
        self.watch(*self.stage.opening)
        self.say(told.question)
        self.wait(1.0)
        self.play(*(grow(rival.residuals) for rival in rivals), run_time=1.0)
        self.say(told.squares)
        self.play(*(grow(rival.squares) for rival in rivals), run_time=1.2)
        self.say(told.pouring)
        self.remove(*(rival.squares for rival in rivals))
        self.add(*(rival.pouring for rival in rivals))
        self.let_appear()
        self.play(*(pour(rival) for rival in rivals), run_time=2.0, rate_func=linear)
        for rival in rivals:
            rival.tank.set_level(rival.epsilon())
        self.play(
            *(FadeIn(part) for rival in rivals for part in (rival.tank.content, rival.squares)),
            *(FadeOut(rival.pouring) for rival in rivals),
            run_time=0.4,
        )
        self.say("Lower is better. Is any line lower still?")
        self.wait(1.1)

    def search(self) -> None:
        """The winner becomes large; it is turned and shifted until neither helps."""
        self.step("search")
        stage, hero, values = self.stage, self.stage.hero, self.stage.values
        leaving = (part for rival in stage.others for part in rival.parts)
        self.say(stage.told.numbers)
        self.play(*(FadeOut(part) for part in leaving), run_time=0.5)
        self.watch(hero.chart)
        self.play(*move(hero, layout.LARGE, layout.LARGE_TANK))
        stage.pivot.draw()
        stage.stem.draw()
        hero.tank.set_mark(hero.epsilon())
        arriving = (values.a, values.b, values.epsilon, stage.pivot, stage.stem, hero.tank.mark)
        self.play(*map(FadeIn, arriving), run_time=0.6)
        self.say("Turn it, and mark the lowest level.")
        mark = hero.tank.mark
        self._show_lines(partial(stage.tried, 0), mark, run_time=2.0, rate=linear)
        self.say("Shift it: lower still.")
        self._show_lines(partial(stage.tried, 1), mark, run_time=1.5, rate=linear)
        self.say("Turn, shift, turn, shift: each time less is gained.")
        self._show_lines(partial(stage.tried, 2), mark, run_time=1.0, rate=linear)
        self._show_lines(partial(stage.searched, 3), mark, run_time=2.25, rate=linear)
        self.say("Now neither helps. This level is $epsilon_0$.")
        self.play(FadeIn(stage.found_name), run_time=0.4)
        self.wait(0.4)

    def sweep_slope(self) -> None:
        """Swing a about the optimum while the level of the tank draws a parabola."""
        self.step("sweep a")
        stage, valley, values = self.stage, self.stage.slope, self.stage.values
        self.hush()
        leaving = (values.a, values.b, values.epsilon, stage.found_name)
        self.watch(stage.hero.tank, stage.epsilon_axis, valley.chart)
        arriving = (valley.chart, valley.floor, *valley.moving)
        self.play(
            *move(stage.hero, stage.beside, layout.TANK, [stage.pivot, stage.stem]),
            *(FadeOut(part, rate_func=FIRST_HALF) for part in leaving),
            *(FadeIn(part, rate_func=SECOND_HALF) for part in (*arriving, stage.least_name)),
            FadeIn(stage.epsilon_axis, rate_func=LAST_FIFTH),
            run_time=1.2,
        )
        values.put(layout.values_below(stage.beside))
        self.play(FadeIn(values.a), FadeIn(values.b), run_time=0.3)
        self.settle(valley.chart, stage.epsilon_axis, stage.least_name)
        self.say("Only $slope(a)$: a parabola, standing on the mark.")
        self._swing(valley, lambda a: (a, stage.best[1]))

    def sweep_intercept(self) -> None:
        """Swing b about the optimum: another parabola, the same mark."""
        self.step("sweep b")
        stage, old, valley = self.stage, self.stage.slope, self.stage.second
        self.hush()
        self.add(valley.floor)
        self.remove(old.floor)
        self.watch(stage.hero.tank, stage.epsilon_axis, valley.chart)
        self.play(
            FadeOut(old.chart, rate_func=FIRST_HALF),
            *map(FadeOut, old.moving),
            *(FadeIn(part, rate_func=SECOND_HALF) for part in (valley.chart, *valley.moving)),
            run_time=0.6,
        )
        self.settle(valley.chart)
        self.say(stage.told.only_second)
        self._swing(valley, lambda b: (stage.best[0], b))

    def count_from_the_mark(self) -> None:
        """Count the level from the mark: what lies below is the unit, and no line's to save."""
        self.step("mark")
        stage, tank = self.stage, self.stage.hero.tank
        self.say(stage.told.unit)
        changes: list[Animation] = [FadeIn(stage.definition, rate_func=SECOND_HALF)]
        if stage.shown.landscape.relative:
            changes += [
                FadeOut(stage.epsilon_axis, rate_func=FIRST_HALF),
                FadeIn(stage.relative_axis, rate_func=SECOND_HALF),
            ]
        self.play(
            *changes,
            FadeIn(stage.second.never, rate_func=SECOND_HALF),
            UpdateFromAlphaFunc(tank, lambda m, share: m.set_counted_from_mark(share)),
            run_time=1.2,
        )
        self.wait(0.8)

    def sweep_both(self) -> None:
        """Lay the two parabolas down: a cross on the map of all lines, and walk along it."""
        self.step("sweep both")
        stage, one, other, plane = self.stage, self.stage.slope, self.stage.second, self.stage.map
        self.say("And both at once? Each point here is one line.")
        told = (stage.definition, stage.least_name)
        leaving = (other.chart, other.never, other.level, other.marker, *told)
        self.watch(stage.hero.tank, stage.level_axis, plane.chart)
        self.play(FadeIn(one.curve), *map(FadeOut, leaving), run_time=0.5)
        self.remove(one.curve, other.curve)
        self.add(*plane.ways)

        def lay(_: object, share: float) -> None:
            for way in plane.ways:
                way.set_laid(share)

        self.play(
            FadeOut(other.floor, rate_func=FIRST_HALF),
            *(FadeIn(part, rate_func=SECOND_HALF) for part in (*plane.ground, plane.marker)),
            *together(lay, plane.ways),
            run_time=1.2,
        )
        self.settle(*plane.ways, *reversed(plane.ground))
        for start, end in pairwise(plane.corners):
            self._show_lines(plane.straight(start, end), plane.marker, run_time=0.36)

    def cut_through_the_middle(self) -> None:
        """Turn a cut through the best line: the curve over it never leaves the mark."""
        self.step("cuts")
        stage, cut, values = self.stage, self.stage.cut, self.stage.values
        points = (stage.hero.chart, *stage.hero.drawn, stage.pivot, stage.stem, values.a, values.b)
        curve = (cut.chart, cut.floor, *cut.moving)
        self.say("Every cut through the middle: a parabola on the mark.")
        self.play(
            *(FadeOut(part, rate_func=FIRST_HALF) for part in points),
            *(FadeIn(part, rate_func=SECOND_HALF) for part in curve),
            run_time=0.7,
        )
        self.settle(cut.chart)
        self.play(*turn(cut, 0.0, 0.6), run_time=2.8)
        self.say("So no direction leads lower.")
        self.play(*turn(cut, 0.6, 1.0), run_time=1.9)
        self.play(
            *(FadeOut(part, rate_func=FIRST_HALF) for part in (*curve, *stage.map.ways)),
            *(FadeIn(part, rate_func=SECOND_HALF) for part in points),
            run_time=0.7,
        )

    def search_on_the_map(self) -> None:
        """Go once round a ring, then down the staircase of the search."""
        self.step("search on the map")
        stage, plane = self.stage, self.stage.map
        self.say("Round a ring the line changes, the level stands still.")
        to_ring = plane.straight(stage.best, stage.hero.start)
        self._show_lines(to_ring, plane.marker, run_time=0.5)
        self._show_lines(plane.set_round, plane.marker, run_time=3.5)
        self.say("Our search was a staircase down to 0.")
        self.add(plane.staircase)
        self._show_lines(
            plane.set_searched, plane.marker, *plane.staircase, run_time=3.4, rate=linear
        )
        self.wait(0.25)

    def answer(self) -> None:
        """The rivals again: they swing into the best line, and leave its mark with it."""
        self.step("answer")
        stage, plane, values = self.stage, self.stage.map, self.stage.values
        leaving = (*plane.ground, plane.marker, plane.staircase)
        leaving += (values.a, values.b, stage.level_axis, stage.pivot, stage.stem)
        for rival in stage.others:
            rival.tank.set_mark(stage.shown.rss).set_counted_from_mark(1.0)
            rival.excess.draw()
        self.watch(*stage.opening)
        self.say(stage.told.answer)
        left, right = stage.others
        self.play(
            *move(stage.hero, layout.PANELS[1], layout.PANEL_TANKS[1]),
            *(FadeOut(part, rate_func=AT_ONCE) for part in leaving),
            *(FadeIn(part, rate_func=ONCE_ALONE) for part in right.parts),
            *(FadeIn(part, rate_func=ONCE_FREE) for part in left.parts),
            *(FadeIn(part, rate_func=LAST_FIFTH) for part in stage.measured),
            run_time=1.3,
        )
        self.play(
            *(anim for rival in stage.others for anim in visit(rival, stage.best)), run_time=3.0
        )

    def _show_lines(
        self,
        line: Callable[[float], Iterable[float]],
        *others: VMobject,
        run_time: float,
        rate: Callable[[float], float] = smooth,
    ) -> None:
        """Show the line (a, b) of each share of the time, and all that follows from it."""
        stage = self.stage
        shown = [part for part in stage.values.numbers if part in self.get_mobject_family_members()]
        parts = (*stage.hero.moving, stage.pivot, stage.stem, *shown, *others)
        # What has been said stands still while lines move: it is drawn once.
        self.let_appear()
        self.play(
            *together(lambda _, share: stage.show(*line(share)), parts, rate),
            run_time=run_time,
        )

    def _swing(self, valley: Valley, line: Callable[[float], Line]) -> None:
        """Swing a number out, to the other side and back."""
        for way, run_time in valley.swings():

            def go(share: float, way: Callable[[float], float] = way) -> Line:
                return line(way(share))

            self._show_lines(go, *valley.moving, run_time=run_time)
