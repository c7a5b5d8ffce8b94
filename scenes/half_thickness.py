"""How much lead halves a beam of photons: counts, their logarithm, a line, and ln 2 / mu.

Storyboard
    bet         a hundred photons, one millimetre of lead: 56 arrive. How much lead stops half?
    sheets      sheet after sheet: what arrives falls into a bar; every millimetre leaves one share
    logarithm   the same factor becomes the same step: a straight line. But why does its end bend?
    line        the detector counts without a source, too: the best line through the others
    half        1 mm across is down by mu; so down by ln 2 is across by x_h = ln 2 / mu
    halves      back to photons: every x_h takes half of what is left
    answer      the opening shot again, with x_h of lead: a hundred in, about fifty out
"""

from manim import FadeIn, FadeOut, smooth, squish_rate_func

from core.attenuation.example import MEASUREMENT
from core.attenuation.fit import GROSS_OVER_BACKGROUND
from core.attenuation.lab_table import read_lab
from scenes.film import Film
from scenes.visuals.half_thickness import moves
from scenes.visuals.half_thickness.own_table import shown_lab
from scenes.visuals.half_thickness.stage import ABOVE, HALVINGS, NAMED_STEPS, WHOLE_BENCH, Stage
from scenes.visuals.half_thickness.views import (
    LOGARITHM,
    NEAR_LOGARITHM,
    NEAR_RATE,
    RATE,
    RATE_BELOW,
)

SLOW_SHEETS = ("One sheet.", "Two sheets.", "Three sheets.")
COMING = squish_rate_func(smooth, 0.4, 1.0)
EARLY, LATE = squish_rate_func(smooth, 0.0, 0.2), squish_rate_func(smooth, 0.6, 1.0)


