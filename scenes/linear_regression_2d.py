"""The film of the article: no line has a smaller residual than the least-squares line.

Storyboard
    rivals      three lines through the same points; their squares fill tanks; any less than line 2?
    search      line 2, large: turned, shifted, and again, until neither helps; both together?
    sweep a     turning alone: the area of each square draws a parabola; stacked they are one
    sweep b     shifting alone draws another one, on the same mark
    mark        the level is counted from the mark, in units of what is below
    doubt       the two parabolas crosswise on a level sheet, every dot of which is a line
    sweep both  turned and shifted at once, the squares stack to a parabola whatever the mix; they
                all have a hole in the middle: lowest here?
    touch       from very near a and b lie level, and a net of their neighbours with them; a mix is
                a little a, then a little b, and no such step leaves the sheet: each mix is level
    bowl        seen from afar again all mixes bend upward to a bowl, on which the rivals are met
    answer      the rivals again; line 2 becomes the best line, which nothing takes lower
"""

from functools import partial

from manim import FadeIn, FadeOut, linear

from scenes.film import SECOND_HALF, Film, exchange
from scenes.visuals.linear_regression_2d import layout, looking, moves
from scenes.visuals.linear_regression_2d.build import build_stage
from scenes.visuals.linear_regression_2d.lines.search import Line
from scenes.visuals.linear_regression_2d.showing import show_lines, swing
from scenes.visuals.linear_regression_2d.stage import Stage
from scenes.visuals.linear_regression_2d.surface.space import REACH
from scenes.visuals.linear_regression_2d.surface.wall import GAP, LEFT_END
from scenes.visuals.plot.appearing import grow

