"""How the parts of HalfThickness move: animations of pure functions of the share."""

from collections.abc import Callable
from typing import Any

from manim import Mobject, UpdateFromAlphaFunc, VMobject, linear, smooth, there_and_back

from scenes.visuals.half_thickness.bench import SHEETS, Bench, Layout
from scenes.visuals.half_thickness.halving import Beside, Halving, Stand
from scenes.visuals.half_thickness.rates import Tops
from scenes.visuals.half_thickness.stage import Stage

PULSE = 0.7


def slide(
    bench: Bench, sheets: tuple[int, ...], start: float, run_time: float
) -> UpdateFromAlphaFunc:
    """Slide sheets in, from ``start`` (0: above the picture) down into the beam."""
    before = bench.slid

    def go(moving: Bench, share: float) -> None:
        slid = start + smooth(share) * (1 - start)
        moving.set(slid=tuple(slid if k in sheets else before[k] for k in range(SHEETS)))

    return _follow(bench, go, run_time)


def pull_back(bench: Bench, layout: Layout, run_time: float) -> UpdateFromAlphaFunc:
    """Go back from one sheet, until there is room for three; then the grids behind them open."""
    start = bench.layout

    def go(moving: Bench, share: float) -> None:
        opened = smooth(max(0.0, 4 * share - 3))
        moving.set(layout=start.towards(layout, smooth(min(1.0, share / 0.75))), opened=opened)

    return _follow(bench, go, run_time)


def thicken(bench: Bench, thickness: float, run_time: float) -> UpdateFromAlphaFunc:
    """Let the sheet grow from a whole one to ``thickness``."""
    return _follow(bench, lambda m, s: m.set(thickness=1 + smooth(s) * (thickness - 1)), run_time)


def fly(stage: Stage, run_time: float) -> list[UpdateFromAlphaFunc]:
    """Let the photons fly through the next sheet; the bar below rises as they arrive."""

    def go(_: Mobject, __: float) -> None:
        stage.bars.set_grown(stage.counted())

    return [stage.bench.fly(run_time), _follow(stage.bars, go, run_time)]


def count_more(stage: Stage, after: int, run_time: float) -> UpdateFromAlphaFunc:
    """Turn the bars into the view ``after``, and from a hundred photons to all that was counted."""
    start = stage.counted()

    def go(_: Mobject, share: float) -> None:
        stage.bars.set_grown(start + smooth(share) * (1 - start))
        stage.bars.set_view(after * smooth(share))

    return _follow(stage.bars, go, run_time)


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
