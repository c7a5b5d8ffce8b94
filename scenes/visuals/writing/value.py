"""A label and the number that it names, side by side on one baseline: ``a = 0.73``."""

from collections.abc import Callable
from typing import Self

import numpy as np
from manim import LEFT, VGroup

from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Place
from scenes.visuals.writing.screen import FORMULA


class Value(VGroup):
    """``label`` (Typst mathematics), an equals sign, and a number that changes in its place.

    ``place`` is where the label begins, at the height of the middle of a digit.
    """

    def __init__(
        self,
        pen: Pen,
        label: str,
        layout: FixedFormat,
        value: float,
        place: Place,
        *,
        colour: str | None = None,
        size: float = FORMULA,
    ) -> None:
        super().__init__()
        self.layout, self.value, self._size = layout, value, size
        # The 0 says where a digit stands after "=": on its baseline and one space away.
        model = pen.formula(f"{label} = 0", colour, size)
        zero = model.submobjects[-1]
        whole = model.height
        model.remove(zero)
        # manim tells a formula's size by its height: what is left is as large as before.
        model.initial_height *= model.height / whole
        origin = np.array([model.get_left()[0], zero.get_center()[1], 0.0])
        self._shapes = [(part, part.points - origin) for part in model.submobjects]
        self._gap = float(zero.get_left()[0]) - float(origin[0])
        self.label = model
        self.number = Number(
            layout.write(value), np.zeros(3), colour=colour or pen.theme.ink, size=size, edge=LEFT
        )
        self.add(self.label, self.number)
        self.put(place)

    def put(self, place: Place, size: float = 1.0) -> Self:
        """Put the beginning of the label at ``place``, so many times as large as it was written."""
        for part, shape in self._shapes:
            part.points = size * shape + place
        self.number.anchor = place + np.array([size * self._gap, 0.0, 0.0])
        self.number.size = size * self._size
        return self.set_value(self.value)

    def set_value(self, value: float) -> Self:
        """Show ``value``."""
        self.value = value
        self.number.set_text(self.layout.write(value))
        return self

    def follow(self, source: Callable[[], float]) -> None:
        """Show what ``source`` returns, in every frame."""
        self.number.add_updater(lambda m: m.set_text(self.layout.write(source())))
