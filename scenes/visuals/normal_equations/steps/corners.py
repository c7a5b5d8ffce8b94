"""Why balanced beams mean least: of all that a move adds to the squares only corners remain."""

from collections.abc import Callable, Iterable, Sequence
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
from scenes.visuals.normal_equations.formulas.epsilon import Epsilon
from scenes.visuals.normal_equations.squares.arms_in_rows import ArmsInRows
from scenes.visuals.normal_equations.squares.growth import Growth, Move
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.normal_equations.steps.beside import MovedLines, added, counted
from scenes.visuals.plot.together import together
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, THIN, Box

# How far the line is shifted and turned: epsilon rises by the squares of these, as shares of the
# least.
MOVES = 0.45, 0.36
SMALL, FAINT = 0.6, 0.65  # points beside the moved lines
THINNER = 0.5  # the arms are on their strips, and longer for it
GAP = 0.15
KINDS = "intercept", "slope"
EARLY, AFTER = (squish_rate_func(smooth, *share) for share in ((0.0, 0.4), (0.4, 1.0)))
# What moves, the title of the chart and words below columns, has left these places by then.
LAST = squish_rate_func(smooth, 0.8, 1.0)
# Room is made for further arms, and at once they are written there.
ASIDE, NEXT = (squish_rate_func(smooth, *share) for share in ((0.0, 0.2), (0.1, 0.3)))

Rate = Callable[[float], float]


@dataclass
class Shown:
    """The rows, the lines in the chart beside them, and epsilon as it is counted above.

    What is written of corners is ``room`` farther to the right once there are second arms.
    """

    growth: Growth
    lines: MovedLines
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


def show_corners(film: Film, stage: Stage, epsilon: Epsilon, results: Sequence[VMobject]) -> None:
    """A shift and a turn: the arms cancel, and epsilon rises by the corners.

    In the end the squares are in the chart again, at the best line, and ``results`` beside it.
    """
    large, growth = stage.chart.area, growth_of(film.pen, stage)
    shown = _stand_in_rows(film, stage, growth, epsilon)
    lines = shown.lines
    film.say('A $intercept("shift")$ and a $slope("turn")$ make any other line.')
    for kind in range(len(KINDS)):
        _move(film, shown, kind)
    film.say('Squares gain or lose arms, and gain $res("corners")$.')
    # What a square loses goes away from it, as it did from the large one.
    parts = *growth.squares, *growth.arms, growth.corners
    film.play(*_going(growth, "apart", *parts), run_time=0.9)
    film.wait(2.0)
    film.say('$intercept("Orange")$ is level: these $intercept("arms")$ cancel.')
    _cancel(film, shown, 0)
    film.say('$slope("Blue")$ is level: these $slope("arms")$ cancel.')
    _cancel(film, shown, 1, *exchange([stage.misses[0]], [stage.misses[1]]))
    film.say('Only $res("corners")$ are left.')
    plus = _add(film, shown)
    film.say("Squares are never below 0: no line has less.")
    film.wait(1.2)
    written = shown.row.select("least"), *plus, *shown.sum.select("rise")
    rows = stage.misses[1], growth.sides, growth.line, growth.corners
    film.play(*map(FadeOut, (*written, *rows, *lines.parts)), run_time=0.2)
    _return(film, stage, large, growth, [FadeIn(one, rate_func=LAST) for one in results])


def _stand_in_rows(film: Film, stage: Stage, growth: Growth, epsilon: Epsilon) -> Shown:
    """The chart gets small, and its squares stand in rows beside it."""
    chart, (first, second) = stage.chart, stage.misses
    row, sides = counted(film.pen, stage, KINDS), (growth.line, growth.sides)
    rest = row.select("plus"), row.select("corners")
    room = float(rest[0].get_left()[0] - row.select("arms1").get_left()[0])
    for part in rest:
        part.shift(room * LEFT)
    film.remove(*stage.squares)
    film.add(*growth.squares)
    film.watch(chart, growth, first)

    # Nothing flies across what stands beside the chart.
    film.play(*map(FadeOut, (epsilon, stage.residuals, first, second)), run_time=0.3)
    for columns in (first, second):
        columns.set_area(layout.ROWS_BEAM)
    film.play(
        *chart.move(layout.BESIDE_ROWS, [stage.line, stage.points], run_time=1.1),
        *_fainter(stage, smooth),
        *_going(growth, "come", *growth.squares),
        *(FadeIn(part, rate_func=LAST) for part in (first, row.select("least"), *sides)),
        run_time=1.1,
    )
    lines = MovedLines.of(film.pen, stage, growth)
    return Shown(growth, lines, row, added(film.pen, stage), room)


