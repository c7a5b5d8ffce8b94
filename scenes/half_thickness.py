"""How much lead halves a beam of photons: tosses, shares, a logarithm, a line, and ln 2 / mu.

Storyboard
    bet         a hundred photons, one millimetre of lead, a bet: how much lead stops half?
    race        does the next millimetre leave the same share, or are survivors tougher?
    shares      the first hundred pile up behind each sheet: the same share of those before
    logarithm   a ruler says where half is left, and is wrong. Stretch the axis: halvings are steps
    line        more plates, and a line: the one whose squares are least
    half        half is a fall of ln 2: a step grows to it, slides down the line, and always halves
    answer      the opening shot with so much lead, often, against the guess; and with twice as much
"""

from collections.abc import Iterable
from typing import Any

from manim import Animation, Create, FadeIn, FadeOut, smooth, squish_rate_func

from scenes.film import Film, exchange
from scenes.visuals.half_thickness import moves, views
from scenes.visuals.half_thickness.closing import double, repeat, shoot_again
from scenes.visuals.half_thickness.stage import Stage

COMING = squish_rate_func(smooth, 0.5, 1.0)
BETWEEN = squish_rate_func(smooth, 0.42, 0.75)


class HalfThickness(Film):
    """Photons through lead, and the half thickness that their counts give."""

    poster_step = "bet"
    poster_share = 0.6
    stage: Stage

    def construct(self) -> None:
        """Tell the storyboard."""
        self.stage = Stage.shown(self.settings, self.pen)
        self.bet()
        self.race()
        self.pile_up()
        self.find_the_rule()
        self.ask_for_half()
        self.stretch()
        self.take_logarithms()
        self.fit_the_line()
        self.step_down()
        self.grow_the_step()
        self.slide_on()
        self.answer()

    def bet(self) -> None:
        """Send a hundred photons through one sheet."""
        stage, bench = self.stage, self.stage.bench
        self.step("bet")
        self.watch(bench)
        self.add(bench.set(slid=0.25))
        sheet = self.stage.by_sheet("one millimetre", f"{stage.sheet_mm:g} mm")
        self.say(f"A hundred photons, and {sheet} of lead.")
        self.play(moves.slide(bench, 0.25, 1.6))
        self.play(FadeIn(stage.lead_name, *stage.beam), run_time=0.4)
        self.say("Make your bet: how many will get through?")
        self.wait(1.0)
        self.play(FadeIn(stage.bet), run_time=0.4)
        self.wait(1.1)
        self.say("Chance decides for each of them.")
        self.play(bench.fly(2.4))
        self.say(f"{bench.arrived} got through: {bench.outcome()}.")
        self.wait(1.2)
        self.say("How much lead stops half of them?")
        self.wait(1.8)

    def race(self) -> None:
        """Let the survivors fly against as many fresh ones."""
        stage, bench, race = self.stage, self.stage.bench, self.stage.race
        self.step("race")
        self.say(f"Would the next {stage.by_mm} leave the same share?")
        # Those that arrived are the survivors, and the lead stays: what is around them leaves.
        around = (bench.slots, bench.spent, bench.sent, bench.loss)
        beside = [part for part in race.fresh.submobjects if part is not race.fresh.lead]
        self.remove(bench)
        self.add(race.survivors, race.begin(bench))
        self.play(
            FadeOut(*around, stage.bet, stage.lead_name, *stage.beam, run_time=0.4),
            moves.pull_back(race, 1.4),
        )
        self.play(
            moves.raise_lead(race, bench, 0.6),
            FadeIn(*beside, race.fresh_name, race.survivors_name, run_time=0.6),
            moves.open_race(race, 0.6),
        )
        self.remove(*race.fresh.submobjects)
        self.add(race.fresh)
        self.watch(race.survivors, race.fresh)
        self.say("Or are survivors tougher than fresh ones?")
        self.wait(0.5)
        self.play(race.fresh.fly(1.8), race.survivors.fly(1.8))
        self.say(race.outcome)
        self.wait(1.2)

    def pile_up(self) -> None:
        """Send the first hundred through sheet after sheet; count who is left behind each."""
        stage, race, piles = self.stage, self.stage.race, self.stage.piles
        self.step("shares")
        self.say(f"So each {stage.by_mm} should leave the same share of what is left.")
        # The lead of the race becomes the first of many sheets; all else leaves.
        self.watch(piles, stage.axes)
        around = [part for part in race.fresh.submobjects if part is not race.fresh.lead]
        self.remove(race.fresh)
        self.add(piles)
        self.play(
            FadeOut(*around, race.survivors, race.fresh_name, race.survivors_name, run_time=0.3),
            moves.gather(piles, 1.4),
            FadeIn(stage.axes, rate_func=BETWEEN, run_time=1.4),
        )
        for sheet in range(views.FEW_SHEETS):
            self.play(moves.fly_on(piles, sheet, 0.85 if sheet == 0 else 0.5))

    def find_the_rule(self) -> None:
        """Count far more photons, and lay every bar on the next one, shrunk."""
        stage, piles = self.stage, self.stage.piles
        self.say("A detector counts far more: chance evens out.")
        self.watch(stage.axes)
        self.remove(piles)
        self.add(*piles.counts)
        self.play(FadeOut(*piles.uncounted), FadeIn(stage.bars), run_time=0.7)
        self.play(moves.grow(stage.bars, 1.4), *moves.count_up(piles, 1.4))
        self.play(FadeIn(*stage.credit), run_time=0.4)
        self.say(f"Each bar is about {stage.share} of the one before.")
        self.play(FadeOut(*piles.counts), run_time=0.3)
        both = stage.shrinking, stage.steps
        self.play(*moves.show_all(both, 0.0, 1.0, 0.8))
        self.play(FadeIn(stage.factors[0]), run_time=0.25)
        self.play(*moves.show_all(both, 1.0, views.FEW_SHEETS, 0.95))
        self.play(FadeIn(*stage.factors[1:]), run_time=0.25)

    def ask_for_half(self) -> None:
        """Ask where the bars come down to one half; a ruler says so, and the bars leave it."""
        stage, half = self.stage, self.stage.half_step
        self.step("logarithm")
        self.say("At what thickness is half left?")
        counted = stage.shrinking, stage.steps, *stage.credit, *stage.factors
        self.play(
            FadeOut(*counted, run_time=0.5),
            moves.pale(stage.bars, 0.8),
            moves.show(half.level, 0.0, 1.0, 1.0),
            FadeIn(half.level_name, rate_func=COMING, run_time=1.2),
        )
        self.say(f"A ruler over the first two says {half.ruler.half} mm.")
        self.play(moves.show(half.ruler, 0.0, 1.0, 1.2))
        self.play(FadeIn(half.guess_name, run_time=0.6), moves.show(half.guess, 0.0, 1.0, 0.6))
        self.play(moves.show(stage.tops, 0.0, 1.0, 0.4))
        self.say(stage.bent)
        self.play(moves.show(stage.curve, 0.0, 1.0, 1.0))
        ghost = moves.become_ghost(half.guess_name, 0.6)
        self.play(moves.show(stage.crossing, 0.0, 1.0, 0.6), *ghost)
        self.wait(0.7)

    def stretch(self) -> None:
        """Stretch the axis until a factor is a step."""
        stage, half = self.stage, self.stage.half_step
        self.say("The same factor, yet ever smaller steps.")
        # A bar has a foot, and a logarithm has none: of the bars only their tops stay.
        self.play(
            FadeOut(half.ruler, stage.curve, stage.crossing, stage.bars, run_time=0.4),
            moves.show(stage.steps.set_shown(0.0), 0.0, views.FEW_SHEETS, 0.8),
            moves.drop(half.guess_name, 0.5),
            FadeIn(*stage.factors, rate_func=COMING, run_time=0.9),
        )
        marking = moves.show(stage.marks.set_shown(0.0), 0.0, 1.0, 0.8)
        self._turn((views.FEW, views.MARKED), 0.8, also=[marking])
        self.say("Slide the ticks until their gaps are equal.")
        turning = stage.marks, stage.steps, stage.tops, *stage.factors, *half.asked
        self._turn((views.MARKED, views.STRETCHED), 2.8, *turning)
        self.say("Nearly the same factor: nearly the same step.")
        self.play(moves.pulse(stage.drops, 2.2))
        self.remove(*stage.drops)

    def take_logarithms(self) -> None:
        """Halve again and again: the step is the same, and only then the axis counts logarithms."""
        gone, gap = FadeOut(*self.stage.factors, run_time=0.4), self.stage.gap
        if gap is not None:
            self.say(gap.said)
            self.play(gone, FadeIn(gap, run_time=0.4))
            self.wait(0.15)
            for _ in range(gap.slides):
                self.wait(0.25)
                self.play(moves.halve_on(gap, 0.5))
            self.wait(0.2)
            self.play(*exchange([gap.factor], [gap.logarithm]), run_time=0.5)
            self.wait(1.1)
        self.say("Such an axis shows the logarithm.")
        self._turn((views.STRETCHED, views.FEW_LOGARITHMS), 1.0, also=[] if gap else [gone])
        self.wait(1.2)

    def fit_the_line(self) -> None:
        """Put more plates behind the few, and turn a line to where its squares are least."""
        stage, fitting = self.stage, self.stage.fitting
        self.step("line")
        self.say(stage.more)
        # The bracket has no view: it goes before the axis does.
        halved = [stage.gap.stroke, stage.gap.logarithm] if stage.gap else []
        gone = FadeOut(stage.marks, *halved, run_time=0.3)
        turning = stage.steps, stage.tops, *stage.half_step.asked
        self._turn((views.FEW_LOGARITHMS, views.LOGARITHMS), 1.2, *turning, also=[gone])
        self.play(moves.show(stage.steps, views.FEW_SHEETS, stage.steps.number, 0.8))
        self.say("Nearly even steps: a line of least squares.")
        fitting.turn(0.0)
        gone = FadeOut(stage.steps, *stage.half_step.asked, run_time=0.4)
        self.play(gone, moves.show(stage.law, 0.0, 1.0, 0.6))
        self.play(moves.show(fitting.misses, 0.0, 1.0, 0.4))
        self.wait(0.2)
        self.play(*moves.turn_to_least(fitting, 1.6))

    def step_down(self) -> None:
        """Go down the line: a millimetre falls by mu, one half of where it starts by ln 2."""
        stage, near, half = self.stage, self.stage.near, self.stage.half_step
        self.step("half")
        ends = views.LOGARITHMS, views.NEAR_LOGARITHMS
        gone = FadeOut(stage.fitting.misses, run_time=0.3)
        self._turn(ends, 0.9, stage.tops, stage.law, also=[gone])
        self.say(f"Per mm the line falls by $slope(mu = {stage.mu})$.")
        sizes = FadeIn(near.sizes, rate_func=COMING, run_time=0.9)
        self.play(moves.show(near.step, 0.0, 1.0, 0.9), sizes)
        self.say(stage.starts)
        self.play(FadeIn(half.first), run_time=0.5)
        self.wait(1.2)
        half.come_near()
        self.play(FadeIn(*half.asked, half.rest), run_time=0.5)
        self.say(half.falls)
        self.wait(0.5)
        self.play(*moves.lower(half, 0.8))
        self.play(moves.show(half.fall, 0.0, 1.0, 0.7))
        self.play(FadeIn(half.ln_2), run_time=0.4)
        self.wait(0.7)

    def grow_the_step(self) -> None:
        """Let the step of a millimetre grow along the line until it falls by ln 2."""
        near, half, stage = self.stage.near, self.stage.half_step, self.stage
        quotient = near.quotient
        self.add(near.trace)
        named = FadeIn(near.trace_name, rate_func=squish_rate_func(smooth, 0.4, 1.0))
        for which, said in enumerate((near.grows, near.alike)):
            self.say(said)
            also = [named] if which == near.named else []
            self.play(*moves.grow_step(near, which, 2.1), *also, run_time=2.1)
        self.play(Create(near.landing), FadeIn(near.landed), Create(half.strike), run_time=0.6)
        self.say(f"So {stage.half} mm is the half thickness $photon(x_h)$.")
        self.remove(near.trace_name)
        near.sizes.tell_fall(0.0)
        self.play(moves.bring(quotient, 1.0), FadeIn(quotient.head, run_time=0.7))
        self.play(FadeIn(quotient.rest), run_time=0.4)
        self.remove(quotient, quotient.head, quotient.rest)
        self.add(quotient.written)
        self.wait(1.4)

    def slide_on(self) -> None:
        """Slide the step down the line: wherever it starts, it ends at half of that."""
        stage, near, halves = self.stage, self.stage.near, self.stage.halves
        self.say("Does it halve anywhere? Slide it down.")
        gone = FadeOut(*stage.read_off, run_time=0.4)
        ends = views.NEAR_LOGARITHMS, views.HALVES
        self._turn(ends, 1.0, stage.law, near.step, near.sizes, also=[gone])
        self.add(halves)
        self.play(moves.show(halves, 0.0, 1.0, 0.4), moves.tell_fall(near, 0.0, 1.0, 0.4))
        self.play(*moves.slide_down(near, halves, (0.0, halves.stop), 1.2))
        self.say(halves.said)
        self.wait(1.2)
        self.say("From anywhere, the same step halves.")
        self.play(*moves.slide_down(near, halves, (halves.stop, halves.end), 1.7))
        self.wait(0.6)

    def answer(self) -> None:
        """Close on the opening shot with the half thickness of lead, and with twice as much."""
        self.step("answer")
        shoot_again(self, self.stage)
        repeat(self, self.stage)
        double(self, self.stage)

    def _turn(
        self, ends: tuple[int, int], run_time: float, *parts: Any, also: Iterable[Animation] = ()
    ) -> None:
        """Turn from one view into the next, and the axes with what stands in them."""
        axes = self.stage.axes
        turned = (moves.turn(*ends, run_time, part) for part in (axes, *parts))
        self.play(*turned, *also)
        self.settle(axes)
