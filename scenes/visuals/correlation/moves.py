"""How points are moved on stage, and what follows them."""

from collections.abc import Callable, Collection, Iterable
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

from scenes.visuals.correlation.chance.chance import FEW_BRICKS, Chance
from scenes.visuals.correlation.chance.hill import Hill
from scenes.visuals.correlation.chance.pile import FALLING, ROOM_ABOVE, Pile
from scenes.visuals.correlation.chance.tails import Tails
from scenes.visuals.correlation.chance.tally import Tally
from scenes.visuals.correlation.points.cell import Cell
from scenes.visuals.correlation.points.rise import Rise
from scenes.visuals.correlation.points.way import Places, Trade, Way
from scenes.visuals.correlation.stage import CHANCE, DEALT, Stage

EARLY = squish_rate_func(smooth, 0.0, 0.4)
SOON = squish_rate_func(smooth, 0.4, 0.9)
LAST = squish_rate_func(smooth, 0.8, 1.0)
MOVING = 1.0  # seconds
SWELL = 1.2
ASIDE = 1.6  # in x, while two points go around each other

At = Callable[[float], Places]  # where the points are after a share of their movement


def straight(cell: Cell, to: Places, *, lag: float = 0.0) -> At:
    """Return a movement straight to other places.

    With a ``lag`` the points go one after the other, the highest one first.
    """
    start, end = np.stack([cell.points.x, cell.points.y]), np.stack(to)
    late = np.empty(end.shape[1])
    late[np.argsort(-start[1])] = lag * np.linspace(0, 1, late.size)

    def at(share: float) -> Places:
        way = np.array([smooth(w) for w in np.clip(share * (1 + lag) - late, 0, 1)])
        x, y = start + way * (end - start)
        return x, y

    return at


def wandering(start: Places, end: Places) -> At:
    """Return the movement between sets with the same numbers on which all have them."""
    way = Way(start, end)
    return lambda share: way.at(float(smooth(share)))


def trade(cell: Cell, pair: tuple[int, int]) -> At:
    """Return the movement in which two points trade heights while all numbers stand still."""
    way = Trade((cell.points.x, cell.points.y), pair, ASIDE)
    return lambda share: way.at(float(smooth(share)))


def carry(stage: Stage, cell: Cell, at: At, *, trails: float = 0.0) -> list[UpdateFromAlphaFunc]:
    """Return the animations that move the points; line, lengths and card follow.

    Points may leave ``trails``, at most as long as this share of the way.
    """

    def go(_: Mobject, share: float) -> None:
        stage.card.show(cell.move_points(*at(share)))
        if trails:
            stage.trails.set_way(at, share, trails)

    parts = (cell.points, cell.line, cell.start, cell.rise, *stage.card.all)
    return _together((*parts, *((stage.trails,) if trails else ())), go)


def deal(
    stage: Stage, cell: Cell, to: tuple[Any, Any], *, lag: float = 0.0
) -> list[UpdateFromAlphaFunc]:
    """Return the animations that carry the heights of a set to other x."""
    return carry(stage, cell, straight(cell, to, lag=lag))


def aside(cell: Cell, chance: Chance) -> list[Animation]:
    """Return the animations in which a set moves aside and an axis of r comes."""
    come = FadeIn(chance.chart, chance.ours, run_time=MOVING, rate_func=LAST)
    return [*cell.move(DEALT, run_time=MOVING), come]


def deal_the_rest(
    stage: Stage, cell: Cell, chance: Chance, here: Collection[Mobject]
) -> list[Animation]:
    """Return the animations in which all other bricks fall and their chart grows; the set leaves.

    What is not ``here`` would flash up before it leaves.
    """
    parts = (*cell.picture, cell.rods, *stage.card.of_the_line)
    leave = FadeOut(*(part for part in parts if part in here), run_time=0.6, rate_func=EARLY)
    return [leave, *chance.chart.move(CHANCE, [chance.ours]), pour(chance.pile, 2.0)]


def clear(stage: Stage, here: Collection[Mobject]) -> Animation:
    """Return the animation in which a set and its lines leave its bricks alone."""
    parts = (*stage.cell.picture, *stage.fan)
    return FadeOut(*(part for part in parts if part in here), run_time=0.4)


def return_to(
    stage: Stage, cell: Cell, chances: Iterable[Chance], here: Collection[Mobject]
) -> list[Animation]:
    """Return the animations in which a set comes back with its numbers, and all bricks leave.

    What is written waits until nothing else is written where it comes.
    """
    parts = (*(part for one in chances for part in one.parts), stage.hill, *stage.tails)
    leave = FadeOut(*(part for part in parts if part in here), rate_func=EARLY)
    bare = cell.line, cell.points
    written = (part for part in (*cell.picture, *stage.card.all) if part not in (*bare, *here))
    return [leave, FadeIn(*bare, rate_func=EARLY), FadeIn(*written, rate_func=SOON)]


