"""How the parts of HalfThickness move: animations of pure functions of the share."""

from collections.abc import Callable, Iterable
from typing import Any

from manim import (
    LaggedStart,
    UpdateFromAlphaFunc,
    VMobject,
    linear,
    smooth,
    there_and_back,
)

from scenes.visuals.half_thickness.bars.halving_gap import HalvingGap
from scenes.visuals.half_thickness.bars.ruler import GuessName
from scenes.visuals.half_thickness.beam.bench import Bench
from scenes.visuals.half_thickness.beam.block import Block
from scenes.visuals.half_thickness.beam.layout import lane, over
from scenes.visuals.half_thickness.beam.piles import Piles
from scenes.visuals.half_thickness.beam.race import Race
from scenes.visuals.half_thickness.beam.repeats import SHOTS, Repeats
from scenes.visuals.half_thickness.beam.twice import Twice
from scenes.visuals.half_thickness.line.halves import Halves
from scenes.visuals.half_thickness.line.halving import Half
from scenes.visuals.half_thickness.line.misses import Fitting
from scenes.visuals.half_thickness.line.near import Near
from scenes.visuals.half_thickness.line.quotient import Quotient
from scenes.visuals.half_thickness.rates import PALE, SOLID, Bars
from scenes.visuals.writing.screen import BOLD

# The repeats: the first pace, in shares of an even one, and how fast it grows.
SLOWLY, FASTER = 0.2, 4


def slide(bench: Bench, start: float, run_time: float) -> UpdateFromAlphaFunc:
    """Slide the lead in, from ``start`` (0: above the picture) down into the beam."""
    return _follow(bench, lambda m, s: m.set(slid=start + smooth(s) * (1 - start)), run_time)


def pull_back(race: Race, run_time: float) -> UpdateFromAlphaFunc:
    """Take the survivors over the lead from where they arrived to where they start again."""
    start, end = race.survivors.layout, lane(1)
    # A parabola that is over the lead half-way.
    bend = start.towards(end, 0.5).towards(over(), 2.0)

    def go(_: object, share: float) -> None:
        way = smooth(share)
        there = start.towards(bend, way).towards(bend.towards(end, way), way)
        race.survivors.set(layout=there)

    return _follow(race.survivors, go, run_time)


def raise_lead(race: Race, bench: Bench, run_time: float) -> UpdateFromAlphaFunc:
    """Let the lead of the ``bench`` grow until it is that of both lanes."""
    start, end = bench.layout, lane(0)

    def go(_: object, share: float) -> None:
        race.fresh.set(layout=end.with_lead_of(start, 1 - smooth(share)))

    return _follow(race.fresh.lead, go, run_time)


def open_race(race: Race, run_time: float) -> UpdateFromAlphaFunc:
    """Open the grid that survivors fly to."""
    return _follow(race.survivors, lambda m, s: m.set(opened=smooth(s)), run_time)


def repeat(repeats: Repeats, run_time: float) -> UpdateFromAlphaFunc:
    """Show the outcome of one repeat after the other, from the first one on, ever faster."""

    def go(moving: Repeats, share: float) -> None:
        moving.set_told(1 + (SHOTS - 1) * (SLOWLY * share + (1 - SLOWLY) * share**FASTER))

    return _follow(repeats, go, run_time)


def take_aside(repeats: Repeats, start: float, end: float, run_time: float) -> UpdateFromAlphaFunc:
    """Take the lead from the bench to its row (from 0 to 1), or back."""
    return _follow(
        repeats.slabs[0],
        lambda _, s: repeats.set_come(start + smooth(s) * (end - start)),
        run_time,
    )


def lead_on(twice: Twice, run_time: float) -> UpdateFromAlphaFunc:
    """Let an arrow grow over each slab, to what is left behind it."""
    return _follow(twice, lambda m, s: m.set_grown(smooth(s)), run_time)


def add_second(bench: Bench, run_time: float) -> UpdateFromAlphaFunc:
    """Let as much lead again grow from the back of what is there."""
    return _follow(bench, lambda m, s: m.set(second=smooth(s)), run_time)


def pulse(strokes: list[VMobject], run_time: float) -> LaggedStart:
    """Point out one stroke after the other."""
    each = [point_out(stroke, 1.0) for stroke in strokes]
    return LaggedStart(*each, lag_ratio=0.6, run_time=run_time)


def point_out(part: VMobject, run_time: float) -> UpdateFromAlphaFunc:
    """Let a stroke grow wide and narrow again."""
    return _follow(part, lambda m, s: m.set_stroke(width=BOLD * (1 + there_and_back(s))), run_time)


