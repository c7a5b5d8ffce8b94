"""How much lead halves a beam of photons: counts, their logarithm, a line, and ln 2 / mu.

Storyboard
    question    photons fly from a source to a detector: how much lead stops half of them?
    counting    lead grows sheet by sheet; for each one a rate lands in the plot
    logarithm   the axis turns from the rate into its logarithm: the curve becomes a line
    line        the points well above the background are fitted; the slope is -mu
    half        down by ln 2 is across by x_h = ln 2 / mu
    halves      back to the rates: every x_h takes half of what is left, in the plot and in the beam
"""

from manim import (
    DOWN,
    RIGHT,
    Animation,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    Mobject,
    UpdateFromAlphaFunc,
    ValueTracker,
    VGroup,
    linear,
    smooth,
    squish_rate_func,
)

from core import palette
from core.attenuation.example import MEASUREMENT, radiation_numbers
from core.attenuation.fit import GROSS_OVER_BACKGROUND
from core.attenuation.lab import read_lab
from scenes.film import Film
from scenes.visuals.half_thickness.counting import Counting
from scenes.visuals.half_thickness.counting_readouts import counting_readouts
from scenes.visuals.half_thickness.halvings import Halvings, StairNames
from scenes.visuals.half_thickness.lead_bench import Apparatus, Bench, HalvedBeam, Lead
from scenes.visuals.half_thickness.photon_beam import Absorptions, Beam, Photons
from scenes.visuals.half_thickness.rate_plot import BackgroundBand, LawCurve, RateAxes, RatePoints
from scenes.visuals.plot.panel import Box
from scenes.visuals.writing.typeset import formula, words

BOX = Box(left=-4.6, bottom=-2.75, width=9.8, height=3.75)
BEAM_HEIGHT = 2.3
TOP_ROW = 3.3
RIGHT_EDGE = 6.3
FORMULA_PLACE = (2.9, -0.15, 0.0)

# When the rate without lead is measured.
FIRST_RATE = 5.6
LEFT_RUNNING = 1.0
LAYERS = 6
SHARES = 4


