"""The film of the article: no line has a smaller residual than the least-squares line.

Storyboard
    points      the data appear
    line        a flat line with its residuals and their squares turns until the squares are least
    sweep a     the slope swings about the optimum; epsilon_rel draws a parabola, in blue
    sweep b     the same for the intercept, in orange
    sweep both  (a, b) wanders over the level curves of epsilon_rel; a gauge touches 0, never less
    optimum     back at the optimum: epsilon_rel = epsilon / epsilon_0 - 1 >= 0
"""

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    Typst,
    UpdateFromAlphaFunc,
    ValueTracker,
    VGroup,
    VMobject,
    Write,
    linear,
    smooth,
)

from core import palette
from core.dataset import read_dataset
from core.landscape import ResidualLandscape
from core.text import shorten
from scenes.film import Film
from scenes.gauge import Gauge
from scenes.height_measure import HeightMeasure
from scenes.level_curves import LevelCurves, Trail
from scenes.panel import FRAME_EDGE, Box, Panel, Scale
from scenes.readouts import FixedFormat, intercept_readout, slope_readout
from scenes.regression_plot import DataPoints, FittedLine, Residuals, ResidualSquares
from scenes.shown_data import ShownData
from scenes.sweep_plot import Marker, Parameter, SweepPlot
from scenes.typeset import formula, words

# epsilon_rel at the ends of each sweep: enough to see, and the same for any data.
SWEEP_HEIGHT = 3.0
HEIGHTS = Scale(-0.28 * SWEEP_HEIGHT, 1.12 * SWEEP_HEIGHT)
LEVELS = (0.25, 1.0, 2.0, 3.0)
PETALS = 3

DATA_BOX = Box(left=-5.7, bottom=-2.75, width=6.1, height=5.1)
UPPER_BOX = Box(left=2.0, bottom=0.55, width=4.2, height=1.8)
LOWER_BOX = Box(left=2.0, bottom=-2.75, width=4.2, height=1.8)
LEVEL_BOX = Box(left=1.9, bottom=-2.75, width=3.1, height=5.1)
GAUGE_BOX = Box(left=6.0, bottom=-2.75, width=0.3, height=5.1)
CARD_LEFT = 1.6
READOUT_HEIGHT = 3.3