def halve_on(gap: HalvingGap, run_time: float) -> UpdateFromAlphaFunc:
    """Slide the bracket from the halving that it stands on to the next one."""
    start = gap.slid
    return _follow(gap, lambda m, s: m.set_slid(start + smooth(s)), run_time)


def grow(bars: Bars, run_time: float) -> UpdateFromAlphaFunc:
    """Let the bars grow or shrink from what chance has left to what was measured."""
    return _follow(bars, lambda m, s: m.set_grown(smooth(s)), run_time)


def pale(bars: Bars, run_time: float) -> UpdateFromAlphaFunc:
    """Let the bars grow pale, so that what is drawn over them is seen."""
    return _follow(
        bars, lambda m, s: m.set_fill(opacity=SOLID + smooth(s) * (PALE - SOLID)), run_time
    )


def count_up(piles: Piles, run_time: float) -> list[UpdateFromAlphaFunc]:
    """Let the numbers over the piles run up to what was counted."""
    return [
        _follow(number, lambda _, s: piles.set_counted(smooth(s)), run_time)
        for number in piles.counts
    ]


def become_ghost(name: GuessName, run_time: float) -> list[UpdateFromAlphaFunc]:
    """Let a guess pale that has been proved wrong."""
    return [
        _follow(part, lambda _, s: name.set_ghost(smooth(s)), run_time)
        for part in (name, name.guess)
    ]


def lower(half: Half, run_time: float) -> list[UpdateFromAlphaFunc]:
    """Let the level slide from half of 100 to half of where the line starts."""
    return [
        _follow(part, lambda _, s: half.rest.set_lowered(smooth(s)), run_time)
        for part in (half.rest, half.level, half.level_name)
    ]


def drop(name: GuessName, run_time: float) -> UpdateFromAlphaFunc:
    """Let the name of a guess fall from where it was read to its foot."""
    return _follow(name, lambda m, s: m.set_fallen(smooth(s)), run_time)


def gather(piles: Piles, run_time: float) -> UpdateFromAlphaFunc:
    """Pile up a hundred photons, and put the sheets behind them."""
    return _follow(piles, lambda m, s: m.set(come=s), run_time)


def fly_on(piles: Piles, sheet: int, run_time: float) -> UpdateFromAlphaFunc:
    """Let those that are left fly through one more sheet."""
    return _follow(piles, lambda m, s: m.set(passed=sheet + s), run_time)


def turn_to_least(fitting: Fitting, run_time: float) -> list[UpdateFromAlphaFunc]:
    """Turn the law to where the sum of its squares is least."""
    moving = (fitting.law, fitting.misses)
    return [_follow(part, lambda _, s: fitting.turn(smooth(s)), run_time) for part in moving]


def grow_step(near: Near, which: int, run_time: float) -> list[UpdateFromAlphaFunc]:
    """Let the step grow along the line, and its numbers count: the first half (0) or the rest (1).

    It does not stop between them.
    """

    def go(_: object, share: float) -> None:
        near.set_grown(smooth((which + share) / 2))

    return [_follow(part, go, run_time) for part in (near.step, near.sizes)]


def slide_down(
    near: Near, halves: Halves, ends: tuple[float, float], run_time: float
) -> list[UpdateFromAlphaFunc]:
    """Slide the step that has grown down the line, from one to the other of ``ends``."""
    start, end = ends

    def go(_: object, share: float) -> None:
        slid = start + smooth(share) * (end - start)
        near.sizes.set_slid(slid)
        halves.set_slid(slid)

    return [_follow(part, go, run_time) for part in (near.step, near.sizes, halves)]


def tell_fall(near: Near, start: float, end: float, run_time: float) -> UpdateFromAlphaFunc:
    """Show more or less of the fall beside the step."""
    return _follow(
        near.sizes, lambda m, s: m.tell_fall(start + smooth(s) * (end - start)), run_time
    )


def bring(quotient: Quotient, run_time: float) -> UpdateFromAlphaFunc:
    """Bring the numbers of the quotient to where they are written."""
    return _follow(quotient, lambda m, s: m.set_come(s), run_time)


def take_lead(block: Block, run_time: float) -> UpdateFromAlphaFunc:
    """Let lead rise from the axis and go into the beam, in one movement."""
    return _follow(block, lambda m, s: m.set_come(s), run_time)


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


def _follow(
    part: VMobject, go: Callable[[Any, float], object], run_time: float
) -> UpdateFromAlphaFunc:
    return UpdateFromAlphaFunc(part, go, run_time=run_time, rate_func=linear)
