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

from scenes.film import Film
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.beams.columns import Values, named_sides
from scenes.visuals.normal_equations.formulas.epsilon import Epsilon
from scenes.visuals.normal_equations.squares.arms_in_rows import ArmsInRows
from scenes.visuals.normal_equations.squares.growth import Growth, Move
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.normal_equations.steps.beside import MovedLines, counted, line_of, total
from scenes.visuals.plot.together import together
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, THIN, Box

# How far the line is shifted and turned: epsilon rises by the squares of these, as shares of the
# least.
MOVES = 0.45, 0.36
SMALL, FAINT = 0.6, 0.65  # points beside the moved lines
THINNER = 0.4  # the arms are on their strips, and longer for it
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
    """The rows, the lines in the chart beside them, and what stands behind the least epsilon.

    What is written of corners is ``room`` farther to the right once there are second arms.
    """

    growth: Growth
    lines: MovedLines
    row: Formula
    room: float


@dataclass(frozen=True)
class Added:
    """The sign before the corners beside epsilon, and behind them what all add up to."""

    plus: VMobject
    whole: Epsilon


def can_show_corners(stage: Stage) -> bool:
    """Tell whether all squares are drawn; where all points lie on the line there are none."""
    relative = bool(stage.leaning.landscape.relative)
    return stage.all_squares and not stage.marks and relative


def growth_of(pen: Pen, stage: Stage) -> Growth:
    """Return what a shift and then a turn add to the squares of the best line.

    The squares come from where the chart is now; those that are not drawn shrink to where their
    points are beside the rows.
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
        places=places_beside(stage),
        thick=THINNER * float(np.median(np.abs(total))),
        sides=VGroup(*named_sides(pen, "above", "below")),
    )
    return growth.set(come=0.0, moved=0.0)


def places_beside(stage: Stage) -> Values:
    """Return where the points (n, 3) are in the chart beside the rows."""
    chart, now = stage.chart, stage.chart.area
    chart.set_area(layout.BESIDE_ROWS)
    places = chart.places(stage.squares.x, stage.squares.y)
    chart.set_area(now)
    return places


def show_corners(film: Film, stage: Stage, epsilon: Epsilon, results: Sequence[VMobject]) -> None:
    """A shift and a turn: the arms cancel, and epsilon rises by the corners; back, it falls.

    In the end the squares are in the chart again, at the best line, and ``results`` beside it.
    """
    large, growth = stage.chart.area, growth_of(film.pen, stage)
    shown = _stand_in_rows(film, stage, growth, epsilon)
    film.say('A $intercept("shift")$ and a $slope("turn")$ make any other line.')
    for kind in range(len(KINDS)):
        _move(film, shown, kind)
    film.wait(0.6)
    film.say('$intercept("Orange")$ was level, so these $intercept("arms")$ cancel.')
    _cancel(film, shown, 0)
    film.say('$slope("Blue")$ was level, so these $slope("arms")$ cancel.')
    _cancel(film, shown, 1)
    film.say('Only $res("corners")$ are left.')
    added = _add(film, stage, shown)
    film.say("Squares are never below 0: no line has less.")
    _swing_back(film, stage, shown, added)
    film.wait(0.7)
    rows = growth.sides, growth.line, *shown.lines.note
    film.play(*map(FadeOut, rows), run_time=0.2)
    _return(film, stage, large, growth, [FadeIn(one, rate_func=LAST) for one in results])


def _stand_in_rows(film: Film, stage: Stage, growth: Growth, epsilon: Epsilon) -> Shown:
    """The chart gets small, and some of its squares stand in rows beside it."""
    chart, row = stage.chart, counted(film.pen, epsilon, KINDS)
    rest = row.select("plus"), row.select("corners")
    room = float(rest[0].get_left()[0] - row.select("arms1").get_left()[0])
    for part in rest:
        part.shift(room * LEFT)
    film.remove(*stage.squares)
    film.add(*growth.squares)
    film.watch(chart, growth, epsilon)

    # Nothing flies across what stands beside the chart.
    film.play(*map(FadeOut, (stage.residuals, *stage.misses)), run_time=0.3)
    film.play(
        *chart.move(layout.BESIDE_ROWS, [stage.line, stage.points], run_time=1.1),
        *_fainter(stage, smooth),
        *_going(growth, "come", *growth.squares),
        *(FadeIn(part, rate_func=LAST) for part in (growth.line, growth.sides)),
        run_time=1.1,
    )
    return Shown(growth, MovedLines.of(film.pen, stage, growth), row, room)


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
    film.play(*together(go, parts), *coming, run_time=1.3)
    film.wait(0.5)


def _cancel(film: Film, shown: Shown, kind: int) -> None:
    """The arms of one kind are laid end to end: equally long, both are used up."""
    growth, arms = shown.growth, shown.growth.arms[kind]
    film.play(*_going(arms, "gathered", arms, rate=linear), run_time=0.8)
    film.wait(0.9)
    row = shown.row
    gone = *_going(arms, "met", arms), FadeOut(row.select(f"arms{kind}"), rate_func=EARLY)
    # Arms that were next to these come to their squares.
    next_to = [one for later in growth.arms[kind + 1 :] for one in _closing_up(later)]
    # What is written behind them comes to where they were written.
    names = *(f"arms{k}" for k in range(kind + 1, len(growth.arms))), "plus", "corners"
    behind = [row.select(name) for name in names]
    back = row.select(f"arms{kind}").get_left() - behind[0].get_left()
    way = np.array([back[0], 0.0, 0.0])
    closer = [ApplyMethod(part.shift, way, rate_func=AFTER) for part in behind]
    film.play(*gone, *closer, *next_to, run_time=0.8)
    film.remove(arms)


def _closing_up(arms: ArmsInRows) -> list[Animation]:
    return _going(arms, "gone_before", arms, rate=_back)


def _add(film: Film, stage: Stage, shown: Shown) -> Added:
    """Copies of the corners go behind the least epsilon, and behind them comes the whole one."""
    growth, plus = shown.growth, shown.row.select("plus")
    growth.packed_at = float(plus.get_right()[0]) + GAP
    growth.set(packed=0.0)
    film.add(growth.added)
    film.play(
        *_going(growth, "packed", growth.added, rate=linear),
        FadeOut(shown.row.select("corners"), rate_func=EARLY),
        run_time=1.0,
    )
    whole = total(film.pen, stage, growth)
    film.play(FadeIn(whole), run_time=0.3)
    film.wait(0.3)
    return Added(plus, whole)


def _swing_back(film: Film, stage: Stage, shown: Shown, added: Added) -> None:
    """The moved line goes back to the best one: corners shrink to nothing, and epsilon falls."""
    growth, lines, whole = shown.growth, shown.lines, added.whole
    moving = growth.corners, growth.added, lines.shifted, lines.turned, whole.number

    def go(_: object, share: float) -> None:
        lines.set_moved(growth.set(moved=len(KINDS) * (1 - share)))
        whole.set_line(*line_of(stage, growth))

    film.play(*together(go, moving), run_time=1.6)
    film.remove(growth.corners, growth.added)
    back = lines.shifted, lines.turned, added.plus, whole
    film.play(*map(FadeOut, back), run_time=0.4)


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