class HalfThickness(Film):
    """Photons through lead, and the half thickness that their counts give."""

    poster_step = "halves"

    def construct(self) -> None:
        """Tell the storyboard."""
        self.lab = read_lab(MEASUREMENT)
        self.fit = self.lab.fit("article")
        self.quoted = {name: number["quoted"] for name, number in radiation_numbers().items()}
        self.axes = RateAxes(BOX, self.lab.thickness_mm, self.lab.rate, self.theme)
        self.clock = ValueTracker(0.0).set_z_index(1)
        self.turned = ValueTracker(0.0).set_z_index(1)
        self.ask()
        self.count()
        self.take_logarithms()
        self.fit_line()
        self.step_down()
        self.halve()

    def ask(self) -> None:
        """Let photons fly, without lead."""
        self.step("question", "Photons fly from a source. How much lead stops half of them?")
        face, end = (float(x) for x in self.axes.linear.places([0, 1], 0)[:, 0])
        self.bench = Bench(
            source=-5.9, face=face, detector=5.7, height=BEAM_HEIGHT, per_mm=end - face
        )
        self.counting = Counting.paced(self.lab.thickness_mm, self.lab.rate, first=FIRST_RATE)
        beam = Beam(
            self.bench,
            self.fit.mu_per_mm,
            self.counting.sheets.thickness,
            self.counting.end + LEFT_RUNNING,
        )
        self.lead = Lead(self.bench, self.lab.thickness_mm, self.theme).set_z_index(2)
        self.flight = VGroup(Photons(beam, self.theme), Absorptions(beam)).set_z_index(3)
        question = VGroup(
            words("A lead wall stops some of the photons.", colour=self.theme.muted, size=34),
            words("How much lead stops half?", colour=self.theme.ink, size=54),
        ).arrange(DOWN, buff=0.4)
        question.move_to((0.0, -0.7, 0.0))
        self.apparatus = Apparatus(self.bench, self.theme).set_z_index(4)
        self.play(FadeIn(self.apparatus), FadeIn(self.apparatus.names), run_time=0.6)
        for part in self.flight:
            part.add_updater(lambda m: m.set_time(float(self.clock.get_value())))
        self.add(self.flight)
        self._run_clock(1.4)
        self._run_clock(0.8, FadeIn(question))
        self._run_clock(1.8)
        self.question = question

    def count(self) -> None:
        """Put sheet after sheet into the beam; a measured rate lands for each."""
        self.step(
            "counting",
            "Put sheets of lead into the beam and count what comes through.",
            "Each sheet takes a share of the photons that are left, so ever fewer come through.",
        )
        points = RatePoints(self.axes, self.lab.thickness_mm, self.lab.rate).set_z_index(2)
        note = words(
            "counts reconstructed from the published result", colour=self.theme.muted, size=28
        )
        note.move_to((RIGHT_EDGE, TOP_ROW, 0.0), aligned_edge=RIGHT)
        readouts = counting_readouts(self.counting, self.time_of_clock, FORMULA_PLACE, self.theme)
        arrivals = (self.axes.common, self.axes.linear_ticks, note, readouts)
        self._run_clock(0.5, FadeOut(self.question), FadeOut(self.apparatus.names))
        self._run_clock(0.9, FadeIn(*arrivals))
        self.settle(*arrivals[:-1], *(readout[0] for readout in readouts))
        counting, now = self.counting, self.time_of_clock
        self.lead.add_updater(lambda m: m.set_thickness(counting.thickness(now())))
        points.add_updater(lambda m: m.set_points_shown(counting.landed(now())))
        self.add(self.lead, self.flight, points)
        self._run_clock(counting.end - now())
        self._run_clock(LEFT_RUNNING)
        for part in (self.lead, points, *self.flight):
            part.clear_updaters()
        self.points, self.readouts, self.note = points, readouts, note

    def take_logarithms(self) -> None:
        """Turn the axis into logarithms; the points fall into line."""
        self.step(
            "logarithm",
            "Behind thick lead the rates are hard to tell apart. Take their logarithm.",
            "The law I zero e to the minus mu x becomes a line with the slope minus mu.",
        )
        law = formula("I = I_0 e^(-mu x)", colour=self.theme.ink, size=54).move_to(FORMULA_PLACE)
        line = formula("ln I = ln I_0 - mu x", colour=self.theme.ink, size=54)
        line.move_to(FORMULA_PLACE)
        self.play(
            FadeOut(self.flight, self.readouts),
            self.apparatus.animate.fade(0.6),
            self.lead.animate.fade(0.6),
            run_time=0.8,
        )
        self.play(FadeIn(law), run_time=0.8)
        self.wait(1.0)
        self.play(FadeOut(law), run_time=0.4)
        self.points.add_updater(lambda m: m.set_logarithm(self.turned.get_value()))
        self.add(self.points)
        self._turn(1.0, self.axes.linear_ticks, self.axes.logarithmic_ticks)
        self.play(FadeIn(line), run_time=0.6)
        self.wait(1.2)
        self.law = line

    def fit_line(self) -> None:
        """Leave out what drowns in the background and fit the rest."""
        self.step(
            "line",
            "The detector counts a little without a source too: the background.",
            "Points near it leave the line; "
            f"those below {GROSS_OVER_BACKGROUND:g} times it are left out.",
            f"The least-squares line through the others has the slope minus {self.quoted['mu']} "
            "per millimetre.",
        )
        band = BackgroundBand(self.axes, GROSS_OVER_BACKGROUND, self._background())
        used = self.fit.used
        kept, left_out = (
            RatePoints(self.axes, self.lab.thickness_mm[mask], self.lab.rate[mask])
            .set_logarithm(1.0)
            .set_fill(colour)
            .set_z_index(2)
            for mask, colour in ((used, palette.USED_POINT), (~used, palette.EXCLUDED_POINT))
        )
        self.points.clear_updaters()
        self.play(FadeIn(band), run_time=0.9)
        self.wait(2.2)
        self.play(FadeIn(kept, left_out), FadeOut(self.points), run_time=0.7)
        self.wait(2.0)
        self.curve = LawCurve(self.axes, self.fit).set_logarithm(1.0).set_z_index(1)
        self.play(Create(self.curve), run_time=1.6)
        self.mu = formula(
            f'mu = {self.quoted["mu"]} "/mm"', colour=palette.BEST_LINE, size=54
        ).move_to(FORMULA_PLACE)
        self._replace(self.law, self.mu)
        self.wait(2.4)
        self.play(FadeOut(band), run_time=0.5)
        self.squares = VGroup(kept, left_out)

    def step_down(self) -> None:
        """Half of the rate is ln 2 lower: read off how far across that is."""
        self.step(
            "half",
            "Half the rate means a logarithm that is lower by ln 2.",
            "The line falls that far over x h, which is ln 2 over mu: "
            f"{self.quoted['x_h']} millimetres.",
        )
        self.stairs = Halvings(self.axes, self.fit, LAYERS, self.theme).set_z_index(3)
        names = StairNames(self.axes, self.fit, self.theme)
        self.answer = formula(
            f'x_h = (ln 2) / mu = {self.quoted["x_h"]} "mm"', colour=palette.BEST_LINE, size=54
        ).move_to(FORMULA_PLACE)
        walk = UpdateFromAlphaFunc(self.stairs, lambda m, s: m.set_walked(s, 1.0))
        self.play(walk, run_time=1.8)
        self.play(FadeIn(names), run_time=0.7)
        self.wait(0.6)
        self._replace(self.mu, self.answer)
        self.wait(1.0)
        more = UpdateFromAlphaFunc(
            self.stairs, lambda m, s: m.set_walked(1 + s * (LAYERS - 1), 1.0)
        )
        self.play(FadeOut(names), run_time=0.4)
        self.play(more, run_time=2.0)
        self.wait(0.5)

    def halve(self) -> None:
        """Turn the axis back: equal steps become halves, and the beam shows them."""
        self.step(
            "halves",
            "Back to the rates: equal steps down become halves.",
            f"Every {self.quoted['x_h']} millimetres of lead takes half of what is left: "
            "a half, a quarter, an eighth.",
            "By this law what is left never becomes zero.",
        )
        for part in (*self.squares, self.curve):
            part.add_updater(lambda m: m.set_logarithm(self.turned.get_value()))
        self.stairs.add_updater(lambda m: m.set_walked(LAYERS, self.turned.get_value()))
        self.add(self.curve, *self.squares, self.stairs)
        self.play(FadeOut(self.note), run_time=0.4)
        self._turn(0.0, self.axes.logarithmic_ticks, self.axes.linear_ticks)
        beam = HalvedBeam(self.bench, self.fit.half_thickness_mm, LAYERS).set_z_index(3)
        shares = beam.shares(SHARES, TOP_ROW, self.theme)
        self.play(LaggedStart(*(FadeIn(layer) for layer in beam), lag_ratio=0.5), run_time=2.2)
        self.play(LaggedStart(*(FadeIn(share) for share in shares), lag_ratio=0.5), run_time=1.6)
        ending = words(
            f"{self.quoted['x_h']} mm of lead stops half of the photons",
            colour=self.theme.ink,
            size=34,
        )
        ending.next_to(self.answer, DOWN, buff=0.2)
        self.play(FadeIn(ending), run_time=0.7)
        self.wait(2.2)

    def time_of_clock(self) -> float:
        """Return the time of the beam, in seconds."""
        return float(self.clock.get_value())

    def _run_clock(self, seconds: float, *others: Animation) -> None:
        """Let the beam run, and ``others`` happen meanwhile."""
        start = self.time_of_clock()
        run = UpdateFromAlphaFunc(
            self.clock, lambda m, s: m.set_value(start + s * seconds), rate_func=linear
        )
        self.play(run, *others, run_time=seconds)

    def _turn(self, logarithm: float, leaving: Mobject, coming: Mobject) -> None:
        """Turn the axis; its old ticks are gone before the new ones come."""
        self.play(
            self.turned.animate.set_value(logarithm),
            FadeOut(leaving, rate_func=squish_rate_func(smooth, 0.0, 0.4)),
            FadeIn(coming, rate_func=squish_rate_func(smooth, 0.6, 1.0)),
            run_time=2.8,
        )

    def _replace(self, old: Mobject, new: Mobject) -> None:
        self.play(FadeOut(old), run_time=0.4)
        self.play(FadeIn(new), run_time=0.7)

    def _background(self) -> float:
        counts, seconds = self.lab.background or (0.0, 1.0)
        return counts / seconds
