"""From the points to five sums, and from the sums to the line: why they are enough.

Storyboard
    sums        one pass over the points adds up five sums; the points go: do they know the line?
    bowl        epsilon over all lines is a bowl; a ball rolls down; at its bottom both slopes are 0
    gradient    so both derivatives are 0
    collect     multiplied out term by term, the known to the right: only five sums are left
    slope       row 2 minus N/B times row 1: b is gone, a stands alone
    intercept   the same with the rows exchanged: b stands alone
    numbers     the five sums of the beginning are put in
    line        the line is drawn on an empty chart; the points come back, and it is theirs
"""

import numpy as np
from manim import (
    LEFT,
    RIGHT,
    UP,
    Animation,
    Create,
    FadeIn,
    FadeOut,
    Indicate,
    LaggedStart,
    ReplacementTransform,
    linear,
    smooth,
)

from scenes.film import Film
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.board import scroll, write
from scenes.visuals.normal_equations.stage import START, Rows, Stage, build_stage
from scenes.visuals.normal_equations.travel import arrivals, late, ways
from scenes.visuals.plot.appearing import appear, grow
from scenes.visuals.plot.together import together
from scenes.visuals.writing.screen import Box


class NormalEquations(Film):
    """The least-squares line from five sums."""

    poster_step = "line"
    poster_share = 0.95
    stage: Stage

    def construct(self) -> None:
        """Tell the storyboard."""
        data = self.settings.dataset()
        self.stage = build_stage(data, self.pen)
        self.add_up()
        self.roll_down()
        self.differentiate()
        self.collect()
        self.isolate(self.stage.slope, "slope")
        self.isolate(self.stage.intercept, "intercept")
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
        self.wait(0.8)

    def roll_down(self) -> None:
        """A ball rolls down the bowl of epsilon, and its line gets better."""
        self.step("bowl")
        stage, bowl = self.stage, self.stage.bowl
        sums = stage.summing.values.values()
        self.play(*map(FadeOut, sums), run_time=0.4)
        self.watch(stage.chart, bowl.walls)
        self.play(*stage.chart.move(layout.HALF, []))
        for part in stage.drawn:
            part.draw()
        self.play(appear(stage.points), run_time=0.8, rate_func=linear)
        self.say("Each line has its $res(epsilon)$: all its squares together.")
        self.play(FadeIn(stage.line), FadeIn(stage.residuals), run_time=0.6)
        self.play(grow(stage.squares), run_time=0.9)
        self.say("Over all lines it is a bowl.")
        self.play(FadeIn(bowl), run_time=0.7)
        self.play(*map(FadeIn, bowl.moving), run_time=0.5)
        self.settle(bowl)
        self.say("The best line lies at its bottom.")
        self.let_appear()
        start = np.array(START)

        def roll(_: object, share: float) -> None:
            stage.show(*(start * (1 - share)))

        moving = (stage.squares, stage.residuals, stage.line, *bowl.moving)
        self.play(*together(roll, moving), run_time=2.6)
        self.say("There it is level, along $slope(a)$ and along $intercept(b)$.")
        self.wait(1.0)

    def differentiate(self) -> None:
        """Let both derivatives grow out of epsilon."""
        self.step("gradient")
        stage, epsilon, gradient = self.stage, self.stage.epsilon, self.stage.gradient
        self.watch(stage.chart, stage.bowl.walls, epsilon)
        self.play(
            *stage.chart.move(layout.INSET, stage.drawn),
            *self._move_bowl(layout.BOWL_INSET),
            FadeIn(epsilon, rate_func=late),
        )
        self.say("Level: both derivatives are 0.")
        two = "S>S{0} in>in{0}"
        self.play(
            *arrivals(
                gradient,
                [way for row in "12" for way in ways(epsilon, two.format(row))],
                ["d1", "e1", "z1", "d2", "e2", "z2"],
            ),
            run_time=1.6,
        )
        self.say("The 2 comes down; the inner derivative is −$x$, or −1.")
        brought = [*ways(epsilon, "two>k1 two>k2 x>o1")]
        self.play(*arrivals(gradient, brought, ["n1", "n2"]), run_time=1.4)
        self.add(gradient)
        self.wait(0.6)

    def collect(self) -> None:
        """Multiply out, part the known from the unknown, and name the sums."""
        self.step("collect")
        stage, gradient, new = self.stage, self.stage.gradient, self.stage.multiplied
        self.say("Divide by −2, and multiply out, term by term.")
        for paths, appearing in (
            ("S1>s1 o1>s1 y1>s1 S2>s2 y2>s2", ""),
            ("ax1>t1 S1>t1 o1>t1 ax2>t2 S2>t2", "m1 m2"),
            ("b1>u1 S1>u1 o1>u1 b2>u2 S2>u2 z1 z2", "n1 n2"),
        ):
            self.play(*arrivals(new, ways(gradient, paths), appearing.split()), run_time=1.3)
        self.add(new)
        scroll(self, new, layout.PAIR, stage.epsilon, gradient)
        self.say("What is known goes to the right.")
        write(self, stage.split, new, "t1 u1 n1>p1 z1>e1 s1>C t2 u2 n2>p2 z2>e2 s2>D")
        scroll(self, stage.split, layout.PAIR, new)
        self.say("The points enter through five sums, and nothing else.")
        paths = "A a1 p1 B b1 e1 C B2 a2 p2 N b2 e2 D"
        write(self, stage.letters_below_sums, stage.split, paths)
        self.wait(1.0)
        self.play(FadeOut(stage.split), run_time=0.3)
        pairs = zip(stage.letters_below_sums, stage.letters, strict=True)
        self.play(*(ReplacementTransform(*pair) for pair in pairs), run_time=0.8)
        self.add(stage.letters)

    def isolate(self, rows: Rows, name: str) -> None:
        """Take a multiple of one row from the other: one unknown goes, the other stands alone."""
        self.step(name)
        letters, way, minus = self.stage.letters, rows.way, rows.minus
        unknown = way.unknown
        self.say(way.said)
        self.play(*arrivals(minus, ways(letters, way.staying), ()), run_time=1.1)
        taken, rest = ways(letters, way.taken), ("kept", "gone", "right")
        self.play(*arrivals(minus, taken, rest, ("r1", "r2", "r3")), run_time=1.3)
        self.add(minus)
        self.wait(1.5)
        self.say("One bracket is 0 ...")
        self.play(*map(Create, rows.strikes), run_time=0.6)
        self.wait(0.5)
        gone = minus.select("gone").submobjects
        self.play(*map(FadeOut, (*gone, *rows.strikes)), run_time=0.4)
        self.play(FadeIn(rows.zero), run_time=0.4)
        self.say(f"... so {way.name} is the only unknown.")
        write(self, rows.alone, minus, f"kept {unknown} e right")
        scroll(self, rows.alone, layout.MINUS, *(g for g in minus if g not in gone), rows.zero)
        self.say("Times $B$ on both sides: no fraction stays.")
        write(self, rows.times, rows.alone, f"kept {unknown} e right")
        scroll(self, rows.times, layout.MINUS, rows.alone)
        write(self, rows.free, rows.times, f"left {unknown} e all")
        self.say(f"Divide: {way.name}, out of sums alone.")
        write(self, rows.result, rows.free, f"{unknown} e all left")
        self.wait(0.5)
        self.play(FadeOut(rows.times), FadeOut(rows.free), run_time=0.4)

    def put_in(self) -> None:
        """The five sums of the beginning go into the two formulas."""
        self.step("numbers")
        stage, summing = self.stage, self.stage.summing
        leaving = (stage.bowl, *stage.bowl.moving, *stage.drawn, stage.letters)
        first, second = stage.slope.result, stage.intercept.result
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
        for rows in (stage.slope, stage.intercept):
            rows.value.next_to(rows.result, RIGHT, buff=0.15)
            # The second equals sign stands as high as the first.
            signs = rows.result.select("e"), rows.value[0]
            rows.value.shift(float(signs[0].get_center()[1] - signs[1].get_center()[1]) * UP)
            shown = [
                Indicate(value.number, 1.12, color=self.theme.ink)
                for value in summing.values.values()
            ]
            self.play(
                LaggedStart(*shown, lag_ratio=0.25),
                FadeIn(rows.value, rate_func=late),
                run_time=1.6,
            )
        self.wait(0.4)

    def draw_line(self) -> None:
        """The line of the sums; the points come back, and it is theirs."""
        self.step("line")
        stage = self.stage
        for part in (stage.squares, stage.residuals, stage.line):
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

    def _move_bowl(self, area: Box) -> list[Animation]:
        bowl = self.stage.bowl
        start = bowl.area

        def go(_: object, share: float) -> None:
            bowl.set_area(start.towards(area, share))

        moves = together(go, (bowl, *bowl.moving))
        for move in moves:
            move.run_time = 1.2
        return moves


def gently(share: float) -> float:
    """Ease in and out, so that every point gets its time."""
    return float(smooth(share, 3.0))
