"""The line nearest to the points, when no direction of the plane is special.

Storyboard
    vertical    the least-squares line and its upright distances
    shortest    the distances swing to the shortest way to the line
    turning     the line turns once about the centroid; its residual is drawn against the angle
    two ways    the curve has two lowest points, half a turn apart: two directions, one line
    space       the same in space: points, distances and the line through the centroid
    answer      in any dimension, through the centroid along the direction of least residual
"""

from dataclasses import replace

import numpy as np
from manim import (
    LEFT,
    FadeIn,
    FadeOut,
    Mobject,
    UpdateFromAlphaFunc,
    ValueTracker,
    VGroup,
    VMobject,
    smooth,
)
from numpy.typing import NDArray

from core import palette
from core.dataset import read_dataset
from core.line import fit_line
from core.orthogonal import OrthogonalFit, fit_orthogonal
from scenes.film import Film
from scenes.level_curves import Trail
from scenes.note import Notes
from scenes.panel import Box, Panel, Scale
from scenes.projection import View
from scenes.readouts import FixedFormat, Readout
from scenes.regression_plot import DataPoints, FittedLine
from scenes.settings import HEADER_DATA
from scenes.space import CUBE, Discs, Strokes, Wireframe
from scenes.space_points import LINE_IN_SPACE, read_points
from scenes.sweep_plot import Marker
from scenes.turning_line import Distances, TurningLine, direction
from scenes.typeset import formula, words

