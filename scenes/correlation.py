"""Four data sets with one line and one correlation: the test cannot see what the eye sees.

Storyboard
    question    eleven points, their line, its numbers: is the line a good description?
    test        r; the curve under which it would lie without a relation; p, the area beyond r
    same        the points move to Anscombe's three other sets; line and numbers come back
    scatter     set 1: points scatter about a line
    curve       set 2: the residuals follow a curve
    outlier     set 3: one point turns the line
    influence   set 4: one point makes the line
    rule        four sets, one r, one p: they do not say that a line fits
"""

import numpy as np
from manim import (
    DOWN,
    UP,
    Create,
    FadeIn,
    FadeOut,
    MoveToTarget,
    ReplacementTransform,
    UpdateFromAlphaFunc,
    ValueTracker,
    VGroup,
    VMobject,
    there_and_back,
)

from core import palette
from core.diagnosis.influence import most_influential
from core.fits.line import fit_line
from core.project.paths import ROOT
from core.tables.dataset import read_dataset
from scenes.film import Film
from scenes.visuals.correlation.fitted_parabola import FittedParabola
from scenes.visuals.correlation.quartet import Cell, shade
from scenes.visuals.correlation.quartet_stage import CURVE, QuartetStage, in_order
from scenes.visuals.plot.panel import Box, Scale
from scenes.visuals.plot.regression_plot import FittedLine
from scenes.visuals.writing.note import sentence
from scenes.visuals.writing.typeset import words

