"""The picture of chance: an axis of r, the bricks of all deals on it, and how far out ours is."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, VGroup, VMobject

from scenes.visuals.correlation.chance.deals import Deals
from scenes.visuals.correlation.chance.lens import Lens
from scenes.visuals.correlation.chance.pile import Pile
from scenes.visuals.correlation.chance.tally import Tally
from scenes.visuals.correlation.points.axes import NamedAxes
from scenes.visuals.correlation.points.card import BELOW, A, word
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Place, Placed
from scenes.visuals.writing.screen import BOLD, RIGHT_EDGE, Box

FEW_BRICKS = 3.0
OUTERMOST = 0.9  # beyond it, a name stands over the middle of its mark
NAME_ABOVE = 0.16


class Mark(VGroup):
    """A line that stands at an r, with its name over the chart: no brick falls over it."""

    def __init__(self, chart: Chart, r: float, name: str, pen: Pen) -> None:
        self.chart, self.r = chart, r
        self.line = VMobject(stroke_color=pen.theme.ink, stroke_width=BOLD)
        self.name_above = Placed(pen.sentence(name), np.zeros(3), DOWN + _aside(r))
        self.reach = float(self.name_above.get_right()[0])  # of its name
        super().__init__(self.line, self.name_above)
        self.draw()

    def draw(self) -> Self:
        """Stand where the chart is now, as high as it is."""
        scale = self.chart.y_scale
        foot, top = (self.chart.place(self.r, y) for y in (scale.low, scale.high))
        self.line.points = polylines(np.array([[foot, top]]))
        inwards = max(0.0, float(top[0]) + self.reach - RIGHT_EDGE)
        self.name_above.put(top + np.array([-inwards, NAME_ABOVE, 0.0]))
        return self

    def stand_at(self, r: float) -> Self:
        """Stand at another r."""
        self.r = r
        return self.draw()


@dataclass(frozen=True)
class Chance:
    """The deals of a set on an axis of r."""

    deals: Deals
    chart: Chart
    pile: Pile
    lens: Lens | None  # where few bricks of many lie as far out as ours
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
        lens = (self.lens,) if self.lens else ()
        return self.chart, self.pile, *lens, *self.ours, *self.mirror, *self.tally, self.p

    @classmethod
    def of(
        cls,
        deals: Deals,
        area: Box,
        pen: Pen,
        *,
        far: str | None = None,
        with_hill: bool = False,
    ) -> Self:
        """Draw no brick yet. Where ours is known by the colour ``far``, these are all deals.

        The formula's hill may come to lie over them.
        """
        chart = NamedAxes(
            pen,
            area,
            Scale(-1.0, 1.0, step=0.5),
            Scale(0.0, FEW_BRICKS),
            names=("$r$", ""),
            ticks=(5, 0),
        )
        said = f"= {deals.share}" if deals.beyond.any() else f"< {1 / deals.r.size:.3f}"
        apart = far is not None
        pile = Pile(chart, deals, pen.theme, far or pen.theme.ink, apart=apart).set_z_index(2)
        pile.set_found(float(apart))
        lens = None
        if pile.has_tails and not apart:
            lens = Lens(pile, pen.theme, with_hill=with_hill).set_z_index(5)
        tally = Tally(pile, lens, pen).put(A).set_z_index(6)
        return cls(
            deals=deals,
            chart=chart,
            pile=pile,
            lens=lens,
            ours=Mark(chart, deals.ours, "ours", pen).set_z_index(1 if apart else 3),
            mirror=Mark(chart, -deals.ours, "$-$ours", pen).set_z_index(3),
            tally=tally,
            p=Placed(pen.formula(f"{word('counted')} p {said}"), A + BELOW, LEFT),
        )


def _aside(r: float) -> Place:
    """Return which end of its name a mark stands under: the inner one unless room is scarce."""
    if abs(r) > OUTERMOST:
        return np.zeros(3)
    return LEFT if r > 0 else RIGHT
