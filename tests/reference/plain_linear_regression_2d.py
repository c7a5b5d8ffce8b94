"""The article's film as manim's tutorials would write it: the reference that its speed is told by.

Not a film of the lecture. Step by step it shows what LinearRegression2D shows, with the same
captions and timings; but what moves is built anew in every frame (always_redraw), numbers are
typeset anew, the trail is a TracedPath, and nobody has thought about what stands still. What
never moves (axes, labels, cards) is LinearRegression2D's own.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Circle,
    Create,
    Dot,
    FadeIn,
    FadeOut,
    GrowFromCenter,
    LaggedStart,
    Line,
    ParametricFunction,
    Polygon,
    Rectangle,
    TracedPath,
    UpdateFromAlphaFunc,
    ValueTracker,
    VGroup,
    Write,
    always_redraw,
    smooth,
)

from core import palette
from core.landscape.squared import ResidualLandscape
from core.tables.dataset import read_dataset
from scenes.film import Film
from scenes.linear_regression_2d import DATA_BOX, HEIGHTS, SWEEP_HEIGHT
from scenes.visuals.linear_regression_2d.level_walk import LevelWalk
from scenes.visuals.linear_regression_2d.line_cards import (
    answer_card,
    definition_cards,
    question_card,
)
from scenes.visuals.linear_regression_2d.line_readouts import HEIGHT, LEFT_EDGE
from scenes.visuals.linear_regression_2d.rose_path import RosePath
from scenes.visuals.linear_regression_2d.shown_data import ShownData
from scenes.visuals.linear_regression_2d.sweep_pair import sweep_pair
from scenes.visuals.plot.height_measure import HeightMeasure
from scenes.visuals.plot.panel import Panel
from scenes.visuals.plot.sweep_plot import SweepPlot
from scenes.visuals.writing.readouts import LABEL_SIZE, NUMBER_SIZE
from scenes.visuals.writing.typeset import formula, words


class PlainLinearRegression2D(Film):
    """Sweeps of a, of b and of both, with everything redrawn in every frame."""

    poster_step = "sweep both"
    poster_share = 0.38

    def construct(self) -> None:
        """Tell the storyboard of LinearRegression2D."""
        self.data = read_dataset(self.settings.data, self.settings.x, self.settings.y)
        self.fit = ResidualLandscape.of(self.data.x, self.data.y)
        self.measure = HeightMeasure.of(self.fit)
        self.a, self.b = ValueTracker(0.0), ValueTracker(float(np.mean(self.data.y)))
        self.show_points()
        self.find_line()
        self.sweep_slope()
        self.sweep_intercept()
        self.sweep_both()
        self.return_to_optimum()

    def show_points(self) -> None:
        """Let the data appear."""
        shown = ShownData.of(self.data, self.fit, SWEEP_HEIGHT, DATA_BOX)
        self.step("points", f"{shown.headline()} But which line?")
        self.panel = panel = Panel(
            DATA_BOX.with_room_for(shown.y_scale), shown.x_scale, shown.y_scale, self.theme
        )
        names = (self.data.x_label, self.data.y_label)
        labels = panel.put_labels(*(words(name, colour=self.theme.muted) for name in names))
        self.question = question_card(shown.headline(), self.theme)
        self.points = list(zip(shown.x, shown.y, strict=True))
        dots = [
            Dot(panel.place(x, y), radius=0.075, color=palette.DATA).set_z_index(2)
            for x, y in self.points
        ]
        self.play(FadeIn(panel, labels), run_time=0.8)
        self.play(LaggedStart(*map(GrowFromCenter, dots), lag_ratio=1 / 6), run_time=1.6)
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
        cards = definition_cards(self.theme)
        drawn, opened = ValueTracker(0.0), ValueTracker(0.0)
        line = always_redraw(self.best_line).set_z_index(1)
        residuals = always_redraw(lambda: self.residual_lines(drawn.get_value()))
        squares = always_redraw(lambda: self.residual_squares(opened.get_value()))
        self.play(FadeOut(self.question), run_time=0.4)
        self.play(Create(line), FadeIn(cards[0]), run_time=0.9)
        self.wait(0.4)
        parts = zip((residuals, squares), (drawn, opened), cards[1:], strict=True)
        for part, share, card in parts:
            self.add(part)
            self.play(share.animate.set_value(1.0), FadeIn(card), run_time=1.0)
            self.wait(0.5)
        self.readouts = VGroup(
            self.readout("a", self.a.get_value, 3, palette.SLOPE),
            self.readout("b", self.b.get_value, 2, palette.INTERCEPT),
            self.readout(self.measure.name, self.residual_height, 3, self.theme.ink),
        ).arrange(RIGHT, buff=0.6)
        self.readouts.move_to((LEFT_EDGE, HEIGHT, 0.0), aligned_edge=LEFT)
        self.play(FadeIn(self.readouts), run_time=0.5)
        self.play(
            self.a.animate.set_value(self.fit.slope),
            self.b.animate.set_value(self.fit.intercept),
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
        self.plots = sweep_pair(self.fit, SWEEP_HEIGHT, HEIGHTS, self.measure, self.theme)
        self.play(FadeIn(*(plot.fixed for plot in self.plots)), run_time=0.8)
        self.slope_curve = self.sweep(self.plots[0], self.a, palette.SLOPE)

    def sweep_intercept(self) -> None:
        """Swing b about the optimum while its parabola appears."""
        self.step(
            "sweep b",
            "Change only the intercept b: the line moves up and down.",
            "The same picture: nothing below 0.",
        )
        self.intercept_curve = self.sweep(self.plots[1], self.b, palette.INTERCEPT)

    def sweep_both(self) -> None:
        """Wander over the level curves with a and b together."""
        self.step(
            "sweep both",
            "Now change both together. Each ellipse joins lines that are equally bad.",
            "Whichever way we leave the centre, epsilon only grows.",
        )
        path = RosePath(self.fit, SWEEP_HEIGHT)
        walk = LevelWalk(path, HEIGHTS, self.measure, self.theme)
        marker = self.moving_point(
            lambda: walk.marker.panel.place(self.a.get_value(), self.b.get_value()),
            palette.BEST_LINE,
        )
        bar = always_redraw(lambda: self.gauge_bar(walk.bar.panel))
        seen = (*(plot.fixed for plot in self.plots), *self.slope_curve, *self.intercept_curve)
        self.play(FadeOut(*seen), run_time=0.5)
        self.play(FadeIn(walk.fixed, marker), run_time=0.8)
        trail = TracedPath(
            marker.get_center,
            stroke_color=self.theme.ink,
            stroke_width=2.5,
            stroke_opacity=0.75,
        )
        self.add(bar, trail, marker)
        self.play(
            UpdateFromAlphaFunc(self.a, lambda m, s: m.set_value(float(path.at(s)[0]))),
            UpdateFromAlphaFunc(self.b, lambda m, s: m.set_value(float(path.at(s)[1]))),
            run_time=9.0,
            rate_func=lambda t: smooth(t, 3.0),
        )
        self.wait(0.6)
        self.leaving = (walk.fixed, trail, marker, bar)

    def return_to_optimum(self) -> None:
        """End at the least-squares line with what was seen, as a formula."""
        self.step(
            "optimum",
            self.measure.spoken,
            "It is never below 0: no line beats the least-squares line.",
        )
        self.play(FadeOut(*self.leaving), run_time=0.6)
        statement, meaning = answer_card(self.measure, self.theme)
        self.play(Write(statement), run_time=1.4)
        self.play(FadeIn(meaning, shift=0.15 * UP), run_time=0.8)
        self.wait(2.0)

    def predicted(self, x: float) -> float:
        """Return the value of the line on screen at ``x``."""
        return float(self.a.get_value() * x + self.b.get_value())

    def residual_height(self) -> float:
        """Return epsilon_rel of the line on screen."""
        return float(self.fit.height(self.a.get_value(), self.b.get_value()))

    def best_line(self) -> Line:
        """Return the line on screen."""
        left, right = self.panel.x_scale.low, self.panel.x_scale.high
        return Line(
            self.panel.place(left, self.predicted(left)),
            self.panel.place(right, self.predicted(right)),
            color=palette.BEST_LINE,
            stroke_width=6,
        )

    def residual_lines(self, share: float) -> VGroup:
        """Return the residuals, grown by ``share`` from the points to the line."""
        lines = VGroup()
        for x, y in self.points:
            end = y + share * (self.predicted(x) - y)
            line = Line(self.panel.place(x, y), self.panel.place(x, end))
            lines.add(line.set_stroke(palette.RESIDUAL, width=3))
        return lines

    def residual_squares(self, share: float) -> VGroup:
        """Return a square on each residual, opened by ``share``."""
        squares = VGroup()
        middle = self.panel.box.left + self.panel.box.width / 2
        for x, y in self.points:
            point, foot = self.panel.place(x, y), self.panel.place(x, self.predicted(x))
            side = share * abs(foot[1] - point[1])
            across = side * (RIGHT if point[0] < middle else LEFT)
            square = Polygon(point, foot, foot + across, point + across)
            square.set_fill(palette.RESIDUAL, opacity=0.16)
            squares.add(square.set_stroke(palette.RESIDUAL, width=1.5, opacity=0.7))
        return squares

    def readout(self, name: str, value: Callable[[], float], decimals: int, colour: str) -> VGroup:
        """Return a label and a number that follows ``value``."""
        label = formula(f"{name} =", colour=colour, size=LABEL_SIZE)

        def rewrite(number: Any) -> None:
            number.text = f"{round(value(), decimals) + 0.0:.{decimals}f}"
            number.become(formula(number.text, colour=colour, size=NUMBER_SIZE))
            number.next_to(label, RIGHT)

        number: Any = VGroup()
        rewrite(number)
        return VGroup(label, number.add_updater(rewrite))

    def sweep(self, plot: SweepPlot, tracker: ValueTracker, colour: str) -> VGroup:
        """Swing ``tracker`` about the optimum; return the parabola and the point that stay."""
        panel, optimum, reach = plot.parabola.panel, plot.optimum, plot.reach
        curvature = SWEEP_HEIGHT / reach**2
        seen = [optimum, optimum]

        def uncovered() -> ParametricFunction:
            value = float(tracker.get_value())
            seen[:] = min(seen[0], value), max(seen[1], value)
            return ParametricFunction(
                lambda t: panel.place(t, curvature * (t - optimum) ** 2),
                t_range=(seen[0], seen[1], reach / 50),
                color=colour,
                stroke_width=6,
            )

        parabola = always_redraw(uncovered)
        point = self.moving_point(
            lambda: panel.place(tracker.get_value(), self.residual_height()), colour
        )
        self.play(FadeIn(point), run_time=0.3)
        self.add(parabola, point)
        for offset, run_time in ((reach, 1.6), (-reach, 2.6), (0.0, 1.6)):
            self.play(tracker.animate.set_value(optimum + offset), run_time=run_time)
        for part in (parabola, point):
            part.clear_updaters()
        self.wait(0.5)
        return VGroup(parabola, point)

    def moving_point(self, place: Callable[[], np.ndarray], colour: str) -> Circle:
        """Return a point that stays at ``place``."""
        return always_redraw(
            lambda: Circle(
                0.11,
                fill_color=colour,
                fill_opacity=1,
                stroke_color=self.theme.ink,
                stroke_width=2.5,
            ).move_to(place())
        )

    def gauge_bar(self, panel: Panel) -> Rectangle:
        """Return the filled part of the gauge."""
        foot, top = panel.place(0.5, 0.0), panel.place(0.5, self.residual_height())
        bar = Rectangle(width=panel.box.width, height=float(top[1] - foot[1]), stroke_width=0)
        return bar.set_fill(self.theme.ink, opacity=0.85).move_to(foot, aligned_edge=DOWN)
