"""The line nearest to the points, when no direction of the plane is special.

Storyboard
    vertical    the least-squares line and its upright distances, one of them under a lens
    shortest    the distances swing to the shortest way to the line
    turning     the line turns once about the centroid; its residual is drawn against the angle
    two ways    the curve has two lowest points, half a turn apart: two directions, one line,
                and its slope is not that of least squares
    space       the same in space: points, distances and the line through the centroid
    answer      in any dimension, through the centroid along the direction of least residual
"""

import numpy as np
from manim import (
    LEFT,
    Circle,
    FadeIn,
    FadeOut,
    UpdateFromAlphaFunc,
    ValueTracker,
    VMobject,
    smooth,
    squish_rate_func,
)

from core import palette
from core.fits.line import fit_line
from core.fits.orthogonal import fit_orthogonal
from core.tables.dataset import read_dataset
from scenes.film import Film
from scenes.settings import HEADER_DATA
from scenes.visuals.geometric_fit.angle_plot import AnglePlot
from scenes.visuals.geometric_fit.line_in_space import LineInSpace, LineNames
from scenes.visuals.geometric_fit.magnified_distance import MagnifiedDistance
from scenes.visuals.geometric_fit.turning_line import (
    Distances,
    TurningLine,
    direction,
    residual_along,
)
from scenes.visuals.plot.panel import Box, Panel, Scale
from scenes.visuals.plot.regression_plot import DataPoints, FittedLine
from scenes.visuals.plot.sweep_plot import Marker
from scenes.visuals.space.points import LINE_IN_SPACE, read_points
from scenes.visuals.space.projection import View
from scenes.visuals.writing.note import Notes, sentence
from scenes.visuals.writing.readouts import FixedFormat, Readout
from scenes.visuals.writing.typeset import formula

DATA_BOX = Box(left=-5.7, bottom=-2.6, width=5.6, height=5.6)
ANGLE_BOX = Box(left=1.9, bottom=-2.6, width=4.3, height=2.8)
NOTE_LEFT, NOTE_HEIGHT = 1.0, 2.75
FORMULA_HEIGHT, READOUT_HEIGHT = 1.2, 0.9
SLOPE_HEIGHTS = 1.98, 1.52
LENS_PLACE = np.array([3.3, -1.75, 0.0])
LINE_LENGTH = 0.46
SPACE_CENTRE, SPACE_SCALE = (-2.6, -0.2), 0.86
ELEVATION = 0.35
# The last turn passes the view along the line itself.
AZIMUTHS = -1.9, -0.5, 2.3


