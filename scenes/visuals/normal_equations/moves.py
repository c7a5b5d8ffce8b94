"""What columns and the front do."""

from manim import Animation, Create, FadeIn, FadeOut, Scene, linear, smooth

from scenes.visuals.normal_equations.columns import Columns
from scenes.visuals.normal_equations.heights import Heights
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


def put_under(scene: Scene, misses: Misses, heights: Heights, time: float = 2.0) -> None:
    """Let the heights that point and line share come below both columns of misses."""

    def go(_: object, share: float) -> None:
        heights.set_gathered(share)
        misses.set_lift(heights.landed)

    scene.play(*map(FadeOut, (misses.title, misses.sides)), run_time=0.3)
    scene.play(
        *together(go, (*heights.pieces, misses.pieces, misses.beam), linear),
        *map(FadeIn, (heights.title, heights.sides)),
        run_time=time,
    )


def merge(misses: Misses, heights: Heights, *, points: bool, line: bool) -> list[Animation]:
    """Return the animation in which the columns of points, or of the line, become blocks."""
    before = heights.merged

    def go(_: object, share: float) -> None:
        heights.set_merged(max(before[0], points * share), max(before[1], line * share))

    leaving = [part for part, goes in zip(misses.pieces, (points, line), strict=True) if goes]
    return [*together(go, [heights]), *map(FadeOut, leaving)]


def move_columns(columns: Columns, area: Box) -> list[Animation]:
    """Return the animation that takes columns to ``area``."""
    start = columns.area

    def go(_: object, share: float) -> None:
        columns.set_area(start.towards(area, share))

    return together(go, [columns])


def gently(share: float) -> float:
    """Ease in and out, so that every point gets its time."""
    return float(smooth(share, 3.0))


def backwards(share: float) -> float:
    """Ease from the end to the beginning."""
    return 1 - float(smooth(share))
