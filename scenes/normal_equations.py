"""From the points to five sums, and from the sums to the line: why they are enough.

Storyboard
    sums        one pass over the points adds up five sums; the points go: do they know the line?
    shift       a shift gives squares a strip or takes one; they cancel where the misses balance,
                and beyond that epsilon rises again
    turn        a turn changes a miss at x by x times as much; so they balance with levers, too
    collect     multiplied out term by term, unknowns on one side, sums on the other: five of them
    slope       row 2 minus N/B times row 1: b is gone, and only the turn about the mean is left;
                the line turns past the a that comes out, and back: both are level
    intercept   row 2 gives b: mean height minus a times mean x, along the line to x = 0
    numbers     the five sums of the beginning go to where their letters stand
    line        the line is drawn on an empty chart; the points come back, and it is theirs
"""

from manim import RIGHT, UP, FadeIn, FadeOut, VGroup, linear

from scenes.film import Film
from scenes.visuals.normal_equations import derivation, layout
from scenes.visuals.normal_equations.board import (
    become,
    lifted,
    make_room,
    name_rows,
    strike,
    whole,
    write,
    written,
)
from scenes.visuals.normal_equations.closing import draw_line, put_in
from scenes.visuals.normal_equations.leaning import BEYOND, NEARER, OVER, TURNED
from scenes.visuals.normal_equations.moves import (
    gather,
    gently,
    move_balance,
    out_and_back,
    pass_over,
    slide,
)
from scenes.visuals.normal_equations.stage import Stage, build_stage
from scenes.visuals.normal_equations.travel import arrivals, late, ways
from scenes.visuals.normal_equations.weighing import level_the_turn, weigh_strips
from scenes.visuals.plot.appearing import appear, grow
from scenes.visuals.plot.together import together

