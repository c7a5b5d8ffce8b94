"""The film of the article: no line has a smaller residual than the least-squares line.

Storyboard
    rivals      three lines through the same points; their squares fill three tanks; line 2 holds
                the least: can any line beat it?
    search      line 2, large: turned and shifted, until neither helps; and both together?
    sweep a     turning alone: the side of one square runs straight, its area draws a parabola; so
                does each; stacked, they are one, and our line is its lowest place
    sweep b     shifted, the line draws another one, on the same mark
    mark        the level is told in units of the mark, and counted from it
    doubt       the two parabolas crosswise on a level sheet, on which every dot is a line; line 3
                changes both numbers at once
    level       close up both parabolas are level: a step in both is 0 + 0
    sweep both  further out, on the way to line 3, each square draws its parabola again; stacked,
                they are one, which starts level
    bowl        the way turns about ours: all stacks together are a bowl that stands on the sheet
    answer      the rivals again; line 2 becomes the best line, which nothing takes lower
"""

from collections.abc import Callable, Iterable
from functools import partial

from manim import FadeIn, FadeOut, VMobject, linear, smooth

from scenes.film import SECOND_HALF, Film, exchange
from scenes.visuals.linear_regression_2d import labels, layout, moves
from scenes.visuals.linear_regression_2d.build import build_stage
from scenes.visuals.linear_regression_2d.lines.search import Line
from scenes.visuals.linear_regression_2d.stage import Stage
from scenes.visuals.linear_regression_2d.surface.space import REACH
from scenes.visuals.plot.appearing import grow

