"""Everything that Correlation has on stage."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import LEFT, RIGHT, UP, VGroup, VMobject

from scenes.settings import FilmSettings
from scenes.visuals.correlation.card import THREE_DECIMALS, Card
from scenes.visuals.correlation.cell import WHOLE, Cell, Numbers
from scenes.visuals.correlation.chance import Chance
from scenes.visuals.correlation.deals import Deals
from scenes.visuals.correlation.own import Own
from scenes.visuals.correlation.rise import formula, value
from scenes.visuals.correlation.sets import anscombe
from scenes.visuals.correlation.trails import Trails
from scenes.visuals.correlation.way import Form, Places
from scenes.visuals.plot.regression import StraightLine
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import PICTURE, THIN, Box

DEALT = Box(WHOLE.left, PICTURE.bottom, 5.8, WHOLE.height)
BESIDE = Box(DEALT.right + 0.8, PICTURE.bottom, 5.8, WHOLE.height)
CHANCE = Box(WHOLE.left + 0.4, WHOLE.bottom, WHOLE.width - 0.9, WHOLE.height)
# Of words between the marks, above the bricks of the last set.
FIRST_ROW, ROW, ROW_GAP, ROW_SIZE = 3.3, 0.72, 0.35, 52
OUTLINE = 121


@dataclass(frozen=True)
class Stage:
    """Eleven points and where they wander; what chance does with them; what describes them."""

    card: Card
    cell: Cell
    sets: tuple[Places, ...]
    trails: Trails
    quotient: Placed  # what r is,
    value: Placed  # and how much
    chance: Chance
    lone: Chance  # what it does with the last set
    fan: VGroup  # its lines
    counted: Placed  # its p as it is counted,
    computed: Placed  # and what the formula says
    outline: VMobject  # of the ring
    own: Own | None

    @classmethod
    def of(cls, pen: Pen, settings: FilmSettings) -> Self:
        """Build the stage."""
        first, sets = anscombe()
        cell = Cell(first, pen)
        cell.move_points(*sets[0])
        fourth = sets[-1]
        deals = Deals.of_the_lone_place(*fourth, int(np.argmax(fourth[0])))
        lone = Chance.of(deals, BESIDE, pen)
        return cls(
            card=Card(cell.numbers, pen),
            cell=cell,
            sets=sets,
            trails=Trails(cell.chart, pen.theme).set_z_index(3),
            quotient=formula(cell.rise, pen),
            value=value(cell.rise, pen),
            chance=Chance.of(Deals.at_random(*sets[0]), BESIDE, pen),
            lone=lone,
            fan=_fan(cell, deals, pen),
            counted=_row(lone, 0, f"counted: ${THREE_DECIMALS.write(deals.beyond.mean())}$", pen),
            computed=_row(lone, 1, f"formula: ${THREE_DECIMALS.write(cell.numbers.p)}$", pen),
            outline=_outline(cell, fourth, pen),
            own=Own.of(settings, BESIDE, pen),
        )

    def ring(self, turn: float) -> Places:
        """Return a ring with the numbers of the last set, turned by a share of a full turn."""
        return Form.of(self.sets[-1]).ring(turn).places


def _fan(cell: Cell, deals: Deals, pen: Pen) -> VGroup:
    """Return the line of each deal, as far as the chart reaches."""
    every = [Numbers.of(deals.places(k), deals.y) for k in range(deals.r.size)]
    colour = pen.theme.muted
    return VGroup(
        *(StraightLine(cell.chart, n.slope, n.intercept, colour, width=THIN) for n in every)
    ).set_z_index(1)


def _row(chance: Chance, row: int, words: str, pen: Pen) -> Placed:
    """Return words in a row above the bricks, between the marks."""
    chart = chance.chart
    foot = chart.place(-chance.deals.ours, chart.y_scale.low)
    place = foot + ROW_GAP * RIGHT + (FIRST_ROW - row * ROW) * UP
    return Placed(pen.sentence(words, size=ROW_SIZE), place, LEFT)


def _outline(cell: Cell, places: Places, pen: Pen) -> VMobject:
    """Return the ring on which the points of a set turn."""
    form = Form.of(places)
    x, y = np.stack([form.ring(turn).places for turn in np.linspace(0, 1, OUTLINE)])[..., 0].T
    outline = VMobject(stroke_color=pen.theme.ink, stroke_width=THIN).set_z_index(3)
    outline.points = polylines(cell.chart.places(x, y)[None])
    return outline
