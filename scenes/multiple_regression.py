"""With two explaining variables the line becomes a plane.

Storyboard
    one         the points seen from the front: y against x0, a loose cloud
    two         the view turns and the second variable appears: points in space
    plane       a level plane with its residuals tilts until their squares are least
    edge on     the view turns until the plane is a line: the points lie close to it
    a0, a1      one step along x0 lifts the plane by a0, one along x1 by a1, each alone
    answer      y = b + a0 x0 + a1 x1, and so on for more variables
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np
from manim import LEFT, FadeIn, FadeOut, Mobject, UpdateFromAlphaFunc, ValueTracker, VGroup, Write
from numpy.typing import ArrayLike, NDArray

from core import palette
from core.line import fit_line
from core.multiple import MultipleFit, fit_multiple
from scenes.film import Film
from scenes.note import Notes
from scenes.projection import View
from scenes.readouts import FixedFormat, Readout
from scenes.space import CUBE, Discs, Label, Sheet, Strokes, Wireframe
from scenes.space_points import PLANE_IN_SPACE, read_points
from scenes.typeset import formula

CENTRE, SCALE = (-2.9, -0.1), 2.05
FRONT = -np.pi / 2
TURNED = FRONT - 0.8
TURNED_FURTHER = FRONT - 1.1
ELEVATION = 0.38
RIGHT_LEFT = 1.1
NOTE_HEIGHT = 2.75
ROW_HEIGHT, ROW_STEP = 1.2, 0.85
GRID = np.linspace(-1.0, 1.0, 9)
LABELS_AT = 1.2
MARGIN = 1.08
DIMMED = 0.2


class MultipleRegression(Film):
    """A plane fitted to points in space, and what its coefficients mean."""

    poster_step = "plane"

    def construct(self) -> None:
        """Tell the storyboard."""
        self.points = read_points(PLANE_IN_SPACE, ("x0", "x1", "y"))
        self.fit = fit_multiple(self.points[:, :2], self.points[:, 2])
        low, high = self.points.min(axis=0), self.points.max(axis=0)
        self.middle, self.half = (low + high) / 2, MARGIN * (high - low) / 2
        self.azimuth = ValueTracker(FRONT).set_z_index(1)
        self.elevation = ValueTracker(0.0).set_z_index(1)
        self.fitted = ValueTracker(0.0).set_z_index(1)
        self.notes = Notes(self, RIGHT_LEFT, NOTE_HEIGHT, self.theme)
        self.show_one_variable()
        self.show_second_variable()
        self.tilt_plane()
        self.look_edge_on()
        self.explain_coefficients()
        self.answer()

    def view(self) -> View:
        """Return the view on screen."""
        azimuth, elevation = float(self.azimuth.get_value()), float(self.elevation.get_value())
        return View(azimuth, elevation, CENTRE, SCALE)

    def current_plane(self) -> MultipleFit:
        """Return the plane on screen, between the level one and the fit."""
        share = float(self.fitted.get_value())
        level = float(self.points[:, 2].mean())
        return replace(
            self.fit,
            coefficients=share * self.fit.coefficients,
            intercept=level + share * (self.fit.intercept - level),
        )

    def current_residual(self) -> float:
        """Return the sum of squared residuals of the plane on screen."""
        missed = self.points[:, 2] - self.current_plane().predict(self.points[:, :2])
        return float(missed @ missed)

    def place(self, points: ArrayLike) -> NDArray[np.float64]:
        """Return where points (x0, x1, y), shape (..., 3), lie in the cube from -1 to 1."""
        return np.asarray((np.asarray(points, dtype=float) - self.middle) / self.half)

    def edge_on(self) -> float:
        """Return the azimuth at which a level view sees the fitted plane as a line."""
        a0, a1 = self.fit.coefficients * self.half[:2]
        return float(np.arctan2(-a0, a1)) if a1 < 0 else float(np.arctan2(a0, -a1))

    def show_one_variable(self) -> None:
        """Show the points from the front."""
        self.step(
            "one",
            "Here is y against one variable, x 0. There is a trend, but a loose one.",
            "Is something else at work?",
        )
        self.cloud = VGroup(
            Wireframe(self.theme.muted, 1.5, 0.6),
            Discs(palette.DATA, 0.085),
            Label(formula("x_0", colour=self.theme.ink)),
            Label(formula("y", colour=self.theme.ink)),
        ).set_z_index(2)
        self.second = Label(formula("x_1", colour=self.theme.ink)).set_z_index(2)
        self._draw_cloud(self.cloud)
        self.play(FadeIn(self.cloud), run_time=1.0)
        alone = fit_line(self.points[:, 0], self.points[:, 2]).rss
        self.notes.say("y against one variable:", f"squared residuals add up to {alone:.1f}")
        self.wait(3.6)

    def show_second_variable(self) -> None:
        """Turn the view: the cloud has depth."""
        self.step(
            "two",
            "Turn the view. Every point has a second variable, x 1, which was hidden behind.",
        )
        self.notes.say("a second variable", "was hidden in the depth")
        self._draw_second(self.second)
        self.cloud.add_updater(lambda m: self._draw_cloud(m))  # noqa: PLW0108 - a bound one is copied
        self.second.add_updater(lambda m: self._draw_second(m))  # noqa: PLW0108 - a bound one is copied
        self.play(
            self.azimuth.animate.set_value(TURNED),
            self.elevation.animate.set_value(ELEVATION),
            FadeIn(self.second),
            run_time=3.2,
        )
        self.wait(0.6)

    def tilt_plane(self) -> None:
        """Tilt a level plane into the fitted one."""
        self.step(
            "plane",
            "Two variables make the line a plane. Its residuals still run straight up and down.",
            "Tilt it along both variables until the sum of their squares is least.",
        )
        self.plane = VGroup(
            Sheet(palette.BEST_LINE, 0.13),
            Wireframe(palette.BEST_LINE, 2),
            Strokes(palette.RESIDUAL, 3.5),
        ).set_z_index(1)
        self._draw_plane(self.plane, 0.0)
        self.notes.say("the line becomes a plane:", "tilt it to the least squares")
        self.play(FadeIn(self.plane), run_time=0.8)
        self.play(UpdateFromAlphaFunc(self.plane, self._draw_plane), run_time=1.0)
        self.rows = self._readouts()
        self.play(FadeIn(self.rows), run_time=0.5)
        self.plane.add_updater(lambda m: self._draw_plane(m))  # noqa: PLW0108 - a bound one is copied
        self.play(self.fitted.animate.set_value(1.0), run_time=3.6)
        self.wait(1.0)

    def look_edge_on(self) -> None:
        """Look along the plane."""
        self.step(
            "edge on",
            "Look along the plane: it shrinks to a line, and the points lie close to it.",
            "Both variables together explain what one of them left open.",
        )
        self.notes.say("two variables together:", f"they add up to only {self.fit.rss:.1f}")
        self.play(
            self.azimuth.animate.set_value(self.edge_on()),
            self.elevation.animate.set_value(0.0),
            run_time=3.2,
        )
        self.wait(1.6)
        self.play(
            self.azimuth.animate.set_value(TURNED),
            self.elevation.animate.set_value(ELEVATION),
            run_time=2.4,
        )

    def explain_coefficients(self) -> None:
        """Walk one unit along each variable while the other is held."""
        for k, other in ((0, 1), (1, 0)):
            change = "rises" if self.fit.coefficients[k] > 0 else "falls"
            self.step(
                f"a{k}",
                f"Walk one unit along x {k} and hold x {other}: the plane {change} by a {k}.",
            )
            self.notes.say(
                f"one step along $x_{k}$, $x_{other}$ held:",
                f"the plane {change} by $slope(a)_{k}$",
            )
            others = [row for row in self.rows if row is not self.rows[k]]
            self.play(
                self.plane[2].animate.set_stroke(opacity=DIMMED),
                self.cloud[1].animate.set_fill(opacity=DIMMED),
                self.rows[k].animate.set_fill(opacity=1.0),
                *(row.animate.set_fill(opacity=DIMMED) for row in others),
                run_time=0.4,
            )
            self._climb_stair(k)

    def answer(self) -> None:
        """End with the equation while the view turns."""
        self.step(
            "answer",
            "One slope for each variable and one intercept. "
            "With more variables it goes on in the same way.",
        )
        self.notes.say("one slope for each variable,", "one intercept")
        equation = formula(
            "y = intercept(b) + slope(a)_0 x_0 + slope(a)_1 x_1 + dots.c",
            colour=self.theme.ink,
            size=44,
        ).move_to((RIGHT_LEFT, -2.6, 0.0), aligned_edge=LEFT)
        self.play(
            self.plane[2].animate.set_stroke(opacity=1.0),
            self.cloud[1].animate.set_fill(opacity=1.0),
            *(row.animate.set_fill(opacity=1.0) for row in self.rows),
            self.azimuth.animate.set_value(TURNED_FURTHER),
            Write(equation, run_time=1.6),
            run_time=4.5,
        )
        self.wait(1.2)

    def _climb_stair(self, k: int) -> None:
        """Show one unit along variable ``k`` and the way from there to the plane."""
        stair = VGroup(Strokes(self.theme.ink, 7), Strokes(palette.SLOPE, 10)).set_z_index(3)
        self._draw_stair(stair, k, 0.0)
        climb = UpdateFromAlphaFunc(stair, lambda m, s: self._draw_stair(m, k, s))
        self.play(climb, run_time=2.4)
        self.wait(1.2)
        self.play(FadeOut(stair), run_time=0.4)

    def _readouts(self) -> VGroup:
        """Return the three numbers of the plane and its residual, one below the other."""
        a0, a1 = (float(a) for a in self.fit.coefficients)
        steep = FixedFormat.for_range(-max(abs(a0), abs(a1)), max(abs(a0), abs(a1)))
        largest = self.current_residual()
        level = self.current_plane().intercept
        flat = FixedFormat.for_range(
            *sorted((level - self.fit.intercept, level + self.fit.intercept))
        )
        entries: list[tuple[str, FixedFormat, str, Callable[[], float]]] = [
            ("a_0", steep, palette.SLOPE, partial(self._coefficient, 0)),
            ("a_1", steep, palette.SLOPE, partial(self._coefficient, 1)),
            ("b", flat, palette.INTERCEPT, self._intercept),
            (
                "sum_i r_i^2",
                FixedFormat.for_range(0.0, largest),
                palette.RESIDUAL,
                self.current_residual,
            ),
        ]
        rows = VGroup()
        for k, (label, layout, colour, source) in enumerate(entries):
            readout = Readout(label, layout, source(), colour)
            readout.move_to((RIGHT_LEFT, 0.0, 0.0), aligned_edge=LEFT)
            readout.settle(ROW_HEIGHT - ROW_STEP * k)
            readout.follow(source)
            rows.add(readout)
        return rows.set_z_index(1)

    def _coefficient(self, k: int) -> float:
        return float(self.current_plane().coefficients[k])

    def _intercept(self) -> float:
        return self.current_plane().intercept

    def _draw_cloud(self, cloud: Mobject) -> None:
        view = self.view()
        box, discs, first, upright = cloud.submobjects
        box.set_corners(CUBE, view)
        discs.set_points_in_space(self.place(self.points), view)
        first.set_point([0, -1, -LABELS_AT], view)
        upright.set_point([-LABELS_AT, 1, 0], view)

    def _draw_second(self, label: Mobject) -> None:
        label.set_point([-1, 0, -LABELS_AT], self.view())

    def _draw_plane(self, parts: Mobject, drawn: float = 1.0) -> None:
        """Draw the plane, and the share ``drawn`` of each residual from its point."""
        view, plane = self.view(), self.current_plane()
        sheet, wires, residuals = parts.submobjects
        u, v = np.meshgrid(GRID, GRID)
        X = np.stack([u, v], axis=-1) * self.half[:2] + self.middle[:2]
        heights = plane.predict(X.reshape(-1, 2)).reshape(u.shape)
        grid = self.place(np.concatenate([X, heights[..., None]], axis=-1))
        sheet.set_corners(grid[[0, 0, -1, -1], [0, -1, -1, 0]], view)
        wires.set_corners(np.concatenate([grid, grid.transpose(1, 0, 2)]), view)
        feet = self.points.copy()
        feet[:, 2] += drawn * (plane.predict(self.points[:, :2]) - self.points[:, 2])
        residuals.set_corners(self.place(np.stack([self.points, feet], axis=1)), view)

    def _draw_stair(self, stair: Mobject, k: int, share: float) -> None:
        """Draw one unit along variable ``k``, then the way up or down to the plane."""
        base = self.middle[:2].copy()
        base[k] -= 0.5
        run, rise = np.zeros(3), np.zeros(3)
        run[k], rise[2] = min(1.0, 2 * share), max(0.0, 2 * share - 1) * self.fit.coefficients[k]
        start = np.array([*base, float(self.fit.predict(base[None])[0])])
        corners = self.place(np.stack([start, start + run, start + run + rise]))
        level, upright = stair.submobjects
        level.set_corners(corners[None, :2], self.view())
        upright.set_corners(corners[None, 1:], self.view())