class LinearRegression2D(Film):
    """Sweeps of a, of b and of both about the least-squares line."""

    poster_step = "sweep both"
    poster_share = 0.38

    def construct(self) -> None:
        """Tell the storyboard."""
        self.data = read_dataset(self.settings.data, self.settings.x, self.settings.y)
        self.landscape = ResidualLandscape.of(self.data.x, self.data.y)
        self.shown = ShownData.of(self.data, self.landscape, SWEEP_HEIGHT, DATA_BOX)
        self.measure = HeightMeasure.of(self.landscape)
        self.a = ValueTracker(0.0).set_z_index(1)
        self.b = ValueTracker(float(np.mean(self.data.y))).set_z_index(1)
        self.show_points()
        self.find_line()
        self.sweep_slope()
        self.sweep_intercept()
        self.sweep_both()
        self.return_to_optimum()

    def current_line(self) -> tuple[float, float]:
        """Return (a, b) of the line on screen."""
        return float(self.a.get_value()), float(self.b.get_value())

    def current_height(self) -> float:
        """Return epsilon_rel of the line on screen (see ResidualLandscape for perfect lines)."""
        return float(self.landscape.height(*self.current_line()))

    def show_points(self) -> None:
        """Let the data appear."""
        shown = self.shown
        self.step("points", f"{shown.headline()} But which line?")
        box = DATA_BOX.with_room_for(shown.y_scale)
        self.panel = Panel(box, shown.x_scale, shown.y_scale, self.theme)
        labels = self.panel.put_labels(
            self._axis_name(self.data.x_label),
            self._axis_name(self.data.y_label),
        )
        self.question = VGroup(
            words(shown.headline(), colour=self.theme.muted, size=36),
            words("Which line?", colour=palette.BEST_LINE, size=54),
        ).arrange(DOWN, buff=0.35, aligned_edge=LEFT)
        self.question[0].scale(
            min(1.0, (FRAME_EDGE - CARD_LEFT) / self.question[0].width), about_edge=LEFT
        )
        self.question.move_to((CARD_LEFT, 0.2, 0.0), aligned_edge=LEFT)
        points = DataPoints(self.panel, shown.x, shown.y).set_z_index(3)
        self.play(FadeIn(self.panel, labels), run_time=0.8)
        appear = UpdateFromAlphaFunc(points, lambda m, s: m.set_shown(s))
        self.play(appear, run_time=1.6, rate_func=linear)
        self.play(FadeIn(self.question), run_time=0.6)
        self.wait(1.2)

    def find_line(self) -> None:
        """Turn a flat line until the squares of its residuals are least."""
        self.step(
            "line",
            "Every line misses the points. Each miss is a residual.",
            "Square them: epsilon is the sum of these areas.",
            "Turn the line until that sum is least.",
        )
        x, y = self.shown.x[self.shown.squared], self.shown.y[self.shown.squared]
        arguments = (self.panel, x, y, *self.current_line())
        self.line = FittedLine(self.panel, *self.current_line()).set_z_index(2)
        self.residuals = Residuals(*arguments).set_z_index(1)
        self.squares = ResidualSquares(*arguments).set_z_index(1)
        cards = self._definitions()
        self.play(FadeOut(self.question), run_time=0.4)
        self.play(Create(self.line), FadeIn(cards[0]), run_time=0.9)
        self.wait(0.4)
        for part, card in ((self.residuals, cards[1]), (self.squares, cards[2])):
            grow = UpdateFromAlphaFunc(part, lambda m, s: m.set_line(*self.current_line(), s))
            self.play(grow, FadeIn(card), run_time=1.0)
            self.wait(0.5)
        self.readouts, prefixes = self._readouts()
        self.play(FadeIn(self.readouts), run_time=0.5)
        self.settle(*cards, *prefixes)
        for follower in (self.line, self.residuals, self.squares):
            follower.add_updater(lambda m: m.set_line(*self.current_line()))
        self.play(
            self.a.animate.set_value(self.landscape.slope),
            self.b.animate.set_value(self.landscape.intercept),
            run_time=2.6,
        )
        self.wait(1.0)
        self.play(FadeOut(*cards), run_time=0.5)

    def sweep_slope(self) -> None:
        """Swing a about the optimum while its parabola appears."""
        self.step(
            "sweep a",
            "Change only the slope a: every other slope makes the squares grow.",
            "Relative to the best line, epsilon draws a parabola. It touches 0 and turns back.",
        )
        fit = self.landscape
        self.slope_plot, self.intercept_plot = (
            SweepPlot(
                box,
                parameter,
                reach=reach,
                heights=HEIGHTS,
                measure=self.measure,
                theme=self.theme,
            )
            for box, parameter, reach in (
                (UPPER_BOX, Parameter.slope(fit), fit.slope_reach(SWEEP_HEIGHT)),
                (LOWER_BOX, Parameter.intercept(fit), fit.intercept_reach(SWEEP_HEIGHT)),
            )
        )
        self.play(FadeIn(self.slope_plot.fixed, self.intercept_plot.fixed), run_time=0.8)
        self.settle(self.slope_plot.fixed, self.intercept_plot.fixed)
        self.play(FadeIn(self.slope_plot.marker), run_time=0.3)
        self._sweep(self.slope_plot, self.a)

    def sweep_intercept(self) -> None:
        """Swing b about the optimum while its parabola appears."""
        self.step(
            "sweep b",
            "Change only the intercept b: the line moves up and down.",
            "The same picture: nothing below 0.",
        )
        self.play(FadeIn(self.intercept_plot.marker), run_time=0.3)
        self._sweep(self.intercept_plot, self.b)

    def sweep_both(self) -> None:
        """Wander over the level curves with a and b together."""
        self.step(
            "sweep both",
            "Now change both together. Each ellipse joins lines that are equally bad.",
            "Whichever way we leave the centre, epsilon only grows.",
        )
        share = np.linspace(0, 1, 901)
        path = self._path(share)
        curves = LevelCurves(LEVEL_BOX, self.landscape, LEVELS, self.theme)
        gauge = Gauge(GAUGE_BOX, HEIGHTS, self.theme)
        title = formula(self.measure.symbol, colour=self.theme.ink, size=36)
        title.next_to(gauge.fixed, UP, buff=0.18)
        title.shift(max(0.0, float(title.get_right()[0]) - FRAME_EDGE) * LEFT)
        trail = Trail(curves.panel, *path, self.theme.ink).set_z_index(1)
        marker = Marker(curves.panel, *self.current_line(), palette.BEST_LINE, self.theme)
        marker.set_z_index(2)
        arrivals = VGroup(gauge.fixed, curves, title)
        self.play(FadeOut(self.slope_plot, self.intercept_plot), run_time=0.5)
        self.play(FadeIn(arrivals, marker), run_time=0.8)
        self.settle(arrivals)
        marker.add_updater(lambda m: m.set_place(*self.current_line()))
        gauge.bar.add_updater(lambda m: m.set_value(self.current_height()))
        self.add(gauge.bar)
        self.play(
            UpdateFromAlphaFunc(self.a, lambda m, s: m.set_value(float(self._path(s)[0]))),
            UpdateFromAlphaFunc(self.b, lambda m, s: m.set_value(float(self._path(s)[1]))),
            UpdateFromAlphaFunc(trail, lambda m, s: m.set_walked(s)),
            run_time=9.0,
            rate_func=lambda t: smooth(t, 3.0),
        )
        self.wait(0.6)
        for part in (marker, gauge.bar):
            part.clear_updaters()
        self.leaving = VGroup(arrivals, trail, marker, gauge.bar)

    def return_to_optimum(self) -> None:
        """End at the least-squares line with what was seen, as a formula."""
        self.step(
            "optimum",
            self.measure.spoken,
            "It is never below 0: no line beats the least-squares line.",
        )
        self.play(FadeOut(self.leaving), run_time=0.6)
        statement = formula(self.measure.statement, colour=self.theme.ink, size=54)
        meaning = VGroup(
            words(self.measure.remark, colour=self.theme.muted, size=30),
            words("no line beats the least-squares line", colour=palette.BEST_LINE, size=30),
        ).arrange(DOWN, buff=0.22)
        card = VGroup(statement, meaning).arrange(DOWN, buff=0.6)
        card.move_to((UPPER_BOX.left + UPPER_BOX.width / 2 - 0.35, 0.2, 0.0))
        self.play(Write(statement), run_time=1.4)
        self.play(FadeIn(meaning, shift=0.15 * UP), run_time=0.8)
        self.wait(2.0)

    def _readouts(self) -> tuple[VGroup, list[VMobject]]:
        fit = self.landscape
        a, b = self.current_line()
        walked_a, walked_b = self._path(np.linspace(0, 1, 901))
        slope = slope_readout(
            FixedFormat.for_range(
                min(a, float(walked_a.min())),
                max(a, float(walked_a.max())),
                finest=2 * fit.slope_reach(SWEEP_HEIGHT),
            ),
            a,
        )
        intercept = intercept_readout(
            FixedFormat.for_range(
                min(b, float(walked_b.min())),
                max(b, float(walked_b.max())),
                finest=2 * fit.intercept_reach(SWEEP_HEIGHT),
            ),
            b,
        )
        height = self.measure.readout(self.current_height(), self.theme)
        row = VGroup(slope, intercept, height).arrange(RIGHT, buff=0.6)
        row.move_to((DATA_BOX.left - 0.5, READOUT_HEIGHT, 0.0), aligned_edge=LEFT)
        for readout in row:
            readout.settle(READOUT_HEIGHT)
        slope.follow(self.a.get_value)
        intercept.follow(self.b.get_value)
        height.follow(lambda: self.measure.value(self.current_height()))
        return row.set_z_index(1), [slope.prefix, intercept.prefix, height.prefix]

    def _axis_name(self, label: str) -> Typst:
        name = words(shorten(label, 40), colour=self.theme.muted)
        return name.scale(min(1.0, (DATA_BOX.width - 0.2) / name.width))

    def _definitions(self) -> VGroup:
        """Return what is drawn, as formulas: the line, the residuals, their sum of squares."""
        red = palette.RESIDUAL
        cards = VGroup(
            *(
                VGroup(
                    words(name, colour=self.theme.muted, size=28),
                    formula(source, colour=colour, size=44),
                ).arrange(DOWN, buff=0.2, aligned_edge=LEFT)
                for name, source, colour in (
                    ("a line", "y = slope(a) x + intercept(b)", self.theme.ink),
                    (
                        "its residuals",
                        "r_i = y_i - (slope(a) x_i + intercept(b))",
                        red,
                    ),
                    ("the sum of their squares", "epsilon = sum_i r_i^2", red),
                )
            )
        )
        cards.arrange(DOWN, buff=0.6, aligned_edge=LEFT)
        return cards.move_to((CARD_LEFT, 0, 0.0), aligned_edge=LEFT)

    def _sweep(self, plot: "SweepPlot", tracker: ValueTracker) -> None:
        plot.marker.add_updater(lambda m: m.set_place(tracker.get_value(), self.current_height()))
        self.add(plot.parabola, plot.marker)
        seen = [plot.optimum]
        for offset, run_time in ((plot.reach, 1.6), (-plot.reach, 2.6), (0.0, 1.6)):
            low, high = min(seen), max(seen)
            plot.parabola.add_updater(
                lambda m, low=low, high=high: m.set_seen(
                    min(low, tracker.get_value()), max(high, tracker.get_value())
                )
            )
            target = plot.optimum + offset
            self.play(tracker.animate.set_value(target), run_time=run_time)
            plot.parabola.clear_updaters()
            seen.append(target)
        plot.marker.clear_updaters()
        self.wait(0.5)

    def _path(self, share: float | np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return (a, b) along a rose through the optimum; epsilon_rel peaks on every petal."""
        turn = np.pi * np.asarray(share)
        root = np.sqrt(SWEEP_HEIGHT) * np.sin(PETALS * turn)
        return self.landscape.at(root, 0.4 + 2 * turn)
