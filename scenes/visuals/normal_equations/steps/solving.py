"""Both beams level are two equations of sums, and these tell both unknowns."""

import numpy as np
from manim import FadeIn, FadeOut, VMobject, smooth, squish_rate_func

from scenes.film import FIRST_HALF, Film, exchange
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.beams.heights import Heights
from scenes.visuals.normal_equations.formulas.rows import whole, write, written
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.normal_equations.steps.cancelling import cancel, read_off
from scenes.visuals.plot.together import together
from scenes.visuals.writing.formula_parts import Formula

Pair = tuple[Heights, Heights]


def solve(film: Film, stage: Stage) -> list[VMobject]:
    """Find the a and b for which both beams are level; return what is left beside the results."""
    rows, pair = stage.rows, stage.heights
    if pair:
        _level(film, stage, pair)
        film.say("Both are level at once.")
        film.wait(2.0)
        film.say("Level means equal: two equations.")
        left = _demand(film, stage, pair)
        film.wait(1.0)
        film.say(
            '$N$ times $slope("blue")$ minus $B$ times $intercept("orange")$: '
            "$intercept(b)$ cancels."
        )
        left = cancel(film, rows, left, [one.beam for one in pair])
    else:
        film.say("Both beams level: two equations.")
        film.play(*map(FadeOut, stage.misses), run_time=0.3)
        film.watch(stage.chart, rows.shift, rows.turn)
        write(film, rows.shift)
        write(film, rows.turn)
        left = [stage.line, *stage.defined.values()]
        film.say("Solved for $slope(a)$ and $intercept(b)$: sums alone.")
        film.play(*map(FadeOut, (rows.shift, rows.turn)), run_time=0.3)
    film.watch(*film.acting, rows.slope, rows.intercept)
    if pair:
        read_off(film, rows)
    else:
        film.play(written(rows.slope), written(rows.intercept), run_time=1.0)
        for row in (rows.slope, rows.intercept):
            whole(film, row)
    film.wait(1.5 if pair else 0.4)
    return left


def _level(film: Film, stage: Stage, pair: Pair) -> None:
    """The points go; the line moves until both beams are level, and the columns with it."""
    film.say("The sums stay: level both beams.")
    gone = *stage.everyone, stage.residuals
    film.play(*map(FadeOut, gone), *exchange([stage.misses[1]], [pair[0]]), run_time=0.8)
    for one in pair:
        film.remove(one)
        film.add(*one.submobjects)
    start, best = np.array(stage.leaning.now), np.array([stage.best.slope, stage.best.intercept])

    def go(_: object, share: float) -> None:
        line = start + share * (best - start)
        for one in (stage.line, *pair):
            one.set_line(*line)

    film.play(*together(go, (stage.line, *_parts(pair))), run_time=1.5)


def _demand(film: Film, stage: Stage, pair: Pair) -> list[VMobject]:
    """The chart goes; below each pair of columns stands what its beam says."""
    rows, parts = stage.rows, _parts(pair)
    below = [part for one in pair for part in (one.title, one.note)]
    leaving = stage.chart, stage.line, *stage.defined.values(), *below
    starts = [(one.area, one.filled) for one in pair]
    areas = layout.FIRST_SOLVED, layout.SECOND_SOLVED

    def go(_: object, share: float) -> None:
        for one, (area, filled), end in zip(pair, starts, areas, strict=True):
            one.filled = filled + share * (1 - filled)
            one.set_area(area.towards(end, share))

    film.watch(*pair, rows.shift, rows.turn)
    film.play(
        *(FadeOut(part, rate_func=FIRST_HALF) for part in leaving),
        *together(go, parts, squish_rate_func(smooth, 0.2, 1.0)),
        run_time=1.1,
    )
    for row, area in zip((rows.shift, rows.turn), areas, strict=True):
        _below(row, area.middle[0])
    film.play(*(FadeIn(glyph) for row in (rows.shift, rows.turn) for glyph in row), run_time=0.5)
    whole(film, rows.shift)
    whole(film, rows.turn)
    return [*parts, rows.shift, rows.turn]


def _below(row: Formula, across: float) -> None:
    """Put an equation below its columns."""
    row.shift((across - row.get_center()[0], layout.BELOW - row.get_center()[1], 0.0))


def _parts(pair: Pair) -> list[VMobject]:
    return [part for one in pair for part in one if not (part is one.title or part is one.note)]
