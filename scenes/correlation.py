"""What slope, intercept, r and p know of points, told with Anscombe's four sets.

Storyboard
    wander      eleven points wander through four sets: which number changes? None does
    lengths     r is the rise of the line as a share of the spread: two lengths, nothing else
    same r      the points wander again: both lengths stand still
    deal        could that be chance? deal the heights out anew: the deal's r becomes a brick
    thousand    a thousand deals build a hill; the few as far out as ours are counted: p
    same p      a formula draws that hill without a deal, and so gives p
    lone        on to set 4, p stands still; one point stands alone. Are we as sure?
    eleven      its column trades places in vain; the eleven heights of the lone point drop eleven
                bricks, and one of them comes as far
    hill        the formula's hill falls from the thousand bricks, where it fits, onto the eleven,
                where it does not
    look        the points form a ring about the line and turn, and the numbers stand still
"""

from collections.abc import Iterable

from manim import Animation, Create, FadeIn, FadeOut, smooth

from scenes.film import Film
from scenes.visuals.correlation import moves
from scenes.visuals.correlation.cell import Cell
from scenes.visuals.correlation.chance import Chance
from scenes.visuals.correlation.own import Own
from scenes.visuals.correlation.stage import Stage
from scenes.visuals.correlation.way import Places

LEG = 1.5  # seconds from set to set
TRAIL = 0.22  # of the way from set to set
TURN = 0.35  # of the ring, in full turns


