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

from manim import Animation, FadeIn, FadeOut, linear

from scenes.film import Film
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.closing import draw_line, put_in
from scenes.visuals.normal_equations.heights import Heights
from scenes.visuals.normal_equations.leaning import NEARER, TURNED
from scenes.visuals.normal_equations.moves import gather, gently, merge, move_columns, rise
from scenes.visuals.normal_equations.rows import late, open_up, replace, ways, write
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
            self.say("A miss is the height of a point, minus that of the line.")
            self.play(*map(FadeOut, (*leaving, stage.misses[1])), run_time=0.5)
            self.stack_heights(*stage.heights)
        else:
            self.say("No single point is needed: two rows, five sums.")
            self.play(*map(FadeOut, (*leaving, stage.points, stage.residuals)), run_time=0.8)
        for mark, row in zip(rows.marks, (rows.shift, rows.tipped), strict=True):
            self.play(FadeIn(mark), run_time=0.2)
            write(self, row)

    def stack_heights(self, first: Heights, second: Heights) -> None:
        """The heights of the points against those of the line, merged to blocks of sums."""
        stage, far = self.stage, self.stage.turning.far

        def defining(letters: str) -> list[Animation]:
            return [FadeIn(stage.defined[letter]) for letter in letters]

        self.watch(stage.chart, first, second)
        first.set_gathered(0.0).set_shown(0.0, far)
        names = first.example(self.pen, far)
        of_point, *of_line = names
        points, *line = first.pieces
        self.play(*map(FadeIn, (points, of_point)), run_time=0.7)
        self.play(*map(FadeIn, (*line, *of_line)), run_time=0.7)
        self.say("Whole heights differ by the same misses: level stays level.")
        self.wait(0.8)
        self.play(*map(FadeOut, (names, stage.residuals)), run_time=0.3)
        self.play(*rise(first, far), run_time=0.9)
        self.play(FadeOut(stage.misses[0]), run_time=0.3)
        gather(self, first, time=2.0)
        self.say("All points together make $D$, the sum of $y$.")
        self.play(*merge(first, points=True), *defining("D"), run_time=0.8)
        self.say("The line makes $slope(a)$ times $B$, the sum of $x$, and $N intercept(b)$.")
        self.play(*merge(first, line=True), *defining("BN"), run_time=0.8)
        self.say("Each height $x$ times: now $C$, and $A slope(a)$ plus $B intercept(b)$.")
        gather(self, second, time=1.8)
        self.play(*merge(second, points=True, line=True), *defining("C"), run_time=0.8)
        self.say("No single point is needed: two rows, five sums.")
        self.play(FadeOut(stage.points), *defining("A"), run_time=0.8)
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
        moving = (stage.line, *(stage.heights or stage.misses))
        for share, time in ((1.2, 0.8), (0.7, 1.3)):
            self.play(*stage.leaning.to(share * TURNED, 0.0, moving), run_time=time)
        replace(self, rows.shift, rows.intercept)

    def isolate_slope(self) -> None:
        """That b in the other row leaves one unknown, made of sums alone."""
        self.step("slope")
        rows = self.stage.rows
        self.say("Which $slope(a)$ makes the blue one level? Put in this $intercept(b)$.")
        way = ways(rows.intercept, "all")[0]
        open_up(self, rows.tipped, rows.put_in, "ra a p rb rc", way)
        self.wait(0.6)
        self.say("Multiply by $N$, and collect what has an $slope(a)$.")
        replace(self, rows.put_in, rows.times)
        self.wait(0.6)
        replace(self, rows.times, rows.free)
        self.wait(1.0)
        self.say("Divide, and $slope(a)$ is made of sums alone.")
        replace(self, rows.free, rows.slope)
        self.wait(1.0)
