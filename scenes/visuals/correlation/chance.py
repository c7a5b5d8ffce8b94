"""The picture of chance: an axis of r, the bricks of all deals on it, and how far out ours is."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, VGroup, VMobject

from scenes.visuals.correlation.card import P
from scenes.visuals.correlation.deals import Deals
from scenes.visuals.correlation.pile import Pile
from scenes.visuals.correlation.tally import Tally
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Place, Placed
from scenes.visuals.writing.screen import BOLD, PICTURE, Box

FEW_BRICKS = 3.0
CLOSE, OUTERMOST = 0.16, 0.8
MARK_HEIGHT = 0.8  # of the chart: above the bricks
TALLY_AT = np.array([1.9, PICTURE.top - 0.28, 0.0])  # in the row of the card
BESIDE_MARK = 0.3


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


@dataclass(frozen=True)
class Chance:
    """The deals of a set on an axis of r."""

    deals: Deals
    chart: Chart
    pile: Pile
    ours: Mark
    mirror: Mark
    tally: Tally  # of those as far out
    p: Placed  # their share

    @property
    def bricks(self) -> tuple[VMobject, ...]:
        """Return all that is drawn in the chart, and the chart."""
        return self.chart, self.pile, self.ours, self.mirror

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return whatever may be seen of it, names and lines of marks each on their own."""
        return self.chart, self.pile, *self.ours, *self.mirror, *self.tally, self.p

    def tally_at(self, share: float) -> Place:
        """Return a place beside the mark to the right, after a share of the height."""
        scale = self.chart.y_scale
        mark = self.chart.place(abs(self.deals.ours), scale.low + share * scale.span)
        place: Place = mark + BESIDE_MARK * LEFT
        return place

    def put_in(self, area: Box) -> None:
        """Let all bricks lie in another area, and be counted."""
        self.chart.set_area(area)
        self.pile.show_all()
        for mark in (self.ours, self.mirror):
            mark.draw()
        self.tally.put(self.tally_at(0.9)).set_flown(1.0)

    @classmethod
    def of(cls, deals: Deals, area: Box, pen: Pen) -> Self:
        """Draw no brick yet."""
        chart = Chart(
            pen,
            area,
            Scale(-1.0, 1.0, step=0.5),
            Scale(0.0, FEW_BRICKS),
            titles=("$r$", ""),
            ticks=(5, 0),
        )
        far, all_of_them = int(deals.beyond.sum()), deals.r.size
        said = f"= {far / all_of_them:.3f}" if far else f"< {1 / all_of_them:.3f}"
        pile = Pile(chart, deals, pen.theme).set_z_index(2)
        return cls(
            deals=deals,
            chart=chart,
            pile=pile,
            ours=Mark(chart, deals.ours, "ours", pen).set_z_index(3),
            mirror=Mark(chart, -deals.ours, "as far", pen).set_z_index(3),
            tally=Tally(pile, pen).put(TALLY_AT).set_z_index(3),
            p=Placed(pen.formula(f"p {said}"), P, LEFT),
        )


def _aside(r: float) -> Place:
    """Return which end of its name a mark stands under; above its middle unless room is scarce.

    The names of two marks that are close lie on their outer sides, those at the ends inside.
    """
    outwards = LEFT if r > 0 else RIGHT
    if abs(r) < CLOSE:
        return outwards
    return -outwards if abs(r) > OUTERMOST else 0 * outwards
