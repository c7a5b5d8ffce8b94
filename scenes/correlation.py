"""Why to look at the points before fitting: Anscombe's four sets, and what r and p mean.

Storyboard
    numbers     three numbers, four empty charts: all four sets have them. What do they look like?
    pictures    the points appear: four very different pictures
    scatter     set 1 fills the frame: r tells how close the points lie to a line
    shuffle     could that be chance? shuffle its y: each shuffle's r falls as a brick
    thousand    a thousand shuffles build a hill; few come as far out as ours: that share is p
    curve       set 2: a curve passes through them all
    outlier     set 3: without one point the line would be perfect
    lone        set 4: one point makes the line alone; of its eleven deals one reaches our r
    look        the four sets under one card again: same numbers
"""

from functools import partial

import numpy as np
from manim import (
    Create,
    FadeIn,
    FadeOut,
    UpdateFromAlphaFunc,
    VMobject,
    linear,
    smooth,
    squish_rate_func,
)

from scenes.film import Film
from scenes.visuals.correlation import moves
from scenes.visuals.correlation.quartet import WHOLE, Cell, Numbers
from scenes.visuals.correlation.shuffles import FALLING, SHUFFLES
from scenes.visuals.correlation.stage import FEW_BRICKS, NULL_LARGE, SHUFFLED, Stage
from scenes.visuals.plot.curve import Marker, Values

SLOW_SHUFFLES = 4
FAR_OUT = 2.2  # how many times as far from the line
LOW = 3.0  # where the lone point is dragged to
EARLY, LATE = squish_rate_func(smooth, 0.0, 0.35), squish_rate_func(smooth, 0.65, 1.0)