FAR = 0.6  # of a sweep: how far the dot goes to show what it is


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
        self.go_close()
        self.sweep_both()
        self.turn_the_way()
        self.answer()

    def show_rivals(self) -> None:
        """Three lines, their squares, their tanks: one holds less than the others."""
        self.step("rivals")
        stage, rivals, told = self.stage, self.stage.rivals, self.stage.told
        for rival in rivals:
            self.add(rival.chart, rival.tank, rival.name, rival.line, rival.points)
        self.watch(*stage.opening)
        self.say(told.question)
        self.wait(1.0)
        self.play(*(grow(rival.residuals) for rival in rivals), run_time=1.0)
        self.say(told.squares)
        self.play(*(grow(rival.squares) for rival in rivals), run_time=1.0)
        self.remove(*(rival.squares for rival in rivals))
        self.add(*(rival.pouring for rival in rivals))
        self.let_appear()
        self.play(*(moves.pour(rival) for rival in rivals), run_time=1.5, rate_func=linear)
        self.play(*moves.end_pouring(stage), run_time=0.4)
        self.say("Line 2 holds least. Can any line beat it?")
        self.wait(1.1)

    def search(self) -> None:
        """The winner becomes large; it is turned and shifted until neither helps."""
        self.step("search")
        stage, hero, values = self.stage, self.stage.hero, self.stage.values
        leaving = (part for rival in stage.others for part in rival.parts)
        self.watch(hero.chart, hero.tank)
        self.say("Turn it: the slope $slope(a)$ changes.")
        hero.tank.set_mark(hero.epsilon())
        self.play(
            *(FadeOut(part, rate_func=moves.AT_ONCE) for part in (*leaving, hero.name)),
            *moves.move(hero, layout.LARGE, layout.LARGE_TANK),
        )
        stage.pivot.draw()
        stage.stem.draw()
        arriving = (values.a, values.b, values.epsilon, stage.pivot, stage.stem, hero.tank.mark)
        self.play(*map(FadeIn, arriving), run_time=0.4)
        self._show_lines(partial(stage.tried, 0), hero.tank.mark, run_time=1.1, rate=linear)
        self.say(stage.told.shifted)
        self._show_lines(partial(stage.tried, 1), hero.tank.mark, run_time=1.5, rate=linear)
        self.say("Soon neither helps any more.")
        self._show_lines(partial(stage.searched, 2), hero.tank.mark, run_time=1.5, rate=linear)
        self.play(FadeIn(stage.found_name), run_time=0.4)
        self.say("Turning and shifting together?")
        self.wait(2.0)

    def sweep_slope(self) -> None:
        """Why turning never helps: the squares' small parabolas are stacked to a large one."""
        self.step("sweep a")
        self._make_room_for_curves()
        self._draw_with_one_square()
        self._stack_squares()
        stage, valley = self.stage, self.stage.slope
        low, high = valley.ends
        valley.set_value(low, (high,))
        self.say("Our line is its lowest place.")
        self.play(*map(FadeIn, valley.moving), *moves.name_sum(stage), run_time=0.4)
        parts = *valley.moving, stage.stack.layers
        self._swing(valley.ways(high, low, valley.optimum)[1:], (1.2,), parts)

    def sweep_intercept(self) -> None:
        """Swing b about the optimum: another parabola, the same mark."""
        self.step("sweep b")
        stage, old, valley = self.stage, self.stage.slope, self.stage.second
        self.watch(stage.hero.chart, stage.hero.tank, valley.chart)
        self.say(stage.told.second)
        leaving = *old.moving, stage.single.valley.curve, stage.stack, stage.stack.layers
        self.play(
            *exchange((old.chart,), (valley.chart, *valley.moving)),
            *(FadeOut(part, rate_func=moves.AT_ONCE) for part in leaving),
            run_time=0.6,
        )
        self.settle(valley.chart)
        low, high = valley.ends
        ways = valley.ways(valley.optimum, high, low, valley.optimum)
        self._swing(ways, (0.5, 0.9, 0.4), valley.moving)

    def count_from_the_mark(self) -> None:
        """Tell the level in units of the mark, then from it: could any line go below 0?"""
        self.step("mark")
        stage = self.stage
        self.say(stage.told.counted)
        if not stage.shown.landscape.relative:
            self.wait(1.8)
            return
        axis = stage.relative_axis.set_lowered(stage.shown.rss)
        axis.crown.set_opacity(0.0)
        self.play(*exchange((stage.epsilon_axis,), (axis, stage.ratio)), run_time=0.8)
        self.play(*moves.count(stage), run_time=1.2)
        self.play(*exchange((stage.ratio,), ()), moves.crown(axis), run_time=0.4)

    def doubt_mixes(self) -> None:
        """Put the two parabolas crosswise: could a line that changes both numbers dip?"""
        self.step("doubt")
        stage, old, hero = self.stage, self.stage.second, self.stage.hero
        cross, sheet = stage.crosswise, stage.crosswise.sheet
        of_a, of_b = sheet.curves
        self.watch(hero.chart, hero.tank, *sheet.curves)
        self.say("On this sheet every dot is a line.")
        self.replace(old.curve, of_b)
        leaving = old.chart, old.level, old.marker, stage.floor.title
        self.play(*exchange(leaving, (of_a,)), run_time=0.5)
        self.replace(stage.floor, sheet.sheet)
        self.play(*moves.open_sheet(stage))
        self.settle(hero.chart)
        for angle in sheet.angles:
            self._show_lines(cross.out_and_back(angle, FAR), *cross.ball.parts, run_time=0.6)
        self.say("Line 3 differs in both.")
        stage.third_name.put(labels.end_of(stage.theirs.draw()))
        thin = stage.ours.draw(), stage.theirs, stage.third_name
        self.play(*map(FadeIn, (*thin, *cross.goal.parts)), run_time=0.6)
        self.wait(0.9)

    def go_close(self) -> None:
        """Where our line is a and b are level: a small step in both does not climb or fall."""
        self.step("level")
        stage, cross = self.stage, self.stage.crosswise
        close = cross.closeup
        self.watch(cross.sheet.sheet, *cross.sheet.curves)
        self.say(stage.told.close)
        self.add(close.patch)
        self.play(*moves.go_close(stage), run_time=1.6)
        self.wait(0.8)
        self.say(stage.told.both)
        self.add(*close.step)
        self._show_lines(close.line, *close.step, *cross.ball.parts, run_time=2.4, rate=linear)
        self.wait(0.6)

    def sweep_both(self) -> None:
        """Go to line 3 and beyond ours: both numbers change, and the squares stand over the way."""
        self.step("sweep both")
        stage, cross = self.stage, self.stage.crosswise
        self.watch(stage.hero.chart, stage.hero.tank, *cross.sheet.curves)
        self.say("Further out, each square: a parabola again.")
        self.play(*moves.go_back(stage), run_time=0.7)
        self.remove(cross.closeup.patch)
        parts = *cross.wall.parts, stage.stack.layers, *cross.ball.parts
        self.add(*parts)
        ways = cross.swept(0.0, cross.goal.along, -REACH, 0.0)
        self._swing(ways, (0.8, 1.2, 0.4), parts)

    def turn_the_way(self) -> None:
        """Turn the way about our line: the stacks over all ways are a bowl."""
        self.step("bowl")
        stage, cross = self.stage, self.stage.crosswise
        self.say("It starts level, so it only climbs, every way.")
        leaving = stage.theirs, stage.third_name, *cross.goal.parts, cross.wall.below
        self.play(*map(FadeOut, leaving), run_time=0.4)
        cross.wall.stand_on_the_sheet()
        self.add(*cross.bowl.parts)
        wall = cross.wall.stack, cross.wall.curve
        parts = *wall, *cross.ball.parts, *cross.bowl.parts, stage.stack.layers
        self._show_lines(cross.turned, *parts, run_time=2.6)
        self.say(stage.told.never)
        self.watch(cross.sheet.sheet, *cross.bowl.parts)
        self.play(*moves.walk_about(stage), run_time=2.5)

    def answer(self) -> None:
        """The rivals again: line 2 becomes the best line, and the others are above its mark."""
        self.step("answer")
        stage = self.stage.put_back()
        self.watch(*stage.opening)
        self.say(stage.closing)
        self.play(*moves.come_back(stage), run_time=1.0)
        self.play(*map(FadeIn, stage.measured()), run_time=0.3)
        self.play(*moves.win(stage), run_time=1.5)
        self.say("Beat this one? No line can.")
        self.play(*moves.try_to_beat(stage), run_time=1.8)

    def _make_room_for_curves(self) -> None:
        """Move the points aside, and leave one square: what was read beside them stands below."""
        stage, hero, values = self.stage, self.stage.hero, self.stage.values
        chart, single = stage.slope.chart, stage.single
        self.say("Turn alone: watch one square.")
        self.watch(hero.chart, hero.tank, chart)
        leaving = (values.a, values.b, values.epsilon, stage.found_name)
        self.add(*single.set_line(*stage.best).drawn)
        self.play(
            *moves.move(hero, stage.beside, layout.TANK, [stage.pivot, stage.stem, *single.drawn]),
            *moves.highlight(single),
            *exchange(leaving, (chart,)),
            run_time=1.2,
        )
        values.put(layout.values_below(stage.beside))
        self.settle(chart)
        chart.y_scale = single.levels
        arriving = values.a, values.b, stage.single_axis
        self.play(
            *moves.single_out(stage),
            *(FadeIn(part, rate_func=SECOND_HALF) for part in arriving),
            run_time=0.7,
        )

    def _draw_with_one_square(self) -> None:
        """While the line turns the one square draws its parabola."""
        stage, single = self.stage, self.stage.single
        self.play(*moves.begin_single(stage), run_time=0.6)
        single.valley.set_value(stage.slope.ends[0])
        self.say("Its side changes evenly. Its area: a parabola.")
        self.play(*map(FadeIn, (*single.valley.moving, single.side)), run_time=0.4)
        self.let_appear()
        self.play(*moves.draw_single(stage), run_time=2.4)
        self.wait(0.4)

    def _stack_squares(self) -> None:
        """While the line turns back each square draws its parabola; lay each on those before it."""
        stage, hero, single = self.stage, self.stage.hero, self.stage.single
        self.say("So does every other square.")
        self.play(
            *moves.zoom_out(stage),
            *exchange((stage.single_axis,), (stage.area,)),
            run_time=0.6,
        )
        stage.stacking.lay_down()
        arriving = hero.squares, hero.residuals
        self.play(*map(FadeIn, arriving), *map(FadeOut, single.drawn), run_time=0.3)
        self.add(stage.stack)
        self.play(*moves.draw_all(stage), run_time=1.2)
        self.say("Stacked: one big parabola.")
        self.play(*moves.stack_squares(stage), run_time=2.0)

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
