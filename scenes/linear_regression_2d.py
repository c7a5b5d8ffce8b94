"""The film of the article: no line has a smaller residual than the least-squares line.

Storyboard
    rivals      three lines through the same points; their squares fill three tanks; the middle
                one wins, but is there a better one?
    search      the winner, large: turned, shifted, turned again, and a mark keeps the lowest
                level, until neither helps
    sweep a     is it the least? Only the slope changes: the level of the tank draws a parabola
    sweep b     only the intercept changes: another one, and again nothing below the mark
    mark        what lies below the mark becomes the unit, and the tank begins at the mark
    sweep both  every line is a point of a map; once round a ring the line turns and shifts while
                the tank stands still; the search was a staircase from there to the centre
    answer      the rivals again, the best line between them: they swing, and none falls below
                its mark
"""

from collections.abc import Callable, Iterable
from itertools import pairwise

from manim import FadeIn, FadeOut, VMobject, linear, smooth, squish_rate_func

from scenes.film import FIRST_HALF, SECOND_HALF, Film
from scenes.visuals.linear_regression_2d import layout
from scenes.visuals.linear_regression_2d.moves import between, move, pour, swing
from scenes.visuals.linear_regression_2d.search import Line
from scenes.visuals.linear_regression_2d.stage import Stage, build_stage
from scenes.visuals.linear_regression_2d.valley import Valley
from scenes.visuals.plot.appearing import grow
from scenes.visuals.plot.together import together

