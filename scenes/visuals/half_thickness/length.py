"""A length in mm that can be written anew, put anywhere and set in any size."""

from typing import Self

import numpy as np
from manim import LEFT, VGroup

from scenes.visuals.writing.numerals import Number, number_width
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Place

MODEL = 64.0
GAP = 0.0027  # between number and unit, at font size 1


class Length(VGroup):
    """A number of millimetres with its middle at a place: a pure function of what it is given."""

    def __init__(self, pen: Pen, colour: str, size: float) -> None:
        self.number = Number("", np.zeros(3), colour=colour, size=size, edge=LEFT)
        unit = pen.words("mm", colour, MODEL)
        low_left = unit.get_corner(LEFT) * np.array([1, 0, 0]) + unit.get_bottom() * [0, 1, 0]
        self._letters = [
            (part, (part.points - low_left) / MODEL) for part in unit.family_members_with_points()
        ]
        self._unit_wide = float(unit.width) / MODEL
        super().__init__(self.number, unit)
        self.place, self.size = np.zeros(3), size

    def put(self, place: Place, size: float | None = None) -> Self:
        """Put its middle at ``place``, in this size."""
        self.place, self.size = place, size or self.size
        return self.write(self.number.text)

    def write(self, text: str) -> Self:
        """Write a number."""
        number, size = self.number, self.size
        wide = number_width(text, size)
        whole = wide + (GAP + self._unit_wide) * size
        number.size, number.anchor = size, self.place + whole / 2 * LEFT
        number.set_text(text)
        foot = np.array([number.anchor[0] + wide + GAP * size, number.get_bottom()[1], 0.0])
        for part, shape in self._letters:
            part.points = size * shape + foot
        return self
