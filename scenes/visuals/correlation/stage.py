"""Everything that Correlation has on stage."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import DOWN, VGroup, VMobject

from scenes.settings import FilmSettings
from scenes.visuals.correlation.chance.chance import Chance
from scenes.visuals.correlation.chance.deals import Deals
from scenes.visuals.correlation.chance.hill import Hill, hill_formula, lit_formula
from scenes.visuals.correlation.chance.press import Jaws, Press
from scenes.visuals.correlation.chance.tails import Tails
from scenes.visuals.correlation.own import Own
from scenes.visuals.correlation.points.card import Card
from scenes.visuals.correlation.points.cell import WHOLE, Cell, Numbers
from scenes.visuals.correlation.points.lengths import Lengths, mean_mark
from scenes.visuals.correlation.points.rise import formula
from scenes.visuals.correlation.points.sets import anscombe
from scenes.visuals.correlation.points.trails import Trails
from scenes.visuals.correlation.points.way import Form, Places
from scenes.visuals.plot.regression import StraightLine
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, THIN, Box

# Over all bricks stand two rows: what is counted, and its share.
CHANCE = Box(WHOLE.left + 0.4, WHOLE.bottom, WHOLE.width - 0.5, WHOLE.height - 0.62)
# Bricks of few deals lie low: the points that are dealt have the room.
BELOW = Box(CHANCE.left, CHANCE.bottom, CHANCE.width, 1.75)
DEALT = Box(-4.5, BELOW.top + 0.15, 8.4, 3.45)
# Points that are pressed leave room on their right for what is said of them, and below for a hill.
PRESSED = Box(-5.75, 0.2, 5.6, 2.25)
UNDER_PRESS = Box(CHANCE.left, CHANCE.bottom, CHANCE.width, 2.55)
LABEL_SIZE, LABEL_GAP = 54, 0.65
OUTLINE = 121
BELL_BESIDE, BELL_WIDE, BELL_FULL = 0.9, 7.5, 0.15  # in x, and how opaque it is


@dataclass(frozen=True)
class Stage:
    """Eleven points and where they wander; what chance does with them; what describes them."""

    card: Card
    cell: Cell
    sets: tuple[Places, ...]
    trails: Trails
    mean: VGroup  # from where its lengths reach
    quotient: Placed  # what r is,
    lengths: Lengths  # and how much
    chance: Chance
    lone: Chance  # what it does with the last set,
    lone_at: int  # and which of its points stands alone
    fan: VGroup  # its lines,
    bell: VMobject  # and the heights that the formula assumes,
    level: VMobject  # of which hardly any is as high as this one
    press: Press  # what presses its column together,
    counts: VGroup  # how many of its points stand at either x
    hill: Hill  # what the formula expects of the bricks,
    written: Placed  # by which it does,
    sees: Placed  # the same once more over the last set,
    seen_by_it: VGroup  # and the two letters in it
    tails: Tails  # and what lies as far out as ours
    outline: VMobject  # of the ring
    own: Own | None

    @classmethod
    def of(cls, pen: Pen, settings: FilmSettings) -> Self:
        """Build the stage."""
        first, sets = anscombe()
        cell = Cell(first, pen)
        cell.move_points(*sets[0])
        fourth = sets[-1]
        lone_at = int(np.argmax(fourth[0]))
        deals = Deals.of_the_lone_place(*fourth, lone_at)
        lone = Chance.of(deals, BELOW, pen, far=pen.theme.far)
        chance = Chance.of(Deals.at_random(*sets[0]), BELOW, pen, with_hill=True)
        jaws = Jaws(cell, lone_at, pen.theme.ink).set_z_index(3)
        sees, seen_by_it = lit_formula(pen)
        return cls(
            card=Card(first.x.size, cell.numbers, pen),
            cell=cell,
            sets=sets,
            trails=Trails(cell.chart, pen.theme).set_z_index(3),
            quotient=formula(cell.rise, pen),
            mean=mean_mark(cell.rise, pen),
            lengths=Lengths(cell.rise, pen),
            chance=chance,
            lone=lone,
            lone_at=lone_at,
            press=Press(lone, lone_at, jaws),
            fan=_fan(cell, deals, pen),
            bell=_bell(cell, fourth, pen),
            level=_level(cell, fourth, lone_at, pen),
            counts=_counts(cell, fourth, pen),
            hill=Hill(pen.theme).set_z_index(4),
            written=hill_formula(pen),
            sees=sees,
            seen_by_it=seen_by_it,
            tails=Tails(cell.numbers.p, pen).set_z_index(6),
            outline=_outline(cell, fourth, pen),
            own=Own.of(settings, BELOW, pen),
        )

    @property
    def shares(self) -> tuple[VMobject, ...]:
        """Return all that says of the lengths what r is."""
        return self.quotient, *self.lengths.parts

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


def _bell(cell: Cell, places: Places, pen: Pen) -> VMobject:
    """Return a bell of heights with the mean and the spread of a set, on its side by its column.

    It lies where the points are while they are dealt.
    """
    x, y = places
    up = np.linspace(cell.chart.y_scale.low, cell.chart.y_scale.high, OUTLINE)
    z = (up - y.mean()) / y.std(ddof=1)
    cell.put_back(DEALT)
    foot = np.median(x) + BELL_BESIDE
    across = foot + BELL_WIDE * np.exp(-(z**2) / 2)
    around = np.r_[foot, across, foot, foot], np.r_[up[0], up, up[-1], up[0]]
    outline = cell.chart.places(*around)
    cell.put_back()
    bell = VMobject(stroke_color=pen.theme.ink, stroke_width=BOLD).set_z_index(2)
    bell.set_fill(pen.theme.ink, opacity=BELL_FULL)
    bell.points = polylines(outline[None])
    return bell


def _level(cell: Cell, places: Places, lone: int, pen: Pen) -> VMobject:
    """Return the level of the lone point, in its colour, while the points are dealt."""
    x, y = places
    cell.put_back(DEALT)
    ends = cell.chart.places([cell.chart.x_scale.low, x[lone]], [y[lone]] * 2)
    cell.put_back()
    level = VMobject(stroke_color=pen.theme.far, stroke_width=BOLD).set_z_index(3)
    level.points = polylines(ends[None])
    return level


def _counts(cell: Cell, places: Places, pen: Pen) -> VGroup:
    """Return how many points stand at each x, below the lowest of those."""
    x, y = places
    lowest = {value: y[x == value].min() for value in np.unique(x)}
    return VGroup(
        *(
            Placed(
                pen.formula(str(np.count_nonzero(x == value)), size=LABEL_SIZE),
                cell.chart.place(value, low) + LABEL_GAP * DOWN,
            )
            for value, low in lowest.items()
        )
    )


def _outline(cell: Cell, places: Places, pen: Pen) -> VMobject:
    """Return the ring on which the points of a set turn."""
    form = Form.of(places)
    x, y = np.stack([form.ring(turn).places for turn in np.linspace(0, 1, OUTLINE)])[..., 0].T
    outline = VMobject(stroke_color=pen.theme.ink, stroke_width=THIN).set_z_index(3)
    outline.points = polylines(cell.chart.places(x, y)[None])
    return outline