class GeometricFit(Film):
    """Shortest instead of vertical distances, in the plane and in space."""

    poster_step = "two ways"

    def construct(self) -> None:
        """Tell the storyboard."""
        # Not the table of the settings: in different units no way is the shortest.
        self.data = read_dataset(HEADER_DATA)
        self.points = np.stack([self.data.x, self.data.y], axis=1)
        self.fit = fit_orthogonal(self.points)
        self.upright = fit_line(self.data.x, self.data.y)
        self.best = float(np.rad2deg(np.arctan2(*self.fit.direction[::-1]))) % 180.0
        start = float(np.rad2deg(np.arctan(self.upright.slope)))
        self.angle = ValueTracker(start).set_z_index(1)
        self.azimuth = ValueTracker(AZIMUTHS[0]).set_z_index(1)
        self.way = ValueTracker(0.0).set_z_index(1)
        self.notes = Notes(self, NOTE_LEFT, NOTE_HEIGHT, self.theme)
        self.show_vertical()
        self.swing_to_shortest()
        self.turn_once()
        self.show_both_directions()
        self.go_to_space()
        self.answer()

    def residual_at(self, degrees: float) -> float:
        """Return the sum of squared shortest distances to the line under an angle."""
        return residual_along(self.fit, direction(np.deg2rad(degrees)), self.points)

    def current_angle(self) -> float:
        """Return the angle of the line on screen, in radians."""
        return float(np.deg2rad(self.angle.get_value()))

    def current_residual_in_space(self) -> float:
        """Return the sum of squared distances to the line in space on screen."""
        return self.space.residual(float(self.way.get_value()))

    def view(self) -> View:
        """Return the view of space on screen."""
        return View(float(self.azimuth.get_value()), ELEVATION, SPACE_CENTRE, SPACE_SCALE)

    def show_vertical(self) -> None:
        """Show the least-squares line and its vertical distances."""
        self.step(
            "vertical",
            "Least squares measures straight up or down to the line.",
            "That is right when y is measured and x is known.",
            "But what if the points are simply places in the plane?",
        )
        x, y = self.data.x, self.data.y
        self.panel = Panel(DATA_BOX, *self._equal_scales(), self.theme)
        self.dots = DataPoints(self.panel, x, y).set_z_index(3)
        self.upright_line = FittedLine(self.panel, self.upright.slope, self.upright.intercept)
        self.upright_line.set_z_index(2)
        self.distances = Distances(self.panel, x, y, self.fit.centroid).set_z_index(1)
        self.lens = MagnifiedDistance(LENS_PLACE, self.current_angle(), self.theme)
        self.play(FadeIn(self.panel), FadeIn(self.dots), run_time=0.8)
        self.play(FadeIn(self.upright_line), run_time=0.6)
        self.notes.say("least squares measures", "straight up and down")
        grow = UpdateFromAlphaFunc(
            self.distances, lambda m, s: m.set_angle(self.current_angle(), shortest=0.0, drawn=s)
        )
        self.play(grow, run_time=1.2)
        self.distance = self._distance("r_i = y_i - (slope(a) x_i + intercept(b))")
        self.ring = self._ring_around_largest()
        self.play(FadeIn(self.lens), FadeIn(self.ring), run_time=0.8)
        self.play(FadeIn(self.distance), run_time=0.6)
        self.wait(3.0)

    def swing_to_shortest(self) -> None:
        """Let every distance swing to the shortest way."""
        self.step(
            "shortest",
            "Then nothing makes up and down special.",
            "The distance to a line is the shortest way: at a right angle to it.",
        )
        lens = self.lens
        self.notes.say("but the shortest way", "meets the line at a right angle")
        self.play(
            FadeOut(self.distance),
            lens.upright.animate.set_stroke(opacity=0.35),
            lens.upright_name.animate.set_fill(opacity=0.35),
            run_time=0.4,
        )
        swing = UpdateFromAlphaFunc(
            self.distances, lambda m, s: m.set_angle(self.current_angle(), shortest=s)
        )
        below_lens = UpdateFromAlphaFunc(lens, lambda m, s: m.set_swing(s))
        self.play(swing, below_lens, run_time=2.4)
        shortest = self._distance("d_i = abs(r_i) / sqrt(1 + slope(a)^2)")
        self.play(FadeIn(lens.corner), FadeIn(lens.shortest_name), run_time=0.5)
        self.play(FadeIn(shortest), run_time=0.6)
        self.wait(2.4)
        leaving = (lens, lens.corner, lens.shortest_name, self.ring, shortest)
        self.play(*map(FadeOut, leaving), run_time=0.5)

    def turn_once(self) -> None:
        """Turn the line through all angles and draw its residual."""
        self.step(
            "turning",
            "Which line is nearest now?",
            "Shifting any line onto the centroid only lessens the sum of squares.",
            "So turn one about the centroid, and draw the sum of the squared distances.",
        )
        plot = AnglePlot(ANGLE_BOX, self.residual_at, self.theme)
        self.line = TurningLine(
            self.panel, self.fit.centroid, LINE_LENGTH * self.span, palette.BEST_LINE
        ).set_z_index(2)
        self.line.set_angle(self.current_angle())
        x, y = self.fit.centroid
        pivot = Marker(self.panel, x, y, self.theme.background, self.theme)
        pivot.set_z_index(4)
        grey = self._slope(
            "least squares", self.upright.slope, palette.OTHER_LINE, SLOPE_HEIGHTS[0]
        )
        self.notes.say("through the centroid,", "which direction is nearest?")
        self.play(
            self.upright_line.animate.set_stroke(color=palette.OTHER_LINE, width=3),
            FadeIn(self.line),
            FadeIn(pivot),
            FadeIn(grey),
            run_time=0.8,
        )
        self.settle(grey)
        for part in (self.line, self.distances):
            part.add_updater(lambda m: m.set_angle(self.current_angle()))
        self.play(self.angle.animate.set_value(0.0), run_time=1.4)
        self.play(FadeIn(plot.fixed), FadeIn(plot.marker), run_time=0.6)
        self.settle(plot.fixed)
        plot.curve.add_updater(lambda m: m.set_seen(0.0, float(self.angle.get_value())))
        plot.marker.add_updater(lambda _: plot.set_angle(float(self.angle.get_value())))
        self.add(plot.curve)
        self.play(
            self.angle.animate.set_value(360.0), run_time=9.0, rate_func=lambda t: smooth(t, 3.0)
        )
        plot.curve.clear_updaters()
        self.wait(0.5)
        self.pivot, self.plot, self.slopes = pivot, plot, [grey]

    def show_both_directions(self) -> None:
        """Visit both lowest points of the curve."""
        self.step(
            "two ways",
            "The curve has two lowest points, half a turn apart.",
            "Half a turn later the arrow points the other way, but the line is the same.",
            "Two directions, one line; and its slope is not that of least squares.",
        )
        self.notes.say("two lowest points,", "half a turn apart")
        self.lowest = [
            self.plot.mark(angle).set_stroke(color=self.theme.muted)
            for angle in (self.best, self.best + 180.0)
        ]
        self.play(*map(FadeIn, self.lowest), run_time=0.5)
        self.play(self.angle.animate.set_value(self.best), run_time=2.2)
        self.wait(0.8)
        self.play(self.angle.animate.set_value(self.best + 180.0), run_time=3.2)
        self.notes.say("two directions,", "one line")
        nearest = self._slope(
            "shortest distances", self.fit.slope, palette.BEST_LINE, SLOPE_HEIGHTS[1]
        )
        self.play(FadeIn(nearest), run_time=0.6)
        self.slopes.append(nearest)
        self.wait(2.6)

    def go_to_space(self) -> None:
        """Do the same in space: turn a line into the direction of least residual."""
        self.step(
            "space",
            "Points in space have no y to measure at all. The shortest way is still there.",
            "The line turns about the centroid until the sum of the squared distances is least.",
        )
        self.space = LineInSpace(read_points(LINE_IN_SPACE, ("x", "y", "z")), self.theme)
        self.space.set_view(self.view(), 0.0).set_z_index(1)
        for part in (self.line, self.distances, self.plot.marker):
            part.clear_updaters()
        plane = (self.panel, self.dots, self.upright_line, self.distances, self.line, self.pivot)
        self.notes.hush()
        self.play(
            *map(FadeOut, (*plane, self.plot.fixed, self.plot.curve, self.plot.marker)),
            *map(FadeOut, (*self.lowest, *self.slopes)),
            FadeIn(self.space, rate_func=squish_rate_func(smooth, 0.45, 1.0)),
            run_time=1.2,
        )
        self.notes.say("in space as well:", "the sum of squared distances")
        start = self.current_residual_in_space()
        readout = Readout("sum_i d_i^2", FixedFormat.for_range(0.0, start), start, palette.RESIDUAL)
        readout.move_to((NOTE_LEFT, 0.0, 0.0), aligned_edge=LEFT).settle(READOUT_HEIGHT)
        readout.follow(self.current_residual_in_space)
        self.play(FadeIn(readout), run_time=0.5)
        self.settle(readout[0])
        self.space.add_updater(lambda m: m.set_view(self.view(), float(self.way.get_value())))
        self.play(self.azimuth.animate.set_value(AZIMUTHS[1]), run_time=2.6)
        self.play(self.way.animate.set_value(1.0), run_time=3.4)
        self.wait(0.5)

    def answer(self) -> None:
        """Say what was found, while the view turns once more."""
        self.step(
            "answer",
            "In the plane and in space: the nearest line passes through the centroid, "
            "along the direction that leaves the least residual.",
        )
        self.notes.say("through the centroid $c$, along", "the direction $u$ of least residual")
        line = formula("x(t) = c + t u", colour=palette.BEST_LINE, size=64)
        line.move_to((NOTE_LEFT, -1.0, 0.0), aligned_edge=LEFT)
        names = LineNames(self.space, self.theme).set_view(self.view()).set_z_index(2)
        self.play(FadeIn(line), FadeIn(names), run_time=0.6)
        names.add_updater(lambda m: m.set_view(self.view()))
        self.settle(line)
        self.play(self.azimuth.animate.set_value(AZIMUTHS[2]), run_time=5.4)
        self.wait(1.0)

    def _distance(self, source: str) -> VMobject:
        """Return the formula of the distance that is drawn."""
        typeset = formula(source, colour=palette.RESIDUAL, size=48)
        return typeset.move_to((NOTE_LEFT, FORMULA_HEIGHT, 0.0), aligned_edge=LEFT)

    def _slope(self, name: str, slope: float, colour: str, height: float) -> VMobject:
        """Return which line has which slope, in the colour of the line."""
        written = sentence(f"{name}: $a = {slope:.2f}$", colour=colour, size=32)
        return written.move_to((NOTE_LEFT, height, 0.0), aligned_edge=LEFT)

    def _ring_around_largest(self) -> Circle:
        """Return a ring around the point with the largest residual and its upright way."""
        x, y = self.data.x, self.data.y
        fitted = self.upright.predict(x)
        k = int(np.argmax(y - fitted))
        ends = self.panel.places([x[k], x[k]], [y[k], fitted[k]])
        radius = 0.8 * float(np.linalg.norm(ends[0] - ends[1]))
        ring = Circle(radius, stroke_color=self.theme.muted, stroke_width=3)
        return ring.move_to(ends.mean(axis=0))

    def _equal_scales(self) -> tuple[Scale, Scale]:
        """Return scales with one unit for both axes, or right angles would not look right."""
        low, high = self.points.min(axis=0), self.points.max(axis=0)
        self.span = 1.2 * float((high - low).max())
        middle = (low + high) / 2
        across, up = (Scale(m - self.span / 2, m + self.span / 2) for m in middle)
        return across, up
