"""How points are moved on stage, and what follows them."""

from collections.abc import Callable, Collection
from typing import Any

import numpy as np
from manim import (
    Animation,
    FadeIn,
    FadeOut,
    Mobject,
    ScaleInPlace,
    UpdateFromAlphaFunc,
    VMobject,
    linear,
    smooth,
    squish_rate_func,
    there_and_back,
)

from scenes.visuals.correlation.chance import FEW_BRICKS, NEAR_BRICKS, Chance
from scenes.visuals.correlation.coins import Coins
from scenes.visuals.correlation.pile import FALLING, Pile
from scenes.visuals.correlation.quartet import WHOLE, Cell
from scenes.visuals.correlation.rise import Rise
from scenes.visuals.correlation.stage import CHANCE, DEALT, Stage
from scenes.visuals.plot.curve import Marker, Values
from scenes.visuals.plot.regression import Points

EARLY, LATE = squish_rate_func(smooth, 0.0, 0.3), squish_rate_func(smooth, 0.45, 0.9)
THEN = squish_rate_func(smooth, 0.35, 1.0)
LAST = squish_rate_func(smooth, 0.8, 1.0)
ROOM_ABOVE = 1.35
MOVING = 1.0  # seconds
SWELL = 1.2


def forward(stage: Stage, number: int) -> list[Animation]:
    """Return the animations in which one set grows to the whole picture; the others leave."""
    leave = FadeOut(*stage.others(number), run_time=MOVING, rate_func=EARLY)
    return [*stage.cells[number].move(WHOLE, run_time=MOVING), leave]


def home(stage: Stage, number: int) -> list[Animation]:
    """Return the animations in which one set shrinks to its place; the others come back."""
    cell, overlay = stage.cells[number], stage.overlays[number]
    come = FadeIn(*stage.others(number), run_time=MOVING, rate_func=LATE)
    return [*cell.move(cell.home, [overlay] if overlay else [], run_time=MOVING), come]


def onward(stage: Stage, number: int) -> list[Animation]:
    """Return the animations in which one set takes the place of the one before it."""
    last, cell, overlay = stage.cells[number - 1], stage.cells[number], stage.overlays[number - 1]
    leaving = FadeOut(*last.picture, *((overlay,) if overlay else ()), rate_func=EARLY)
    cell.chart.set_area(WHOLE)
    cell.move_points(cell.data.x, cell.data.y)
    stage.card.show(cell.numbers)
    return [leaving, FadeIn(*cell.picture, rate_func=THEN)]


def put_home(stage: Stage, number: int) -> None:
    """Put a set that has left, and what is drawn over it, where it was in the beginning."""
    cell, overlay = stage.cells[number], stage.overlays[number]
    x, y = cell.data.x, cell.data.y
    cell.chart.set_area(cell.home)
    cell.move_points(x, y)
    if isinstance(overlay, Marker):  # it may have gone along with its point
        nearest = int(np.argmin(np.abs(x - overlay.x)))
        overlay.set_place(float(x[nearest]), float(y[nearest]))
    elif overlay is not None:
        overlay.draw()


def aside(cell: Cell, chance: Chance) -> list[Animation]:
    """Return the animations in which a set moves aside and an axis of r comes."""
    come = FadeIn(chance.chart, chance.ours, run_time=MOVING, rate_func=LAST)
    return [*cell.move(DEALT, run_time=MOVING), come]


def all_home(stage: Stage) -> list[Animation]:
    """Return the animations in which the four sets come back and chance leaves."""
    pictures = [part for cell in stage.cells for part in cell.picture]
    come = FadeIn(*pictures, *stage.card.of_the_line, run_time=0.9, rate_func=LATE)
    return [FadeOut(*stage.chance.parts, run_time=0.4), come]


def carry(
    stage: Stage,
    cell: Cell,
    to: tuple[Values, Values],
    *,
    ring: Marker | None = None,
    lag: float = 0.0,
    card_waits: bool = False,
) -> list[UpdateFromAlphaFunc]:
    """Return the animations that carry the points to places (x, y); line and card follow.

    The card may wait until they have arrived. A ``ring`` goes with the point that it is about.
    With a ``lag`` the points go one after the other, the highest one first.
    """
    start, end = np.stack([cell.points.x, cell.points.y]), np.stack(to)
    late = np.empty(end.shape[1])
    late[np.argsort(-start[1])] = lag * np.linspace(0, 1, late.size)
    at = None if ring is None else int(np.argmin(np.hypot(start[0] - ring.x, start[1] - ring.y)))

    def go(_: Mobject, share: float) -> None:
        way = np.array([smooth(w) for w in np.clip(share * (1 + lag) - late, 0, 1)])
        x, y = start + way * (end - start)
        numbers = cell.move_points(x, y)
        if share == 1 or not card_waits:
            stage.card.show(numbers)
        if ring is not None:
            ring.set_place(float(x[at]), float(y[at]))

    parts = (cell.points, cell.line, cell.start, cell.rise, *stage.card.all)
    return _together((*parts, *(() if ring is None else (ring,))), go)


