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
from scenes.visuals.normal_equations.moves import move_columns
from scenes.visuals.normal_equations.squares.arms_in_rows import ArmsInRows
from scenes.visuals.normal_equations.squares.growth import Growth, Move
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.normal_equations.steps.beside import MovedLines, added, counted
from scenes.visuals.plot.together import together
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen

# How far the line is shifted and turned: epsilon rises by the squares of these, as shares of the
# least.
MOVES = 0.36, 0.34
THINNER = 0.6  # the arms are on their strips, and longer for it
GAP = 0.15
KINDS = "intercept", "slope"
EARLY = squish_rate_func(smooth, 0.0, 0.4)
LATE = squish_rate_func(smooth, 0.4, 1.0)
# Room is made for further arms, and at once they are written there.
ASIDE, NEXT = (squish_rate_func(smooth, *share) for share in ((0.0, 0.2), (0.1, 0.3)))

Rate = Callable[[float], float]


@dataclass
class Shown:
    """The rows, and epsilon as it is counted above them.

    What is written of corners is ``room`` farther to the right once there are second arms.
    """

    growth: Growth
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
    )
    return growth.set(come=0.0, moved=0.0)


def show_corners(film: Film, stage: Stage, leaving: Iterable[VMobject]) -> None:
    """A shift and a turn: the arms cancel, and epsilon rises by the corners.

    In the end the squares are in the chart again, and the best line with its points.
    """
    growth = growth_of(film.pen, stage)
    lines = _move_lines(film, stage, growth)
    shown = _stand_in_rows(film, stage, growth, (*leaving, lines.shifted, lines.turned))
    film.say('Shifted, squares gain or lose $intercept("arms")$.')
    _move(film, shown, 0)
    film.say('Turned, they gain or lose $slope("arms")$.')
    _move(film, shown, 1)
    # What a square loses goes away from it, as it did from the large one.
    parts = *growth.squares, *growth.arms, growth.corners
    film.play(*_going(growth, "apart", *parts), run_time=0.7)
    film.say('$intercept("Orange")$ is level: these $intercept("arms")$ cancel.')
    _cancel(film, shown, 0)
    film.say('$slope("Blue")$ is level: these $slope("arms")$ cancel.')
    _cancel(film, shown, 1)
    film.say('Only $res("corners")$ are left.')
    plus = _add(film, shown)
    film.say("Squares are never below 0: no line has less.")
    film.wait(1.2)
    ended = shown.row.select("least"), *plus, *shown.sum.select("rise")
    film.play(*map(FadeOut, (*ended, *stage.misses, growth.line, growth.corners)), run_time=0.2)
    _return(film, stage, growth)


def _move_lines(film: Film, stage: Stage, growth: Growth) -> MovedLines:
    """In the chart a copy of the line is shifted, and a copy of that one is turned."""
    lines = MovedLines.of(film.pen, stage).set_moved(growth)
    film.say('A $intercept("shift")$ and a $slope("turn")$ make any other line.')
    for kind, line in enumerate((lines.shifted, lines.turned)):

        def go(_: object, share: float, kind: int = kind) -> None:
            lines.set_moved(growth.set(moved=kind + share))

        film.add(line)
        film.play(*together(go, [line]), run_time=0.7)
    film.wait(0.4)
    growth.set(moved=0.0)
    return lines


def _stand_in_rows(film: Film, stage: Stage, growth: Growth, leaving: Iterable[VMobject]) -> Shown:
    """The chart goes, and its squares stand in two rows where it was; the beams go aside."""
    film.remove(*stage.squares)
    film.add(*growth.squares)
    film.watch(growth, *stage.misses)
    gone = *leaving, *stage.everyone, stage.line, stage.chart
    aside = zip(stage.misses, (layout.FIRST_ASIDE, layout.SECOND_ASIDE), strict=True)
    row = counted(film.pen, stage, KINDS)
    rest = row.select("plus"), row.select("corners")
    room = float(rest[0].get_left()[0] - row.select("arms1").get_left()[0])
    for part in rest:
        part.shift(room * LEFT)
    film.play(
        *(FadeOut(part, rate_func=EARLY) for part in gone),
        *(one for beams, area in aside for one in move_columns(beams, area)),
        *_going(growth, "come", *growth.squares),
        *(FadeIn(part, rate_func=LATE) for part in (growth.line, row.select("least"))),
        run_time=1.1,
    )
    return Shown(growth, row, added(film.pen, stage), room)


def _move(film: Film, shown: Shown, kind: int) -> None:
    """The line of the rows moves: squares gain arms of a kind or lose them, and corners."""
    growth = shown.growth
    parts = *growth.arms[: kind + 1], growth.corners
    film.add(*parts)

    def go(_: object, share: float) -> None:
        growth.set(moved=kind + share)

    # From the first on it is told that this is not the least.
    words = [shown.row.select(name) for name in (f"arms{kind}", "plus", "corners")]
    coming: list[Animation] = [FadeIn(part, rate_func=EARLY) for part in words]
    if kind:
        right = shown.room * RIGHT
        aside = [ApplyMethod(part.shift, right, rate_func=ASIDE) for part in words[1:]]
        coming = [FadeIn(words[0], rate_func=NEXT), *aside]
    film.play(*together(go, parts), *coming, run_time=1.1)
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
    film.play(*exchange([growth.added], [shown.sum.select("rise")]), run_time=0.4)
    return plus


def _return(film: Film, stage: Stage, growth: Growth) -> None:
    """The chart comes back, and the squares go to it."""
    chart = stage.chart, stage.line, *stage.everyone
    film.play(
        *_going(growth, "come", *growth.squares, rate=_back),
        *(FadeIn(part, rate_func=LATE) for part in chart),
        run_time=1.1,
    )
    film.remove(*growth.squares)
    film.add(*stage.squares.draw())


def _back(share: float) -> float:
    return 1 - float(smooth(share))


def _going(
    what: Growth | ArmsInRows, name: str, *parts: VMobject, rate: Rate = smooth
) -> list[Animation]:
    def go(_: object, share: float) -> None:
        what.set(**{name: share})

    return together(go, parts, rate)