DATA_BOX = Box(left=-5.7, bottom=-2.6, width=5.6, height=5.6)
ANGLE_BOX = Box(left=1.9, bottom=-2.6, width=4.3, height=3.3)
NOTE_LEFT = 1.0
TURN = np.linspace(0.0, 360.0, 361)
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
        self.best = float(np.rad2deg(np.arctan2(*self.fit.direction[::-1])))
        start = float(np.rad2deg(np.arctan(self.upright.slope)))
        self.angle = ValueTracker(start).set_z_index(1)
        self.notes = Notes(self, NOTE_LEFT, 2.75, self.theme)
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

    def show_vertical(self) -> None:
        """Show the least-squares line and its vertical distances."""
        self.step(
            "vertical",
            "Least squares measures from each point straight up or down to the line.",
            "That is right when y is measured and x is known.",
            "But what if the points are simply places in the plane?",
        )
        self.panel = Panel(DATA_BOX, *self._equal_scales(), self.theme)
        dots = DataPoints(self.panel, self.data.x, self.data.y).set_z_index(3)
        a, b = self.upright.slope, self.upright.intercept
        line = FittedLine(self.panel, a, b).set_z_index(2)
        self.distances = Distances(
            self.panel, self.data.x, self.data.y, self.fit.centroid
        ).set_z_index(1)
        self.play(FadeIn(self.panel, dots), run_time=0.8)
        self.play(FadeIn(line), run_time=0.6)
        self.notes.say("least squares measures", "straight up and down")
        self.play(
            UpdateFromAlphaFunc(
                self.distances,
                lambda m, s: m.set_angle(self.current_angle(), shortest=0.0, drawn=s),
            ),
            run_time=1.2,
        )
        self.distance = self._distance("r_i = y_i - (slope(a) x_i + intercept(b))")
        self.play(FadeIn(self.distance), run_time=0.6)
        self.wait(3.2)
        self.upright_line, self.dots = line, dots

    def swing_to_shortest(self) -> None:
        """Let every distance swing to the shortest way."""
        self.step(
            "shortest",
            "Then nothing makes up and down special.",
            "The distance to a line is the shortest way: at a right angle to it.",
        )
        self.notes.say("but the shortest way", "meets the line at a right angle")
        self.play(
            UpdateFromAlphaFunc(
                self.distances, lambda m, s: m.set_angle(self.current_angle(), shortest=s)
            ),
            run_time=2.4,
        )
        shortest = self._distance("d_i = abs(r_i) / sqrt(1 + slope(a)^2)")
        self.play(FadeOut(self.distance), run_time=0.3)
        self.play(FadeIn(shortest), run_time=0.6)
        self.wait(1.6)
        self.play(FadeOut(shortest), run_time=0.3)

    def turn_once(self) -> None:
        """Turn the line through all angles and draw its residual."""
        self.step(
            "turning",
            "Which line is nearest now? It passes through the centroid of the points.",
            "Turn it through all directions, and draw the sum of the squared distances.",
        )
        heights = np.array([self.residual_at(angle) for angle in TURN])
        scale = Scale(0.0, 1.08 * float(heights.max()))
        plot = Panel(ANGLE_BOX, Scale(0.0, 360.0), scale, self.theme, ticks=4)
        labels = plot.put_labels(
            words("direction in degrees", colour=self.theme.muted, size=28),
            formula("sum_i d_i^2", colour=palette.RESIDUAL, size=36),
        )
        labels[1].shift((0.1, 0.2, 0.0))
        self.line = TurningLine(
            self.panel, self.fit.centroid, 0.46 * self.span, palette.BEST_LINE
        ).set_z_index(2)
        self.line.set_angle(self.current_angle())
        x, y = self.fit.centroid
        pivot = Marker(self.panel, x, y, self.theme.background, self.theme)
        pivot.set_z_index(4)
        self.upright_line.set_stroke(color=palette.OTHER_LINE, width=3)
        self.play(FadeIn(self.line, pivot, plot, labels), run_time=1.0)
        self.notes.say("through the centroid,", "which direction is nearest?")
        for part in (self.line, self.distances):
            part.add_updater(lambda m: m.set_angle(self.current_angle()))
        self.play(self.angle.animate.set_value(0.0), run_time=1.4)
        trail = Trail(plot, TURN, heights, palette.RESIDUAL).set_z_index(1)
        trail.set_stroke(width=5, opacity=1)
        self.marker = Marker(plot, 0.0, self.residual_at(0.0), palette.BEST_LINE, self.theme)
        self.marker.set_z_index(2).add_updater(lambda _: self._place_marker())
        self.plot = plot
        self.play(FadeIn(self.marker), run_time=0.4)
        self.play(
            self.angle.animate.set_value(360.0),
            UpdateFromAlphaFunc(trail, lambda m, s: m.set_walked(s)),
            run_time=9.0,
            rate_func=lambda t: smooth(t, 3.0),
        )
        self.wait(0.5)
        self.plane = VGroup(self.panel, self.dots, self.upright_line, pivot, plot, labels, trail)

    def show_both_directions(self) -> None:
        """Visit both lowest points of the curve."""
        self.step(
            "two ways",
            "The curve has two lowest points, half a turn apart.",
            "Half a turn later the arrow points the other way, but the line is the same.",
            "Two directions, one line.",
        )
        first, second = self.best % 180.0, self.best % 180.0 + 180.0
        lowest = VGroup(
            *(
                Marker(self.plot, angle, self.fit.rss, palette.BEST_LINE, self.theme).set_stroke(
                    color=self.theme.muted
                )
                for angle in (first, second)
            )
        )
        self.notes.say("two directions,", "one line")
        self.play(self.angle.animate.set_value(second), run_time=2.0)
        self.play(FadeIn(lowest[1]), run_time=0.4)
        self.wait(0.9)
        self.play(self.angle.animate.set_value(first), run_time=3.2)
        self.play(FadeIn(lowest[0]), run_time=0.4)
        self.wait(1.6)
        self.plane.add(lowest)

    def go_to_space(self) -> None:
        """Do the same in space: turn a line into the direction of least residual."""
        self.step(
            "space",
            "Points in space have no y to measure at all. The shortest way is still there.",
            "The line turns about the centroid until the sum of the squared distances is least.",
        )
        for part in (self.line, self.distances, self.marker):
            part.clear_updaters()
        self.notes.hush()
        self.play(FadeOut(self.plane, self.line, self.distances, self.marker), run_time=0.6)
        self.space_points = read_points(LINE_IN_SPACE, ("x", "y", "z"))
        self.space_fit = fit_orthogonal(self.space_points)
        self.azimuth = ValueTracker(AZIMUTHS[0]).set_z_index(1)
        self.way = ValueTracker(0.0).set_z_index(1)
        parts = self._space_parts()
        readout = Readout(
            "sum_i d_i^2",
            FixedFormat.for_range(0.0, self.residual_in_space(0.0)),
            self.residual_in_space(0.0),
            palette.RESIDUAL,
        )
        readout.move_to((NOTE_LEFT, 0.0, 0.0), aligned_edge=LEFT).settle(-0.6)
        readout.follow(lambda: self.residual_in_space(float(self.way.get_value())))
        self.play(FadeIn(parts), run_time=0.8)
        self.notes.say("in space as well:", "the shortest ways, squared")
        self.play(FadeIn(readout.set_z_index(1)), run_time=0.5)
        parts.add_updater(lambda m: self._draw_space(m))  # noqa: PLW0108 - a bound one is copied
        self.play(self.azimuth.animate.set_value(AZIMUTHS[1]), run_time=3.0)
        self.play(self.way.animate.set_value(1.0), run_time=3.4)
        self.wait(0.5)

    def answer(self) -> None:
        """Say what was found, while the view turns once more."""
        self.step(
            "answer",
            "In the plane and in space: the nearest line passes through the centroid, "
            "along the direction that leaves the least residual.",
        )
        self.notes.say("through the centroid,", "along the least residual")
        self.play(self.azimuth.animate.set_value(AZIMUTHS[2]), run_time=6.0)
        self.wait(1.0)

    def residual_in_space(self, way: float) -> float:
        """Return the residual when the line has gone the share ``way`` to the best direction."""
        return residual_along(self.space_fit, self._space_direction(way), self.space_points)

    def _space_direction(self, way: float) -> NDArray[np.float64]:
        """Return the direction on the shortest way from upright to the best."""
        best, upright = self.space_fit.direction, np.array([0.0, 0.0, 1.0])
        across = upright - (upright @ best) * best
        across /= np.linalg.norm(across)
        angle = (1 - way) * np.arccos(upright @ best)
        return np.asarray(np.cos(angle) * best + np.sin(angle) * across)

    def _space_parts(self) -> VGroup:
        """Return box, line, distances, points and centroid, drawn as the first view shows them."""
        centred = self.space_points - self.space_fit.centroid
        self.half = 1.05 * float(np.abs(centred).max())
        parts = VGroup(
            Wireframe(self.theme.muted, 1.5, 0.6),
            Strokes(palette.RESIDUAL, 3),
            Strokes(palette.BEST_LINE, 6),
            Discs(palette.DATA, 0.085),
            Discs(self.theme.background, 0.1, ring=self.theme.ink),
        )
        self._draw_space(parts)
        return parts.set_z_index(1)

    def _draw_space(self, parts: Mobject) -> None:
        view = View(float(self.azimuth.get_value()), ELEVATION, SPACE_CENTRE, SPACE_SCALE)
        box, distances, line, points, centroid = parts.submobjects
        centred = self.space_points - self.space_fit.centroid
        along = self._space_direction(float(self.way.get_value()))
        feet = (centred @ along)[:, None] * along
        box.set_corners(self.half * CUBE, view)
        distances.set_corners(np.stack([centred, feet], axis=1), view)
        line.set_corners(1.25 * self.half * np.array([[-along, along]]), view)
        points.set_points_in_space(centred, view)
        centroid.set_points_in_space(np.zeros((1, 3)), view)

    def _distance(self, source: str) -> VMobject:
        """Return the formula of the distance that is drawn."""
        typeset = formula(source, colour=palette.RESIDUAL, size=48)
        return typeset.move_to((NOTE_LEFT, 0.6, 0.0), aligned_edge=LEFT)

    def _equal_scales(self) -> tuple[Scale, Scale]:
        """Return scales with one unit for both axes, or right angles would not look right."""
        low, high = self.points.min(axis=0), self.points.max(axis=0)
        self.span = 1.2 * float((high - low).max())
        middle = (low + high) / 2
        across, up = (Scale(m - self.span / 2, m + self.span / 2) for m in middle)
        return across, up

    def _place_marker(self) -> None:
        angle = float(self.angle.get_value())
        self.marker.set_place(angle, self.residual_at(angle))


def residual_along(
    fit: OrthogonalFit, along: NDArray[np.float64], points: NDArray[np.float64]
) -> float:
    """Return the sum of squared distances to the line through the centroid in a direction."""
    return float(np.sum(replace(fit, direction=along).distances(points) ** 2))
