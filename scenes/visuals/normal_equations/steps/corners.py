"""Why balanced beams mean least: of all that a move adds to the squares only corners remain."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from manim import RIGHT, Animation, FadeIn, FadeOut, VGroup, VMobject, linear, smooth

from scenes.film import Film
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.beams.columns import named_sides
from scenes.visuals.normal_equations.formulas.rows import late
from scenes.visuals.normal_equations.squares.arms_in_rows import ArmsInRows
from scenes.visuals.normal_equations.squares.growth import Growth, Move
from scenes.visuals.normal_equations.squares.pair import Pair
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.normal_equations.steps.beside import Beside, counted
from scenes.visuals.normal_equations.steps.one_of_each import show_one_of_each
from scenes.visuals.plot.together import together
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import SMALLEST, Box

# How far the line is moved: epsilon rises by the squares of these, as shares of the least.
SHIFT, TURN = 0.24, 0.26
# The same of a move that is both.
BOTH = 0.17, 0.19
THINNER = 0.8  # the arms are on their strips, and longer for it
GAP = 0.15

Rate = Callable[[float], float]


@dataclass
class Shown:
    """A move in its rows, and epsilon as it is counted there."""

    growth: Growth
    row: Formula
    plus: VMobject


def can_show_corners(stage: Stage) -> bool:
    """Tell whether all squares are drawn; where all points lie on the line there are none."""
    relative = bool(stage.leaning.landscape.relative)
    return stage.all_squares and not stage.marks and relative


def growths(pen: Pen, stage: Stage) -> tuple[Growth, Growth, Growth]:
    """Return what a shift, a turn and both at once add to the squares of the best line.

    The squares come from where the chart is now, and stand in the same rows for all three.
    """
    best, theme = stage.best, pen.theme
    stage.squares.set_line(best.slope, best.intercept)
    levers = [one.weights.levers for one in stage.misses]
    shift, turn = (one * np.sqrt(best.rss / np.sum(one**2)) for one in levers)
    colours = theme.intercept, theme.slope

    def move(share: float, k: int) -> Move:
        return Move(share * (shift, turn)[k], levers[k], colours[k])

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

    first, second, both = map(growth, several, (*colours, theme.ink))
    return first, second, both


def show_corners(film: Film, stage: Stage, leaving: Iterable[VMobject]) -> None:
    """A shift, a turn, then both: the arms cancel, and epsilon rises by the corners."""
    large = stage.chart.area
    pair = show_one_of_each(film, stage, leaving)
    film.say('All squares: the $intercept("orange")$ beam is level, so arms cancel.')
    beside, (shifted, turned, both) = _stand_in_rows(film, stage, pair)
    _move(film, beside, shifted, time=1.0)
    film.wait(0.3)
    _cancel(film, shifted, 0)
    grown = f'${len(shifted.growth.moves)} dot intercept("shift")^2$'
    film.say(f'Only $res("corners")$ remain: $res(epsilon)$ grows by {grown}.')
    _add(film, shifted)
    film.wait(0.6)
    film.say('Turn it: $slope("blue")$ is level, too, so its arms cancel.')
    _follow(film, beside, shifted, turned)
    _move(film, beside, turned, time=1.0)
    _cancel(film, turned, 0)
    whole = np.array_equal(stage.misses[1].weights.levers, stage.points.x)
    film.say(
        'Its $res("corners")$ add up to $A dot slope("turn")^2$.'
        if whole
        else 'Again only $res("corners")$ remain.'
    )
    _add(film, turned)
    film.wait(0.6)
    film.say("A shift and a turn make any line: all its arms cancel.")
    _follow(film, beside, turned, both)
    _move(film, beside, both, time=1.0)
    film.wait(0.4)
    for k in range(2):
        _cancel(film, both, k, time=0.8)
    film.say('Only $res("corners")$ are left: no line has less.')
    _add(film, both)
    film.wait(1.2)
    gone = both.row.select("least"), both.plus, *beside.beams, both.growth.sides
    film.play(*map(FadeOut, (*gone, both.growth.line)), run_time=0.3)
    film.remove(beside.before, beside.after)
    film.add(stage.line)
    _return(film, stage, large, both.growth)


def _stand_in_rows(film: Film, stage: Stage, pair: Pair) -> tuple[Beside, list[Shown]]:
    """The chart comes back, small, and its squares go to stand in two rows beside it."""
    chart, pen = stage.chart, film.pen
    chart.set_area(layout.SMALL)
    for part in stage.drawn:
        part.draw()
    several = growths(pen, stage)
    first = several[0]
    beside = Beside.of(pen, stage)
    kinds = ("intercept",), ("slope",), ("intercept", "slope")
    rows = [counted(pen, stage, colours) for colours in kinds]
    shown = [Shown(growth, row, _plus(pen, row)) for growth, row in zip(several, rows, strict=True)]
    film.watch(chart, first)
    coming = chart, *stage.everyone, beside.before, beside.after, *first.squares
    leaving = *pair.parts, pair.names, *pair.terms
    film.play(*map(FadeOut, leaving), *map(FadeIn, (*coming, *beside.beams)), run_time=0.6)
    film.remove(*(glyph for terms in pair.terms for glyph in terms))
    around = first.line, first.sides, rows[0].select("least")
    film.play(
        *_going(first, "come", *first.squares),
        *(FadeIn(part, rate_func=late) for part in around),
        run_time=1.0,
    )
    for one in several:
        one.set(come=1.0)
    return beside, shown


def _plus(pen: Pen, row: Formula) -> VMobject:
    """Return the sign before the corners that follow the least sum."""
    least = row.select("least")
    plus = pen.formula("+", pen.theme.residual, SMALLEST)
    return plus.next_to(least, RIGHT, buff=GAP).set_y(layout.ROWS_EPSILON[1])


def _follow(film: Film, beside: Beside, old: Shown, new: Shown) -> None:
    """The line goes back, and all is as before the move of the first of two."""
    start = beside.after.a, beside.after.b

    def go(_: object, share: float) -> None:
        ends = beside.before.a, beside.before.b
        beside.after.set_line(
            *(one + share * (end - one) for one, end in zip(start, ends, strict=True))
        )

    gone = old.growth.corners, old.growth.added, old.plus
    film.play(*together(go, [beside.after]), *map(FadeOut, gone), run_time=0.4)
    film.remove(*old.growth.squares, old.growth.sides, old.growth.line, *old.row)
    film.add(new.growth.line, *new.growth.squares, new.growth.sides, new.row.select("least"))
    film.watch(film.acting[0], new.growth)


def _move(film: Film, beside: Beside, shown: Shown, *, time: float) -> None:
    """The line moves in the chart; in the rows its squares gain arms or lose them, and corners."""
    growth = shown.growth
    parts = *growth.arms, growth.corners
    film.add(*parts)

    def go(_: object, share: float) -> None:
        growth.set(moved=share)
        beside.set_moved(growth)

    names = *(f"arms{k}" for k in range(len(growth.arms))), "corners"
    words = [FadeIn(shown.row.select(name), rate_func=late) for name in names]
    film.play(*together(go, (*parts, beside.after)), *words, run_time=time)


def _cancel(film: Film, shown: Shown, kind: int, *, time: float = 1.0) -> None:
    """The arms of one kind are laid end to end: equally long, they take each other away."""
    arms = shown.growth.arms[kind]
    film.play(*_going(arms, "gathered", arms, rate=linear), run_time=time)
    film.wait(0.2)
    film.play(*_going(arms, "met", arms), run_time=0.4)
    film.play(FadeOut(arms), FadeOut(shown.row.select(f"arms{kind}")), run_time=0.3)


def _add(film: Film, shown: Shown) -> None:
    """Copies of the corners go behind the least sum: with them it is epsilon."""
    growth, plus = shown.growth, shown.plus
    growth.packed_at = float(plus.get_right()[0]) + GAP
    growth.set(packed=0.0)
    film.add(growth.added)
    film.play(
        *_going(growth, "packed", growth.added, rate=linear),
        FadeOut(shown.row.select("corners")),
        FadeIn(plus),
        run_time=1.0,
    )


def _return(film: Film, stage: Stage, large: Box, last: Growth) -> None:
    """The chart is large again, and the squares go back to it."""
    film.play(*map(FadeOut, (last.corners, last.added)), run_time=0.2)
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
