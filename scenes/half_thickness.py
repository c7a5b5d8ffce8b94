"""How much lead halves a beam of photons: tosses, shares, a logarithm, a line, and ln 2 / mu.

Storyboard
    bet         a hundred photons, one millimetre of lead, a bet: how much lead stops half?
    race        are those that got through tougher? fresh ones against a hundred survivors
    shares      no memory: every sheet leaves one share of what is left. Where is one half?
    logarithm   falls in a column, ever smaller; under the logarithm they are as high
    line        but the end flattens: a detector ticks without the source, too. The others
                step down a straight line
    half        one half is the same step anywhere on the line: ln 2 down, and so far along
    halves      back to per cent: every half thickness takes half of what is left
    answer      the opening shot with thicker lead, twenty times: half on the average
"""

from collections.abc import Iterable

from manim import Animation, Create, FadeIn, FadeOut, linear, smooth, squish_rate_func

from core.attenuation.example import MEASUREMENT, PUBLISHED
from core.attenuation.lab_table import read_lab
from scenes.film import Film
from scenes.visuals.half_thickness import moves
from scenes.visuals.half_thickness.own_table import shown_lab
from scenes.visuals.half_thickness.stage import Stage
from scenes.visuals.half_thickness.views import (
    LOGARITHMS,
    NEAR_LOGARITHMS,
    NEAR_RATES,
    RATES,
)

COMING = squish_rate_func(smooth, 0.4, 1.0)
SOON = squish_rate_func(smooth, 0.3, 0.9)
TAKEN_SLOWLY = 2  # shots