# The derivatives, without the "= 0" that is not true yet.
ROW_1 = "d1", "e1", "n1", "k1", "S1", "o1", "in1"
ROW_2 = "d2", "e2", "n2", "k2", "S2", "in2"


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
        self.isolate_slope()
        self.isolate_intercept()
        self.put_in()
        self.draw_line()

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
        self.say('A guess: $res(epsilon)$ adds up the squares of its $res("misses")$.')
        self.play(FadeIn(stage.line), FadeIn(stage.residuals), run_time=0.5)
        self.play(grow(stage.squares), FadeIn(stage.epsilon, rate_func=late), run_time=1.2)
        self.say("Best is the least $res(epsilon)$. Shift: it falls.")
        shifting = (*stage.shifting, stage.squares)
        self.play(*stage.leaning.to(TURNED, NEARER, shifting), run_time=1.6)
        weigh_strips(self, stage)
        self.say("$res(epsilon)$ falls until the beam is level, and rises beyond.")
        for place, time in ((BEYOND, 1.8), (0.0, 1.0)):
            shifted = stage.leaning.to(TURNED, place, (*stage.shifting, stage.first))
            self.play(*shifted, run_time=time)
        self.say("Gains and losses cancel: this is 0.")
        self.play(written(stage.gradient, ["z2"]), run_time=0.6)
        self.say("Divided by $N$: the mean lies on the line.")
        self.play(written(stage.mean_row), run_time=0.8)
        self.play(FadeIn(stage.mean, scale=3), run_time=0.6)

    def turn(self) -> None:
        """A turn changes a miss at x by x times as much: they balance with their levers, too."""
        self.step("turn")
        stage, leaning = self.stage, self.stage.leaning
        stage.turns.set_start(*leaning.now)
        self.say("Hold $intercept(b)$, and turn: a miss at $x$ changes $x$ times as much.")
        self.play(
            FadeOut(stage.mean_row),
            *map(FadeOut, stage.gradient.select("z2")),
            FadeIn(stage.levers.draw()),
            run_time=0.5,
        )
        seen = (stage.residuals, stage.line, stage.turns, stage.first, stage.epsilon.number)
        self.play(*leaning.steeper(stage.small_turn, seen, out_and_back), run_time=2.8)
        self.remove(stage.turns)
        self.say("So each miss counts with its lever $slope(x)$.")
        self.play(
            FadeOut(stage.levers),
            *map(FadeIn, stage.gradient.select("z2")),
            written(stage.gradient, ROW_1),
            run_time=1.2,
        )
        gather(self, stage.second)
        self.say("A turn about the mean tips only the blue beam.")
        swinging = (*stage.swinging, stage.epsilon.number)
        self.play(*leaning.to(OVER, 0.0, swinging), run_time=1.8)
        self.play(*leaning.to(0.6 * TURNED, 0.0, swinging), run_time=1.4)

    def collect(self) -> None:
        """Multiply out, part what has an unknown from what has none, and name the sums."""
        self.step("collect")
        stage, gradient, new = self.stage, self.stage.gradient, self.stage.multiplied
        self.say("Both should be 0: which $slope(a)$, which $intercept(b)$?")
        self.play(written(gradient, ["z1"]), run_time=0.5)
        whole(self, gradient)
        self.watch(stage.chart, stage.first, gradient)
        left = layout.MIDDLE - layout.HALF_MIDDLE
        self.play(
            *stage.chart.move(layout.INSET, stage.drawn),
            FadeOut(stage.epsilon),
            gradient.animate.shift(left * RIGHT),
            run_time=1.0,
        )
        self.play(
            *move_balance(stage.first, layout.FIRST_INSET),
            *move_balance(stage.second, layout.SECOND_INSET),
            *gradient.to(layout.APART),
            run_time=0.8,
        )
        self.say("Divide by −2, and multiply out, term by term.")
        for paths, appearing in (
            ("S1>s1 o1>s1 y1>s1 S2>s2 y2>s2", ""),
            ("S1>t1 ax1>t1 o1>t1 S2>t2 ax2>t2", "m1 m2"),
        ):
            self.play(*arrivals(new, ways(gradient, paths), appearing.split()), run_time=0.9)
        self.say("A sum of $N$ equal $intercept(b)$ is $N intercept(b)$.")
        paths = "S1>u1 b1>u1 o1>u1 b2>u2 z1 z2"
        self.play(*arrivals(new, ways(gradient, paths), ["n1", "n2"]), run_time=1.0)
        make_room(self, gradient, new, layout.APART)
        self.say("The terms with $slope(a)$ and $intercept(b)$ go to the other side.")
        self.play(*arrivals(stage.split, ways(new, "t1 u1 z1>e1 t2 u2 z2>e2")), run_time=1.2)
        make_room(self, new, stage.split, layout.APART)
        self.say("The points enter through five sums, and nothing else.")
        below = arrivals(stage.letters_below_sums, ways(stage.split, "a1 p1 b1 e1 a2 p2 N b2 e2"))
        self.play(*pass_over(stage.summing), *below, run_time=1.8)
        whole(self, stage.letters_below_sums)
        self.play(FadeOut(stage.split), FadeOut(stage.summing.front), run_time=0.4)
        name_rows(self, stage)

    def isolate_slope(self) -> None:
        """Take a multiple of row 1 from row 2: b goes, and only the turn is left."""
        self.step("slope")
        stage = self.stage
        self.say("Take $N slash B$ times row 1 from row 2: $intercept(b)$ drops out.")
        self.play(written(stage.factor), run_time=0.6)
        taken = arrivals(stage.minus, ways(stage.letters, derivation.SUBTRACTED))
        self.play(*taken, run_time=1.2)
        whole(self, stage.minus)
        self.wait(1.5)
        self.say("The bracket is 0: only the turn $slope(a)$ is left.")
        strike(self, stage)
        gone = (stage.zero, *(g for name in ("p", "b") for g in stage.minus.select(name)))
        become(self, stage.minus, stage.alone, "kept a e right", gone)
        aside = (stage.letters, *stage.marks)
        self.play(*map(FadeOut, (*aside, stage.factor)), run_time=0.3)
        stage.letters.put(layout.PAIR, stage.marks)
        down = (layout.ALONE - layout.BETWEEN) * UP
        self.play(*map(FadeIn, aside), stage.alone.animate.shift(down), run_time=0.6)
        self.say("Times $B$ on both sides: no fraction stays.")
        become(self, stage.alone, stage.times, "kept a e right")
        write(self, stage.free)
        self.say("Divide: this is the turn $slope(a)$.")
        write(self, stage.slope)
        level_the_turn(self, stage)

    def isolate_intercept(self) -> None:
        """Row 2 gives b: from the mean along the line to x = 0."""
        self.step("intercept")
        stage = self.stage
        leaving = (stage.epsilon, stage.first, stage.second)
        above = lifted(stage.slope, layout.SLOPE_ABOVE)
        self.play(*map(FadeOut, leaving), stage.slope.animate.shift(above), run_time=0.5)
        self.watch(stage.chart, stage.slope, stage.from_mean, stage.intercept)
        stage.letters.put((0.0, layout.ROW_2), stage.marks)
        second = VGroup(stage.letters.rows[1], stage.marks[1])
        self.say("Row 2: mean height, minus $slope(a)$ times mean $x$.")
        self.play(FadeIn(second), run_time=0.3)
        write(self, stage.from_mean)
        for dot in stage.cut:
            self.play(FadeIn(dot.draw()), run_time=0.3)
            self.play(slide(dot, (0.0, stage.best.intercept)), run_time=1.2)
        self.say("With $slope(a)$ put in, this equals:")
        write(self, stage.intercept)
        self.wait(0.2)
        self.play(FadeOut(second), FadeOut(stage.from_mean), run_time=0.3)

    def put_in(self) -> None:
        """The five sums of the beginning go into the two formulas."""
        self.step("numbers")
        put_in(self, self.stage)

    def draw_line(self) -> None:
        """The line of the sums; the points come back, and it is theirs."""
        self.step("line")
        draw_line(self, self.stage)
