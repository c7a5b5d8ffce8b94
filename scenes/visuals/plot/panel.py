"""A coordinate box: maps values to places on the screen and draws its axes once."""

import math
from dataclasses import dataclass

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Line, Rectangle, VGroup, VMobject
from matplotlib.ticker import MaxNLocator, MultipleLocator, ScalarFormatter
from numpy.typing import ArrayLike, NDArray

from core.palette import Theme
from scenes.visuals.writing.numerals import Number, number_width

TICK_LENGTH = 0.09
TICK_SIZE = 28
TICK_GAP = 0.2
LABEL_GAP = 0.2
# Nothing is drawn further from the middle of the frame.
FRAME_EDGE = 6.4
# Labels as long as 20000 or 0.0015 share a power of ten instead.
PLAIN_POWERS = (-3, 4)


@dataclass(frozen=True)
class Box:
    """A rectangle on the screen, in manim's units."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.left + self.width

    @property
    def top(self) -> float:
        """Return the upper edge."""
        return self.bottom + self.height

    def with_room_for(self, scale: "Scale", most: int = 5) -> "Box":
        """Return the box, cut on the left where labels of ``scale`` would leave the frame."""
        widest = max(number_width(label, TICK_SIZE) for label in scale.ticks(most)[1])
        beyond = max(0.0, -FRAME_EDGE - (self.left - LABEL_GAP - widest))
        return Box(self.left + beyond, self.bottom, self.width - beyond, self.height)


@dataclass(frozen=True)
class Scale:
    """The values at the two ends of an axis; ticks are multiples of ``step`` where one is given."""

    low: float
    high: float
    step: float | None = None

    @classmethod
    def around(cls, values: ArrayLike, margin: float) -> "Scale":
        """Cover ``values`` and ``margin`` times their span on either side."""
        v = np.asarray(values, dtype=float)
        low, high = float(v.min()), float(v.max())
        pad = (high - low) * margin or abs(low) * margin or 1.0
        return cls(low - pad, high + pad)

    def widened(self, factor: float) -> "Scale":
        """Return the same middle with ``factor`` times the span, never less than before."""
        pad = (self.high - self.low) * (max(factor, 1.0) - 1.0) / 2
        return Scale(self.low - pad, self.high + pad)

    def ticks(self, most: int) -> tuple[NDArray[np.float64], list[str], str]:
        """Return at most ``most`` round positions, or the multiples of ``step``, as tick marks.

        With them come their labels and a common factor (or '').
        """
        locator = (
            MaxNLocator(most, steps=[1, 2, 5, 10])
            if self.step is None
            else MultipleLocator(self.step)
        )
        positions = np.asarray(locator.tick_values(self.low, self.high))
        slack = 1e-9 * (self.high - self.low)
        positions = positions[(positions >= self.low - slack) & (positions <= self.high + slack)]
        formatter = ScalarFormatter(useOffset=True, useMathText=False)
        formatter.set_powerlimits(PLAIN_POWERS)
        formatter.create_dummy_axis()
        assert formatter.axis is not None  # create_dummy_axis has just made it
        formatter.axis.set_view_interval(self.low, self.high)
        labels = formatter.format_ticks(positions.tolist())
        return (
            positions,
            [_without_signed_zero(label.replace("\N{MINUS SIGN}", "-")) for label in labels],
            (formatter.get_offset()),
        )

    def ticks_across(self, most: int, width: float) -> tuple[NDArray[np.float64], list[str], str]:
        """Return as many ``ticks`` as leave their labels apart on an axis of this ``width``."""
        for count in range(most, 1, -1):
            positions, labels, factor = self.ticks(count)
            if self._apart(positions, labels, width):
                return positions, labels, factor
        positions, labels, factor = self.ticks(2)
        # Two labels at least, as far apart as they can be: one alone tells no scale.
        return positions[[0, -1]], [labels[0], labels[-1]], factor

    def _apart(self, positions: NDArray[np.float64], labels: list[str], width: float) -> bool:
        if len(labels) < 2:
            return True
        spacing = width * float(positions[1] - positions[0]) / (self.high - self.low)
        return max(number_width(label, TICK_SIZE) for label in labels) + TICK_GAP <= spacing


def _without_signed_zero(label: str) -> str:
    # What is left of a value at the offset of its axis can be 0 but for rounding.
    return label if label.strip("-0.") else label.removeprefix("-")


class Panel(VGroup):
    """Axes with ticks in a box; ``places`` maps values to the screen."""

    def __init__(
        self, box: Box, x_scale: Scale, y_scale: Scale, theme: Theme, *, ticks: int = 5
    ) -> None:
        super().__init__()
        self.box, self.x_scale, self.y_scale, self.theme = box, x_scale, y_scale, theme
        self._x_factor: Number | None = None
        self._y_factor: Number | None = None
        if ticks:
            self.add(self.axes(), *self._ticks(ticks))

    def places(self, x: ArrayLike, y: ArrayLike) -> NDArray[np.float64]:
        """Return the places (n, 3) of the values x and y, each a number or n numbers."""
        u, v = np.broadcast_arrays(np.asarray(x, dtype=float), np.asarray(y, dtype=float))
        across = (u - self.x_scale.low) / (self.x_scale.high - self.x_scale.low)
        up = (v - self.y_scale.low) / (self.y_scale.high - self.y_scale.low)
        return np.stack(
            [
                self.box.left + self.box.width * across,
                self.box.bottom + self.box.height * up,
                np.zeros_like(across),
            ],
            axis=-1,
        ).reshape(-1, 3)

    def place(self, x: float, y: float) -> NDArray[np.float64]:
        """Return the place (3,) of one pair of values."""
        values: NDArray[np.float64] = self.places(x, y)[0]
        return values

    def put_labels(self, x_label: VMobject, y_label: VMobject) -> VGroup:
        """Place a label below the x axis and one above the y axis; return both."""
        x_label.move_to((self.box.left + self.box.width / 2, self.box.bottom - 0.62, 0.0))
        y_label.move_to((self.box.left, self.box.top + 0.3, 0.0), aligned_edge=LEFT)
        y_label.shift(0.25 * LEFT)
        if self._x_factor is not None:
            room = float(self._x_factor.get_left()[0]) - TICK_GAP - self.box.left
            x_label.scale(min(1.0, room / x_label.width))
            beyond = float(x_label.get_right()[0]) - (self.box.left + room)
            x_label.shift(max(0.0, beyond) * LEFT)
        if self._y_factor is not None:
            start = float(self._y_factor.get_right()[0]) + TICK_GAP
            y_label.scale(min(1.0, (self.box.right - start) / y_label.width))
            y_label.shift((start - float(y_label.get_left()[0])) * RIGHT)
        return VGroup(x_label, y_label)

    def band_below(self, value: float, colour: str) -> Rectangle:
        """Return the region of the box in which y is below ``value``."""
        top = self.place(self.x_scale.low, value)
        height = float(top[1]) - self.box.bottom
        band = Rectangle(
            width=self.box.width,
            height=height,
            stroke_width=0,
            fill_color=colour,
            fill_opacity=0.22,
        )
        return band.move_to(top, aligned_edge=UP + LEFT)

    def axes(self) -> VMobject:
        """Return the two axes; a panel made with ``ticks=0`` does not draw them by itself."""
        corner = (self.box.left, self.box.bottom, 0.0)
        axes = VMobject(stroke_color=self.theme.muted, stroke_width=2)
        return axes.set_points_as_corners(
            [(self.box.left, self.box.top, 0.0), corner, (self.box.right, self.box.bottom, 0.0)]
        )

    def _ticks(self, most: int) -> list[VMobject]:
        parts: list[VMobject] = []
        width = self.box.width / self.box.height
        across = max(3, math.ceil(most * min(width, 1.3)))
        for direction, (positions, labels, factor) in (
            (DOWN, self.x_scale.ticks_across(across, self.box.width)),
            (LEFT, self.y_scale.ticks(most)),
        ):
            for position, label in zip(positions, labels, strict=True):
                place = (
                    self.place(position, self.y_scale.low)
                    if direction is DOWN
                    else self.place(self.x_scale.low, position)
                )
                parts.append(self._tick(place, direction))
                name = self._tick_label(label, place, direction)
                if float(name.get_right()[0]) <= FRAME_EDGE:
                    parts.append(name)
            if factor and direction is DOWN:
                self._x_factor = self._factor(factor, direction)
                parts.append(self._x_factor)
            elif factor:
                self._y_factor = self._factor(factor, direction)
                parts.append(self._y_factor)
        return parts

    def _tick(self, place: NDArray[np.float64], direction: NDArray[np.float64]) -> Line:
        return Line(
            place,
            place + TICK_LENGTH * direction,
            stroke_color=self.theme.muted,
            stroke_width=2,
        )

    def _tick_label(
        self, text: str, place: NDArray[np.float64], direction: NDArray[np.float64]
    ) -> Number:
        gap = 0.31 if direction is DOWN else LABEL_GAP
        edge = 0 * RIGHT if direction is DOWN else RIGHT
        return Number(
            text, place + gap * direction, colour=self.theme.muted, size=TICK_SIZE, edge=edge
        )

    def _factor(self, text: str, direction: NDArray[np.float64]) -> Number:
        """Show what all labels of an axis share, such as ×10^6 or +2.5×10^9, at its end."""
        shown = text.replace("\N{MINUS SIGN}", "-").replace("e", "×10^")
        shown = shown.removeprefix("1") if shown.startswith("1×") else shown
        across = direction is DOWN
        place = (
            np.array([self.box.right, self.box.bottom - 0.62, 0])
            if across
            else np.array([self.box.left - 0.25, self.box.top + 0.3, 0])
        )
        edge = RIGHT if across else LEFT
        return Number(shown, place, colour=self.theme.muted, size=TICK_SIZE, edge=edge)
