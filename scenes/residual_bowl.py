"""Every line is a point of a map, and its residual is the height above it: a bowl.

Storyboard
    map         which line is best? A line is a point on a map of slope and intercept
    contours    what epsilon_rel is; lines that miss the points equally badly lie on one ellipse
    bowl        the map tilts, every ellipse rises to its epsilon_rel: a bowl with one lowest point
    sweep a     only a changes: the path is a parabola across the bowl
    sweep b     only b changes: another parabola, with the same lowest point
    gradient    two tangents on the wall go straight to the lowest point and grow flat
    minimum     where both are flat lies the least-squares line, and nowhere else
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from manim import (
    DOWN,
    LEFT,
    FadeIn,
    FadeOut,
    UpdateFromAlphaFunc,
    ValueTracker,
    VGroup,
    Write,
)

from core import palette
from core.landscape.squared import ResidualLandscape
from core.tables.dataset import read_dataset
from scenes.film import Film
from scenes.visuals.plot.height_measure import HeightMeasure
from scenes.visuals.plot.panel import Box, Panel, Scale
from scenes.visuals.plot.regression_plot import DataPoints, FittedLine, Residuals
from scenes.visuals.plot.sweep_plot import Parameter
from scenes.visuals.residual_bowl.bowl import FULL_TURN, BowlSpace, Ground, LevelRings, Sight, Wall
from scenes.visuals.residual_bowl.bowl_readouts import gradient_readouts, line_readouts
from scenes.visuals.residual_bowl.on_the_bowl import LineMark, SweepPath, Tangents
from scenes.visuals.space.wireframe import Label, Strokes
from scenes.visuals.writing.note import Notes, sentence
from scenes.visuals.writing.typeset import formula, words

LEVELS = (0.25, 1.0, 2.0, 3.0)
RIM_LEVEL = LEVELS[-1]
WATCHED_LEVEL = LEVELS[1]
DATA_BOX = Box(left=-5.4, bottom=-1.3, width=4.3, height=3.55)
LEFT_EDGE, NOTE_HEIGHT = -6.2, -2.95
READOUT_HEIGHT = 3.3
QUESTION_PLACE = (3.0, 0.4, 0.0)
TURNED, TURNED_TO_WALL, TURNED_FURTHER = -0.5, 0.15, -0.6
# The way over the map: where it starts, and how it winds about the best line.
START_ANGLE, WALKED, WINDINGS = 0.9, 0.55, 1.0
# Where the watched ring is named, in units of the map's half width.
RING_NAME = 0.6, 0.78, 0.0
# Where the tangents start, seen from the lowest point: there the straight way to it goes downhill
# along a and along b.
WALL_ANGLE, START_ON_WALL = 6.02, 0.93


class ResidualBowl(Film):
    """The residual as a surface over slope and intercept."""

    poster_step = "gradient"
    poster_share = 0.35

    def construct(self) -> None:
        """Tell the storyboard."""
        self.data = read_dataset(self.settings.data, self.settings.x, self.settings.y)
        self.landscape = ResidualLandscape.of(self.data.x, self.data.y)
        self.space = BowlSpace(self.landscape, RIM_LEVEL)
        self.notes = Notes(self, LEFT_EDGE, NOTE_HEIGHT, self.theme)
        start_a, start_b = self.on_spiral(0.0)
        self.a = ValueTracker(start_a).set_z_index(1)
        self.b = ValueTracker(start_b).set_z_index(1)
        self.tilt = ValueTracker(0.0).set_z_index(1)
        self.turn = ValueTracker(0.0).set_z_index(1)
        self.ask()
        self.show_map()
        self.show_contours()
        self.raise_bowl()
        self.sweep_slope()
        self.sweep_intercept()
        self.follow_gradient()
        self.name_minimum()

    def sight(self) -> Sight:
        """Return how the bowl is seen now."""
        return Sight(float(self.tilt.get_value()), float(self.turn.get_value()))

    def current_line(self) -> tuple[float, float]:
        """Return (a, b) of the line on screen."""
        return float(self.a.get_value()), float(self.b.get_value())

    def at(self, root: float, angle: float) -> tuple[float, float]:
        """Return the line (a, b) whose epsilon_rel is ``root`` squared, under ``angle``."""
        a, b = self.landscape.at(root, angle)
        return float(a), float(b)

    def on_spiral(self, share: float) -> tuple[float, float]:
        """Return the line (a, b) on a winding way from the rim towards the lowest point."""
        root = np.sqrt(0.95 * RIM_LEVEL) * (1 - WALKED * share)
        return self.at(root, START_ANGLE + 2 * np.pi * WALKED * WINDINGS * share)

    def ask(self) -> None:
        """Show the data with one line of many."""
        self.step(
            "map",
            "Which line is best? A line has two numbers, its slope a and its intercept b.",
            "So every line is one point on a map of a and b.",
        )
        x, y = self.data.x, self.data.y
        panel = Panel(DATA_BOX, *self._data_scales(), self.theme)
        labels = panel.put_labels(
            words(self.data.x_label, colour=self.theme.muted),
            words(self.data.y_label, colour=self.theme.muted),
        )
        points = DataPoints(panel, x, y, radius=0.065).set_z_index(3)
        line = FittedLine(panel, *self.current_line()).set_z_index(2)
        residuals = Residuals(panel, x, y, *self.current_line()).set_z_index(1)
        question = words("Which line is best?", colour=palette.BEST_LINE, size=54)
        question.move_to(QUESTION_PLACE)
        self.play(FadeIn(panel, labels), FadeIn(points), run_time=0.8)
        self.play(FadeIn(line), FadeIn(residuals), run_time=0.6)
        self.play(FadeIn(question), run_time=0.6)
        self.wait(1.2)
        self.play(FadeOut(question), run_time=0.4)
        for part in (line, residuals):
            part.add_updater(lambda m: m.set_line(*self.current_line()))

    def show_map(self) -> None:
        """Show the line as a point of a map, and let both move."""
        self.ground = Ground(self.theme).set_sight(self.sight())
        self.mark = LineMark(self.space, self.theme).set_z_index(4)
        self.mark.set_place(*self.current_line(), self.sight())
        readouts = line_readouts(
            self.space, self.current_line, self.theme, left=LEFT_EDGE, height=READOUT_HEIGHT
        )
        self.play(FadeIn(self.ground), FadeIn(self.mark), run_time=0.8)
        self.notes.say("every line is one point ($slope(a)$, $intercept(b)$)")
        self.play(FadeIn(readouts), run_time=0.5)
        self.settle(*(readout[0] for readout in readouts))
        self.mark.add_updater(lambda m: m.set_place(*self.current_line(), self.sight()))
        self._walk(self.on_spiral, run_time=3.6)
        self.wait(0.4)

    def show_contours(self) -> None:
        """Say how bad a line is, and join those that are equally bad."""
        measure = HeightMeasure.of(self.landscape)
        self.step(
            "contours",
            measure.spoken[0].upper() + measure.spoken[1:],
            "The best line has 0, every other line more.",
            "Equally bad lines lie on one ellipse. On the way round the value stays the same.",
        )
        self.notes.say(f"${measure.statement}$", measure.meaning)
        self.wait(2.2)
        self.rings = LevelRings(self.space, LEVELS, self.theme).set_sight(self.sight())
        self.notes.say("equally bad lines lie on one ellipse")
        self.play(FadeIn(self.rings), run_time=1.0)
        self.settle(self.ground, self.rings)
        root = np.sqrt(WATCHED_LEVEL)
        self._go_to(*self.at(root, 0.0), run_time=0.9)
        watched = Strokes(palette.BEST_LINE, 5).set_z_index(3)
        watched.set_corners(self.space.polar([root], FULL_TURN, 0.0)[None], self.sight().view)
        value = Label(
            formula(f"{measure.symbol} = {WATCHED_LEVEL:g}", colour=palette.BEST_LINE)
        ).set_point(RING_NAME, self.sight().view)
        self.play(FadeIn(watched), FadeIn(value), run_time=0.5)
        self._walk(lambda share: self.at(root, 2 * np.pi * share), run_time=3.4)
        self.play(FadeOut(watched), FadeOut(value), run_time=0.4)

    def raise_bowl(self) -> None:
        """Tilt the map while every ellipse rises to its height."""
        self.step(
            "bowl",
            "Now let every ellipse rise to its relative residual, epsilon rel.",
            "The map becomes a bowl with one lowest point.",
        )
        self.wall = Wall(self.space, self.theme).set_sight(self.sight())
        self.settle(self.ground, self.wall, self.rings)
        self.notes.say(f"the height is ${HeightMeasure.of(self.landscape).name}$")
        self.scenery: list[Any] = [self.ground, self.wall, self.rings]
        self._look_around(
            self.tilt.animate.set_value(1.0), self.turn.animate.set_value(TURNED), run_time=3.6
        )
        self._go_to(self.landscape.slope, self.landscape.intercept, run_time=1.4)
        self.wait(0.8)

    def sweep_slope(self) -> None:
        """Change only a."""
        self.step("sweep a", "Change only the slope a. The path across the bowl is a parabola.")
        self.notes.say("only $slope(a)$ changes")
        self._sweep(Parameter.slope(self.landscape), self.a, self.landscape.slope_reach(RIM_LEVEL))

    def sweep_intercept(self) -> None:
        """Change only b."""
        self.step(
            "sweep b", "Change only the intercept b: another parabola, and the same lowest point."
        )
        self.notes.say("only $intercept(b)$ changes")
        self._sweep(
            Parameter.intercept(self.landscape), self.b, self.landscape.intercept_reach(RIM_LEVEL)
        )

    def follow_gradient(self) -> None:
        """Let two tangents go down the wall until they are flat."""
        self.step(
            "gradient",
            "On the wall the bowl is steep: two tangents show how steep along a and b.",
            "Those two slopes are the gradient.",
            "Go straight to the lowest point: both shrink together.",
        )
        wall = np.sqrt(RIM_LEVEL) * START_ON_WALL
        self.notes.say("how steep is the wall?")
        a, b = self.at(wall, WALL_ANGLE)
        self._look_around(
            self.turn.animate.set_value(TURNED_TO_WALL),
            self.a.animate.set_value(a),
            self.b.animate.set_value(b),
            run_time=2.0,
        )
        self.tangents = Tangents(self.space).set_z_index(3)
        self.tangents.set_place(*self.current_line(), self.sight())
        self.notes.hush()
        self.slopes = gradient_readouts(
            self.space, self.current_line, left=LEFT_EDGE, height=NOTE_HEIGHT + 0.28
        )
        self.play(FadeIn(self.tangents), FadeIn(self.slopes), run_time=0.7)
        self.settle(*(readout[0] for readout in self.slopes))
        self.tangents.add_updater(lambda m: m.set_place(*self.current_line(), self.sight()))
        self.wait(2.2)
        self._walk(lambda share: self.at(wall * (1 - share), WALL_ANGLE), run_time=4.4)
        self.wait(1.2)

    def name_minimum(self) -> None:
        """End where the gradient is zero."""
        self.step(
            "minimum",
            "Both are zero at the lowest point: there the gradient vanishes, and nowhere else.",
            "Its a 0 and b 0 are slope and intercept of the least-squares line.",
        )
        name = HeightMeasure.of(self.landscape).name
        statement = formula(
            f"nabla {name} (slope(a_0), intercept(b_0)) = 0", colour=self.theme.ink, size=52
        )
        meaning = sentence(
            "the only flat point: $slope(a_0)$, $intercept(b_0)$ of the least-squares line",
            colour=palette.BEST_LINE,
            size=30,
        )
        card = VGroup(statement, meaning).arrange(DOWN, buff=0.25, aligned_edge=LEFT)
        card.move_to((LEFT_EDGE, NOTE_HEIGHT, 0.0), aligned_edge=LEFT)
        self.play(FadeOut(self.slopes), run_time=0.5)
        self.play(Write(statement), run_time=1.2)
        self.play(FadeIn(meaning), run_time=0.6)
        self.settle(statement, meaning)
        self._look_around(self.turn.animate.set_value(TURNED_FURTHER), run_time=4.0)
        self.wait(1.2)

    def _data_scales(self) -> tuple[Scale, Scale]:
        """Leave room for the data and for the lines on the rim of the bowl."""
        x, y = self.data.x, self.data.y
        a, b = self.landscape.at(np.sqrt(RIM_LEVEL), np.linspace(0, 2 * np.pi, 73))
        ends = a[:, None] * np.array([x.min(), x.max()]) + b[:, None]
        return Scale.around(x, 0.06), Scale.around(np.concatenate([y, ends.ravel()]), 0.03)

    def _go_to(self, a: float, b: float, *, run_time: float) -> None:
        self.play(self.a.animate.set_value(a), self.b.animate.set_value(b), run_time=run_time)

    def _walk(self, way: Callable[[float], tuple[float, float]], *, run_time: float) -> None:
        """Let the line go along ``way``, from share 0 to share 1."""
        self.play(
            UpdateFromAlphaFunc(self.a, lambda m, share: m.set_value(way(share)[0])),
            UpdateFromAlphaFunc(self.b, lambda m, share: m.set_value(way(share)[1])),
            run_time=run_time,
        )

    def _look_around(self, *moves: Any, run_time: float) -> None:
        """Move the sight; between such moves the bowl stands still and is drawn once."""
        for part in self.scenery:
            part.add_updater(lambda m: m.set_sight(self.sight()))
        self.play(*moves, run_time=run_time)
        for part in self.scenery:
            part.clear_updaters()
            part.set_sight(self.sight())

    def _sweep(self, parameter: Parameter, tracker: ValueTracker, reach: float) -> None:
        """Swing ``tracker`` about its best value; leave the path on the surface."""
        optimum = parameter.optimum
        path = SweepPath(self.space, parameter, reach).set_z_index(2)
        self.add(path)
        low = high = optimum
        for target, run_time in ((optimum + reach, 1.4), (optimum - reach, 2.2), (optimum, 1.4)):
            path.add_updater(
                lambda m, low=low, high=high: m.set_swept(
                    min(low, tracker.get_value()), max(high, tracker.get_value()), self.sight()
                )
            )
            self.play(tracker.animate.set_value(target), run_time=run_time)
            path.clear_updaters()
            low, high = min(low, target), max(high, target)
        path.set_sight(self.sight())
        self.scenery.append(path)
        self.wait(0.4)