def _move(film: Film, shown: Shown, kind: int) -> None:
    """The line moves in the chart; in the rows its squares gain arms or lose them, and corners."""
    growth, lines = shown.growth, shown.lines
    moved = (lines.shifted, lines.turned)[: kind + 1]
    parts = *growth.arms[: kind + 1], growth.corners, *moved
    film.add(*parts)

    def go(_: object, share: float) -> None:
        lines.set_moved(growth.set(moved=kind + share))

    # From the first on it is told that this is not the least.
    words = [shown.row.select(name) for name in (f"arms{kind}", "plus", "corners")]
    coming: list[Animation] = [FadeIn(part, rate_func=EARLY) for part in (*words, *lines.note)]
    if kind:
        right = shown.room * RIGHT
        aside = [ApplyMethod(part.shift, right, rate_func=ASIDE) for part in words[1:]]
        coming = [FadeIn(words[0], rate_func=NEXT), *aside]
    film.play(*together(go, parts), *coming, run_time=1.1)
    film.wait(0.2)


def _cancel(film: Film, shown: Shown, kind: int, *meanwhile: Animation) -> None:
    """The arms of one kind are laid end to end: equally long, both are used up."""
    growth, arms = shown.growth, shown.growth.arms[kind]
    film.play(*_going(arms, "gathered", arms, rate=linear), *meanwhile, run_time=0.8)
    film.wait(0.9)
    row = shown.row
    gone = *_going(arms, "met", arms), FadeOut(row.select(f"arms{kind}"), rate_func=EARLY)
    # What is written behind them comes to where they were written.
    names = *(f"arms{k}" for k in range(kind + 1, len(growth.arms))), "plus", "corners"
    behind = [row.select(name) for name in names]
    back = row.select(f"arms{kind}").get_left() - behind[0].get_left()
    way = np.array([back[0], 0.0, 0.0])
    closer = [ApplyMethod(part.shift, way, rate_func=AFTER) for part in behind]
    # Nothing is lost when the last of them are gone.
    whole = _going(growth, "healed", *growth.squares) if arms is growth.arms[-1] else []
    film.play(*gone, *closer, *whole, run_time=0.8)
    film.remove(arms)


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
    film.wait(0.6)
    film.play(*exchange([growth.added], [shown.sum.select("rise")]), run_time=0.4)
    return plus


def _return(
    film: Film, stage: Stage, large: Box, growth: Growth, coming: Iterable[Animation]
) -> None:
    """The chart is large again, and the squares go back to it."""

    film.play(
        *stage.chart.move(large, [stage.line, stage.points], run_time=1.1),
        *_fainter(stage, _back),
        *_going(growth, "come", *growth.squares, rate=_back),
        *coming,
        run_time=1.1,
    )
    film.remove(*growth.squares)
    film.add(*stage.squares.draw())


def _fainter(stage: Stage, rate: Rate) -> list[Animation]:
    """Return the animations in which the best line gets thin, and its points small and faint."""

    def go(_: object, share: float) -> None:
        stage.line.set_stroke(width=BOLD + share * (THIN - BOLD))
        stage.points.set_size(1 + share * (SMALL - 1)).set_fill(opacity=1 + share * (FAINT - 1))

    return together(go, [stage.line, stage.points], rate)


def _back(share: float) -> float:
    return 1 - float(smooth(share))


def _going(
    what: Growth | ArmsInRows, name: str, *parts: VMobject, rate: Rate = smooth
) -> list[Animation]:
    def go(_: object, share: float) -> None:
        what.set(**{name: share})

    return together(go, parts, rate)
