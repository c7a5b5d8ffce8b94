"""How much lead halves a beam of photons: counts, their logarithm, a line, and ln 2 / mu.

Storyboard
    bet         a hundred photons, one millimetre of lead: 56 arrive. How much lead stops half?
    sheets      sheet after sheet, a measured rate for each: every millimetre leaves one share
    logarithm   the same factor becomes the same step: the rates fall along a line
    line        what the room counts is left out; the line through the rest falls by mu
    half        down by ln 2 is across by x_h = ln 2 / mu
    halves      back to the rates: every x_h takes half of what is left, in the beam, too
    answer      the opening shot again, with x_h of lead: a hundred in, fifty out
"""

import numpy as np
from manim import FadeIn, FadeOut, Mobject, UpdateFromAlphaFunc, linear, smooth, squish_rate_func

from core.attenuation.example import MEASUREMENT, radiation_numbers
from core.attenuation.lab_table import read_lab
from scenes.film import Film
from scenes.visuals.half_thickness.stage import HALVINGS, NAMED_STEPS, STRIP, WHOLE_BENCH, Stage
from scenes.visuals.half_thickness.views import (
    LOGARITHM,
    NEAR_LOGARITHM,
    NEAR_RATE,
    RATE,
    RATE_BELOW,
)

SLOW_SHEETS, SLOW, FAST = 4, 0.85, 0.24
OPENING_MM = 1.0
EARLY, LATE = squish_rate_func(smooth, 0.0, 0.2), squish_rate_func(smooth, 0.6, 1.0)


