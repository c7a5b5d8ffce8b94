"""Every line is a point of a map, and its residual is the height above it: a bowl.

Storyboard
    map         a line moves among the data; beside it, its slope and intercept move on a map
    contours    lines that miss the points equally badly lie on one ellipse
    bowl        the map tilts, every ellipse rises to its epsilon_rel: a bowl with one lowest point
    sweep a     only a changes: the path is a parabola across the bowl
    sweep b     only b changes: another parabola, with the same lowest point
    gradient    two tangents slide down the wall and grow flat
    minimum     where both are flat lies the least-squares line, and nowhere else
"""

from functools import partial

import numpy as np
from manim import (
    DOWN,
    LEFT,
    FadeIn,
    FadeOut,
    Mobject,
    UpdateFromAlphaFunc,
    ValueTracker,
    VGroup,
    VMobject,
    Write,
)

from core import palette
from core.dataset import read_dataset
from core.landscape import ResidualLandscape
from core.residual import relative_residual
from scenes.bowl import BowlSpace, Ground, LevelRings, LineMark, Path, Tangents, Wall
from scenes.film import Film
from scenes.height_measure import HeightMeasure
from scenes.panel import Box, Panel, Scale
from scenes.projection import Points, View
from scenes.readouts import (
    FixedFormat,
    Readout,
    intercept_readout,
    slope_readout,
)
from scenes.regression_plot import DataPoints, FittedLine, Residuals
from scenes.typeset import formula, words

LEVELS = (0.25, 1.0, 2.0, 3.0)
RIM_LEVEL = LEVELS[-1]
DATA_BOX = Box(left=-5.4, bottom=-1.3, width=4.3, height=3.55)
NOTE_PLACE = (-6.2, -2.95, 0.0)
READOUT_HEIGHT = 3.3
SCALE = 2.05
FROM_ABOVE, FROM_THE_SIDE = (3.0, -0.35), (3.0, -1.45)
ELEVATION = 0.42
TURNED = -0.5
TURNED_FURTHER = -1.05
SWEEP_STEPS = 61
# Where the last descent starts, how often it winds about the lowest point.
START_ANGLE, WINDINGS = 0.9, 1.0


