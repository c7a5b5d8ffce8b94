"""Why to look at the points before fitting: Anscombe's four sets, and what r and p mean.

Storyboard
    numbers     one line, three numbers, four empty charts. What do the points look like?
    pictures    the points appear: four very different pictures
    scatter     set 1 fills the frame: r is the rise of its line as a share of the spread
    deal        could that be chance? deal its heights out anew: the deal's r becomes a brick
    thousand    a thousand deals build a hill; the few as far out as ours are counted: p
    same p      a formula gives p from r and the number of points: four sets, one p
    curve       set 2: a curve passes through them all, and p cannot see it
    outlier     set 3: without one point the line would be perfect
    lone        set 4: one point makes the line alone
    eleven      its eleven deals: one of them comes as far, whatever the formula says
    look        the four sets under one card again: same numbers, four verdicts
"""

import numpy as np
from manim import Create, FadeIn, FadeOut, UpdateFromAlphaFunc

from scenes.film import Film
from scenes.visuals.correlation import moves
from scenes.visuals.correlation.card import THREE_DECIMALS, TWO_DECIMALS
from scenes.visuals.correlation.chance import Chance
from scenes.visuals.correlation.own import Own
from scenes.visuals.correlation.quartet import Cell
from scenes.visuals.correlation.rise import formula as rise_formula
from scenes.visuals.correlation.stage import Stage

SLOW_DEALS = 2
TAKEN_SLOWLY = 2  # of the eleven deals
LOOSE = 2.0  # how many times as far from the line
LOW = 3.0  # where the lone point is dragged to