class Correlation(Film):
    """Eleven points that wander while their numbers stand still, and what these cannot tell."""

    poster_step = "wander"
    poster_share = 0.5
    stage: Stage

    def construct(self) -> None:
        """Tell the storyboard."""
        self.stage = stage = Stage.of(self.pen, self.settings)
        if stage.own:
            self.tell_of_own_points(stage.own)
        self.wander()
        if not stage.own:
            self.compare_lengths()
            self.keep_lengths()
            self.deal(stage.cell, stage.chance)
            self.deal_a_thousand_times(stage.cell, stage.chance, "Chance rarely does this.")
        self.keep_p()
        self.tell_of_lone_point()
        self.deal_eleven_times()
        self.compare_hills()
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
        self.play(moves.compare(cell.rise, 0.0, 3.0, 3.0))
        self.wait(0.8)
        self.play(FadeOut(cell.rise, *own.behind), run_time=0.3)
        self.deal(cell, own.chance)
        self.deal_a_thousand_times(cell, own.chance, own.verdict)
        self.say(own.closing)
        self.wait(2.8)
        self.play(FadeOut(*own.chance.parts), run_time=0.6)
        card.show(self.stage.cell.numbers)

    def wander(self) -> None:
        """Let eleven points wander from set to set while no number changes."""
        stage = self.stage
        self.step("wander")
        self.watch(stage.cell.chart)
        self.add(*stage.cell.picture, *stage.card.of_the_line, stage.trails)
        self.say("Eleven points, slope $slope(a)$, intercept $intercept(b)$, correlation $r$.")
        self.wait(3.0)
        self.say("They set out. Which number changes first?")
        self._go_to(1)
        self._go_to(2)
        self.say("None. The points move, the numbers do not.")
        self._go_to(3)
        if not stage.own:
            self.say("What, then, does $r$ know?")
        self._go_to(0)

    def compare_lengths(self) -> None:
        """Show with the first set what r says."""
        stage, first = self.stage, self.stage.cell
        self.step("lengths")
        self.say("Across a typical spread in $x$, the line rises this much.")
        self.add(first.rise)
        self.play(moves.compare(first.rise, 0.0, 1.0, 2.0))
        self.wait(0.6)
        self.play(moves.compare(first.rise, 1.0, 2.0, 0.8))
        self.say("The points themselves spread this much in $y$.")
        self.play(moves.compare(first.rise, 2.0, 3.0, 1.8))
        self.say("$r$ is the rise as a share of the spread.")
        self.play(FadeIn(stage.quotient), run_time=0.5)
        self.play(FadeIn(stage.value), moves.swell(stage.card.r))
        self.say("No scatter: both are equal, and $r$ is 1.")
        leaving = FadeOut(stage.value, rate_func=moves.EARLY)
        self._carry((first.data.x, first.heights(0.0)), 1.5, leaving)
        self.wait(0.5)
        self.hush()
        self._carry(stage.sets[0], 1.0)

    def keep_lengths(self) -> None:
        """Let the points wander with both lengths on screen."""
        stage = self.stage
        self.step("same r")
        self.say("So $r$ knows two lengths, wherever the points are.")
        for number in (2, 0):
            self._go_to(number)
        self.play(FadeOut(stage.cell.rise, stage.quotient), run_time=0.4)

    def deal(self, cell: Cell, chance: Chance) -> None:
        """Deal the heights of a set out anew; the r of each deal falls as a brick."""
        stage = self.stage
        y = cell.data.y
        self.step("deal")
        self.say("Could such an $r$ be mere chance?")
        self.watch(cell.chart, chance.chart)
        self.play(*moves.aside(cell, chance))
        if cell.is_small:
            self.play(FadeIn(cell.draw_rods()), run_time=0.5)
        self.settle(chance.chart, chance.ours, cell.rods)
        self.add(chance.pile)
        self.say("If $y$ did not depend on $x$, any height could go to any $x$.")
        if cell.is_small:
            self.play(FadeIn(cell.draw_level()), run_time=0.3)
        for places in chance.deals.one_swap:
            self._play_seen(moves.deal(stage, cell, (places, y)), 1.3)
        self.say("Shuffle all heights. The new $r$ becomes a brick.")
        if cell.is_small:
            self.play(FadeOut(cell.level), run_time=0.3)
        self._play_seen(moves.deal(stage, cell, (chance.deals.places(0), y), lag=1.0), 1.8)
        self.play(moves.drop(chance.pile, 0, 0.8))

    def deal_a_thousand_times(self, cell: Cell, chance: Chance, verdict: str) -> None:
        """Let a thousand bricks pile up and count those as far out as ours."""
        stage = self.stage
        self.step("thousand")
        self.say("A thousand shuffles.")
        self.watch(chance.chart)
        here = set(self.get_mobject_family_members())
        self.play(*moves.deal_the_rest(stage, cell, chance, here))
        stage.card.show(cell.move_points(cell.data.x, cell.data.y))
        self.say(f"{chance.deals.how_many_come} as far out as ours.")
        self.play(FadeIn(chance.mirror.draw()), run_time=0.4)
        if chance.pile.can_be_encircled:
            self.play(moves.encircle(chance.pile, 1.0))
        self.settle(chance.pile)
        self.play(*moves.count(chance.tally, 1.0))
        self.wait(0.6)
        self.say(f"That share is $p$. {verdict}")
        self.play(FadeIn(chance.p), run_time=0.6)
        self.wait(1.0)

    def keep_p(self) -> None:
        """Lay the formula's hill over the bricks, and bring the first set back."""
        stage, cell, chance = self.stage, self.stage.cell, self.stage.chance
        self.step("same p")
        if stage.own:
            self.say("A formula gives $p$ from $r$ and how many points.")
            self.play(FadeIn(stage.card.p), run_time=0.6)
            return
        self.say("A formula draws this hill, and so knows $p$.")
        self.play(moves.uncover(stage.hill, chance.pile, 1.6))
        self.wait(1.4)
        self.hush()
        cell.put_back()
        self.watch(cell.chart)
        self.play(*moves.return_to(stage, cell, (chance,), self.get_mobject_family_members()))

    def tell_of_lone_point(self) -> None:
        """Go on to the fourth set: one point holds the line."""
        stage = self.stage
        self.step("lone")
        self.say("Its $p$ stands still, too.")
        self._go_to(len(stage.sets) - 1)
        self.say("Ten share one $x$. One stands alone.")
        self.play(moves.single_out(stage.cell, stage.lone_at), FadeIn(stage.counts))
        self.wait(0.6)
        self.say("Your bet: are we as sure of this line?")
        self.wait(3.0)

    def deal_eleven_times(self) -> None:
        """Deal the heights of the fourth set in all ways there are; one comes as far as ours."""
        stage, lone = self.stage, self.stage.lone
        deals = lone.deals
        last = deals.r.size - 1
        self.step("eleven")
        self.say("In the column, a shuffle changes nothing.")
        self.play(FadeOut(stage.card.p), run_time=0.4)
        column = moves.wandering(deals.column(0), deals.column(1))
        self._play_seen(moves.carry(stage, stage.cell, column), 1.6)
        self.say("The lone height alone turns the line.")
        self.watch(stage.cell.chart, lone.chart)
        self.play(*moves.aside(stage.cell, lone), FadeOut(stage.counts, rate_func=moves.EARLY))
        self.settle(lone.chart, lone.ours)
        self.add(lone.pile)
        for k, line in enumerate(stage.fan):
            if k == last:
                self.say("That makes eleven lines. One is as steep as ours.")
            slow = k in (0, last)
            self._carry((deals.x, deals.heights(k)), 1.0 if slow else 0.3)
            if k < last:
                self.add(line.draw())
            self.play(moves.drop(lone.pile, k, 0.6 if slow else 0.2))
        self.play(FadeIn(lone.mirror.draw()), run_time=0.4)
        self.play(moves.encircle(lone.pile, 0.8))
        self.settle(lone.pile)

    def compare_hills(self) -> None:
        """Let the formula's hill fall from bricks that it fits onto bricks that it does not fit."""
        stage, lone, chance = self.stage, self.stage.lone, self.stage.chance
        self.step("hill")
        self.say("The formula's hill fits a thousand shuffles.")
        self.watch(chance.chart, lone.chart)
        here = self.get_mobject_family_members()
        self.play(*moves.stack(stage, stage.cell, chance, here))
        stage.card.show(stage.cell.numbers)
        self.wait(1.0)
        self.say("It does not fit these eleven.")
        self.play(moves.fall(stage.falling, chance.pile, lone.pile, 1.8))
        self.wait(1.0)
        self.say("So far out it expects 2 of 1000, not 1 of 11.")
        self.play(*moves.count(lone.tally.put(lone.tally_at(0.5)), 1.0))
        self.wait(2.0)

    def look(self) -> None:
        """Close on a form that nobody expects of these numbers."""
        stage, cell, chance, lone = self.stage, self.stage.cell, self.stage.chance, self.stage.lone
        self.step("look")
        self.hush()
        cell.put_back()
        self.watch(cell.chart)
        self.play(*moves.return_to(stage, cell, (chance, lone), self.get_mobject_family_members()))
        self._carry_on(moves.wandering(stage.sets[-1], stage.ring(0.0)), 1.6)
        self.say("Same numbers. Look first.")
        self.play(Create(stage.outline), run_time=0.8)
        self._carry_on(lambda share: stage.ring(TURN * float(smooth(share))), 2.4)

    def _go_to(self, number: int, *others: Animation) -> None:
        """Let the points wander from where they are to one of the sets."""
        points = self.stage.cell.points
        at = moves.wandering((points.x, points.y), self.stage.sets[number])
        self._carry_on(at, LEG, *others)

    def _carry_on(self, at: moves.At, run_time: float, *others: Animation) -> None:
        stage = self.stage
        self._play_seen(moves.carry(stage, stage.cell, at, trails=TRAIL), run_time, *others)

    def _carry(self, to: Places, run_time: float, *others: Animation) -> None:
        """Carry the points straight to other places."""
        stage = self.stage
        at = moves.straight(stage.cell, to)
        self._play_seen(moves.carry(stage, stage.cell, at), run_time, *others)

    def _play_seen(self, carried: Iterable[Animation], run_time: float, *others: Animation) -> None:
        """Play what is seen; the rest is carried along unseen."""
        here = self.get_mobject_family_members()
        self.play(*moves.seen(carried, here), *others, run_time=run_time)
