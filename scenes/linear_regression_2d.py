"""The film of the article: no line has a smaller residual than the least-squares line.

Storyboard
    rivals      three lines through the same points; their squares fill three tanks; line 2 holds
                the least: can any line beat it?
    search      line 2, large: turned and shifted, until neither helps; a mark keeps the level
    sweep a     why turning ends: while the line turns each square draws a parabola; stacked, they
                are one, and our line is its lowest place
    sweep b     shifted, the line draws another one, on the same mark
    mark        the level is counted from the mark, and in units of it
    doubt       the two parabolas crosswise on a level sheet; line 3 changes both numbers at once:
                could the way to it dip between them?
    mix         a parabola that dips runs downhill at our line, and breaks through the sheet; seen
                closer a and b run level there: so do steps in both, and there is no dip
    sweep both  ours is turned into line 3, and back beyond: the parabola stands on the sheet
    crossings   so does that of every other crossing: together they are a bowl
    answer      the rivals again; line 2 becomes the best line, and its tank sinks to the mark
"""

from collections.abc import Callable, Iterable
from functools import partial

from manim import FadeIn, FadeOut, VMobject, linear, smooth, squish_rate_func

from scenes.film import SECOND_HALF, Film, exchange
from scenes.visuals.linear_regression_2d import labels, layout, moves
from scenes.visuals.linear_regression_2d.search import Line
from scenes.visuals.linear_regression_2d.stage import Stage, build_stage
from scenes.visuals.plot.appearing import grow