class Correlation(Film):
    """Four sets of points with the same numbers, and what the numbers cannot tell."""

    poster_step = "look"
    poster_share = 0.5
    stage: Stage

    def construct(self) -> None:
        """Tell the storyboard."""
        self.stage = stage = Stage.of(self.pen, self.settings)
        if stage.own:
            self.tell_of_own_points(stage.own)
        self.show_numbers()
        self.show_pictures()
        if not stage.own:
            self.tell_of_scatter()
            self.deal(stage.cells[0], stage.chance)
            self.deal_a_thousand_times(stage.cells[0], stage.chance, "Chance rarely does this.")
            self.give_all_the_same_p()
        self.tell_of_curve()
        self.tell_of_outlier()
        self.tell_of_lone_point()
        if not stage.own:
            self.deal_eleven_times()
        self.look()

    def tell_of_own_points(self, own: Own) -> None:
        """Show a user's points and what chance does with them, before the four sets."""
        card, cell = self.stage.card, own.cell
        self.step("own points")
        self.watch(cell.chart)
        card.show(cell.numbers)
        self.add(*own.behind, *cell.picture)
        self.say(own.opening)
        self.wait(1.0)
        self.say("$r$ compares the rise of the line with the spread of the points.")
        self.add(cell.rise)
        self.play(FadeIn(card.r), run_time=0.5)
        self.play(moves.compare(cell.rise, 0.0, 2.0, 2.0))
        self.wait(0.8)
        self.play(FadeOut(cell.rise, *own.behind), run_time=0.3)
        self.deal(cell, own.chance)
        self.deal_a_thousand_times(cell, own.chance, own.verdict)
        self.say(own.closing)
        self.wait(2.8)
        self.play(FadeOut(*own.chance.parts, card.p), run_time=0.6)
        card.show(self.stage.cells[0].numbers)

    def show_numbers(self) -> None:
        """Show the line that all four sets have, and its numbers."""
        stage = self.stage
        self.step("numbers")
        self.watch(*stage.charts)
        self.add(*stage.charts, *(cell.line for cell in stage.cells), *stage.card.of_the_line)
        self.say("Four sets of points share slope $slope(a)$, intercept $intercept(b)$, and $r$.")
        self.play(*(Create(cell.triangle) for cell in stage.cells), run_time=1.4)
        self.play(FadeIn(*(cell.start for cell in stage.cells)), run_time=0.6)
        self.wait(0.6)
        self.say("What do the points look like?")
        self.wait(1.6)

    def show_pictures(self) -> None:
        """Let the points of all four sets appear."""
        cells = self.stage.cells
        self.step("pictures")
        self.hush()
        leave = FadeOut(*(cell.triangle for cell in cells), run_time=0.5)
        self.play(*(moves.appear(cell.points, 2.4) for cell in cells), leave)
        self.say("These numbers cannot tell them apart.")
        self.wait(1.6)

    def tell_of_scatter(self) -> None:
        """Show with the first set what r says."""
        stage, first = self.stage, self.stage.cells[0]
        x = first.data.x
        self.step("scatter")
        self.hush()
        self._bring_forward(0)
        self.say("Across the typical spread in $x$, the line rises so far.")
        self.add(first.rise)
        self.play(moves.compare(first.rise, 0.0, 1.0, 1.6))
        self.wait(0.6)
        self.say("$r$ compares this rise with the typical spread in $y$.")
        self.play(moves.compare(first.rise, 1.0, 2.0, 1.0))
        formula = rise_formula(first.rise, self.pen)
        self.play(FadeIn(formula), run_time=0.5)
        self.play(moves.swell(stage.card.r))
        self.wait(0.4)
        for sentence, tilt, spread in (
            ("The same rise with more scatter: $r$ is smaller.", 1.0, LOOSE),
            ("Without scatter the rise is all there is, and $r$ is 1.", 1.0, 0.0),
            ("If the line falls, $r$ is below 0.", -1.0, 1.0),
        ):
            self.say(sentence)
            if tilt < 0:
                self.play(FadeOut(formula), run_time=0.3)
            self._play_seen(moves.carry(stage, first, (x, first.heights(tilt, spread))), 1.5)
            self.wait(0.5)
        self.hush()
        self._play_seen(moves.carry(stage, first, (x, first.data.y)), 1.2)
        self.say(f"For our points it is {TWO_DECIMALS.write(first.numbers.r)}.")
        self.play(FadeOut(first.rise), run_time=0.3)
        self.wait(0.8)

    def deal(self, first: Cell, chance: Chance) -> None:
        """Deal the heights of a set out anew; the r of each deal falls as a brick."""
        stage = self.stage
        self.step("deal")
        self.say("Could our $r$ be mere chance?")
        self._lay_aside(first, chance)
        self.say("Keep the heights, but deal them out anew.")
        self._play_seen(moves.deal(stage, first, chance, 0, lag=2.0), 3.0)
        self.say("The $r$ of this deal becomes a brick.")
        self.play(moves.swell(stage.card.r))
        self.play(moves.drop(chance.pile, 0, 0.8))
        for k in range(1, SLOW_DEALS):
            if k == 1:
                self.say("And again.")
            self._play_seen(moves.deal(stage, first, chance, k, lag=0.3), 0.8)
            self.play(moves.drop(chance.pile, k, 0.5))

    def deal_a_thousand_times(self, first: Cell, chance: Chance, verdict: str) -> None:
        """Let a thousand bricks pile up and count those as far out as ours."""
        stage = self.stage
        self.step("thousand")
        self.say("A thousand deals.")
        self.watch(chance.chart)
        here = set(self.get_mobject_family_members())
        self.play(*moves.deal_the_rest(stage, first, chance, SLOW_DEALS, here))
        self.settle(chance.pile)
        stage.card.show(first.numbers)
        self.say(f"{chance.deals.how_many_come} as far out as ours.")
        self.play(FadeIn(chance.mirror.draw()), run_time=0.4)
        if chance.tails:
            self.play(*moves.go_near(chance, 1.4))
            self.play(FadeIn(*(tail.draw() for tail in chance.tails)), run_time=0.4)
        self.play(FadeIn(chance.share), run_time=0.5)
        self.wait(0.8)
        self.say(f"That share is $p$. {verdict}")
        self.play(FadeIn(stage.card.p), run_time=0.6)
        if chance.tails:
            self.play(*moves.go_near(chance, 1.2, back=True))
        self.wait(1.0)

    def give_all_the_same_p(self) -> None:
        """Let the four sets come back, and say that p, too, is the same for all."""
        stage, first = self.stage, self.stage.cells[0]
        card, counts = stage.card, [cell.count for cell in stage.cells]
        self.step("same p")
        self.say("A formula agrees. It knows only $r$ and how many points.")
        first.chart.set_area(first.home)
        first.move_points(first.data.x, first.data.y)
        self.watch(*stage.charts)
        self.play(*moves.all_home(stage))
        self.play(moves.swell(card.r), FadeIn(*counts, run_time=0.6))
        self.say("So all four have the same $p$. Are they equally sure?")
        self.play(moves.swell(card.p))
        self.wait(1.4)
        self.play(FadeOut(*counts), run_time=0.5)
        self.wait(0.6)

    def tell_of_curve(self) -> None:
        """Show the second set: a curve."""
        stage, second = self.stage, self.stage.cells[1]
        self.step("curve")
        self.hush()
        self._bring_forward(1)
        self.play(second.line.animate.set_stroke(self.theme.muted), run_time=0.4)
        self.say("A curve meets every point here. $p$ cannot see it.")
        self.play(Create(stage.parabola.draw()), run_time=1.6)
        self.wait(0.8)

    def tell_of_outlier(self) -> None:
        """Show the third set: one point turns the line; without it r would be 1."""
        stage, third = self.stage, self.stage.cells[2]
        self.step("outlier")
        self.hush()
        self._go_on(2)
        x, y = third.data.x, third.data.y
        in_line, r = third.in_line(int(np.argmax(y)))
        self.say("Here ten lie on one line; one turns the fit away.")
        self.play(FadeIn(stage.outlier.draw()), run_time=0.4)
        self.wait(0.6)
        self.say(f"Put it in line with them, and $r$ is {TWO_DECIMALS.write(r)}.")
        self._play_seen(moves.carry(stage, third, (x, in_line), ring=stage.outlier), 2.2)
        self.wait(0.8)

    def tell_of_lone_point(self) -> None:
        """Show the fourth set: one point makes the line."""
        stage, fourth = self.stage, self.stage.cells[3]
        self.step("lone")
        self.hush()
        self._go_on(3)
        x, y = fourth.data.x, fourth.data.y
        low = np.where(x == x.max(), LOW, y)
        self.say("And here one point alone holds the line.")
        self.play(FadeIn(stage.lone.draw()), run_time=0.4)
        self.say("Wherever it goes, the line goes along.")
        self._play_seen(moves.carry(stage, fourth, (x, low), ring=stage.lone), 2.0)
        self._play_seen(moves.carry(stage, fourth, (x, y), ring=stage.lone), 1.4)

    def deal_eleven_times(self) -> None:
        """Deal the heights of the fourth set in all ways there are; one comes as far as ours."""
        stage, fourth, chance = self.stage, self.stage.cells[3], self.stage.lone_chance
        y = fourth.data.y
        self.step("eleven")
        self.say("Deal out these heights, too.")
        self.play(FadeOut(stage.lone, stage.card.p), run_time=0.4)
        self._lay_aside(fourth, chance)
        self.say("Ten share one $x$: only who stands alone matters. So there are eleven deals.")
        for k in range(y.size):
            last = k == y.size - 1
            slow = k < TAKEN_SLOWLY or last
            if last:
                self.say(f"Only the highest comes as far: 1 of {y.size}.")
            self._play_seen(moves.deal(stage, fourth, chance, k), 0.7 if slow else 0.25)
            self.play(moves.drop(chance.pile, k, 0.4 if slow else 0.2))
        self.play(FadeIn(chance.share, *(tail.draw() for tail in chance.tails)), run_time=0.5)
        self.wait(1.0)
        counted, formula = (
            THREE_DECIMALS.write(p) for p in (chance.deals.beyond.mean(), fourth.numbers.p)
        )
        self.say(f"Counted, $p$ is {counted}. The formula still says {formula}.")
        self.play(FadeIn(stage.card.p), run_time=0.6)
        self.wait(1.8)

    def look(self) -> None:
        """Close on the four sets under one card."""
        stage, chance = self.stage, self.stage.lone_chance
        self.step("look")
        if not stage.own:
            self.hush()
            leaving = (*chance.seen, stage.cells[3].rods)
            self.play(FadeOut(*leaving), FadeIn(stage.lone.draw()), run_time=0.5)
        self.watch(*stage.charts)
        self.play(*moves.home(stage, 3))
        self.say("Same line, same $r$. Look first.")
        for verdict in (*stage.verdicts, *(() if stage.own else (stage.counted,))):
            self.play(FadeIn(verdict), run_time=0.5)
        self.play(*(moves.pulse(ring, 1.2) for ring in (stage.outlier, stage.lone)))

    def _bring_forward(self, number: int) -> None:
        """Let one set grow to the whole picture while the others leave."""
        self.watch(self.stage.cells[number].chart)
        self.play(*moves.forward(self.stage, number))

    def _go_on(self, number: int) -> None:
        """Let the next set take the place of the one before it, which then is as it was at home."""
        self.watch(self.stage.cells[number].chart)
        self.play(*moves.onward(self.stage, number))
        moves.put_home(self.stage, number - 1)

    def _lay_aside(self, cell: Cell, chance: Chance) -> None:
        """Move a set aside, with a rod for each of few heights; an axis of r comes."""
        self.watch(cell.chart, chance.chart)
        self.play(*moves.aside(cell, chance))
        if cell.is_small:
            self.play(FadeIn(cell.draw_rods()), run_time=0.5)
        self.settle(chance.chart, chance.ours, cell.rods)
        self.add(chance.pile)

    def _play_seen(self, carried: list[UpdateFromAlphaFunc], run_time: float) -> None:
        """Play what is seen; the rest is carried along unseen."""
        here = {id(part) for part in self.get_mobject_family_members()}
        self.play(*(one for one in carried if id(one.mobject) in here), run_time=run_time)
