"""With two explaining variables the line becomes a plane.

Storyboard
    one         the points seen from the front: y against x0, a line, large residuals
    two         the view turns: the line is a plane seen edge on, level along x1
    plane       the plane tilts along x1 too, until the squares of its residuals are least
    edge on     the view turns until the plane is a line: the points lie closer to it
    a0, a1      one step along x0 lifts the plane by a0, one along x1 by a1, each alone
    answer      y = b + a0 x0 + a1 x1, and so on for more variables
"""

from dataclasses import replace
from typing import Any

import numpy as np
from manim import (
    LEFT,
    FadeIn,
    FadeOut,
    UpdateFromAlphaFunc,
    ValueTracker,
    Write,
    smooth,
    squish_rate_func,
)

from core.fits.line import fit_line
from core.fits.multiple import MultipleFit, fit_multiple
from scenes.film import Film
from scenes.visuals.multiple_regression.plane_in_space import (
    Cube,
    PlaneSheet,
    PlaneSpace,
    PointsBeside,
    Stair,
)
from scenes.visuals.multiple_regression.plane_readouts import plane_readouts
from scenes.visuals.space.points import PLANE_IN_SPACE, read_points
from scenes.visuals.space.projection import View
from scenes.visuals.writing.note import Notes
from scenes.visuals.writing.typeset import formula

CENTRE, SCALE = (-2.9, -0.1), 2.05
FRONT = -np.pi / 2
TURNED = FRONT - 0.8
TURNED_FURTHER = FRONT - 1.1
ELEVATION = 0.38
RIGHT_LEFT = 1.1
NOTE_HEIGHT = 2.75
EQUATION_HEIGHT = -2.6
DIMMED = 0.2


