"""Why balanced beams mean least: of all that a move adds to the squares only corners remain."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from manim import Animation, FadeIn, FadeOut, VGroup, VMobject, linear, smooth

from scenes.film import Film, exchange
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.beams.columns import named_sides
from scenes.visuals.normal_equations.formulas.rows import late
from scenes.visuals.normal_equations.squares.arms_in_rows import ArmsInRows
from scenes.visuals.normal_equations.squares.growth import Growth, Move
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.normal_equations.steps.beside import Beside, added, counted
from scenes.visuals.plot.together import together
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import Box

# How far the line is shifted, turned, and shifted and turned: epsilon rises by the squares of
# these, as shares of the least.
SHIFT, TURN, BOTH = 0.32, 0.3, (0.18, 0.19)
THINNER = 0.8  # the arms are on their strips, and longer for it
GAP = 0.15

Rate = Callable[[float], float]


@dataclass
class Shown:
    """A move in its rows, and epsilon as it is counted there."""

    growth: Growth
    row: Formula
    sum: Formula


def can_show_corners(stage: Stage) -> bool:
    """Tell whether all squares are drawn; where all points lie on the line there are none."""
    relative = bool(stage.leaning.landscape.relative)
    return stage.all_squares and not stage.marks and relative


def growths(pen: Pen, stage: Stage) -> tuple[Growth, ...]:
    """Return what a shift, a turn, and both at once add to the squares of the best line.

    The squares come from where the chart is now, and stand in the same rows for all.
    """
    best, theme = stage.best, pen.theme
    stage.squares.set_line(best.slope, best.intercept)
    levers = [one.weights.levers for one in stage.misses]
    units = [one * np.sqrt(best.rss / np.sum(one**2)) for one in levers]
    colours = theme.intercept, theme.slope

    def move(share: float, k: int) -> Move:
        return Move(share * units[k], levers[k], colours[k])

    several = (move(SHIFT, 0),), (move(TURN, 1),), tuple(map(move, BOTH, (0, 1)))
    totals = [np.sum([one.at_points for one in moves], axis=0) for moves in several]
    largest = np.abs(totals).max(axis=0)
    thick = THINNER * max(float(np.median(np.abs(one))) for one in totals)

    def growth(moves: tuple[Move, ...], colour: str) -> Growth:
        one = Growth(
            pen,
            stage.squares,
            moves,
            colour=colour,
            largest=largest,
            thick=thick,
            sides=VGroup(*named_sides(pen, "above", "below")),
        )
        return one.set(come=0.0, moved=0.0)

    return tuple(map(growth, several, (*colours, theme.ink)))


def show_corners(film: Film, stage: Stage, leaving: Iterable[VMobject]) -> None:
    """A shift, a turn, and both at once: the arms cancel, and epsilon rises by the corners."""
    large = stage.chart.area
    film.say('Shift it: squares gain $intercept("arms")$, or lose them, as before.')
    beside, (shifted, turned, both) = _stand_in_rows(film, stage, leaving)
    _move(film, beside, shifted)
    film.say('$intercept("Orange")$ is level: the $intercept("arms")$ cancel.')
    _cancel(film, shifted, 0, time=0.9)
    film.say('Only $res("corners")$ remain: $res(epsilon)$ grows.')
    _name(film, shifted)
    film.wait(0.9)
    film.say('Turn it: squares gain and lose $slope("arms")$.')
    _follow(film, beside, shifted, turned)
    _move(film, beside, turned)
    film.say('$slope("Blue")$ is level: these $slope("arms")$ cancel, too.')
    _cancel(film, turned, 0, time=0.8)
    _name(film, turned)
    film.wait(0.6)
    film.say("Any other line: a shift and a turn.")
    _follow(film, beside, turned, both)
    _move(film, beside, both)
    film.say('$intercept("Orange")$ and $slope("blue")$ are level: all arms cancel.')
    for k in range(2):
        _cancel(film, both, k, time=0.7)
    film.say('Only $res("corners")$ are left.')
    _add(film, both)
    film.say("Squares are never below 0: no line has less.")
    film.wait(0.8)
    ended = (both.sum.select(name) for name in ("plus", "rise"))
    gone = both.row.select("least"), *ended, *beside.beams, both.growth.sides
    film.play(*map(FadeOut, (*gone, both.growth.line)), run_time=0.3)
    film.remove(beside.before, beside.after)
    film.add(stage.line)
    _return(film, stage, large, both.growth)


def _stand_in_rows(
    film: Film, stage: Stage, leaving: Iterable[VMobject]
) -> tuple[Beside, list[Shown]]:
    """The chart gets small, and its squares go to stand in two rows beside it."""
    chart, pen = stage.chart, film.pen
    several = growths(pen, stage)
    first = several[0]
    film.remove(*stage.squares)
    film.add(*first.squares)
    film.watch(chart, first)
    film.play(*map(FadeOut, leaving), run_time=0.25)
    film.play(
        *chart.move(layout.SMALL, (*stage.everyone, stage.line)),
        *_going(first, "come", *first.squares),
        run_time=1.0,
    )
    beside = Beside.of(pen, stage)
    kinds = ("intercept",), ("slope",), ("intercept", "slope")
    rows = [counted(pen, stage, one) for one in kinds]
    shown = [Shown(*one) for one in zip(several, rows, added(pen, stage), strict=True)]
    film.remove(stage.line)
    film.add(beside.before, beside.after)
    around = first.line, first.sides, rows[0].select("least"), *beside.beams
    film.play(*map(FadeIn, around), run_time=0.4)
    for one in several:
        one.set(come=1.0)
    return beside, shown


def _follow(film: Film, beside: Beside, old: Shown, new: Shown) -> None:
    """The line goes back, and all is as before the move of the first of two."""
    start = beside.after.a, beside.after.b

    def go(_: object, share: float) -> None:
        ends = beside.before.a, beside.before.b
        beside.after.set_line(
            *(one + share * (end - one) for one, end in zip(start, ends, strict=True))
        )

    gone = old.growth.corners, old.sum.select("plus"), old.sum.select("rise")
    film.play(*together(go, [beside.after]), *map(FadeOut, gone), run_time=0.4)
    film.remove(*old.growth.squares, old.growth.sides, old.growth.line, *old.row)
    film.add(new.growth.line, *new.growth.squares, new.growth.sides, new.row.select("least"))
    film.watch(film.acting[0], new.growth)


def _move(film: Film, beside: Beside, shown: Shown) -> None:
    """The line moves in the chart; in the rows its squares gain arms or lose them, and corners."""
    growth = shown.growth
    parts = *growth.arms, growth.corners
    film.add(*parts)

    def go(_: object, share: float) -> None:
        growth.set(moved=share)
        beside.set_moved(growth)

    names = *(f"arms{k}" for k in range(len(growth.arms))), "corners"
    words = [FadeIn(shown.row.select(name), rate_func=late) for name in names]
    film.play(*together(go, (*parts, beside.after)), *words, run_time=0.9)
    # What a square loses goes away from it, as it did from the large one.
    film.play(*_going(growth, "apart", *growth.squares, *parts), run_time=0.8)
    film.wait(0.2)


def _cancel(film: Film, shown: Shown, kind: int, *, time: float) -> None:
    """The arms of one kind are laid end to end: equally long, they take each other away."""
    growth, arms = shown.growth, shown.growth.arms[kind]
    film.play(*_going(arms, "gathered", arms, rate=linear), run_time=time)
    film.wait(0.2)
    film.play(*_going(arms, "met", arms), run_time=0.4)
    row = shown.row
    gone = FadeOut(arms), FadeOut(row.select(f"arms{kind}"))
    # What is written behind them comes to where they were written.
    names = *(f"arms{k}" for k in range(kind + 1, len(growth.arms))), "corners"
    behind = [row.select(name) for name in names]
    back = row.select(f"arms{kind}").get_left() - behind[0].get_left()
    closer = [part.animate.shift((back[0], 0.0, 0.0)) for part in behind]
    # Nothing is lost when the last of them are gone.
    whole = _going(growth, "healed", *growth.squares) if arms is growth.arms[-1] else []
    film.play(*gone, *closer, *whole, run_time=0.4)


def _name(film: Film, shown: Shown) -> None:
    """What the corners add up to takes the place of their name."""
    rise = [shown.sum.select(name) for name in ("plus", "rise")]
    film.play(*exchange([shown.row.select("corners")], rise), run_time=0.6)


def _add(film: Film, shown: Shown) -> None:
    """Copies of the corners go behind the least sum; then stands there what they add up to."""
    growth, plus = shown.growth, shown.sum.select("plus")
    growth.packed_at = float(plus.get_right()[0]) + GAP
    growth.set(packed=0.0)
    film.add(growth.added)
    film.play(
        *_going(growth, "packed", growth.added, rate=linear),
        FadeOut(shown.row.select("corners")),
        FadeIn(plus),
        run_time=1.0,
    )
    film.wait(0.3)
    film.play(*exchange([growth.added], [shown.sum.select("rise")]), run_time=0.6)


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