class HalfThickness(Film):
    """Photons through lead, and the half thickness that their counts give."""

    poster_step = "bet"
    poster_share = 0.6
    stage: Stage

    def construct(self) -> None:
        """Tell the storyboard."""
        if self.settings.shows_the_article:
            lab = read_lab(MEASUREMENT)
            self.stage = Stage.of(lab, lab.fit("article"), self.pen, PUBLISHED)
        else:
            self.stage = Stage.of(*shown_lab(self.settings), self.pen)
        self.bet()
        self.race()
        self.find_the_rule()
        self.take_logarithms()
        self.draw_the_line()
        self.step_down()
        self.count_steps()
        self.halve()
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
        self.say("Make your bet: how many of them will get through?")
        self.wait(2.0)
        self.play(FadeIn(stage.bet), run_time=0.5)
        self.wait(0.6)
        self.say("Chance decides for each of them.")
        self.play(bench.fly(2.8))
        self.say(f"{bench.arrived} got through: {bench.beside_half}.")
        self.wait(1.2)
        self.say("How much lead stops half of them?")
        self.wait(1.8)

    def race(self) -> None:
        """Let a hundred survivors fly against a hundred fresh ones."""
        stage, bench, race = self.stage, self.stage.bench, self.stage.race
        self.step("race")
        self.say("Are those that got through tougher than others?")
        # Those that arrived are the survivors: only what is around them leaves.
        around = (bench.slots, bench.lead, bench.spent, bench.sent, bench.loss)
        self.remove(bench)
        self.add(race.survivors)
        self.play(
            FadeOut(*around, stage.bet, stage.lead_name, *stage.beam, run_time=0.5),
            moves.pull_back(race, 1.6),
        )
        self.watch(race.survivors, race.fresh)
        self.play(FadeIn(race.survivors_name, race.fresh, race.fresh_name), run_time=0.6)
        self.wait(0.6)
        self.say("More survivors join, and race a hundred fresh ones.")
        self.play(moves.fill_up(race, 1.6))
        self.play(moves.slide(race.fresh, 0.0, 0.9))
        self.say("Who will do better?")
        self.wait(1.2)
        self.play(race.fresh.fly(3.0), race.survivors.fly(3.0))
        self.say(f"{race.outcome}, nearly the same. A photon has no memory.")
        self.wait(2.0)

    def find_the_rule(self) -> None:
        """Count far more behind ever more sheets, and the factor from each to the next."""
        stage = self.stage
        self.step("shares")
        each = stage.by_sheet("mm", "sheet")
        self.say(f"So each {each} leaves the same share of what is left.")
        self.watch(stage.axes)
        self.play(
            FadeOut(*stage.race.parts, run_time=0.4),
            FadeIn(stage.axes, *stage.credit, rate_func=COMING),
        )
        self.add(stage.bars)
        self.play(moves.rise(stage.bars, 2.0))
        self.add(stage.steps)
        for k, factor in enumerate(stage.factors):
            self.play(moves.show(stage.steps, k, k + 1.0, 0.8))
            self.play(FadeIn(factor), run_time=0.3)
        self.wait(0.6)
        half = stage.half_step
        self.say('Where on this bend is $photon(times "½")$?')
        self.play(moves.show(half.fall, 0.0, 1.0, 0.8))
        self.play(FadeIn(half.times_half, half.level), run_time=0.5)
        self.play(FadeIn(half.where), run_time=0.3)
        self.wait(1.0)

    def take_logarithms(self) -> None:
        """Put the falls into a column and turn the axis: equal factors become equal steps."""
        stage, half, late = self.stage, self.stage.half_step, self.stage.background.late
        self.step("logarithm")
        self.say("A straight line is easier to read. Can we get one?")
        # A bar has a foot, and a logarithm has none: of the bars only their tops stay.
        self.play(
            FadeOut(*stage.factors, *stage.credit, half.level, half.where, run_time=0.4),
            moves.show(stage.bars, 1.0, 0.0, 1.0),
            moves.show(stage.tops, 0.0, 1.0, 1.0),
            moves.show(late, 0.0, 1.0, 1.0),
            moves.show(stage.steps, len(stage.factors), stage.steps.number, 1.4),
        )
        self.remove(stage.bars)
        self.play(FadeIn(*stage.log_table.rates), run_time=0.4)
        self.play(moves.show(stage.column, 0.0, stage.steps.number, 1.8))
        self.say("A logarithm turns equal factors into equal steps.")
        self._turn(
            RATES,
            LOGARITHMS,
            2.6,
            *(stage.steps, stage.column, stage.tops, late),
            also=moves.carry(half.fall, half.logarithmic, 2.6, half.times_half),
        )
        self.play(FadeIn(*stage.log_table.logarithms), run_time=0.5)
        self.wait(0.8)
        self.play(FadeIn(stage.each), run_time=0.4)
        self.wait(1.2)

    def draw_the_line(self) -> None:
        """Leave out what sinks into the level of a detector without a source; draw the line."""
        stage = self.stage
        if stage.bends:
            self._look_at_the_end()
        else:
            self.step("line")
        which = "All the others" if stage.bends else "All the points"
        self.say(f"{which} go down a straight line.")
        self.play(moves.show(stage.law, 0.0, 1.0, 1.6))
        self.wait(0.8)

    def _look_at_the_end(self) -> None:
        background = self.stage.background
        self.say("But at the end the points flatten out. Why?")
        self.play(
            FadeOut(*self.stage.mean_step, run_time=0.4),
            moves.pulse(background.late, 1.6),
        )
        self.step("line")
        self.say("A detector ticks a little even without the source.")
        self.play(
            moves.show(background.floor, 0.0, 1.0, 1.4),
            moves.show(background.level, 0.0, 1.0, 1.4),
        )
        self.play(FadeIn(background.level_name), run_time=0.4)
        self.wait(0.8)
        self.say("The points that this floor lifts are left out.")
        self.play(FadeIn(background.left_out), run_time=0.8)
        self.remove(background.late)

    def step_down(self) -> None:
        """Go near: a millimetre falls by mu, one half by ln 2."""
        stage, near, background = self.stage, self.stage.near, self.stage.background
        half = stage.half_step
        walk = stage.half_walk
        self.step("half")
        self.say('Wherever you start, $photon(times "½")$ is the same step.')
        leaving = background.parts if stage.bends else stage.mean_step
        self.play(
            FadeOut(stage.steps, *leaving, run_time=0.4),
            *moves.carry(half.fall, half.aside, 0.6, half.times_half),
        )
        self.add(walk)
        self.play(moves.show(walk, 0.0, walk.number, 3.0, linear))
        self.wait(0.4)
        self.say("In 1 mm the line falls by $slope(mu)$, the attenuation coefficient.")
        self.play(FadeOut(walk), run_time=0.4)
        self._turn(
            LOGARITHMS,
            NEAR_LOGARITHMS,
            1.8,
            *(stage.tops, background.left_out, stage.law),
            also=moves.carry(half.fall, half.near, 1.8, half.times_half),
        )
        for k, name in enumerate(near.millimetre_names):
            self.play(moves.show(near.millimetre, 0.5 * k, 0.5 * (k + 1), 0.6))
            self.play(FadeIn(name), run_time=0.3)
        self.wait(0.6)
        self.say('One half is a step, too: from $photon("ln" 100)$ down to $photon("ln" 50)$.')
        for end in half.ends:
            self.play(FadeIn(end), run_time=0.5)
        self.play(FadeIn(half.difference), run_time=0.6)
        self.play(FadeOut(half.times_half), run_time=0.3)
        self.play(FadeIn(half.ln_2), run_time=0.4)
        self.wait(1.0)
        self.play(FadeOut(half.difference, *half.ends), run_time=0.4)
        self.play(*moves.carry(half.fall, half.on_line, 0.6, half.ln_2))

    def count_steps(self) -> None:
        """Go along the line until it is ln 2 lower, in steps of a millimetre."""
        stage, near = self.stage, self.stage.near
        self.say('How far along has the line come down by $photon("ln" 2)$?')
        self.play(Create(near.across), run_time=1.2)
        self.play(FadeIn(near.how_far), run_time=0.3)
        self.wait(0.8)
        self.say(near.how_many)
        self.play(moves.show(near.pieces, min(1.0, near.whole), near.whole + 1.0, 1.4))
        self.play(FadeIn(near.rest_name), run_time=0.4)
        self.wait(0.8)
        self.say(f"So {stage.half} mm is the half thickness $photon(x_h)$.")
        self.play(FadeOut(near.how_far, run_time=0.3), Create(near.landing, run_time=0.8))
        self.play(FadeIn(near.landed), run_time=0.4)
        self.play(FadeIn(near.answer), run_time=0.6)
        self.wait(2.0)

    def halve(self) -> None:
        """Turn the axis back: equal steps become halves."""
        stage, near, stairs = self.stage, self.stage.near, self.stage.half_stairs
        self.step("halves")
        self.say(f"Back to per cent: each {stage.half} mm halves what is left.")
        leaving = (stage.half_step.fall, stage.half_step.ln_2, stage.tops)
        self.play(FadeOut(*near.parts, *leaving, stage.background.left_out), run_time=0.4)
        self._turn(NEAR_LOGARITHMS, NEAR_RATES, 1.6, stage.law)
        for k, named in enumerate(zip(stairs.factors, stairs.drops, stairs.depths, strict=True)):
            self.play(moves.show(stairs.stairs, k, k + 1.0, 0.7))
            self.play(FadeIn(*named), run_time=0.3)
        self.wait(1.0)

    def answer(self) -> None:
        """Close on the opening shot with the half thickness of lead; chance has its say."""
        stage, bench, repeats = self.stage, self.stage.bench, self.stage.repeats
        self.step("answer")
        leaving = (stage.axes, stage.law, *stage.half_stairs.parts)
        bench.set(layout=stage.last_shot, flown=0.0, depths=repeats.depths[0])
        self.watch(bench)
        self.say(f"The bet again, now with {stage.half} mm of lead.")
        self.play(FadeOut(*leaving, run_time=0.3), FadeIn(bench, rate_func=SOON))
        self.play(
            moves.thicken(bench, stage.last_sheets, 0.8),
            FadeIn(stage.half_name, stage.bet, *stage.beam, rate_func=COMING),
        )
        self.wait(0.4)
        self.play(bench.fly(2.2))
        self.say(f"{bench.arrived} this time. Once more?")
        self.wait(1.2)
        bench.set(flown=0.0, depths=repeats.depths[1])
        self.play(bench.fly(1.4))
        self.say(f"{bench.arrived} now.")
        self.play(moves.close_first_grid(bench, 0.4))
        self.play(FadeIn(repeats.set_told(TAKEN_SLOWLY)), run_time=0.5)
        self.say(f"And on the average of {repeats.shots} shots?")
        self.play(moves.repeat(bench, repeats, TAKEN_SLOWLY, 3.8), FadeOut(stage.bet, run_time=0.4))
        self.wait(0.6)
        self.say(f"{stage.half} mm of lead stops half.")
        self.play(moves.point_out(repeats, 1.6))

    def _turn(
        self,
        before: int,
        after: int,
        run_time: float,
        *parts: object,
        also: Iterable[Animation] = (),
    ) -> None:
        """Turn from one view into the next, and the axes with what stands in them."""
        axes = self.stage.axes
        turned = (moves.turn(before, after, run_time, part) for part in (axes, *parts))
        self.play(*turned, *also)
        self.settle(axes)