class HalfThickness(Film):
    """Photons through lead, and the half thickness that their counts give."""

    poster_step = "bet"
    poster_share = 0.55
    stage: Stage

    def construct(self) -> None:
        """Tell the storyboard."""
        lab = read_lab(MEASUREMENT)
        numbers = radiation_numbers(lab.fit("article"))
        quoted = {name: str(number["quoted"]) for name, number in numbers.items()}
        self.stage = Stage.of(lab, self.pen, quoted["mu"], quoted["x_h"])
        self.bet()
        self.add_sheets()
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
        self.say("A hundred photons, and one millimetre of lead.")
        self.play(self._slide(OPENING_MM, 0.2, 1.0), run_time=1.6)
        self.play(FadeIn(self.stage.lead_names[0]), run_time=0.4)
        self.say("How many will get through?")
        self.wait(2.2)
        self.play(bench.fly(4.6))
        self.wait(0.4)
        self.say(f"{bench.arrived} of them. How much lead stops exactly half?")
        self.wait(2.2)

    def add_sheets(self) -> None:
        """Put sheet after sheet into the beam; a measured rate rises for each."""
        stage, bench = self.stage, self.stage.bench
        self.step("sheets")
        chart = stage.views.charts[RATE_BELOW]
        self.say("Let us measure. First without lead.")
        self.remove(self.stage.lead_names[0])
        self.play(UpdateFromAlphaFunc(bench, lambda m, s: m.set_share(1 - s)), run_time=0.8)
        self.play(self._slide(OPENING_MM, 1.0, 0.0), run_time=0.6)
        bench.set_lead(0.0, 1.0)
        self.watch(chart)
        self.play(bench.move(STRIP), FadeIn(chart, rate_func=LATE), run_time=1.4)
        self.settle(chart)
        self.play(bench.fly(1.8))
        self.add(stage.bars)
        self._grow(0, SLOW)
        self.say("Then one sheet, and one more, and one more.")
        for sheet in range(1, stage.lab.thickness_mm.size):
            self._grow(sheet, SLOW if sheet <= SLOW_SHEETS else FAST)
        self.say("Ever fewer get through. Is there a rule in it?")
        self.play(FadeOut(bench), run_time=0.5)
        self._turn(RATE_BELOW, RATE, 1.6, stage.bars)
        self.wait(0.6)
        self.add(stage.steps)
        self.say("Every millimetre leaves about the same share.")
        for k, factor in enumerate(stage.factors):
            self.play(self._step_to(k, k + 1.0), FadeIn(factor), run_time=0.9)
        self.wait(1.2)

    def take_logarithms(self) -> None:
        """Turn the axis into logarithms; equal factors become equal steps."""
        stage = self.stage
        self.step("logarithm")
        self.say("Take logarithms: a factor becomes a step.")
        self.play(FadeOut(*stage.factors), run_time=0.4)
        self._turn(RATE, LOGARITHM, 3.0, stage.bars, stage.steps)
        self.say(f"The same factor, the same step: $ln {self._ratio():.2f} = {self._fall():.2f}$.")
        for fall in stage.falls:
            self.play(FadeIn(fall), run_time=0.6)
        self.wait(1.4)
        self.play(FadeOut(*stage.falls), run_time=0.3)
        self.say("Equal steps lead down a straight line.")
        self.play(self._step_to(NAMED_STEPS, stage.steps.x.size - 1.0), run_time=2.0)
        self.play(FadeOut(stage.steps), FadeIn(stage.tops, stage.late), run_time=0.6)
        self.play(FadeOut(stage.bars), run_time=0.8)
        self.wait(1.0)

    def fit_line(self) -> None:
        """Leave out what the room counts and fit the rest."""
        stage = self.stage
        self.step("line")
        self.say("But a detector counts a little without a source, too.")
        self.play(FadeIn(stage.level, stage.level_name), run_time=0.8)
        self.wait(1.0)
        self.say("The last points sink into that: leave them out.")
        self.play(FadeIn(stage.left_out), run_time=0.8)
        self.remove(stage.late)
        self.wait(0.8)
        self.say("The best line through the others: its step per mm is $mu$.")
        self.add(stage.law)
        draw = UpdateFromAlphaFunc(stage.law, lambda m, s: m.set_shown(s))
        self.play(draw, run_time=2.0)
        self.play(FadeIn(stage.slope), run_time=0.5)
        self.wait(1.5)

    def step_down(self) -> None:
        """Half of the rate is ln 2 lower: read off how far across that is."""
        stage = self.stage
        self.step("half")
        self.say("One half is a factor, too: a step of $photon(ln 2)$.")
        self.play(FadeOut(stage.level, stage.level_name, stage.left_out), run_time=0.5)
        self._turn(LOGARITHM, NEAR_LOGARITHM, 2.0, stage.tops, stage.law)
        halves = stage.halves.set_view(NEAR_LOGARITHM)
        start, corner, end = halves.corners(0)
        stage.ln_2.put((start + corner) / 2 + np.array([0.2, -0.1, 0.0]))
        stage.x_h.put((corner + end) / 2 + np.array([0.0, -0.18, 0.0]))
        self.add(halves)
        self.play(self._halve(0.0, 0.5), FadeIn(stage.ln_2), run_time=1.4)
        self.wait(0.6)
        self.say("From there across to the line: the half thickness $photon(x_h)$.")
        self.play(self._halve(0.5, 1.0), FadeIn(stage.x_h), run_time=1.4)
        self.wait(0.6)
        self.play(FadeOut(stage.slope), run_time=0.3)
        self.play(FadeIn(stage.answer), run_time=0.6)
        self.wait(1.6)

    def halve(self) -> None:
        """Turn the axis back: equal steps become halves, and the beam shows them."""
        stage, bench = self.stage, self.stage.bench
        self.step("halves")
        self.say("Back from logarithms to counts.")
        self.play(FadeOut(stage.ln_2, stage.x_h, stage.answer), run_time=0.3)
        self._turn(NEAR_LOGARITHM, NEAR_RATE, 2.2, stage.tops, stage.law, stage.halves)
        bench.set_lead(0.0, 1.0)
        self.play(FadeIn(bench), run_time=0.5)
        self.say(f"Each {stage.half} mm takes half of what is left.")
        for k in range(HALVINGS):
            stage.shares[k].put(stage.halves.corners(k)[2] + np.array([0.22, 0.26, 0.0]))
            depth = (k + 1) * stage.fit.half_thickness_mm
            walk = self._halve(float(max(k, 1)), k + 1.0)
            self.play(walk, self._thicken(depth), FadeIn(stage.shares[k]), run_time=1.2)
            self.wait(0.3)
        self.wait(0.8)

    def answer(self) -> None:
        """Close on the opening shot with the half thickness of lead."""
        stage, bench = self.stage, self.stage.bench
        self.step("answer")
        self.hush()
        leaving = (stage.views.charts[NEAR_RATE], stage.tops, stage.law, stage.halves)
        self.play(FadeOut(*leaving, *stage.shares, bench), run_time=0.5)
        bench.set_area(WHOLE_BENCH).set_share(0.0)
        bench.set_lead(stage.fit.half_thickness_mm, 1.0)
        self.watch(bench)
        self.say(f"A hundred photons, {stage.half} mm of lead.")
        self.play(FadeIn(bench, stage.lead_names[1]), run_time=0.6)
        self.wait(0.8)
        self.play(bench.fly(4.4))
        self.say("A hundred in, fifty out.")
        wave = UpdateFromAlphaFunc(bench, lambda m, s: m.set_wave(s), rate_func=linear)
        self.play(wave, run_time=2.0)
        self.wait(0.5)

    def _ratio(self) -> float:
        """Return the share that the first millimetre leaves."""
        rate = self.stage.lab.rate
        return float(rate[1] / rate[0])

    def _fall(self) -> float:
        """Return its logarithm."""
        return float(np.log(self._ratio()))

    def _slide(self, thickness_mm: float, start: float, end: float) -> UpdateFromAlphaFunc:
        """Slide lead in or out."""
        return UpdateFromAlphaFunc(
            self.stage.bench,
            lambda m, s: m.set_lead(thickness_mm, start + smooth(s) * (end - start)),
            rate_func=linear,
        )

    def _thicken(self, thickness_mm: float) -> UpdateFromAlphaFunc:
        """Let the lead in the beam become as thick as that; what gets through follows."""
        bench = self.stage.bench
        start = bench.thickness_mm
        return UpdateFromAlphaFunc(
            bench,
            lambda m, s: m.set_lead(start + s * (thickness_mm - start), 1.0),
            rate_func=smooth,
        )

    def _grow(self, sheet: int, run_time: float) -> None:
        """Put the lead up to ``sheet`` into the beam and let its rate rise."""
        stage = self.stage
        depths = stage.lab.thickness_mm
        before, now = float(depths[max(sheet - 1, 0)]), float(depths[sheet])
        edges = tuple(float(d) for d in depths[1:sheet])
        number = np.arange(depths.size)

        def lead(_: Mobject, share: float) -> None:
            eased = smooth(min(1.0, 2 * share))
            stage.bench.set_lead(before + eased * (now - before), 1.0, edges)

        def rise(_: Mobject, share: float) -> None:
            eased = smooth(max(0.0, 2 * share - 1))
            stage.bars.set_shown(np.where(number < sheet, 1.0, np.where(number == sheet, eased, 0)))

        self.play(
            UpdateFromAlphaFunc(stage.bench, lead, rate_func=linear),
            UpdateFromAlphaFunc(stage.bars, rise, rate_func=linear),
            run_time=run_time,
        )

    def _step_to(self, start: float, end: float) -> UpdateFromAlphaFunc:
        return UpdateFromAlphaFunc(
            self.stage.steps, lambda m, s: m.set_shown(start + s * (end - start))
        )

    def _halve(self, start: float, end: float) -> UpdateFromAlphaFunc:
        return UpdateFromAlphaFunc(
            self.stage.halves, lambda m, s: m.set_shown(start + s * (end - start))
        )

    def _turn(self, before: int, after: int, run_time: float, *parts: Mobject) -> None:
        """Turn from one view into the next; old ticks are gone before the new ones come."""
        charts = self.stage.views.charts
        followers = [
            UpdateFromAlphaFunc(
                part, lambda m, s: m.set_view(before + s * (after - before)), rate_func=smooth
            )
            for part in parts
        ]
        self.play(
            FadeOut(charts[before], rate_func=EARLY),
            FadeIn(charts[after], rate_func=LATE),
            *followers,
            run_time=run_time,
        )
        self.settle(charts[after])
        self.watch(charts[after])
