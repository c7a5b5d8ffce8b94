"""Four data sets with one line and one correlation: the test cannot see what the eye sees.

Storyboard
    question    eleven points, their line, its numbers: is the line a good description?
    test        without any relation r would lie under a curve; p is the area beyond r
    same        the points move to Anscombe's three other sets; line and numbers come back
    scatter     set 1: points scatter about a line
    curve       set 2: the residuals follow a curve
    outlier     set 3: one point turns the line
    influence   set 4: one point makes the line
    rule        what r and p say, what they do not, and when not to fit
"""

from pathlib import Path

import numpy as np
from manim import (
    DOWN,
    LEFT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    Mobject,
    MoveToTarget,
    ReplacementTransform,
    UpdateFromAlphaFunc,
    ValueTracker,
    VGroup,
    VMobject,
    there_and_back,
)

from core import palette
from core.correlation import CorrelationTest, pearson_test
from core.dataset import read_dataset
from core.influence import most_influential
from core.line import LineFit, fit_line
from scenes.film import Film
from scenes.null_curve import NullCurve
from scenes.panel import Box, Panel, Scale
from scenes.quartet import Cell, MovingPoints, Values, between, in_order, shade
from scenes.readouts import FixedFormat, Readout, intercept_readout, slope_readout
from scenes.regression_plot import FittedLine
from scenes.typeset import words

ANSCOMBE = Path(__file__).parent.parent / "data" / "anscombe.csv"
STAGE = Box(left=-5.8, bottom=-2.7, width=6.0, height=5.3)
CURVE = Box(left=1.5, bottom=-2.3, width=4.5, height=2.5)
CELLS = [Box(x, y, 3.0, 2.45) for y in (0.85, -2.8) for x in (-5.9, 0.8)]
VEILED = 0.82
# How far down the lone point of set 4 is dragged.
DRAGGED_TO = 4.5


