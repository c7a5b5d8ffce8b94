"""Lines that are shown one after the other, with all that follows from them."""

from collections.abc import Callable, Iterable

from manim import VMobject, smooth

from scenes.film import Film
from scenes.visuals.linear_regression_2d import moves
from scenes.visuals.linear_regression_2d.lines.search import Line
from scenes.visuals.linear_regression_2d.stage import Stage


def show_lines(
    film: Film,
    stage: Stage,
    line: Callable[[float], Iterable[float]],
    *others: VMobject,
    run_time: float,
    rate: Callable[[float], float] = smooth,
) -> None:
    """Show the line (a, b) of each share of the time, and all that follows from it."""
    shown = film.get_mobject_family_members()
    moving = [part for part in stage.moving if part in shown]
    # What has been said stands still while lines move: it is drawn once.
    film.let_appear()
    film.play(*moves.show_lines(stage, line, (*moving, *others), rate), run_time=run_time)


def swing(
    film: Film,
    stage: Stage,
    ways: Iterable[Callable[[float], Line]],
    run_times: tuple[float, ...],
    parts: Iterable[VMobject],
) -> None:
    """Swing a number from stop to stop, while the level draws its curve."""
    for way, run_time in zip(ways, run_times, strict=True):
        show_lines(film, stage, way, *parts, run_time=run_time)
