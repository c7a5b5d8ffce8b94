"""What slope, intercept, r and p know of points, told with Anscombe's four sets.

Storyboard
    wander      eleven points wander through four sets: which number changes? None does
    drag        they were moved so that none does: one that is dragged freely makes all three run
    lengths     a width, and a height by the same rule: r is the rise across the one in the other
    same r      the points wander again: both lengths stand still
    deal        could that be chance? deal the heights out anew: the r of each deal becomes a brick
    thousand    a thousand deals build the formula's hill; few are as far out as ours: p, counted
    same p      the tails of the formula's hill are as large as those blocks: the formula's p
    lone        on to set 4: r, n and so that p stand still. One point is alone. Are we as sure?
    eleven      two of its column trade heights in vain, the lone point and one of them do not; its
                heights drop eleven bricks, of which one, in its colour, is ours
    hill        a bell of heights hardly ever deals the lone one, and we do, one in eleven; the
                formula's hill over the bricks: its tails hold hardly anything of our brick
    press       the column is pressed together: the formula's p falls without end, the counted stays
    look        the points form a ring about the line and turn, and the numbers stand still
"""

import numpy as np
from manim import Create, FadeIn, FadeOut, Mobject, smooth

from scenes.film import Film
from scenes.visuals.correlation import bricks, moves
from scenes.visuals.correlation.carrier import Carrier
from scenes.visuals.correlation.chance.chance import Chance
from scenes.visuals.correlation.chance.press import MOST, SOME
from scenes.visuals.correlation.own import Own
from scenes.visuals.correlation.points.cell import Cell
from scenes.visuals.correlation.stage import CHANCE, Stage

SHUFFLES, FAST_ONES = 3, 12  # before a thousand
LIT, PULSE = 1.35, 1.12  # times as large: letters that a formula sees, numbers at each set
DRAGGED = 1.0, 8.6  # from where the leftmost point is
TURN = 0.35  # of the ring, in full turns


