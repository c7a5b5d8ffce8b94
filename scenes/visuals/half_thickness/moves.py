"""How the parts of HalfThickness move: animations of pure functions of the share."""

from collections.abc import Callable
from typing import Any

import numpy as np
from manim import Mobject, UpdateFromAlphaFunc, VMobject, linear, smooth, there_and_back

from scenes.visuals.half_thickness.bench import Bench
from scenes.visuals.half_thickness.rates import Law, Level, Steps, Tops
from scenes.visuals.half_thickness.stage import Stage

PULSE = 0.7


def slide(bench: Bench, thickness_mm: float, start: float, end: float) -> UpdateFromAlphaFunc:
    """Slide lead in or out of the beam."""
    return _follow(bench, lambda m, s: m.set_lead(thickness_mm, start + smooth(s) * (end - start)))


def rewind(bench: Bench) -> UpdateFromAlphaFunc:
    """Let all photons fly back."""
    return _follow(bench, lambda m, s: m.set_share(1 - smooth(s)), 0.8)


def refill(stage: Stage, sheet: int) -> UpdateFromAlphaFunc:
    """Add a sheet to the lead; the photons of one flight go and those of the next come."""
    bench, depths = stage.bench, stage.lab.thickness_mm
    before, now = float(depths[sheet - 1]), float(depths[sheet])
    edges = tuple(float(depth) for depth in depths[1:sheet])

    def go(_: Mobject, share: float) -> None:
        _exchange(bench, share)
        added = smooth(max(0.0, 2 * share - 1))
        bench.set_lead(before + added * (now - before), 1.0, edges if added else edges[:-1])

    return _follow(bench, go, 0.9)


def come_again(bench: Bench) -> UpdateFromAlphaFunc:
    """Let the photons of one flight go and those of the next come."""
    return _follow(bench, _exchange, 0.9)


def _exchange(bench: Bench, share: float) -> None:
    if share < 0.5:
        bench.shrink(1 - smooth(2 * share))
    else:
        bench.set_size(smooth(2 * share - 1))


def fall_into_bar(stage: Stage, bar: int, run_time: float) -> list[UpdateFromAlphaFunc]:
    """Let the photons that have arrived fall into a bar, which rises as they land."""
    start = stage.bench.take_away()
    end = stage.bars.slots(bar, len(start))
    stage.falling.between(start, end, stage.bench.radius)
    number = np.arange(stage.rate.size)

    def go(_: Mobject, share: float) -> None:
        landed = stage.falling.set_share(share)
        stage.bars.set_shown(np.where(number < bar, 1.0, np.where(number == bar, landed, 0.0)))

    return [_follow(stage.falling, go, run_time), _follow(stage.bars, lambda *_: None, run_time)]


def add_sheets(stage: Stage, first: int, run_time: float) -> list[UpdateFromAlphaFunc]:
    """Add all sheets from ``first`` on, one after the other; the bar of each rises at once."""
    depths, number = stage.lab.thickness_mm, np.arange(stage.rate.size)
    count = depths.size - first

    def go(_: Mobject, share: float) -> None:
        reached = first + share * count
        sheet = min(int(reached), depths.size - 1)
        grown = smooth(min(1.0, reached - sheet))
        thickness = depths[sheet - 1] + grown * (depths[sheet] - depths[sheet - 1])
        edges = tuple(float(depth) for depth in depths[1:sheet])
        stage.bench.set_lead(float(thickness), 1.0, edges)
        stage.bars.set_shown(np.where(number < sheet, 1.0, np.where(number == sheet, grown, 0.0)))

    return [_follow(stage.bench, go, run_time), _follow(stage.bars, lambda *_: None, run_time)]


def step(steps: Steps, start: float, end: float, run_time: float) -> UpdateFromAlphaFunc:
    """Draw the steps from ``start`` to ``end``."""
    return _follow(steps, lambda m, s: m.set_shown(start + smooth(s) * (end - start)), run_time)


def uncover(law: Law, run_time: float) -> UpdateFromAlphaFunc:
    """Draw the law from its beginning to its end."""
    return _follow(law, lambda m, s: m.set_shown(smooth(s)), run_time)


def rise(level: Level, run_time: float) -> UpdateFromAlphaFunc:
    """Let the level rise from the foot of the picture."""
    return _follow(level, lambda m, s: m.set_risen(smooth(s)), run_time)


def pulse(tops: Tops, run_time: float) -> UpdateFromAlphaFunc:
    """Let the discs swell and shrink again: it is they that are spoken of."""
    return _follow(tops, lambda m, s: m.set_size(1 + PULSE * there_and_back(s)), run_time)


def turn(before: int, after: int, run_time: float, part: Any) -> UpdateFromAlphaFunc:
    """Take a part from one view into the next."""
    return _follow(part, lambda m, s: m.set_view(before + smooth(s) * (after - before)), run_time)


def _follow(
    part: VMobject, go: Callable[[Any, float], object], run_time: float = 1.0
) -> UpdateFromAlphaFunc:
    return UpdateFromAlphaFunc(part, go, run_time=run_time, rate_func=linear)
