"""From the points to five sums, and from the sums to the line: why they are enough.

Storyboard
    sums        one pass over the points adds up five sums; the points go: do they know the line?
    shift       a shift gives squares a strip or takes one; where the misses balance, epsilon is
                least, and it rises beyond
    turn        a turn changes a miss at x by x times as much: two points, compared; so x times the
                misses has to balance, too
    collect     what point and line share comes below both piles: whole heights tip the beams as
                the misses did; they are sums, times a and b, and the points are not needed any more
    intercept   the line turns and keeps the first beam level: b follows from a
    slope       that b in the other row leaves one unknown; the line turns to where it is equal
    numbers     the five sums of the beginning go to where their letters stand
    line        the line is drawn on an empty chart; the points come back, both beams are level, and
                every shift or turn makes epsilon rise
"""

from manim import Animation, FadeIn, FadeOut, linear

from scenes.film import Film
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.closing import draw_line, put_in
from scenes.visuals.normal_equations.heights import Heights
from scenes.visuals.normal_equations.leaning import NEARER, TURNED
from scenes.visuals.normal_equations.moves import gently, merge, move_columns, put_under
from scenes.visuals.normal_equations.rows import late, open_up, replace, ways, write
from scenes.visuals.normal_equations.stage import Stage, build_stage
from scenes.visuals.normal_equations.weighing import weigh_shift, weigh_turn
from scenes.visuals.plot.appearing import appear, grow
from scenes.visuals.plot.together import together

ENOUGH = "No single point is needed: two rows, five sums."


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
        self.say(
            'To find out, take a guess: $res(epsilon)$ adds up the squares of its $res("misses")$.'
        )
        self.play(FadeIn(stage.line), FadeIn(stage.residuals), run_time=0.5)
        self.play(grow(stage.squares), FadeIn(stage.epsilon, rate_func=late), run_time=1.2)
        self.say("The best line has the least $res(epsilon)$. A shift up makes it fall.")
        shifting = (*stage.shifting, stage.squares)
        self.play(*stage.leaning.to(TURNED, NEARER, shifting), run_time=1.6)
        weigh_shift(self, stage)

    def turn(self) -> None:
        """A turn changes a miss at x by x times as much: it counts x times."""
        self.step("turn")
        self.watch(self.stage.chart, self.stage.turning.compared)
        weigh_turn(self, self.stage)
        self.watch(self.stage.chart, *self.stage.misses)
        self.wait(1.5)

    def collect(self) -> None:
        """Whole heights instead of misses: what tips the beams is sums alone."""
        self.step("collect")
        stage, rows = self.stage, self.stage.rows
        leaving = rows.of_turn, rows.of_shift, stage.epsilon
        if stage.heights:
            self.say("Below each miss, point and line share a height.")
            self.play(*map(FadeOut, leaving), FadeIn(stage.heights[0].set_gathered(0.0).pieces))
            self.stack_heights(*stage.heights)
        else:
            self.say(ENOUGH)
            self.play(*map(FadeOut, (*leaving, stage.points, stage.residuals)), run_time=0.8)
        for mark, row in zip(rows.marks, (rows.shift, rows.tipped), strict=True):
            self.play(FadeIn(mark), run_time=0.2)
            write(self, row)

    def stack_heights(self, first: Heights, second: Heights) -> None:
        """The heights of the points against those of the line, merged to blocks of sums."""
        stage = self.stage

        def defining(letters: str) -> list[Animation]:
            return [FadeIn(stage.defined[letter]) for letter in letters]

        self.say("Put it under both piles: level stays level.")
        put_under(self, stage.misses[0], first)
        self.watch(stage.chart, first, second)
        self.say("The left is now all heights of points: their sum $D$.")
        self.play(
            *merge(stage.misses[0], first, points=True, line=False),
            *defining("D"),
            FadeOut(stage.residuals),
            run_time=0.8,
        )
        self.say("The right, those of the line: $slope(a)$ times $B$, and $N intercept(b)$.")
        self.play(
            *merge(stage.misses[0], first, points=False, line=True), *defining("BN"), run_time=0.8
        )
        self.remove(*stage.misses[0].get_family())
        self.say("And $x$ times all that: $C$ against $A slope(a)$ plus $B intercept(b)$.")
        put_under(self, stage.misses[1], second.set_gathered(0.0), time=1.6)
        self.play(
            *merge(stage.misses[1], second, points=True, line=True), *defining("C"), run_time=0.8
        )
        self.remove(*stage.misses[1].get_family())
        self.say(ENOUGH)
        self.play(FadeOut(stage.points), *defining("A"), run_time=0.8)
        self.play(
            *move_columns(first, layout.FIRST_ROWS),
            *move_columns(second, layout.SECOND_ROWS),
            run_time=0.7,
        )

    def isolate_intercept(self) -> None:
        """The first beam stays level while the line turns: b follows from a."""
        self.step("intercept")
        rows = self.stage.rows
        self.say("Keep the orange beam level: $intercept(b)$ gives what $slope(a)$ takes.")
        self.turn_about_the_mean(0.75, 1.8)
        replace(self, rows.shift, rows.intercept)

    def isolate_slope(self) -> None:
        """That b in the other row leaves one unknown; the line turns to where it is right."""
        self.step("slope")
        rows = self.stage.rows
        self.say("Put this $intercept(b)$ into the other row, and multiply by $N$.")
        way = ways(rows.intercept, "all")[0]
        open_up(self, rows.tipped, rows.put_in, "ra a p rb rc e", way)
        self.wait(0.7)
        replace(self, rows.put_in, rows.free)
        self.wait(0.7)
        self.say("One $slope(a)$ makes it equal: it is made of sums alone.")
        replace(self, rows.free, rows.unsolved)
        self.turn_about_the_mean(0.0, 2.2)
        self.play(FadeOut(rows.unsolved), FadeIn(rows.slope), run_time=0.3)
        self.wait(1.2)

    def turn_about_the_mean(self, share: float, time: float) -> None:
        """Turn the line to a share of its first turn from the best; one beam stays level."""
        stage = self.stage
        moving = (stage.line, *(stage.heights or stage.misses))
        self.play(*stage.leaning.to(share * TURNED, 0.0, moving), run_time=time)