class MultipleRegression(Film):
    """A plane fitted to points in space, and what its coefficients mean."""

    poster_step = "plane"

    def construct(self) -> None:
        """Tell the storyboard."""
        self.points = read_points(PLANE_IN_SPACE, ("x0", "x1", "y"))
        self.fit = fit_multiple(self.points[:, :2], self.points[:, 2])
        self.alone = fit_line(self.points[:, 0], self.points[:, 2])
        self.space = PlaneSpace(self.points)
        self.azimuth = ValueTracker(FRONT).set_z_index(1)
        self.elevation = ValueTracker(0.0).set_z_index(1)
        self.drawn = ValueTracker(0.0).set_z_index(1)
        self.fitted = ValueTracker(0.0).set_z_index(1)
        self.notes = Notes(self, RIGHT_LEFT, NOTE_HEIGHT, self.theme)
        self.show_one_variable()
        self.show_second_variable()
        self.tilt_plane()
        self.look_edge_on()
        self.explain_coefficient(0, held=1)
        self.explain_coefficient(1, held=0)
        self.answer()

    def view(self) -> View:
        """Return the view on screen."""
        azimuth, elevation = float(self.azimuth.get_value()), float(self.elevation.get_value())
        return View(azimuth, elevation, CENTRE, SCALE)

    def current_plane(self) -> MultipleFit:
        """Return the plane on screen, between the one that is level along x1 and the fit."""
        share = float(self.fitted.get_value())
        level = np.array([self.alone.slope, 0.0])
        return replace(
            self.fit,
            coefficients=level + share * (self.fit.coefficients - level),
            intercept=self.alone.intercept + share * (self.fit.intercept - self.alone.intercept),
        )

    def show_one_variable(self) -> None:
        """Show the points from the front, with the line of one variable."""
        self.step(
            "one",
            "Here is y against one variable, x 0, with its line. The residuals stay large.",
            "Is something else at work?",
        )
        self.cube = Cube(self.theme).set_view(self.view())
        self.behind, self.before = (PointsBeside(self.space, before=b) for b in (False, True))
        self.behind.set_z_index(1)
        self.sheet = PlaneSheet(self.space).set_plane(self.current_plane(), self.view())
        self.sheet.set_z_index(2)
        self.before.set_z_index(3)
        for points in (self.behind, self.before):
            points.set_plane(self.current_plane(), self.view(), 0.0)
        self.cube.names[1].set_fill(opacity=0.0)
        self.play(FadeIn(self.cube), FadeIn(self.behind), FadeIn(self.before), run_time=0.8)
        self.notes.say("$y$ against one variable, $x_0$,", "and its line")
        self.play(FadeIn(self.sheet), run_time=0.8)
        for points in (self.behind, self.before):
            points.add_updater(
                lambda m: m.set_plane(
                    self.current_plane(), self.view(), float(self.drawn.get_value())
                )
            )
        self.play(self.drawn.animate.set_value(1.0), run_time=1.0)
        self.rows = plane_readouts(
            self.points, (self.alone, self.fit), self.current_plane, left=RIGHT_LEFT
        )
        shown = [row for row in self.rows if row is not self.rows[2]]
        self.notes.say("$y$ against one variable, $x_0$:", "the line leaves large residuals")
        self.play(*map(FadeIn, shown), run_time=0.5)
        self.wait(1.9)

    def show_second_variable(self) -> None:
        """Turn the view: the cloud has depth, and the line is the edge of a plane."""
        self.step(
            "two",
            "Turn the view. A second variable, x 1, was hidden, and the line is a plane.",
            "The plane is level along x 1: it takes no notice of it.",
        )
        self.notes.say("a second variable, $x_1$:", "the line is a plane seen edge on")
        self.sheet.add_updater(lambda m: m.set_plane(self.current_plane(), self.view()))
        name: Any = self.cube.names[1]
        early = squish_rate_func(smooth, 0.0, 0.4)
        appearing = name.animate(rate_func=early).set_fill(opacity=1.0)
        self._turn(TURNED, ELEVATION, appearing, run_time=3.4)
        self.notes.say("the plane is level along $x_1$:", "it takes no notice of it")
        self.play(FadeIn(self.rows[2]), run_time=0.5)
        self.settle(*(row[0] for row in self.rows))
        self.wait(1.6)

    def tilt_plane(self) -> None:
        """Tilt the plane along the second variable too."""
        self.step(
            "plane",
            "The residuals still run straight up and down.",
            "Tilt the plane along both variables until the sum of their squares is least.",
        )
        self.notes.say("tilt it along both", "to the least squares")
        self.play(self.fitted.animate.set_value(1.0), run_time=3.6)
        self.wait(1.9)

    def look_edge_on(self) -> None:
        """Look along the plane."""
        gone = 1 - self.fit.rss / self.alone.rss
        self.step(
            "edge on",
            "Look along the plane: it shrinks to a line, and the points lie closer to it.",
            f"Of the squares that x 0 alone left open, {gone:.0%} are gone with both variables.",
        )
        self.notes.say(
            f"squares with $x_0$ alone: {self.alone.rss:.1f},",
            f"with both: {self.fit.rss:.1f}",
        )
        self._turn(self.space.edge_on(self.fit), 0.0, run_time=3.2)
        self.wait(1.8)
        self._turn(TURNED, ELEVATION, run_time=2.4)

    def explain_coefficient(self, k: int, *, held: int) -> None:
        """Walk one unit along one variable while the other is held."""
        coefficient = float(self.fit.coefficients[k])
        size = f"{abs(coefficient):.2f}"
        change = f"rises by a {k}, {size}" if coefficient > 0 else f"falls: a {k} is minus {size}"
        self.step(f"a{k}", f"Walk one unit along x {k} and hold x {held}: the plane {change}.")
        self.notes.say(
            f"one step along $x_{k}$, $x_{held}$ held:",
            f"the plane {'rises' if coefficient > 0 else 'falls'} by {size}",
        )
        self._light(self.rows[1 + k])
        stair = Stair(self.space, self.fit, k, self.theme).set_z_index(4)
        stair.set_names(self.view()).names.set_z_index(4)
        self.play(
            UpdateFromAlphaFunc(stair, lambda m, s: m.set_climbed(s, self.view())), run_time=2.2
        )
        self.play(FadeIn(stair.names), run_time=0.4)
        self.wait(1.5)
        self.play(FadeOut(stair), FadeOut(stair.names), run_time=0.4)

    def answer(self) -> None:
        """End with the equation while the view turns."""
        self.step(
            "answer",
            "One slope for each variable, one intercept: so it goes on with more variables.",
        )
        self.notes.say("one slope for each variable,", "one intercept")
        self._light(*self.rows)
        equation = formula(
            "y = intercept(b) + slope(a)_0 x_0 + slope(a)_1 x_1 + dots.c",
            colour=self.theme.ink,
            size=44,
        ).move_to((RIGHT_LEFT, EQUATION_HEIGHT, 0.0), aligned_edge=LEFT)
        self.play(Write(equation), run_time=1.6)
        self.settle(equation)
        self._turn(TURNED_FURTHER, ELEVATION, run_time=3.6)
        self.wait(1.2)

    def _turn(self, azimuth: float, elevation: float, *others: Any, run_time: float) -> None:
        """Turn the view; between turns the cube stands still and is drawn once."""
        self.cube.add_updater(lambda m: m.set_view(self.view()))
        self.play(
            self.azimuth.animate.set_value(azimuth),
            self.elevation.animate.set_value(elevation),
            *others,
            run_time=run_time,
        )
        self.cube.clear_updaters()
        self.cube.set_view(self.view())

    def _light(self, *rows: Any) -> None:
        """Dim all numbers but ``rows``, and the points unless all are lit."""
        rest = 1.0 if len(rows) == len(self.rows) else DIMMED
        dimmed: list[Any] = [
            row.animate.set_fill(opacity=1.0 if row in rows else DIMMED) for row in self.rows
        ]
        for points in (self.behind, self.before):
            dimmed += [
                points.residuals.animate.set_stroke(opacity=rest),
                points.dots.animate.set_fill(opacity=rest),
            ]
        self.play(*dimmed, run_time=0.4)
