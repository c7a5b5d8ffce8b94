"""From the points to five sums, and from the sums to the line: why they are enough.

Storyboard
    sums        one pass over the points adds up five sums; the points go: do they know the line?
    shift       a shift gives squares two arms or takes them; the arms are piled up, and where the
                misses balance, epsilon is least
    turn        the line is a lever about b: at x it moves x times as far, so x times the misses
                have to balance, too
    undo        a turn makes the second beam level, and the first tips; a shift makes the first one
                level, and the second tips: can both be?
    cut         one point's height, enlarged: b, and a x, and the miss
    collect     all points are cut; every b, every a x and every y goes onto its pile: whole heights
                tip the beams as the misses did, and are sums; the points are not needed any more
    solve       both beams level are two equations; made equal in b and laid on each other, they
                leave a alone
    numbers     the five sums of the beginning go to where their letters stand
    line        the line is drawn on an empty chart; the points come back, both beams are level, and
                every shift or turn makes epsilon rise
"""

from manim import FadeIn, FadeOut, linear

from scenes.film import Film
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.closing import draw_line, put_in
from scenes.visuals.normal_equations.collecting import cut_one, pile_up
from scenes.visuals.normal_equations.moves import gently
from scenes.visuals.normal_equations.rows import late
from scenes.visuals.normal_equations.solving import solve
from scenes.visuals.normal_equations.stage import Stage, build_stage
from scenes.visuals.normal_equations.weighing import undo, weigh_shift, weigh_turn
from scenes.visuals.plot.appearing import appear, grow
from scenes.visuals.plot.together import together

ENOUGH = "No point is needed any more: only five sums."


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
        self.undo()
        self.cut()
        self.collect()
        self.step("solve")
        left = solve(self, self.stage)
        self.step("numbers")
        put_in(self, self.stage, left)
        self.step("line")
        draw_line(self, self.stage)

    def add_up(self) -> None:
        """One pass over the points adds up five sums; then the points go."""
        self.step("sums")
        stage, summing = self.stage, self.stage.summing
        sums = summing.values.values()
        self.add(stage.chart, *summing.waiting, *sums, *summing.met, summing.front)
        self.watch(stage.chart)
        low, high = stage.chart.x_scale.low, stage.chart.x_scale.high
        self.say(
            "One pass over all points, also those outside, adds up five sums."
            if stage.marks
            else "One pass over the points adds up five sums."
        )
        self.let_appear()

        def go(_: object, share: float) -> None:
            summing.set_front(low + gently(share) * (high - low))

        self.play(*together(go, summing.moving, linear), run_time=2.9)
        self.play(FadeOut(summing.front), run_time=0.3)
        self.say("Now forget the points.")
        self.play(*map(FadeOut, (*summing.waiting, *summing.met)), run_time=0.8)
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
        coming = appear(stage.points), *map(FadeIn, (*stage.crowd, *stage.marks))
        self.play(*coming, run_time=0.5, rate_func=linear)
        self.say(
            'Any line has $res("misses")$. $res(epsilon)$ adds up their squares.'
            if stage.all_squares
            else '$res(epsilon)$ adds up the squares of all $res("misses")$, '
            f"{len(stage.squares)} are drawn."
        )
        self.play(FadeIn(stage.line), FadeIn(stage.residuals), run_time=0.5)
        self.play(grow(stage.squares), FadeIn(stage.epsilon, rate_func=late), run_time=1.2)
        weigh_shift(self, stage)

    def turn(self) -> None:
        """A turn changes a miss at x by x times as much: it counts x times."""
        self.step("turn")
        weigh_turn(self, self.stage)

    def undo(self) -> None:
        """Each beam that is made level tips the other."""
        self.step("undo")
        undo(self, self.stage)

    def cut(self) -> None:
        """One point's height is b, a x and its miss."""
        self.step("cut")
        stage = self.stage
        one = stage.one_point
        self.say(
            'When is a beam level? Cut one $y$: $intercept(b)$, $slope(a) x$ and a $res("miss")$.'
            if one
            else 'Each $res("miss")$ is $y - slope(a) x - intercept(b)$.'
        )
        self.play(*map(FadeOut, (stage.epsilon, *(stage.misses if one else ()))), run_time=0.4)
        self.watch(stage.chart, *([one] if one else stage.misses))
        self.play(*stage.chart.move(layout.LOW, stage.drawn, run_time=0.5))
        if one:
            cut_one(self, one)

    def collect(self) -> None:
        """The pieces of all points are piled up: what tips the beams is sums alone."""
        self.step("collect")
        stage = self.stage
        if stage.heights:
            self.watch(stage.chart, *stage.heights)
            pile_up(self, stage, *stage.heights)
        else:
            self.say("Add up every $y$, every $x$, every product: each alone.")
            self.play(*map(FadeIn, stage.defined.values()), run_time=0.8)
        self.say(ENOUGH)
        self.play(*map(FadeOut, (*stage.everyone, stage.residuals)), run_time=0.8)
        self.wait(0.6)