LAST_FIFTH = squish_rate_func(smooth, 0.8, 1.0)
AWAY = 0.8  # from line 3, of a sweep


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
        self.doubt_mixes()
        self.mix()
        self.sweep_both()
        self.turn_about_every_crossing()
        self.answer()

    def show_rivals(self) -> None:
        """Three lines, their squares, their tanks: one holds less than the others."""
        self.step("rivals")
        rivals, told = self.stage.rivals, self.stage.told
        for rival in rivals:
            self.add(rival.chart, rival.tank, rival.name, rival.line, rival.points)
        self.watch(*self.stage.opening)
        self.say(told.question)
        self.wait(1.0)
        self.play(*(grow(rival.residuals) for rival in rivals), run_time=1.0)
        self.say(told.squares)
        self.play(*(grow(rival.squares) for rival in rivals), run_time=1.0)
        self.remove(*(rival.squares for rival in rivals))
        self.add(*(rival.pouring for rival in rivals))
        self.let_appear()
        self.play(*(moves.pour(rival) for rival in rivals), run_time=1.5, rate_func=linear)
        for rival in rivals:
            rival.tank.set_level(rival.epsilon())
        self.play(
            *(FadeIn(part) for rival in rivals for part in (rival.tank.content, rival.squares)),
            *(FadeOut(rival.pouring) for rival in rivals),
            run_time=0.4,
        )
        self.say("Line 2 holds least. Can any line beat it?")
        self.wait(1.1)

    def search(self) -> None:
        """The winner becomes large; it is turned and shifted until neither helps."""
        self.step("search")
        stage, hero, values = self.stage, self.stage.hero, self.stage.values
        leaving = (part for rival in stage.others for part in rival.parts)
        self.watch(hero.chart, hero.tank)
        self.say("Turn it: that changes the slope $slope(a)$.")
        hero.tank.set_mark(hero.epsilon())
        self.play(
            *(FadeOut(part, rate_func=moves.AT_ONCE) for part in (*leaving, hero.name)),
            *moves.move(hero, layout.LARGE, layout.LARGE_TANK),
        )
        stage.pivot.draw()
        stage.stem.draw()
        arriving = (values.a, values.b, values.epsilon, stage.pivot, stage.stem, hero.tank.mark)
        self.play(*map(FadeIn, arriving), run_time=0.4)
        self._show_lines(partial(stage.tried, 0), hero.tank.mark, run_time=1.4, rate=linear)
        self.say(stage.told.shifted)
        self._show_lines(partial(stage.tried, 1), hero.tank.mark, run_time=1.5, rate=linear)
        self.say("Soon neither helps. Is this the best?")
        self._show_lines(partial(stage.searched, 2), hero.tank.mark, run_time=1.5, rate=linear)
        self.play(FadeIn(stage.found_name), run_time=0.4)

    def sweep_slope(self) -> None:
        """Why turning never helps: the squares' small parabolas are stacked to a large one."""
        self.step("sweep a")
        self._make_room_for_curves()
        self._stack_squares()
        stage, valley, floor = self.stage, self.stage.slope, self.stage.floor
        low, high = valley.ends
        valley.set_value(high, (low,))
        self.say("Our line is its lowest place.")
        self.play(
            *map(FadeIn, (floor, floor.title, *valley.moving)),
            *moves.name_sum(stage),
            moves.remember(stage.hero.tank, seen=True),
            run_time=0.4,
        )
        parts = *valley.moving, stage.stack.layers
        self._swing(valley.ways(low, high, valley.optimum)[1:], (1.0,), parts)

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
        self.say(stage.told.second)
        low, high = valley.ends
        ways = valley.ways(valley.optimum, high, low, valley.optimum)
        self._swing(ways, (0.6, 1.0, 0.6), valley.moving)

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

    def doubt_mixes(self) -> None:
        """Put the two parabolas crosswise: could a line that changes both numbers dip?"""
        self.step("doubt")
        stage, old, mix = self.stage, self.stage.second, self.stage.mix
        dot = stage.crossing.set_place(stage.crossing.of(stage.rivals[2].start)).dot
        thin = stage.ours.draw(), stage.theirs.draw(), stage.third_name, dot
        stage.third_name.put(labels.end_of(stage.theirs))
        of_a, of_b = mix.curves
        self.watch(stage.hero.chart, stage.hero.tank, *mix.curves)
        self.say("On this sheet every place is a line.")
        self.replace(old.curve, of_b)
        leaving = old.chart, old.level, old.marker, stage.definition, stage.floor.title
        self.play(*exchange(leaving, (of_a,)), run_time=0.6)
        self.replace(stage.floor, mix.sheet)
        self.play(*moves.open_mix(mix), run_time=1.0)
        self.play(*map(FadeIn, mix.flat), run_time=0.4)
        self.say("Line 3 changes both. Could the way to it dip?")
        self.play(*map(FadeIn, thin), run_time=0.6)
        self.wait(2.4)

    def mix(self) -> None:
        """A mix that dips runs downhill at our line; but near it steps in both are level."""
        self.step("mix")
        mix, told = self.stage.mix, self.stage.told
        doubt = self.stage.doubt.set_steep(1.0).set_stepped(0.0)
        self.say("To dip, the way must start downhill.")
        self.play(*map(FadeIn, doubt.curve), run_time=0.8)
        self.wait(1.6)
        self.say(told.closer)
        self.play(*moves.look_closer(mix, doubt, closer=True), run_time=1.75)
        self.wait(0.7)
        self.say(told.level)
        self.add(*doubt.steps)
        self.play(*moves.step(doubt), run_time=1.0)
        self.play(*moves.flatten(doubt), run_time=1.0)
        self.wait(0.9)

    def sweep_both(self) -> None:
        """Turn the line about where line 3 crosses it: both numbers change at once."""
        self.step("sweep both")
        stage, doubt, turns = self.stage, self.stage.doubt, self.stage.turns
        goal = stage.crossing.along(stage.rivals[2].start)
        turns.set_along(0.0, (0.0,)).set_traces(1.0, 0.0)
        self.say("Towards line 3, or away from it, we only climb.")
        self.play(*map(FadeOut, doubt.steps), run_time=0.3)
        self.play(
            FadeIn(turns.dot), *moves.look_closer(stage.mix, doubt, closer=False), run_time=0.6
        )
        self.add(*turns.parts, stage.stack.layers)
        other_end = -AWAY if goal > 0 else AWAY
        ways = stage.turning(0.0, goal, other_end, 0.0)
        self._swing(ways, (1.0, 1.0, 0.5), (*turns.parts, stage.stack.layers))

    def turn_about_every_crossing(self) -> None:
        """Move the crossing along the line while it swings: its parabolas are a bowl."""
        self.step("crossings")
        stage, turns, doubt = self.stage, self.stage.turns, self.stage.doubt
        start, seen = stage.crossing.x, (turns.low, turns.high)
        self.say(stage.told.never)
        leaving = stage.theirs, stage.third_name, *doubt.curve
        self.play(*map(FadeOut, leaving), run_time=0.4)
        parts = *turns.parts, stage.crossing.dot, stage.stack.layers
        self._show_lines(partial(stage.turned, start, seen), *parts, run_time=2.8)
        self.wait(1.0)

    def answer(self) -> None:
        """The rivals again: line 2 becomes the best line, and the others are above its mark."""
        self.step("answer")
        stage = self.stage
        for rival in stage.others:
            rival.tank.set_mark(stage.shown.rss).set_counted_from_mark(1.0)
        self.watch(*stage.opening)
        self.hush()
        self.play(*map(FadeOut, stage.told_last), run_time=0.4)
        self.say("Can any line beat line 2?")
        self.play(*moves.come_back(stage), run_time=1.0)
        self.play(*map(FadeIn, stage.measured()), run_time=0.4)
        self.wait(0.4)
        self.say(stage.closing)
        self.play(
            *moves.win(stage),
            *exchange((stage.hero.name,), (stage.best_name,)),
            FadeIn(stage.least_name, rate_func=LAST_FIFTH),
            run_time=2.25,
        )

    def _make_room_for_curves(self) -> None:
        """Move the points aside: what was read beside them stands below."""
        stage, hero, values = self.stage, self.stage.hero, self.stage.values
        chart = stage.slope.chart
        stage.epsilon_axis.crown.set_opacity(0.0)
        self.say("Turn it once more and watch each square.")
        self.watch(hero.chart, hero.tank, chart)
        leaving = (values.a, values.b, values.epsilon, stage.found_name)
        self.play(
            *moves.move(hero, stage.beside, layout.TANK, [stage.pivot, stage.stem]),
            *exchange(leaving, (chart,)),
            *(FadeIn(part, rate_func=LAST_FIFTH) for part in (stage.epsilon_axis, stage.area)),
            run_time=1.2,
        )
        values.put(layout.values_below(stage.beside))
        stage.stacking.lay_down()
        self.settle(chart, stage.epsilon_axis)

    def _stack_squares(self) -> None:
        """While the line turns each square draws its parabola; lay each on those before it."""
        stage = self.stage
        self.play(*map(FadeIn, (stage.values.a, stage.values.b)), run_time=0.4)
        self.play(*moves.begin_drawing(stage), run_time=0.8)
        self.say("Each square draws a parabola of its own.")
        self.add(stage.stack)
        self.play(*moves.draw_all(stage), run_time=2.2)
        self.say("Stacked, they are one big parabola.")
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
