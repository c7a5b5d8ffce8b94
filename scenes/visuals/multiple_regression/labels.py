"""What is written in the pictures beside the axes: the slope, the legend, names."""

from dataclasses import replace
from typing import Self

import numpy as np
from manim import LEFT, RIGHT, Circle, VGroup

from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shades import Shades
from scenes.visuals.multiple_regression.space import SHOWN
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.plot.regression import RADIUS
from scenes.visuals.writing.fitted import shortened
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Place, Placed
from scenes.visuals.writing.screen import SMALLEST, WORDS

UNIT_WIDTH = 3.3
UNIT = np.array([0.2, -0.02, 0.0])  # from a number to its unit
LEGEND = np.array([0.5, 3.3, 0.0])
BELOW = np.array([-0.2, -0.3, 0.0])  # the lower end of a line
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
            Circle(1.2 * RADIUS, stroke_width=0, fill_opacity=1, fill_color=shades.of(k)).move_to(
                LEGEND + k * ASIDE * RIGHT
            )
            for k in range(len(SHOWN))
        ]
        last = LEGEND + (len(SHOWN) - 1) * ASIDE * RIGHT
        super().__init__(
            *discs,
            Placed(pen.words(near, theme.near, SMALLEST), LEGEND + 0.3 * LEFT, RIGHT),
            Placed(pen.words(far, theme.far, SMALLEST), last + 0.3 * RIGHT, LEFT),
        )


class Kilometres(VGroup):
    """From the front: the distance of each line, at its lower end."""

    def __init__(self, pen: Pen, flats: Flats) -> None:
        shades = Shades(pen.theme)
        shown = flats.space.distances
        lower = flats.by_both.lifted(flats.footprint.places(shown, -1.0))
        ends = FRONT.project(flats.space.in_box(lower))
        writing = [
            Number(
                f"{distance:.0f}",
                end + BELOW,
                colour=shades.of(k).to_hex(),
                size=SMALLEST,
                edge=0 * RIGHT,
            )
            for k, (distance, end) in enumerate(zip(shown, ends, strict=True))
        ]
        unit = Placed(
            pen.words("km", shades.of(len(shown) - 1).to_hex(), SMALLEST),
            ends[-1] + BELOW + 0.25 * RIGHT,
            LEFT,
        )
        super().__init__(*writing, unit)