class ResidualBowl(Film):
    """The residual as a surface over slope and intercept."""

    poster_step = "gradient"
    poster_share = 0.3

    def construct(self) -> None:
        """Tell the storyboard."""
        self.data = read_dataset(self.settings.data, self.settings.x, self.settings.y)
        self.landscape = ResidualLandscape.of(self.data.x, self.data.y)
        self.note = VMobject()
        self.space = BowlSpace(self.landscape, RIM_LEVEL)
        start_a, start_b = self._spiral(0.0)
        self.a = ValueTracker(float(start_a)).set_z_index(1)
        self.b = ValueTracker(float(start_b)).set_z_index(1)
        self.tilt = ValueTracker(0.0).set_z_index(1)
        self.turn = ValueTracker(0.0).set_z_index(1)
        self.show_map()
        self.show_contours()
        self.raise_bowl()
        self.sweep_slope()
        self.sweep_intercept()
        self.follow_gradient()
        self.name_minimum()

    def view(self) -> View:
        """Return the view on screen: from above when tilt is 0, from the side when it is 1."""
        tilt = float(self.tilt.get_value())
        above, side = np.array(FROM_ABOVE), np.array(FROM_THE_SIDE)
        across, up = above + tilt * (side - above)
        return View(
            azimuth=-np.pi / 2 + float(self.turn.get_value()),
            elevation=np.pi / 2 + tilt * (ELEVATION - np.pi / 2),
            centre=(float(across), float(up)),
            scale=SCALE,
        )

    def current_line(self) -> tuple[float, float]:
        """Return (a, b) of the line on screen."""
        return float(self.a.get_value()), float(self.b.get_value())

    def current_height(self) -> float:
        """Return epsilon_rel of the line on screen."""
        return float(relative_residual(self.data.x, self.data.y, *self.current_line()))

    def show_map(self) -> None:
        """Show the data with a line, and the line as a point of a map."""
        self.step(
            "map",
            "A line has two numbers, its slope a and its intercept b.",
            "So every line is a point on a map of a and b. Which point is best?",
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
        self.ground = Ground(self.theme).set_view(self.view())
        self.mark = LineMark(self.space, self.theme).set_z_index(4)
        self._place_mark()
        self.play(FadeIn(panel, labels), FadeIn(points), run_time=0.8)
        self.play(FadeIn(line, residuals), run_time=0.6)
        self._say("every line is one point (a, b)")
        self.play(FadeIn(self.ground, self.mark), run_time=0.8)
        for part in (line, residuals):
            part.add_updater(lambda m: m.set_line(*self.current_line()))
        self.mark.add_updater(lambda _: self._place_mark())
        readouts = self._readouts()
        self.play(FadeIn(readouts), run_time=0.5)
        self._walk(0.0, 0.55, run_time=3.2)
        self.wait(0.4)

    def show_contours(self) -> None:
        """Join lines that are equally bad."""
        self.step("contours", "Join the lines that miss the points equally badly: ellipses.")
        self.rings = LevelRings(self.space, LEVELS, self.theme).set_view(self.view(), 0.0)
        self._say("equally bad lines lie on one ellipse")
        self.play(FadeIn(self.rings), run_time=1.0)
        turn = UpdateFromAlphaFunc(self.a, lambda _, s: self._set_line(1.0, 2 * np.pi * s))
        self._go_to(*self._at(1.0, 0.0), run_time=0.8)
        self.play(turn, run_time=3.0)
        self.wait(0.4)

    def raise_bowl(self) -> None:
        """Tilt the map while every ellipse rises to its height."""
        self.step(
            "bowl",
            "Now let every ellipse rise to its relative residual, epsilon rel.",
            "The map becomes a bowl with one lowest point.",
        )
        self.wall = Wall(self.space, self.theme).set_view(self.view(), 0.0)
        self._say("height = the relative residual")
        self.add(self.wall)
        self.ground.add_updater(lambda m: m.set_view(self.view()))
        for part in (self.wall, self.rings):
            part.add_updater(lambda m: m.set_view(self.view(), self.rise()))
        self.play(
            self.tilt.animate.set_value(1.0), self.turn.animate.set_value(TURNED), run_time=3.4
        )
        self._go_to(self.landscape.slope, self.landscape.intercept, run_time=1.4)
        self.wait(0.8)

    def rise(self) -> float:
        """Return which share of its height the bowl has."""
        return float(self.tilt.get_value())

    def sweep_slope(self) -> None:
        """Change only a."""
        self.step(
            "sweep a",
            "Change only the slope a. The path across the bowl is a parabola.",
        )
        self._say("only slope(a) changes")
        reach = self.landscape.slope_reach(RIM_LEVEL)
        self._sweep(self.a, self.landscape.slope, reach, palette.SLOPE)

    def sweep_intercept(self) -> None:
        """Change only b."""
        self.step(
            "sweep b",
            "Change only the intercept b: another parabola, and the same lowest point.",
        )
        self._say("only intercept(b) changes")
        reach = self.landscape.intercept_reach(RIM_LEVEL)
        self._sweep(self.b, self.landscape.intercept, reach, palette.INTERCEPT)

    def follow_gradient(self) -> None:
        """Let two tangents slide down the wall until they are flat."""
        self.step(
            "gradient",
            "On the wall the bowl is steep. Two tangents show how steep along a and along b.",
            "Those two slopes are the gradient. On the way down they shrink.",
        )
        self._go_to(*self._spiral(0.0), run_time=1.6)
        self.tangents = Tangents(self.space).set_z_index(3)
        self.tangents.set_place(*self.current_line(), self.current_height(), self.view())
        self.play(FadeOut(self.note), run_time=0.3)
        self.slopes = self._gradient_readouts()
        self.play(FadeIn(self.tangents, self.slopes), run_time=0.7)
        self.tangents.add_updater(
            lambda m: m.set_place(*self.current_line(), self.current_height(), self.view())
        )
        self.wait(0.9)
        self._walk(0.0, 1.0, run_time=7.0, turn=TURNED_FURTHER - TURNED)
        self.wait(0.8)

    def name_minimum(self) -> None:
        """End where the gradient is zero."""
        self.step(
            "minimum",
            "At the lowest point both are zero. The gradient vanishes there and nowhere else: "
            "this is the least-squares line.",
        )
        statement = formula(
            "nabla epsilon(slope(a)_0, intercept(b)_0) = 0", colour=self.theme.ink, size=52
        )
        meaning = words("one flat point: the least-squares line", colour=palette.BEST_LINE, size=30)
        card = VGroup(statement, meaning).arrange(DOWN, buff=0.25, aligned_edge=LEFT)
        card.move_to(NOTE_PLACE, aligned_edge=LEFT)
        self.play(FadeOut(self.slopes), run_time=0.5)
        self.play(Write(statement), FadeIn(meaning), run_time=1.4)
        self.play(self.turn.animate.set_value(TURNED), run_time=4.0)
        self.wait(1.0)

    def _say(self, note: str) -> None:
        """Replace the sentence below the data; letters may carry their colours."""
        new = _sentence(note, self.theme.muted).move_to(NOTE_PLACE, aligned_edge=LEFT)
        self.play(FadeOut(self.note), run_time=0.3)
        self.note = new
        self.play(FadeIn(self.note), run_time=0.4)

    def _data_scales(self) -> tuple[Scale, Scale]:
        """Leave room for the data and for the lines on the rim of the bowl."""
        x, y = self.data.x, self.data.y
        a, b = self.landscape.at(np.sqrt(RIM_LEVEL), np.linspace(0, 2 * np.pi, 73))
        ends = a[:, None] * np.array([x.min(), x.max()]) + b[:, None]
        return Scale.around(x, 0.06), Scale.around(np.concatenate([y, ends.ravel()]), 0.03)

    def _readouts(self) -> VGroup:
        a, b = self.current_line()
        span_a, span_b = self.space.spans
        fit = self.landscape
        slope = slope_readout(FixedFormat.for_range(fit.slope - span_a, fit.slope + span_a), a)
        intercept = intercept_readout(
            FixedFormat.for_range(fit.intercept - span_b, fit.intercept + span_b), b
        )
        height = HeightMeasure.of(fit).readout(self.current_height(), self.theme)
        slope.follow(self.a.get_value)
        intercept.follow(self.b.get_value)
        height.follow(self.current_height)
        return _in_row([slope, intercept, height], READOUT_HEIGHT)

    def _gradient_readouts(self) -> VGroup:
        """Return the two derivatives, each in the colour of its tangent."""
        angles = np.linspace(0, 2 * np.pi, 73)
        rim = [
            self.landscape.gradient(float(a), float(b))
            for a, b in zip(*self.landscape.at(np.sqrt(RIM_LEVEL), angles), strict=True)
        ]
        rows = VGroup()
        for k, (letter, colour) in enumerate((("a", palette.SLOPE), ("b", palette.INTERCEPT))):
            largest = max(abs(slopes[k]) for slopes in rim)
            readout = Readout(
                f'partial epsilon_"rel" \\/ partial {letter}',
                FixedFormat.for_range(-largest, largest, steps=2000),
                self.landscape.gradient(*self.current_line())[k],
                colour,
            )
            readout.follow(partial(self._slope_along, k))
            readout.move_to((NOTE_PLACE[0], 0.0, 0.0), aligned_edge=LEFT)
            readout.settle(NOTE_PLACE[1] + 0.28 - 0.66 * k)
            rows.add(readout)
        return rows.set_z_index(1)

    def _slope_along(self, k: int) -> float:
        return self.landscape.gradient(*self.current_line())[k]

    def _place_mark(self) -> None:
        self.mark.set_place(
            *self.current_line(), self.current_height(), self.view(), float(self.tilt.get_value())
        )

    def _at(self, root: float, angle: float) -> tuple[float, float]:
        a, b = self.landscape.at(root, angle)
        return float(a), float(b)

    def _set_line(self, root: float, angle: float) -> None:
        a, b = self._at(root, angle)
        self.a.set_value(a)
        self.b.set_value(b)

    def _spiral(self, share: float) -> tuple[float, float]:
        """Return (a, b) on the way from the rim to the lowest point."""
        return self._at(*_spiral(share))

    def _walk(self, start: float, end: float, *, run_time: float, turn: float = 0.0) -> None:
        view_from = float(self.turn.get_value())

        def go(_: Mobject, share: float) -> None:
            self._set_line(*_spiral(start + share * (end - start)))
            self.turn.set_value(view_from + turn * share)

        self.play(UpdateFromAlphaFunc(self.a, go), run_time=run_time)

    def _go_to(self, a: float, b: float, *, run_time: float) -> None:
        self.play(self.a.animate.set_value(a), self.b.animate.set_value(b), run_time=run_time)

    def _sweep(self, tracker: ValueTracker, optimum: float, reach: float, colour: str) -> None:
        """Swing ``tracker`` about ``optimum``; leave the path on the surface."""
        path = Path(self.space, colour).set_z_index(2)
        self.add(path)
        low = high = optimum
        for target, run_time in ((optimum + reach, 1.5), (optimum - reach, 2.4), (optimum, 1.5)):
            path.clear_updaters()
            path.add_updater(partial(self._uncover, tracker=tracker, low=low, high=high))
            self.play(tracker.animate.set_value(target), run_time=run_time)
            low, high = min(low, target), max(high, target)
        # From here on only the view changes the path, not the line.
        path.clear_updaters()
        swept = np.linspace(low, high, SWEEP_STEPS)
        path.add_updater(lambda m: self._draw_sweep(m, tracker, swept))
        self.wait(0.4)

    def _uncover(self, path: Path, tracker: ValueTracker, low: float, high: float) -> None:
        """Draw what was swept between ``low`` and ``high``, and on to the tracker."""
        value = float(tracker.get_value())
        swept = np.linspace(min(low, value), max(high, value), SWEEP_STEPS)
        self._draw_sweep(path, tracker, swept)

    def _draw_sweep(self, path: Path, tracker: ValueTracker, swept: Points) -> None:
        fit = self.landscape
        a, b = (swept, fit.intercept) if tracker is self.a else (fit.slope, swept)
        heights = relative_residual(self.data.x, self.data.y, a, b)
        path.set_path(a, b, heights, self.view())


def _spiral(share: float) -> tuple[float, float]:
    root = np.sqrt(0.95 * RIM_LEVEL) * (1 - share)
    return float(root), START_ANGLE + 2 * np.pi * WINDINGS * share


def _sentence(text: str, colour: str) -> VMobject:
    """Return a note as typeset words; ``slope(a)`` and ``intercept(b)`` stand in their colours."""
    for call in ("slope(a)", "intercept(b)"):
        if call in text:
            before, after = text.split(call)
            return formula(f'"{before}"{call}"{after}"', colour=colour, size=32)
    return words(text, colour=colour, size=32)


def _in_row(readouts: list[Readout], height: float) -> VGroup:
    row = VGroup(*readouts).arrange(buff=0.6)
    row.move_to((NOTE_PLACE[0], height, 0.0), aligned_edge=LEFT)
    for readout in readouts:
        readout.settle(height)
    return row.set_z_index(1)
