"""The picture of chance: an axis of r, the bricks of all deals on it, and how far out ours is."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.correlation.deals import Deals
from scenes.visuals.correlation.pile import Pile
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Place, Placed
from scenes.visuals.writing.screen import BOLD, FORMULA, PICTURE, SMALLEST, Box

FEW_BRICKS = 5.0
CLOSE, OUTERMOST = 0.16, 0.9
MOST_COUNTED = 12  # more bricks are no tail
NEAR_BRICKS = 6.0  # so high is the chart when one goes near to the tails
MARK_HEIGHT = 0.8  # of the chart: above the bricks, however near one goes
LARGE_SHARE = np.array([3.1, PICTURE.top - 0.32, 0.0])  # in the row of the card
SHARE_INSIDE, SHARE_UP = 0.08, 0.62  # of ours, where the chart is beside a set; of the chart


class Mark(VGroup):
    """A line that stands at an r, with its name on top."""

    def __init__(self, chart: Chart, r: float, name: str, pen: Pen) -> None:
        self.chart, self.r = chart, r
        self.line = VMobject(stroke_color=pen.theme.ink, stroke_width=BOLD)
        self.name_above = Placed(pen.sentence(name), np.zeros(3), DOWN + _aside(r))
        super().__init__(self.line, self.name_above)
        self.draw()

    def draw(self) -> Self:
        """Stand where the chart is now, as high as a share of it whatever its values are."""
        foot = self.chart.place(self.r, self.chart.y_scale.low)
        top = foot + np.array([0.0, MARK_HEIGHT * self.chart.box.height, 0.0])
        self.line.points = polylines(np.array([[foot, top]]))
        self.name_above.put(top + np.array([0.0, 0.16, 0.0]))
        return self


class Tail(Placed):
    """How many bricks lie as far out as ours on one side, written above the highest of them."""

    def __init__(self, pile: Pile, bricks: NDArray[np.intp], pen: Pen) -> None:
        super().__init__(pen.sentence(str(bricks.size)), np.zeros(3), DOWN)
        highest = bricks[np.argmax(pile.y[bricks])]
        self.chart, self.top = pile.chart, (float(pile.x[highest]), float(pile.y[highest]) + 0.5)

    def draw(self) -> Self:
        """Stand where the chart is now."""
        return self.put(self.chart.place(*self.top) + 0.15 * UP)


@dataclass(frozen=True)
class Chance:
    """The deals of a set on an axis of r."""

    deals: Deals
    chart: Chart
    pile: Pile
    ours: Mark
    mirror: Mark
    tails: tuple[Tail, ...]  # where few enough come as far out to be counted one by one
    share: Placed

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return all that is drawn."""
        return *self.seen, self.mirror

    @property
    def seen(self) -> tuple[VMobject, ...]:
        """Return all that is drawn where nothing comes as far on the other side."""
        return self.chart, self.pile, self.ours, self.share, *self.tails

    @classmethod
    def of(cls, deals: Deals, area: Box, pen: Pen, *, becomes_large: bool = True) -> Self:
        """Draw no brick yet; the chart stays in ``area`` unless it ``becomes_large`` later."""
        chart = Chart(
            pen,
            area,
            Scale(-1.0, 1.0, step=0.5),
            Scale(0.0, FEW_BRICKS),
            titles=("$r$", ""),
            ticks=(5, 0),
        )
        counted, size = ("", FORMULA) if becomes_large else ('"counted" med', SMALLEST)
        beside_ours = chart.place(deals.ours - SHARE_INSIDE, SHARE_UP * FEW_BRICKS)
        pile = Pile(chart, deals, pen.theme)
        far = np.flatnonzero(deals.beyond)
        few = far if far.size <= MOST_COUNTED else far[:0]
        sides = [few[deals.r[few] * side > 0] for side in (-1, 1)]
        return cls(
            deals=deals,
            chart=chart,
            pile=pile.set_z_index(2),
            ours=Mark(chart, deals.ours, "ours", pen).set_z_index(3),
            mirror=Mark(chart, -deals.ours, "as far", pen).set_z_index(3),
            tails=tuple(Tail(pile, side, pen).set_z_index(4) for side in sides if side.size),
            share=Placed(
                pen.formula(
                    f"{counted} {far.size} slash {deals.r.size} = {far.size / deals.r.size:.3f}",
                    size=size,
                ),
                LARGE_SHARE if becomes_large else beside_ours,
                RIGHT,
            ),
        )


def _aside(r: float) -> Place:
    """Return which end of its name a mark stands under; above its middle unless room is scarce.

    The names of two marks that are close lie on their outer sides, those at the ends inside.
    """
    outwards = LEFT if r > 0 else RIGHT
    if abs(r) < CLOSE:
        return outwards
    return -outwards if abs(r) > OUTERMOST else 0 * outwards
