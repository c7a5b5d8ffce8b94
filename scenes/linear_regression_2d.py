"""The film of the article: no line has a smaller residual than the least-squares line.

Storyboard
    rivals      three lines through the same points; their squares fill three tanks; the middle
                one wins, but is there a better one?
    search      the winner, large: turned, shifted, turned again; a mark keeps the lowest level
    sweep a     one square alone draws a small parabola while the line turns; the parabolas of
                all squares, stacked, are one, and it stands on the mark
    sweep b     only the intercept changes, parallel lines: another one, on the same mark
    mark        the level is counted from the mark, and in units of it
    sweep both  a rival crosses our line; turned about that point ours becomes the rival: the
                squares stack to a parabola again
    mix         could it dip beside ours? The two parabolas crosswise on a level sheet: flat for
                both, so flat for any mix
    crossings   every line but the parallels crosses ours: the parabola becomes wider and
                narrower and never leaves the mark
    answer      the rivals again; the one in the middle becomes the best line, on its mark
"""

from collections.abc import Callable, Iterable
from functools import partial

from manim import FadeIn, FadeOut, VMobject, linear, smooth, squish_rate_func

from scenes.film import SECOND_HALF, Film, exchange
from scenes.visuals.linear_regression_2d import layout, moves
from scenes.visuals.linear_regression_2d.search import Line
from scenes.visuals.linear_regression_2d.stage import Stage, build_stage
from scenes.visuals.plot.appearing import grow

LAST_FIFTH = squish_rate_func(smooth, 0.8, 1.0)


