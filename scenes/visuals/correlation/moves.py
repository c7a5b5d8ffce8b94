"""How points are moved on stage, and what follows them."""

from collections.abc import Callable, Collection, Iterable
from typing import Any

import numpy as np
from manim import (
    DOWN,
    Animation,
    ApplyMethod,
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

from scenes.visuals.correlation.chance.chance import Chance
from scenes.visuals.correlation.points.cell import Cell
from scenes.visuals.correlation.points.lengths import Lengths
from scenes.visuals.correlation.points.rise import Rise
from scenes.visuals.correlation.points.way import Places, Trade, Way
from scenes.visuals.correlation.stage import DEALT, Stage

EARLY = squish_rate_func(smooth, 0.0, 0.4)
SOON = squish_rate_func(smooth, 0.4, 0.9)
LATE = squish_rate_func(smooth, 0.7, 1.0)
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
    return together((*parts, *((stage.trails,) if trails else ())), go)


def deal(
    stage: Stage, cell: Cell, to: tuple[Any, Any], *, lag: float = 0.0
) -> list[UpdateFromAlphaFunc]:
    """Return the animations that carry the heights of a set to other x."""
    return carry(stage, cell, straight(cell, to, lag=lag))


def aside(cell: Cell, chance: Chance) -> list[Animation]:
    """Return the animations in which a set moves aside and an axis of r comes."""
    come = FadeIn(chance.chart, chance.ours, run_time=MOVING, rate_func=LAST)
    return [*cell.move(DEALT, run_time=MOVING), come]


def return_to(stage: Stage, cell: Cell, here: Collection[Mobject]) -> list[Animation]:
    """Return the animations in which a set comes back with its numbers, and all bricks leave.

    What is written waits until nothing else is written where it comes.
    """
    leave = FadeOut(stage.chance.chart, stage.chance.pile, stage.hill, rate_func=EARLY)
    first = cell.line, cell.points
    written = (p for p in (*cell.picture, *stage.card.all) if p not in here and p not in first)
    come = FadeIn(*first, rate_func=squish_rate_func(smooth, 0.0, 0.6))
    return [leave, come, FadeIn(*written, rate_func=SOON)]


def compare(rise: Rise, start: float, end: float, run_time: float) -> UpdateFromAlphaFunc:
    """Let the step, its rise, and then the spread beside it grow."""
    return follow(rise, lambda m, s: m.set_shown(start + smooth(s) * (end - start)), run_time)


def recount(lengths: Lengths) -> list[UpdateFromAlphaFunc]:
    """Return the animations in which the numbers of both lengths are those of each frame.

    The points are to be moved before.
    """
    return together((lengths.spread, lengths.share), lambda *_: lengths.draw())


def single_out(cell: Cell, single: int, *, back: bool = False) -> UpdateFromAlphaFunc:
    """Give one of few points a look of its own, or take it ``back``."""

    def go(points: Any, share: float) -> None:
        way = smooth(share)
        points.single_out(single, 1 - way if back else way)

    return follow(cell.points, go, 0.6)


def mark(cell: Cell, pair: tuple[int, int], *, back: bool = False) -> UpdateFromAlphaFunc:
    """Give two of few points looks of their own, or take them ``back``."""

    def go(points: Any, share: float) -> None:
        way = smooth(share)
        points.mark(pair, 1 - way if back else way)

    return follow(cell.points, go, 0.4)


def light(cell: Cell, *, back: bool = False) -> UpdateFromAlphaFunc:
    """Let those of few points become bright that lie within the step, or take it ``back``."""
    bright = cell.rise.holds(cell.data.x)

    def go(points: Any, share: float) -> None:
        points.light(bright, 1 - smooth(share) if back else smooth(share))

    return follow(cell.points, go, 0.5)


def traded(cell: Cell, pair: tuple[int, int]) -> Places:
    """Return where the points are once two of them have traded heights."""
    y = cell.points.y.copy()
    y[list(pair)] = y[list(pair)][::-1]
    return cell.points.x.copy(), y


def dragged(cell: Cell, by: tuple[float, float]) -> Places:
    """Return where the points are once the leftmost one has been dragged alone."""
    x, y = cell.points.x.copy(), cell.points.y.copy()
    first = int(np.argmin(x))
    x[first], y[first] = x[first] + by[0], y[first] + by[1]
    return x, y


def swell(part: VMobject, size: float = SWELL) -> Animation:
    """Let what matters grow to a ``size`` and shrink again."""
    return ScaleInPlace(part, size, run_time=0.8, rate_func=there_and_back)


def swell_up(part: VMobject, size: float = SWELL) -> Animation:
    """Let what stands on an axis grow upwards and shrink again."""
    foot = {"about_edge": DOWN}
    return ApplyMethod(part.scale, size, foot, run_time=0.8, rate_func=there_and_back)


def seen(animations: Iterable[Animation], here: Iterable[Mobject]) -> list[Animation]:
    """Return the animations of what is ``here``; the rest is carried along unseen."""
    there = {id(part) for part in here}
    return [one for one in animations if id(one.mobject) in there]


def follow(
    part: VMobject, go: Callable[[Any, float], object], run_time: float
) -> UpdateFromAlphaFunc:
    """Let a part be whatever ``go`` makes of it after a share of the time."""
    return UpdateFromAlphaFunc(part, go, run_time=run_time, rate_func=linear)


def together(
    parts: tuple[VMobject, ...], go: Callable[[Mobject, float], None]
) -> list[UpdateFromAlphaFunc]:
    """Return animations that move ``parts`` by one function; the first one calls it."""
    first, *others = parts
    return [
        UpdateFromAlphaFunc(first, go, rate_func=linear),
        *(UpdateFromAlphaFunc(part, lambda *_: None, rate_func=linear) for part in others),
    ]
