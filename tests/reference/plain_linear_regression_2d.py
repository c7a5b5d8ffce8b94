"""The article's film as manim's tutorials would write it: the reference that its speed is told by.

Not a film of the lecture. It tells LinearRegression2D's storyboard, but whatever moves is built
anew from manim's own shapes in every frame, as ``always_redraw`` does it: a Polygon for each
square, a Line for each residual, a ParametricFunction for the curve, a newly typeset formula for
each number. Nobody has thought about what stands still. What never moves (axes, labels, points)
is LinearRegression2D's own.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise
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
from scenes.visuals.linear_regression_2d.rival import Rival
from scenes.visuals.linear_regression_2d.staircase import Staircase
from scenes.visuals.linear_regression_2d.valley import Valley
from scenes.visuals.plot.curve import MARKER_RADIUS

Shapes = Iterable[Mobject]
Redrawn = tuple[VMobject, Callable[[], Shapes]]


class PlainLinearRegression2D(LinearRegression2D):
    """LinearRegression2D with everything that moves redrawn in every frame."""

    def settle(self, *mobjects: Mobject) -> None:
        """Leave everything where it was added."""

    def show_rivals(self) -> None:
        """Begin as LinearRegression2D does, with parts that are redrawn."""
        stage = self.stage
        parts = [part for rival in stage.rivals for part in _parts_of_rival(rival)]
        parts.extend(part for v in (stage.slope, stage.second) for part in _parts_of_valley(v))
        parts.extend((number, self._typeset(number)) for number in stage.values.numbers)
        parts.append((stage.map.marker, _disc(stage.map.marker)))
        parts.extend(_parts_of_staircase(stage.map.staircase))
        for part, build in parts:
            part.add_updater(lambda m, build=build: _redraw(m, build()))
        super().show_rivals()

    def _typeset(self, number: Any) -> Callable[[], Shapes]:
        def build() -> Shapes:
            formula = self.pen.formula(number.text.strip(), size=number.size)
            return formula.move_to(number.get_center()).family_members_with_points()

        return build


def _redraw(part: VMobject, shapes: Shapes) -> None:
    """Give ``part`` the outlines of ``shapes``."""
    part.points = np.concatenate([np.zeros((0, 3)), *(shape.points for shape in shapes)])


def _parts_of_rival(rival: Rival) -> Iterator[Redrawn]:
    line, chart, tank = rival.line, rival.chart, rival.tank
    points = list(zip(rival.residuals.x, rival.residuals.y, strict=True))

    def foot(x: float) -> Any:
        return chart.place(x, line.a * x + line.b)

    def residuals() -> Shapes:
        share = rival.residuals.drawn
        for x, y in points:
            point = chart.place(x, y)
            yield Line(point, point + share * (foot(x) - point))

    def square(x: float, y: float) -> Shapes:
        point, end = chart.place(x, y), foot(x)
        middle = chart.box.left + chart.box.width / 2
        side = rival.squares.drawn * abs(end[1] - point[1])
        across = side * (RIGHT if point[0] < middle else LEFT)
        yield Polygon(point, end, end + across, point + across)

    def content() -> Shapes:
        height = tank.top_of(tank.level) - tank.box.bottom
        bar = Rectangle(width=tank.box.width, height=height)
        yield bar.move_to((tank.box.left + tank.box.width / 2, tank.box.bottom + height / 2, 0))

    yield rival.residuals, residuals
    for (x, y), part in zip(points, rival.squares, strict=True):
        yield part, partial(square, x, y)
    yield line, lambda: [Line(*line.points[[0, -1]])]
    yield tank.content, content


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


def _parts_of_staircase(staircase: Staircase) -> Iterator[Redrawn]:
    def legs(first: int) -> Shapes:
        corners = staircase.chart.places(*np.transpose(staircase.search.way(staircase.walked)))
        for start, end in list(pairwise(corners))[first::2]:
            yield Line(start, end)

    yield staircase.treads, partial(legs, 0)
    yield staircase.risers, partial(legs, 1)


def _disc(marker: Any) -> Callable[[], Shapes]:
    return lambda: [Circle(MARKER_RADIUS).move_to(marker.chart.place(marker.x, marker.y))]
