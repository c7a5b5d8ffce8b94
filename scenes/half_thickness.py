"""How much lead halves a beam of photons: tosses, shares, a logarithm, a line, and ln 2 / mu.

Storyboard
    bet         a hundred photons, one millimetre of lead, a bet: how much lead stops half?
    race        are those that got through tougher? as many fresh ones fly beside them
    shares      the first hundred pile up behind each sheet: the same share of those before
    logarithm   a ruler says where half is left, and is wrong. A logarithm turns factors into steps
    line        a line swings to its least squares; points that leave it far in are left out
    half        half of where it starts is a fall of ln 2: the step of a millimetre grows to that
    answer      the opening shot with so much lead, again and again; and with twice as much
"""

from collections.abc import Iterable
from typing import Any

from manim import Animation, Create, FadeIn, FadeOut, smooth, squish_rate_func

from scenes.film import Film, exchange
from scenes.visuals.half_thickness import moves, views
from scenes.visuals.half_thickness.beam.repeats import Repeats
from scenes.visuals.half_thickness.stage import Stage

SETTING, LATER = squish_rate_func(smooth, 0.3, 1.0), squish_rate_func(smooth, 0.4, 1.0)
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
        self.take_logarithms()
        self.fit_the_line()
        self.step_down()
        self.grow_the_step()
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
        self.play(FadeIn(stage.bet), run_time=0.5)
        self.wait(0.9)
        self.say("Chance decides for each of them.")
        self.play(bench.fly(2.4))
        self.say(f"{bench.arrived} got through: {bench.beside_half}.")
        self.wait(1.2)
        self.say("How much lead stops half of them?")
        self.wait(1.8)

    def race(self) -> None:
        """Let a hundred survivors fly against a hundred fresh ones."""
        stage, bench, race = self.stage, self.stage.bench, self.stage.race
        self.step("race")
        self.say("Are those that got through tougher?")
        # Those that arrived are the survivors, and the lead stays: what is around them leaves.
        around = (bench.slots, bench.spent, bench.sent, bench.loss)
        beside = [part for part in race.fresh.submobjects if part is not race.fresh.lead]
        self.remove(bench)
        self.add(race.survivors)
        self.play(
            FadeOut(*around, stage.bet, stage.lead_name, *stage.beam, run_time=0.4),
            moves.raise_lead(race, bench, 1.2),
            moves.pull_back(race, 1.5),
            FadeIn(*beside, race.fresh_name, race.survivors_name, rate_func=COMING, run_time=1.6),
        )
        self.remove(*race.fresh.submobjects)
        self.add(race.fresh)
        self.watch(race.survivors, race.fresh)
        self.say("As many fresh ones fly beside them.")
        self.play(moves.open_race(race, 0.5))
        self.play(race.fresh.fly(1.8), race.survivors.fly(1.8))
        self.say(f"{race.outcome}. No memory, it seems.")
        self.wait(1.2)

    def pile_up(self) -> None:
        """Send the first hundred through sheet after sheet; count who is left behind each."""
        stage, race, piles = self.stage, self.stage.race, self.stage.piles
        self.step("shares")
        each = stage.by_sheet("mm", "sheet")
        self.say(f"So each {each} should leave the same share of what is left.")
        # The lead of the race becomes the first of many sheets; all else leaves.
        self.watch(piles, stage.axes)
        around = [part for part in race.fresh.submobjects if part is not race.fresh.lead]
        names = race.fresh_name, race.survivors_name
        self.remove(race.fresh)
        self.add(piles)
        self.play(
            FadeOut(*around, race.survivors, *names, run_time=0.4),
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
        counted = moves.grow(stage.bars, 1.4), *moves.count_up(piles, 1.4)
        self.play(*counted, FadeIn(*stage.credit, run_time=0.5))
        self.say(f"Each bar is about {stage.share} of the one before.")
        self.play(FadeOut(*piles.counts), run_time=0.4)
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
        self.wait(0.3)
        self.say("But the bars bend away from it.")
        self.play(moves.show(stage.tops, 0.0, 1.0, 0.7))
        self.play(*moves.become_ghost(half.guess_name, 0.6))
        self.wait(0.3)

    def take_logarithms(self) -> None:
        """Turn the axis: each factor becomes a step down."""
        stage, half = self.stage, self.stage.half_step
        self.say("Take the logarithm: factors become steps.")
        # A bar has a foot, and a logarithm has none: of the bars only their tops stay.
        self.play(
            FadeOut(half.ruler, stage.bars, run_time=0.5),
            moves.show(stage.steps.set_shown(0.0), 0.0, views.FEW_SHEETS, 0.8),
            FadeIn(*stage.factors, rate_func=COMING, run_time=0.8),
        )
        turning = stage.steps, stage.tops, *stage.factors, *half.asked
        self._turn((views.FEW, views.FEW_LOGARITHMS), 1.8, *turning)
        self.say("About the same factor: about the same step.")
        self.play(moves.become(stage.factors, stage.differences, 1.4))
        self.wait(1.5)

    def fit_the_line(self) -> None:
        """Fit a line; leave out what sinks into the level of a detector without a source."""
        stage, fitting = self.stage, self.stage.fitting
        self.step("line")
        self.say("Nearly equal steps: nearly a line.")
        gone = FadeOut(stage.steps, *stage.differences, run_time=0.3)
        turning = stage.tops, *stage.half_step.asked
        self._turn((views.FEW_LOGARITHMS, views.FITTED), 1.0, *turning, also=[gone])
        fitting.begin()
        self.play(moves.show(stage.law, 0.0, fitting.reach, 0.5))
        self.say("Turn it until its red squares are least.")
        self.play(FadeIn(*fitting.around, run_time=0.4))
        self.add(fitting.misses)
        self.play(*moves.open_squares(fitting, 0.5))
        self.play(*moves.swing(fitting, 3.0))
        self.play(FadeIn(fitting.mark(), fitting.least), run_time=0.3)
        self.wait(0.4)
        if stage.bends:
            self._draw_it_on()

    def _draw_it_on(self) -> None:
        """Draw the line on below the level of the background; the last points leave it there."""
        stage, background = self.stage, self.stage.background
        self.say("Far in, the points leave the line.")
        gone = FadeOut(*stage.fitting.parts, run_time=0.3)
        turning = stage.tops, background.late, stage.law, *stage.half_step.asked
        self._turn((views.FITTED, views.LOGARITHMS), 1.0, *turning, also=[gone])
        self.play(moves.show(stage.law, stage.fitting.reach, 1.0, 0.7))
        self.play(*moves.show_all((background.floor, background.level), 0.0, 1.0, 0.6))
        self.say("There the detector ticks by itself: leave those out.")
        self.play(FadeIn(background.level_name), run_time=0.5)
        self.wait(0.9)
        self.play(FadeIn(background.left_out), run_time=0.4)
        self.remove(background.late)

    def step_down(self) -> None:
        """Go down the line: a millimetre falls by mu, one half of where it starts by ln 2."""
        stage, near, half = self.stage, self.stage.near, self.stage.half_step
        self.step("half")
        self.say("How far does the line fall per mm?")
        left = stage.background if stage.bends else stage.fitting
        turning = stage.tops, stage.background.left_out, stage.law, *half.asked
        gone = FadeOut(*left.parts, run_time=0.3)
        before = views.LOGARITHMS if stage.bends else views.FITTED
        self._turn((before, views.NEAR_LOGARITHMS), 1.0, *turning, also=[gone])
        self.play(moves.show(near.step, 0.0, 1.0, 0.9))
        self.say(f"It falls by $slope(mu = {stage.mu})$.")
        self.play(FadeIn(near.sizes), run_time=0.3)
        self.say("Now halve what the line starts with.")
        self.play(*moves.lower(half.level, half.level_name, 0.0, 0.6))
        falling = moves.lower(half.level, half.level_name, 1.0, 1.0)
        self.play(*falling, moves.show(half.fall, 0.0, 1.0, 1.0))
        self.play(FadeIn(half.factor), run_time=0.4)
        self.say("That is a fall of $photon(ln 2 = 0.693)$.")
        self.play(*exchange([half.factor], [half.difference]), run_time=0.8)
        self.wait(0.4)
        self.play(*exchange([half.difference], [half.ln_2]), run_time=0.7)

    def grow_the_step(self) -> None:
        """Let the step of a millimetre grow along the line until it falls by ln 2."""
        near, half, stage = self.stage.near, self.stage.half_step, self.stage
        quotient, sizes = near.quotient, near.sizes
        self.add(near.trace)
        named = FadeIn(near.trace_name, rate_func=squish_rate_func(smooth, 0.4, 1.0))
        for which, said in enumerate((near.grows, near.alike)):
            self.say(said)
            also = [named] if which == near.named else []
            self.play(*moves.grow_step(near, which, 2.1), *also, run_time=2.1)
        landed = FadeIn(near.landed, rate_func=COMING)
        self.play(Create(near.landing), landed, Create(half.strike), run_time=0.6)
        self.say(f"So {stage.half} mm is the half thickness $photon(x_h)$.")
        self.remove(sizes, near.trace_name)
        self.add(sizes.width_name)
        self.play(moves.bring(quotient, 1.3), FadeIn(quotient.rest, rate_func=COMING), run_time=1.3)
        self.remove(quotient, quotient.rest)
        self.add(quotient.written)
        self.wait(1.2)

    def answer(self) -> None:
        """Close on the opening shot with the half thickness of lead, and with twice as much."""
        stage, bench, repeats = self.stage, self.stage.bench, self.stage.repeats
        self.step("answer")
        bench.set(layout=stage.last_shot, thickness=stage.last_sheets)
        bench.set(flown=0.0, depths=repeats.depths[0])
        self.say(f"The bet again, now with {stage.half} mm of lead.")
        there = (bench.slots, bench.photons, bench.sent, bench.arrival)
        self.remove(stage.near.sizes.width_name)
        self.play(
            FadeOut(*stage.read_off, rate_func=SETTING, run_time=1.0),
            FadeOut(stage.axes, stage.law, rate_func=LATER, run_time=1.3),
            moves.take_lead(stage.block, 1.8),
            FadeIn(*there, rate_func=COMING, run_time=1.8),
        )
        self.watch(bench)
        self.remove(stage.block, *there)
        self.add(bench, stage.half_name)
        self.play(FadeIn(stage.bet, *stage.beam), run_time=0.3)
        self.play(bench.fly(1.3))
        self.say(f"{bench.arrived} this time.")
        self.wait(1.0)
        self._repeat(repeats, FadeOut(stage.bet, run_time=0.3), "And on average?")
        self.say(f"{repeats.settled} on average: {stage.half} mm stops half.")
        self.play(moves.point_out(repeats, 1.2))
        self.wait(0.4)
        self.say("And behind twice as much lead?")
        self.play(FadeOut(repeats, stage.half_name), run_time=0.4)
        names = FadeIn(*stage.twice.names, run_time=0.8, rate_func=COMING)
        self.play(moves.rewind(bench, 0.8), moves.add_second(bench, 0.8), names)
        bench.set(depths=repeats.depths[0])
        self.play(bench.fly(1.1))
        self._repeat(stage.repeats_of_two, FadeIn(*stage.twice.between, run_time=0.3))
        self.say(f"Each {stage.half} mm halves the rest.")
        self.play(moves.point_out(stage.repeats_of_two, 1.2))

    def _repeat(self, repeats: Repeats, also: Animation, asked: str = "") -> None:
        """Repeat the shot that was made, and pile up how many get through, as is ``asked``."""
        bench = self.stage.bench
        self.play(moves.close_first_grid(bench, 0.3), also)
        bench.set(tells_arrivals=False, tells_losses=False)
        self.play(FadeIn(repeats.set_told(1.0)), run_time=0.3)
        if asked:
            self.say(asked)
        self.play(moves.repeat(bench, repeats, 2.5))

    def _turn(
        self, ends: tuple[int, int], run_time: float, *parts: Any, also: Iterable[Animation] = ()
    ) -> None:
        """Turn from one view into the next, and the axes with what stands in them."""
        axes = self.stage.axes
        turned = (moves.turn(*ends, run_time, part) for part in (axes, *parts))
        self.play(*turned, *also)
        self.settle(axes)
