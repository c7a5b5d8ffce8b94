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
    UP,
    Create,
    FadeIn,
    FadeOut,
    Typst,
    UpdateFromAlphaFunc,
    ValueTracker,
    Write,
    linear,
    smooth,
)

from core.landscape.squared import ResidualLandscape
from core.tables.dataset import read_dataset
from core.writing.text import shorten
from scenes.film import Film
from scenes.visuals.linear_regression_2d.level_walk import LevelWalk
from scenes.visuals.linear_regression_2d.line_cards import (
    answer_card,
    definition_cards,
    question_card,
)
from scenes.visuals.linear_regression_2d.line_readouts import LineReadouts
from scenes.visuals.linear_regression_2d.rose_path import RosePath
from scenes.visuals.linear_regression_2d.shown_data import ShownData
from scenes.visuals.linear_regression_2d.sweep_pair import sweep_pair
from scenes.visuals.plot.height_measure import HeightMeasure
from scenes.visuals.plot.panel import Box, Panel, Scale
from scenes.visuals.plot.regression_plot import DataPoints, FittedLine, Residuals, ResidualSquares
from scenes.visuals.plot.sweep_plot import SweepPlot
from scenes.visuals.writing.typeset import words

# epsilon_rel at the ends of each sweep: enough to see, and the same for any data.
SWEEP_HEIGHT = 3.0
HEIGHTS = Scale(-0.28 * SWEEP_HEIGHT, 1.12 * SWEEP_HEIGHT)

DATA_BOX = Box(left=-5.7, bottom=-2.75, width=6.1, height=5.1)


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
        self.path = RosePath(self.landscape, SWEEP_HEIGHT)
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
        self.question = question_card(shown.headline(), self.theme)
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
        cards = definition_cards(self.theme)
        self.play(FadeOut(self.question), run_time=0.4)
        self.play(Create(self.line), FadeIn(cards[0]), run_time=0.9)
        self.wait(0.4)
        for part, card in ((self.residuals, cards[1]), (self.squares, cards[2])):
            grow = UpdateFromAlphaFunc(part, lambda m, s: m.set_line(*self.current_line(), s))
            self.play(grow, FadeIn(card), run_time=1.0)
            self.wait(0.5)
        self.readouts = LineReadouts(self.current_line(), self.path, self.measure, self.theme)
        self.play(FadeIn(self.readouts), run_time=0.5)
        self.settle(*cards, *self.readouts.labels)
        self.readouts.follow(self.a.get_value, self.b.get_value, self.current_height)
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
        self.slope_plot, self.intercept_plot = sweep_pair(
            self.landscape, SWEEP_HEIGHT, HEIGHTS, self.measure, self.theme
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
        self.walk = walk = LevelWalk(self.path, HEIGHTS, self.measure, self.theme)
        self.play(FadeOut(self.slope_plot, self.intercept_plot), run_time=0.5)
        self.play(FadeIn(walk.fixed, walk.marker), run_time=0.8)
        self.settle(walk.fixed)
        walk.marker.add_updater(lambda m: m.set_place(*self.current_line()))
        walk.bar.add_updater(lambda m: m.set_value(self.current_height()))
        self.add(walk.bar)
        self.play(
            UpdateFromAlphaFunc(self.a, lambda m, s: m.set_value(float(self.path.at(s)[0]))),
            UpdateFromAlphaFunc(self.b, lambda m, s: m.set_value(float(self.path.at(s)[1]))),
            UpdateFromAlphaFunc(walk.trail, lambda m, s: m.set_walked(s)),
            run_time=9.0,
            rate_func=lambda t: smooth(t, 3.0),
        )
        self.wait(0.6)
        for part in (walk.marker, walk.bar):
            part.clear_updaters()

    def return_to_optimum(self) -> None:
        """End at the least-squares line with what was seen, as a formula."""
        self.step(
            "optimum",
            self.measure.spoken,
            "It is never below 0: no line beats the least-squares line.",
        )
        self.play(FadeOut(self.walk), run_time=0.6)
        statement, meaning = answer_card(self.measure, self.theme)
        self.play(Write(statement), run_time=1.4)
        self.play(FadeIn(meaning, shift=0.15 * UP), run_time=0.8)
        self.wait(2.0)

    def _axis_name(self, label: str) -> Typst:
        name = words(shorten(label, 40), colour=self.theme.muted)
        return name.scale(min(1.0, (DATA_BOX.width - 0.2) / name.width))

    def _sweep(self, plot: SweepPlot, tracker: ValueTracker) -> None:
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
