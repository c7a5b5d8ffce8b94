"""One pass over the points: a front that goes from left to right, and the sums that it adds up."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import ArrayLike, NDArray

from core.fits.normal_equations import NormalEquations
from scenes.visuals.normal_equations import layout
from scenes.visuals.plot.beyond import Beyond
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.crowding import size_among
from scenes.visuals.plot.density import Density
from scenes.visuals.plot.regression import Points, Values
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, RIGHT_EDGE, SMALLEST, THIN
from scenes.visuals.writing.value import Value

DEFINITIONS = {
    letter: f"inline(sum) {term}"
    for letter, term in {"A": "x^2", "B": "x", "C": "x y", "D": "y", "N": "1"}.items()
}
# Enough digits that whoever puts the sums into the formulas gets the line that is shown.
PARTS = 70_000
RADIUS = 0.11
# A front meets whoever is beyond the beginning of the chart when it has gone so much of it.
FIRST_MET = 0.002
# The sums are written large where there is room for all their digits.
SIZES = 50, SMALLEST


class RunningSums:
    """What the sums are after each point, in the order of x, and how they are written.

    ``passed_at`` is where the front meets each point: at its x, or at the edge of the chart.
    """

    def __init__(self, x: ArrayLike, y: ArrayLike, passed_at: ArrayLike | None = None) -> None:
        self.x, self.y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        places = self.x if passed_at is None else np.asarray(passed_at, dtype=float)
        order = np.argsort(places, kind="stable")
        u, v = self.x[order], self.y[order]
        self._ordered = places[order]
        terms = {"A": u * u, "B": u, "C": u * v, "D": v, "N": np.ones_like(u)}
        self._after = {letter: np.cumsum([0.0, *one]) for letter, one in terms.items()}
        self.total = NormalEquations.of(self.x, self.y)
        self.layouts = {letter: self._layout(letter) for letter in DEFINITIONS}

    def at(self, x: float) -> NormalEquations:
        """Return the sums over the points that a front at ``x`` has met."""
        met = int(np.searchsorted(self._ordered, x, side="right"))
        if met == self.total.N:
            return self.total
        a, b, c, d = (float(self._after[letter][met]) for letter in "ABCD")
        return NormalEquations(a, b, c, d, met)

    def written(self, letter: str) -> str:
        """Return the whole sum as it stands in a formula."""
        value = float(getattr(self.total, letter))
        number = self.layouts[letter].write(value).strip().replace("×10^", " times 10^")
        return f"({number})" if value < 0 else number

    def _layout(self, letter: str) -> FixedFormat:
        values = self._after[letter]
        steps = self.total.N if letter == "N" else PARTS
        fixed = FixedFormat.for_range(float(values.min()), float(values.max()), steps=steps)
        return FixedFormat(fixed.decimals, fixed.exponent, 1, signed=False)


class PassedPoints(Points):
    """The discs of the points that are not to the right of a front."""

    front = np.inf

    def draw(self) -> Self:
        """Draw the discs where the chart is now."""
        super().draw()
        discs = self.points.reshape(len(self.x), -1, 3)
        self.points = discs[self.x <= self.front].reshape(-1, 3)
        return self


class PassedMarks(Beyond):
    """The marks of the points beyond the chart that a front has met."""

    front = np.inf

    def draw(self) -> Self:
        """Draw the marks where the chart is now."""
        super().draw()
        marks = self.points.reshape(len(self.at), -1, 3)
        x = self.chart.x_scale
        met = met_at(x, x.low + self.at[:, 0] * x.span)
        self.points = marks[met <= self.front].reshape(-1, 3)
        return self


class PassedCells(Density):
    """The cells of many points as far as a front has come."""

    front = np.inf

    def draw(self) -> Self:
        """Draw the cells where the chart is now; one that the front is in is cut there."""
        super().draw()
        box = self.chart.box
        across = box.left + box.width * float(np.clip(self.chart.x_scale.share(self.front), 0, 1))
        for level in self:
            level.points[:, 0] = np.minimum(level.points[:, 0], across)
        return self


def met_at(x_scale: Scale, x: ArrayLike) -> NDArray[np.float64]:
    """Return where a front that crosses the chart meets the points x, wherever they are."""
    met: NDArray[np.float64] = np.clip(x, x_scale.low + FIRST_MET * x_scale.span, x_scale.high)
    return met


class Summing:
    """Rings that wait, discs that have been passed, the front, and the five sums so far.

    ``points`` are those that have discs and those with a mark at the edge of the chart, ``many``
    all of a table that is shown as cells; ``met`` is what is seen of those that have been passed.
    """

    def __init__(
        self,
        pen: Pen,
        chart: Chart,
        sums: RunningSums,
        points: tuple[tuple[Values, Values], tuple[Values, Values]],
        many: tuple[Values, Values] | None,
    ) -> None:
        theme, (inside, outside) = pen.theme, points
        radius = RADIUS * size_among(len(inside[0]))
        self.chart, self.sums = chart, sums
        self.waiting = VGroup(Points(chart, *inside, theme, radius=radius))
        self.passed = PassedPoints(chart, *inside, theme, radius=radius)
        self.met: list[PassedPoints | PassedMarks | PassedCells] = [self.passed]
        if outside[0].size:
            self.met.append(PassedMarks(chart, *outside, theme.point))
            self.waiting.add(Beyond(chart, *outside, theme.point))
        self.waiting.set_fill(theme.background).set_stroke(theme.point, THIN)
        if many:
            self.met.insert(0, PassedCells(chart, *many, theme.point))
            self.waiting.add_to_back(Density(chart, *many, theme.muted))
        self.front = VMobject(stroke_color=pen.theme.ink, stroke_width=BOLD)
        for size in SIZES:
            self.values = {
                letter: Value(
                    pen, f"{letter} = {source}", sums.layouts[letter], 0.0, np.zeros(3), size=size
                )
                for letter, source in DEFINITIONS.items()
            }
            self.set_front(chart.x_scale.high)
            self.width = max(float(value.width) for value in self.values.values())
            if layout.SUMS_LEFT + self.width <= RIGHT_EDGE:
                break
        self.put((layout.SUMS_LEFT, layout.SUMS_TOP), layout.SUMS_PITCH)
        self.set_front(chart.x_scale.low)

    @property
    def moving(self) -> tuple[VMobject, ...]:
        """What changes while the front moves."""
        return *self.met, self.front, *(value.number for value in self.values.values())

    def put(self, place: tuple[float, float], pitch: float) -> Self:
        """Write the sums below each other, the first one at ``place``."""
        left = self.left(place[0])
        for k, value in enumerate(self.values.values()):
            value.put(np.array([left, place[1] - k * pitch, 0.0]))
        return self

    def left(self, wanted: float) -> float:
        """Return where the sums begin: further to the left than ``wanted`` if they are long."""
        return min(wanted, RIGHT_EDGE - self.width)

    def set_front(self, x: float) -> Self:
        """Put the front at ``x``."""
        box = self.chart.box
        across = float(self.chart.place(x, self.chart.y_scale.low)[0])
        self.front.points = polylines(
            np.array([[(across, box.bottom, 0.0), (across, box.top, 0.0)]])
        )
        for points in self.met:
            points.front = x
            points.draw()
        so_far = self.sums.at(x)
        for letter, value in self.values.items():
            value.set_value(float(getattr(so_far, letter)))
        return self