def compare(rise: Rise, start: float, end: float, run_time: float) -> UpdateFromAlphaFunc:
    """Let the step, its rise, and then the spread beside it grow."""
    return _follow(rise, lambda m, s: m.set_shown(start + smooth(s) * (end - start)), run_time)


def drop(pile: Pile, before: int, run_time: float) -> UpdateFromAlphaFunc:
    """Let one brick fall onto those ``before`` it."""
    return _follow(pile, lambda m, s: m.set_shown(before + s), run_time)


def pour(pile: Pile, run_time: float) -> UpdateFromAlphaFunc:
    """Let ever more bricks fall onto the first ones, until all have gone; there is room for all."""
    few, many = FEW_BRICKS, pile.room_for_all
    landed = int(pile.shown)
    rest = pile.x.size + FALLING - landed

    def go(_: Mobject, share: float) -> None:
        shown = landed + share**1.5 * rest
        scheduled = few * (many / few) ** smooth(min(1.0, 2 * share))
        pile.set_room(max(scheduled, ROOM_ABOVE * pile.height_of(shown)))
        pile.set_shown(shown, 1 + min(1.0, 5 * share) * FALLING, landed)

    return _follow(pile, go, run_time)


def zoom(stage: Stage, pile: Pile, room: float, run_time: float) -> list[UpdateFromAlphaFunc]:
    """Let bricks become higher until the chart has room for so many; the hill over them, too."""
    before = pile.chart.y_scale.high
    return [
        _follow(pile, lambda m, s: m.set_room(before * (room / before) ** smooth(s)), run_time),
        _follow(stage.hill, lambda m, _: m.lie_over(pile), run_time),
    ]


def hop(pile: Pile, run_time: float) -> UpdateFromAlphaFunc:
    """Let all bricks be counted: one after the other hops."""
    return _follow(pile, lambda m, s: m.hop(s), run_time)


def count(tally: Tally, run_time: float) -> list[Animation]:
    """Return the animations in which bricks as far out as ours stand before their number."""
    fly = _follow(tally.bricks, lambda _, s: tally.set_flown(smooth(s)), run_time)
    return [fly, FadeIn(tally.words, run_time=run_time, rate_func=SOON)]


def uncover(hill: Hill, pile: Pile, run_time: float) -> UpdateFromAlphaFunc:
    """Draw the hill that the formula expects over a pile."""
    return _follow(hill, lambda m, s: m.lie_over(pile, smooth(s)), run_time)


def shade(tails: Tails, pile: Pile, run_time: float) -> UpdateFromAlphaFunc:
    """Let both tails of the hill over a pile fill from their foot."""
    return _follow(tails.shade, lambda _, s: tails.lie_over(pile, smooth(s)), run_time)


def take_share(tails: Tails, run_time: float) -> list[Animation]:
    """Return the animations in which copies of both tails stand before their number."""
    fly = _follow(tails.swatches, lambda _, s: tails.set_flown(smooth(s)), run_time)
    return [fly, FadeIn(tails.words, run_time=run_time, rate_func=SOON)]


def single_out(cell: Cell, single: int, *, back: bool = False) -> UpdateFromAlphaFunc:
    """Give one of few points a look of its own, or take it ``back``."""

    def go(points: Any, share: float) -> None:
        way = smooth(share)
        points.single_out(single, 1 - way if back else way)

    return _follow(cell.points, go, 0.6)


def mark(cell: Cell, pair: tuple[int, int], *, back: bool = False) -> UpdateFromAlphaFunc:
    """Give two of few points looks of their own, or take them ``back``."""

    def go(points: Any, share: float) -> None:
        way = smooth(share)
        points.mark(pair, 1 - way if back else way)

    return _follow(cell.points, go, 0.4)


def dragged(cell: Cell, by: tuple[float, float]) -> Places:
    """Return where the points are once the leftmost one has been dragged alone."""
    x, y = cell.points.x.copy(), cell.points.y.copy()
    first = int(np.argmin(x))
    x[first], y[first] = x[first] + by[0], y[first] + by[1]
    return x, y


def swell(part: VMobject, size: float = SWELL) -> Animation:
    """Let what matters grow to a ``size`` and shrink again."""
    return ScaleInPlace(part, size, run_time=0.8, rate_func=there_and_back)


def seen(animations: Iterable[Animation], here: Iterable[Mobject]) -> list[Animation]:
    """Return the animations of what is ``here``; the rest is carried along unseen."""
    there = {id(part) for part in here}
    return [one for one in animations if id(one.mobject) in there]


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
