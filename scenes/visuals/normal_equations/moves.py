"""What columns and the front do."""

from manim import Animation, Create, FadeIn, Scene, linear, smooth

from scenes.visuals.normal_equations.columns import Columns
from scenes.visuals.normal_equations.heights import Heights
from scenes.visuals.normal_equations.misses import Misses
from scenes.visuals.plot.together import together
from scenes.visuals.writing.screen import Box


def gather(scene: Scene, *columns: Misses | Heights, time: float = 1.6) -> None:
    """Let the pieces fly onto their columns, and lay the beam across."""
    moves: list[Animation] = []
    for one in columns:

        def go(_: object, share: float, one: Misses | Heights = one) -> None:
            one.set_gathered(share)

        one.set_gathered(0.0)
        moves += together(go, one.flying, linear)
        moves += (FadeIn(part) for part in (one.base, one.title, one.sides))
    scene.play(*moves, run_time=time)
    scene.play(*(Create(one.beam) for one in columns), run_time=0.4)
    for one in columns:
        # From now on it is one thing.
        scene.remove(*one)
        scene.add(one)


def merge(heights: Heights, points: bool = False, line: bool = False) -> list[Animation]:
    """Return the animation in which pieces become blocks with names: of the points, of the line."""
    before, _, line_before = heights.merged

    def go(_: object, share: float) -> None:
        heights.set_merged(max(before, points * share), max(line_before, line * share))

    return together(go, [heights])


def rise(heights: Heights, example: int) -> list[Animation]:
    """Return the animation in which heights appear in the chart; those of one point are there."""

    def go(_: object, share: float) -> None:
        heights.set_shown(share, example)

    return together(go, heights.flying, linear)


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