# Of a sweep: how far the dot goes to show what it is, and the line where the search stops.
FAR = 0.8
TRIED = 0.25
STEPS = 4  # along a and along b, in which a mix is walked


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
        self.touch()
        self.rise()
        self.answer()

    def show_rivals(self) -> None:
        """Three lines, their squares, their tanks: one holds less than the others."""
        self.step("rivals")
        stage, rivals, told = self.stage, self.stage.rivals, self.stage.told
        for rival in rivals:
            self.add(rival.chart, rival.tank, rival.name, rival.line, rival.points)
        self.watch(*stage.opening)
        self.say(told.question)
        self.wait(0.75)
        self.play(*(grow(rival.residuals) for rival in rivals), run_time=1.0)
        self.say(told.squares)
        self.play(*(grow(rival.squares) for rival in rivals), run_time=1.0)
        self.remove(*(rival.squares for rival in rivals))
        self.add(*(rival.pouring for rival in rivals))
        self.let_appear()
        self.play(*(moves.pour(rival) for rival in rivals), run_time=1.25, rate_func=linear)
        self.play(*moves.end_pouring(stage), run_time=0.4)
        self.say("Line 2 holds least. Can any beat it?")

    def search(self) -> None:
        """The winner becomes large; it is turned and shifted until neither helps."""
        self.step("search")
        stage, hero, values = self.stage, self.stage.hero, self.stage.values
        self.watch(hero.chart, hero.tank)
        hero.tank.set_mark(hero.epsilon())
        self.play(*moves.enlarge(stage), run_time=0.75)
        self.say("Turn alone: slope $slope(a)$.")
        stage.pivot.draw()
        stage.stem.draw()
        beaten = stage.beaten.draw(), stage.beaten_name, hero.tank.mark
        arriving = values.a, values.b, values.epsilon, stage.pivot, stage.stem, *beaten
        self.play(*map(FadeIn, arriving), run_time=0.4)
        coming = *stage.lit.frames, stage.least_so_far
        self.add(*coming)
        kept = hero.tank.mark, *coming
        show_lines(self, stage, partial(stage.tried, 0), *kept, run_time=1.2, rate=linear)
        self.say(stage.told.shifted)
        show_lines(self, stage, partial(stage.tried, 1), *kept, run_time=1.25, rate=linear)
        self.say("Repeat, until neither helps.")
        show_lines(self, stage, partial(stage.searched, 2), *kept, run_time=1.25, rate=linear)
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
        self.play(*map(FadeIn, valley.moving), *moves.name_sum(stage), run_time=0.3)
        parts = *valley.moving, stage.stack.layers
        swing(self, stage, valley.ways(high, low, valley.optimum)[1:], (0.85,), parts)
        self.say("Lowest: our line.")
        self.wait(1.5)

    def sweep_intercept(self) -> None:
        """Swing b about the optimum: another parabola, the same mark."""
        self.step("sweep b")
        stage, valley = self.stage, self.stage.second
        self.watch(stage.hero.chart, stage.hero.tank, valley.chart)
        self.say("Shift alone: a parabola, too.")
        self.play(*moves.change_number(stage), run_time=0.5)
        self.settle(valley.chart)
        ways = valley.ways(valley.optimum, *valley.ends[::-1], valley.optimum)
        swing(self, stage, ways, (0.25, 0.75, 0.5), (*valley.moving, stage.stack.layers))

    def count_from_the_mark(self) -> None:
        """Count the level from the mark, in units of what lies below: could any line go below 0?"""
        self.step("mark")
        stage, relative = self.stage, self.stage.shown.landscape.relative
        self.say(stage.told.counted)
        counted = moves.count(stage) if relative else []
        self.play(FadeOut(stage.stack.layers), *counted, run_time=0.75)
        if relative:
            self.add(stage.units)
            self.play(moves.copy_upward(stage), run_time=1.0)
            self.wait(1.0)

    def doubt_mixes(self) -> None:
        """Put the two parabolas crosswise, on a sheet of all lines: could one far off both dip?"""
        self.step("doubt")
        stage, hero, cross = self.stage, self.stage.hero, self.stage.crosswise
        sheet = cross.sheet
        self.watch(hero.chart, hero.tank, *sheet.curves)
        self.say("Cross them: every dot is a line.")
        self.replace(stage.second.curve, sheet.curves[1])
        # Each has had its own axis; where both stand there is none.
        left = *stage.second.left, stage.units
        self.play(*exchange(left, (sheet.curves[0], *stage.names)), run_time=0.5)
        self.replace(stage.floor, sheet.sheet)
        self.play(*looking.open_sheet(stage), run_time=1.0)
        self.settle(hero.chart)
        for angle in sheet.angles:
            far = cross.out_and_back(angle, FAR)
            show_lines(self, stage, far, *cross.ball.parts, run_time=1.1, rate=linear)

    def sweep_both(self) -> None:
        """Change both at once, to both sides: the squares stack to a parabola, whatever the mix."""
        self.step("sweep both")
        stage, cross = self.stage, self.stage.crosswise
        self.watch(stage.hero.chart, stage.hero.tank, cross.sheet.sheet, cross.wall.curve)
        self.say("Both at once: a mix.")
        cross.wall.set_gap(*GAP).set_seen(0.0, 0.0)
        self.play(*looking.lay_diagonal(stage), run_time=0.5)
        self.add(*cross.wall.parts)
        parts = *cross.wall.parts, *cross.ball.parts
        right, left = cross.swept((GAP[1], REACH), (-GAP[0], -LEFT_END))
        self._go_on_with(right(0.0))
        swing(self, stage, [right], (1.1,), parts)
        self.play(*looking.leave_line(stage), run_time=0.25)
        self._go_on_with(left(0.0))
        swing(self, stage, [left], (1.1,), parts)
        self.say("Each mix: a parabola. Lowest here?")
        self.play(*map(FadeOut, (cross.diagonal, cross.diagonal.letters)), run_time=0.4)
        self.add(cross.mixes)
        show_lines(self, stage, cross.turned, *parts, cross.mixes, run_time=2.1)
        self.play(*looking.ask(stage), run_time=0.5)
        self._go_on_with(stage.best)

    def touch(self) -> None:
        """From very near a and b are level, and so is each mix: it is steps along a and along b."""
        self.step("touch")
        stage, cross = self.stage, self.stage.crosswise
        self.say(stage.told.level)
        self.let_appear()
        self.watch(cross.sheet.sheet, *cross.sheet.names)
        self.add(cross.net)
        self.play(*looking.come_near(stage), run_time=2.0)
        self.say(stage.told.steps)
        self.add(*cross.stairs.parts)
        self.play(*looking.walk(stage, STEPS), run_time=2.0)
        self.wait(0.25)
        self.say("Level and level: each mix is level.")
        self.play(*looking.complete(stage), run_time=1.0)
        self.wait(0.25)

    def rise(self) -> None:
        """Go back: all mixes bend upward and are a bowl, on which the rivals are met."""
        self.step("bowl")
        stage, cross = self.stage, self.stage.crosswise
        self.watch(stage.hero.chart, stage.hero.tank, cross.sheet.sheet)
        self.say("Then each climbs: a bowl.")
        self.play(*looking.go_back(stage), run_time=2.0)
        self.remove(cross.net)
        self.settle(stage.hero.chart, stage.level_axis)
        self._meet_rivals()

    def answer(self) -> None:
        """The rivals again: line 2 becomes the best line, and the others are above its mark."""
        self.step("answer")
        stage = self.stage.count_from_the_mark()
        self.watch(*stage.opening)
        self.play(*moves.come_back(stage), run_time=0.75)
        self.remove(stage.values.a, stage.values.b)
        self.play(*map(FadeIn, stage.measured()), run_time=0.25)
        self.play(*moves.win(stage), run_time=0.8)
        self.say(stage.closing)

    def _try_around(self) -> None:
        """Where the search stops try to turn, then to shift: either is worse; then both at once."""
        stage, ways = self.stage, self.stage.crosswise.ways
        self.replace(stage.least_so_far, stage.found_name)
        for k, angle in enumerate((ways.of_slope, ways.of_second)):
            tried = partial(stage.shaken, k, ways.to_and_fro(TRIED, angle))
            show_lines(self, stage, tried, *stage.lit.frames, run_time=0.65, rate=linear)
        self.say("Turn and shift together?")
        self.add(stage.fan)
        self.play(*moves.wonder(stage), run_time=1.6)

    def _go_on_with(self, line: Line) -> None:
        """Show ``line``, and none on the way to it: what they hold is still asked."""
        self.stage.show(*line)
        self.play(*map(FadeIn, self.stage.of_line), run_time=0.25)

    def _meet_rivals(self) -> None:
        """Visit the rivals on the bowl, and any line on a way about the one in the middle."""
        stage, cross = self.stage, self.stage.crosswise
        self.say("Lines 1, 2, 3: all sit higher.")
        here = stage.best
        for met in cross.met:
            way = cross.straight(here, met.line)
            show_lines(self, stage, way, *cross.ball.parts, run_time=0.45)
            self.play(FadeIn(met), run_time=0.2)
            here = met.line
        self.say(stage.told.never)
        # The column is taken round where it is written.
        self.play(FadeOut(cross.ours.words), run_time=0.4)
        way = cross.led_round(here, cross.other)
        show_lines(self, stage, way, *cross.ball.parts, run_time=1.25)

    def _make_room_for_curves(self) -> None:
        """Move the points aside, and leave one square: what was read beside them stands below."""
        stage, hero, values = self.stage, self.stage.hero, self.stage.values
        chart, single = stage.slope.chart, stage.single
        self.say("First, turning alone: one square.")
        self.watch(hero.chart, hero.tank, chart)
        self.add(*single.set_line(*stage.best).drawn)
        self.play(*moves.make_room(stage), run_time=0.8)
        values.put(layout.values_below(stage.beside))
        self.settle(chart)
        chart.y_scale = single.levels
        arriving = values.a, values.b, stage.axes[0]
        coming = (FadeIn(part, rate_func=SECOND_HALF) for part in arriving)
        self.play(*moves.single_out(stage), *coming, run_time=0.4)

    def _draw_with_one_square(self) -> None:
        """While the line turns the one square draws its parabola."""
        stage, single = self.stage, self.stage.single
        self.play(*moves.begin_single(stage), run_time=0.4)
        single.valley.set_value(stage.slope.ends[0])
        self.say("Its area draws a parabola.")
        self.play(*map(FadeIn, single.valley.moving), run_time=0.4)
        self.let_appear()
        self.play(*moves.draw_single(stage), run_time=1.5)

    def _stack_squares(self) -> None:
        """While the line turns back each square draws its parabola; lay each on those before it."""
        stage, hero, single = self.stage, self.stage.hero, self.stage.single
        self.say("All squares, stacked: one parabola.")
        first, each, summed = stage.axes
        self.add(each.set_seen(0.0))
        self.play(*moves.zoom_out(stage), run_time=0.5)
        self.remove(first)
        stage.stacking.lay_down()
        coming = map(FadeIn, (hero.squares, hero.residuals))
        self.play(*coming, *map(FadeOut, single.drawn), run_time=0.3)
        self.add(stage.stack)
        self.play(*moves.draw_all(stage), run_time=1.0)
        self.add(summed.set_seen(0.0))
        self.play(*moves.stack_squares(stage), run_time=1.25)
        self.remove(each)
