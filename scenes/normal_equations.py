"""From the points to five sums, and from the sums to the line: why they are enough.

Storyboard
    sums        one pass over the points adds up five sums; the points go: do they know the line?
    shift       two large squares: one gains two arms and a corner, one loses two arms, of which a
                corner completes the second; the arms of all are piled up under a beam; the line
                goes to where that is level, beyond and back: there epsilon is least
    turn        the line is a lever about b: of two squares the one far out gets wider arms, x times
                as wide, so x times the misses have to balance, too
    undo        a turn makes the second beam level, and the first tips; a shift makes the first
                one level, and the second tips: can both be?
    collect     a point above the line is as high as the line and a miss, one below with a miss as
                high as the line; every b, every a x and every y goes onto its pile, beside the two
                level piles of misses; these go on top, and both sides are equally high; being equal
                they go back, and it stays level; the same x times, with x times the misses: these
                are not equal, and when they go back the beam tips
    solve       without points the line moves until both beams are level, and these are looked at:
                two equations; multiplied, both have as much of b, which is struck: what is left
                comes down and tells a, and with a the first equation tells b
    numbers     the five sums of the beginning go to where their letters stand
    line        the line is drawn on an empty chart; the points come back, both beams are level
    least       four squares above and four below go to stand in rows beside the chart, and a copy
                of the line is shifted and then turned, which makes any line; they stay whole, and
                on and beside them is what they lose and gain. The arms of all points are laid end
                to end: as each beam was level they cancel, and epsilon is the least one and the
                corners; the copy goes back, these shrink to nothing, and epsilon falls to the least
"""

from manim import FadeIn, FadeOut, linear

from scenes.film import SECOND_HALF, Film
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.moves import gently
from scenes.visuals.normal_equations.stage import Stage, build_stage
from scenes.visuals.normal_equations.steps.closing import close, draw_line, put_in
from scenes.visuals.normal_equations.steps.collecting import pile_up
from scenes.visuals.normal_equations.steps.solving import solve
from scenes.visuals.normal_equations.steps.weighing import undo, weigh_shift, weigh_turn
from scenes.visuals.plot.appearing import appear, grow
from scenes.visuals.plot.together import together


class NormalEquations(Film):
    """The least-squares line from five sums."""

    poster_step = "least"
    poster_share = 0.97
    stage: Stage

    def construct(self) -> None:
        """Tell the storyboard."""
        self.stage = build_stage(self.settings.dataset(), self.pen)
        self.add_up()
        self.shift()
        self.turn()
        self.undo()
        self.collect()
        self.step("solve")
        left = solve(self, self.stage)
        self.step("numbers")
        put_in(self, self.stage, left)
        self.step("line")
        draw_line(self, self.stage)
        self.step("least")
        close(self, self.stage)

    def add_up(self) -> None:
        """One pass over the points adds up five sums; then the points go."""
        self.step("sums")
        stage, summing = self.stage, self.stage.summing
        sums = summing.values.values()
        self.add(stage.chart, *summing.waiting, *sums, *summing.met, summing.front)
        self.watch(stage.chart, *sums)
        low, high = stage.chart.x_scale.low, stage.chart.x_scale.high
        self.say(
            "One pass over all points, also those outside: five sums."
            if stage.marks
            else "One pass over the points: five sums."
        )
        self.let_appear()

        def go(_: object, share: float) -> None:
            summing.set_front(low + gently(share) * (high - low))

        self.play(*together(go, summing.moving, linear), run_time=1.6)
        self.play(FadeOut(summing.front), run_time=0.3)
        self.say("Do five numbers alone know the best line?")
        self.play(*map(FadeOut, (*summing.waiting, *summing.met)), run_time=0.8)

    def shift(self) -> None:
        """A shift gives each square a strip, or takes one: they cancel where the misses do."""
        self.step("shift")
        stage, chart = self.stage, self.stage.chart
        self.watch(chart, stage.epsilon)
        self.say(
            'The least $res(epsilon)$ is best: all $res("misses")$ squared and added.'
            if stage.all_squares
            else 'The least $res(epsilon)$ is best: all $res("misses")$ squared and added; '
            f"{len(stage.squares)} are drawn."
        )
        sums = map(FadeOut, stage.summing.values.values())
        coming = appear(stage.points), *map(FadeIn, (*stage.crowd, *stage.marks))
        self.play(*sums, *coming, run_time=0.6, rate_func=linear)
        self.play(
            *chart.move(layout.HALF, stage.everyone, run_time=0.7),
            FadeIn(stage.epsilon, rate_func=SECOND_HALF),
            run_time=0.7,
        )
        for part in (stage.squares, *stage.drawn):
            part.draw()
        self.play(*map(FadeIn, (stage.line, stage.residuals)), run_time=0.4)
        self.play(grow(stage.squares), run_time=0.8)
        weigh_shift(self, stage)

    def turn(self) -> None:
        """A turn changes a miss at x by x times as much: it counts x times."""
        self.step("turn")
        weigh_turn(self, self.stage)

    def undo(self) -> None:
        """Each beam that is made level tips the other."""
        self.step("undo")
        undo(self, self.stage)

    def collect(self) -> None:
        """The pieces of all points are piled up: what tips the beams is sums alone."""
        self.step("collect")
        stage = self.stage
        self.watch(stage.chart, *(stage.heights or ()), *stage.misses)
        if stage.heights:
            pile_up(self, stage, *stage.heights)
            return
        self.say('Each $res("miss")$ is $y - slope(a) x - intercept(b)$.')
        lower = stage.chart.move(layout.LOW, stage.drawn)
        self.play(FadeOut(stage.epsilon), *lower, run_time=0.5)
        self.say("Add up every $y$, every $x$, every product: each alone.")
        self.play(*map(FadeIn, stage.defined.values()), run_time=0.8)
        self.say("No point is needed any more.")
        self.play(*map(FadeOut, (*stage.everyone, stage.residuals)), run_time=0.8)
        self.wait(0.4)
