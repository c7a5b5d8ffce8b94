"""How the parts of HalfThickness move: animations of pure functions of the share."""

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from manim import (
    Animation,
    FadeIn,
    Mobject,
    TransformFromCopy,
    UpdateFromAlphaFunc,
    VGroup,
    VMobject,
    linear,
    smooth,
    squish_rate_func,
    there_and_back,
)

from scenes.visuals.half_thickness.bench import Bench
from scenes.visuals.half_thickness.block import Block
from scenes.visuals.half_thickness.halving import Beside, Half, Halving, Stand
from scenes.visuals.half_thickness.layout import lane
from scenes.visuals.half_thickness.misses import Fitting
from scenes.visuals.half_thickness.near import Laid, Near
from scenes.visuals.half_thickness.piles import Piles
from scenes.visuals.half_thickness.race import Race
from scenes.visuals.half_thickness.rates import Bars
from scenes.visuals.half_thickness.repeats import Repeats
from scenes.visuals.plot.tank import Copies
from scenes.visuals.writing.screen import BOLD

ROUND, LATE = 2.4, squish_rate_func(smooth, 0.5, 1.0)
SWINGS, SLOW_START = 3, 1.4  # halves of a swing
SLOWLY = 0.35  # of the first pace of the repeats


def slide(bench: Bench, start: float, run_time: float) -> UpdateFromAlphaFunc:
    """Slide the lead in, from ``start`` (0: above the picture) down into the beam."""
    return _follow(bench, lambda m, s: m.set(slid=start + smooth(s) * (1 - start)), run_time)


def pull_back(race: Race, run_time: float) -> UpdateFromAlphaFunc:
    """Take the survivors from where they arrived to where they start again."""
    start, end = race.survivors.layout, lane(1)
    return _follow(
        race.survivors, lambda m, s: m.set(layout=start.towards(end, smooth(s))), run_time
    )


def fill_up(race: Race, run_time: float) -> UpdateFromAlphaFunc:
    """Let more survivors come, one by one, until there are a hundred; open the grid for them."""
    coming = np.cumsum(~race.through)
    missing = int(coming[-1])

    def go(moving: Bench, share: float) -> None:
        here = race.through | (coming <= round(share * missing))
        moving.set(here=here, opened=smooth(share))

    return _follow(race.survivors, go, run_time)


def repeat(bench: Bench, repeats: Repeats, run_time: float) -> UpdateFromAlphaFunc:
    """Show the outcome of one repeat after the other, from the first one on, ever faster."""

    def go(moving: Bench, share: float) -> None:
        told = 1 + (repeats.shots - 1) * (SLOWLY * share + (1 - SLOWLY) * share**2)
        repeats.set_told(told)
        moving.set(depths=repeats.depths[int(told) - 1], flown=1.0)

    return _follow(bench, go, run_time)


def close_first_grid(bench: Bench, run_time: float) -> UpdateFromAlphaFunc:
    """Let the empty slots before the lead go: their place is needed."""
    return _follow(bench, lambda m, s: m.set(before_open=1 - smooth(s)), run_time)


def point_out(repeats: Repeats, run_time: float) -> UpdateFromAlphaFunc:
    """Let the mark of the average grow wide and narrow again."""
    return _follow(
        repeats.mark, lambda m, s: m.set_stroke(width=BOLD * (1 + there_and_back(s))), run_time
    )


def grow(bars: Bars, run_time: float) -> UpdateFromAlphaFunc:
    """Let the bars grow or shrink from what chance has left to what was measured."""
    return _follow(bars, lambda m, s: m.set_grown(smooth(s)), run_time)


def gather(piles: Piles, run_time: float) -> UpdateFromAlphaFunc:
    """Pile up a hundred photons, and put the sheets behind them."""
    return _follow(piles, lambda m, s: m.set(come=s), run_time)


def fly_on(piles: Piles, sheet: int, run_time: float) -> UpdateFromAlphaFunc:
    """Let those that are left fly through one more sheet."""
    return _follow(piles, lambda m, s: m.set(passed=sheet + s), run_time)


