"""From the points to five sums, and from the sums to the line: why they are enough.

Storyboard
    sums        one pass over the points adds up five sums; the points go: do they know the line?
    shift       a shift changes every miss by as much; so where epsilon is least the misses balance
    turn        a turn changes a miss at x by x times as much; so they balance with levers, too
    collect     multiplied out term by term, the known to the right: only five sums are left
    slope       row 2 minus N/B times row 1: b is gone, and only the turn about the mean is left;
                with the a that comes out both balances are level
    intercept   the other letter goes the same way; both results have one denominator
    numbers     the five sums of the beginning are put in
    line        the line is drawn on an empty chart; the points come back, and it is theirs
"""

from manim import (
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    Indicate,
    LaggedStart,
    ReplacementTransform,
    linear,
    smooth,
    there_and_back,
)

from scenes.film import Film
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.board import left_of, scroll, strike, subtract, swap, write
from scenes.visuals.normal_equations.moves import gather, move_balance, pass_over
from scenes.visuals.normal_equations.stage import NEARER, OVER, TURNED, Stage, build_stage
from scenes.visuals.normal_equations.travel import arrivals, late, ways
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

        self.play(*together(go, summing.moving, linear), run_time=3.6)
        self.play(FadeOut(summing.front), run_time=0.3)
        self.say("Now forget the points.")
        self.play(FadeOut(summing.waiting), FadeOut(summing.passed), run_time=0.8)
        self.say("Do five numbers know the best line?")
        self.wait(0.4)

    def shift(self) -> None:
        """A shift changes all misses alike: where epsilon is least, they add up to 0."""
        self.step("shift")
        stage, chart = self.stage, self.stage.chart
        self.play(*map(FadeOut, stage.summing.values.values()), run_time=0.4)
        self.watch(chart, stage.epsilon)
        self.play(*chart.move(layout.HALF, []), run_time=0.9)
        for part in (stage.squares, *stage.drawn):
            part.draw()
        self.play(appear(stage.points), run_time=0.7, rate_func=linear)
        self.say('The best line makes all its $res("squares")$ together least.')
        self.play(FadeIn(stage.line), FadeIn(stage.residuals), run_time=0.5)
        self.play(grow(stage.squares), FadeIn(stage.epsilon, rate_func=late), run_time=1.2)
        self.wait(0.6)
        self.say("Shift it: every miss changes by as much.")
        self.play(FadeOut(stage.squares), run_time=0.5)
        stage.shifts.set_start(*stage.leaning.now)
        seen = (stage.residuals, stage.line, stage.shifts)
        self.play(*stage.leaning.to(TURNED, NEARER, seen), run_time=1.4)
        self.wait(0.6)
        self.say("Where $res(epsilon)$ is least, a small shift changes nothing:")
        self.play(FadeOut(stage.shifts), run_time=0.4)
        self.differentiate("2", "b")
        self.say("... so misses above and below, end to end, are equal.")
        gather(self, stage.first)
        self.play(*stage.leaning.to(TURNED, 0.0, (stage.residuals, stage.line, stage.first)))
        self.wait(0.6)
        self.say("Then the line runs through the mean of the points.")
        self.play(FadeIn(stage.mean, scale=3), run_time=0.7)

    def turn(self) -> None:
        """A turn changes a miss at x by x times as much: they balance with their levers, too."""
        self.step("turn")
        stage, leaning = self.stage, self.stage.leaning
        stage.turns.set_start(*leaning.now)
        self.say("Make $slope(a)$ larger: a miss at $x$ changes by $x$ times as much.")
        seen = (stage.residuals, stage.line, stage.turns, stage.first)
        self.play(*leaning.steeper(stage.small_turn, seen, out_and_back), run_time=3.2)
        self.remove(stage.turns)
        self.say("So each miss counts with its lever $x$.")
        self.differentiate("1", "a")
        gather(self, stage.second)
        self.say("Turn about the mean: the orange beam stays level ...")
        self.play(*leaning.to(OVER, 0.0, stage.swinging), run_time=2.2)
        self.say("... and the blue one tips. Which turn makes it level?")
        self.play(*leaning.to(0.6 * TURNED, 0.0, stage.swinging), run_time=1.6)

    def differentiate(self, row: str, unknown: str) -> None:
        """Let the derivative by one unknown grow out of epsilon."""
        epsilon, gradient = self.stage.epsilon, self.stage.gradient
        paths = f"S>S{row} in>in{row} two>k{row}" + (" x>o1" if unknown == "a" else "")
        names = [f"{part}{row}" for part in "denz"]
        self.play(*arrivals(gradient, ways(epsilon, paths), names), run_time=1.7)

    def collect(self) -> None:
        """Multiply out, part the known from the unknown, and name the sums."""
        self.step("collect")
        stage, gradient, new = self.stage, self.stage.gradient, self.stage.multiplied
        self.remove(*gradient)
        self.add(gradient)
        self.watch(stage.chart, stage.first, gradient)
        left = layout.MIDDLE - layout.HALF_MIDDLE
        self.play(
            *stage.chart.move(layout.INSET, stage.drawn),
            *move_balance(stage.first, layout.FIRST_INSET),
            *move_balance(stage.second, layout.SECOND_INSET),
            FadeOut(stage.epsilon),
            gradient.animate.shift(left * RIGHT),
            run_time=1.2,
        )
        self.say("Divide by −2, and multiply out, term by term.")
        for paths, appearing in (
            ("S1>s1 o1>s1 y1>s1 S2>s2 y2>s2", ""),
            ("ax1>t1 S1>t1 o1>t1 ax2>t2 S2>t2", "m1 m2"),
            ("b1>u1 S1>u1 o1>u1 b2>u2 S2>u2 z1 z2", "n1 n2"),
        ):
            self.play(*arrivals(new, ways(gradient, paths), appearing.split()), run_time=1.1)
        self.add(new)
        scroll(self, new, layout.PAIR, gradient)
        self.say("What is known goes to the right.")
        write(self, stage.split, new, "t1 u1 n1>p1 z1>e1 s1>C t2 u2 n2>p2 z2>e2 s2>D")
        scroll(self, stage.split, layout.PAIR, new)
        self.say("The points enter through five sums, and nothing else.")
        paths = "A a1 p1 B b1 e1 C B2 a2 p2 N b2 e2 D"
        self.play(
            *pass_over(stage.summing),
            *arrivals(stage.letters_below_sums, ways(stage.split, paths)),
            run_time=1.8,
        )
        self.add(stage.letters_below_sums)
        self.play(FadeOut(stage.split), FadeOut(stage.summing.front), run_time=0.3)
        pairs = zip(stage.letters_below_sums, stage.letters, strict=True)
        beams = (stage.second.beam.copy(), stage.first.beam.copy())
        self.play(
            *(ReplacementTransform(*pair) for pair in pairs),
            *(ReplacementTransform(*pair) for pair in zip(beams, stage.marks, strict=True)),
            run_time=1.0,
        )
        self.add(stage.letters)

    def isolate_slope(self) -> None:
        """Take a multiple of row 1 from row 2: b goes, and only the turn is left."""
        self.step("slope")
        stage, rows, leaning = self.stage, self.stage.slope, self.stage.leaning
        self.say("Take $N slash B$ times row 1 from row 2.")
        subtract(self, stage.letters, rows.minus, rows.way, 1.3)
        self.wait(1.5)
        self.say("This bracket is 0 ...")
        strike(self, rows)
        self.say("... so $intercept(b)$ is gone: only the turn $slope(a)$ is left.")
        write(self, rows.alone, rows.minus, "kept a e right")
        self.play(*leaning.to(OVER, 0.0, stage.swinging), run_time=1.6)
        scroll(self, rows.alone, layout.MINUS, *left_of(rows), rows.zero)
        self.say("Times $B$ on both sides: no fraction stays.")
        back = leaning.to(0.5 * TURNED, 0.0, stage.swinging)
        write(self, stage.times, rows.alone, "kept a e right", *back)
        scroll(self, stage.times, layout.MINUS, rows.alone)
        over = leaning.to(0.6 * OVER, 0.0, stage.swinging)
        write(self, stage.free, stage.times, "left a e all", *over)
        self.say("Divide: with this $slope(a)$ the blue beam is level, too.")
        write(self, rows.result, stage.free, "a e all left")
        self.play(*leaning.to(0.0, 0.0, stage.swinging), run_time=1.8)
        self.wait(0.8)
        self.play(FadeOut(stage.times), FadeOut(stage.free), run_time=0.4)

    def isolate_intercept(self) -> None:
        """The other letter goes the same way, and both results share their denominator."""
        self.step("intercept")
        stage, rows = self.stage, self.stage.intercept
        self.say("The other letter goes the same way, with $A slash B$.")
        subtract(self, stage.letters, rows.minus, rows.way, 1.0)
        self.wait(0.4)
        strike(self, rows)
        write(self, rows.alone, rows.minus, "kept b e right", run_time=1.0)
        self.say("Times $B$, and divide: the height $intercept(b)$ at $x = 0$.")
        write(self, rows.result, rows.alone, "b e right>all kept>left", run_time=1.0)
        leaving = (*left_of(rows), rows.zero, rows.alone)
        for mark in stage.cut:
            mark.draw()
        marks = (FadeIn(mark, scale=0.3) for mark in stage.cut)
        self.play(*marks, *map(FadeOut, leaving), run_time=0.7)
        self.say("$N A$ is $A N$: both have one denominator.")
        swap(self, rows.result, stage.shared)

    def put_in(self) -> None:
        """The five sums of the beginning go into the two formulas."""
        self.step("numbers")
        stage, summing = self.stage, self.stage.summing
        leaving = (stage.first, stage.second, *stage.drawn, *stage.cut, stage.letters, *stage.marks)
        first, second = stage.slope.result, stage.shared
        rise = layout.SLOPE_CLOSE - float(first.get_center()[1])
        self.play(*map(FadeOut, leaving), first.animate.shift(rise * UP), run_time=0.6)
        summing.put((layout.SUMS_LEFT, layout.CLOSE_TOP), layout.CLOSE_PITCH)
        self.watch(stage.chart)
        self.say("Now the five numbers of the beginning.")
        beside = (layout.SUMS_LEFT, layout.SLOPE_CLOSE), (layout.SUMS_LEFT, layout.INTERCEPT_CLOSE)
        self.play(
            *stage.chart.move(layout.LARGE, []),
            *(
                result.animate.move_to((*place, 0.0), aligned_edge=LEFT)
                for result, place in zip((first, second), beside, strict=True)
            ),
            *(FadeIn(value, rate_func=late) for value in summing.values.values()),
        )
        for result, value in ((first, stage.slope.value), (second, stage.intercept.value)):
            value.next_to(result, RIGHT, buff=0.15)
            # The second equals sign stands as high as the first.
            signs = result.select("e"), value[0]
            value.shift(float(signs[0].get_center()[1] - signs[1].get_center()[1]) * UP)
            shown = [
                Indicate(one.number, 1.12, color=self.theme.ink) for one in summing.values.values()
            ]
            self.play(
                LaggedStart(*shown, lag_ratio=0.25),
                FadeIn(value, rate_func=late),
                run_time=1.6,
            )
        self.wait(0.4)

    def draw_line(self) -> None:
        """The line of the sums; the points come back, and it is theirs."""
        self.step("line")
        stage = self.stage
        stage.leaning.set_place(0.0, 0.0)
        for part in (stage.squares,):
            part.set_line(stage.best.slope, stage.best.intercept)
        stage.points.draw()
        stage.mean.draw()
        self.say("This line has seen no point.")
        self.play(Create(stage.line), run_time=1.2)
        self.say("The points come back: it is theirs.")
        self.play(appear(stage.points), run_time=1.4, rate_func=linear)
        self.say("It runs through their mean.")
        self.play(FadeIn(stage.mean, scale=3), run_time=0.7)
        self.wait(0.5)
        self.say("Five sums know the best line.")
        self.play(FadeIn(stage.residuals), run_time=0.6)
        self.play(grow(stage.squares), run_time=1.4)
        self.wait(1.2)


def gently(share: float) -> float:
    """Ease in and out, so that every point gets its time."""
    return float(smooth(share, 3.0))


def out_and_back(share: float) -> float:
    """Go there, stay for a moment to be looked at, and come back."""
    return float(min(1.0, 1.6 * there_and_back(share)))
