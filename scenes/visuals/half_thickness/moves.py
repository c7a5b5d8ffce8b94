"""How the parts of HalfThickness move: animations of pure functions of the share."""

from collections.abc import Callable
from typing import Any

import numpy as np
from manim import Mobject, UpdateFromAlphaFunc, VMobject, linear, smooth, there_and_back

from scenes.visuals.half_thickness.bench import Bench
from scenes.visuals.half_thickness.halving import Beside, Halving, Stand
from scenes.visuals.half_thickness.layout import lane
from scenes.visuals.half_thickness.race import Race
from scenes.visuals.half_thickness.rates import Bars, Tops
from scenes.visuals.half_thickness.repeats import Repeats
from scenes.visuals.writing.screen import BOLD

PULSE = 0.7


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


def thicken(bench: Bench, thickness: float, run_time: float) -> UpdateFromAlphaFunc:
    """Let the sheet grow from a whole one to ``thickness``."""
    return _follow(bench, lambda m, s: m.set(thickness=1 + smooth(s) * (thickness - 1)), run_time)


def repeat(bench: Bench, repeats: Repeats, before: int, run_time: float) -> UpdateFromAlphaFunc:
    """Show the outcome of one repeat after the other, from the one after ``before`` on."""

    def go(moving: Bench, share: float) -> None:
        told = min(before + int(share * (repeats.shots - before)) + 1, repeats.shots)
        moving.set(depths=repeats.depths[told - 1], flown=1.0)
        repeats.set_told(told)

    return _follow(bench, go, run_time)


def close_first_grid(bench: Bench, run_time: float) -> UpdateFromAlphaFunc:
    """Let the empty slots before the lead go: their place is needed."""
    return _follow(bench, lambda m, s: m.set(before_open=1 - smooth(s)), run_time)


def point_out(repeats: Repeats, run_time: float) -> UpdateFromAlphaFunc:
    """Let the mark of the average grow wide and narrow again."""
    return _follow(
        repeats.mark, lambda m, s: m.set_stroke(width=BOLD * (1 + there_and_back(s))), run_time
    )


def rise(bars: Bars, run_time: float) -> UpdateFromAlphaFunc:
    """Let the bars rise one after the other."""
    number = bars.x.size

    def go(moving: Bars, share: float) -> None:
        way = np.clip(share * (number + 1) / 2 - np.arange(number) / 2, 0.0, 1.0)
        moving.set_grown(np.array([smooth(w) for w in way]))

    return _follow(bars, go, run_time)


def show(
    part: Any, start: float, end: float, run_time: float, pace: Callable[[float], float] = smooth
) -> UpdateFromAlphaFunc:
    """Show more or less of a part: from ``start`` to ``end``."""
    return _follow(part, lambda m, s: m.set_shown(start + pace(s) * (end - start)), run_time)


def pulse(tops: Tops, run_time: float) -> UpdateFromAlphaFunc:
    """Let the discs swell and shrink again: it is they that are spoken of."""
    return _follow(tops, lambda m, s: m.set_shown(1 + PULSE * there_and_back(s)), run_time)


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
