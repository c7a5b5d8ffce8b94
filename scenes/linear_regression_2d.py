"""The film of the article: no line has a smaller residual than the least-squares line.

Storyboard
    rivals      three lines through the same points; their squares fill three tanks; line 2 holds
                the least: can any line beat it?
    search      line 2, large: turned and shifted, until either only makes it worse; and both
                together?
    sweep a     turning alone: the side of one square runs straight, its area draws a parabola; so
                does each; stacked, they are one, and our line is its lowest place
    sweep b     shifted, the line draws another one, on the same mark
    mark        the level is counted from the mark
    doubt       the two parabolas crosswise on a level sheet, on which every dot is a line: one is
                taken along a, along b, and along both at once to line 3
    sweep both  back from line 3, and beyond our line, the squares stack to a parabola again, which
                is level at our line
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

# Of a sweep: how far the dot goes to show what it is, and the line where the search stops.
FAR = 0.6
TRIED, TEMPTING = 0.25, 0.12


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
        beaten = stage.beaten.draw(), stage.beaten_name
        self.play(*map(FadeIn, (*arriving, *beaten)), run_time=0.4)
        self._show_lines(partial(stage.tried, 0), hero.tank.mark, run_time=1.1, rate=linear)
        self.say(stage.told.shifted)
        self._show_lines(partial(stage.tried, 1), hero.tank.mark, run_time=1.5, rate=linear)
        self.say("And again, in turn.")
        self._show_lines(partial(stage.searched, 2), hero.tank.mark, run_time=1.2, rate=linear)
        self._try_around()

    def sweep_slope(self) -> None:
        """Why turning never helps: the squares' small parabolas are stacked to a large one."""
        self.step("sweep a")
        self._make_room_for_curves()
        self._draw_with_one_square()
        self._stack_squares()
        stage, valley = self.stage, self.stage.slope
        low, high = valley.ends
        valley.set_value(low, (high,))
        self.play(*map(FadeIn, valley.moving), *moves.name_sum(stage), run_time=0.4)
        self.say("Back at our line it is lowest.")
        parts = *valley.moving, stage.stack.layers
        self._swing(valley.ways(high, low, valley.optimum)[1:], (1.2,), parts)

    def sweep_intercept(self) -> None:
        """Swing b about the optimum: another parabola, the same mark."""
        self.step("sweep b")
        stage, old, valley = self.stage, self.stage.slope, self.stage.second
        self.watch(stage.hero.chart, stage.hero.tank, valley.chart)
        self.say(stage.told.second)
        lines = old.level, old.marker, stage.single.valley.curve
        leaving = *lines, stage.stack, stage.stack.layers
        self.play(
            *exchange((old.chart,), (valley.chart, *valley.moving, stage.slope_name)),
            *(FadeOut(part, rate_func=moves.AT_ONCE) for part in leaving),
            run_time=0.6,
        )
        self.settle(valley.chart)
        low, high = valley.ends
        ways = valley.ways(valley.optimum, high, low, valley.optimum)
        self._swing(ways, (0.5, 0.85, 0.4), valley.moving)

    def count_from_the_mark(self) -> None:
        """Count the level from the mark: could any line go below 0?"""
        self.step("mark")
        stage = self.stage
        self.say(stage.told.counted)
        if stage.shown.landscape.relative:
            self.play(*moves.count(stage), run_time=1.0)
        self.wait(0.8)

    def doubt_mixes(self) -> None:
        """Put the two parabolas crosswise, on a sheet of all lines: could one far off both dip?"""
        self.step("doubt")
        stage, hero = self.stage, self.stage.hero
        cross, sheet = stage.crosswise, stage.crosswise.sheet
        self.watch(hero.chart, hero.tank, *sheet.curves)
        self.say("Cross them on a sheet.")
        for valley, curve in zip((stage.slope, stage.second), sheet.curves, strict=True):
            self.replace(valley.curve, curve)
        old = stage.second
        leaving = old.chart, old.level, old.marker, stage.floor.title, stage.slope_name
        self.play(*exchange(leaving, ()), run_time=0.4)
        self.replace(stage.floor, sheet.sheet)
        self.play(*moves.open_sheet(stage))
        self.settle(hero.chart)
        self.say(stage.told.dots)
        for angle in sheet.angles:
            self._show_lines(cross.out_and_back(angle, FAR), *cross.ball.parts, run_time=1.2)
        self.say("Both at once: to line 3.")
        stage.third_name.put(labels.end_of(stage.theirs.draw()))
        thin = stage.ours.draw(), stage.theirs, stage.third_name
        self.play(
            *map(FadeIn, (*thin, *cross.goal.parts)), *map(FadeOut, cross.ball.above), run_time=0.5
        )
        self._show_lines(cross.taken, cross.ball.dot, run_time=1.3)
        self.wait(0.4)

    def sweep_both(self) -> None:
        """Go back from line 3 and beyond ours: the squares stand over the way, level at ours."""
        self.step("sweep both")
        stage, cross = self.stage, self.stage.crosswise
        self.say("On this way too the squares stack to a parabola.")
        self.play(*map(FadeIn, cross.ball.above), run_time=0.4)
        parts = *cross.wall.parts, stage.stack.layers, *cross.ball.parts
        self.add(*parts)
        self._swing(cross.swept(cross.goal.along, -REACH, 0.0), (1.9, 0.9), parts)
        self.say("Neither helped, so it starts level.")
        rocked = cross.ways.to_and_fro(TEMPTING, cross.goal.angle)
        self._show_lines(rocked, stage.stack.layers, *cross.ball.parts, run_time=1.3)
        self.wait(0.5)

    def turn_the_way(self) -> None:
        """Turn the way about our line: the stacks over all ways are a bowl."""
        self.step("bowl")
        stage, cross = self.stage, self.stage.crosswise
        self.say("So it only climbs, on every way.")
        numbers = cross.sheet.numbers
        leaving = stage.theirs, stage.third_name, *cross.goal.parts, cross.wall.below, *numbers
        self.play(*map(FadeOut, leaving), run_time=0.4)
        cross.wall.stand_on_the_sheet()
        self.add(*cross.bowl.parts)
        wall = cross.wall.stack, cross.wall.curve
        parts = *wall, *cross.ball.parts, *cross.bowl.parts, stage.stack.layers
        self._show_lines(cross.turned, *parts, run_time=2.3)
        self.say(stage.told.never)
        self.play(*moves.walk_about(stage), run_time=2.0)

    def answer(self) -> None:
        """The rivals again: line 2 becomes the best line, and the others are above its mark."""
        self.step("answer")
        stage = self.stage.count_from_the_mark()
        self.watch(*stage.opening)
        self.play(*moves.come_back(stage), run_time=1.0)
        self.remove(stage.values.a, stage.values.b)
        self.play(*map(FadeIn, stage.measured()), run_time=0.3)
        self.play(*moves.win(stage), run_time=1.2)
        self.say(stage.closing)
        self.let_appear()
        self.say("Beat this one? No line can.")
        self.play(*moves.try_to_beat(stage), run_time=1.8)

    def _try_around(self) -> None:
        """Where the search stops try to turn, then to shift: either is worse; then both at once."""
        stage, ways = self.stage, self.stage.crosswise.ways
        self.say("Turn it: worse. Shift it: worse.")
        self.play(FadeIn(stage.found_name), run_time=0.4)
        for angle in (ways.of_slope, ways.of_second):
            self._show_lines(ways.to_and_fro(TRIED, angle), run_time=0.85)
        self.say("Turning and shifting together?")
        self._show_lines(ways.to_and_fro(TEMPTING, stage.crosswise.goal.angle), run_time=1.3)

    def _make_room_for_curves(self) -> None:
        """Move the points aside, and leave one square: what was read beside them stands below."""
        stage, hero, values = self.stage, self.stage.hero, self.stage.values
        chart, single = stage.slope.chart, stage.single
        self.say("Turn alone: watch one square.")
        self.watch(hero.chart, hero.tank, chart)
        beaten = stage.beaten, stage.beaten_name
        leaving = (values.a, values.b, values.epsilon, stage.found_name, *beaten)
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
        self.play(*map(FadeIn, (*single.valley.moving, *single.told)), run_time=0.4)
        self.let_appear()
        self.play(*moves.draw_single(stage), run_time=2.1)

    def _stack_squares(self) -> None:
        """While the line turns back each square draws its parabola; lay each on those before it."""
        stage, hero, single = self.stage, self.stage.hero, self.stage.single
        self.play(
            *moves.zoom_out(stage),
            *exchange((stage.single_axis,), (stage.area,)),
            run_time=0.6,
        )
        stage.stacking.lay_down()
        arriving = hero.squares, hero.residuals
        self.play(*map(FadeIn, arriving), *map(FadeOut, single.drawn), run_time=0.3)
        self.add(stage.stack)
        self.say("Every square draws one.")
        self.play(*moves.draw_all(stage), run_time=1.4)
        self.say("Stacked: one big parabola.")
        self.play(*moves.stack_squares(stage), run_time=1.7)

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