ANSCOMBE = ROOT / "data" / "anscombe.csv"
CELLS = [Box(x, y, 3.0, 2.45) for y in (0.85, -2.8) for x in (-5.9, 0.8)]
VEILED = 0.75
# How far down the lone point of set 4 is dragged.
DRAGGED_TO = 4.5
# Where the pictures of the last step stand.
ROW, ROW_HEIGHT, ROW_SCALE = (-4.65, -1.55, 1.55, 4.65), 2.35, 0.72


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
        self.stage = QuartetStage(self.sets, self.scales, self.theme)
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
        stage = self.stage
        self.add(stage.panel, stage.titles[0])
        self.play(UpdateFromAlphaFunc(stage.points, lambda m, s: m.set_shown(s)), run_time=1.5)
        self.play(Create(stage.line), run_time=1.0)
        self.play(FadeIn(VGroup(*stage.readouts[:2]), shift=0.15 * UP), run_time=0.5)
        self.question = words("Should we trust this line?", colour=self.theme.ink, size=42)
        self.question.move_to((CURVE.left + CURVE.width / 2, -0.2, 0))
        self.play(FadeIn(self.question, shift=0.15 * UP), run_time=0.75)
        self.wait(1.5)

    def test(self) -> None:
        """Show where r would lie if nothing were related."""
        test = self.stage.test(0.0)
        self.step(
            "test",
            "Pearson's r tells how close to a line the points lie.",
            "Were x and y unrelated, r would lie under this curve.",
            f"About {1000 * test.p_value:.0f} of 1000 would lie so far out: "
            f"p is {test.p_value:.4f}.",
        )
        null, readouts = self.stage.null, self.stage.readouts
        self.play(FadeOut(self.question), FadeIn(readouts[2]), run_time=0.5)
        self.play(FadeIn(null.axis, null.pin), run_time=0.5)
        slide = UpdateFromAlphaFunc(null.pin, lambda _, s: null.set_pin(s * test.r))
        self.play(slide, run_time=1.5)
        self.play(FadeIn(null.curve, self.stage.heading), run_time=0.75)
        self.wait(1.75)
        null.set_tails(1.0)
        self.add(null.tails)
        beyond = 1 - abs(test.r)
        grow = UpdateFromAlphaFunc(null.tails, lambda _, s: null.set_tails(1 - s * beyond))
        self.play(grow, run_time=0.75)
        self.play(FadeIn(readouts[3], shift=0.15 * UP), run_time=0.5)
        self.wait(2.0)

    def visit_the_others(self) -> None:
        """Let the points move from set to set; line and numbers answer in every frame."""
        self.step(
            "same",
            "On the way to set 2 the numbers change.",
            "There, they are the same.",
            "So it is with set 3: the same line, the same r, the same p.",
            "And with set 4. To the digits shown, no number tells them apart.",
        )
        stage = self.stage
        self.settle(*stage.fixed)
        stage.moving.add_updater(lambda _: stage.set_way(self.way.get_value()))
        self.add(stage.moving)
        for k in (1, 2, 3):
            self.play(FadeOut(stage.titles[k - 1]), run_time=0.25)
            self.play(self.way.animate.set_value(k), run_time=1.5)
            self.play(FadeIn(stage.titles[k]), run_time=0.25)
            self.wait(1.5)
        stage.moving.clear_updaters()

    def lay_out(self) -> None:
        """Put the four sets side by side."""
        self.step("scatter", "Put them side by side, and look.", "Set 1: a line with scatter.")
        self.cells = [
            Cell(box, data, self.scales, f"set {k}", self.theme)
            for k, (box, data) in enumerate(zip(CELLS, self.sets, strict=True), start=1)
        ]
        stage, last = self.stage, self.cells[3]
        leaving = (stage.titles[3], stage.null, stage.heading, *stage.readouts)
        self.play(FadeOut(*leaving), run_time=0.5)
        self.play(
            ReplacementTransform(stage.panel, last.panel),
            ReplacementTransform(stage.points, last.points_shown),
            ReplacementTransform(stage.line, last.line),
            run_time=1.25,
        )
        self.play(FadeIn(*self.cells[:3], last.title), run_time=0.75)
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
            "Set 2: below the line, above it, below it again.",
            "The points follow a curve: a parabola meets them all.",
        )
        cell = self.cells[1]
        self._focus(1)
        self._grow_residuals(cell)
        x, y = cell.data.x, cell.data.y
        curve = FittedParabola(cell.panel, x, y, palette.USED_POINT).set_z_index(2)
        cell.answers.append(curve)
        self.play(FadeOut(cell.residuals), run_time=0.5)
        self.play(UpdateFromAlphaFunc(curve, lambda m, s: m.set_drawn(s)), run_time=1.5)
        self._say(
            cell,
            ("residual SD:", self.theme.muted),
            (f"line {cell.fit.residual_sd:.2f},", palette.BEST_LINE),
            (f"curve {curve.fit.residual_sd:.2f}", palette.USED_POINT),
        )

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
        cell.answers.append(line)

        def turned(share: float) -> tuple[float, float]:
            return (
                fit.slope + share * (others.slope - fit.slope),
                fit.intercept + share * (others.intercept - fit.intercept),
            )

        self.play(Create(cell.ring(k)), run_time=0.5)
        self.play(UpdateFromAlphaFunc(line, lambda m, s: m.set_line(*turned(s))), run_time=1.5)
        self._say(
            cell,
            (f"slope {fit.slope:.2f},", palette.BEST_LINE),
            (f"without it {others.slope:.2f}", palette.USED_POINT),
        )

    def tell_influence(self) -> None:
        """Drag the lone point of the fourth set; the line goes where it goes."""
        self.step(
            "influence",
            "Set 4: all points but one share the same x. Move that one, and the line follows it.",
        )
        cell = self.cells[3]
        self._focus(3)
        k = most_influential(cell.data.x, cell.data.y, cell.fit)["leverage"].index
        height = float(cell.data.y[k])
        ring = cell.ring(k)
        self.play(Create(ring), run_time=0.5)
        dragged = VGroup(cell.points_shown, cell.line, ring)
        self.play(
            UpdateFromAlphaFunc(
                dragged, lambda _, s: cell.drag(k, height + s * (DRAGGED_TO - height), ring)
            ),
            rate_func=there_and_back,
            run_time=3.5,
        )
        self._say(cell)

    def conclude(self) -> None:
        """Say when not to fit a line."""
        self.step(
            "rule",
            "Four sets, one r, one p: they do not say that a line fits.",
            "Fit none to a curve, and none where one point decides.",
            "Look at the points first.",
        )
        self.pictures = [cell.thumbnail() for cell in self.cells]
        advice = [cell.verdict[-1] for cell in self.cells]
        self._leave_only(VGroup(*self.pictures))
        # Each picture comes into its column, then the lower ones rise: so none meets another.
        for x, picture, text in zip(ROW, self.pictures, advice, strict=True):
            height = ROW_HEIGHT if picture.get_y() > 0 else picture.get_y()
            picture.generate_target().scale(ROW_SCALE).move_to((x, height, 0))
            text.move_to((x, 0.8, 0), aligned_edge=DOWN)
        self.play(*(MoveToTarget(picture) for picture in self.pictures), run_time=1.0)
        lower = [picture for picture in self.pictures if picture.get_y() < 0]
        self.play(*(picture.animate.set_y(ROW_HEIGHT) for picture in lower), run_time=0.9)
        self.play(FadeIn(*advice), run_time=0.5)
        said = [
            sentence("Four sets, one $r$, one $p$.", colour=self.theme.ink, size=42),
            words("They do not say that a line fits.", colour=palette.BEST_LINE, size=42),
            words("Look at the points first.", colour=self.theme.ink, size=54),
        ]
        for text, height, pause in zip(said, (-0.4, -1.2, -2.5), (0.5, 1.0, 2.25), strict=True):
            text.move_to((0, height, 0))
            self.play(FadeIn(text, shift=0.12 * UP), run_time=0.6)
            self.wait(pause)

    def _leave_only(self, kept: VGroup) -> None:
        """Fade out all that is on screen but ``kept``."""
        staying = set(kept.get_family())
        family = [part for mobject in self.mobjects for part in mobject.get_family()]
        leaving = [p for p in family if isinstance(p, VMobject) and p.has_points()]
        self.play(FadeOut(*(part for part in leaving if part not in staying)), run_time=0.75)

    def _focus(self, chosen: int) -> None:
        """Veil all cells but one."""
        self.play(
            *(
                veil.animate.set_fill(opacity=0.0 if k == chosen else VEILED)
                for k, veil in enumerate(self.veils)
            ),
            run_time=0.5,
        )

    def _grow_residuals(self, cell: Cell) -> None:
        line = (cell.fit.slope, cell.fit.intercept)
        grow = UpdateFromAlphaFunc(cell.residuals, lambda m, s: m.set_line(*line, s))
        self.play(grow, run_time=1.25)

    def _say(self, cell: Cell, *more: tuple[str, str]) -> None:
        parts: list[VMobject] = [*cell.verdict]
        if more:
            parts.append(cell.beside(more))
        seen = VGroup(*parts[:2])
        self.play(FadeIn(seen, shift=0.1 * UP), run_time=0.5)
        self.play(*(FadeIn(part, shift=0.1 * UP) for part in parts[2:]), run_time=0.5)
        self.wait(1.5)
