"""What columns and the front do."""

from collections.abc import Callable

from manim import Animation, Create, FadeIn, Scene, linear, smooth

from scenes.visuals.normal_equations.columns import Columns
from scenes.visuals.normal_equations.heights import Heights, Shares
from scenes.visuals.normal_equations.misses import Misses
from scenes.visuals.plot.together import together
from scenes.visuals.writing.screen import Box


def gather(scene: Scene, misses: Misses, time: float = 1.6) -> None:
    """Let the pieces fly onto their columns, and lay the beam across."""

    def go(_: object, share: float) -> None:
        misses.set_gathered(share)

    misses.set_gathered(0.0)
    around = (FadeIn(part) for part in (misses.base, misses.title, misses.sides))
    scene.play(*together(go, misses.flying, linear), *around, run_time=time)
    scene.play(Create(misses.beam), run_time=0.4)
    # From now on it is one thing.
    scene.remove(*misses)
    scene.add(misses)


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


def backwards(share: float) -> float:
    """Ease from the end to the beginning."""
    return 1 - float(smooth(share))
