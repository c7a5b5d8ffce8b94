"""What is written in the pictures beside the axes: the slope, the legend, names."""

from dataclasses import replace
from typing import Self

import numpy as np
from manim import LEFT, RIGHT, Circle, VGroup

from scenes.visuals.multiple_regression.arrow import arrow
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shades import Shades
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.space import SHOWN
from scenes.visuals.plot.regression import RADIUS
from scenes.visuals.space.projection import Points
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.fitted import fitted, shortened
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Place, Placed
from scenes.visuals.writing.screen import SMALLEST, THIN, WORDS

UNIT_WIDTH = 3.3
UNIT = np.array([0.2, -0.02, 0.0])  # from a number to its unit
LEGEND = np.array([0.5, 3.3, 0.0])
BELOW = np.array([-0.2, -0.3, 0.0])  # the lower end of a line
AT = -0.4  # of the near edge of the sheet: below its middle
BESIDE = np.array([0.2, -0.4, 0.0])  # that place
FARTHER_BELOW = np.array([-0.35, -0.35, 0.0])  # the number of a line
UP_FROM, UP_TO, UP_TITLE = np.array([[-6.1, 1.5, 0.0], [-6.1, 2.9, 0.0], [-6.37, 3.29, 0.0]])
UP_WIDTH = 3.0
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


class SheetNames(VGroup):
    """At the edges of the sheet: the distance of each line, and what its two directions are."""

    def __init__(self, pen: Pen, flats: Flats, titles: tuple[str, str, str]) -> None:
        self._flats, self._shades = flats, Shades(pen.theme)
        self.numbers = [
            Number(
                f"{distance:.0f}",
                np.zeros(3),
                colour=self._shades.of(k).to_hex(),
                size=SMALLEST,
                edge=0 * RIGHT,
            )
            for k, distance in enumerate(flats.space.distances)
        ]
        far = self._shades.of(len(self.numbers) - 1).to_hex()
        self.unit = Placed(pen.words("km", far, SMALLEST), np.zeros(3), LEFT)
        self.area, self.distance = (
            Placed(pen.words(title, pen.theme.muted, SMALLEST), np.zeros(3), edge)
            for title, edge in zip(titles[:2], (LEFT, RIGHT), strict=True)
        )
        super().__init__(*self.numbers, self.unit, self.area, self.distance)

    def set_shot(self, shot: Shot) -> Self:
        """Write them where the sheet is, as far as ``shot`` has them named."""
        distances, footprint = self._flats.space.distances, self._flats.footprint
        ends = self._seen(footprint.places(distances, -1.0), shot)
        for number, end in zip(self.numbers, ends, strict=True):
            number.anchor = end + BELOW
            number.set_text(number.text).set_fill(opacity=shot.named)
        self.unit.put(ends[-1] + BELOW + 0.25 * RIGHT).set_opacity(shot.named * shot.axes)
        near = self._seen(footprint.places(self._flats.space.distance.low, AT), shot)
        # Where axes are, they have the names.
        alone = max(0.0, shot.named - shot.axes)
        self.area.put(near + BESIDE).set_opacity(alone)
        self.distance.put(ends[1] + BELOW + FARTHER_BELOW).set_opacity(alone)
        return self

    def _seen(self, places: Points, shot: Shot) -> Points:
        return shot.view.project(self._flats.space.in_box(shot.plane.lifted(places)))


class UpArrow(VGroup):
    """What is upwards, where no axis says it."""

    def __init__(self, pen: Pen, title: str) -> None:
        muted = pen.theme.muted
        shaft = Strokes(muted, THIN)
        shaft.points = arrow(UP_FROM, UP_TO, 1.0)
        super().__init__(shaft, Placed(fitted(pen, title, UP_WIDTH, muted), UP_TITLE, LEFT))
