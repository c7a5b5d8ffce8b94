"""What is written in the pictures beside the axes: the slope, the legend, names."""

from dataclasses import replace
from typing import Self

import numpy as np
from manim import LEFT, RIGHT, UP, Circle, VGroup

from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shades import Shades
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.space import DOT, SHOWN, Plane
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.space.projection import Points, View
from scenes.visuals.writing.fitted import shortened
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.numerals import Number, number_width
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Place, Placed
from scenes.visuals.writing.screen import SMALLEST, WORDS

UNIT_WIDTH = 3.3
UNIT = np.array([0.2, -0.02, 0.0])  # from a number to its unit
LEGEND = np.array([1.6, 3.3, 0.0])
# From the upper end of a line to the middle of its name: the first that keeps clear of flats.
AHEAD = np.array([[0.27, 0.3, 0.0], [0.4, 0.25, 0.0], [0.34, 0.48, 0.0]])
CLEAR = 0.06
BESIDE = 0.2 * RIGHT  # or from there to where it begins
HEIGHT, GAP = 0.31, 0.05  # of a name, and between two
TURNED = 0.08  # radians: from where names begin to be seen
RIGHTMOST = 4.85  # the tank is beyond
FRAMES = 16  # of the way of an end: so finely it is looked at
PARTS = 100  # of an axis: so finely numbers are written
APPEARING = 0.06  # how much clearer of each other names become while they appear
ASIDE = 0.42  # from one disc of the legend to the next
UNIT_GAP = 0.12  # from a number to its unit


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
    """From the front, beyond the upper ends of the lines: the distance of each, one in its unit.

    Each goes with its end while the lines steepen, clear of the flats on its way where it can.
    """

    def __init__(self, pen: Pen, flats: Flats, unit: str) -> None:
        shades, (texts, shared) = Shades(pen.theme), _written(flats)
        self._flats, self._shared = flats, bool(shared)
        self.numbers = [
            Number(text, np.zeros(3), colour=shades.of(k).to_hex(), size=SMALLEST, edge=0 * RIGHT)
            for k, text in enumerate(texts)
        ]
        self._widths = np.array([number_width(text, SMALLEST) for text in texts])
        self._widest = float(self._widths.max())
        self._upper = flats.footprint.lines(flats.space.distances)[:, 1]
        planes = [flats.tilted.towards(flats.past[1], share) for share in np.linspace(0, 1, FRAMES)]
        ends = np.array([self._ends(plane, FRONT) for plane in planes])
        across = np.diff(ends[0, :, 0])
        self._above = bool(np.abs(across).min() >= self._widest + GAP + APPEARING)
        self._ahead = self._clear_of(FRONT.project(flats.space.in_box(flats.values)), ends)
        far = shades.of(len(texts) - 1).to_hex()
        written = VGroup(*([pen.formula(shared, far, SMALLEST)] if shared else []))
        if unit:
            written.add(pen.words(unit, far, SMALLEST))
        self.unit = Placed(written.arrange(RIGHT, buff=UNIT_GAP), np.zeros(3), LEFT)
        self._chosen = self._choose()
        super().__init__(*self.numbers, self.unit)

    def set_shot(self, shot: Shot) -> Self:
        """Write them where the lines end, as far as ``shot`` has them named."""
        places = self._places(shot.plane, shot.view)
        front = max(0.0, 1 - shot.view.elevation / TURNED)
        named = shot.named * front * _clear(places[self._chosen], self._widest)
        beside = places[-1] + (self._widths[-1] / 2 + UNIT_GAP) * RIGHT
        last = not self._above or places[-1, 0] == places[:, 0].max()
        fits = last and beside[0] + self.unit.width <= RIGHTMOST
        if self._shared and not fits:
            named = 0.0  # without its power of ten a number would not be true
        for k, (number, place) in enumerate(zip(self.numbers, places, strict=True)):
            number.anchor = place
            number.set_text(number.text).set_fill(opacity=named * (k in self._chosen))
        self.unit.put(beside).set_opacity(named * fits)
        return self

    def _places(self, plane: Plane, view: View) -> Points:
        """Return where the middles of the names (n, 3) are: above the ends, or right of them."""
        beside = BESIDE + 0.5 * self._widths[:, None] * RIGHT
        places: Points = self._ends(plane, view) + (self._ahead if self._above else beside)
        places[:, 0] = np.minimum(places[:, 0], RIGHTMOST - self._widths / 2)
        return places

    def _ends(self, plane: Plane, view: View) -> Points:
        """Return where the upper ends of the lines (n, 3) are."""
        return view.project(self._flats.space.in_box(plane.lifted(self._upper)))

    def _clear_of(self, flats: Points, ends: Points) -> Points:
        """Return from each end to its name (n, 3), for flats and ends (m, n, 3) on their way."""
        half = np.stack([self._widths / 2, np.full_like(self._widths, HEIGHT / 2)], axis=-1)
        middles = ends[:, :, None] + AHEAD
        away = np.abs(middles[..., None, :2] - flats[:, :2]) - half[:, None, None]
        clear = np.linalg.norm(np.maximum(away, 0.0), axis=-1).min(axis=(0, 3)) - DOT
        first = np.where((clear > CLEAR).any(axis=1), (clear > CLEAR).argmax(1), clear.argmax(1))
        chosen: Points = AHEAD[first]
        return chosen

    def _choose(self) -> list[int]:
        """Return which lines are named: all, or the first and the last, to be clear of others."""
        every = list(range(len(self.numbers)))
        planes = self._flats.planes[1:] + self._flats.past[1:]
        clear = (_clear(self._places(plane, FRONT), self._widest) for plane in planes)
        return every if self._above or min(clear) == 1 else [every[0], every[-1]]


def _written(flats: Flats) -> tuple[list[str], str]:
    """Return the distances of the lines as numbers, and the power of ten that they share."""
    distances, scale = flats.space.distances, flats.space.distance
    layout = FixedFormat.for_range(scale.low, scale.high, steps=PARTS)
    whole = not layout.exponent and np.array_equal(distances, np.round(distances))
    decimals = 0 if whole else layout.decimals
    texts = [f"{distance / 10.0**layout.exponent:.{decimals}f}" for distance in distances]
    return texts, f"times 10^({layout.exponent})" if layout.exponent else ""


def _clear(places: Points, widest: float) -> float:
    """Return how clear of each other names at ``places`` (n, 3) are: 0 is not at all."""
    across, up, _ = np.abs(np.diff(places, axis=0)).min(axis=0)
    clear = max(across - widest - GAP, up - HEIGHT)
    return float(np.clip(clear / APPEARING, 0, 1))
