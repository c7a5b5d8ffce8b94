"""The half thickness as a quotient whose numbers come from a fall and from that of a millimetre."""

from collections.abc import Iterable
from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup, VMobject, smooth

from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Place, Placed

LESS = 0.3  # than the room that there is
TAKES = 0.6  # of the time, each of the two: the first is out of the way of the second
ROWS_APART, ROWS_IN = 0.22, 0.15  # ends of rows; those below start under what is equal


class Quotient(VGroup):
    """Numbers on their way from two falls to a formula: ``come`` is how far they are.

    ``head`` is the formula in letters. ``rest`` is what is around the numbers: it comes once they
    have landed, or it would be in their way. ``written``, the whole, takes the place of all.
    """

    def __init__(
        self,
        pen: Pen,
        quoted: tuple[str, str],
        starts: Iterable[tuple[Place, float]],
        top: Place,
        room: float,
    ) -> None:
        """Build it below ``top``, no wider than ``room``.

        ``starts`` are the places of the falls, and how high these are written there.
        """
        mu, half = quoted
        first = pen.formula("{{ photon(x_h) : named }} = photon(ln 2) / slope(mu)")
        second = pen.formula(
            f"= {{{{ photon({np.log(2):.3f}) : above }}}} / "
            f'({{{{ slope({mu}) : below }}}} slope("per mm"))'
        )
        third = pen.formula(f'= photon({half} "mm")')
        rows = VGroup(first, second, third).arrange(DOWN, buff=ROWS_APART, aligned_edge=LEFT)
        rows[1:].shift((first.select("named").width + ROWS_IN) * RIGHT)
        rows.scale(min(1.0, (room - LESS) / rows.width))
        self.written = Placed(rows, top, UP)
        numbers = [second.select(name) for name in ("above", "below")]
        moving = {id(part) for number in numbers for part in number.get_family()}
        around = [p for row in (second, third) for p in row.submobjects if id(p) not in moving]
        self.head, self.rest = first.copy(), VGroup(*(part.copy() for part in around))
        super().__init__(*(number.copy() for number in numbers))
        self._ways = [
            _Way(number, place, height / number.height)
            for number, (place, height) in zip(self.submobjects, starts, strict=True)
        ]
        self.set_come(0.0)

    def set_come(self, come: float) -> Self:
        """Draw the numbers after this share of the time that their ways take."""
        for way, leaves in zip(self._ways, (0.0, 1 - TAKES), strict=True):
            way.go(smooth(np.clip((come - leaves) / TAKES, 0.0, 1.0)))
        return self


class _Way:
    """The way of a number from a place at which it is ``larger`` to where it is now."""

    def __init__(self, number: VMobject, place: Place, larger: float) -> None:
        self.start, self.larger, self.end = place, larger, number.get_center()
        self.shapes = [(part, part.points - self.end) for part in number.get_family()]

    def go(self, share: float) -> None:
        """Put it after a share of its way."""
        place = self.start + share * (self.end - self.start)
        size = self.larger + share * (1 - self.larger)
        for part, shape in self.shapes:
            part.points = size * shape + place if len(shape) else shape
