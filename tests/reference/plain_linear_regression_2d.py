"""The article's film as manim's tutorials would write it: the reference that its speed is told by.

Not a film of the lecture. It tells LinearRegression2D's storyboard, but whatever moves is built
anew from manim's own shapes in every frame, as ``always_redraw`` does it: a Polygon for each
square, a Line for each residual, a ParametricFunction for the curve, a newly typeset formula for
each number. Nobody has thought about what stands still. What never moves (axes, labels, points)
is LinearRegression2D's own.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import numpy as np
from manim import (
    LEFT,
    RIGHT,
    Circle,
    Line,
    Mobject,
    ParametricFunction,
    Polygon,
    Rectangle,
    VMobject,
)

from scenes.linear_regression_2d import LinearRegression2D
from scenes.visuals.linear_regression_2d.curves.valley import Valley
from scenes.visuals.linear_regression_2d.lines.rival import Rival
from scenes.visuals.linear_regression_2d.surface.ball import BALL, DOT, Ball
from scenes.visuals.linear_regression_2d.surface.wall import Wall
from scenes.visuals.plot.regression import Residuals, Squares
from scenes.visuals.plot.stack import Stack
from scenes.visuals.plot.tank import Tank

Shapes = Iterable[Mobject]
Redrawn = tuple[VMobject, Callable[[], Shapes]]


class PlainLinearRegression2D(LinearRegression2D):
    """LinearRegression2D with everything that moves redrawn in every frame."""

    def settle(self, *mobjects: Mobject) -> None:
        """Leave everything where it was added."""

    def show_rivals(self) -> None:
        """Begin as LinearRegression2D does, with parts that are redrawn."""
        for part, build in self._parts():
            part.add_updater(lambda m, build=build: _redraw(m, build()))
        super().show_rivals()

    def _parts(self) -> Iterator[Redrawn]:
        stage = self.stage
        hero, cross, single = stage.hero, stage.crosswise, stage.single
        for rival in stage.rivals:
            yield from _parts_of_rival(rival)
        yield from _squares(single.square)
        yield from _residuals(single.residual)
        for valley in (single.valley, stage.slope, stage.second):
            yield from _parts_of_valley(valley)
        yield from _parts_of_stack(stage.stack, hero)
        yield from _parts_of_wall(cross.wall)
        yield from _parts_of_ball(cross.ball)
        for number in stage.values.numbers:
            yield number, self._typeset(number)

    def _typeset(self, number: Any) -> Callable[[], Shapes]:
        def build() -> Shapes:
            formula = self.pen.formula(number.text.strip(), size=number.size)
            return formula.move_to(number.get_center()).family_members_with_points()

        return build


def _redraw(part: VMobject, shapes: Shapes) -> None:
    """Give ``part`` the outlines of ``shapes``."""
    part.points = np.concatenate([np.zeros((0, 3)), *(shape.points for shape in shapes)])


def _parts_of_rival(rival: Rival) -> Iterator[Redrawn]:
    line = rival.line
    yield from _residuals(rival.residuals)
    yield from _squares(rival.squares)
    yield line, lambda: [Line(*line.points[[0, -1]])]
    yield rival.tank.content, partial(_content, rival.tank)


def _residuals(part: Residuals) -> Iterator[Redrawn]:
    def lines() -> Shapes:
        for x, y in zip(part.x, part.y, strict=True):
            point = part.chart.place(x, y)
            foot = part.chart.place(x, part.a * x + part.b)
            yield Line(point, point + part.drawn * (foot - point))

    yield part, lines


def _squares(squares: Squares) -> Iterator[Redrawn]:
    chart = squares.chart

    def square(x: float, y: float) -> Shapes:
        point, end = chart.place(x, y), chart.place(x, squares.a * x + squares.b)
        middle = chart.box.left + chart.box.width / 2
        side = squares.drawn * abs(end[1] - point[1])
        across = side * (RIGHT if point[0] < middle else LEFT)
        yield Polygon(point, end, end + across, point + across)

    for x, y, part in zip(squares.x, squares.y, squares, strict=True):
        yield part, partial(square, float(x), float(y))


def _content(tank: Tank) -> Shapes:
    height = tank.top_of(tank.level) - tank.box.bottom
    bar = Rectangle(width=tank.box.width, height=height)
    yield bar.move_to((tank.box.left + tank.box.width / 2, tank.box.bottom + height / 2, 0))


def _parts_of_valley(valley: Valley) -> Iterator[Redrawn]:
    chart, curve = valley.chart, valley.curve

    def point(value: float) -> Any:
        return chart.place(value, float(valley.epsilon(np.array(value))))

    def uncovered() -> Shapes:
        low, high = curve.low, curve.high
        if low == high:
            return [VMobject().set_points_as_corners([point(low), point(low)])]
        return [ParametricFunction(point, t_range=(low, high, (high - low) / 50))]

    yield curve, uncovered
    yield valley.marker, _disc(valley.marker)


def _parts_of_stack(stack: Stack, hero: Rival) -> Iterator[Redrawn]:
    def layers() -> Shapes:
        box = hero.tank.box
        for level in np.cumsum(stack.at(hero.line.a, hero.line.b))[:-1]:
            height = hero.tank.top_of(float(level))
            if height > box.bottom:
                yield Line((box.left, height, 0), (box.right, height, 0))

    for k, band in enumerate(stack):
        yield band, lambda k=k: [Polygon(*stack.corners()[k])]
    yield stack.layers, layers


def _parts_of_wall(wall: Wall) -> Iterator[Redrawn]:
    def top(along: float) -> Any:
        return wall.places(np.array([along]))[0]

    def edge() -> Shapes:
        for low, high in wall.runs:
            yield ParametricFunction(top, t_range=(low, high, (high - low) / 50))

    for k, band in enumerate(wall.stack):
        yield band, lambda k=k: [Polygon(*wall.stack.corners()[k])]
    yield wall.curve, edge


def _parts_of_ball(ball: Ball) -> Iterator[Redrawn]:
    for disc, radius in ((ball.dot, DOT), (ball.ball, BALL)):
        yield disc, lambda disc=disc, radius=radius: [Circle(radius).move_to(disc.get_center())]


def _disc(marker: Any) -> Callable[[], Shapes]:
    return lambda: [Circle(marker.radius).move_to(marker.chart.place(marker.x, marker.y))]