class LinearRegression2D(Film):
    """A search for the least-squares line, and sweeps of a, of b and of both about it."""

    poster_step = "rivals"
    poster_share = 0.95
    stage: Stage

    def construct(self) -> None:
        """Tell the storyboard."""
        self.stage = build_stage(self.settings.dataset(), self.pen)
        self.show_rivals()
        self.search()
        self.sweep_slope()
        self.sweep_intercept()
        self.count_from_the_mark()
        self.sweep_both()
        self.mix()
        self.turn_about_every_crossing()
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
        self.play(*(grow(rival.squares) for rival in rivals), run_time=1.0)
        self.remove(*(rival.squares for rival in rivals))
        self.add(*(rival.pouring for rival in rivals))
        self.let_appear()
        self.play(*(moves.pour(rival) for rival in rivals), run_time=1.75, rate_func=linear)
        for rival in rivals:
            rival.tank.set_level(rival.epsilon())
        self.play(
            *(FadeIn(part) for rival in rivals for part in (rival.tank.content, rival.squares)),
            *(FadeOut(rival.pouring) for rival in rivals),
            run_time=0.4,
        )
        self.say("Less is better. Does any line hold less?")
        self.wait(1.1)

    def search(self) -> None:
        """The winner becomes large; it is turned and shifted until neither helps."""
        self.step("search")
        stage, hero, values = self.stage, self.stage.hero, self.stage.values
        leaving = (part for rival in stage.others for part in rival.parts)
        self.hush()
        self.watch(hero.chart, hero.tank)
        self.play(
            *(FadeOut(part, rate_func=moves.AT_ONCE) for part in leaving),
            *moves.move(hero, layout.LARGE, layout.LARGE_TANK),
        )
        stage.pivot.draw()
        stage.stem.draw()
        hero.tank.set_mark(hero.epsilon())
        arriving = (values.a, values.b, values.epsilon, stage.pivot, stage.stem, hero.tank.mark)
        self.say(stage.told.numbers)
        self.play(*map(FadeIn, arriving), run_time=0.6)
        self.say("Turn it, and mark the lowest level.")
        mark = (hero.tank.mark, stage.rungs)
        self._show_lines(partial(stage.tried, 0), *mark, run_time=2.0, rate=linear)
        self.say("Shift it: lower still.")
        self._show_lines(partial(stage.tried, 1), *mark, run_time=1.25, rate=linear)
        self.say("Again, each time for less, until neither helps: $epsilon_0$.")
        self._show_lines(partial(stage.tried, 2), *mark, run_time=0.75, rate=linear)
        self._show_lines(partial(stage.searched, 3), *mark, run_time=1.75, rate=linear)
        self.play(FadeIn(stage.found_name), run_time=0.4)

    def sweep_slope(self) -> None:
        """Why turning never helps: the squares' small parabolas are stacked to a large one."""
        self.step("sweep a")
        self._make_room_for_curves()
        self._turn_one_square()
        self._stack_all_squares()
        stage, valley, floor = self.stage, self.stage.slope, self.stage.floor
        best, near, *_, far = stage.one.stops
        valley.set_value(near)
        self.say("It stands on the mark.")
        self.play(
            *map(FadeIn, (floor, floor.title, *valley.moving)),
            *moves.name_sum(stage),
            moves.remember(stage.hero.tank, seen=True),
            run_time=0.4,
        )
        parts = *valley.moving, stage.stack.layers
        self._swing(valley.ways(near, far, best), (1.0, 0.75), parts)

    def sweep_intercept(self) -> None:
        """Swing b about the optimum: another parabola, the same mark."""
        self.step("sweep b")
        stage, old, valley = self.stage, self.stage.slope, self.stage.second
        self.hush()
        self.watch(stage.hero.chart, stage.hero.tank, valley.chart)
        self.play(
            *exchange((old.chart,), (valley.chart, *valley.moving)),
            *map(FadeOut, (*old.moving, stage.stack, stage.stack.layers)),
            run_time=0.6,
        )
        self.settle(valley.chart)
        self.say(stage.told.only_second)
        low, high = valley.ends
        ways = valley.ways(valley.optimum, high, low, valley.optimum)
        self._swing(ways, (0.75, 1.25, 0.75), valley.moving)

    def count_from_the_mark(self) -> None:
        """Count the level from the mark: could any line go below 0?"""
        self.step("mark")
        stage = self.stage
        self.say(stage.told.counted)
        relative = stage.shown.landscape.relative
        axes = ((stage.epsilon_axis,), (stage.relative_axis,)) if relative else ((), ())
        self.play(
            *exchange(*axes),
            FadeIn(stage.definition, rate_func=SECOND_HALF),
            moves.count(stage.hero.tank),
            run_time=1.2,
        )
        self.wait(0.8)

    def sweep_both(self) -> None:
        """Turn the line about where a rival crosses it: both numbers change at once."""
        self.step("sweep both")
        stage, old, new = self.stage, self.stage.second, self.stage.crossing
        rival = stage.rivals[2].start
        new.set_place(new.of(rival))
        leaving = (old.chart, stage.definition, stage.floor.title)
        thin = (stage.ours.draw(), stage.theirs.draw())
        self.watch(stage.hero.chart, stage.hero.tank, new.chart)
        self.say(stage.told.doubt)
        self.play(
            *exchange(leaving, (new.chart, *new.moving)),
            *map(FadeIn, thin),
            *map(FadeOut, old.moving),
            run_time=1.0,
        )
        self.settle(new.chart)
        best = new.valley.optimum
        _, far = sorted(new.valley.ends, key=lambda a: abs(a - rival[0]))
        ways = new.ways(best, rival[0], far, best)
        self.say("Turn to the third line about their crossing: no dip.")
        self._swing(ways, (1.25, 1.25, 0.75), new.moving)

    def mix(self) -> None:
        """Flat for a and flat for b: no mix of both can pass the best line on a slope."""
        self.step("mix")
        stage, new, mix = self.stage, self.stage.crossing, self.stage.mix
        self.watch(stage.hero.chart, stage.hero.tank, *mix.curves)
        self.say(stage.told.mixed)
        self.play(
            *exchange((new.chart, *new.moving, stage.floor), (mix.sheet, *mix.curves)),
            run_time=0.6,
        )
        self.play(*moves.open_mix(mix), run_time=1.0)
        self.play(*map(FadeIn, (*mix.doubted, *mix.flat)), run_time=0.5)
        self.wait(0.5)
        self.play(*moves.flatten(mix), run_time=1.25)

    def turn_about_every_crossing(self) -> None:
        """Move the crossing along the line while it swings: its parabolas are a bowl."""
        self.step("crossings")
        stage, new, mix = self.stage, self.stage.crossing, self.stage.mix
        start, layers = new.x, stage.stack.layers
        mix.set_turned(0.0, start, start)
        self.say("Any line crosses ours or is parallel: none dips.")
        self.play(
            *map(FadeOut, (stage.theirs, *mix.doubted)),
            *map(FadeIn, (*mix.turning, new.dot, layers)),
            run_time=0.5,
        )
        parts = *mix.turning, new.dot, layers
        self._show_lines(partial(stage.turned, start), *parts, run_time=4.0)
        self.wait(0.25)

    def answer(self) -> None:
        """The rivals again: the best line between them, and how far they are above its mark."""
        self.step("answer")
        stage = self.stage
        for rival in stage.others:
            rival.tank.set_mark(stage.shown.rss).set_counted_from_mark(1.0)
        self.watch(*stage.opening)
        self.hush()
        self.play(*map(FadeOut, stage.told_last), run_time=0.4)
        self.play(*moves.come_back(stage), run_time=1.0)
        self.play(*map(FadeIn, stage.measured()), run_time=0.5)
        self.wait(0.5)
        self.say(stage.told.answer)
        self.play(*moves.win(stage), FadeIn(stage.least_name, rate_func=LAST_FIFTH), run_time=1.5)

    def _make_room_for_curves(self) -> None:
        """Move the points aside: what was read beside them stands below."""
        stage, hero, values = self.stage, self.stage.hero, self.stage.values
        chart = stage.slope.chart
        stage.epsilon_axis.crown.set_opacity(0.0)
        self.hush()
        self.watch(hero.chart, hero.tank, chart)
        leaving = (values.a, values.b, values.epsilon, stage.found_name, stage.rungs)
        self.play(
            *moves.move(hero, stage.beside, layout.TANK, [stage.pivot, stage.stem]),
            *exchange(leaving, (chart,)),
            *(FadeIn(part, rate_func=LAST_FIFTH) for part in (stage.epsilon_axis, stage.area)),
            run_time=1.2,
        )
        values.put(layout.values_below(stage.beside))
        stage.stacking.lay_down()
        self.settle(chart, stage.epsilon_axis)

    def _turn_one_square(self) -> None:
        """Turn the line until it hits a point, misses it, and misses it twice as much."""
        stage, one = self.stage, self.stage.one
        self.say("One square alone.")
        self.play(*moves.leave_one_square(stage), run_time=0.6)
        aside, hit, half, whole = one.valley.ways(*one.stops)
        for way in (aside, hit):
            self.play(*moves.turn_one_square(stage, way), run_time=0.5)
        self.say("Twice the miss: four times the area.")
        self.let_appear()
        self.play(*moves.turn_one_square(stage, half), run_time=0.5)
        self.wait(0.2)
        self.play(*moves.turn_one_square(stage, whole), run_time=0.5)
        self.play(FadeIn(one.quarters), run_time=0.3)

    def _stack_all_squares(self) -> None:
        """Every square has such a parabola; lay each on those before it."""
        stage, one, hero = self.stage, self.stage.one, self.stage.hero
        leaving = (one.point, one.square, one.residual, one.quarters, *one.valley.moving)
        self.say("Each draws its own parabola; stacked, they are one.")
        arriving = hero.squares, hero.residuals
        self.play(*map(FadeIn, arriving), *map(FadeOut, leaving), run_time=0.5)
        self.add(stage.stack)
        self.play(*moves.draw_all(stage), run_time=1.0)
        self.play(*moves.stack_squares(stage), run_time=2.25)

    def _show_lines(
        self,
        line: Callable[[float], Iterable[float]],
        *others: VMobject,
        run_time: float,
        rate: Callable[[float], float] = smooth,
    ) -> None:
        """Show the line (a, b) of each share of the time, and all that follows from it."""
        shown = self.get_mobject_family_members()
        moving = [part for part in self.stage.moving if part in shown]
        # What has been said stands still while lines move: it is drawn once.
        self.let_appear()
        self.play(*moves.show_lines(self.stage, line, (*moving, *others), rate), run_time=run_time)

    def _swing(
        self,
        ways: Iterable[Callable[[float], Line]],
        run_times: tuple[float, ...],
        parts: Iterable[VMobject],
    ) -> None:
        """Swing a number from stop to stop, while the level draws its curve."""
        for way, run_time in zip(ways, run_times, strict=True):
            self._show_lines(way, *parts, run_time=run_time)
