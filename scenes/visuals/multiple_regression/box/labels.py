"""What is written in the pictures beside the axes: the slope, the legend, names."""

from dataclasses import replace
from typing import Self

import numpy as np
from manim import LEFT, RIGHT, UP, Circle, VGroup

from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shades import Shades
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.space import DOT, SHOWN
from scenes.visuals.space.projection import Points
from scenes.visuals.writing.fitted import shortened
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Place, Placed
from scenes.visuals.writing.screen import SMALLEST, WORDS

UNIT_WIDTH = 3.3
UNIT = np.array([0.2, -0.02, 0.0])  # from a number to its unit
LEGEND = np.array([1.6, 3.3, 0.0])
BEYOND = np.array([0.17, 0.3, 0.0])  # from the upper end of a line to its name, from the front
DIGIT = 0.25, 0.31  # width and height
APPEARING = 0.06  # how much clearer of each other names become while they appear
ASIDE = 0.42  # from one disc of the legend to the next


class Slope(VGroup):
    """What one more of something costs, as the plane of the moment has it, up to ``most``."""

    def __init__(self, pen: Pen, most: float, unit: str, place: Place) -> None:
        slope = pen.theme.slope
        self.layout = replace(FixedFormat.for_range(-most, most, finest=most), signed=False)
        shown = shortened(pen, unit, UNIT_WIDTH)
        self.number = Number("0", place, colour=slope, size=WORDS, edge=RIGHT)
        super().__init__(self.number, Placed(pen.words(shown, slope), place + UNIT, LEFT))

    def set_value(self, value: float) -> Self:
        """Show the value."""
        self.number.set_text(self.layout.write(value).strip())
        return self


class Legend(VGroup):
    """The shades from near to far."""

    def __init__(self, pen: Pen, near: str, far: str) -> None:
        theme = pen.theme
        shades = Shades(theme)
        discs = [
            Circle(DOT, stroke_width=0, fill_opacity=1, fill_color=shades.of(k)).move_to(
                LEGEND + k * ASIDE * RIGHT
            )
            for k in range(len(SHOWN))
        ]
        last = LEGEND + (len(SHOWN) - 1) * ASIDE * RIGHT + _higher(pen, near, far) * UP
        super().__init__(
            *discs,
            Placed(pen.words(near, theme.near, SMALLEST), LEGEND + 0.3 * LEFT, RIGHT),
            Placed(pen.words(far, theme.far, SMALLEST), last + 0.3 * RIGHT, LEFT),
        )


def _higher(pen: Pen, one: str, other: str) -> float:
    """Return by how much the middle of ``other`` is higher on one baseline."""
    letters = pen.words(f"{one} {other}", size=SMALLEST)
    first, second = letters[: len(one)], letters[len(one) :]
    return float(second.get_center()[1] - first.get_center()[1])


class LineNames(VGroup):
    """From the front, beyond the upper ends of the lines: the distance of each."""

    def __init__(self, pen: Pen, flats: Flats) -> None:
        self._flats = flats
        shades, distances = Shades(pen.theme), flats.space.distances
        self.numbers = [
            Number(
                f"{distance:.0f}",
                np.zeros(3),
                colour=shades.of(k).to_hex(),
                size=SMALLEST,
                edge=0 * RIGHT,
            )
            for k, distance in enumerate(distances)
        ]
        far = shades.of(len(distances) - 1).to_hex()
        self.unit = Placed(pen.words("km", far, SMALLEST), np.zeros(3), LEFT)
        super().__init__(*self.numbers, self.unit)

    def set_shot(self, shot: Shot) -> Self:
        """Write them where the lines end, as far as ``shot`` has them named."""
        space, footprint = self._flats.space, self._flats.footprint
        upper = shot.plane.lifted(footprint.places(space.distances, 1.0))
        ends = shot.view.project(space.in_box(upper))
        named = shot.named * _clear(ends)
        for number, end in zip(self.numbers, ends, strict=True):
            number.anchor = end + BEYOND
            number.set_text(number.text).set_fill(opacity=named)
        self.unit.put(ends[-1] + BEYOND + 0.21 * RIGHT).set_opacity(named)
        return self


def _clear(ends: Points) -> float:
    """Return how clear of each other digits at ``ends`` (n, 3) are: 0 is not at all."""
    across, up, _ = np.abs(np.diff(ends, axis=0)).min(axis=0)
    return float(np.clip(max(across - DIGIT[0], up - DIGIT[1]) / APPEARING, 0, 1))
