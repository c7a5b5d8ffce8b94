"""How much lead halves a beam of photons: tosses, shares, a logarithm, a line, and ln 2 / mu.

Storyboard
    bet         a hundred photons, one millimetre of lead, a bet: how much lead stops half?
    sheets      who gets through meets the next sheet: a new toss, so every sheet leaves one share
    logarithm   the same factor becomes the same step: a straight line. But why does its end bend?
    line        a detector ticks without a source, too: leave out what is mostly the room
    half        a millimetre is down by mu, one half by ln 2: how many of the first in the second?
    halves      back to photons: every x_h takes half of what is left
    answer      the opening shot again, the sheet a little thicker: about fifty, by chance
"""

from manim import FadeIn, FadeOut, smooth, squish_rate_func

from core.attenuation.example import MEASUREMENT, PUBLISHED
from core.attenuation.lab_table import read_lab
from scenes.film import Film
from scenes.visuals.half_thickness import moves
from scenes.visuals.half_thickness.background import SECONDS
from scenes.visuals.half_thickness.near import HALVINGS
from scenes.visuals.half_thickness.own_table import shown_lab
from scenes.visuals.half_thickness.stage import Stage
from scenes.visuals.half_thickness.views import (
    LOGARITHMS,
    NEAR_LOGARITHMS,
    NEAR_RATES,
    RATES,
    SOME_RATES,
)

