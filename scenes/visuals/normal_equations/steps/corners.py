"""Why balanced beams mean least: of all that a move adds to the squares only corners remain."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from manim import (
    LEFT,
    RIGHT,
    Animation,
    ApplyMethod,
    FadeIn,
    FadeOut,
    VGroup,
    VMobject,
    linear,
    smooth,
    squish_rate_func,
)

from scenes.film import Film, exchange
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.beams.columns import named_sides
from scenes.visuals.normal_equations.squares.arms_in_rows import ArmsInRows
from scenes.visuals.normal_equations.squares.growth import Growth, Move
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.normal_equations.steps.beside import Beside, added, counted
from scenes.visuals.plot.together import together
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import Box

# How far the line is shifted and turned: epsilon rises by the squares of these, as shares of the
# least.
MOVES = 0.28, 0.27
THINNER = 0.8  # the arms are on their strips, and longer for it
GAP = 0.15
KINDS = "intercept", "slope"
EARLY = squish_rate_func(smooth, 0.0, 0.4)
LATE = squish_rate_func(smooth, 0.4, 1.0)

Rate = Callable[[float], float]


@dataclass
class Shown:
    """The rows, what stands beside them, and epsilon as it is counted there.

    What is written of corners is ``room`` farther to the right once there are second arms.
    """

    growth: Growth
    beside: Beside
    row: Formula
    sum: Formula
    room: float


def can_show_corners(stage: Stage) -> bool:
    """Tell whether all squares are drawn; where all points lie on the line there are none."""
    relative = bool(stage.leaning.landscape.relative)
    return stage.all_squares and not stage.marks and relative


def growth_of(pen: Pen, stage: Stage) -> Growth:
    """Return what a shift and then a turn add to the squares of the best line.

    The squares come from where the chart is now.
    """
    best, theme = stage.best, pen.theme
    stage.squares.set_line(best.slope, best.intercept)
    moves = []
    for share, one, kind in zip(MOVES, stage.misses, KINDS, strict=True):
        levers = one.weights.levers
        unit = levers * np.sqrt(best.rss / np.sum(levers**2))
        moves.append(Move(share * unit, levers, getattr(theme, kind)))
    total = np.sum([move.at_points for move in moves], axis=0)
    growth = Growth(
        pen,
        stage.squares,
        moves,
        thick=THINNER * float(np.median(np.abs(total))),
        sides=VGroup(*named_sides(pen, "above", "below")),
    )
    return growth.set(come=0.0, moved=0.0)


def show_corners(film: Film, stage: Stage, leaving: Iterable[VMobject]) -> None:
    """A shift and a turn: the arms cancel, and epsilon rises by the corners."""
    large = stage.chart.area
    shown = _stand_in_rows(film, stage, leaving)
    growth, (first, second) = shown.growth, shown.beside.beams
    film.say('Shift it: squares gain $intercept("arms")$, or lose them.')
    _move(film, shown, 0)
    film.say("And turn it: this makes any other line.")
    _move(film, shown, 1)
    # What a square loses goes away from it, as it did from the large one.
    parts = *growth.squares, *growth.arms, growth.corners
    film.play(*_going(growth, "apart", *parts), run_time=0.8)
    film.say('$intercept("Orange")$ is level: these $intercept("arms")$ cancel.')
    _cancel(film, shown, 0)
    film.say('$slope("Blue")$ is level: these $slope("arms")$ cancel, too.')
    film.play(*exchange([first], [second]), run_time=0.5)
    _cancel(film, shown, 1)
    film.say('Only $res("corners")$ are left.')
    plus = _add(film, shown)
    film.say("Squares are never below 0: no line has less.")
    film.wait(1.3)
    ended = shown.row.select("least"), *plus, *shown.sum.select("rise")
    lines = shown.beside.before, shown.beside.after
    gone = *ended, second, growth.sides, growth.line, lines[1]
    film.play(*map(FadeOut, gone), run_time=0.3)
    film.remove(lines[0])
    film.add(stage.line)
    _return(film, stage, large, growth)


def _stand_in_rows(film: Film, stage: Stage, leaving: Iterable[VMobject]) -> Shown:
    """The chart gets small, and its squares go to stand in two rows beside it."""
    chart, pen = stage.chart, film.pen
    growth = growth_of(pen, stage)
    film.remove(*stage.squares)
    film.add(*growth.squares)
    film.watch(chart, growth)
    film.play(
        *(FadeOut(part, rate_func=EARLY) for part in leaving),
        *chart.move(layout.BESIDE_ROWS, (*stage.everyone, stage.line)),
        *_going(growth, "come", *growth.squares),
        run_time=1.1,
    )
    beside = Beside.of(pen, stage)
    row = counted(pen, stage, KINDS)
    rest = row.select("plus"), row.select("corners")
    room = float(rest[0].get_left()[0] - row.select("arms1").get_left()[0])
    for part in rest:
        part.shift(room * LEFT)
    shown = Shown(growth, beside, row, added(pen, stage), room)
    film.remove(stage.line)
    film.add(beside.before, beside.after)
    around = growth.line, growth.sides, shown.row.select("least"), beside.beams[0]
    film.play(*map(FadeIn, around), run_time=0.4)
    return shown


def _move(film: Film, shown: Shown, kind: int) -> None:
    """The line moves in the chart; in the rows its squares gain arms or lose them, and corners."""
    growth, beside = shown.growth, shown.beside
    parts = *growth.arms[: kind + 1], growth.corners
    film.add(*parts)

    def go(_: object, share: float) -> None:
        growth.set(moved=kind + share)
        beside.set_moved(growth)

    # From the first on it is told that this is not the least.
    words = [shown.row.select(name) for name in (f"arms{kind}", "plus", "corners")]
    coming: list[Animation] = [FadeIn(part, rate_func=EARLY) for part in words]
    if kind:
        right = shown.room * RIGHT
        aside = [ApplyMethod(part.shift, right, rate_func=EARLY) for part in words[1:]]
        coming = [FadeIn(words[0], rate_func=LATE), *aside]
    film.play(*together(go, (*parts, beside.after)), *coming, run_time=1.2)
    film.wait(0.3)


def _cancel(film: Film, shown: Shown, kind: int) -> None:
    """The arms of one kind are laid end to end: equally long, they take each other away."""
    growth, arms = shown.growth, shown.growth.arms[kind]
    film.play(*_going(arms, "gathered", arms, rate=linear), run_time=0.8)
    film.wait(0.3)
    film.play(*_going(arms, "met", arms), run_time=0.4)
    row = shown.row
    gone = FadeOut(arms), FadeOut(row.select(f"arms{kind}"))
    # What is written behind them comes to where they were written.
    names = *(f"arms{k}" for k in range(kind + 1, len(growth.arms))), "plus", "corners"
    behind = [row.select(name) for name in names]
    back = row.select(f"arms{kind}").get_left() - behind[0].get_left()
    closer = [part.animate.shift((back[0], 0.0, 0.0)) for part in behind]
    # Nothing is lost when the last of them are gone.
    whole = _going(growth, "healed", *growth.squares) if arms is growth.arms[-1] else []
    film.play(*gone, *closer, *whole, run_time=0.4)


def _add(film: Film, shown: Shown) -> VGroup:
    """Copies of the corners go behind the least sum; then stands there what they add up to.

    Return the sign before it.
    """
    growth, plus = shown.growth, shown.sum.select("plus")
    growth.packed_at = float(plus.get_right()[0]) + GAP
    growth.set(packed=0.0)
    film.remove(*shown.row.select("plus"))
    film.add(growth.added, plus)
    film.play(
        *_going(growth, "packed", growth.added, rate=linear),
        FadeOut(shown.row.select("corners"), rate_func=EARLY),
        run_time=1.0,
    )
    film.wait(0.3)
    film.play(*exchange([growth.added], [shown.sum.select("rise")]), run_time=0.6)
    return plus


def _return(film: Film, stage: Stage, large: Box, last: Growth) -> None:
    """The chart is large again, and the squares go back to it."""
    film.play(FadeOut(last.corners), run_time=0.2)
    growing = stage.chart.move(large, (*stage.everyone, stage.line), run_time=1.1)
    film.play(*growing, *_going(last, "come", *last.squares, rate=_back), run_time=1.1)
    film.remove(*last.squares)
    film.add(*stage.squares.draw())


def _back(share: float) -> float:
    return 1 - float(smooth(share))


def _going(
    what: Growth | ArmsInRows, name: str, *parts: VMobject, rate: Rate = smooth
) -> list[Animation]:
    def go(_: object, share: float) -> None:
        what.set(**{name: share})

    return together(go, parts, rate)