def lift(piles: Piles, run_time: float) -> UpdateFromAlphaFunc:
    """Lift the sheets out of the picture."""
    return _follow(piles, lambda m, s: m.set(gone=s), run_time)


def swing(fitting: Fitting, run_time: float) -> list[UpdateFromAlphaFunc]:
    """Let the law swing to where it misses least, past it and back, ever less."""

    def tilt(_: object, share: float) -> None:
        way = share**SLOW_START
        fitting.set_tilt(fitting.tilt * (1 - way) * float(np.cos(SWINGS * np.pi * way)))

    moving = (fitting.law, fitting.misses, fitting.tank)
    return [_follow(part, tilt, run_time) for part in moving]


def pour(copies: Copies, run_time: float) -> UpdateFromAlphaFunc:
    """Let copies of the squares fly into the tank."""
    return _follow(copies, lambda m, s: m.set_share(s), run_time)


def cut(laid: Laid, run_time: float) -> list[UpdateFromAlphaFunc]:
    """Shrink the last step, across and down, until its fall is no longer than what is left."""
    return [
        _follow(laid.steps, lambda m, s: m.set_cut(smooth(s)), run_time),
        _follow(laid, lambda m, s: m.set_cut(smooth(s)), run_time),
    ]


def put_together(near: Near, half: Half, run_time: float) -> tuple[list[Animation], list[VMobject]]:
    """Let ln 2 and mu come from where they stand into the formula.

    Returned are the animations, and what lies there instead of the formula when they are over.
    """
    pieces = [near.numerator, near.denominator]
    others = VGroup(*(one for one in near.formula if not any(one in piece for piece in pieces)))
    # One of them goes round what is written below it.
    ways = zip((half.ln_2_alone, near.mu), pieces, (ROUND, 0.0), strict=True)
    coming = [
        TransformFromCopy(start, end, path_arc=arc, run_time=run_time) for start, end, arc in ways
    ]
    return [*coming, FadeIn(others, rate_func=LATE, run_time=run_time)], [*pieces, others]


def grow_lead(block: Block, run_time: float) -> UpdateFromAlphaFunc:
    """Let lead grow from the axis."""
    return _follow(block, lambda m, s: m.set_grown(smooth(s)), run_time)


def move_lead(block: Block, run_time: float) -> UpdateFromAlphaFunc:
    """Take the lead from the axis into the beam."""
    return _follow(block, lambda m, s: m.set_moved(smooth(s)), run_time)


def show(part: Any, start: float, end: float, run_time: float) -> UpdateFromAlphaFunc:
    """Show more or less of a part: from ``start`` to ``end``."""
    return _follow(part, lambda m, s: m.set_shown(start + smooth(s) * (end - start)), run_time)


def show_all(
    parts: Iterable[Any], start: float, end: float, run_time: float
) -> list[UpdateFromAlphaFunc]:
    """Show more or less of several parts."""
    return [show(part, start, end, run_time) for part in parts]


def turn(before: int, after: int, run_time: float, part: Any) -> UpdateFromAlphaFunc:
    """Take a part from one view into the next."""
    return _follow(part, lambda m, s: m.set_view(before + smooth(s) * (after - before)), run_time)


def carry(
    halving: Halving, stand: Stand, run_time: float, *beside: Beside
) -> list[UpdateFromAlphaFunc]:
    """Carry a halving to where it is to stand, and what is written beside it."""
    start = halving.standing

    def go(_: Mobject, share: float) -> None:
        halving.stand(start.towards(stand, smooth(share)))

    def follow(writing: Beside, share: float) -> None:
        go(halving, share)
        writing.follow()

    return [
        _follow(halving, go, run_time),
        *(_follow(writing, follow, run_time) for writing in beside),
    ]


def _follow(
    part: VMobject, go: Callable[[Any, float], object], run_time: float
) -> UpdateFromAlphaFunc:
    return UpdateFromAlphaFunc(part, go, run_time=run_time, rate_func=linear)