class Correlation(Film):
    """Anscombe's quartet and Pearson's test."""

    poster_step = "rule"
    poster_share = 0.95

    def construct(self) -> None:
        """Tell the storyboard."""
        self.sets = [in_order(read_dataset(ANSCOMBE, f"x{k}", f"y{k}")) for k in (1, 2, 3, 4)]
        self.scales = (
            Scale.around(np.concatenate([data.x for data in self.sets]), 0.1),
            Scale.around(np.concatenate([data.y for data in self.sets]), 0.12),
        )
        self.way = ValueTracker(0.0).set_z_index(1)
        self.ask()
        self.test()
        self.visit_the_others()
        self.lay_out()
        self.tell_scatter()
        self.tell_curve()
        self.tell_outlier()
        self.tell_influence()
        self.conclude()

    def ask(self) -> None:
        """Show the first set, its line and its numbers."""
        self.step(
            "question",
            f"{self.sets[0].x.size} points, their least-squares line, and its numbers.",
            "Should we trust this line?",
        )
        panel = Panel(STAGE, *self.scales, self.theme)
        self.points = MovingPoints(panel, *self.current_points()).set_z_index(3)
        fit = self.current_fit()
        self.line = FittedLine(panel, fit.slope, fit.intercept).set_z_index(2)
        self.readouts = self._readouts()
        self.titles = [
            words(f"set {k}", colour=self.theme.muted, size=36).move_to(
                (STAGE.left + 0.5, STAGE.top + 0.35, 0), aligned_edge=LEFT
            )
            for k in (1, 2, 3, 4)
        ]
        self.stage = panel
        self.add(panel, self.titles[0])
        self.play(UpdateFromAlphaFunc(self.points, lambda m, s: m.set_shown(s)), run_time=1.5)
        self.play(Create(self.line), run_time=1.0)
        self.play(FadeIn(VGroup(*self.readouts[:2]), shift=0.15 * UP), run_time=0.5)
        self.question = words("Should we trust this line?", colour=self.theme.ink, size=42)
        self.question.move_to((CURVE.left + CURVE.width / 2, -0.2, 0))
        self.play(FadeIn(self.question, shift=0.15 * UP), run_time=0.75)
        self.wait(1.5)

    def test(self) -> None:
        """Show where r would lie if nothing were related."""
        test = self.current_test()
        self.step(
            "test",
            "Pearson's r says how close the points are to a line, from minus 1 to 1.",
            "With x and y unrelated, r would lie under this curve.",
            f"Only {1000 * test.p_value:.0f} of 1000 lie so far out: p is {test.p_value:.4f}.",
        )
        r = test.r
        self.null = NullCurve(CURVE, self.sets[0].x.size, 0.0, self.theme)
        self.heading = words("r, if x and y were unrelated", colour=self.theme.muted, size=30)
        self.heading.move_to((CURVE.left + CURVE.width / 2, CURVE.top + 0.28, 0))
        self.play(FadeOut(self.question), FadeIn(self.readouts[2]), run_time=0.5)
        self.play(FadeIn(self.null.axis, self.null.marker), run_time=0.5)
        self.play(FadeIn(self.null.curve, self.heading), run_time=0.75)
        self.wait(1.0)
        self.add(self.null.moving)
        slide = UpdateFromAlphaFunc(self.null.moving, lambda _, s: self.null.set_r(s * r))
        self.play(slide, run_time=2.25)
        self.play(FadeIn(self.readouts[3], shift=0.15 * UP), run_time=0.5)
        self.wait(2.5)

    def visit_the_others(self) -> None:
        """Let the points move from set to set; line and numbers answer in every frame."""
        self.step(
            "same",
            "Now the points move. Watch the line and the numbers.",
            "A second set: the same line, the same r, the same p.",
            "A third one: the same again.",
            "And a fourth. The numbers cannot tell them apart.",
        )
        prefixes = [readout.prefix for readout in self.readouts]
        self.settle(self.stage, self.null.curve, self.null.axis, self.heading, *prefixes)
        self.points.add_updater(lambda m: m.set_values(*self.current_points()))
        self.line.add_updater(
            lambda m: m.set_line(self.current_fit().slope, self.current_fit().intercept)
        )
        self.null.moving.add_updater(lambda _: self.null.set_r(self.current_test().r))
        sources = (
            lambda: self.current_fit().slope,
            lambda: self.current_fit().intercept,
            lambda: self.current_test().r,
            lambda: self.current_test().p_value,
        )
        for readout, source in zip(self.readouts, sources, strict=True):
            readout.follow(source)
        for k in (1, 2, 3):
            self.play(FadeOut(self.titles[k - 1]), run_time=0.25)
            self.play(self.way.animate.set_value(k), run_time=1.75)
            self.play(FadeIn(self.titles[k]), run_time=0.25)
            self.wait(1.0)
        for part in (self.points, self.line, self.null.moving, *(r.number for r in self.readouts)):
            part.clear_updaters()

    def lay_out(self) -> None:
        """Put the four sets side by side."""
        self.step("scatter", "Put them side by side, and look.", "Set 1: a line with scatter.")
        self.cells = [
            Cell(box, data, self.scales, f"set {k}", self.theme)
            for k, (box, data) in enumerate(zip(CELLS, self.sets, strict=True), start=1)
        ]
        leaving = (self.stage, self.titles[3], self.null, self.heading, *self.readouts)
        last = self.cells[3]
        rest = [part for part in last.submobjects if part not in (last.line, last.points_shown)]
        self.play(FadeOut(*leaving), run_time=0.5)
        self.play(
            ReplacementTransform(self.points, last.points_shown),
            ReplacementTransform(self.line, last.line),
            FadeIn(*self.cells[:3], *rest),
            run_time=1.5,
        )
        self.veils = [shade(box, self.theme) for box in CELLS]
        self.add(*self.veils)
        self.wait(1.0)

    def tell_scatter(self) -> None:
        """Show that the residuals of the first set lie on either side."""
        self._focus(0)
        self._grow_residuals(self.cells[0])
        self._say(self.cells[0])

    def tell_curve(self) -> None:
        """Show that the residuals of the second set follow a curve."""
        self.step(
            "curve",
            "Set 2: below the line, above it, below it again. The points follow a curve.",
        )
        self._focus(1)
        self._grow_residuals(self.cells[1])
        self._say(self.cells[1])

    def tell_outlier(self) -> None:
        """Draw the third set's line without its outlier."""
        self.step(
            "outlier",
            "Set 3: ten points lie on another line. One point turns it away from them.",
        )
        cell = self.cells[2]
        self._focus(2)
        x, y, fit = cell.data.x, cell.data.y, cell.fit
        k = most_influential(x, y, fit)["residual"].index
        others = fit_line(np.delete(x, k), np.delete(y, k))
        line = FittedLine(cell.panel, fit.slope, fit.intercept, palette.USED_POINT).set_z_index(2)

        def turned(share: float) -> tuple[float, float]:
            return (
                fit.slope + share * (others.slope - fit.slope),
                fit.intercept + share * (others.intercept - fit.intercept),
            )

        self.play(Create(cell.ring(k)), run_time=0.5)
        self.play(UpdateFromAlphaFunc(line, lambda m, s: m.set_line(*turned(s))), run_time=1.5)
        self._say(cell, f"slope {fit.slope:.2f},", f"without it {others.slope:.2f}")

    def tell_influence(self) -> None:
        """Drag the lone point of the fourth set; the line goes where it goes."""
        self.step(
            "influence",
            "Set 4: all points but one share the same x. Move that one, and the line follows it.",
        )
        cell = self.cells[3]
        self._focus(3)
        x, y = cell.data.x, cell.data.y
        k = most_influential(x, y, cell.fit)["leverage"].index
        ring = cell.ring(k)
        self.play(Create(ring), run_time=0.5)

        def dragged(share: float) -> Values:
            moved = y.copy()
            moved[k] += share * (DRAGGED_TO - y[k])
            return moved

        def line_through(share: float) -> tuple[float, float]:
            fit = fit_line(x, dragged(share))
            return fit.slope, fit.intercept

        self.play(
            UpdateFromAlphaFunc(cell.points_shown, lambda m, s: m.set_values(x, dragged(s))),
            UpdateFromAlphaFunc(cell.line, lambda m, s: m.set_line(*line_through(s))),
            UpdateFromAlphaFunc(
                ring, lambda m, s: m.move_to(cell.panel.place(x[k], dragged(s)[k]))
            ),
            rate_func=there_and_back,
            run_time=3.5,
        )
        self._say(cell)

    def conclude(self) -> None:
        """Say when not to fit a line."""
        self.step(
            "rule",
            "r and p say that there is a relation. They do not say that it is a line.",
            "No line when nothing is related, when points follow a curve, "
            "or when one point decides.",
            "Look at the points first.",
        )
        pictures = [cell.thumbnail() for cell in self.cells]
        advice = [cell.verdict[-1] for cell in self.cells]
        kept = {part for picture in pictures for part in picture}
        rest = [part for part in self.drawn() if part not in kept]
        self.play(FadeOut(*rest), run_time=0.75)
        across = np.linspace(-4.65, 4.65, len(pictures))
        moves = []
        for x, picture, text in zip(across, pictures, advice, strict=True):
            picture.generate_target().scale(0.72).move_to((x, 2.35, 0))
            text.move_to((x, 0.8, 0), aligned_edge=DOWN)
            moves.append(MoveToTarget(picture))
        self.play(LaggedStart(*moves, lag_ratio=0.35), run_time=1.75)
        self.play(FadeIn(*advice), run_time=0.5)
        said = [
            words("r and p say: there is a relation.", colour=self.theme.ink, size=42),
            words("They do not say: it is a line.", colour=palette.BEST_LINE, size=42),
            words(
                "No line when nothing is related, when points follow a curve,",
                colour=self.theme.muted,
                size=34,
            ),
            words("or when one point decides.", colour=self.theme.muted, size=34),
            words("Look at the points first.", colour=self.theme.ink, size=50),
        ]
        for text, height, pause in zip(
            said, (0.1, -0.6, -1.45, -1.95, -3.05), (0.5, 0.5, 0.25, 1.0, 2.0), strict=True
        ):
            text.move_to((0, height, 0))
            self.play(FadeIn(text, shift=0.12 * UP), run_time=0.75)
            self.wait(pause)

    def drawn(self) -> list[Mobject]:
        """Return what is on screen, groups opened."""
        return [
            part
            for mobject in self.mobjects
            for part in (mobject.submobjects if isinstance(mobject, Cell) else [mobject])
        ]

    def current_points(self) -> tuple[Values, Values]:
        """Return (x, y) of the points on the stage."""
        return between(self.sets, float(self.way.get_value()))

    def current_fit(self) -> LineFit:
        """Return the line of the points on the stage."""
        return fit_line(*self.current_points())

    def current_test(self) -> CorrelationTest:
        """Return Pearson's test of the points on the stage."""
        return pearson_test(*self.current_points())

    def _readouts(self) -> list[Readout]:
        two = FixedFormat(decimals=2, exponent=0, integer_digits=1)
        four = FixedFormat(decimals=4, exponent=0, integer_digits=1)
        fit, test = self.current_fit(), self.current_test()
        readouts = [
            slope_readout(two, fit.slope),
            intercept_readout(two, fit.intercept),
            Readout("r", two, test.r, self.theme.ink),
            Readout("p", four, test.p_value, palette.RESIDUAL),
        ]
        for k, readout in enumerate(readouts):
            readout.move_to((CURVE.left - 0.2 + 2.5 * (k % 2), 0, 0), aligned_edge=LEFT)
            readout.number.set_z_index(1)
            readout.settle(2.65 - 0.95 * (k // 2))
        return readouts

    def _focus(self, chosen: int) -> None:
        """Veil all cells but one."""
        self.play(
            *(
                veil.animate.set_fill(opacity=0.0 if k == chosen else VEILED)
                for k, veil in enumerate(self.veils)
            ),
            run_time=0.75,
        )

    def _grow_residuals(self, cell: Cell) -> None:
        line = (cell.fit.slope, cell.fit.intercept)
        grow = UpdateFromAlphaFunc(cell.residuals, lambda m, s: m.set_line(*line, s))
        self.play(grow, run_time=1.25)

    def _say(self, cell: Cell, *more: str) -> None:
        parts: list[VMobject] = [*cell.verdict]
        if more:
            parts.append(cell.beside(more, self.theme))
        seen = VGroup(*parts[:2])
        self.play(FadeIn(seen, shift=0.1 * UP), run_time=0.5)
        self.play(*(FadeIn(part, shift=0.1 * UP) for part in parts[2:]), run_time=0.5)
        self.wait(1.5)