class Correlation(Film):
    """Eleven points that wander while their numbers stand still, and what these cannot tell."""

    poster_step = "wander"
    poster_share = 0.5
    stage: Stage
    points: Carrier

    def construct(self) -> None:
        """Tell the storyboard."""
        self.stage = stage = Stage.of(self.pen, self.settings)
        self.points = Carrier(self, stage)
        if stage.own:
            self.tell_of_own_points(stage.own)
        self.wander()
        self.drag()
        if not stage.own:
            self.compare_lengths()
            self.keep_lengths()
            self.deal(stage.cell, stage.chance, stage.cell.rise, *stage.shares)
            self.deal_a_thousand_times(stage.cell, stage.chance, "Chance rarely does this.")
        self.keep_p()
        self.tell_of_lone_point()
        self.deal_eleven_times()
        self.compare_hills()
        self.press()
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
        self.play(FadeIn(card.r, run_time=0.5), moves.compare(cell.rise, 0.0, 3.0, 3.0))
        self.wait(0.8)
        self.deal(cell, own.chance, cell.rise, *own.behind)
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
        self.add(*stage.cell.picture, stage.card.n, *stage.card.of_the_line, stage.trails)
        self.say("$n = 11$ points, slope $slope(a)$, intercept $intercept(b)$, correlation $r$.")
        self.wait(2.8)
        self.say("They set out. Which number changes first?")
        for number in (1, 2, 3):
            if number == 3:
                self.say("None: they move so that none does.")
            self.points.go_to_set(number)
            self.play(*(moves.swell(one, PULSE) for one in stage.card.of_the_line))
        self.points.go_to_set(0)

    def drag(self) -> None:
        """Let all three numbers run: one point is dragged as nobody arranged it, and put back."""
        stage = self.stage
        self.step("drag")
        self.say("Drag one freely, and all three run.")
        cell, pair = stage.cell, (int(np.argmin(stage.cell.points.x)),) * 2
        dragged = moves.straight(cell, moves.dragged(cell, DRAGGED))
        self.points.go(dragged, 1.3, moves.mark(cell, pair))
        self.wait(0.4)
        if not stage.own:
            self.say("What, then, does $r$ know?")
        self.points.put(stage.sets[0], 1.0, moves.mark(cell, pair, back=True))

    def compare_lengths(self) -> None:
        """Show with the first set what r says."""
        stage, first, lengths = self.stage, self.stage.cell, self.stage.lengths
        self.step("lengths")
        self.say("Most $x$ lie within one standard deviation of the mean.")
        self.add(first.rise)
        self.play(FadeIn(stage.mean), moves.compare(first.rise, 0.0, 0.5, 1.2))
        self.play(moves.light(first))
        self.say(f'Over this width, the line $slope("rises")$ by {lengths.rises}.')
        self.play(moves.compare(first.rise, 0.5, 1.0, 0.7), moves.light(first, back=True))
        self.play(moves.compare(first.rise, 1.0, 2.0, 0.7))
        self.play(FadeIn(lengths.rise), run_time=0.4)
        self.say(f'By the same rule, the heights $near("spread")$ by {lengths.spreads}.')
        self.play(moves.compare(first.rise, 2.0, 3.0, 1.6))
        self.play(FadeIn(lengths.spread), FadeOut(stage.mean), run_time=0.4)
        self.say('$r$ is the $slope("rise")$ as a share of the $near("spread")$.')
        self.play(FadeIn(stage.quotient), moves.compare(first.rise, 3.0, 4.0, 0.6))
        self.play(FadeIn(lengths.signs, lengths.share), moves.swell(stage.card.r))
        self.say("Take the scatter away: $r$ grows to 1.")
        recounted = moves.recount(lengths)
        self.points.put((first.data.x, first.heights(0.0)), 1.4, *recounted)
        self.wait(0.6)

    def keep_lengths(self) -> None:
        """Let the points wander with both lengths on screen."""
        stage = self.stage
        self.step("same r")
        self.hush()
        self.points.put(stage.sets[0], 0.7, *moves.recount(stage.lengths))
        self.say("So $r$ knows only this ratio.")
        for number in (2, 0):
            self.points.go_to_set(number, 0.95, *moves.recount(stage.lengths))
            if number:
                self.wait(0.6)

    def deal(self, cell: Cell, chance: Chance, *leaving: Mobject) -> None:
        """Deal the heights of a set out anew; the r of each deal falls as a brick."""
        stage, y = self.stage, cell.data.y
        self.step("deal")
        self.say("Could such an $r$ be mere chance?")
        self.play(FadeOut(*leaving), run_time=0.4)
        self.watch(cell.chart, chance.chart)
        self.play(*moves.aside(cell, chance))
        if cell.is_small:
            self.play(FadeIn(cell.draw_rods()), run_time=0.4)
        self.settle(chance.chart, chance.ours, cell.rods)
        self.add(chance.pile)
        self.say("Then any height could go to any $x$.")
        for k in range(SHUFFLES):
            dealt = moves.deal(stage, cell, (chance.deals.places(k), y), lag=1.0)
            self.points.play(dealt, 0.45 if k else 2.0)
            if not k:
                self.say("Each new $r$ falls as a brick.")
            self.play(bricks.drop(chance.pile, k, 0.3 if k else 0.6))

    def deal_a_thousand_times(self, cell: Cell, chance: Chance, verdict: str) -> None:
        """Let a thousand bricks pile up and count those as far out as ours."""
        stage = self.stage
        self.step("thousand")
        self.say("A thousand shuffles.")
        self.points.play(bricks.riffle(stage, cell, chance, FAST_ONES), 1.2)
        self.watch(chance.chart)
        self.play(*bricks.deal_the_rest(stage, cell, chance, self.get_mobject_family_members()))
        stage.card.show(cell.move_points(cell.data.x, cell.data.y))
        if not stage.own:
            self.say("For bell-shaped heights, a formula draws this hill.")
            self.play(FadeIn(stage.written), run_time=0.6)
            self.play(bricks.uncover(stage.hill, chance.pile, 1.3))
        self.say("Which lie as far out, either way?")
        self.play(FadeIn(chance.mirror.draw()), run_time=0.4)
        self.settle(chance.pile)
        if chance.lens:
            self.play(bricks.enlarge(chance.lens, 1.4))
        self.say(f"{chance.deals.how_many_come}.")
        self.play(*bricks.count(chance.tally, 1.0))
        self.say(f"That share is $p$. {verdict}")
        self.play(FadeIn(chance.p), run_time=0.6)

    def keep_p(self) -> None:
        """Tell of the formula's p: what lies in the tails of its hill."""
        stage, tails = self.stage, self.stage.tails
        self.step("same p")
        if stage.own:
            n, p = stage.cell.data.x.size, stage.card.p.text
            self.say(f"Student's formula needs only $r$ and $n = {n}$: $p = {p}$.")
            self.play(FadeIn(stage.card.p), run_time=0.6)
            return
        self.say("The hill's tails hold as much: the formula's $p$.")
        if lens := stage.chance.lens:
            self.play(*bricks.shade(tails, lens, 0.8))
        self.play(FadeOut(stage.written, run_time=0.3), *bricks.take_share(tails, 0.9))
        self.play(FadeIn(stage.card.p), run_time=0.5)

    def tell_of_lone_point(self) -> None:
        """Go on to the fourth set: one point holds the line."""
        stage, card = self.stage, self.stage.card
        self.step("lone")
        self.say("On to other points: does $p$ change?")
        if not stage.own:
            self.watch(stage.cell.chart)
            self.points.come_back()
        self.points.go_to_set(len(stage.sets) - 1, run_time=1.2)
        self.say("No: it sees only $r$ and $n$.")
        self.play(FadeIn(stage.sees), run_time=0.5)
        lit = (moves.swell(one, LIT) for one in stage.seen_by_it)
        self.play(*lit, moves.swell(card.r), moves.swell(card.n))
        self.say("Ten at one $x$, one alone: are we as sure?")
        gone = FadeOut(stage.sees, rate_func=moves.EARLY)
        self.play(moves.single_out(stage.cell, stage.lone_at), FadeIn(stage.counts), gone)
        self.wait(1.7)

    def deal_eleven_times(self) -> None:
        """Deal the heights of the fourth set in all ways there are; one comes as far as ours."""
        stage, lone, cell = self.stage, self.stage.lone, self.stage.cell
        self.step("eleven")
        self.say("Two of the ten may trade: $r$ stays.")
        pair = lone.deals.ends_of_column
        self.points.trade(pair)
        self.play(moves.swell(stage.card.r))
        self.say("So only the lone height matters.")
        gone = FadeOut(*stage.counts, stage.card.p, run_time=0.4)
        self.play(moves.mark(cell, pair, back=True), gone)
        with_lone = stage.lone_at, pair[0]  # which is the lowest one now
        self.points.trade(with_lone, around=False)
        self.wait(0.4)
        self.say("By chance, all eleven heights are equally likely.")
        self.watch(cell.chart, lone.chart)
        self.play(*moves.aside(cell, lone), moves.mark(cell, with_lone, back=True))
        self.settle(lone.chart, lone.ours)
        self.add(lone.pile)
        self.points.deal_all_others()
        self.say("One of them is ours.")
        self.play(FadeIn(lone.mirror.draw()), FadeOut(*stage.card.of_the_line), run_time=0.4)
        self.settle(lone.pile)
        self.play(*bricks.count(lone.tally, 0.9))

    def compare_hills(self) -> None:
        """Let the bricks grow where they lie: ours lies where the formula's hill is flat."""
        stage, lone, pile = self.stage, self.stage.lone, self.stage.lone.pile
        self.step("hill")
        self.say("The formula's hill assumes a bell of heights.")
        stage.card.show(stage.cell.numbers)
        self.play(*bricks.assume(stage), run_time=1.2)
        self.say("A bell hardly ever deals so high. We do: one in eleven.")
        self.play(Create(stage.level, run_time=0.8), moves.swell_up(pile.far))
        self.wait(1.4)
        self.play(bricks.clear(stage, self.get_mobject_family_members()))
        self.play(*lone.chart.move(CHANCE, lone.bricks[1:], run_time=0.8))
        self.watch(lone.chart)
        self.play(bricks.uncover(stage.hill, pile, 0.8), FadeIn(lone.p))
        self.say(f"The hill's tails hold only {stage.card.p.text}.")
        self.play(*bricks.come_closer(stage), run_time=1.4)
        self.play(*bricks.take_share(stage.tails, 0.9), FadeIn(stage.card.p, rate_func=moves.LATE))
        self.wait(0.4)

    def press(self) -> None:
        """Press the column together: the formula's p falls without end, and the count stays."""
        stage, lone = self.stage, self.stage.lone
        self.step("press")
        self.say("Press the ten together: $r$ climbs.")
        self.watch(stage.cell.chart, lone.chart)
        self.play(*bricks.make_room(stage), run_time=1.0)
        self.play(bricks.close(stage.press.jaws, 0.6))
        surer, never = "The formula grows ever surer.", "Counting never does: one of eleven."
        for start, end, said in ((1.0, SOME, surer), (SOME, MOST, never)):
            self.play(*bricks.press(stage, start, end), run_time=1.0)
            self.wait(0.4)
            self.say(said)
        self.play(moves.swell(lone.p))
        self.wait(0.5)
        self.play(*bricks.press(stage, MOST, 1.0), run_time=1.0)
        self.say("Are we as sure? No.")
        self.wait(0.2)

    def look(self) -> None:
        """Close on a form that nobody expects of these numbers."""
        stage = self.stage
        self.step("look")
        self.watch(stage.cell.chart)
        self.play(*bricks.give_room_back(stage, self.get_mobject_family_members()), run_time=1.0)
        self.wait(0.3)
        self.say("Same numbers. Look first.")
        leaving = moves.single_out(stage.cell, stage.lone_at, back=True), FadeOut(stage.lone.p)
        self.points.go(moves.wandering(stage.sets[-1], stage.ring(0.0)), 1.2, *leaving)
        drawn = Create(stage.outline, rate_func=moves.EARLY)
        self.points.go(lambda share: stage.ring(TURN * float(smooth(share))), 1.7, drawn)