class Correlation(Film):
    """Four sets of points with the same numbers, and what the numbers cannot tell."""

    poster_step = "look"
    poster_share = 0.5
    stage: Stage

    def construct(self) -> None:
        """Tell the storyboard."""
        self.stage = Stage.of(self.pen)
        self.show_numbers()
        self.show_pictures()
        self.tell_of_scatter()
        self.shuffle()
        self.shuffle_a_thousand_times()
        self.tell_of_curve()
        self.tell_of_outlier()
        self.tell_of_lone_point()
        self.look()

    def show_numbers(self) -> None:
        """Show the numbers and the lines alone."""
        stage = self.stage
        self.step("numbers")
        charts = [cell.chart for cell in stage.cells]
        self.watch(*charts)
        self.add(*charts, *stage.card.values)
        self.say("Four sets of points, and all have these numbers.")
        self.play(*(Create(cell.line) for cell in stage.cells), run_time=1.6)
        self.play(FadeIn(*(cell.start for cell in stage.cells)), run_time=0.4)
        self.wait(0.8)
        self.say("What do the points look like?")
        self.wait(1.4)

    def show_pictures(self) -> None:
        """Let the points of all four sets appear."""
        stage = self.stage
        self.step("pictures")
        self.hush()
        for cell in stage.cells:
            cell.points.set_shown(0.0)
        self.add(*(cell.points for cell in stage.cells))
        appear = [
            UpdateFromAlphaFunc(cell.points, lambda m, s: m.set_shown(s), rate_func=linear)
            for cell in stage.cells
        ]
        self.play(*appear, run_time=2.6)
        self.say("The numbers could not tell them apart.")
        self.wait(2.0)

    def tell_of_scatter(self) -> None:
        """Show with the first set what r says."""
        first = self.stage.cells[0]
        self.step("scatter")
        self._bring_forward(0)
        self.say("$r$ tells how close points lie to a line.")
        first.residuals.set_line(*self._line(first), 0.0)
        self.add(first.residuals)
        grow = UpdateFromAlphaFunc(
            first.residuals, lambda m, s: m.set_line(*self._line(first), s), rate_func=smooth
        )
        self.play(grow, run_time=1.0)
        self.wait(0.6)
        for factor_before, factor, sentence in (
            (1.0, 0.0, "On the line, $r$ is 1."),
            (0.0, FAR_OUT, "The farther out, the nearer to 0."),
        ):
            self.say(sentence)
            self._slide_heights(first, first.spread(factor_before), first.spread(factor), 1.8)
            self.wait(0.5)
        self.hush()
        self._slide_heights(first, first.spread(FAR_OUT), first.data.y, 1.2)
        self.play(FadeOut(first.residuals), run_time=0.3)

    def shuffle(self) -> None:
        """Shuffle y of the first set; the r of each shuffle falls as a brick."""
        stage, first = self.stage, self.stage.cells[0]
        self.step("shuffle")
        self.say("Could such an $r$ be mere chance?")
        self.watch(first.chart, stage.null)
        leave = FadeOut(*stage.card.values, run_time=1.2, rate_func=EARLY)
        come = FadeIn(stage.null, run_time=1.2, rate_func=LATE)
        self.play(*first.move(SHUFFLED), leave, come)
        self.settle(stage.null)
        stage.mark_ours()
        names = (stage.ours_name, stage.mirror_name)
        self.play(FadeIn(stage.shuffled_r, stage.ours, *names), run_time=0.5)
        self.settle(*names)
        self.wait(0.6)
        self.add(stage.pile)
        before = first.data.y
        for k in range(SLOW_SHUFFLES):
            if k == 0:
                self.say("Deal the heights out anew, by chance alone.")
            if k == 2:
                self.say("Each deal drops a brick at its $r$.")
            after = first.data.y[stage.shuffles.order[k]]
            self._slide_heights(first, before, after, 1.2)
            drop = UpdateFromAlphaFunc(stage.pile, partial(moves.drop, k), rate_func=linear)
            self.play(drop, run_time=0.6)
            before = after

    def shuffle_a_thousand_times(self) -> None:
        """Let a thousand bricks pile up and count those as far out as ours."""
        stage, first = self.stage, self.stage.cells[0]
        self.step("thousand")
        self.say("A thousand deals.")
        self.watch(stage.null)
        names = (stage.ours_name, stage.mirror_name)
        leaving = (*first.picture, stage.shuffled_r, stage.ours, *names)
        leave = FadeOut(*leaving, run_time=1.2, rate_func=EARLY)
        self.play(leave, *stage.null.move(NULL_LARGE, [stage.pile]))
        stage.mark_ours()
        self.play(FadeIn(stage.ours, *names), run_time=0.4)
        self.settle(*names)
        few, all_of_them = FEW_BRICKS.high, stage.pile.highest * 1.12
        away = UpdateFromAlphaFunc(
            stage.pile, lambda m, s: m.set_room(few + s * (all_of_them - few)), rate_func=smooth
        )
        self.play(away, run_time=1.0)
        rest = SHUFFLES - SLOW_SHUFFLES + FALLING + 1
        pour = UpdateFromAlphaFunc(
            stage.pile, partial(moves.pour, SLOW_SHUFFLES, rest), rate_func=linear
        )
        self.play(pour, run_time=4.5)
        self.settle(stage.pile)
        beyond = int(stage.shuffles.beyond.sum())
        self.say(f"Only {beyond} of {SHUFFLES} come as far as ours. That share is $p$.")
        rings = [ring.draw() for ring in stage.far_rings]
        self.play(FadeIn(*rings), run_time=0.6)
        self.wait(0.6)
        self.play(FadeIn(stage.p_name), run_time=0.6)
        self.wait(1.8)
        self.say("So it is hardly chance. And the other sets?")
        self.wait(1.4)
        leaving = (stage.null, stage.pile, stage.ours, stage.p_name, *names, *rings)
        self.play(FadeOut(*leaving), run_time=0.5)
        stage.card.show(first.set_y(first.data.y))
        first.chart.set_area(first.home)
        for part in (first.line, first.points, first.start):
            part.draw()
        self.watch(*(cell.chart for cell in stage.cells))
        pictures = [part for cell in stage.cells for part in cell.picture]
        self.play(FadeIn(*pictures, *stage.card.values), run_time=0.6)

    def tell_of_curve(self) -> None:
        """Show the second set: a curve."""
        stage, second = self.stage, self.stage.cells[1]
        self.step("curve")
        self._bring_forward(1)
        self.say("Here a curve meets every point.")
        self.play(second.line.animate.set_stroke(self.theme.muted), run_time=0.4)
        self.play(Create(stage.parabola.draw()), run_time=1.6)
        self.wait(1.2)
        self.hush()
        self._send_home(1, stage.parabola)

    def tell_of_outlier(self) -> None:
        """Show the third set: one point turns the line; without it r would be 1."""
        stage, third = self.stage, self.stage.cells[2]
        self.step("outlier")
        self._bring_forward(2)
        y = third.data.y
        index = int(np.argmax(y))
        rest = Numbers.of(np.delete(third.data.x, index), np.delete(y, index))
        on_the_line = y.copy()
        on_the_line[index] = rest.slope * third.data.x[index] + rest.intercept
        self.say("Here one point turns the line away from all others.")
        self.play(FadeIn(stage.outlier.draw()), run_time=0.4)
        self.wait(0.8)
        self.say(f"In line with the others, it would leave $r$ at {rest.r:.2f}.")
        self._drag(third, stage.outlier, (y, on_the_line), 2.2)
        self.wait(0.8)
        self.hush()
        self._drag(third, stage.outlier, (on_the_line, y), 1.0)
        self._send_home(2, stage.outlier)

    def tell_of_lone_point(self) -> None:
        """Show the fourth set: one point makes the line."""
        stage, fourth = self.stage, self.stage.cells[3]
        self.step("lone")
        self._bring_forward(3)
        y = fourth.data.y
        index = int(np.argmax(fourth.data.x))
        low = y.copy()
        low[index] = LOW
        self.say("And here one point alone makes the line:")
        self.play(FadeIn(stage.lone.draw()), run_time=0.4)
        self.wait(0.6)
        self.say("wherever it goes, the line goes along.")
        self._drag(fourth, stage.lone, (y, low), 2.2)
        self._drag(fourth, stage.lone, (low, y), 1.4)
        self.say("Deal out its heights: who is alone decides.")
        before = y
        for alone in np.argsort(y):
            after = y.copy()
            after[[index, alone]] = after[[alone, index]]
            self._drag(fourth, stage.lone, (before, after), 0.55)
            before = after
        self.say(f"By chance alone: one time in {y.size}.")
        self.wait(1.4)
        self.hush()
        self._send_home(3, stage.lone)

    def look(self) -> None:
        """Close on the four sets under one card."""
        stage = self.stage
        self.step("look")
        self.watch(*(cell.chart for cell in stage.cells))
        self.say("Same numbers. Look before you fit.")
        first = stage.cells[0]
        first.residuals.draw()
        grow = UpdateFromAlphaFunc(
            first.residuals, lambda m, s: m.set_line(*self._line(first), s), rate_func=smooth
        )
        self.add(first.residuals)
        self.play(grow, run_time=1.2)
        for _ in range(2):
            self.play(
                *(UpdateFromAlphaFunc(ring, moves.pulse) for ring in (stage.outlier, stage.lone)),
                run_time=1.2,
            )

    def _line(self, cell: Cell) -> tuple[float, float]:
        return cell.numbers.slope, cell.numbers.intercept

    def _others(self, number: int) -> list[VMobject]:
        """Return what is seen of the other sets while the sets are told one after the other."""
        return [
            part
            for k, cell in enumerate(self.stage.cells)
            if k != number
            for part in (*cell.picture, *(self._overlays(k) if k < number else ()))
        ]

    def _overlays(self, number: int) -> tuple[VMobject, ...]:
        stage = self.stage
        return ((), (stage.parabola,), (stage.outlier,), (stage.lone,))[number]

    def _bring_forward(self, number: int) -> None:
        """Let one set grow to the whole picture while the others leave."""
        cell = self.stage.cells[number]
        self.watch(cell.chart)
        leave = FadeOut(*self._others(number), run_time=1.0, rate_func=EARLY)
        self.play(*cell.move(WHOLE), leave)

    def _send_home(self, number: int, *overlays: VMobject) -> None:
        """Let one set shrink to its place; the others come back."""
        cell = self.stage.cells[number]
        self.watch(*(cell.chart for cell in self.stage.cells))
        come = FadeIn(*self._others(number), run_time=1.1, rate_func=LATE)
        self.play(*cell.move(cell.home, overlays), come)

    def _slide_heights(self, cell: Cell, before: Values, after: Values, run_time: float) -> None:
        """Let the points of ``cell`` slide to other heights; what is seen of it follows."""
        here = {id(part) for part in self.get_mobject_family_members()}
        slide = moves.slide_heights(self.stage, cell, before, after)
        self.play(*(one for one in slide if id(one.mobject) in here), run_time=run_time)

    def _drag(
        self, cell: Cell, ring: Marker, heights: tuple[Values, Values], run_time: float
    ) -> None:
        """Drag one point, with its ring, to another height; the line and the card follow."""
        self.play(*moves.drag(self.stage, cell, ring, heights), run_time=run_time)