class HalfThickness(Film):
    """Photons through lead, and the half thickness that their counts give."""

    poster_step = "bet"
    poster_share = 0.55
    stage: Stage

    def construct(self) -> None:
        """Tell the storyboard."""
        if self.settings.shows_the_article:
            lab = read_lab(MEASUREMENT)
            fit = lab.fit("article")
        else:
            lab, fit = shown_lab(self.settings)
        self.stage = Stage.of(lab, fit, self.pen)
        self.bet()
        self.add_sheets()
        self.find_the_rule()
        self.take_logarithms()
        self.fit_line()
        self.step_down()
        self.halve()
        self.answer()

    def bet(self) -> None:
        """Send a hundred photons through one sheet."""
        bench = self.stage.bench
        self.step("bet")
        self.watch(bench)
        self.add(bench)
        sheet = self._sheet("one millimetre", f"{self.stage.sheet_mm:g} mm")
        self.say(f"A hundred photons, and {sheet} of lead.")
        self.play(moves.slide(bench, self.stage.sheet_mm, 0.2, 1.0), run_time=1.6)
        self.play(FadeIn(self.stage.lead_names[0]), run_time=0.4)
        self.say("How many will get through?")
        self.wait(2.0)
        self.say("Make your bet.")
        self.wait(2.0)
        self.play(bench.fly(4.2))
        self.wait(0.4)
        self.say(f"{bench.arrived} of them. How much lead stops half?")
        self.wait(2.2)

    def add_sheets(self) -> None:
        """Put sheet after sheet into the beam; what arrives falls into a bar."""
        stage, bench = self.stage, self.stage.bench
        self.step("sheets")
        chart = stage.views.charts[RATE_BELOW]
        self.say("Let us measure. First without lead.")
        self.remove(stage.lead_names[0])
        self.play(moves.rewind(bench))
        self.play(moves.slide(bench, stage.sheet_mm, 1.0, 0.0), run_time=0.6)
        bench.set_lead(0.0, 1.0)
        self.watch(bench, chart)
        self.play(bench.move(ABOVE, 1.2), FadeIn(chart, run_time=1.2, rate_func=LATE))
        self.settle(chart)
        self.add(stage.bars)
        self.play(bench.fly(1.6))
        self._fall_into_bar(0, 1.2)
        for sheet, sentence in enumerate(SLOW_SHEETS, start=1):
            self.say(sentence)
            self.play(moves.refill(stage, sheet))
            self.play(bench.fly(1.5))
            self._fall_into_bar(sheet, 0.8)
        most = stage.lab.thickness_mm[-1]
        made = ", with counts reconstructed from a published fit" if stage.lab.reconstructed else ""
        self.say(f"On to {most:g} mm{made}.")
        self.play(*moves.add_sheets(stage, len(SLOW_SHEETS) + 1, 3.6))

    def find_the_rule(self) -> None:
        """Show the bars large, and the factor from each to the next."""
        stage = self.stage
        self.say("Ever fewer get through. Is there a rule in it?")
        self.play(FadeOut(stage.bench), run_time=0.5)
        self._turn(RATE_BELOW, RATE, 1.6, stage.bars)
        self.wait(0.6)
        self.add(stage.steps)
        sheet = self._sheet("millimetre", "sheet")
        self.say(f"Every {sheet} leaves about the same share.")
        for k, factor in enumerate(stage.factors):
            self.play(moves.step(stage.steps, k, k + 1.0, 0.9), FadeIn(factor, run_time=0.9))
        self.wait(1.0)

    def take_logarithms(self) -> None:
        """Turn the axis into logarithms; equal factors become equal steps, up to the end."""
        stage = self.stage
        self.step("logarithm")
        self.say("Take logarithms: equal factors become equal steps.")
        staying = stage.factors if stage.factors_stay else []
        if not staying:
            self.play(FadeOut(*stage.factors), run_time=0.4)
        self._turn(RATE, LOGARITHM, 3.0, stage.bars, stage.steps, *staying)
        self.wait(1.2)
        straight, last = float(stage.fit.used.sum() - 1), stage.steps.x.size - 1.0
        self.say("Always the same share, so always the same step down.")
        self.play(*(FadeOut(factor) for factor in staying), run_time=0.5)
        self.play(moves.step(stage.steps, NAMED_STEPS, straight, 2.4), FadeIn(*stage.falls))
        self.wait(0.8)
        self.say("Equal steps: that is why it is a straight line.")
        self.play(FadeOut(*stage.falls), FadeIn(stage.tops), run_time=0.6)
        self.wait(0.8)
        if stage.bends:
            self.say("Straight... but why does the end bend up?")
            self.play(moves.step(stage.steps, straight, last, 2.2))
            self.play(FadeIn(stage.late), run_time=0.5)
        self.play(FadeOut(stage.bars, stage.steps), run_time=0.8)
        self.wait(0.8)

    def fit_line(self) -> None:
        """Let the level rise that the room counts, leave out what sinks in it and fit the rest."""
        stage = self.stage
        self.step("line")
        if stage.bends:
            self._leave_out()
        others = "the others" if stage.bends else "them"
        self.say(f"The best line through {others} falls by $slope(mu)$ a millimetre.")
        self.play(moves.uncover(stage.law, 1.8))
        self.play(FadeIn(stage.slope), run_time=0.5)
        self.wait(1.2)

    def step_down(self) -> None:
        """A millimetre is mu lower, half of the photons ln 2: read off how far across that is."""
        stage = self.stage
        self.step("half")
        self.say("Look closer: one millimetre across is down by $slope(mu)$.")
        self.play(*(FadeOut(part) for part in (stage.level, stage.level_name)), run_time=0.4)
        parts = (stage.tops, stage.left_out, stage.law)
        self._turn(LOGARITHM, NEAR_LOGARITHM, 1.8, *parts)
        across, down = stage.millimetre_names
        self.play(moves.step(stage.millimetre, 0.0, 0.5, 0.8), FadeIn(across, run_time=0.8))
        self.play(moves.step(stage.millimetre, 0.5, 1.0, 0.8), FadeIn(down, run_time=0.8))
        self.wait(0.8)
        self.say("One half is a factor, too: down by $photon(ln 2)$.")
        self.play(moves.step(stage.halves, 0.0, 0.5, 1.4), FadeIn(stage.ln_2, run_time=1.4))
        self.wait(0.6)
        self.say("How far across is that? $photon(ln 2)$ divided by $slope(mu)$.")
        self.play(moves.step(stage.halves, 0.5, 1.0, 1.6), FadeIn(stage.x_h, run_time=1.6))
        self.play(FadeIn(stage.answer), run_time=0.6)
        self.wait(2.4)

    def halve(self) -> None:
        """Turn the axis back: equal steps become halves."""
        stage = self.stage
        self.step("halves")
        self.say("Back from logarithms to photons.")
        names = (stage.ln_2, stage.x_h, stage.answer, stage.slope, *stage.millimetre_names)
        self.play(FadeOut(*names, stage.millimetre), run_time=0.4)
        parts = (stage.tops, stage.left_out, stage.law, stage.halves)
        self._turn(NEAR_LOGARITHM, NEAR_RATE, 2.0, *parts)
        self.say(f"Each {stage.half} mm takes half of what is left.")
        self.play(FadeIn(stage.shares[0]), run_time=0.4)
        for k in range(HALVINGS):
            named = FadeIn(stage.shares[k + 1], stage.drops[k], stage.depths[k], run_time=0.6)
            if k:
                self.play(moves.step(stage.halves, k, k + 1.0, 1.0))
            self.play(named)
            self.wait(0.3)
        self.wait(1.0)

    def answer(self) -> None:
        """Close on the opening shot with the half thickness of lead; chance has its say."""
        stage, bench = self.stage, self.stage.bench
        self.step("answer")
        leaving = (stage.views.charts[NEAR_RATE], stage.axes, stage.tops, stage.left_out)
        stairs = (stage.law, stage.halves, *stage.shares, *stage.drops, *stage.depths)
        bench.set_area(WHOLE_BENCH).set_size(1.0)
        bench.set_lead(stage.fit.half_thickness_mm, 1.0)
        self.watch(bench)
        self.say(f"A hundred photons, {stage.half} mm of lead.")
        self.play(
            FadeOut(*leaving, *stairs, run_time=0.5),
            FadeIn(bench, stage.lead_names[1], run_time=1.1, rate_func=COMING),
        )
        self.wait(0.4)
        for flight, sentence in zip(
            stage.flights,
            ("", "Once more: chance decides for each.", "A hundred in, about fifty out."),
            strict=True,
        ):
            if sentence:
                self.say(sentence)
                self.play(moves.come_again(bench))
            bench.set_depths(flight)
            self.play(bench.fly(3.0))
            self.wait(0.7)

    def _leave_out(self) -> None:
        """Show what is counted without a source, and leave out what is too near to it."""
        stage = self.stage
        self.say("A detector counts a little without a source, too.")
        self.play(moves.rise(stage.level, 1.4))
        self.play(FadeIn(stage.level_name), run_time=0.5)
        self.wait(1.0)
        self.say("Near that level we count the room, not the source.")
        self.play(moves.pulse(stage.late, 1.4))
        self.say(f"So what is below {GROSS_OVER_BACKGROUND:g} times the level is left out.")
        self.play(moves.rise(stage.limit, 1.4))
        self.play(FadeIn(stage.limit_name, stage.left_out), run_time=0.8)
        self.remove(stage.late)
        self.wait(1.0)
        self.play(FadeOut(stage.limit, stage.limit_name), run_time=0.4)

    def _sheet(self, one_mm: str, other: str) -> str:
        """Return how a sheet is called: ``one_mm`` where it is a millimetre thick."""
        return one_mm if self.stage.sheet_mm == 1 else other

    def _fall_into_bar(self, bar: int, run_time: float) -> None:
        """Let what has arrived fall into its bar."""
        falls = moves.fall_into_bar(self.stage, bar, run_time)
        self.play(*falls)
        self.remove(self.stage.falling)

    def _turn(self, before: int, after: int, run_time: float, *parts: object) -> None:
        """Turn from one view into the next; the axes stay, old ticks go before new ones come."""
        charts = self.stage.views.charts
        followers = [
            moves.turn(before, after, run_time, part) for part in (self.stage.axes, *parts)
        ]
        self.play(
            FadeOut(charts[before], run_time=run_time, rate_func=EARLY),
            FadeIn(charts[after], run_time=run_time, rate_func=LATE),
            *followers,
        )
        self.settle(charts[after], self.stage.axes)
        self.watch(charts[after])