COMING, LATE = squish_rate_func(smooth, 0.4, 1.0), squish_rate_func(smooth, 0.7, 1.0)
FIRST, OTHERS = (0,), (1, 2)


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
        self.add_sheets()
        self.find_the_rule()
        self.take_logarithms()
        self.look_at_the_end()
        self.step_down()
        self.halve()
        self.answer()

    def bet(self) -> None:
        """Send a hundred photons through one sheet."""
        stage, bench = self.stage, self.stage.bench
        self.step("bet")
        self.watch(bench)
        self.add(bench.set(slid=(0.25, 0.0, 0.0)))
        sheet = self._sheet("one millimetre", f"{stage.sheet_mm:g} mm")
        self.say(f"A hundred photons, and {sheet} of lead.")
        self.play(moves.slide(bench, FIRST, 0.25, 1.6))
        self.play(FadeIn(stage.lead_names[0]), run_time=0.4)
        self.say("How many will get through? Make your bet.")
        self.play(FadeIn(stage.bet), run_time=0.6)
        self.wait(2.0)
        self.say("Chance decides for each of them.")
        self.play(bench.fly(3.4))
        self.wait(0.4)
        self.say(f"{bench.arrived} of them. How much lead stops half?")
        self.wait(2.2)

    def add_sheets(self) -> None:
        """Send those that got through on, through two more sheets; bars count them."""
        stage, bench = self.stage, self.stage.bench
        self.step("sheets")
        self.say("Who got through meets the next sheet.")
        self.play(FadeOut(stage.bet, stage.lead_names[0]), run_time=0.4)
        self.watch(bench, stage.axes)
        stage.bars.set_shown(stage.counted())
        self.play(
            moves.pull_back(bench, stage.shots.some, 1.6),
            FadeIn(stage.axes, stage.bars, run_time=1.6, rate_func=LATE),
        )
        self.play(moves.slide(bench, OTHERS, 0.0, 1.0))
        self.say("A photon has no memory: it is a new toss, with the same odds.")
        self.wait(2.2)
        self.play(*moves.fly(stage, 2.6))
        self.wait(0.6)
        self.say("Fewer are left, so fewer stop: it is the same share.")
        self.play(*moves.fly(stage, 2.6))
        self.wait(0.8)

    def find_the_rule(self) -> None:
        """Count far more, show all bars large, and the factor from each to the next."""
        stage = self.stage
        self.say("Now far more than a hundred: chance evens out.")
        self.play(FadeOut(stage.bench), run_time=0.5)
        self.watch(stage.axes)
        self.play(
            moves.turn(SOME_RATES, RATES, 2.0, stage.axes), moves.count_more(stage, RATES, 2.0)
        )
        self.play(FadeIn(*stage.credit), run_time=0.5)
        self.wait(0.8)
        self.add(stage.steps)
        sheet = self._sheet("millimetre", "sheet")
        self.say(f"Every {sheet} leaves about the same share.")
        for k, factor in enumerate(stage.factors):
            self.play(moves.show(stage.steps, k, k + 1.0, 0.9))
            self.play(FadeIn(factor), run_time=0.3)
        self.wait(0.8)
        self.say("And one half is a factor, too.")
        self.play(moves.show(stage.halving, 0.0, 1.0, 0.9))
        self.play(FadeIn(stage.halving_names[0]), run_time=0.4)
        self.wait(0.8)

    def take_logarithms(self) -> None:
        """Turn the axis into logarithms; equal factors become equal steps on a line."""
        stage = self.stage
        times_half, down_ln_2 = stage.halving_names
        self.step("logarithm")
        self.say("Take logarithms: equal factors become equal steps.")
        self.play(FadeOut(*stage.factors, *stage.credit), run_time=0.4)
        self._turn(RATES, LOGARITHMS, 2.8, stage.bars, stage.steps, stage.halving, times_half)
        down_ln_2.set_view(LOGARITHMS)
        self.play(FadeOut(times_half), run_time=0.3)
        self.play(FadeIn(down_ln_2), run_time=0.3)
        straight = float(stage.fit.used.sum() - 1)
        self.say("Always the same share, so always the same step.")
        self.play(moves.show(stage.steps, len(stage.factors), straight, 2.2))
        self.play(FadeIn(stage.each), run_time=0.4)
        self.wait(1.0)
        self.say("Equal steps: that is why they go down a straight line.")
        leaving = (stage.steps, stage.each, stage.halving, down_ln_2)
        self.play(FadeOut(*leaving, run_time=0.5), moves.show(stage.law, 0.0, 1.0, 2.0))
        self.play(FadeOut(stage.bars), FadeIn(stage.tops, stage.background.late), run_time=0.8)
        self.wait(0.8)

    def look_at_the_end(self) -> None:
        """Let a detector tick without a source, and leave out what sinks into its level."""
        stage, background = self.stage, self.stage.background
        if not stage.bends:
            self.step("line")
            self.say("Not one point leaves it: all of them count.")
            self.wait(1.6)
            return
        self.say("But why does the end bend up?")
        self.play(moves.pulse(background.late, 1.6))
        self.wait(0.4)
        self.step("line")
        self.say("A detector ticks without a source, too.")
        self.play(FadeIn(background.room, background.room_name), run_time=0.5)
        self.play(moves.tick(background.room, SECONDS), moves.rise(background.level, 1.6))
        self.play(FadeIn(background.level_name), run_time=0.4)
        self.say("Near that level we count the room, not the source.")
        self.play(moves.pulse(background.late, 1.6))
        self.say("More than a tenth from the room? Leave that point out.")
        self.play(moves.rise(background.limit, 1.4))
        self.play(FadeIn(*background.limit_names, background.left_out), run_time=0.6)
        self.remove(background.late)
        self.wait(1.2)

    def step_down(self) -> None:
        """Count how many falls of a millimetre there are in the fall of one half."""
        stage, near, background = self.stage, self.stage.near, self.stage.background
        self.step("half")
        self.say("The line falls by $slope(mu)$ in each millimetre.")
        if stage.bends:
            names = (background.level_name, *background.limit_names, background.room_name)
            shown = (background.level, background.limit, background.room)
            self.play(FadeOut(*shown, *names), run_time=0.4)
        parts = (stage.tops, background.left_out, stage.law)
        self._turn(LOGARITHMS, NEAR_LOGARITHMS, 1.8, *parts)
        across, down = near.millimetre_names
        self.play(moves.show(near.millimetre, 0.0, 0.5, 0.7))
        self.play(FadeIn(across), run_time=0.3)
        self.play(moves.show(near.millimetre, 0.5, 1.0, 0.7))
        self.play(FadeIn(down), run_time=0.3)
        self.wait(0.6)
        self.say("To one half it falls by $photon(ln 2)$.")
        self.play(moves.show(near.ln_2, 0.0, 1.0, 1.0))
        self.play(FadeIn(near.ln_2_name), run_time=0.4)
        self.wait(0.8)
        self.say(f"How many times $slope(mu)$ is that? {near.how_many}.")
        self.play(moves.show(near.pieces, near.whole, near.whole + 1.0, 1.0))
        self.play(moves.lay(near.laid, 1.2))
        self.play(FadeIn(*near.counts), run_time=0.5)
        self.wait(1.0)
        self.say(f"{stage.half} times, so {stage.half} mm: the half thickness $photon(x_h)$.")
        self.play(FadeIn(near.across, near.x_h), run_time=0.6)
        self.play(FadeIn(near.answer), run_time=0.6)
        self.wait(2.2)

    def halve(self) -> None:
        """Turn the axis back: equal steps become halves."""
        stage, near, half_stairs = self.stage, self.stage.near, self.stage.half_stairs
        self.step("halves")
        self.say(f"Back to photons: each {stage.half} mm takes half of what is left.")
        steps = (near.millimetre, near.pieces, near.laid, near.ln_2, near.across)
        names = (*near.millimetre_names, near.ln_2_name, *near.counts, near.x_h, near.answer)
        self.play(FadeOut(*steps, *names), run_time=0.4)
        parts = (stage.tops, stage.background.left_out, stage.law)
        self._turn(NEAR_LOGARITHMS, NEAR_RATES, 1.8, *parts)
        for k in range(HALVINGS):
            self.play(moves.show(half_stairs.stairs, k, k + 1.0, 1.0))
            named = (half_stairs.factors[k], half_stairs.drops[k], half_stairs.depths[k])
            self.play(FadeIn(*named), run_time=0.4)
        self.wait(0.6)

    def answer(self) -> None:
        """Close on the opening shot with the half thickness of lead; chance has its say."""
        stage, bench, half_stairs = self.stage, self.stage.bench, self.stage.half_stairs
        self.step("answer")
        leaving = (stage.axes, stage.tops, stage.background.left_out, stage.law)
        stairs = (half_stairs.stairs, *half_stairs.factors, *half_stairs.drops)
        bench.set(layout=stage.shots.whole, slid=(1.0, 0.0, 0.0), opened=0.0, flown=0.0)
        bench.set(depths=stage.answers[0])
        self.watch(bench)
        self.say(f"A hundred photons, {stage.half} mm of lead.")
        self.play(
            FadeOut(*leaving, *stairs, *half_stairs.depths, run_time=0.5),
            FadeIn(bench, stage.bet, run_time=1.1, rate_func=COMING),
        )
        self.play(moves.thicken(bench, stage.last_sheets, 1.0))
        self.play(FadeIn(stage.lead_names[1]), run_time=0.4)
        self.play(bench.fly(2.6))
        self.say(f"{bench.arrived} of them: about half. Once more.")
        self.wait(1.0)
        self.play(moves.come_again(bench, stage.answers[1]))
        self.say("About half. Which ones? Chance decides.")
        self.play(bench.fly(3.0))
        self.wait(1.2)

    def _sheet(self, one_mm: str, other: str) -> str:
        """Return how a sheet is called: ``one_mm`` where it is a millimetre thick."""
        return one_mm if self.stage.sheet_mm == 1 else other

    def _turn(self, before: int, after: int, run_time: float, *parts: object) -> None:
        """Turn from one view into the next, and the axes with what stands in them."""
        axes = self.stage.axes
        self.play(*(moves.turn(before, after, run_time, part) for part in (axes, *parts)))
        self.settle(axes)
