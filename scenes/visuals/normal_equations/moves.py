"""What columns and the front do."""

from collections.abc import Callable

from manim import Animation, Create, FadeIn, Scene, linear, smooth

from scenes.visuals.normal_equations.beams.columns import Columns
from scenes.visuals.normal_equations.beams.heights import Heights, Shares
from scenes.visuals.normal_equations.beams.misses import Misses
from scenes.visuals.plot.together import together
from scenes.visuals.writing.screen import Box


def gather(scene: Scene, *several: Misses, time: float = 1.2) -> None:
    """Let the pieces fly onto their columns."""

    def go(_: object, share: float) -> None:
        for misses in several:
            misses.set_gathered(share)

    go(None, 0.0)
    around = [
        FadeIn(part) for one in several for part in (one.base, one.title, one.sides, *one.note)
    ]
    pieces = [piece for one in several for piece in one.pieces]
    scene.play(*together(go, pieces, linear), *around, run_time=time)


def lay_beams(scene: Scene, *several: Misses) -> None:
    """Lay the beams across the columns; from now on each pair of them is one thing."""
    scene.play(*(Create(misses.beam) for misses in several), run_time=0.4)
    for misses in several:
        scene.remove(*misses)
    scene.add(*several)


def rise(heights: Heights, kind: str) -> list[Animation]:
    """Return the animations in which the bars of one kind rise in the chart."""
    return _shared(heights, kind, lambda share: Shares(risen=share), smooth)


def fly(heights: Heights, kind: str) -> list[Animation]:
    """Return the animations in which the bars of one kind fly onto their pile."""
    return _shared(heights, kind, lambda share: Shares(1.0, share), linear)


def merge(heights: Heights, kind: str) -> list[Animation]:
    """Return the animations in which the bars on one pile become a block with a name."""
    return _shared(heights, kind, lambda share: Shares(1.0, 1.0, share), smooth)


def move_columns(columns: Columns, area: Box) -> list[Animation]:
    """Return the animation that takes columns to ``area``."""
    start = columns.area

    def go(_: object, share: float) -> None:
        columns.set_area(start.towards(area, share))

    return together(go, [columns])


def scale_to(misses: Misses, heights: Heights) -> list[Animation]:
    """Return the animation in which misses become as high as they are on ``heights``."""
    start = misses.unit

    def go(_: object, share: float) -> None:
        misses.set_unit(start + share * (heights.unit - start))

    return together(go, [misses])


def _shared(
    heights: Heights,
    kind: str,
    shares: Callable[[float], Shares],
    rate: Callable[[float], float],
) -> list[Animation]:
    def go(_: object, share: float) -> None:
        heights.set_shares(kind, shares(share))

    return together(go, heights.moving(kind), rate)


def gently(share: float) -> float:
    """Ease in and out, so that every point gets its time."""
    return float(smooth(share, 3.0))
