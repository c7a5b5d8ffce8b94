"""The film of the article: no line has a smaller residual than the least-squares line.

Storyboard
    rivals      three lines through the same points; their squares fill three tanks; line 2 holds
                the least: can any line beat it?
    search      line 2, large: turned and shifted, until neither helps; a mark keeps the level
    sweep a     why turning ends: one square alone draws a parabola while the line turns; so does
                each; stacked, they are one, and our line is its lowest place
    sweep b     shifted, the line draws another one, on the same mark
    mark        the level is told in units of the mark, and counted from it
    doubt       the two parabolas crosswise on a level sheet, on which every dot is a line; line 3
                changes both numbers at once: could the way to it dip between them?
    sweep both  on that way each square draws its parabola again, and stacked they are one
    level       it starts level, since a and b both do
    bowl        the way turns about ours: all stacks together are a bowl that stands on the sheet
    answer      the rivals again; line 2 becomes the best line, and its tank sinks to the mark
"""

from collections.abc import Callable, Iterable
from functools import partial

from manim import FadeIn, FadeOut, VMobject, linear, smooth

from scenes.film import SECOND_HALF, Film, exchange
from scenes.visuals.linear_regression_2d import labels, layout, moves
from scenes.visuals.linear_regression_2d.build import build_stage
from scenes.visuals.linear_regression_2d.search import Line
from scenes.visuals.linear_regression_2d.space import REACH
from scenes.visuals.linear_regression_2d.stage import Stage
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
        self.sweep_both()
        self.start_level()
        self.turn_the_way()
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
        self._show_lines(partial(stage.tried, 0), hero.tank.mark, run_time=1.1, rate=linear)
        self.say(stage.told.shifted)
        self._show_lines(partial(stage.tried, 1), hero.tank.mark, run_time=1.5, rate=linear)
        self.say("Soon neither helps. Is this the best?")
        self._show_lines(partial(stage.searched, 2), hero.tank.mark, run_time=1.5, rate=linear)
        self.play(FadeIn(stage.found_name), run_time=0.4)

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
        self._swing(ways, (0.6, 1.0, 0.5), valley.moving)

    def count_from_the_mark(self) -> None:
        """Tell the level in units of the mark, then from it: could any line go below 0?"""
        self.step("mark")
        stage = self.stage
        self.say(stage.told.counted)
        if not stage.shown.landscape.relative:
            self.play(FadeIn(stage.definition), run_time=0.6)
            self.wait(1.4)
            return
        axis = stage.relative_axis.set_lowered(stage.shown.rss)
        axis.crown.set_opacity(0.0)
        self.play(*exchange((stage.epsilon_axis,), (axis, stage.ratio)), run_time=0.8)
        self.play(*moves.count(stage), FadeIn(stage.definition), run_time=1.2)
        self.play(*exchange((stage.ratio,), ()), moves.crown(axis), run_time=0.4)
        self.wait(0.4)

    def doubt_mixes(self) -> None:
        """Put the two parabolas crosswise: could a line that changes both numbers dip?"""
        self.step("doubt")
        stage, old, hero = self.stage, self.stage.second, self.stage.hero
        cross, sheet = stage.crosswise, stage.crosswise.sheet
        of_a, of_b = sheet.curves
        self.watch(hero.chart, hero.tank, *sheet.curves)
        self.say("On this sheet every dot is a line.")
        self.replace(old.curve, of_b)
        leaving = old.chart, old.level, old.marker, stage.definition, stage.floor.title
        self.play(*exchange(leaving, (of_a,)), run_time=0.5)
        self.replace(stage.floor, sheet.sheet)
        self.play(*moves.open_sheet(stage))
        self.settle(hero.chart)
        for angle in sheet.angles:
            self._show_lines(cross.out_and_back(angle, FAR), *cross.ball.parts, run_time=0.65)
        self.say("On the way to line 3 both change. Could it dip below 0?")
        stage.third_name.put(labels.end_of(stage.theirs.draw()))
        thin = stage.ours.draw(), stage.theirs, stage.third_name
        self.play(*map(FadeIn, (*thin, *cross.goal.parts)), run_time=0.6)
        self.wait(2.4)

    def sweep_both(self) -> None:
        """Go to line 3 and beyond ours: both numbers change, and the squares stand over the way."""
        self.step("sweep both")
        cross = self.stage.crosswise
        self.say("Each side changes evenly again: a parabola again.")
        parts = *cross.wall.parts, self.stage.stack.layers, *cross.ball.parts
        self.add(*parts)
        ways = cross.swept(0.0, cross.goal.along, -REACH, 0.0)
        self._swing(ways, (1.0, 1.4, 0.5), parts)

    def start_level(self) -> None:
        """Both parabolas are level where our line is: so is every mix of a and b."""
        self.step("level")
        self.say(self.stage.told.level)
        cross = self.stage.crosswise
        self.play(*map(FadeOut, (cross.wall.stack, cross.wall.below)), run_time=0.4)
        self.add(*cross.level.bars)
        self.play(*moves.hold_level(self.stage), run_time=1.6)
        self.wait(0.6)

    def turn_the_way(self) -> None:
        """Turn the way about our line: the stacks over all ways are a bowl."""
        self.step("bowl")
        stage, cross = self.stage, self.stage.crosswise
        self.say(stage.told.never)
        leaving = stage.theirs, stage.third_name, *cross.goal.parts, *cross.level.bars
        cross.wall.stand_on_the_sheet()
        self.play(*map(FadeOut, leaving), FadeIn(cross.wall.stack), run_time=0.4)
        self.add(*cross.bowl.parts)
        wall = cross.wall.stack, cross.wall.curve
        parts = *wall, *cross.ball.parts, *cross.bowl.parts, stage.stack.layers
        self._show_lines(cross.turned, *parts, run_time=3.0)
        self.watch(cross.sheet.sheet, *cross.bowl.parts)
        self.play(*moves.walk_about(stage), run_time=3.6)

    def answer(self) -> None:
        """The rivals again: line 2 becomes the best line, and the others are above its mark."""
        self.step("answer")
        stage = self.stage.put_back()
        self.watch(*stage.opening)
        self.say("Can any line beat line 2?")
        self.play(*moves.come_back(stage), run_time=1.0)
        self.play(*map(FadeIn, stage.measured()), run_time=0.4)
        self.say(stage.closing)
        self.play(*moves.win(stage), run_time=2.25)

    def _make_room_for_curves(self) -> None:
        """Move the points aside, and leave one square: what was read beside them stands below."""
        stage, hero, values = self.stage, self.stage.hero, self.stage.values
        chart, single = stage.slope.chart, stage.single
        stage.epsilon_axis.crown.set_opacity(0.0)
        self.say("Why? Turn it again and watch one square.")
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
        self.play(*moves.begin_single(stage), run_time=0.8)
        single.valley.set_value(stage.slope.ends[0])
        self.say("Its side changes evenly. Its area: a parabola.")
        self.play(*map(FadeIn, single.valley.moving), run_time=0.4)
        self.let_appear()
        self.play(*moves.draw_single(stage), run_time=2.2)

    def _stack_squares(self) -> None:
        """While the line turns back each square draws its parabola; lay each on those before it."""
        stage, hero, single = self.stage, self.stage.hero, self.stage.single
        self.say("So does every other square.")
        self.play(
            *moves.zoom_out(stage),
            *exchange((stage.single_axis,), (stage.epsilon_axis, stage.area)),
            run_time=0.6,
        )
        stage.stacking.lay_down()
        for part in (hero.squares, hero.residuals):
            part.set_line(hero.line.a, hero.line.b)
        self.play(
            *map(FadeIn, (hero.squares, hero.residuals)),
            *map(FadeOut, single.drawn),
            run_time=0.3,
        )
        self.add(stage.stack)
        self.play(*moves.draw_all(stage), run_time=1.3)
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