# The large chart has left the place of the first panel by then.
ONCE_FREE = squish_rate_func(smooth, 0.65, 1.0)
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
        self.say("The middle one wins. Is any better?")
        self.wait(1.1)

    def search(self) -> None:
        """The winner becomes large; it is turned and shifted until neither helps."""
        self.step("search")
        stage, hero, values = self.stage, self.stage.hero, self.stage.values
        leaving = (part for rival in stage.others for part in rival.parts)
        self.say(stage.told.two_numbers)
        self.play(*(FadeOut(part) for part in leaving), run_time=0.5)
        self.watch(hero.chart)
        self.play(*move(hero, layout.LARGE, layout.LARGE_TANK))
        stage.pivot.draw()
        hero.tank.set_mark(hero.epsilon())
        arriving = (values.a, values.b, values.epsilon, stage.pivot, hero.tank.mark)
        self.play(*map(FadeIn, arriving), run_time=0.6)
        self.say("Turn it, and mark the lowest level.")
        self._try(0, run_time=2.0)
        self.say("Shift it: lower still.")
        self._try(1, run_time=1.5)
        self.say("Turn, shift, turn, shift: ever less is won.")
        self._try(2, run_time=1.0)
        self._show_lines(self._search_on, hero.tank.mark, run_time=2.25, rate=linear)
        self.say("Now neither helps: this is $epsilon_0$.")
        self.play(FadeIn(stage.found_name), run_time=0.4)
        self.wait(0.4)

    def sweep_slope(self) -> None:
        """Swing a about the optimum while the level of the tank draws a parabola."""
        self.step("sweep a")
        stage, valley = self.stage, self.stage.slope
        values = (stage.values.a, stage.values.b, stage.values.epsilon)
        self.say("Is it the least? Change only $slope(a)$.")
        self.play(*map(FadeOut, (*values, stage.found_name)), run_time=0.3)
        stage.values.put(layout.VALUES_BELOW)
        self.watch(stage.hero.tank, stage.epsilon_axis, valley.chart)
        arriving = (valley.chart, stage.epsilon_axis, valley.floor, *valley.moving)
        self.play(
            *move(stage.hero, stage.beside, layout.TANK, [stage.pivot]),
            *(FadeIn(part, rate_func=SECOND_HALF) for part in (*arriving, stage.least_name)),
            *(FadeIn(value, rate_func=LAST_FIFTH) for value in values[:2]),
            run_time=1.3,
        )
        self.settle(valley.chart, stage.epsilon_axis, stage.least_name)
        self._swing(valley, lambda a: (a, stage.best[1]), 1, "The other way: it rises again.")

    def sweep_intercept(self) -> None:
        """Swing b about the optimum: another parabola, the same mark."""
        self.step("sweep b")
        stage, old, valley = self.stage, self.stage.slope, self.stage.second
        self.say(stage.told.only_second)
        self.add(valley.floor)
        self.remove(old.floor)
        self.play(*map(FadeOut, (old.chart, *old.moving)), run_time=0.4)
        self.watch(stage.hero.tank, stage.epsilon_axis, valley.chart)
        self.play(*map(FadeIn, (valley.chart, *valley.moving)), run_time=0.4)
        self.settle(valley.chart)
        self._swing(valley, lambda b: (stage.best[0], b), 2, "Again, no line fell below the mark.")
        self.play(FadeIn(valley.never), run_time=0.5)

    def count_from_the_mark(self) -> None:
        """Make what lies below the mark the unit, and let the tank begin at the mark."""
        self.step("mark")
        stage, valley, axis = self.stage, self.stage.second, self.stage.relative_axis
        self.say(stage.told.unit)
        if not stage.shown.landscape.relative:
            self.play(FadeIn(stage.definition), run_time=0.6)
            self.wait(1.0)
            return
        self.play(FadeOut(stage.epsilon_axis), FadeOut(stage.least_name), run_time=0.4)

        def measure(_: object, share: float) -> None:
            units, part = divmod(share * 3, 1.0)
            valley.set_ruler(units + smooth(part))
            axis.set_counted(1 + units + smooth(part))

        self.play(*together(measure, (axis, valley.never), linear), run_time=2.0)
        self.say(stage.told.from_the_mark)
        self.play(
            FadeOut(valley.never, rate_func=FIRST_HALF),
            FadeIn(stage.definition, rate_func=SECOND_HALF),
            run_time=0.6,
        )
        first, last = stage.levels, stage.levels_from_mark

        def sink(_: object, share: float) -> None:
            levels = between(first, last, share)
            for part in (stage.hero.tank, valley, axis):
                part.set_levels(levels)

        parts = (axis, stage.hero.tank, valley.floor, *valley.moving)
        self.play(*together(sink, parts), run_time=1.6)
        self.settle(axis)
        self.wait(0.5)

    def sweep_both(self) -> None:
        """Show the map of all lines: once round a ring, then down the staircase of the search."""
        self.step("sweep both")
        stage, valley, plane = self.stage, self.stage.second, self.stage.map
        self.say("Now both: each point here is one line.")
        leaving = (valley.chart, valley.floor, *valley.moving, stage.definition)
        leaving += () if stage.shown.landscape.relative else (valley.never, stage.least_name)
        arriving = (plane.chart, *plane.rings, *plane.ways, plane.marker)
        self.watch(stage.hero.tank, stage.level_axis, plane.chart)
        self.play(
            *(FadeOut(part, rate_func=FIRST_HALF) for part in leaving),
            *(FadeIn(part, rate_func=SECOND_HALF) for part in arriving),
            run_time=1.0,
        )
        self.settle(*plane.ways, *plane.rings, plane.chart)
        for start, end in pairwise(plane.corners):
            self._show_lines(plane.straight(start, end), plane.marker, run_time=0.5)
        self.say("Round a ring the line changes, the level stands still.")
        self.play(*map(FadeOut, plane.ways), run_time=0.25)
        to_ring = plane.straight(stage.best, stage.hero.start)
        self._show_lines(to_ring, plane.marker, run_time=0.75)
        self._show_lines(plane.set_round, plane.marker, run_time=5.25)
        self.say("Our search: a staircase down to 0.")
        self.add(plane.staircase)
        self._show_lines(
            plane.set_searched, plane.marker, *plane.staircase, run_time=2.25, rate=linear
        )
        self.wait(0.4)

    def answer(self) -> None:
        """The rivals again, the best line between them; they swing and stay above its mark."""
        self.step("answer")
        stage, plane, values = self.stage, self.stage.map, self.stage.values
        leaving = (plane.chart, *plane.rings, plane.marker, plane.staircase)
        leaving += (values.a, values.b, stage.level_axis, stage.pivot)
        self.hush()
        self.play(*map(FadeOut, leaving), run_time=0.4)
        for rival in stage.others:
            rival.tank.set_mark(stage.shown.rss)
        self.watch(*stage.opening)
        self.say(stage.told.answer)
        left, right = stage.others
        panel, tank_box = layout.PANELS[1], layout.PANEL_TANKS[1]
        self.play(
            *move(stage.hero, panel, tank_box, levels=stage.levels),
            *(FadeIn(part, rate_func=SECOND_HALF) for part in right.parts),
            *(FadeIn(part, rate_func=ONCE_FREE) for part in left.parts),
            FadeIn(stage.name_mark_in_tank(), rate_func=LAST_FIFTH),
            run_time=1.3,
        )
        self.play(
            *(anim for rival in stage.others for anim in swing(rival, stage.best)), run_time=3.5
        )

    def _try(self, leg: int, run_time: float) -> None:
        """Change one number too far and back to the least; the mark keeps the lowest level."""
        stage = self.stage

        def line(share: float) -> Line:
            lowest = stage.search.lowest(leg, share)
            stage.hero.tank.set_mark(stage.shown.epsilon_at(lowest))
            return stage.search.trial(leg, share)

        self._show_lines(line, stage.hero.tank.mark, run_time=run_time, rate=linear)

    def _search_on(self, share: float) -> Line:
        a, b = self.stage.search.line(3, share)
        self.stage.hero.tank.set_mark(float(self.stage.shown.epsilon(a, b)))
        return a, b

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
        parts = (*stage.hero.moving, stage.pivot, *shown, *others)
        # What has been said stands still while lines move: it is drawn once.
        self.let_appear()
        self.play(
            *together(lambda _, share: stage.show(*line(share)), parts, rate),
            run_time=run_time,
        )

    def _swing(
        self, valley: Valley, line: Callable[[float], Line], turn: int, seen_then: str
    ) -> None:
        """Swing a number out, to the other side and back; at ``turn`` say what is ``seen_then``."""
        seen = [valley.optimum]
        for target, run_time in (
            (valley.optimum + valley.reach, 1.1),
            (valley.optimum - valley.reach, 1.5),
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
