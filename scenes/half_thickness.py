"""How much lead halves a beam of photons: tosses, shares, a logarithm, a line, and ln 2 / mu.

Storyboard
    bet         a hundred photons, one millimetre of lead, a bet: how much lead stops half?
    sheets      who gets through meets the next sheet: a new toss, so every sheet leaves one share
    logarithm   the same factor becomes the same step: a straight line. But why does its end bend?
    line        a detector ticks without the source, too: leave out where this is more than a tenth
    half        a millimetre is down by mu, one half by ln 2: how many of the first in the second?
    halves      back to photons: every x_h takes half of what is left
    answer      the opening shot again, two sheets a little thicker: half, then half of that
"""

from manim import FadeIn, FadeOut, smooth, squish_rate_func

from core.attenuation.example import MEASUREMENT, PUBLISHED
from core.attenuation.lab_table import read_lab
from scenes.film import Film
from scenes.visuals.half_thickness import moves
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

COMING, LATE = squish_rate_func(smooth, 0.15, 0.8), squish_rate_func(smooth, 0.5, 1.0)
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
        self.play(FadeIn(stage.lead_name), run_time=0.4)
        self.say("Make your bet: how many of a hundred get through?")
        self.wait(2.2)
        self.play(FadeIn(stage.bet), run_time=0.6)
        self.wait(0.4)
        self.say("Each photon is a toss of its own.")
        self.play(bench.fly(3.4))
        self.say(f"{bench.arrived} of them get through.")
        self.wait(1.4)
        self.say("How much lead stops half?")
        self.wait(2.2)

    def add_sheets(self) -> None:
        """Send those that got through on, through two more sheets; bars count them."""
        stage, bench = self.stage, self.stage.bench
        self.step("sheets")
        self.say("Who got through meets the next sheet.")
        self.play(FadeOut(stage.bet, stage.lead_name), run_time=0.4)
        self.watch(bench, stage.axes)
        stage.bars.set_shown(stage.counted())
        self.play(
            moves.pull_back(bench, stage.shots.some, 1.6),
            FadeIn(stage.axes, stage.bars, run_time=1.6, rate_func=LATE),
        )
        self.play(moves.slide(bench, OTHERS, 0.0, 1.0))
        self.say(f"A photon has no memory: again {stage.in_100} in 100 go through.")
        self.wait(1.6)
        self.play(*moves.fly(stage, 2.6))
        self.wait(0.6)
        self.say("Fewer are left, so fewer stop: it is the same share.")
        self.play(*moves.fly(stage, 2.6))
        self.wait(0.8)

    def find_the_rule(self) -> None:
        """Count far more, show all bars large, and the factor from each to the next."""
        stage = self.stage
        many = f"{stage.lab.counts[0]:,.0f}" if stage.lab.counts_known else "Far more"
        self.say(f"{many} instead of a hundred: chance evens out.")
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
        self.say('We look for $photon(times "½")$.')
        self.play(moves.show(stage.halving, 0.0, 1.0, 0.9))
        self.play(FadeIn(stage.halving_names[0]), run_time=0.4)
        self.wait(0.8)

    def take_logarithms(self) -> None:
        """Turn the axis into logarithms; equal factors become equal steps on a line."""
        stage = self.stage
        times_half, down_ln_2 = stage.halving_names
        self.step("logarithm")
        self.say("Logarithms turn factors into steps.")
        self.play(FadeOut(*stage.factors, *stage.credit), run_time=0.4)
        self._turn(RATES, LOGARITHMS, 2.8, stage.bars, stage.steps, stage.halving, times_half)
        down_ln_2.set_view(LOGARITHMS)
        self.play(FadeOut(times_half), run_time=0.3)
        self.play(FadeIn(down_ln_2), run_time=0.3)
        straight = float(stage.fit.used.sum() - 1)
        self.say("At first the same factor, so the same step.")
        self.play(moves.show(stage.steps, len(stage.factors), straight, 2.2))
        self.play(FadeIn(stage.each), run_time=0.4)
        self.wait(1.0)
        self.say("Equal steps: that is why they go down a straight line.")
        leaving = (stage.steps, stage.each, stage.halving, down_ln_2)
        self.play(FadeOut(*leaving, run_time=0.5), moves.show(stage.law, 0.0, 1.0, 2.0))
        self.play(FadeOut(stage.bars), FadeIn(stage.tops, stage.background.late), run_time=0.8)
        self.wait(0.4)

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
        room = background.room
        self.say("Without the source the detector still ticks: radiation from all around.")
        self.play(FadeIn(room, background.room_name), run_time=0.5)
        self.play(moves.tick(room, 3.4))
        self.play(FadeIn(background.with_source), moves.rise(background.level, 1.0))
        self.play(FadeIn(background.level_name), run_time=0.4)
        self.say("That is little. Behind thick lead it is much.")
        self.play(moves.pulse(background.late, 1.6))
        self.wait(0.8)
        self.say("A line through all points is too flat.")
        self.play(moves.show(background.through_all, 0.0, 1.0, 1.4))
        self.wait(0.9)
        self.say("Below ten times that level it is more than a tenth of the count.")
        self.play(moves.rise(background.limit, 1.4))
        self.play(FadeIn(background.limit_name), run_time=0.4)
        self.wait(1.0)
        self.say("Those points we leave out.")
        self.play(FadeIn(background.left_out), run_time=0.6)
        self.remove(background.late)
        self.play(moves.swing(background.through_all, stage.law, 1.2))
        self.remove(background.through_all)
        self.wait(0.6)

    def step_down(self) -> None:
        """Count how many falls of a millimetre there are in the fall of one half."""
        stage, near, background = self.stage, self.stage.near, self.stage.background
        self.step("half")
        self.say("The line falls by $slope(mu)$ in each millimetre.")
        if stage.bends:
            names = (background.level_name, background.limit_name, background.room_name)
            shown = (background.level, background.limit, background.room, background.with_source)
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
        self.play(FadeIn(near.answer, near.beam), run_time=0.6)
        self.wait(2.2)

    def halve(self) -> None:
        """Turn the axis back: equal steps become halves."""
        stage, near, half_stairs = self.stage, self.stage.near, self.stage.half_stairs
        self.step("halves")
        self.say(f"Back to photons: each {stage.half} mm takes half of what is left.")
        steps = (near.millimetre, near.pieces, near.laid, near.ln_2, near.across)
        names = (*near.millimetre_names, near.ln_2_name, *near.counts, near.x_h, near.answer)
        points = (near.beam, stage.tops, stage.background.left_out)
        self.play(FadeOut(*steps, *names, *points), run_time=0.4)
        self._turn(NEAR_LOGARITHMS, NEAR_RATES, 1.8, stage.law)
        for k in range(HALVINGS):
            self.play(moves.show(half_stairs.stairs, k, k + 1.0, 1.0))
            named = (half_stairs.factors[k], half_stairs.drops[k], half_stairs.depths[k])
            self.play(FadeIn(*named), run_time=0.4)
        self.wait(0.6)

    def answer(self) -> None:
        """Close on the opening shot with the half thickness of lead; chance has its say."""
        stage, bench, half_stairs = self.stage, self.stage.bench, self.stage.half_stairs
        self.step("answer")
        leaving = (stage.axes, stage.law, half_stairs.stairs)
        names = (*half_stairs.factors, *half_stairs.drops, *half_stairs.depths)
        bench.set(layout=stage.shots.halves, slid=(1.0, 1.0, 0.0), opened=1.0, flown=0.0)
        bench.set(depths=stage.answer, sheets=2)
        self.watch(bench)
        self.say(f"Two sheets of {stage.half} mm.")
        self.play(
            FadeOut(*leaving, *names, run_time=0.4),
            FadeIn(bench, run_time=0.9, rate_func=COMING),
        )
        self.play(moves.thicken(bench, stage.last_sheets, 0.8))
        self.play(FadeIn(*stage.half_names), run_time=0.4)
        self.play(bench.fly(2.6))
        self.say(f"{bench.arrived} of a hundred: about half.")
        self.wait(1.2)
        self.play(bench.fly(2.6))
        self.say(f"{bench.arrived}: half, then half of that.")
        self.wait(2.0)

    def _sheet(self, one_mm: str, other: str) -> str:
        """Return how a sheet is called: ``one_mm`` where it is a millimetre thick."""
        return one_mm if self.stage.sheet_mm == 1 else other

    def _turn(self, before: int, after: int, run_time: float, *parts: object) -> None:
        """Turn from one view into the next, and the axes with what stands in them."""
        axes = self.stage.axes
        self.play(*(moves.turn(before, after, run_time, part) for part in (axes, *parts)))
        self.settle(axes)
