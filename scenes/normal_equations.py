"""From the points to five sums, and from the sums to the line: why they are enough.

Storyboard
    sums        one pass over the points adds up five sums; the points go: do they know the line?
    shift       a shift gives squares a strip or takes one; where the misses balance, epsilon is
                least, and it rises beyond
    turn        a turn changes a miss at x by x times as much: two points, compared; so x times the
                misses has to balance, too
    collect     whole heights tip the same beams: those of the points against those of the line;
                they merge to blocks of sums, times a and b, and the points are not needed any more
    intercept   the line turns and keeps the first beam level: b follows from a
    slope       that b in the other row leaves one unknown
    numbers     the five sums of the beginning go to where their letters stand
    line        the line is drawn on an empty chart; the points come back, and both beams are level
"""

from manim import FadeIn, FadeOut, linear

from scenes.film import Film
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.closing import draw_line, put_in
from scenes.visuals.normal_equations.leaning import NEARER, TURNED
from scenes.visuals.normal_equations.moves import gather, gently, merge, move_columns
from scenes.visuals.normal_equations.rows import become, late, ways, write
from scenes.visuals.normal_equations.stage import Stage, build_stage
from scenes.visuals.normal_equations.weighing import weigh_shift, weigh_turn
from scenes.visuals.plot.appearing import appear, grow
from scenes.visuals.plot.together import together