def deal(
    stage: Stage, cell: Cell, chance: Chance, number: int, *, lag: float = 0.0
) -> list[UpdateFromAlphaFunc]:
    """Return the animations that carry the heights of a set to where a deal puts them."""
    return carry(stage, cell, (chance.deals.places(number), cell.data.y), lag=lag, card_waits=True)


def deal_the_rest(
    stage: Stage, cell: Cell, chance: Chance, before: int, here: Collection[Mobject]
) -> list[Animation]:
    """Return the animations in which all bricks fall and their chart grows; the set leaves.

    What is not ``here`` would flash up before it leaves.
    """
    parts = (*cell.picture, cell.rods, *stage.card.of_the_line)
    leave = FadeOut(*(part for part in parts if part in here), run_time=0.6, rate_func=EARLY)
    return [leave, *chance.chart.move(CHANCE, [chance.ours]), pour(chance.pile, before, 4.5)]


def appear(points: Points | Coins, run_time: float) -> UpdateFromAlphaFunc:
    """Let points pop up one after the other."""
    return _follow(points, lambda m, s: m.set_shown(s), run_time)


def compare(rise: Rise, start: float, end: float, run_time: float) -> UpdateFromAlphaFunc:
    """Let the step, its rise, and then the spread beside it grow."""
    return _follow(rise, lambda m, s: m.set_shown(start + smooth(s) * (end - start)), run_time)


def drop(pile: Pile, before: int, run_time: float) -> UpdateFromAlphaFunc:
    """Let one brick fall onto those ``before`` it."""
    return _follow(pile, lambda m, s: m.set_shown(before + s), run_time)


def pour(pile: Pile, before: int, run_time: float) -> UpdateFromAlphaFunc:
    """Let ever more bricks fall at the same time, until all have gone; there is room for all."""
    few, many = FEW_BRICKS, ROOM_ABOVE * pile.highest
    rest = pile.x.size - before + FALLING + 1

    def go(_: Mobject, share: float) -> None:
        shown = before + share**1.5 * rest
        scheduled = few * (many / few) ** smooth(min(1.0, 2 * share))
        pile.set_room(max(scheduled, ROOM_ABOVE * pile.height_of(shown)))
        pile.set_shown(shown, 1 + min(1.0, 5 * share) * FALLING)

    return _follow(pile, go, run_time)


def go_near(chance: Chance, run_time: float, *, back: bool = False) -> list[UpdateFromAlphaFunc]:
    """Go near to the foot of a pile, until few bricks fill the chart, or ``back`` from there."""
    pile = chance.pile
    start, end = ROOM_ABOVE * pile.highest, NEAR_BRICKS
    if back:
        start, end = end, start

    def go(_: Mobject, share: float) -> None:
        pile.set_room(start * (end / start) ** smooth(share))

    following = [_follow(tail, lambda m, _: m.draw(), run_time) for tail in chance.tails]
    return [_follow(pile, go, run_time), *(following if back else ())]


def swell(value: VMobject) -> Animation:
    """Let a value on the card grow and shrink again."""
    return ScaleInPlace(value, SWELL, run_time=0.8, rate_func=there_and_back)


def pulse(ring: Marker, run_time: float) -> UpdateFromAlphaFunc:
    """Let a ring grow and shrink again."""
    return _follow(ring, lambda m, s: m.set_size(1 + 0.35 * float(np.sin(np.pi * s))), run_time)


def _follow(
    part: VMobject, go: Callable[[Any, float], object], run_time: float
) -> UpdateFromAlphaFunc:
    return UpdateFromAlphaFunc(part, go, run_time=run_time, rate_func=linear)


def _together(
    parts: tuple[VMobject, ...], go: Callable[[Mobject, float], None]
) -> list[UpdateFromAlphaFunc]:
    """Return animations that move ``parts`` by one function; the first one calls it."""
    first, *others = parts
    return [
        UpdateFromAlphaFunc(first, go, rate_func=linear),
        *(UpdateFromAlphaFunc(part, lambda *_: None, rate_func=linear) for part in others),
    ]