class NormalEquations(Film):
    """The least-squares line from five sums."""

    poster_step = "line"
    poster_share = 0.95
    stage: Stage

    def construct(self) -> None:
        """Tell the storyboard."""
        self.stage = build_stage(self.settings.dataset(), self.pen)
        self.add_up()
        self.shift()
        self.turn()
        self.collect()
        self.isolate_intercept()
        self.isolate_slope()
        self.step("numbers")
        put_in(self, self.stage)
        self.step("line")
        draw_line(self, self.stage)

    def add_up(self) -> None:
        """One pass over the points adds up five sums; then the points go."""
        self.step("sums")
        stage, summing = self.stage, self.stage.summing
        sums = summing.values.values()
        self.add(stage.chart, summing.waiting, *sums, summing.passed, summing.front)
        self.watch(stage.chart)
        low, high = stage.chart.x_scale.low, stage.chart.x_scale.high
        self.say("One pass over the points adds up five sums.")
        self.let_appear()

        def go(_: object, share: float) -> None:
            summing.set_front(low + gently(share) * (high - low))

        self.play(*together(go, summing.moving, linear), run_time=3.2)
        self.play(FadeOut(summing.front), run_time=0.3)
        self.say("Now forget the points.")
        self.play(FadeOut(summing.waiting), FadeOut(summing.passed), run_time=0.8)
        self.say("Do five numbers know the best line?")
        self.let_appear()

    def shift(self) -> None:
        """A shift gives each square a strip, or takes one: they cancel where the misses do."""
        self.step("shift")
        stage, chart = self.stage, self.stage.chart
        self.watch(chart, stage.epsilon)
        sums = map(FadeOut, stage.summing.values.values())
        self.play(*sums, *chart.move(layout.HALF, [], run_time=0.7))
        for part in (stage.squares, *stage.drawn):
            part.draw()
        self.play(appear(stage.points), run_time=0.5, rate_func=linear)
        self.say('Here is a guess. $res(epsilon)$ adds up the squares of its $res("misses")$.')
        self.play(FadeIn(stage.line), FadeIn(stage.residuals), run_time=0.5)
        self.play(grow(stage.squares), FadeIn(stage.epsilon, rate_func=late), run_time=1.2)
        self.say("The best line has the least $res(epsilon)$. A shift makes it fall.")
        shifting = (*stage.shifting, stage.squares)
        self.play(*stage.leaning.to(TURNED, NEARER, shifting), run_time=1.6)
        weigh_shift(self, stage)

    def turn(self) -> None:
        """A turn changes a miss at x by x times as much: they balance with their levers, too."""
        self.step("turn")
        self.watch(self.stage.chart, self.stage.turning.compared)
        weigh_turn(self, self.stage)
        self.say("This beam is tipped: the line still wants a turn.")
        self.watch(self.stage.chart, *self.stage.misses)
        self.wait(1.5)

    def collect(self) -> None:
        """Whole heights instead of misses: what tips the beams is sums alone."""
        self.step("collect")
        stage, rows = self.stage, self.stage.rows
        second = stage.misses[1]
        self.say("Both level: that is the best line. Which $slope(a)$, which $intercept(b)$?")
        self.play(
            *map(FadeOut, (rows.by_slope, rows.by_intercept, stage.epsilon, second)), run_time=0.5
        )
        self.wait(0.5)
        if stage.heights:
            self.weigh_heights()
        else:
            self.say("No single point is needed: two rows, five sums.")
            self.play(*map(FadeOut, (stage.points, stage.residuals)), FadeIn(second), run_time=0.8)
        for mark, row in zip(rows.marks, (rows.shift, rows.turn), strict=True):
            self.play(FadeIn(mark), run_time=0.2)
            write(self, row)

    def weigh_heights(self) -> None:
        """The heights of the points against those of the line, merged to blocks of sums."""
        stage = self.stage
        assert stage.heights is not None
        first, second = stage.heights
        self.say("A miss is the height of a point, minus that of the line.")
        self.watch(stage.chart, first, second)
        first.set_gathered(0.0)
        of_points, *of_line = first.pieces
        self.play(FadeIn(of_points), run_time=1.0)
        self.wait(0.6)
        self.play(FadeOut(stage.residuals), *map(FadeIn, of_line), run_time=1.0)
        self.say("Weigh whole heights instead: the beam stays level.")
        self.play(FadeOut(stage.misses[0]), run_time=0.3)
        gather(self, first, time=2.2)
        self.say(
            "The points weigh $D$, the line $slope(a)$ times $B$ plus $N$ times $intercept(b)$."
        )
        self.play(*merge(first), run_time=0.8)
        self.say("With levers $slope(x)$, it is $C$ against $A slope(a)$ plus $B intercept(b)$.")
        gather(self, second, time=1.8)
        self.play(*merge(second), run_time=0.8)
        self.say("No single point is needed: two rows, five sums.")
        self.play(FadeOut(stage.points), run_time=0.8)
        self.play(
            *move_columns(first, layout.FIRST_ROWS),
            *move_columns(second, layout.SECOND_ROWS),
            run_time=0.7,
        )

    def isolate_intercept(self) -> None:
        """The first beam stays level while the line turns: b follows from a."""
        self.step("intercept")
        stage, rows = self.stage, self.stage.rows
        self.say("Keep the orange beam level: $intercept(b)$ gives what $slope(a)$ takes.")
        columns = stage.heights or stage.misses
        self.play(*stage.leaning.to(0.5 * TURNED, 0.0, (stage.line, *columns)), run_time=2.2)
        become(self, rows.shift, rows.intercept, "rd rb rn a b")

    def isolate_slope(self) -> None:
        """That b in the other row leaves one unknown, made of sums alone."""
        self.step("slope")
        rows = self.stage.rows
        self.say("Put this $intercept(b)$ into the other row.")
        become(
            self,
            rows.turn,
            rows.put_in,
            "ra a p rb e rc",
            paths=ways(rows.intercept, "all"),
        )
        self.say("Multiply by $N$, and collect what has an $slope(a)$.")
        become(self, rows.put_in, rows.times, "a p e")
        self.wait(0.6)
        become(self, rows.times, rows.free, "an bb bd cn e a")
        self.wait(0.6)
        self.say("Divide, and $slope(a)$ is made of sums alone.")
        become(self, rows.free, rows.slope, "a e all left")
        self.wait(0.6)
